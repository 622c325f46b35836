// Strings: where they end, what is filled in, and what is done with a whole one.

import { endsField } from "../embeddedForm.ts";
import { beginsText } from "../embeddedText.ts";
import type { Frame } from "../frame.ts";
import type { StringKind } from "../languages/profile.ts";
import { plausible, plausibleBetween } from "../plausible.ts";
import { noteSeen } from "../trail.ts";
import { addCandidate, addCommandLine, addFlagValue, addFormFields, addListed, addText, readAddresses } from "./candidates.ts";
import { fillsIn, isOpening, wordEnd } from "./characters.ts";
import { readClose } from "./closing.ts";
import { endElement, readComma } from "./elements.ts";
import { decodeEscapes } from "./escapes.ts";
import type { Token } from "./group.ts";
import { closeTo, nameLooped, openGroup } from "./nesting.ts";
import { deepest, isValue, type Scan } from "./state.ts";
import { wordBits } from "./tables.ts";

/** As written, with escapes: the longest text that is decoded to see whether it is plausible. */
const longestWritten = 600;

/** The last parts of a configuration key that are kept. */
const mostKeyParts = 8;

/** A default inside a default inside a default ... */
const deepestPlaceholder = 4;

/** 1 for the ASCII characters that mean nothing in strings of any language, unless they close one. */
const ordinary: Uint8Array = (() => {
  const table = new Uint8Array(128).fill(1);
  for (const mark of "\n\r\\`$#{") table[mark.charCodeAt(0)] = 0;
  return table;
})();

export function readString(scan: Scan, at: number, kind: StringKind): number {
  if (kind.words === true) return readWords(scan, at, kind);
  if (kind.balanced === true) return readBalanced(scan, at, kind);
  if (scan.group.role === "tag" && !kind.multiLine) return readAttribute(scan, at + kind.open.length, kind);
  if (scan.tables.profile.spacedLists === true && scan.group.role === "list" && isValue(scan.token)) {
    endElement(scan);
    readComma(scan);
  }
  if (scan.tables.profile.stringCalls !== undefined && isCalled(scan, at)) return readArgument(scan, at, kind);
  return readStringContent(scan, at + kind.open.length, at + kind.open.length, kind, false);
}

/** Whether the string at `at` is the argument of the name before it. */
function isCalled(scan: Scan, at: number): boolean {
  if (scan.token !== "name" || scan.overflow > 0 || scan.depth >= deepest) return false;
  return scan.tables.profile.stringCalls === "spaced" || scan.nameEnd === at;
}

/** A string that is all that a call is given: `f "x"`. */
function readArgument(scan: Scan, at: number, { interpolation, ...kind }: StringKind): number {
  openGroup(scan, "call", 40, scan.nameStart, scan.nameEnd);
  const start = at + kind.open.length;
  const end = readStringContent(scan, start, start, kind, false);
  return readClose(scan, end - 1, 41);
}

/** Goes on with the string in which the code that ends before `from` is filled in. */
export function resumeString(scan: Scan, from: number): number {
  const group = scan.groups[scan.depth + 1];
  return group === undefined || group.stringKind === null ? from : readStringContent(scan, group.stringStart, from, group.stringKind, true);
}

