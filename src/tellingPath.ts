import { isRecordFile } from "./identify/records.ts";
import { isTestPath } from "./lint/lint.ts";

/**
 * All that a document's path tells of it, as a path itself: its name, whether it is test code, whether it keeps what was run. The engine sees
 * no more of any path, so that documents of one text and one such path are analysed alike: copies of a file in other folders.
 * @param path with `/`
 */
export function tellingPath(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return `${isTestPath(path) ? "tests/" : ""}${isRecordFile(path) ? "results/" : ""}${name}`;
}
