import assert from "node:assert/strict";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { replaceFile } from "../../src/cli/replaceFile.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";

const before = Buffer.from("before");
const after = Buffer.from("after");

describe("replaceFile", () => {
  it("keeps the mode, and leaves nothing else behind", () =>
    inTemporaryFolder({ "run.sh": before }, async (folder) => {
      const path = join(folder, "run.sh");
      chmodSync(path, 0o750);
      assert.equal(await replaceFile(nodeFileSystem, path, before, after), null);
      assert.equal(readFileSync(path, "utf8"), "after");
      assert.equal(statSync(path).mode & 0o777, 0o750);
      assert.deepEqual(readdirSync(folder), ["run.sh"]);
    }));

  it("writes through a link to the file that it leads to", () =>
    inTemporaryFolder({ "real/a.py": before }, async (folder) => {
      const link = join(folder, "link.py");
      symlinkSync("real/a.py", link);
      assert.equal(await replaceFile(nodeFileSystem, link, before, after), null);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(readFileSync(join(folder, "real/a.py"), "utf8"), "after");
      assert.deepEqual(readdirSync(join(folder, "real")), ["a.py"]);
    }));

  it("leaves a file alone that changed, grew, went or became a directory", () =>
    inTemporaryFolder({ "changed.py": "beford", "grown.py": "before and more" }, async (folder) => {
      mkdirSync(join(folder, "directory.py"));
      const outcome = async (name: string): Promise<string | null> => replaceFile(nodeFileSystem, join(folder, name), before, after);
      assert.equal(await outcome("changed.py"), "it changed since it was read");
      assert.equal(await outcome("grown.py"), "it changed since it was read");
      assert.equal(await outcome("gone.py"), "no such file or directory");
      assert.equal(await outcome("directory.py"), "a directory, not a file");
      assert.deepEqual(readdirSync(folder).sort(), ["changed.py", "directory.py", "grown.py"]);
      assert.equal(readFileSync(join(folder, "changed.py"), "utf8"), "beford");
    }));

  it("leaves a read-only file alone, also behind a link, though its directory could take another one", () =>
    inTemporaryFolder({ "a.py": before }, async (folder) => {
      const path = join(folder, "a.py");
      const link = join(folder, "link.py");
      symlinkSync("a.py", link);
      chmodSync(path, 0o444);
      for (const each of [path, link]) assert.equal(await replaceFile(nodeFileSystem, each, before, after), "it is read-only");
      assert.equal(readFileSync(path, "utf8"), "before");
      assert.deepEqual(readdirSync(folder).sort(), ["a.py", "link.py"]);
    }));

  it("does not put a longer file's beginning in its place", () =>
    inTemporaryFolder({ "a.py": before }, async (folder) => {
      const path = join(folder, "a.py");
      writeFileSync(path, "");
      assert.equal(await replaceFile(nodeFileSystem, path, before, after), "it changed since it was read");
    }));
});
