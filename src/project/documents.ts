import { formatOf } from "../detect/formats.ts";
import { type DecodedText, decodeText } from "./encoding.ts";
import type { FileSystem } from "./fileSystem.ts";
import { walk } from "./walk.ts";

/** The largest file that is read. A minified bundle or a data file beyond it says nothing of a project's choices. */
export const largestDocument: number = 16 * 1024 * 1024;

export type ProjectDocument =
  /** `bytes` are what lay on disk when it was read */
  | { readonly kind: "document"; readonly path: string; readonly bytes: Uint8Array; readonly content: DecodedText }
  /** left out for what it is; `named` tells that the user asked for this very file */
  | { readonly kind: "skipped"; readonly path: string; readonly named: boolean; readonly reason: string }
  /** meant to be read, and could not be */
  | { readonly kind: "unreadable"; readonly path: string; readonly problem: string };

/** Reads all documents that `paths` (absolute) name, see {@link walk}. Only files of a known format are read. */
export async function* readDocuments(fileSystem: FileSystem, paths: readonly string[]): AsyncGenerator<ProjectDocument, void, void> {
  for await (const entry of walk(fileSystem, paths, hasKnownFormat)) {
    if (entry.kind === "unreadable") {
      yield entry;
      continue;
    }
    const { path, named } = entry;
    if (named && !hasKnownFormat(path)) {
      yield { kind: "skipped", path, named, reason: "format not known" };
      continue;
    }
    let bytes: Uint8Array | null;
    try {
      bytes = await fileSystem.readFile(path, largestDocument);
    } catch (error) {
      yield { kind: "unreadable", path, problem: error instanceof Error ? error.message : String(error) };
      continue;
    }
    if (bytes === null) {
      yield { kind: "skipped", path, named, reason: "larger than 16 MB" };
      continue;
    }
    const content = decodeText(bytes);
    if (content.kind === "text") yield { kind: "document", path, bytes, content };
    else yield { kind: "skipped", path, named, reason: content.reason };
  }
}

function hasKnownFormat(path: string): boolean {
  return formatOf({ path }) !== null;
}
