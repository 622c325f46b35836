import { type DirectoryEntry, type FileSystem, isWithin, joinPath, parentPath } from "./fileSystem.ts";
import { addIgnoreRules, type IgnoreRules, isIgnored, reopen } from "./ignoreRules.ts";
import { createRepository, type Repository } from "./repository.ts";

/**
 * Directories that hold other people's code, or what tools made of it, by name. Built output (`dist`, `build`,
 * `target`) is not among them: where it is not meant to be looked at, the project's .gitignore says so, and some
 * projects keep sources under these names. A Python environment under any name is known by what it holds, see {@link isEnvironment}.
 */
export const vendoredDirectories: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "jspm_packages",
  "vendor",
  "third_party",
  ".venv",
  "venv",
  "site-packages",
  "dist-packages",
  "__pycache__",
  ".tox",
  ".nox",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".ipynb_checkpoints",
]);

export type WalkEntry =
  /** `named`: the user named this very file, so that nothing keeps it from being scanned */
  | { readonly kind: "file"; readonly path: string; readonly named: boolean }
  /** a file or directory that could not be looked at, and why; on the way a link that leads nowhere is one, too */
  | { readonly kind: "unreadable"; readonly path: string; readonly named: boolean; readonly problem: string };

interface FoundFile {
  readonly kind: "file";
  /** as reached from the path that the user named */
  readonly path: string;
  /** without links */
  readonly realPath: string;
}

interface FoundDirectory {
  readonly kind: "directory";
  readonly path: string;
  readonly realPath: string;
  /** what is ignored in the directory that holds it */
  readonly rules: IgnoreRules | null;
  /** what the directory that holds it is in */
  readonly repository: Repository | null;
  /** it is entered for what git tracks in it: all else in it is ignored */
  readonly isIgnored: boolean;
}

type Place = FoundFile | FoundDirectory;

/**
 * The files that `paths` (absolute; files or directories) name, each once, each directory's in the order of their
 * paths. Files below a directory are left out where
 * - `accepts` (called with the path) has no use for the name,
 * - .gitignore files from the repository's root down, or the repository's info/exclude, leave them out (the user's own
 *   core.excludesFile is not asked: the result must not depend on the machine), unless git tracks them all the same;
 *   without a repository, the .gitignore files from the named directory down count,
 * - they are in a vendored directory.
 *
 * A named path is always entered, ignored or not. Links on the way are followed where they lead to another part of the
 * same project: what they share with the named directories is reached there by its own name, and a link that leads out
 * of the project would let a cloned repository point a scan, or a fix, at any file of its reader.
 */
export async function* walk(
  fileSystem: FileSystem,
  paths: readonly string[],
  accepts: (path: string) => boolean,
): AsyncGenerator<WalkEntry, void, void> {
  const roots: FoundDirectory[] = [];
  const seenFiles = new Set<string>();
  for (const path of paths) {
    try {
      const kind = await fileSystem.kindOf(path);
      if (kind === "other") {
        yield { kind: "unreadable", path, named: true, problem: "neither a file nor a directory" };
        continue;
      }
      const realPath = await fileSystem.realPath(path);
      if (kind === "directory") {
        roots.push({ path, realPath, kind, rules: null, repository: null, isIgnored: false });
      } else if (!seenFiles.has(realPath)) {
        seenFiles.add(realPath);
        yield { kind: "file", path, named: true };
      }
    } catch (error) {
      yield { kind: "unreadable", path, named: true, problem: problemOf(error) };
    }
  }
  const seenDirectories = new Set<string>();
  for (const root of roots) {
    if (seenDirectories.has(root.realPath)) continue;
    const around = await repositoryOf(fileSystem, root.realPath);
    const project = around?.root ?? root.realPath;
    const pending: Place[] = [{ ...root, rules: await rulesAbove(fileSystem, project, root.realPath), repository: around }];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (place.kind === "file") {
        if (seenFiles.has(place.realPath)) continue;
        seenFiles.add(place.realPath);
        yield { kind: "file", path: place.path, named: false };
        continue;
      }
      if (seenDirectories.has(place.realPath)) continue;
      seenDirectories.add(place.realPath);
      let entries: readonly DirectoryEntry[];
      try {
        entries = await fileSystem.readDirectory(place.path);
      } catch (error) {
        yield { kind: "unreadable", path: place.path, named: place.path === root.path, problem: problemOf(error) };
        continue;
      }
      if (place.path !== root.path && isEnvironment(entries)) continue;
      const rules = await rulesOf(fileSystem, place.rules, place.realPath, entries);
      const isRepository = holdsRepository(entries);
      const repository = isRepository ? createRepository(fileSystem, place.realPath) : place.repository;
      const ignores = (realPath: string, isDirectory: boolean): boolean =>
        (place.isIgnored && !isRepository) || isIgnored(rules, realPath, isDirectory);
      const isTracked = async (realPath: string): Promise<boolean> => repository !== null && (await repository.tracks(realPath));
      const found: { readonly order: string; readonly place: Place }[] = [];
      for (const entry of entries) {
        const { name } = entry;
        const path = joinPath(place.path, name);
        const realPath = joinPath(place.realPath, name);
        if (entry.kind === "directory") {
          if (vendoredDirectories.has(name)) continue;
          const ignored = ignores(realPath, true);
          if (ignored && !(await isTracked(realPath))) continue;
          const inside = ignored ? rules : reopen(rules, realPath);
          found.push({ order: `${name}/`, place: { path, realPath, kind: "directory", rules: inside, repository, isIgnored: ignored } });
        } else if (entry.kind === "file") {
          if (!accepts(path) || (ignores(realPath, false) && !(await isTracked(realPath)))) continue;
          found.push({ order: name, place: { kind: "file", path, realPath } });
        } else if (entry.kind === "link") {
          // Emacs locks a file by a link to nowhere of this name.
          if (name.startsWith(".#") || vendoredDirectories.has(name)) continue;
          if (ignores(realPath, false) && !(await isTracked(realPath))) continue;
          try {
            const target = await fileSystem.realPath(path);
            if (!isWithin(target, project) || roots.some((other) => isWithin(target, other.realPath))) continue;
            const kind = await fileSystem.kindOf(target);
            if (kind === "directory") {
              found.push({
                order: `${name}/`,
                place: {
                  path,
                  realPath: target,
                  kind,
                  rules: await rulesAbove(fileSystem, project, target),
                  repository: await repositoryOf(fileSystem, target),
                  isIgnored: false,
                },
              });
            } else if (kind === "file" && accepts(path)) {
              found.push({ order: name, place: { kind, path, realPath: target } });
            }
          } catch (error) {
            if (accepts(path)) yield { kind: "unreadable", path, named: false, problem: problemOf(error) };
          }
        }
      }
      // Directories are compared with their slash, so that the order is that of the whole paths; the last one goes in first.
      found.sort((a, b) => (a.order < b.order ? 1 : -1));
      for (const { place } of found) pending.push(place);
    }
  }
}

