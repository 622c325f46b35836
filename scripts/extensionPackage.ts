import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { inRoot, root } from "./root.ts";

/** Everything that may ship, and nothing else: the same list as .vscodeignore, from the other side. */
const shipped: readonly RegExp[] = [
  /^package\.json$/,
  /^README\.md$/,
  /^CHANGELOG\.md$/,
  /^LICENSE$/,
  /^THIRD-PARTY-NOTICES\.md$/,
  /^dist\/(?:extension|editor|cli|commands)\.cjs$/,
  /^dist\/catalog\.json$/,
  /^docs\/rules\/[a-z-]+\.md$/,
  /^media\/icon\.png$/,
  /^media\/(?:hover|lightbulb)(?:-closed|-open)?-(?:dark|light)\.png$/,
];

/** Bytes, pictures aside. */
const packageLimit = 1_000_000;
/** Bytes. */
const stubLimit = 10_000;

/** Files of the package, as POSIX paths relative to the repository, sorted. */
export async function packagedFiles(): Promise<readonly string[]> {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return files.map((file) => file.replaceAll("\\", "/")).sort();
}

/** Writes dist/open-recipe-VERSION.vsix and returns its path. */
export async function packageExtension(): Promise<string> {
  const { name, version } = manifest();
  const packagePath = inRoot("dist", `${name}-${version}.vsix`);
  // There is no public repository yet, and pictures of the README are shown from the package's own files.
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return packagePath;
}

/** The fields of the manifest that scripts need. */
export function manifest(): { readonly name: string; readonly publisher: string; readonly version: string } {
  return JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
}

/** Puts the files that ship, and no others, where VS Code looks for installed extensions. */
export async function unpackExtension(extensions: string): Promise<void> {
  const { publisher, name, version } = manifest();
  for (const file of await packagedFiles()) {
    const target = join(extensions, `${publisher}.${name}-${version}`, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
}

/** What is wrong with a package of these files: one line each. Sizes are in bytes. */
export function packageFaults(files: readonly string[], sizeOf: (file: string) => number, packageSize: number): readonly string[] {
  const faults = files.filter((file) => !shipped.some((pattern) => pattern.test(file))).map((file) => `${file} must not ship`);
  for (const pattern of shipped) if (!files.some((file) => pattern.test(file))) faults.push(`nothing that matches ${pattern.source} ships`);
  const pictures = files.filter((file) => file.endsWith(".png")).reduce((sum, file) => sum + sizeOf(file), 0);
  if (packageSize - pictures > packageLimit) faults.push(`the package has ${packageSize} bytes; at most ${packageLimit} without pictures`);
  const stub = files.includes("dist/extension.cjs") ? sizeOf("dist/extension.cjs") : 0;
  if (stub > stubLimit) faults.push(`the activation stub has ${stub} bytes; at most ${stubLimit}`);
  return faults;
}

/** Pictures of the README that do not ship: VS Code shows the README from the package. */
function missingPictures(files: readonly string[]): readonly string[] {
  const readme = readFileSync(inRoot("README.md"), "utf8");
  return [...readme.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((picture) => !picture.startsWith("https://") && !files.includes(picture))
    .map((picture) => `README.md shows ${picture}, which does not ship`);
}

/** Packages the extension and checks the result. @throws {Error} naming all faults. */
export async function checkPackage(): Promise<void> {
  const files = await packagedFiles();
  const path = await packageExtension();
  const size = statSync(path).size;
  const faults = [...packageFaults(files, (file) => statSync(join(root, file)).size, size), ...missingPictures(files)];
  if (faults.length > 0) throw new Error(`The package is wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  console.log(`${path.slice(root.length + 1)}: ${files.length} files, ${Math.round(size / 1000)} kB`);
}
