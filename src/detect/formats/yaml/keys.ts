import { isBlank, skipBlanks, trimEnd } from "../lines.ts";
import { separated } from "./lines.ts";
import { closingQuote, quotedValue } from "./quotes.ts";
import type { YamlScan } from "./state.ts";

const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const colon = 58;
const greater = 62;
const openBracket = 91;
const openBrace = 123;
const pipe = 124;

/** The key at `at` and the position behind its colon; null where no key of a mapping stands there. */
export function readKey(scan: YamlScan, at: number): { readonly name: string; readonly end: number } | null {
  const { text } = scan;
  const unit = text.charCodeAt(at);
  if (unit === doubleQuote || unit === singleQuote) {
    const close = closingQuote(scan, at, scan.lineEnd);
    if (close < 0) return null;
    const sign = skipBlanks(text, close + 1, scan.lineEnd);
    if (text.charCodeAt(sign) !== colon || !separated(scan, sign + 1)) return null;
    return { name: quotedValue(text, at, close).text, end: sign + 1 };
  }
  if (unit === openBrace || unit === openBracket || unit === pipe || unit === greater) return null;
  // an implicit key has at most 1024 characters (YAML 1.2.2, 7.4.2)
  const limit = Math.min(scan.lineEnd, at + 1024);
  for (let i = at; i < limit; i++) {
    const next = text.charCodeAt(i);
    if (next === colon && separated(scan, i + 1)) return { name: text.slice(at, trimEnd(text, at, i)), end: i + 1 };
    if (next === hash && i > at && isBlank(text.charCodeAt(i - 1))) return null;
  }
  return null;
}
