// A scan at rest: all that it remembers before an entry, to be kept and to be gone on from after a change.

import { detached } from "../../../detached.ts";
import type { ReaderState } from "../../resumption.ts";
import { type None, noteSeen } from "../../trail.ts";
import { isWordUnit } from "../lines.ts";
import { factsAt, isShort, textOrNull, valuesOfFacts } from "../siblingState.ts";
import { readKey } from "./keys.ts";
import { closeTo, leaveSequenceAt, push } from "./levels.ts";
import { separated, skipSpaces, startLine } from "./lines.ts";
import type { Level, YamlScan } from "./state.ts";

const dash = 45;

/** Entries that stand deeper are not gone on from: what surrounds them would take longer to keep than to read. */
const deepest = 32;

/**
 * Whether an element or a key begins on the line at `line`, and all that is open around it is known by a few values. What the line closes is
 * closed, as it is when the line is read.
 */
export function isAtRest(scan: YamlScan, line: number): boolean {
  const { text, stack } = scan;
  startLine(scan, line);
  const at = skipSpaces(text, line);
  const column = at - line;
  if (text.charCodeAt(at) === dash) {
    if (!separated(scan, at + 1)) return false;
    closeTo(scan, column);
  } else {
    noteSeen(scan, scan.lineEnd);
    if (!isWordUnit(text.charCodeAt(at)) || readKey(scan, at) === null) return false;
    closeTo(scan, column);
    leaveSequenceAt(scan, column);
  }
  return stack.length <= deepest && stack.every((level) => level.indent <= column && isKnown(level));
}

/** Whether all that a level has open is known by a few short values. */
function isKnown({ list, key, previous, current, facts }: Level): boolean {
  return list === null && isShort(facts, key, previous, current);
}

/** What is remembered of each level that is open. */
export function stateOf(scan: YamlScan): ReaderState {
  return {
    places: [],
    values: scan.stack.flatMap(({ sequence, indent, key, index, previous, current, facts }) => [
      ...detached([sequence, indent, key, index, previous, current]),
      ...valuesOfFacts(facts),
    ]),
  };
}

/** Sets a new scan to what another one remembered. */
export function restore(scan: YamlScan, { values }: ReaderState): void {
  for (let i = 0; i < values.length; ) {
    const [sequence, indent, key, index, previous, current] = values.slice(i, i + 6);
    const { facts, end } = factsAt(values, i + 6);
    const level = push(scan, sequence === true, Number(indent));
    level.key = textOrNull(key);
    level.index = Number(index);
    level.previous = textOrNull(previous);
    level.current = textOrNull(current);
    level.facts = facts;
    i = end;
  }
}

/** Never; compiles only while nothing of a level is forgotten: a new field belongs into the state, or to what is found anew or empty at rest. */
export type Forgotten = None<
  Exclude<keyof Level, "sequence" | "indent" | "key" | "index" | "previous" | "current" | "facts" | "list" | "outer" | "aroundIsOfInterest">
>;