/** The value of a tag's attribute: nothing is escaped, and it goes on over lines where what stands around its end shows that it is whole. */
function readAttribute(scan: Scan, start: number, kind: StringKind): number {
  const { text } = scan;
  const end = text.indexOf(kind.close, start);
  const whole =
    end >= 0 && (!breaksLine(text, start, end) || (/[\s/>]/.test(text.charAt(end + 1)) && !/[=({,]/.test(text.charAt(end - 1))));
  if (!whole) {
    noteSeen(scan, end < 0 ? text.length : end + 2);
    return readStringContent(scan, start, start, kind, false);
  }
  endString(scan, start, end, end + 1, kind, false, false);
  return end + 1;
}

function breaksLine(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** The end of a string in which brackets like its own stand in pairs. */
function balancedEnd(scan: Scan, from: number, open: number, close: number): number {
  const { text } = scan;
  let depth = 0;
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === close && depth-- === 0) break;
    else if (code === open) depth++;
  }
  return Math.min(i, text.length);
}

function readBalanced(scan: Scan, at: number, kind: StringKind): number {
  if (isValue(scan.token)) return at + 1;
  const start = at + kind.open.length;
  const open = kind.open.charCodeAt(kind.open.length - 1);
  const close = kind.close.charCodeAt(0);
  const end = balancedEnd(scan, start, open === close ? -1 : open, close);
  const { interpolation } = kind;
  const filled = interpolation !== undefined && scan.text.slice(start, end).includes(interpolation.open);
  endString(scan, start, end, end + 1, kind, filled, false);
  return end + 1;
}

/** `%w[a b]`: a list of words. */
function readWords(scan: Scan, at: number, kind: StringKind): number {
  const { text } = scan;
  if (isValue(scan.token) || scan.overflow > 0) return at + 1;
  const start = at + kind.open.length;
  const close = kind.close.charCodeAt(0);
  const end = balancedEnd(scan, start, -1, close);
  const loops = (scan.token === "start" || at === scan.lineFirst) && scan.group.holdsStatements;
  openGroup(scan, "list", 91, -1, -1);
  if (loops) nameLooped(scan, end + 1);
  for (let i = start; i < end; i++) {
    let wordStop = i;
    while (wordStop < end && text.charCodeAt(wordStop) > 32) wordStop++;
    if (wordStop === i) continue;
    endString(scan, i, wordStop, end, { ...kind, escapes: "none" }, false, false);
    endElement(scan);
    readComma(scan);
    i = wordStop;
  }
  return scan.overflow > 0 ? end : readClose(scan, end, 93);
}

/** Reads on in a string from `from`; `filled`: code was filled in before that. */
function readStringContent(scan: Scan, start: number, from: number, kind: StringKind, filled: boolean): number {
  const { text } = scan;
  const { close, interpolation } = kind;
  const closeCode = close.charCodeAt(0);
  const interpolationCode = interpolation === undefined ? -1 : interpolation.open.charCodeAt(0);
  const bareCode = interpolation?.bare === undefined ? -1 : interpolation.bare.charCodeAt(0);
  const escapes = kind.escapes === "backslash" || kind.escapes === "raw";
  const doubled = kind.escapes === "doubled" || kind.escapes === "backtick";
  const escapeCode = kind.escapes === "backtick" ? 96 : 92;
  let escaped = false;
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 && ordinary[code] === 1 && code !== closeCode) continue;
    if (code === closeCode) {
      if (doubled && text.startsWith(close, i + close.length)) {
        i += 2 * close.length - 1;
        filled = true;
      } else if (kind.closeEscapes !== undefined && escapesBehind(text, i, close, kind.closeEscapes)) {
        i += close.length;
        filled = true;
      } else if (close.length === 1 || text.startsWith(close, i)) {
        endString(scan, start, i, i + close.length, kind, filled, escaped);
        return i + close.length;
      }
    } else if (code === interpolationCode && interpolation !== undefined && text.startsWith(interpolation.open, i)) {
      const length = interpolation.open.length;
      if (interpolation.doubled && text.startsWith(interpolation.open, i + length)) {
        i += 2 * length - 1;
        filled = true;
        continue;
      }
      if (scan.overflow > 0 || scan.depth >= deepest) {
        filled = true;
        continue;
      }
      if (!filled) readAddresses(scan, start, i, i, true);
      const inLine = !kind.multiLine && scan.lineString < 0;
      const bracket = interpolation.open.charCodeAt(length - 1);
      openGroup(scan, "interpolation", isOpening(bracket) ? bracket : 123, -1, -1);
      scan.group.stringKind = kind;
      scan.group.stringStart = start;
      if (inLine) scan.lineString = scan.depth;
      return i + length;
    } else if (code === bareCode && fillsIn(scan, i + 1)) {
      if (!filled) readAddresses(scan, start, i, i, true);
      filled = true;
    } else if (code === escapeCode) {
      if (escapeCode === 96) filled = true;
      else if (!escapes) continue;
      escaped = true;
      i++;
      if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    } else if (code === 10 || code === 13) {
      if (!kind.multiLine) break;
    }
  }
  // not closed: a string that must end on its line is broken, the line after it is not
  scan.stringAlone = false;
  scan.stringStart = start;
  scan.stringEnd = Math.min(i, text.length);
  scan.token = "string";
  return Math.min(i, text.length);
}

