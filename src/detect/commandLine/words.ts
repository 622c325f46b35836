import type { CandidateList } from "../findings.ts";
import { type MappedText, subText } from "../formats/mappedText.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import { addValue } from "../formats/values.ts";
import type { Frame } from "../frame.ts";

/** Stands behind the last word of a command. */
export const noWord: Word = { text: "", offset: 0, segments: null, quoted: false, literal: false, index: -1 };

/** A word of a command line that is written as a value of its own: an element of a list in a configuration file. */
export function wordOf(value: MappedText, index: number): Word {
  return { text: value.text, offset: value.offset, segments: value.segments, quoted: false, literal: false, index };
}

/** A word that stands in another place: it says what the ones behind it are, and is no candidate. */
export function silentWord(text: string): Word {
  return { ...noWord, text };
}

/** The word without what stands before `start`. */
export function wordFrom(word: Word, start: number): Word {
  const { text, offset, segments } = subText(word, start, word.text.length);
  return { text, offset, segments, quoted: word.quoted, literal: word.literal, index: word.index };
}

/** Adds what a word holds, if the shell changes nothing in it. */
export function addWord(out: CandidateList, word: MappedText & { readonly literal: boolean }, context: () => readonly Frame[]): void {
  if (!word.literal) addValue(out, word, context);
}
