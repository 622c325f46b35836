import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { largestDocument, readDocuments, readFromDisk } from "../../src/project/documents.ts";
import type { FileSystem } from "../../src/project/fileSystem.ts";
import { inTemporaryFolder } from "./temporaryFolder.ts";

/** One line for each document, relative to `folder`. */
async function read(folder: string, names: readonly string[], fileSystem: FileSystem = nodeFileSystem): Promise<string[]> {
  const lines: string[] = [];
  for await (const document of readDocuments(
    fileSystem,
    names.map((name) => join(folder, name)),
  )) {
    const path = document.path.slice(folder.length + 1);
    if (document.kind === "document") lines.push(`${path} = ${document.content.text}`);
    else if (document.kind === "skipped") lines.push(`${path} skipped: ${document.reason}${document.named ? ", though named" : ""}`);
    else lines.push(`${path} unreadable: ${document.problem}${document.named ? ", though named" : ""}`);
  }
  return lines;
}

describe("readDocuments", () => {
  it("reads files of known formats, and says of the others what keeps them out", () =>
    inTemporaryFolder(
      {
        "a.py": "a",
        "b.txt": "b",
        "c.py": Buffer.from([0]),
        "d.py": Buffer.from([0xe9, 0x64]),
        "e.py": "\ufeffe",
        "huge.json": Buffer.alloc(largestDocument + 1, 0x20),
        "app.min.js": "x".repeat(40_000),
        "full.json": Buffer.alloc(1, 0x20),
      },
      async (folder) => {
        assert.deepEqual(await read(folder, ["."]), [
          "a.py = a",
          "app.min.js skipped: minified",
          "c.py skipped: binary",
          "d.py = \u00e9d",
          "e.py = e",
          "full.json =  ",
          "huge.json skipped: larger than 16 MB",
        ]);
        assert.deepEqual(await read(folder, ["b.txt", "c.py"]), [
          "b.txt skipped: format not known, though named",
          "c.py skipped: binary, though named",
        ]);
        assert.deepEqual(await read(folder, ["app.min.js"]), [`app.min.js = ${"x".repeat(40_000)}`]);
      },
    ));

  it("reads scripts without an ending, and no other file that has none", () =>
    inTemporaryFolder(
      {
        "bin/chat": "#!/usr/bin/env ruby\n",
        "bin/perl": "#!/usr/bin/perl\n",
        "bin/text": "a text\n",
        "bin/built": `#!/bin/sh\n${"x".repeat(300_000)}`,
        "bin/run.old": "#!/bin/sh\n",
        LICENSE: "#!/bin/sh\n",
      },
      async (folder) => {
        assert.deepEqual(await read(folder, ["."]), ["bin/chat = #!/usr/bin/env ruby\n"]);
        assert.deepEqual(await read(folder, ["bin/chat", "bin/text", "bin/run.old"]), [
          "bin/chat = #!/usr/bin/env ruby\n",
          "bin/text skipped: format not known, though named",
          "bin/run.old skipped: format not known, though named",
        ]);
      },
    ));

  it("goes on after what cannot be read", () =>
    inTemporaryFolder({ "a.py": "a", "c.py": "c" }, async (folder) => {
      symlinkSync("gone.py", join(folder, "b.py"));
      assert.deepEqual((await read(folder, ["."])).sort(), ["a.py = a", "b.py unreadable: no such file or directory", "c.py = c"]);
      const failing: FileSystem = {
        ...nodeFileSystem,
        readFile: (path, maximumBytes) => {
          if (path.endsWith("a.py")) throw new Error("permission denied");
          return nodeFileSystem.readFile(path, maximumBytes);
        },
      };
      assert.deepEqual(await read(folder, ["a.py", "c.py"], failing), ["a.py unreadable: permission denied, though named", "c.py = c"]);
    }));

  it("works over a file system that answers later", () =>
    inTemporaryFolder({ "a.py": "a", ".gitignore": "b.py\n", "b.py": "b" }, async (folder) => {
      const later: FileSystem = {
        caseSensitive: true,
        readFile: async (path, maximumBytes) => nodeFileSystem.readFile(path, maximumBytes),
        readDirectory: async (path) => nodeFileSystem.readDirectory(path),
        kindOf: async (path) => nodeFileSystem.kindOf(path),
        realPath: async (path) => nodeFileSystem.realPath(path),
      };
      assert.deepEqual(await read(folder, ["."], later), ["a.py = a"]);
    }));
});

describe("readFromDisk", () => {
  it("reads into the scratch memory that it is given, where there is room", () =>
    inTemporaryFolder({ "a.py": "four", "b.py": "five5", "c.py": "3" }, async (folder) => {
      const scratch = new Uint8Array(4);
      const bytesOf = async (name: string): Promise<Uint8Array | null> => {
        const file = await readFromDisk(nodeFileSystem, { kind: "file", path: join(folder, name), named: false }, scratch);
        return file.kind === "bytes" ? file.bytes : null;
      };
      const read = await bytesOf("a.py");
      assert.equal(read?.buffer, scratch.buffer);
      assert.equal(new TextDecoder().decode(read), "four");
      const large = await bytesOf("b.py");
      assert.notEqual(large?.buffer, scratch.buffer);
      assert.equal(new TextDecoder().decode(large ?? undefined), "five5");
      assert.equal(new TextDecoder().decode((await bytesOf("c.py")) ?? undefined), "3");
    }));
});