/** Whether the closing mark at `at` escapes what stands behind it. */
function escapesBehind(text: string, at: number, close: string, escaped: string): boolean {
  const behind = at + close.length;
  return behind < text.length && text.startsWith(close, at) && escaped.includes(text.charAt(behind));
}

/** A quote that opens no string: a lifetime, a digit separator. */
export function readLoneQuote(scan: Scan, at: number): number {
  const kinds = scan.tables.strings[scan.text.charCodeAt(at)];
  return kinds?.some((kind) => kind.character === true) ? wordEnd(scan, at + 1) : at + 1;
}

/** How the value that is filled in is written: up to its bracket, which is taken for text, nothing is code but what is filled in there. */
export function readFormat(scan: Scan, from: number): number {
  const { stringKind, stringStart } = scan.group;
  closeTo(scan, scan.depth - 1);
  return stringKind === null ? from : readStringContent(scan, stringStart, from, stringKind, true);
}

/** A whole string: `[start, end)` is what stands between its quotes, `after` the place behind it. */
export function endString(
  scan: Scan,
  start: number,
  end: number,
  after: number,
  kind: StringKind,
  filled: boolean,
  escaped: boolean,
): void {
  const { token, group, stringStart: previousStart, stringEnd: previousEnd } = scan;
  if (scan.literals !== null) scan.literals.push({ start, end, filled });
  scan.stringAlone = token === "start" || (group.role === "tag" && token === "operator");
  scan.stringStart = start;
  scan.stringEnd = end;
  if (!filled && isModule(scan, token, start, end)) {
    scan.token = "string";
    return;
  }
  const pages = scan.markStart < end && readAddresses(scan, start, end, after, false);
  if (escaped && endsField(scan.text, start, end)) addFormFields(scan, start, end, after, previousStart, previousEnd);
  if (!pages && kind.bytes !== true && beginsText(scan.text, start, end, kind)) addText(scan, start, end, after, kind);
  else if (!pages && !filled && kind.bytes !== true) {
    const { configurationStrings } = scan.tables.profile;
    if (group.role === "type" && scan.tables.profile.fieldTags === true) readFieldTag(scan, start, end);
    else if (configurationStrings === true && readConfiguration(scan, start, end, after)) {
      // a part of it has been added
    } else if (escaped && kind.escapes === "backslash") {
      if (end - start <= longestWritten) {
        const text = decodeEscapes(scan.text.slice(start, end));
        if (plausible(text)) addCandidate(scan, text, start, end, after);
      }
    } else if (scan.text.charCodeAt(start) === 45) addFlagValue(scan, start, end, after);
    else if (plausibleBetween(scan.text, start, end)) addCandidate(scan, null, start, end, after);
    else {
      const mark = firstMarkIn(scan.text, start, end);
      if (mark === comma || mark === semicolon) addListed(scan, start, end, after);
      else if (mark === space) addCommandLine(scan, start, end, after);
    }
  }
  if (group.role === "tag") group.keyStart = -1;
  scan.token = "string";
}

/** Longer words are no names, see {@link plausible}. */
const longestName = 200;

const space = 32;
const comma = 44;
const semicolon = 59;

/** What stands behind the first word of a string: a blank, or the comma or semicolon of a list; -1 where the string is no such. */
function firstMarkIn(text: string, start: number, end: number): number {
  for (let i = start; i < end && i - start < longestName; i++) {
    const code = text.charCodeAt(i);
    if (code === comma || code === semicolon || code <= space) return i > start ? Math.max(code, space) : -1;
  }
  return -1;
}

/** The default that a struct's tag states, by caarlos0/env, envconfig, cleanenv, kong and go-flags: `Model string \`envDefault:"gpt-4o"\``. */
const tagDefault = /(?:^|\s)(?:envDefault|env-default|default):"([^"\\]{1,200})"/;

