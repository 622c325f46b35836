import { type MappedText, MappedTextBuilder } from "./mappedText.ts";

/**
 * A word of a command line after quote removal. Parameters stay as they are written (`${MODEL:-x}`), command
 * substitutions stand as `$`, so that a text with `$` is one that only the shell knows.
 */
export interface Word extends MappedText {
  /** some part of it stood in quotes: it is no keyword and no operator */
  readonly quoted: boolean;
  /** it holds a `$` from single quotes, which is no expansion */
  readonly literal: boolean;
  /** the element of the configuration list that the word is; -1 for a word of shell text */
  readonly index: number;
}

/** Words that belong together: a simple command, the elements of `name=(...)`, or the patterns of a case label. */
export interface SimpleCommand {
  readonly kind: "command" | "array" | "patterns";
  /** the variable of an array, else null */
  readonly name: string | null;
  readonly words: readonly Word[];
  /** the last file that the output is redirected to, as a word; null where there is none */
  readonly target: string | null;
}

/** The text of a here-document, `[start, end)`, and the line that announces it. */
export interface HereDocument {
  readonly start: number;
  readonly end: number;
  readonly line: string;
}

/** What is being read: a list of commands, or a stretch of a word with rules of its own. */
interface Layer {
  readonly kind: "commands" | "double" | "parameter" | "arithmetic";
  /** what closes a list of commands: `)`, a backtick, or nothing */
  readonly closer: number;
  /** the variable when the list is an array's elements */
  readonly array: string | null;
  /** the list of commands around this one */
  enclosing: Layer | null;
  words: Word[];
  /** the word that is being read, where it is not plain */
  builder: MappedTextBuilder | null;
  wordStart: number;
  quoted: boolean;
  literal: boolean;
  /** something in the word is nested too deep to be followed */
  flat: boolean;
  /** the next word is the target of a redirection */
  redirected: boolean;
  /** that redirection is one of the output */
  output: boolean;
  target: string | null;
  /** inside `[[ ]]` */
  testing: boolean;
  /** enclosing `case` commands: true while the next words are patterns */
  cases: boolean[];
  /** open parentheses of an arithmetic expression */
  depth: number;
}

/** Of a line that announces a here-document, so many characters at its end are looked at. */
const longestAnnouncement = 2000;

/** Longer templates are none. */
const longestTemplate = 400;

/** No command of anybody has so many words: what stands behind them is read as another, so that few are kept at a time. */
const mostWords = 2048;

/** Substitutions nested deeper than any script's are read flat, which bounds the memory that hostile text can take. */
const maximumNesting = 256;

/**
 * Splits shell text into its simple commands, those in substitutions included, each when it ends. Total and linear:
 * nesting is kept on a stack of its own, bodies of here-documents are handed out, what is cut ends at the end of the text.
 */
export function readCommands(
  text: string,
  onCommand: (command: SimpleCommand) => void,
  onHereDocument: (document: HereDocument) => void = () => {},
): void {
  new ShellReader(text, onCommand, onHereDocument).read();
}

class ShellReader {
  private readonly text: string;
  private readonly onCommand: (command: SimpleCommand) => void;
  private readonly onHereDocument: (document: HereDocument) => void;
  private readonly stack: Layer[] = [];
  private readonly hereDocuments: { delimiter: string; tabs: boolean }[] = [];
  private layer: Layer = commands(0, null);
  /** the innermost list of commands: the one whose word is being read */
  private list: Layer = this.layer;
  private i = 0;
  /** the builder of a word that has ended, for the next one */
  private spare: MappedTextBuilder | null = null;
  /** where the next `}}` stands, as far as one has been sought */
  private templateClose = -1;

  constructor(text: string, onCommand: (command: SimpleCommand) => void, onHereDocument: (document: HereDocument) => void) {
    this.text = text;
    this.onCommand = onCommand;
    this.onHereDocument = onHereDocument;
  }

