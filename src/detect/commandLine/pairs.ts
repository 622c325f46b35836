import type { Frame } from "../candidate.ts";
import { type MappedText, subText } from "../formats/mappedText.ts";
import { addValue, type CandidateList } from "../formats/values.ts";
import { keyAt, maximumKeyLength } from "./looks.ts";

const doubleQuote = 34;

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
