// Into mappings and sequences, and out of them.

import { addWordList, noFacts } from "../configCommands.ts";
import { maximumNesting } from "../values.ts";
import { Level, type YamlScan } from "./state.ts";

export function push(scan: YamlScan, sequence: boolean, indent: number): Level {
  // block collections of such depth are no file of anybody: the innermost one is given up
  if (scan.stack.length > maximumNesting) scan.stack.pop();
  const level = new Level(sequence, indent);
  scan.stack.push(level);
  scan.top = level;
  return level;
}

/** Goes out of the innermost collection, which may be a command line that is whole now. */
export function pop(scan: YamlScan): void {
  const level = scan.stack.pop();
  scan.top = scan.stack.length === 0 ? null : (scan.stack[scan.stack.length - 1] ?? null);
  if (level === undefined || level.list === null) return;
  const parent = scan.top;
  const isValue = parent !== null && !parent.sequence;
  if (isValue) parent.facts ??= noFacts();
  addWordList(scan.findings, level.list, isValue ? parent.key : null, isValue ? parent.facts : null, scan.surroundings);
}

/** Closes what is indented deeper than `indent`. */
export function closeTo(scan: YamlScan, indent: number): void {
  while (scan.top !== null && scan.top.indent > indent) pop(scan);
}

/** The next element of the sequence whose dashes stand in that column. */
export function enterSequence(scan: YamlScan, column: number): void {
  closeTo(scan, column);
  const { top } = scan;
  if (top?.sequence && top.indent === column) nextElement(top);
  else push(scan, true, column);
}

/** Goes to the next element of an open sequence. */
export function nextElement(level: Level): void {
  level.index++;
  level.previous = level.current;
  level.current = null;
  level.key = null;
}

/** A key ends the sequence whose dashes stand in its column. */
export function leaveSequenceAt(scan: YamlScan, column: number): void {
  if (scan.top?.sequence && scan.top.indent === column) pop(scan);
}

/** The mapping whose keys stand in that column. */
export function enterMapping(scan: YamlScan, column: number): Level {
  closeTo(scan, column);
  leaveSequenceAt(scan, column);
  const { top } = scan;
  return top !== null && !top.sequence && top.indent === column ? top : push(scan, false, column);
}
