import type { CandidateList } from "../findings.ts";
import { type MappedText, subText } from "../formats/mappedText.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import { addValue, inside } from "../formats/values.ts";
import type { Frame } from "../frame.ts";
import { keyAt, maximumKeyLength } from "./looks.ts";
import { addWord, wordFrom } from "./words.ts";

const doubleQuote = 34;

/** The position of the `=` in an operand that sets one part of a configuration (`model.path=x`, `++model.path=x`, by Hydra's grammar), or -1. */
export function overrideAt(text: string): number {
  const equals = keyAt(text);
  return equals > 0 && text.lastIndexOf(".", equals) > 0 && !text.includes(",") ? equals : -1;
}

/** Sets the part that is called by the key's last name; by the last two where the last one alone says nothing: `model.path`. */
export function scanOverride(word: Word, equals: number, findings: CandidateList, outer: () => readonly Frame[]): void {
  const parts = word.text.slice(0, equals).split(".");
  const name = parts.slice(/^(?:path|name|id)$/.test(parts.at(-1) ?? "") ? -2 : -1).join(".");
  addWord(findings, wordFrom(word, equals + 1), () => inside({ kind: "assignment", name }, outer()));
}

/** `pretrained=x,dtype=y`, `model.name=x`, `MODEL="x"`: each value with its key. */
export function scanPairs(
  word: MappedText & { readonly literal: boolean },
  findings: CandidateList,
  context: () => readonly Frame[],
): void {
  if (word.literal) return;
  const { text } = word;
  let from = 0;
  while (from < text.length) {
    const comma = text.indexOf(",", from);
    const to = comma < 0 ? text.length : comma;
    const equals = keyAt(text.slice(from, Math.min(to, from + maximumKeyLength)));
    if (equals > 0) {
      const key = text.slice(from, from + equals);
      const isQuoted =
        text.charCodeAt(from + equals + 1) === doubleQuote && text.charCodeAt(to - 1) === doubleQuote && to - from > equals + 2;
      const value = isQuoted ? subText(word, from + equals + 2, to - 1) : subText(word, from + equals + 1, to);
      addValue(findings, value, () => [...keyFrames(key), ...context()]);
    }
    from = to + 1;
  }
}

function keyFrames(key: string): readonly Frame[] {
  if (/^[A-Z][A-Z0-9_]*$/.test(key)) return [{ kind: "assignment", name: key }];
  const frames: Frame[] = [];
  for (const part of key.split(".").reverse()) frames.push({ kind: "property", key: part });
  return frames.slice(0, 8);
}
