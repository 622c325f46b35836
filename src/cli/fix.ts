import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { type PreferredSwap, preferredSwaps } from "../alternatives/preferredSwaps.ts";
import { type PlaceIn, type SwapDocument, type SwapSet, swapSet } from "../alternatives/swapSet.ts";
import { heldBackSentence, stillShownSentence } from "../alternatives/words.ts";
import { readDocuments } from "../project/documents.ts";
import { type DecodedText, encodeText, encodingNames } from "../project/encoding.ts";
import { applyEdits, createLineIndex, type LineIndex } from "../text.ts";
import type { FixCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { absolutePath, displayPath } from "./paths.ts";
import { replaceFile, whyNotReplaceable } from "./replaceFile.ts";
import { count, createPaint, type Paint, printableLines } from "./terminalText.ts";

/** A file that names models. */
interface NamingFile {
  readonly file: string;
  readonly path: string;
  readonly lines: LineIndex;
  /** what was read; null where nothing is to be swapped in it */
  readonly read: { readonly bytes: Uint8Array; readonly content: DecodedText } | null;
}

/** A file as it becomes. */
interface SwappedFile {
  readonly file: string;
  readonly path: string;
  readonly lines: LineIndex;
  /** as read */
  readonly bytes: Uint8Array;
  readonly content: DecodedText;
  readonly text: string;
  readonly swaps: readonly PreferredSwap[];
}

/** Shows the preferred swaps as a diff, or makes them. */
export async function fix(command: FixCommand, environment: Environment): Promise<ExitCode> {
  const { documents, failed } = await findSwaps(command, environment);
  const isReplaced = command.write;

  let set = swapSet(documents);
  let files = swappedFiles(set);
  const problems = new Map<string, string>();
  for (const each of files) {
    const problem = isReplaced ? await whyNotWritten(each, environment) : whyNotShown(each);
    if (problem !== null) problems.set(each.file, problem);
  }
  for (const [file, problem] of problems) environment.say(`${file}: left as it is: ${problem}`);
  if (problems.size > 0) {
    // a name that stays in a file that cannot be changed stays everywhere
    set = swapSet(documents.map((each) => ({ ...each, isFixed: problems.has(each.document.file) })));
    files = swappedFiles(set);
  }

  let stopped = false;
  if (isReplaced) stopped = !(await writeAll(files, environment));
  else for (const each of files) await environment.print(diffOf(each, environment, createPaint(environment.color)));

  const done = files.reduce((sum, { swaps }) => sum + swaps.length, 0);
  if (files.length === 0) {
    environment.say(set.heldBack.length === 0 ? "No preferred swaps: nothing to do." : "No preferred swap can be made: nothing to do.");
  } else if (!isReplaced) environment.say(`${count(done, "swap")} in ${count(files.length, "file")}; make them with --write.`);
  else if (!stopped) environment.say(`${count(done, "swap")} made in ${count(files.length, "file")}.`);
  for (const { places, ...held } of set.heldBack) environment.say(heldBackSentence(held, places.map(placeLabel)));
  if (!stopped) for (const { text, places } of set.shown) environment.say(stillShownSentence(text, places.map(placeLabel)));
  if (set.others > 0) {
    environment.say(
      `${count(set.others, "other place")} ${set.others === 1 ? "has a swap" : "have swaps"} that you have to choose yourself: see open-recipe scan.`,
    );
  }
  // a diff that cannot be shown loses nothing: the swap is still there to be made
  return failed || stopped || (isReplaced && problems.size > 0) ? 2 : 0;
}

interface Found {
  /** sorted by file; those without any name are left out */
  readonly documents: readonly SwapDocument<NamingFile>[];
  readonly failed: boolean;
}

async function findSwaps(command: FixCommand, environment: Environment): Promise<Found> {
  const engine = await environment.loadEngine();
  const paths = command.paths.map((path) => absolutePath(environment.workingDirectory, path));
  const documents: SwapDocument<NamingFile>[] = [];
  let failed = false;
  for await (const document of readDocuments(environment.fileSystem, paths)) {
    const file = displayPath(environment.workingDirectory, document.path);
    if (document.kind === "skipped") {
      if (document.named) environment.say(`${file}: skipped: ${document.reason}`);
      continue;
    }
    if (document.kind === "unreadable") {
      failed ||= document.named;
      environment.say(`${file}: cannot be read: ${document.problem}`);
      continue;
    }
    const { path, bytes, content } = document;
    try {
      const found = preferredSwaps(engine.analyze({ path: file, text: content.text }), engine);
      if (found.places.length === 0) continue;
      const read = found.swaps.length > 0 || found.places.some(({ follows }) => follows) ? { bytes, content } : null;
      documents.push({ document: { file, path, lines: createLineIndex(content.text), read }, places: found.places });
    } catch (error) {
      // Our own failure with one file must not keep the others from being fixed.
      failed = true;
      environment.say(`${file}: cannot be analysed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  documents.sort((a, b) => (a.document.file < b.document.file ? -1 : 1));
  return { documents, failed };
}

function swappedFiles({ documents }: SwapSet<NamingFile>): readonly SwappedFile[] {
  return documents.flatMap(({ document: { file, path, lines, read }, swaps }) =>
    read === null
      ? []
      : [
          {
            file,
            path,
            lines,
            ...read,
            swaps,
            text: applyEdits(
              read.content.text,
              swaps.flatMap(({ edits }) => edits),
            ),
          },
        ],
  );
}

function placeLabel({ document: { file, lines }, range }: PlaceIn<NamingFile>): string {
  return `${file}:${lines.positionAt(range.start).line}`;
}

/** What keeps the file's diff from being printed, or null. */
function whyNotShown({ content }: SwappedFile): string | null {
  return content.encoding === "utf-8" ? null : `it is ${encodingNames[content.encoding]}, which a diff cannot carry; --write changes it`;
}

function diffOf({ file, content, text }: SwappedFile, environment: Environment, paint: Paint): string {
  const mark = content.byteOrderMark ? "\ufeff" : "";
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, mark + content.text, mark + text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // Whoever applies a diff needs each of its bytes; on a terminal nobody does.
  return environment.terminal ? colored(printableLines(patch), paint) : patch;
}

function colored(patch: string, paint: Paint): string {
  return patch
    .split("\n")
    .map((line) => {
      if (line.startsWith("+++") || line.startsWith("---")) return paint("bold", line);
      if (line.startsWith("+")) return paint("green", line);
      if (line.startsWith("-")) return paint("red", line);
      return line.startsWith("@@") ? paint("cyan", line) : line;
    })
    .join("\n");
}

/** What keeps the file from being replaced, or null. */
async function whyNotWritten({ path, bytes, content, text }: SwappedFile, environment: Environment): Promise<string | null> {
  return encodeText(text, content) === null
    ? `what is to be written cannot be said in ${encodingNames[content.encoding]}`
    : whyNotReplaceable(environment.fileSystem, path, bytes);
}

/**
 * Replaces all files, or none: where one cannot be replaced in the end (a disk that is full, another program that writes), those before it are
 * put back. Says what was done.
 */
async function writeAll(files: readonly SwappedFile[], environment: Environment): Promise<boolean> {
  const written: { readonly of: SwappedFile; readonly bytes: Uint8Array }[] = [];
  for (const of of files) {
    const bytes = encodeText(of.text, of.content) ?? of.bytes;
    const problem = await replaceFile(environment.fileSystem, of.path, of.bytes, bytes);
    if (problem === null) {
      written.push({ of, bytes });
      continue;
    }
    environment.say(`${of.file}: cannot be replaced: ${problem}. No swap was made.`);
    for (const each of written) {
      const kept = await replaceFile(environment.fileSystem, each.of.path, each.bytes, each.of.bytes);
      if (kept !== null) environment.say(`${each.of.file}: stays swapped, as it cannot be put back: ${kept}`);
    }
    return false;
  }
  for (const { file, lines, swaps } of files) {
    for (const { range, from, to } of swaps) {
      const { line, column } = lines.positionAt(range.start);
      environment.say(`${file}:${line}:${column}: ${from} → ${to}`);
    }
  }
  return true;
}
