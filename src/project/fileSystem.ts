/** A value now or later: a file system of the desktop answers at once, one of the browser's cannot. */
export type Eventually<Value> = Value | Promise<Value>;

/** One name in a directory. Links are not followed: `link` says nothing about what it leads to. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

/** What walking and reading a project needs. Paths are absolute and use `/`; failures are thrown, with a message for people. */
export interface FileSystem {
  /** false where `README` and `readme` are the same file: then ignore patterns do not look at case either */
  readonly caseSensitive: boolean;
  /**
   * The file's bytes, or null where there are more than `maximumBytes` of them. They may be read into `scratch`, where there is room for them:
   * for whoever reads many files, and is done with one before the next.
   */
  readFile(path: string, maximumBytes: number, scratch?: Uint8Array): Eventually<Uint8Array | null>;
  readDirectory(path: string): Eventually<readonly DirectoryEntry[]>;
  /** What the path leads to, through links. */
  kindOf(path: string): Eventually<"file" | "directory" | "other">;
  /** The path without links in it. */
  realPath(path: string): Eventually<string>;
}

/** `directory` and a name in it as one path. */
export function joinPath(directory: string, name: string): string {
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}

/** The directory that holds `path`, or null at the root (`/`, `C:/`). */
export function parentPath(path: string): string | null {
  const slash = path.lastIndexOf("/");
  if (slash < 0 || slash === path.length - 1) return null;
  const isBelowRoot = slash === 0 || (slash === 2 && path[1] === ":");
  return path.slice(0, isBelowRoot ? slash + 1 : slash);
}

/** Whether `path` is `directory` or lies in it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith("/") ? directory : `${directory}/`);
}
