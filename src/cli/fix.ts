import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { preferredSwaps } from "../alternatives/preferredSwaps.ts";
import type { Engine } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import { readDocuments } from "../project/documents.ts";
import { type DecodedText, encodeText, encodingNames } from "../project/encoding.ts";
import { applyEdits, createLineIndex } from "../text.ts";
import type { FixCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { absolutePath, displayPath } from "./paths.ts";
import { replaceFile } from "./replaceFile.ts";
import { count, createPaint, type Paint, printableLines } from "./terminalText.ts";

/** One preferred swap. */
interface Swap {
  readonly line: number;
  readonly column: number;
  /** what is written now */
  readonly from: string;
  readonly fix: Fix;
}

interface SwappedFile {
  readonly file: string;
  readonly path: string;
  /** as read */
  readonly bytes: Uint8Array;
  readonly content: DecodedText;
  readonly text: string;
  readonly swaps: readonly Swap[];
}

/** Shows the preferred swaps as a diff, or makes them. */
export async function fix(command: FixCommand, environment: Environment): Promise<ExitCode> {
  const engine = await environment.loadEngine();
  const paths = command.paths.map((path) => absolutePath(environment.workingDirectory, path));
  const files: SwappedFile[] = [];
  let failed = false;
  /** places with a swap that somebody has to choose */
  let others = 0;
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
      const found = swapped(engine, file, content.text);
      others += found.others;
      if (found.swaps.length > 0) files.push({ file, path, bytes, content, text: found.text, swaps: found.swaps });
    } catch (error) {
      // Our own failure with one file must not keep the others from being fixed.
      failed = true;
      environment.say(`${file}: cannot be analysed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  files.sort((a, b) => (a.file < b.file ? -1 : 1));

  let done = 0;
  let changed = 0;
  const paint = createPaint(environment.color);
  for (const each of files) {
    const problem = command.write ? await write(each, environment) : await print(each, environment, paint);
    if (problem !== null) {
      // a diff that cannot be shown loses nothing: the swap is still there to be made
      if (command.write) failed = true;
      environment.say(`${each.file}: left as it is: ${problem}`);
      continue;
    }
    done += each.swaps.length;
    changed++;
    if (command.write) {
      for (const { line, column, from, fix } of each.swaps) {
        environment.say(`${each.file}:${line}:${column}: ${from} → ${fix.edits[0]?.text ?? ""}`);
      }
    }
  }
  if (files.length === 0) environment.say("No preferred swaps: nothing to do.");
  else if (command.write) environment.say(`${count(done, "swap")} made in ${count(changed, "file")}.`);
  else environment.say(`${count(done, "swap")} in ${count(changed, "file")}; make them with --write.`);
  if (others > 0) {
    environment.say(
      `${count(others, "other place")} ${others === 1 ? "has a swap" : "have swaps"} that you have to choose yourself: see open-recipe scan.`,
    );
  }
  return failed ? 2 : 0;
}

/** The preferred swaps of a text, and the text with all of them made. */
function swapped(engine: Engine, file: string, text: string): { text: string; swaps: readonly Swap[]; others: number } {
  const { swaps, others } = preferredSwaps(engine.analyze({ path: file, text }), engine);
  const lines = createLineIndex(text);
  return {
    text: applyEdits(
      text,
      swaps.flatMap(({ edits }) => edits),
    ),
    swaps: swaps.map(({ reference: { candidate }, fix }) => ({ ...lines.positionAt(candidate.range.start), from: candidate.text, fix })),
    others,
  };
}

/** Prints the file's diff; returns what keeps it from being printed, or null. */
async function print(each: SwappedFile, environment: Environment, paint: Paint): Promise<string | null> {
  const { file, content, text } = each;
  if (content.encoding !== "utf-8") return `it is ${encodingNames[content.encoding]}, which a diff cannot carry; --write changes it`;
  const mark = content.byteOrderMark ? "\ufeff" : "";
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, mark + content.text, mark + text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // Whoever applies a diff needs each of its bytes; on a terminal nobody does.
  await environment.print(environment.terminal ? colored(printableLines(patch), paint) : patch);
  return null;
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

/** Replaces the file; returns what keeps it from being replaced, or null. */
async function write({ path, bytes, content, text }: SwappedFile, environment: Environment): Promise<string | null> {
  const written = encodeText(text, content);
  return written === null
    ? `what is to be written cannot be said in ${encodingNames[content.encoding]}`
    : replaceFile(environment.fileSystem, path, bytes, written);
}