/** Whether a directory with these entries is a virtual environment of Python: a stray `pyvenv.cfg` makes none of a program's sources. */
function isEnvironment(entries: readonly DirectoryEntry[]): boolean {
  if (!entries.some(({ name, kind }) => name === "pyvenv.cfg" && kind === "file")) return false;
  const directories = new Set(entries.filter(({ kind }) => kind === "directory").map(({ name }) => name));
  return (directories.has("bin") || directories.has("Scripts")) && (directories.has("lib") || directories.has("Lib"));
}

/** The repository or work tree that `directory` is in, or null. */
async function repositoryOf(fileSystem: FileSystem, directory: string): Promise<Repository | null> {
  for (let at: string | null = directory; at !== null; at = parentPath(at)) {
    try {
      await fileSystem.kindOf(joinPath(at, ".git"));
      return createRepository(fileSystem, at);
    } catch {
      // There is none here: look one higher.
    }
  }
  return null;
}

function holdsRepository(entries: readonly DirectoryEntry[]): boolean {
  return entries.some(({ name }) => name === ".git");
}

/** What is ignored in the directory that holds `directory`, read from `project` down, `directory` itself being entered in any case. */
async function rulesAbove(fileSystem: FileSystem, project: string, directory: string): Promise<IgnoreRules | null> {
  if (directory === project || !isWithin(directory, project)) return null;
  const holders: string[] = [];
  for (let at = parentPath(directory); at !== null && isWithin(at, project); at = parentPath(at)) holders.unshift(at);
  let rules: IgnoreRules | null = null;
  for (const holder of holders) {
    try {
      rules = await rulesOf(fileSystem, rules, holder, await fileSystem.readDirectory(holder));
    } catch {
      // A directory above that may not be listed cannot tell what it ignores; what was named is scanned all the same.
    }
  }
  return reopen(rules, directory);
}

/** What is ignored in `directory`, by its own ignore files beside the `outer` ones. The root of a repository starts anew, as it does for git. */
async function rulesOf(
  fileSystem: FileSystem,
  outer: IgnoreRules | null,
  directory: string,
  entries: readonly DirectoryEntry[],
): Promise<IgnoreRules | null> {
  let rules = outer;
  if (holdsRepository(entries)) rules = await addFile(fileSystem, null, directory, ".git/info/exclude");
  // git takes no .gitignore that is a link, since version 2.32.
  if (entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file")) {
    rules = await addFile(fileSystem, rules, directory, ".gitignore");
  }
  return rules;
}

const largestIgnoreFile = 1 << 20;

async function addFile(fileSystem: FileSystem, rules: IgnoreRules | null, directory: string, name: string): Promise<IgnoreRules | null> {
  try {
    const bytes = await fileSystem.readFile(joinPath(directory, name), largestIgnoreFile);
    if (bytes === null) return rules;
    return addIgnoreRules(rules, directory, new TextDecoder().decode(bytes), fileSystem.caseSensitive);
  } catch {
    // No such file, or not ours to read: then nothing is ignored by it, as in git.
    return rules;
  }
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