function readFieldTag(scan: Scan, start: number, end: number): void {
  if (end - start > longestWritten) return;
  const { text, interest, lineFirst } = scan;
  const tag = text.slice(start, end);
  const match = tagDefault.exec(tag);
  const value = match?.[1];
  if (match === null || value === undefined || !plausible(value)) return;
  const name = text.slice(lineFirst, wordEnd(scan, lineFirst));
  if (interest !== null && !interest.inText(value) && !interest.inName(name)) return;
  const at = start + match.index + match[0].length - 1 - value.length;
  scan.candidates.push({ text: value, range: { start: at, end: at + value.length }, context: [{ kind: "assignment", name }], cell: null });
  scan.lastCandidate = at;
}

/** How long the quote is that stands at both ends of the string: `"\"x\""`, `'"x"'`, which is a literal of the code that a build makes of it. */
function quoteWithin(text: string, start: number, end: number): number {
  const length = text.charCodeAt(start) === 92 ? 2 : 1;
  const isQuoted = end - start > 2 * length && text.charCodeAt(start + length - 1) === 34 && text.charCodeAt(end - 1) === 34;
  return isQuoted && (length === 1 || text.charCodeAt(end - 2) === 92) ? length : 0;
}

/**
 * Adds the value in `${key:value}`, with what stands in for it in turn, in `some.key=value` and in `"value"`; false where the string is none of these.
 * The dollar sign may be escaped, as Kotlin wants it.
 */
function readConfiguration(scan: Scan, start: number, end: number, after: number): boolean {
  const { text } = scan;
  if (end - start > longestWritten) return false;
  let from = start;
  let to = end;
  const quote = quoteWithin(text, start, end);
  if (quote > 0) {
    if (plausibleBetween(text, start + quote, end - quote)) addCandidate(scan, null, start + quote, end - quote, after);
    return true;
  }
  let key: readonly Frame[] | null = null;
  for (let depth = 0; depth < deepestPlaceholder; depth++) {
    const open = text.charCodeAt(from) === 92 ? from + 1 : from;
    if (!text.startsWith("${", open) || text.charCodeAt(to - 1) !== 125) break;
    const written = text.slice(open + 2, to - 1);
    const colon = written.indexOf(":");
    if (colon < 0) return true;
    key = [{ kind: "fallback", name: written.slice(0, colon) }];
    from = open + 3 + colon;
    to--;
  }
  if (key === null) {
    let equals = start;
    let dotted = false;
    for (; equals < end; equals++) {
      const code = text.charCodeAt(equals);
      if (code === 46) dotted = true;
      else if (code !== 45 && !(code < 128 && scan.tables.wordCharacters[code] === 1)) break;
    }
    if (!dotted || equals === start || text.charCodeAt(equals) !== 61) return false;
    const parts = text.slice(start, equals).split(".").reverse();
    key = parts.slice(0, mostKeyParts).map((part) => ({ kind: "property", key: part }));
    from = equals + 1;
  }
  if (plausibleBetween(text, from, to)) addCandidate(scan, null, from, to, after, null, false, key);
  return true;
}

/** Whether the string names a module: `from "x"`, `import "x"`, `require("x")`. */
function isModule(scan: Scan, token: Token, start: number, end: number): boolean {
  const { group } = scan;
  const imported = token === "word" ? (scan.word & (wordBits.import | wordBits["import-source"])) !== 0 : token === "name";
  if (group.role === "modules" || (imported && group.importing && (token === "word" || scan.tables.profile.typeAfterName === true))) {
    scan.modules.push(scan.text.slice(start, end));
    return true;
  }
  if (group.role !== "call" || group.index !== 0 || token !== "start" || group.keyStart >= 0) return false;
  if (group.nameEnd - group.nameStart > scan.tables.longestImportCall || scan.overflow > 0) return false;
  if (!scan.tables.importCalls.has(scan.text.slice(group.nameStart, group.nameEnd))) return false;
  scan.modules.push(scan.text.slice(start, end));
  return true;
}
