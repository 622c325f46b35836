import { relative, resolve } from "node:path";
import { toSlashes } from "./nodeFileSystem.ts";

/** A path as the user gives it, as the project room wants it: absolute, with `/`. */
export function absolutePath(workingDirectory: string, path: string): string {
  return toSlashes(resolve(workingDirectory, path));
}

/** A path as results name it: relative to the working directory, with `/`. */
export function displayPath(workingDirectory: string, path: string): string {
  const prefix = workingDirectory.endsWith("/") ? workingDirectory : `${workingDirectory}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : toSlashes(relative(workingDirectory, path)) || ".";
}