  read(): void {
    while (this.i < this.text.length) {
      const unit = this.text.charCodeAt(this.i);
      if (this.layer.kind === "commands") {
        if (ordinary(unit)) this.readPlain();
        else this.readCommandUnit(unit);
        continue;
      }
      if (this.layer.kind === "arithmetic") {
        if (unit === openParenthesis) this.layer.depth++;
        else if (unit === closeParenthesis && --this.layer.depth <= 0) this.pop();
        this.i++;
        continue;
      }
      if (this.layer.kind === "parameter") {
        if (unit === closeBrace) {
          this.builder(this.i).copy(this.i, this.i + 1);
          this.pop();
          this.i++;
        } else if (unit === newline) {
          // nobody breaks a line in `${...}`: it is being typed
          while (this.layer.kind === "parameter" && this.stack.length > 0) this.pop();
        } else if (unit === dollar) this.readDollar();
        else if (unit === backtick) this.openSubstitution(this.i, this.i + 1, backtick);
        else if (unit === backslash) {
          this.builder(this.i).copy(this.i, Math.min(this.i + 2, this.text.length));
          this.i = Math.min(this.i + 2, this.text.length);
        } else {
          let end = this.i + 1;
          while (end < this.text.length && !endsParameterRun(this.text.charCodeAt(end))) end++;
          this.builder(this.i).copy(this.i, end);
          this.i = end;
        }
        continue;
      }
      if (unit === doubleQuote) {
        this.pop();
        this.i++;
      } else if (unit === dollar) this.readDollar();
      else if (unit === backtick) {
        this.openSubstitution(this.i, this.i + 1, backtick);
      } else if (unit === backslash) {
        const next = this.text.charCodeAt(this.i + 1);
        if (next === newline) this.i += 2;
        else if (next === doubleQuote || next === backslash || next === dollar || next === backtick) {
          this.builder(this.i).replace(this.text.charAt(this.i + 1), this.i, this.i + 2);
          if (next === dollar) this.list.literal = true;
          this.i += 2;
        } else {
          this.builder(this.i).copy(this.i, Math.min(this.i + 1, this.text.length));
          this.i++;
        }
      } else {
        let end = this.i + 1;
        while (end < this.text.length && !endsDoubleRun(this.text.charCodeAt(end))) end++;
        this.builder(this.i).copy(this.i, end);
        this.i = end;
      }
    }
    while (this.stack.length > 0) {
      if (this.layer.kind === "commands") this.endCommand();
      this.pop();
    }
    this.endCommand();
  }

  private push(next: Layer): void {
    if (this.stack.length >= maximumNesting) return;
    this.stack.push(this.layer);
    this.layer = next;
    if (next.kind !== "commands") return;
    next.enclosing = this.list;
    this.list = next;
  }

  private pop(): void {
    const closed = this.layer;
    const outer = this.stack.pop();
    if (outer === undefined) return;
    this.layer = outer;
    if (closed.kind === "commands" && closed.enclosing !== null) this.list = closed.enclosing;
  }

  private builder(at: number): MappedTextBuilder {
    if (this.list.builder === null) {
      this.list.builder = this.spare ?? new MappedTextBuilder(this.text);
      this.list.wordStart = at;
      this.spare = null;
    }
    return this.list.builder;
  }

  /** Forgets the word that is being read. */
  private dropBuilder(): void {
    this.list.builder?.reset();
    this.spare = this.list.builder ?? this.spare;
    this.list.builder = null;
  }

  private addWord(word: Word): void {
    if (this.list.redirected) {
      this.list.redirected = false;
      if (this.list.output) this.list.target = word.text;
      return;
    }
    if (this.list.words.length >= mostWords) this.endCommand();
    this.list.words.push(word);
    if (word.quoted || this.list.array !== null) return;
    const words = this.list.words;
    if (word.text === "[[" && words.length === 1) this.list.testing = true;
    else if (word.text === "]]") this.list.testing = false;
    else if (word.text === "in" && words[words.length - 3]?.text === "case") {
      this.list.words = [];
      this.list.cases.push(true);
    } else if (word.text === "esac" && words.length === 1 && this.list.cases.length > 0) {
      this.list.words = [];
      this.list.cases.pop();
    }
  }

  private endWord(): void {
    if (this.list.builder === null) return;
    const { text: value, offset, segments } = this.list.builder.build();
    const word = {
      text: value,
      offset: value === "" ? this.list.wordStart : offset,
      segments,
      quoted: this.list.quoted,
      literal: this.list.literal,
      index: -1,
    };
    this.dropBuilder();
    this.list.quoted = false;
    this.list.literal = false;
    this.list.flat = false;
    this.addWord(word);
  }

  private endCommand(): void {
    this.endWord();
    this.list.redirected = false;
    this.list.testing = false;
    const { array, words, target } = this.list;
    this.list.target = null;
    if (words.length === 0) return;
    this.onCommand({ kind: array === null ? "command" : "array", name: array, words, target });
    this.list.words = [];
  }

