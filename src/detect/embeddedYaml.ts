import type { Candidate } from "./candidate.ts";
import { behindComments, isTellingPlace, isWord } from "./embeddedConfiguration.ts";
import type { CandidateList } from "./findings.ts";
import { type MappedText, subText } from "./formats/mappedText.ts";
import { addValue, maximumContextDepth } from "./formats/values.ts";
import type { Frame } from "./frame.ts";

/*
 * Programs, tests and notebooks write configurations as YAML into strings of several lines. So they do with prompts, in which a colon stands for
 * anything: a string is read only where all of it is the mappings and lists of a configuration, and there only what keys of models hold.
 */

/** A key of a model with its colon, in a whole string, most of which are told by it to be none. */
const tellingLine = /(?:model|llm|embed|rerank|pretrained|checkpoint)[\w-]{0,40}["']?:/i;

/** A key in small letters, and what shows that it is one. */
const firstKey = /^[a-z_][\w.-]{0,60}:[ \r\n]/;
const longestFirstKey = 63;

/** A line alone is as likely to be prose. */
const fewestEntries = 2;

/** Longer values name no model. */
const longestValue = 400;

/**
 * Whether what stands in the string of several lines whose first character that is not blank is at `first`, and which ends at `end`, begins as a
 * mapping of YAML does, by a key in small letters, comments aside, and has a key that may name a model.
 */
export function beginsMapping(text: string, first: number, end: number): boolean {
  const at = behindComments(text, first, end);
  if (!firstKey.test(text.slice(at, Math.min(end, at + longestFirstKey)))) return false;
  const written = text.slice(at, end);
  return written.includes("\n") && tellingLine.test(written);
}

/** What a line begins with: indentation, the dashes of list items, a key that may be in quotes. Behind it stands the value. */
const beginning = /^( *)((?:- +)*)(?:(["']?)([A-Za-z_][\w./@-]{0,60})\3:(?= |\r?$) *)?/;

/** A value in quotes or without, alone on its line save for a comment. */
const scalar = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#[\]{}|>&*!%@`][^#]*?))\s*(?:\s#.*)?$/;

/** What shows that the lines which are indented more are text. */
const blockMark = /^[|>][-+\d]{0,2}\s*(?:#.*)?$/;

/** A mapping or a list that a line stands in. */
interface Level {
  readonly column: number;
  readonly frame: Frame;
}

/**
 * What keys of models hold in the YAML that a string is, as candidates with their place in the document and the keys around them; none where a line
 * is not of YAML. A word alone is no model: it may stand for a type or a choice.
 */
export function mappingStrings(value: MappedText): readonly Candidate[] {
  const { text } = value;
  const found: CandidateList = { candidates: [], interest: null };
  const levels: Level[] = [];
  /** the column of the key whose text the lines are that are indented more, or -1 */
  let block = -1;
  let entries = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    const content = line.search(/\S/);
    if (line.startsWith("---")) levels.length = 0;
    else if (content >= 0 && line.charAt(content) !== "#" && !(block >= 0 && content > block)) {
      block = -1;
      const match = beginning.exec(line);
      const [whole = "", indent = "", dashes = "", , key] = match ?? [];
      const column = indent.length + dashes.length;
      if (key === undefined && dashes === "") {
        // goes on with the value of the line before
        if (content <= (levels.at(-1)?.column ?? content)) return [];
      } else {
        entries++;
        enter(levels, indent.length, dashes, key ?? null, column);
        const rest = line.slice(whole.length);
        if (blockMark.test(rest)) block = column - (key === undefined ? 1 : 0);
        else addScalar(found, value, start + whole.length, rest, levels);
      }
    }
    start = end + 1;
  }
  return entries < fewestEntries ? [] : found.candidates;
}

/** Goes to where a line stands: out of what is indented as much or more, into the items that its dashes begin and the value of its key. */
function enter(levels: Level[], indent: number, dashes: string, key: string | null, column: number): void {
  for (let i = 0; i < dashes.length; i++) {
    if (dashes.charAt(i) !== "-") continue;
    const at = indent + i;
    leave(levels, at + 1);
    const before = levels.at(-1);
    const isNext = before?.column === at && before.frame.kind === "item";
    if (isNext) levels.pop();
    const index = isNext && before.frame.kind === "item" ? before.frame.index + 1 : 0;
    levels.push({ column: at, frame: { kind: "item", index, previous: null } });
  }
  if (key === null) return;
  leave(levels, column);
  levels.push({ column, frame: { kind: "property", key } });
}

function leave(levels: Level[], column: number): void {
  while ((levels.at(-1)?.column ?? -1) >= column) levels.pop();
}

function addScalar(found: CandidateList, value: MappedText, start: number, rest: string, levels: readonly Level[]): void {
  const match = rest.length > longestValue ? null : scalar.exec(rest);
  const written = match?.[1] ?? match?.[2] ?? match?.[3];
  if (written === undefined || isWord(written)) return;
  const context = levels
    .slice(-maximumContextDepth)
    .map(({ frame }) => frame)
    .reverse();
  if (!isTellingPlace(context)) return;
  const from = start + (match?.[3] === undefined ? 1 : 0);
  addValue(found, subText(value, from, from + written.length), () => context);
}
