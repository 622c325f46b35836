import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readGitIndex } from "../../src/project/gitIndex.ts";
import { inTemporaryFolder } from "./temporaryFolder.ts";

const longName = "long/".repeat(1000);

const tracked = ["README.md", "a-b", "a.b", "a/b/c.py", "a/d.py", "ab", "é/ü.py", `${longName}x.py`, `${longName}y.py`, "z"];

const untracked = ["", "A", "a-", "a-b/c", "a/b/c", "a/b/c.py/d", "a/e", "b", "README", "readme.md", "é/u", `${longName}z`, "zz"];

/** The index of a repository that tracks {@link tracked}, as git writes it. */
async function indexOf(objectFormat: string, version: number): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  await inTemporaryFolder({}, (folder) => {
    const git = (args: readonly string[], input = ""): string => {
      const run = spawnSync("git", [...args], { cwd: folder, encoding: "utf8", input });
      assert.equal(run.status, 0, run.stderr);
      return run.stdout.trim();
    };
    git(["init", "-q", `--object-format=${objectFormat}`]);
    const object = git(["hash-object", "-w", "--stdin"], "x");
    git(["update-index", "--index-info"], tracked.map((path) => `100644 ${object}\t${path}\n`).join(""));
    git(["update-index", "--index-version", String(version)]);
    bytes = readFileSync(join(folder, ".git/index"));
  });
  return bytes;
}

describe("a git index", () => {
  for (const [objectFormat, version] of [
    ["sha1", 2],
    ["sha1", 4],
    ["sha256", 2],
    ["sha256", 4],
  ] as const) {
    it(`of version ${version} with ${objectFormat} tells what is tracked, and what holds something that is`, async () => {
      const paths = readGitIndex(await indexOf(objectFormat, version));
      assert.ok(paths);
      const directories = ["a", "a/b", "é", "long", longName.slice(0, -1)];
      for (const path of [...tracked, ...directories]) assert.ok(paths.has(path), path);
      for (const path of untracked) assert.ok(!paths.has(path), path);
    });
  }

  it("is none where it is cut off in an entry, and where it is something else", async () => {
    const whole = await indexOf("sha1", 2);
    assert.equal(readGitIndex(whole.subarray(0, 200)), null);
    assert.equal(readGitIndex(new Uint8Array()), null);
    assert.equal(readGitIndex(new TextEncoder().encode("DIRC, and then a text that is none")), null);
  });

  it("does no harm, whatever stands in it", async () => {
    let seed = 3;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed >> 8) % below;
    };
    for (const version of [2, 4]) {
      const whole = await indexOf("sha1", version);
      for (let i = 0; i < 2000; i++) {
        const bytes = Uint8Array.from(whole.subarray(0, next(4) === 0 ? next(whole.length) : whole.length));
        for (let changes = next(4); changes >= 0 && bytes.length > 0; changes--) bytes[next(bytes.length)] = next(256);
        const paths = readGitIndex(bytes);
        assert.equal(typeof paths?.has("a/b"), paths === null ? "undefined" : "boolean");
      }
    }
  });

  it("takes little room, however long its shortened names say to be", () => {
    const entries = 20_000;
    const entry = 40 + 20 + 2 + 3;
    const first = 50_000;
    const bytes = new Uint8Array(12 + entries * entry + first + 20);
    const view = new DataView(bytes.buffer);
    bytes.set(new TextEncoder().encode("DIRC"));
    view.setUint32(4, 4);
    view.setUint32(8, entries);
    for (let i = 0, at = 12; i < entries; i++) {
      view.setUint32(at + 24, 0o100644);
      const name = at + 62;
      bytes.fill(97, name + 1, name + (i === 0 ? first : 2));
      at = name + (i === 0 ? first : 2) + 1;
    }
    assert.equal(readGitIndex(bytes), null);
  });
});