  private inPatterns(): boolean {
    const { cases } = this.list;
    return cases.length > 0 && cases[cases.length - 1] === true;
  }

  /** `$(`, `<(`, a backtick: the word it stands in is known to the shell only */
  private openSubstitution(from: number, to: number, closer: number): void {
    this.i = to;
    if (this.readFlat(from, to)) return;
    this.builder(from).replace("$", from, to);
    this.push(commands(closer, null));
  }

  /** Where nesting goes no deeper: the word is one that only the shell knows, whatever else `[from, to)` opens in it. False elsewhere. */
  private readFlat(from: number, to: number): boolean {
    if (this.stack.length < maximumNesting) return false;
    if (!this.list.flat) this.builder(from).replace("$", from, to);
    this.list.flat = true;
    return true;
  }

  /** A `$` at `i`, in a word or in double quotes; moves on. */
  private readDollar(): void {
    const next = this.text.charCodeAt(this.i + 1);
    if (next === openParenthesis) {
      if (this.text.charCodeAt(this.i + 2) === openParenthesis) {
        const from = this.i;
        this.i += 3;
        if (this.readFlat(from, this.i)) return;
        this.builder(from).replace("$", from, this.i);
        this.push(other("arithmetic"));
        this.layer.depth = 2;
        return;
      }
      this.openSubstitution(this.i, this.i + 2, closeParenthesis);
      return;
    }
    if (next === openBrace) {
      const from = this.i;
      this.i += 2;
      if (this.readFlat(from, this.i)) return;
      this.builder(from).copy(from, this.i);
      this.push(parameter);
      return;
    }
    this.builder(this.i).copy(this.i, this.i + 1);
    this.i++;
  }

  private readSingleQuotes(from: number): void {
    const close = this.text.indexOf("'", from + 1);
    const end = close < 0 ? this.text.length : close;
    this.builder(from).copy(from + 1, end);
    if (this.text.slice(from + 1, end).includes("$")) this.list.literal = true;
    this.list.quoted = true;
    this.i = close < 0 ? this.text.length : close + 1;
  }

  /** The `"` at `i`. What holds no expansion is read at once; else a layer of its own is opened. */
  private readDoubleQuotes(): void {
    const from = this.i + 1;
    let end = from;
    while (end < this.text.length && !endsDoubleRun(this.text.charCodeAt(end))) {
      end = this.text.charCodeAt(end) === openBrace ? this.templateEnd(end) : end + 1;
    }
    const builder = this.builder(this.i);
    builder.copy(from, end);
    this.list.quoted = true;
    const isClosed = this.text.charCodeAt(end) === doubleQuote;
    if (!isClosed) this.push(doubleQuotes);
    this.i = isClosed ? end + 1 : end;
  }

  private readHereDocuments(): void {
    const line = this.text.slice(Math.max(this.text.lastIndexOf("\n", this.i - 2) + 1, this.i - longestAnnouncement), this.i);
    for (const { delimiter, tabs } of this.hereDocuments) {
      const start = this.i;
      let end = start;
      let done = false;
      while (!done && this.i < this.text.length) {
        const newline = this.text.indexOf("\n", this.i);
        const lineEnd = newline < 0 ? this.text.length : newline;
        let from = this.i;
        let to = lineEnd;
        if (tabs) while (from < to && this.text.charCodeAt(from) === tab) from++;
        if (to > from && this.text.charCodeAt(to - 1) === carriageReturn) to--;
        done = to - from === delimiter.length && this.text.startsWith(delimiter, from);
        end = this.i;
        this.i = newline < 0 ? this.text.length : newline + 1;
      }
      if (done) this.onHereDocument({ start, end, line });
    }
    this.hereDocuments.length = 0;
  }

  private readHereDocumentDelimiter(): void {
    const tabs = this.text.charCodeAt(this.i) === dash;
    if (tabs) this.i++;
    while (isBlank(this.text.charCodeAt(this.i))) this.i++;
    let delimiter = "";
    while (this.i < this.text.length) {
      const unit = this.text.charCodeAt(this.i);
      if (unit === doubleQuote || unit === singleQuote) {
        const close = this.text.indexOf(this.text.charAt(this.i), this.i + 1);
        const end = close < 0 ? this.text.length : close;
        delimiter += this.text.slice(this.i + 1, end);
        this.i = end + 1;
      } else if (unit === backslash) {
        delimiter += this.text.charAt(this.i + 1);
        this.i += 2;
      } else if (ordinary(unit) || unit === hash) {
        delimiter += this.text.charAt(this.i);
        this.i++;
      } else break;
    }
    if (delimiter !== "") this.hereDocuments.push({ delimiter, tabs });
  }

