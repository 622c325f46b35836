/*
 * Whether a document names a model is told at a fraction of what it takes to read it: by all that might be a name in it, whatever it stands
 * in. That is rather too often: quotes are not told from each other, and comments not from code. The patterns are linear.
 */

import { plausible } from "./plausible.ts";

/** A text between quotes of any kind, or the default of a placeholder; behind an escape the text may be longer, as in `"{\"model\": ...}"`. */
const quoted = /(?:["'`]|\$\{[\w./@+~-]{0,100}:-?)([\w.:/@+~-]{2,300})(?=["'`}\\])/g;

/** What stands by itself and is more than words with dots between them, after an escape as well, as in `"a\nb/c"`. */
const unquoted = /(?:(?<![\w.:/@+~-])(?<!\\(?=[nrt]))|(?<=\\[nrt]))[A-Za-z_.@~+]*[-/:\d][\w.:/@+~-]*/g;

/** Whether a text between quotes in `text`, or the default of a placeholder (`${model:name}`, `${MODEL:-name}`), is a name that `isWanted`. */
export function someQuotedName(text: string, isWanted: (name: string) => boolean): boolean {
  for (const [, name = ""] of text.matchAll(quoted)) if (plausible(name) && isWanted(name)) return true;
  return false;
}

/** Whether anything in `text` but plain words is a name that `isWanted`: for formats that need no quotes around a value. */
export function someUnquotedName(text: string, isWanted: (name: string) => boolean): boolean {
  for (const [name] of text.matchAll(unquoted)) if (plausible(name) && isWanted(name)) return true;
  return false;
}
