import type { CommandFindings, OuterContext } from "../findings.ts";
import type { MappedText } from "../formats/mappedText.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import type { Frame } from "../frame.ts";
import { noWord } from "./words.ts";

/** The command that is being read: its words, and how far it has been read. One object does for all commands of a text. */
export class Command {
  readonly findings: CommandFindings;
  readonly outer: OuterContext;
  /** Scans shell text that a word of the command holds. */
  readonly scanNested: (script: MappedText, outer: () => readonly Frame[]) => void;
  words: readonly Word[] = [];
  /** so many words at the beginning stand in another place, and are not added */
  silent = 0;
  i = 0;
  /** another command begins at `i`, which this one is given to run */
  runsRest = false;

  /** the words of each loop, by its variable, until it shows what they are given to */
  readonly loops: Map<string, readonly Word[]> = new Map();

  constructor(findings: CommandFindings, outer: OuterContext, scanNested: (script: MappedText, outer: () => readonly Frame[]) => void) {
    this.findings = findings;
    this.outer = outer;
    this.scanNested = scanNested;
  }

  begin(words: readonly Word[], silent: number): void {
    this.words = words;
    this.silent = silent;
    this.i = 0;
    this.runsRest = false;
  }

  /** Whether all words have been read. */
  get isRead(): boolean {
    return this.i >= this.words.length;
  }

  /** The word at `i`. */
  get word(): Word {
    return this.wordAt(this.i);
  }

  wordAt(index: number): Word {
    // asked for an index behind the end, an array takes its time
    return index < this.words.length ? (this.words[index] ?? noWord) : noWord;
  }
}