  private readCommandUnit(unit: number): void {
    switch (unit) {
      case space:
      case tab:
        this.endWord();
        this.i++;
        return;
      case newline:
      case carriageReturn:
        if (this.list.builder === null && this.list.words.length === 0 && this.hereDocuments.length === 0) {
          this.list.redirected = false;
          this.i++;
          return;
        }
        if (this.list.array !== null || this.inPatterns()) this.endWord();
        else this.endCommand();
        this.i++;
        if (unit === newline && this.hereDocuments.length > 0) this.readHereDocuments();
        return;
      case hash:
        if (this.list.builder !== null) {
          this.builder(this.i).copy(this.i, this.i + 1);
          this.i++;
          return;
        }
        this.i = lineEndFrom(this.text, this.i);
        return;
      case backslash: {
        const skip = this.text.charCodeAt(this.i + 1) === carriageReturn && this.text.charCodeAt(this.i + 2) === newline ? 3 : 2;
        if (skip === 2 && this.text.charCodeAt(this.i + 1) !== newline) {
          this.builder(this.i).replace(this.text.slice(this.i + 1, this.i + 2), this.i, Math.min(this.i + 2, this.text.length));
          this.list.quoted = true;
        }
        this.i = Math.min(this.i + skip, this.text.length);
        return;
      }
      case singleQuote:
        this.readSingleQuotes(this.i);
        return;
      case doubleQuote:
        this.readDoubleQuotes();
        return;
      case dollar:
        if (this.text.charCodeAt(this.i + 1) === singleQuote) {
          this.builder(this.i);
          this.i++;
          this.readSingleQuotes(this.i);
        } else if (this.text.charCodeAt(this.i + 1) === doubleQuote) this.i++;
        else this.readDollar();
        return;
      case backtick:
        if (this.list.closer === backtick) {
          this.endCommand();
          this.pop();
          this.i++;
        } else this.openSubstitution(this.i, this.i + 1, backtick);
        return;
      case openParenthesis: {
        if (this.inPatterns() || this.list.testing || this.stack.length >= maximumNesting) {
          this.endWord();
          this.i++;
          return;
        }
        const isAssignment = this.list.builder !== null && this.list.array === null && this.text.charCodeAt(this.i - 1) === equals;
        const value = isAssignment ? (this.list.builder?.build().text ?? "") : "";
        if (value.endsWith("=")) {
          this.builder(this.i).replace("$", this.i, this.i + 1);
          this.push(commands(closeParenthesis, value.slice(0, value.endsWith("+=") ? -2 : -1)));
          this.i++;
          return;
        }
        this.endWord();
        if (this.text.charCodeAt(this.i + 1) === closeParenthesis) {
          // a function's head: its name is no command
          this.list.words = [];
          this.i += 2;
          return;
        }
        if (this.text.charCodeAt(this.i + 1) === openParenthesis && this.list.words.length === 0) {
          this.push(other("arithmetic"));
          this.layer.depth = 2;
          this.i += 2;
          return;
        }
        this.push(commands(closeParenthesis, null));
        this.i++;
        return;
      }
      case closeParenthesis:
        if (this.inPatterns()) {
          this.endWord();
          if (this.list.words.length > 0) this.onCommand({ kind: "patterns", name: null, words: this.list.words, target: null });
          this.list.words = [];
          if (this.inPatterns()) this.list.cases[this.list.cases.length - 1] = false;
          this.i++;
          return;
        }
        if (this.list.testing) {
          this.endWord();
          this.i++;
          return;
        }
        this.endCommand();
        if (this.list.closer === closeParenthesis) this.pop();
        this.i++;
        return;
      case semicolon: {
        const next = this.text.charCodeAt(this.i + 1);
        if (this.list.array !== null) this.endWord();
        else this.endCommand();
        if ((next === semicolon || next === ampersand) && this.list.cases.length > 0) {
          this.list.cases[this.list.cases.length - 1] = true;
          this.i++;
        }
        this.i++;
        return;
      }
      case pipe:
        if (this.inPatterns() || this.list.testing || this.list.array !== null) this.endWord();
        else this.endCommand();
        this.i++;
        return;
      case ampersand:
        if (this.list.testing || this.list.array !== null) this.endWord();
        else if (this.text.charCodeAt(this.i + 1) === greater) {
          this.endWord();
          this.i++;
          this.readRedirection();
          return;
        } else this.endCommand();
        this.i++;
        return;
      case less:
      case greater:
        if (this.list.testing || this.list.array !== null) {
          this.endWord();
          this.i++;
        } else if (this.text.charCodeAt(this.i + 1) === openParenthesis) this.openSubstitution(this.i, this.i + 2, closeParenthesis);
        else this.readRedirection();
        return;
      default:
        this.readPlain();
    }
  }

