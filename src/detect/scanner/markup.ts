// Elements of markup in code.

import { noteSeen } from "../trail.ts";
import { isWordCharacter, skipBlank, skipSpaces, wordEnd } from "./characters.ts";
import { closeTo, openGroup, recover } from "./nesting.ts";
import { deepest, type Scan } from "./state.ts";
import { wordAt, wordBits } from "./tables.ts";

/** How many names of elements are looked up in the rest of the text, to tell `<T>(x)` from an element. */
const mostElementNames = 16;

/** Whether `<` at `at` opens an element, and no type parameters or type assertion. */
export function opensElement(scan: Scan, at: number): boolean {
  const { text } = scan;
  const first = text.charCodeAt(at + 1);
  if (first === 62) return hasClosingTag(scan, "", at);
  if (!((first >= 97 && first <= 122) || (first >= 65 && first <= 90) || first === 95 || first === 36)) return false;
  const end = elementNameEnd(scan, at + 1);
  const name = text.slice(at + 1, end);
  const next = skipBlank(scan, end, true);
  const code = text.charCodeAt(next);
  if (code === 62) return hasClosingTag(scan, name, at);
  if (code === 47) return text.charCodeAt(next + 1) === 62;
  if (next === end || name === "const") return false;
  return code === 123 || (isWordCharacter(scan, code) && !text.startsWith("extends ", next));
}

function elementNameEnd(scan: Scan, from: number): number {
  let end = wordEnd(scan, from);
  while (scan.text.charCodeAt(end) === 46 || scan.text.charCodeAt(end) === 45 || scan.text.charCodeAt(end) === 58)
    end = wordEnd(scan, end + 1);
  return Math.min(end, from + 100);
}

export function closingTag(name: string): string {
  return `</${name}>`;
}

function hasClosingTag(scan: Scan, name: string, at: number): boolean {
  const known = scan.closingTags.get(name);
  if (known === undefined && scan.closingTags.size >= mostElementNames) return false;
  if (known === -1) return false;
  const next = known !== undefined && known > at ? known : scan.text.indexOf(closingTag(name), at);
  scan.closingTags.set(name, next);
  if (next >= 0) noteSeen(scan, next + closingTag(name).length);
  return next >= 0;
}

export function openElement(scan: Scan, at: number): number {
  const end = elementNameEnd(scan, at + 1);
  openGroup(scan, "tag", 60, at + 1, end);
  scan.token = "start";
  return end;
}

/** `>` or `/` inside a tag. */
export function readTagEnd(scan: Scan, at: number, code: number): number {
  if (code === 62) {
    scan.group.role = "children";
    return at + 1;
  }
  if (scan.text.charCodeAt(at + 1) !== 62) return at + 1;
  closeTo(scan, scan.depth - 1);
  return at + 2;
}

/** Text between tags: only tags and embedded code count. */
export function readChildren(scan: Scan, from: number): number {
  const { text } = scan;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      if (beginsStatement(scan, i + 1)) {
        scan.lineFirst = i + 1;
        recover(scan);
        return i + 1;
      }
    } else if (code === 123) {
      openGroup(scan, "embedded", 123, -1, -1);
      return i + 1;
    } else if (code === 60) {
      if (text.charCodeAt(i + 1) === 47) {
        closeTo(scan, scan.depth - 1);
        let end = elementNameEnd(scan, i + 2);
        end = skipSpaces(scan, end);
        return text.charCodeAt(end) === 62 ? end + 1 : end;
      }
      if (scan.depth < deepest) return openElement(scan, i);
    }
  }
  return text.length;
}

/** Whether a line that is not indented begins with a word of a statement: no text between tags does. */
function beginsStatement(scan: Scan, at: number): boolean {
  const end = wordEnd(scan, at);
  if (end === at || scan.text.charCodeAt(end) !== 32) return false;
  const meaning = wordAt(scan.tables, scan.text, at, end);
  return meaning > 0 && (meaning & (wordBits.statement | wordBits.function | wordBits.class | wordBits.import)) !== 0;
}
