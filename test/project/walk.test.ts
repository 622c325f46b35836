import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { walk } from "../../src/project/walk.ts";
import { inTemporaryFolder } from "./temporaryFolder.ts";

/** What the walk finds, relative to `folder`; problems as `path: why`. */
async function found(folder: string, paths: readonly string[] = [folder], accepts = (_path: string) => true): Promise<string[]> {
  const result: string[] = [];
  for await (const entry of walk(nodeFileSystem, paths, accepts)) {
    const path = entry.path.slice(folder.length + 1);
    result.push(entry.kind === "file" ? path : `${path}: ${entry.problem}`);
  }
  return result;
}

function git(folder: string, ...args: string[]): string {
  const run = spawnSync("git", ["-c", "core.excludesFile=/dev/null", ...args], { cwd: folder, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

/** All that git would show as new: what it does not ignore. */
function asGitSeesIt(folder: string): string[] {
  return git(folder, "ls-files", "-z", "--others", "--cached", "--exclude-standard").split("\0").filter(Boolean).sort();
}

describe("walk", () => {
  it("gives each directory's files in the order of their paths", () =>
    inTemporaryFolder({ "b.py": "", "a/z.py": "", "a.py": "", "a-b/c.py": "", "B.py": "" }, async (folder) => {
      assert.deepEqual(await found(folder), ["B.py", "a-b/c.py", "a.py", "a/z.py", "b.py"]);
    }));

  it("asks for the names of files only, and leaves out those that are not accepted", () =>
    inTemporaryFolder({ "a.py": "", "b.txt": "", "c/d.txt": "", "c/e.py": "" }, async (folder) => {
      assert.deepEqual(await found(folder, [folder], (path) => path.endsWith(".py")), ["a.py", "c/e.py"]);
    }));

  it("leaves out vendored directories, and Python environments under any name", () =>
    inTemporaryFolder(
      {
        "node_modules/x/index.js": "",
        "web/node_modules/index.js": "",
        "vendor/x.go": "",
        "third_party/x.py": "",
        "lib/site-packages/x.py": "",
        "env/pyvenv.cfg": "",
        "env/bin/x.py": "",
        "env/lib/python3/x.py": "",
        "winenv/pyvenv.cfg": "",
        "winenv/Scripts/x.py": "",
        "winenv/Lib/x.py": "",
        "backend/pyvenv.cfg": "",
        "backend/bin/x.py": "",
        ".github/workflows/ci.yml": "",
        "dist/kept.js": "",
        "vendors.py": "",
      },
      async (folder) => {
        assert.deepEqual(await found(folder), [
          ".github/workflows/ci.yml",
          "backend/bin/x.py",
          "backend/pyvenv.cfg",
          "dist/kept.js",
          "vendors.py",
        ]);
      },
    ));

  it("enters what is named, ignored or vendored as it may be", () =>
    inTemporaryFolder(
      { ".gitignore": "out/\n*.log\nsecret.py\n", "out/a.py": "", "out/b.log": "", "node_modules/m/i.js": "", "secret.py": "", "x.py": "" },
      async (folder) => {
        git(folder, "init", "-q");
        assert.deepEqual(await found(folder, [join(folder, "out")]), ["out/a.py"]);
        assert.deepEqual(await found(folder, [join(folder, "node_modules/m")]), ["node_modules/m/i.js"]);
        assert.deepEqual(await found(folder, [join(folder, "secret.py")]), ["secret.py"]);
        assert.deepEqual(await found(folder, [join(folder, "out/b.log"), folder]), ["out/b.log", ".gitignore", "x.py"]);
      },
    ));

  it("gives a file once, however often it is named", () =>
    inTemporaryFolder({ "a.py": "", "b/c.py": "" }, async (folder) => {
      symlinkSync("a.py", join(folder, "link.py"));
      const paths = ["a.py", "link.py", "b", ".", "b/../a.py"].map((name) => join(folder, name));
      assert.deepEqual(await found(folder, paths), ["a.py", "b/c.py"]);
    }));

  it("takes names with brackets, parentheses and stars for what they are", () =>
    inTemporaryFolder({ "app/[slug]/page.ts": "", "app/(group)/page.ts": "", "app/*.ts": "", "app/s/page.ts": "" }, async (folder) => {
      assert.deepEqual(await found(folder, [join(folder, "app/[slug]")]), ["app/[slug]/page.ts"]);
      assert.deepEqual(await found(folder, [join(folder, "app/(group)/page.ts")]), ["app/(group)/page.ts"]);
      assert.deepEqual(await found(folder, [join(folder, "app/*.ts")]), ["app/*.ts"]);
    }));

  it("names what cannot be looked at, and goes on", () =>
    inTemporaryFolder({ "a.py": "" }, async (folder) => {
      symlinkSync("nowhere.py", join(folder, "broken.py"));
      symlinkSync("nowhere.txt", join(folder, "broken.txt"));
      symlinkSync("me@host.123", join(folder, ".#lock.py"));
      symlinkSync("circle.py", join(folder, "circle.py"));
      assert.deepEqual(await found(folder, [join(folder, "missing"), folder], (path) => path.endsWith(".py")), [
        "missing: no such file or directory",
        "broken.py: no such file or directory",
        "circle.py: links lead in a circle",
        "a.py",
      ]);
    }));

  describe("links", () => {
    it("end where they lead in a circle", () =>
      inTemporaryFolder({ "a/b/c.py": "", "shared/d.py": "" }, async (folder) => {
        git(folder, "init", "-q");
        symlinkSync("..", join(folder, "a/b/up"));
        symlinkSync("../shared", join(folder, "a/shared"));
        symlinkSync("../a", join(folder, "shared/back"));
        symlinkSync(".", join(folder, "shared/self"));
        assert.deepEqual(await found(folder), ["a/b/c.py", "shared/d.py"]);
        assert.deepEqual(await found(folder, [join(folder, "a")]), ["a/b/c.py", "a/shared/d.py"]);
      }));

    it("are followed within the project only", () =>
      inTemporaryFolder({ "project/src/a.py": "", "project/models.py": "", "elsewhere/b.py": "" }, async (folder) => {
        git(join(folder, "project"), "init", "-q");
        symlinkSync("../models.py", join(folder, "project/src/models.py"));
        symlinkSync("../../elsewhere", join(folder, "project/src/out"));
        symlinkSync("../../elsewhere/b.py", join(folder, "project/src/b.py"));
        assert.deepEqual(await found(folder, [join(folder, "project/src")]), ["project/src/a.py", "project/src/models.py"]);
        assert.deepEqual(await found(folder, [join(folder, "project/src/b.py")]), ["project/src/b.py"]);
      }));
  });

  describe("ignore files", () => {
    it("nest, negate and end at the root of another repository", () =>
      inTemporaryFolder(
        {
          ".gitignore": "*.log\n/top.py\nbuild/\n!keep.log\n",
          "top.py": "",
          "x.log": "",
          "keep.log": "",
          "build/a.py": "",
          "sub/.gitignore": "!x.log\n!build/\nkeep.log\n",
          "sub/top.py": "",
          "sub/x.log": "",
          "sub/keep.log": "",
          "sub/build/a.py": "",
          "sub/build/y.log": "",
          "private.py": "",
        },
        async (folder) => {
          git(folder, "init", "-q");
          writeFileSync(join(folder, ".git/info/exclude"), "private.py\n");
          const expected = [".gitignore", "keep.log", "sub/.gitignore", "sub/build/a.py", "sub/top.py", "sub/x.log"];
          assert.deepEqual(asGitSeesIt(folder), expected);
          assert.deepEqual(await found(folder), expected);
          assert.deepEqual(await found(folder, [join(folder, "sub")]), expected.slice(2));

          mkdirSync(join(folder, "module"));
          git(join(folder, "module"), "init", "-q");
          writeFileSync(join(folder, "module/own.log"), "");
          assert.ok((await found(folder)).includes("module/own.log"));
        },
      ));

    it("count without a repository, too", () =>
      inTemporaryFolder({ ".gitignore": "*.log\n", "a.log": "", "b.py": "" }, async (folder) => {
        assert.deepEqual(await found(folder), [".gitignore", "b.py"]);
      }));

    it("leave nothing out that git tracks", () =>
      inTemporaryFolder(
        {
          ".gitignore": "*.env\ndata/\n",
          ".env": "",
          "other.env": "",
          "data/.gitignore": "!kept.py\n",
          "data/a.py": "",
          "data/kept.py": "",
          "data/far/below/b.py": "",
          "data/far/c.py": "",
          "data/far-off/d.py": "",
          "data/node_modules/e.js": "",
        },
        async (folder) => {
          git(folder, "init", "-q");
          git(folder, "add", "-f", ".env", "data/a.py", "data/far/below/b.py", "data/node_modules/e.js");
          const expected = [".env", ".gitignore", "data/a.py", "data/far/below/b.py"];
          assert.deepEqual(asGitSeesIt(folder), [...expected, "data/node_modules/e.js"]);
          assert.deepEqual(await found(folder), expected);
          assert.deepEqual(await found(folder, [join(folder, "data/far")]), ["data/far/below/b.py", "data/far/c.py"]);
        },
      ));

    for (const [kind, how] of [
      ["names of objects by SHA-256", { init: ["--object-format=sha256"], add: [] }],
      ["an index whose names are shortened", { init: [], add: ["update-index", "--index-version", "4"] }],
      ["an index with entries that are no files yet", { init: [], add: ["add", "-N", "-f", "late.log"] }],
    ] as const) {
      it(`leave nothing out that git tracks in a repository with ${kind}`, () =>
        inTemporaryFolder(
          { ".gitignore": "*.log\n", "a.log": "", "ab/c.log": "", "ab/cd.log": "", "b.log": "", "late.log": "", "z.log": "" },
          async (folder) => {
            git(folder, "init", "-q", ...how.init);
            git(folder, "add", "-f", "a.log", "ab", "z.log");
            if (how.add.length > 0) git(folder, ...how.add);
            assert.ok(asGitSeesIt(folder).includes("ab/cd.log"));
            assert.deepEqual(await found(folder), asGitSeesIt(folder));
          },
        ));
    }

    it("leave nothing out that git tracks in a further work tree", () =>
      inTemporaryFolder({ "main/.gitignore": "*.log\n", "main/a.log": "" }, async (folder) => {
        const main = join(folder, "main");
        git(main, "init", "-q");
        git(main, "add", "-f", ".gitignore", "a.log");
        git(main, "-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "-q", "-m", "A");
        git(main, "worktree", "add", "-q", "../other");
        writeFileSync(join(folder, "other/b.log"), "");
        assert.deepEqual(await found(folder, [join(folder, "other")]), ["other/.git", "other/.gitignore", "other/a.log"]);
      }));

    it("say all where what is called .git is none of git's, and is not waited for", () =>
      inTemporaryFolder(
        {
          "pipe/.gitignore": "*.log\n",
          "pipe/a.log": "",
          "text/.gitignore": "*.log\n",
          "text/a.log": "",
          "text/.git": "no place\n",
          "tracking/a.log": "",
        },
        async (folder) => {
          if (process.platform !== "win32") assert.equal(spawnSync("mkfifo", [join(folder, "pipe/.git")]).status, 0);
          git(join(folder, "tracking"), "init", "-q");
          git(join(folder, "tracking"), "add", "a.log");
          cpSync(join(folder, "tracking/.git/index"), join(folder, "text/index"));
          const paths = ["pipe", "text"].map((name) => join(folder, name));
          assert.deepEqual(await found(folder, paths), ["pipe/.gitignore", "text/.git", "text/.gitignore", "text/index"]);
        },
      ));

    it("mean what they mean to git, whatever they say", async function () {
      this.timeout(60_000);
      const name = fc.constantFrom("a", "b", "ab", "c.py", "d.log", "x y", "[z]", "#h", "!n");
      const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
      const pattern = fc
        .tuple(
          fc.constantFrom("", "", "", "!"),
          fc.constantFrom("", "", "/", "**/"),
          fc.oneof(
            path,
            fc.constantFrom("*", "*.log", "a*", "?", "[ab]", "**", "a/**", "a/**/b", "*/b", "\\#h", "\\!n", "x\\ y", "[!a]", "d.*"),
          ),
          fc.constantFrom("", "", "/", "/*", " "),
        )
        .map((parts) => parts.join(""));
      const rules = fc.array(pattern, { maxLength: 4 }).map((lines) => lines.join("\n"));
      const tree = fc.record({
        files: fc.array(path, { minLength: 3, maxLength: 14 }),
        root: rules,
        exclude: rules,
        nested: fc.array(fc.tuple(path, rules), { maxLength: 3 }),
        tracked: fc.array(path, { maxLength: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(tree, ({ files, root, exclude, nested, tracked }) =>
          inTemporaryFolder({}, async (folder) => {
            const put = (file: string, content: string): void => {
              try {
                mkdirSync(dirname(join(folder, file)), { recursive: true });
                writeFileSync(join(folder, file), content);
              } catch {
                // One path of the tree is a file where another wants a directory: the first one stands.
              }
            };
            git(folder, "init", "-q");
            for (const file of files) put(file, "");
            put(".gitignore", root);
            for (const [directory, text] of nested) put(`${directory}/.gitignore`, text);
            writeFileSync(join(folder, ".git/info/exclude"), exclude);
            for (const file of tracked) put(file, "");
            const added = tracked.filter((file) => existsSync(join(folder, file)));
            if (added.length > 0) git(folder, "--literal-pathspecs", "add", "-f", "--", ...added);
            assert.deepEqual((await found(folder)).sort(), asGitSeesIt(folder));
          }),
        ),
        { numRuns: 150 },
      );
    });
  });
});
