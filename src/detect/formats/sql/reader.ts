import { beginsObject } from "../../embeddedJson.ts";
import type { Frame } from "../../frame.ts";
import { type Interest, isFrameOfInterest } from "../../interest.ts";
import type { StringKind } from "../../languages/profile.ts";
import { plausibleBetween } from "../../plausible.ts";
import { addEmbedded, addEmbeddedObject, type EmbeddedFormat } from "../embedded.ts";
import { isEscaped, lineEndAt, slashCommentEnd } from "../lines.ts";
import { sliceOf } from "../mappedText.ts";
import { addPlainName, addValue, type DocumentFindings, lookOf } from "../values.ts";
import { isSqlPlaceOfInterest, sqlContext } from "./levels.ts";
import { SqlStatements } from "./statement.ts";
import { aliasBehind, isAlsoFunction, isComparing, isMember, isNameUnit, lookBehind, skipBlanks, wordEnd } from "./text.ts";
import { pairCalls, sqlWords } from "./words.ts";

const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const percent = 37;
const singleQuote = 39;
const openParenthesis = 40;
const closeParenthesis = 41;
const comma = 44;
const dash = 45;
const slash = 47;
const colon = 58;
const semicolon = 59;
const equals = 61;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const backtick = 96;
const openBrace = 123;
const pipe = 124;
const closeBrace = 125;

/** A word of a statement at the most: longer ones are data. */
const longestWord = 300;
/** Marks of dollar quotes that are known to be closed nowhere; after so many a dollar sign opens nothing. */
const mostAbsentTags = 8;

/** How the body of a function in that language is read; null for SQL's own, which are read in place, and for what is not read at all. */
export type FormatOfBody = (language: string) => EmbeddedFormat | null;

/** Columns that say which model is used, whatever else a row says of it, such as what it costs. */
const choosing = /^(?:default|fallback|primary|chat|completion|embedding|image)_?model(?:_?(?:id|name))?$/i;

