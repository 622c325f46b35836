import { endWord } from "./commands.ts";
import { announceHereDocument } from "./hereDocuments.ts";
import { isDigit } from "./runs.ts";
import type { ShellScan } from "./state.ts";

const ampersand = 38;
const less = 60;
const greater = 62;
const pipe = 124;

/** `<`, `>`, `>>`, `2>&1`, `<<EOF` and the like, at `i`. */
export function readRedirection(scan: ShellScan): void {
  const { text, list } = scan;
  // `2>`: the number of a descriptor is no word
  if (list.builder !== null && isDigit(text.charCodeAt(scan.i - 1)) && isNumber(list.builder.build().text)) scan.dropWord();
  endWord(scan);
  if (text.charCodeAt(scan.i) === less && text.charCodeAt(scan.i + 1) === less && text.charCodeAt(scan.i + 2) !== less) {
    scan.i += 2;
    announceHereDocument(scan);
    return;
  }
  list.output = false;
  for (; scan.i < text.length; scan.i++) {
    const unit = text.charCodeAt(scan.i);
    if (unit === greater) list.output = true;
    else if (unit !== less && unit !== ampersand && unit !== pipe) break;
  }
  list.redirected = true;
}

function isNumber(text: string): boolean {
  return text.length < 4 && /^\d+$/.test(text);
}
