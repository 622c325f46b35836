import { isBlank, isOrdinary } from "./runs.ts";
import type { ShellScan } from "./state.ts";

const tab = 9;
const carriageReturn = 13;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const dash = 45;
const backslash = 92;

/** Of a line that announces a here-document, so many characters at its end are looked at. */
const longestAnnouncement = 2000;

/** The `-` and the delimiter behind `<<`. */
export function announceHereDocument(scan: ShellScan): void {
  const { text } = scan;
  const tabs = text.charCodeAt(scan.i) === dash;
  if (tabs) scan.i++;
  while (isBlank(text.charCodeAt(scan.i))) scan.i++;
  let delimiter = "";
  while (scan.i < text.length) {
    const unit = text.charCodeAt(scan.i);
    if (unit === doubleQuote || unit === singleQuote) {
      const close = text.indexOf(text.charAt(scan.i), scan.i + 1);
      const end = close < 0 ? text.length : close;
      delimiter += text.slice(scan.i + 1, end);
      scan.i = end + 1;
    } else if (unit === backslash) {
      delimiter += text.charAt(scan.i + 1);
      scan.i += 2;
    } else if (isOrdinary(unit) || unit === hash) {
      delimiter += text.charAt(scan.i);
      scan.i++;
    } else break;
  }
  if (delimiter !== "") scan.announced.push({ delimiter, tabs });
}

/** The here-documents that the line before `i` announces: handed out, and passed over. */
export function readHereDocuments(scan: ShellScan): void {
  const { text } = scan;
  const line = text.slice(Math.max(text.lastIndexOf("\n", scan.i - 2) + 1, scan.i - longestAnnouncement), scan.i);
  for (const { delimiter, tabs } of scan.announced) {
    const start = scan.i;
    let end = start;
    let done = false;
    while (!done && scan.i < text.length) {
      const newline = text.indexOf("\n", scan.i);
      const lineEnd = newline < 0 ? text.length : newline;
      let from = scan.i;
      let to = lineEnd;
      if (tabs) while (from < to && text.charCodeAt(from) === tab) from++;
      if (to > from && text.charCodeAt(to - 1) === carriageReturn) to--;
      done = to - from === delimiter.length && text.startsWith(delimiter, from);
      end = scan.i;
      scan.i = newline < 0 ? text.length : newline + 1;
    }
    if (done) scan.onHereDocument({ start, end, line });
  }
  scan.announced.length = 0;
}