/** What names are quoted by. */
const quotes = /["`[\]]/;

const doubledQuotes: StringKind = { open: "'", close: "'", escapes: "doubled", multiLine: true };
const escapedQuotes: StringKind = { open: "'", close: "'", escapes: "backslash", multiLine: true };

/**
 * Finds the strings of SQL in any of its dialects: arguments of functions, defaults of columns and parameters, variables, options, the values
 * of rows by their columns. The members of an enum and what a `CHECK` allows may be chosen; operands of comparisons choose nothing. Rows of
 * price lists, data behind `COPY`, comments and messages are passed over. The bodies of functions are read as what they are written in.
 *
 * The rooms beside, each of which imports those before it only:
 *
 * - words: what key words and functions mean; text: what stands at a place and behind it
 * - levels: what is open around a value, and the frames that are made of it; statement: the grammar, from one word to the next
 */
export class SqlReader {
  private readonly text: string;
  private readonly findings: DocumentFindings;
  private readonly interest: Interest | null;
  /** a backslash escapes in this document's strings, as MySQL, BigQuery, Snowflake and Databricks have it */
  private readonly escapes: boolean;
  private readonly at = new SqlStatements();
  private i = 0;
  /** the mark that ends the function's body */
  private body: string | null = null;
  private readonly absentTags = new Set<string>();
  /** marks of templates that are known not to come again */
  private readonly absentMarks = new Set<string>();
  private readonly formatOfBody: FormatOfBody;

  constructor(text: string, findings: DocumentFindings, formatOfBody: FormatOfBody) {
    this.text = text;
    this.findings = findings;
    this.formatOfBody = formatOfBody;
    this.interest = findings.interest;
    this.escapes = /\\'[A-Za-z\d]/.test(text);
  }

  read(): void {
    const { text } = this;
    while (this.i < text.length) this.readToken(text.charCodeAt(this.i));
  }

  private readToken(unit: number): void {
    const { text } = this;
    if (unit <= 32) {
      this.i++;
      return;
    }
    if (unit >= 48 && unit <= 57) {
      this.i = wordEnd(text, this.i + 1);
      this.at.value();
      return;
    }
    if (isNameUnit(unit)) {
      this.readWord();
      return;
    }
    switch (unit) {
      case singleQuote:
        this.readString(this.escapes);
        return;
      case doubleQuote:
      case backtick:
        this.readQuotedName(unit);
        return;
      case dash:
        if (text.charCodeAt(this.i + 1) === dash) {
          this.i = lineEndAt(text, this.i);
          return;
        }
        break;
      case slash: {
        const end = slashCommentEnd(text, this.i);
        if (end > this.i + 1) {
          this.i = end;
          return;
        }
        break;
      }
      case hash:
        // MySQL's and BigQuery's comments; `#>` is an operator, `#t` a temporary table
        if (text.charCodeAt(this.i + 1) <= 32) {
          this.i = lineEndAt(text, this.i);
          return;
        }
        break;
      case dollar:
        this.readDollar();
        return;
      case comma:
        this.at.endElement();
        this.i++;
        return;
      case semicolon:
        this.endStatement();
        return;
      case openParenthesis:
        this.at.openParenthesis();
        this.i++;
        return;
      case openBracket:
        this.openBracket();
        return;
      case openBrace:
        this.openBrace();
        return;
      case closeParenthesis:
      case closeBracket:
      case closeBrace:
        this.at.close(unit);
        this.i++;
        return;
      case backslash:
        this.readBackslash();
        return;
    }
    this.readOperator(unit);
  }

  /** `psql`'s `\set name value`; other commands of the client are passed over. */
  private readBackslash(): void {
    const { text } = this;
    const end = lineEndAt(text, this.i);
    const set = /^\\set[ \t]+(\w{1,100})[ \t]+(?:'+)?([^\s']{2,300})/.exec(text.slice(this.i, Math.min(end, this.i + 500)));
    const [all = "", name = "", value = ""] = set ?? [];
    if (set !== null) {
      const start = this.i + all.length - value.length;
      addValue(this.findings, sliceOf(text, start, start + value.length), () => [{ kind: "assignment", name }]);
    }
    this.i = end;
  }

  private readOperator(unit: number): void {
    const { text } = this;
    const next = text.charCodeAt(this.i + 1);
    if (unit === colon && next === colon) {
      // the name of a type
      this.i = wordEnd(text, skipBlanks(text, this.i + 2));
      return;
    }
    if ((unit === colon && next === equals) || (unit === equals && next === 62)) {
      this.i += 2;
      this.at.assign();
      return;
    }
    if (unit === equals) {
      this.i++;
      this.at.equals();
      return;
    }
    if (unit === pipe && next === pipe) {
      this.i += 2;
      this.at.before = "concatenation";
      return;
    }
    this.i++;
    if (unit === 43) this.at.before = "concatenation";
    else if (unit === colon && this.at.top.kind !== "object") this.at.before = "bind";
    else if (isComparing(unit)) {
      this.at.before = "comparison";
      while (this.i < text.length && (isComparing(text.charCodeAt(this.i)) || text.charCodeAt(this.i) === equals)) this.i++;
    } else this.at.before = "other";
  }

  /** A key word, or a name with all its parts. */
  private readWord(): void {
    const { text } = this;
    const start = this.i;
    let end = wordEnd(text, start);
    const next = text.charCodeAt(end);
    if (next === singleQuote && end - start <= 2) {
      // `N'...'`, `E'...'`, `rb'...'`
      this.i = end;
      this.readString(this.escapes || /[eE]/.test(text.slice(start, end)));
      return;
    }
    if (next !== 46) {
      const word = end - start > 24 ? "" : text.slice(start, end).toLowerCase();
      const meaning = sqlWords.get(word);
      if (meaning !== undefined && !(text.charCodeAt(skipBlanks(text, end)) === openParenthesis && isAlsoFunction(word))) {
        this.i = end;
        this.at.keyWord(word, meaning);
        return;
      }
    }
    let from = start;
    while (text.charCodeAt(end) === 46) {
      const quote = text.charCodeAt(end + 1);
      const quoted = quote === doubleQuote || quote === backtick ? text.indexOf(text.charAt(end + 1), end + 2) : -1;
      from = end + 1;
      if (quoted > 0 && quoted - end < longestWord) end = quoted + 1;
      else end = wordEnd(text, from);
      if (end === from) break;
    }
    this.i = end;
    this.readName(start, end);
  }

  private readName(start: number, end: number): void {
    const written = this.text.slice(start, Math.min(end, start + longestWord));
    this.at.name(quotes.test(written) ? written.replace(/["`[\]]/g, "") : written);
  }

  private endStatement(): void {
    const { text, at } = this;
    const copies = at.statement === "copy" && /\bstdin\s*$/i.test(text.slice(Math.max(0, this.i - 20), this.i));
    at.end();
    if (this.body === null) at.language = "";
    this.i++;
    if (copies) {
      const end = text.indexOf("\n\\.", this.i);
      this.i = end < 0 ? text.length : end + 3;
    }
  }

  private openBracket(): void {
    const { text, at } = this;
    // SQL Server's names
    const name = /\[([A-Za-z_@][\w .@-]{0,127})\]/y;
    name.lastIndex = this.i;
    const match = this.at.before === "comparison" ? null : name.exec(text);
    if (match !== null && !isNameUnit(text.charCodeAt(this.i - 1)) && text.charCodeAt(this.i - 1) !== closeBracket) {
      let end = this.i + match[0].length;
      while (text.charCodeAt(end) === 46 && text.charCodeAt(end + 1) === openBracket) {
        name.lastIndex = end + 1;
        const part = name.exec(text);
        if (part === null) break;
        end += 1 + part[0].length;
      }
      const start = this.i;
      this.i = end;
      this.readName(start, end);
      return;
    }
    at.openList();
    this.i++;
  }

  private openBrace(): void {
    const { text } = this;
    const next = text.charCodeAt(this.i + 1);
    const mark = next === openBrace ? "}}" : next === percent ? "%}" : next === hash ? "#}" : null;
    if (mark !== null && !this.absentMarks.has(mark)) {
      // a template's expression
      const close = text.indexOf(mark, this.i + 2);
      if (close >= 0) {
        this.i = close + 2;
        this.at.before = "other";
        return;
      }
      this.absentMarks.add(mark);
    }
    this.at.openObject();
    this.i++;
  }

  /** A name in double quotes or backquotes; in the dialects that have them, a string in double quotes. */
  private readQuotedName(quote: number): void {
    const { text } = this;
    const start = this.i + 1;
    const close = text.indexOf(String.fromCharCode(quote), start);
    const end = close < 0 ? text.length : close;
    if (quote === doubleQuote && this.isString(start, end)) {
      this.i = end + 1;
      this.addString(start, end, false);
      return;
    }
    let after = end + 1;
    while (text.charCodeAt(after) === 46) {
      const next = text.charCodeAt(after + 1);
      const part =
        next === doubleQuote || next === backtick ? text.indexOf(text.charAt(after + 1), after + 2) + 1 : wordEnd(text, after + 1);
      if (part <= after + 1 || part - after > longestWord) break;
      after = part;
    }
    this.i = after;
    if (end - start < longestWord) this.readName(start - 1, after);
    else this.at.before = "other";
  }

  /** Whether what stands between double quotes is a value: it is more than a name, and stands where a value may. */
  private isString(start: number, end: number): boolean {
    const { text } = this;
    const { top, before } = this.at;
    if (end - start > longestWord ? before !== "none" && before !== "comparison" : !/[^\w ]/.test(text.slice(start, end))) return false;
    return (
      before === "comparison" ||
      (top.kind === "call" && before === "none") ||
      top.kind === "row" ||
      top.kind === "list" ||
      top.kind === "choices" ||
      top.target !== null ||
      top.key !== null
    );
  }

  private readString(escapes: boolean): void {
    const { text } = this;
    const start = this.i + 1;
    let doubled = false;
    let i = start;
    for (;;) {
      const quote = text.indexOf("'", i);
      if (quote < 0) {
        i = text.length;
        break;
      }
      if (escapes && isEscaped(text, quote, start)) {
        doubled = true;
        i = quote + 1;
      } else if (text.charCodeAt(quote + 1) === singleQuote) {
        doubled = true;
        i = quote + 2;
      } else {
        i = quote;
        break;
      }
    }
    this.i = i + 1;
    if (i < text.length) this.addString(start, i, doubled, escapes);
  }

  /** What is read: `[start, end)` between quotes. `marked`: quotes stand in it, so that it is no name. */
  private addString(start: number, end: number, marked: boolean, escapes = false): void {
    const { text } = this;
    const { top, before } = this.at;
    if (top.kind === "row" && this.at.isPriced && !choosing.test(this.at.rows.columns[top.index] ?? "")) {
      this.at.before = "other";
      return;
    }
    const behind = lookBehind(text, this.i);
    this.at.before = before === "prose" ? "prose" : "other";
    const { previous } = top;
    if (top.kind === "list" || top.kind === "choices") top.previous = end - start < longestWord ? text.slice(start, end) : null;
    if (behind === "key" && top.kind === "object") {
      top.key = text.slice(start, Math.min(end, start + longestWord));
      return;
    }
    if (behind === "pair" && top.kind === "call" && top.assigns) {
      top.last = text.slice(start, Math.min(end, start + longestWord));
      return;
    }
    if (top.kind === "call" && pairCalls.has(top.name)) {
      const isKey = top.index % 2 === 0;
      if (isKey) {
        this.at.pairKey = text.slice(start, Math.min(end, start + longestWord));
        return;
      }
      top.key = this.at.pairKey;
    }
    if (before === "prose" || before === "concatenation" || before === "bind" || behind === "part") return;
    const isCompared = before === "comparison" || behind === "comparison" || behind === "pair" || top.isCompared;
    if (before === "comparison" && top.kind === "call" && top.index === 0 && isMember(text, start)) top.previous = text.slice(start, end);
    if (isCompared && top.kind !== "choices") return;
    const own = top.previous;
    top.previous = previous;
    this.addPlaced(start, end, marked, escapes);
    top.previous = own;
  }

  private addPlaced(start: number, end: number, marked: boolean, escapes: boolean): void {
    const { text, interest, findings, at } = this;
    const kind = escapes ? escapedQuotes : doubledQuotes;
    if (beginsObject(text, start, end, kind)) {
      addEmbeddedObject(findings, text, start, end, kind, () => sqlContext(at.stack, at.rows));
      return;
    }
    if (marked || end - start > 2048) return;
    const look = lookOf(text, start, end);
    if (look === "words") return;
    const own = at.ownFrames(() => aliasBehind(text, this.i));
    const { stack, rows } = at;
    const isPlaced =
      interest === null ||
      (own === null ? isSqlPlaceOfInterest(stack, rows, interest) : own.some((frame) => isFrameOfInterest(frame, interest)));
    if (look === "name" && !(plausibleBetween(text, start, end) && (isPlaced || interest?.inText(text.slice(start, end))))) return;
    const context = (): readonly Frame[] => own ?? sqlContext(stack, rows);
    if (look === "name") addPlainName(findings, sliceOf(text, start, end), context);
    else addValue(findings, sliceOf(text, start, end), context);
  }

  /** `$tag$` around a text, which is the body of a function where `AS` or `DO` stands before it. */
  private readDollar(): void {
    const { text } = this;
    const pattern = /\$(?:[A-Za-z_]\w{0,60})?\$/y;
    pattern.lastIndex = this.i;
    const tag = pattern.exec(text)?.[0];
    if (tag === undefined || this.absentTags.size >= mostAbsentTags) {
      this.i++;
      this.at.before = "other";
      return;
    }
    const from = this.i + tag.length;
    if (this.body === tag) {
      this.body = null;
      this.i = from - 1;
      this.endStatement();
      return;
    }
    const close = this.absentTags.has(tag) ? -1 : text.indexOf(tag, from);
    if (close < 0) {
      this.absentTags.add(tag);
      this.i = from;
      return;
    }
    if (this.at.word !== "as" && this.at.word !== "do") {
      this.i = close + tag.length;
      this.addString(from, close, false);
      return;
    }
    const language = this.languageOf(close + tag.length);
    const written = this.formatOfBody(language);
    if (written !== null) {
      addEmbedded(this.findings, sliceOf(text, from, close), written);
      this.i = close + tag.length;
      this.at.word = "";
      return;
    }
    // a body in SQL or its procedural language is read in place
    if (/^(?:create|)$/.test(this.at.statement)) this.at.functionName = this.at.subject;
    this.body = tag;
    this.i = from - 1;
    this.endStatement();
  }

  /** The language of the body that ends before `from`: told before it or behind it. */
  private languageOf(from: number): string {
    if (this.at.language !== "" && this.at.language !== "?") return this.at.language;
    const match = /^[\w\s]{0,60}?\blanguage\s{1,20}'?(\w{1,40})/i.exec(this.text.slice(from, from + 100));
    return (match?.[1] ?? "").toLowerCase();
  }
}
