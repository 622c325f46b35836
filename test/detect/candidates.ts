import assert from "node:assert/strict";
import type { Candidate, Format } from "../../src/detect/candidate.ts";
import type { Frame } from "../../src/detect/frame.ts";

/**
 * Asserts that `format` finds exactly the stretches between `«` and `»`, no more and no fewer, and returns the candidates of
 * the text without the marks.
 */
export function assertMarked(format: Format, marked: string): readonly Candidate[] {
  const { text, ranges } = unmark(marked);
  const { candidates } = format.detect(text);
  assert.deepEqual(
    candidates.map(({ range }) => `${range.start}-${range.end} ${text.slice(range.start, range.end)}`),
    ranges.map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`),
  );
  return candidates;
}

function unmark(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let text = "";
  let start = 0;
  for (const character of marked) {
    if (character === "«") start = text.length;
    else if (character === "»") ranges.push({ start, end: text.length });
    else text += character;
  }
  return { text, ranges };
}

/** The context of a candidate in one line, from the innermost layer outward: `flag vllm serve --model < property command`. */
export function contextText(candidate: Candidate | undefined): string {
  return (candidate?.context ?? []).map(frameText).join(" < ");
}

/** `text: context` of each candidate. */
export function inContext(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map((candidate) => `${candidate.text}: ${contextText(candidate)}`);
}

function frameText(frame: Frame): string {
  switch (frame.kind) {
    case "property":
      return `property ${frame.key}`;
    case "item":
      return `item ${frame.index}${frame.previous === null ? "" : ` after ${frame.previous}`}`;
    case "assignment":
      return `assignment ${frame.name}`;
    case "fallback":
      return `fallback ${frame.name}`;
    case "flag":
      return `flag ${frame.command} ${frame.name}`;
    case "operand":
      return `operand ${frame.command} ${frame.position}`;
    case "instruction":
      return `instruction ${frame.name}`;
    case "address":
      return `address ${frame.site}`;
    case "argument":
      return `argument ${frame.callee} ${frame.keyword ?? frame.position}`;
    case "declaration":
      return `declaration ${frame.of}`;
    case "example":
      return frame.of === "data" ? "example of data" : "example";
    case "comparison":
      return frame.kind;
  }
}

/** Asserts that every candidate lies inside the text, in order, and that a plain one is what its range says. */
export function assertSound(format: Format, text: string): void {
  let last = 0;
  for (const { range, text: value } of format.detect(text).candidates) {
    assert.ok(
      range.start >= last && range.end > range.start && range.end <= text.length,
      `${range.start}-${range.end} after ${last} of ${text.length}`,
    );
    if (range.end - range.start === value.length) assert.equal(value, text.slice(range.start, range.end));
    last = range.start;
  }
}

/**
 * Asserts that eight times the text does not take much more than eight times as long: `repeated` is a text that hurts when it is
 * repeated. The best of several runs counts, since the machine does other things too.
 */
export function assertLinear(format: Format, repeated: string): void {
  const length = 60_000;
  const small = repeated.repeat(Math.ceil(length / repeated.length));
  const large = repeated.repeat(Math.ceil((8 * length) / repeated.length));
  format.detect(small);
  const smallTime = bestOf(4, () => format.detect(small));
  const largeTime = bestOf(2, () => format.detect(large));
  // what the garbage collector takes says nothing; what is quadratic takes seconds
  assert.ok(
    largeTime < 20 * smallTime + 500,
    `${JSON.stringify(repeated.slice(0, 20))}: ${smallTime.toFixed(1)} ms, then ${largeTime.toFixed(1)} ms`,
  );
}

function bestOf(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Beginnings and pieces of which broken text of any of our formats is made. */
export const fragments: readonly string[] = [
  '"',
  "'",
  "`",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  "$",
  "${",
  "${M:-",
  "$(",
  "{{",
  "}}",
  "<<",
  "<<E\n",
  "\\",
  "\n",
  "\r\n",
  "\t",
  " ",
  "  ",
  "# ",
  ":",
  ": ",
  "- ",
  ",",
  "=",
  "|",
  "|\n",
  ">-\n",
  "&a ",
  "*a",
  "!t ",
  "? ",
  "---\n",
  "model",
  "gpt-4o",
  "MODEL=",
  "FROM ",
  '"""',
  "é",
  "😀",
  "\u2028",
  "\u0000",
  "ollama run ",
  "case x in ",
  "esac",
  "--model ",
  "//",
  "/*",
  "\\u00",
  "%%bash\\n",
  "!",
  '"command":',
  '"args":[',
  "args: ",
  '{"cells":[{"cell_type":"code","source":["',
];
