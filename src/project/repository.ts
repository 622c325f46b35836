import { type FileSystem, isWithin, joinPath } from "./fileSystem.ts";
import { readGitIndex, type TrackedPaths } from "./gitIndex.ts";

/** A repository's work tree. */
export interface Repository {
  /** its directory, without links */
  readonly root: string;
  /** Whether git tracks `path` (absolute, without links), or anything below it: then it is not ignored. */
  tracks(path: string): Promise<boolean>;
}

/** The index of a million files is about as large. */
const largestIndex = 1 << 27;

/** What the file that stands for `.git` in a submodule or a further work tree says. */
const elsewhere = /^gitdir: ([^\r\n]{1,4096})/;

/** The repository at `root`. Its index is read when it is asked for the first time: most trees are walked without. */
export function createRepository(fileSystem: FileSystem, root: string): Repository {
  let tracked: Promise<TrackedPaths | null> | null = null;
  return {
    root,
    async tracks(path) {
      tracked ??= readTracked(fileSystem, root);
      const paths = await tracked;
      return paths !== null && path !== root && isWithin(path, root) && paths.has(path.slice(joinPath(root, "").length));
    },
  };
}

/** What the repository's index tracks; null where there is none that can be read. */
async function readTracked(fileSystem: FileSystem, root: string): Promise<TrackedPaths | null> {
  try {
    const directory = await directoryOf(fileSystem, root);
    const bytes = directory === null ? null : await readPlain(fileSystem, joinPath(directory, "index"), largestIndex);
    return bytes === null ? null : readGitIndex(bytes);
  } catch {
    // nothing has been added to it, or it is not ours to read: then nothing is tracked
    return null;
  }
}

/** The directory that the repository's `.git` is, or tells of; null where it does neither. */
async function directoryOf(fileSystem: FileSystem, root: string): Promise<string | null> {
  const git = joinPath(root, ".git");
  if ((await fileSystem.kindOf(git)) === "directory") return git;
  const bytes = await readPlain(fileSystem, git, 1 << 16);
  const told = bytes === null ? undefined : elsewhere.exec(new TextDecoder().decode(bytes))?.[1];
  if (told === undefined) return null;
  return /^(?:\/|[A-Za-z]:)/.test(told) ? told : joinPath(root, told);
}

/** The bytes of a file, and of nothing else: a pipe would be waited for. */
async function readPlain(fileSystem: FileSystem, path: string, maximumBytes: number): Promise<Uint8Array | null> {
  return (await fileSystem.kindOf(path)) === "file" ? fileSystem.readFile(path, maximumBytes) : null;
}