  private readRedirection(): void {
    // `2>`: the number of a descriptor is no word
    if (this.list.builder !== null && isDigit(this.text.charCodeAt(this.i - 1)) && isNumber(this.list.builder.build().text)) {
      this.dropBuilder();
    }
    this.endWord();
    if (this.text.startsWith("<<", this.i) && this.text.charCodeAt(this.i + 2) !== less) {
      this.i += 2;
      this.readHereDocumentDelimiter();
      return;
    }
    this.list.output = false;
    while (this.i < this.text.length) {
      const unit = this.text.charCodeAt(this.i);
      if (unit !== less && unit !== greater && unit !== ampersand && unit !== pipe) break;
      if (unit === greater) this.list.output = true;
      this.i++;
    }
    this.list.redirected = true;
  }

  /**
   * Behind the template `{{ ... }}` that begins at the brace at `at`, if it ends on the line; else behind that brace. What fills in
   * templates has done so before any shell sees the text: the words and quotes in them are not the shell's.
   */
  private templateEnd(at: number): number {
    if (this.text.charCodeAt(at + 1) !== openBrace) return at + 1;
    if (this.templateClose < at + 2) {
      const close = this.text.indexOf("}}", at + 2);
      this.templateClose = close < 0 ? Number.POSITIVE_INFINITY : close;
    }
    if (this.templateClose - at > longestTemplate) return at + 1;
    return this.text.slice(at, this.templateClose).includes("\n") ? at + 1 : this.templateClose + 2;
  }

  private readPlain(): void {
    let end = this.i;
    while (end < this.text.length && ordinary(this.text.charCodeAt(end))) {
      end = this.text.charCodeAt(end) === openBrace ? this.templateEnd(end) : end + 1;
    }
    const next = this.text.charCodeAt(end);
    if (this.list.builder === null && (end >= this.text.length || next === space || next === newline)) {
      this.addWord({ text: this.text.slice(this.i, end), offset: this.i, segments: null, quoted: false, literal: false, index: -1 });
    } else this.builder(this.i).copy(this.i, end);
    this.i = end;
  }
}

function commands(closer: number, array: string | null): Layer {
  return {
    kind: "commands",
    closer,
    array,
    enclosing: null,
    words: [],
    builder: null,
    wordStart: 0,
    quoted: false,
    literal: false,
    flat: false,
    redirected: false,
    output: false,
    target: null,
    testing: false,
    cases: [],
    depth: 0,
  };
}

function other(kind: "double" | "parameter" | "arithmetic"): Layer {
  return { ...commands(0, null), kind };
}

/** These two keep nothing, so that one object does for all. */
const doubleQuotes: Layer = other("double");
const parameter: Layer = other("parameter");

function lineEndFrom(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isNumber(text: string): boolean {
  return text.length < 4 && /^\d+$/.test(text);
}

const [tab, newline, carriageReturn, space, doubleQuote, hash, dollar, ampersand, singleQuote] = [
  9, 10, 13, 32, 34, 35, 36, 38, 39,
] as const;
const [openParenthesis, closeParenthesis, dash, semicolon, less, equals, greater, backslash, backtick] = [
  40, 41, 45, 59, 60, 61, 62, 92, 96,
] as const;
const [openBrace, pipe, closeBrace] = [123, 124, 125] as const;

const special: Uint8Array = Uint8Array.from({ length: 128 }, (_, unit) =>
  " \t\r\n#\\'\"$`();|&<>".includes(String.fromCharCode(unit)) ? 1 : 0,
);

function ordinary(unit: number): boolean {
  return unit >= 128 || special[unit] === 0;
}

function isBlank(unit: number): boolean {
  return unit === space || unit === tab;
}

function endsParameterRun(unit: number): boolean {
  return unit === closeBrace || unit === newline || unit === dollar || unit === backtick || unit === backslash || unit === doubleQuote;
}

function endsDoubleRun(unit: number): boolean {
  return unit === doubleQuote || unit === dollar || unit === backtick || unit === backslash;
}
