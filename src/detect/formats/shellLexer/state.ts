import { MappedTextBuilder } from "../mappedText.ts";
import type { HereDocument, SimpleCommand, Word } from "./word.ts";

/** Substitutions nested deeper than any script's are read flat, which bounds the memory that hostile text can take. */
export const maximumNesting = 256;

/** What is being read: a list of commands, or a stretch of a word with rules of its own. */
export type Stretch = "commands" | "double" | "parameter" | "arithmetic";

/** What stands in a list before its first word. Nothing is ever put into it: most lists stay empty, or have one word. */
export const noWords: Word[] = [];

/** A list of commands that is open, and the word in it that is being read. */
export class CommandList {
  /** what closes it: `)`, a backtick, or nothing */
  closer = 0;
  /** the variable when the list is an array's elements */
  array: string | null = null;
  words: Word[] = noWords;
  /** the word that is being read, where it is not plain */
  builder: MappedTextBuilder | null = null;
  wordStart = 0;
  quoted = false;
  literal = false;
  /** something in the word is nested too deep to be followed */
  flat = false;
  /** the next word is the target of a redirection */
  redirected = false;
  /** that redirection is one of the output */
  output = false;
  target: string | null = null;
  /** inside `[[ ]]` */
  testing = false;
  /** enclosing `case` commands: true while the next words are patterns; null before the first one */
  cases: boolean[] | null = null;

  /** Whether the next words are the patterns of a case label. */
  get inPatterns(): boolean {
    const { cases } = this;
    return cases !== null && cases.length > 0 && cases[cases.length - 1] === true;
  }
}

/** All that one pass over shell text remembers. */
export class ShellScan {
  readonly text: string;
  readonly onCommand: (command: SimpleCommand) => void;
  readonly onHereDocument: (document: HereDocument) => void;
  i = 0;
  /** what is being read */
  stretch: Stretch = "commands";
  /** the innermost list of commands: the one whose word is being read */
  list: CommandList = new CommandList();
  /** here-documents that begin behind the line that is being read */
  readonly announced: { readonly delimiter: string; readonly tabs: boolean }[] = [];
  /** where the next `}}` stands, as far as one has been sought */
  templateClose = -1;
  /** open parentheses of the innermost arithmetic expression, which holds nothing else */
  parentheses = 0;
  /** what the stretches around are, the outermost first */
  private readonly around: Stretch[] = [];
  /** every list that has been opened, by its depth: one that is closed serves again */
  private readonly lists: CommandList[] = [this.list];
  private depth = 0;
  /** the builder of a word that has ended, for the next one */
  private spare: MappedTextBuilder | null = null;

  constructor(text: string, onCommand: (command: SimpleCommand) => void, onHereDocument: (document: HereDocument) => void) {
    this.text = text;
    this.onCommand = onCommand;
    this.onHereDocument = onHereDocument;
  }

  /** Whether nesting goes no deeper. */
  get isDeepest(): boolean {
    return this.around.length >= maximumNesting;
  }

  /** Whether nothing is open but the text itself. */
  get isOutermost(): boolean {
    return this.around.length === 0;
  }

  /** Goes into a stretch of the word that is being read, if it is not nested too deep. */
  open(stretch: Exclude<Stretch, "commands">): void {
    if (this.isDeepest) return;
    this.around.push(this.stretch);
    this.stretch = stretch;
  }

  /** Goes into a list of commands, if it is not nested too deep. */
  openList(closer: number, array: string | null): void {
    if (this.isDeepest) return;
    this.around.push(this.stretch);
    this.stretch = "commands";
    this.depth++;
    let list = this.lists[this.depth];
    if (list === undefined) {
      list = new CommandList();
      this.lists.push(list);
    } else if (list.cases !== null) list.cases.length = 0;
    list.closer = closer;
    list.array = array;
    this.list = list;
  }

  /** Goes out of the innermost stretch. A list's last command has been ended before. */
  close(): void {
    const outer = this.around.pop();
    if (outer === undefined) return;
    if (this.stretch === "commands") {
      this.depth--;
      this.list = this.lists[this.depth] ?? this.list;
    }
    this.stretch = outer;
  }

  /** The builder of the word that is being read, which begins at `at` if none is. */
  wordAt(at: number): MappedTextBuilder {
    const { list } = this;
    if (list.builder === null) {
      list.builder = this.spare ?? new MappedTextBuilder(this.text);
      list.wordStart = at;
      this.spare = null;
    }
    return list.builder;
  }

  /** Forgets the word that is being read. */
  dropWord(): void {
    const { builder } = this.list;
    if (builder === null) return;
    builder.reset();
    this.spare = builder;
    this.list.builder = null;
  }
}
