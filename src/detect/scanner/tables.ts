import { remembered } from "../../remembered.ts";
import type { LanguageProfile, Lookup, OperatorMeaning, StringKind, WordBlocks, WordMeaning } from "../languages/profile.ts";
import { shapedProfile } from "./shapes.ts";

/** What is known of a function by its name. */
export interface Callee {
  readonly name: string;
  /** from this argument on, all that it is given is compared; of most functions nothing is */
  readonly comparesFrom: number;
  readonly lookup: Lookup | null;
  /** it stores values under keys: its arguments are keys and values in turn */
  readonly stores: boolean;
  /** it runs something for each element of its second argument, under the names in its first */
  readonly parametrizes: boolean;
  /** the call is a list of its arguments, or its argument */
  readonly gives: "list" | "argument" | null;
}

/** What a character begins. */
export const classes = {
  operator: 0,
  space: 1,
  newline: 2,
  word: 3,
  digit: 4,
  quote: 5,
  open: 6,
  close: 7,
  comma: 8,
  semicolon: 9,
  comment: 10,
  backslash: 11,
} as const;

/** {@link WordMeaning} as bits, so that a word's meanings are one number. */
export const wordBits: Readonly<Record<WordMeaning, number>> = {
  operator: 1 << 0,
  contextual: 1 << 1,
  statement: 1 << 2,
  header: 1 << 3,
  control: 1 << 4,
  comparison: 1 << 5,
  membership: 1 << 6,
  iteration: 1 << 7,
  fallback: 1 << 8,
  condition: 1 << 9,
  otherwise: 1 << 10,
  case: 1 << 11,
  cast: 1 << 12,
  "type-alias": 1 << 13,
  function: 1 << 14,
  class: 1 << 15,
  interface: 1 << 16,
  enum: 1 << 17,
  lambda: 1 << 18,
  import: 1 << 19,
  "import-source": 1 << 20,
  "import-names": 1 << 21,
  "import-from": 1 << 22,
  block: 1 << 23,
  continuation: 1 << 24,
  head: 1 << 25,
  match: 1 << 26,
  return: 1 << 27,
  key: 1 << 28,
  construct: 1 << 29,
  declarations: 1 << 30,
};

interface Word {
  readonly text: string;
  readonly bits: number;
  readonly next: Word | null;
}

export interface Operator {
  readonly text: string;
  readonly meaning: OperatorMeaning | null;
}

/** A profile, turned once into tables that the scanner reads by character code. */
export interface ScannerTables {
  readonly profile: LanguageProfile;
  /** {@link classes} of ASCII characters; all others begin words */
  readonly characterClasses: Uint8Array;
  /** 1 for the ASCII characters that words consist of */
  readonly wordCharacters: Uint8Array;
  readonly words: readonly (Word | null)[];
  /** by first character: a bit for each length that a word has, to pass over most names at once */
  readonly wordLengths: Int32Array;
  /** names have no marks at their ends, and open no calls without parentheses */
  readonly plainNames: boolean;
  /** by first character: operators, longest first */
  readonly operators: readonly (readonly Operator[] | undefined)[];
  /** by first character: the operator of one character, which it is when nothing follows that goes on with an operator */
  readonly shortOperators: readonly (Operator | undefined)[];
  /** 1 for the ASCII characters that stand in operators behind the first */
  readonly operatorRest: Uint8Array;
  /** strings without a prefix by the character they open with, longest first */
  readonly strings: readonly (readonly StringKind[] | undefined)[];
  readonly prefixedStrings: ReadonlyMap<string, readonly StringKind[]>;
  readonly longestPrefix: number;
  readonly comparisons: ReadonlySet<string>;
  readonly conversions: ReadonlySet<string>;
  /** what is known of a function by its name; kept, as programs call few functions many times */
  readonly calleeOf: (name: string) => Callee;
  readonly importCalls: ReadonlySet<string>;
  readonly longestImportCall: number;
  /** what the words of the profile's `wordBlocks` do */
  readonly blockWords: ReadonlyMap<string, BlockWord>;
  readonly longestBlockWord: number;
}

/** What a word does to the block that it stands in, or opens. */
export type BlockWord = keyof WordBlocks;

const buckets = 256;

function bucketOf(first: number, last: number, length: number): number {
  return (first * 7 + last * 3 + length * 5) & (buckets - 1);
}

/** The meanings of the word at `[start, end)`, or -1 where it is a name. */
export function wordAt(tables: ScannerTables, text: string, start: number, end: number): number {
  const length = end - start;
  const first = text.charCodeAt(start);
  if (first >= 128 || length > 31 || ((tables.wordLengths[first] ?? 0) & (1 << length)) === 0) return -1;
  let word = tables.words[bucketOf(first, text.charCodeAt(end - 1), length)] ?? null;
  while (word !== null) {
    if (word.text.length === length && text.startsWith(word.text, start)) return word.bits;
    word = word.next;
  }
  return -1;
}

/** The string that opens at `at` with a quote of `kinds`, or null. */
export function stringAt(kinds: readonly StringKind[] | undefined, text: string, at: number): StringKind | null {
  if (kinds === undefined) return null;
  for (const kind of kinds) {
    if (kind.open.length === 1 ? text[at] !== kind.open : !text.startsWith(kind.open, at)) continue;
    if (kind.character === true && !isCharacter(text, at + kind.open.length, kind.close)) continue;
    if (kind.opening === undefined) return kind;
    const delimited = delimitedAt(kind, kind.opening, text, at);
    if (delimited !== null) return delimited;
  }
  return null;
}

/** Whether one character, as it is or escaped, stands before the closing quote. */
function isCharacter(text: string, at: number, close: string): boolean {
  if (text.charCodeAt(at) === 92) {
    const end = text.indexOf(close, at + 2);
    return end >= 0 && end <= at + 12;
  }
  return text.startsWith(close, at + 1) ? !text.startsWith(close, at) : text.startsWith(close, at + 2) && text.charCodeAt(at) >= 0xd800;
}

/** The string or comment that opens at `at` with a delimiter of its own. */
function delimitedAt<Kind extends { readonly close: string }>(
  kind: Kind,
  opening: RegExp,
  text: string,
  at: number,
): (Kind & { readonly open: string }) | null {
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (match === null) return null;
  return { ...kind, open: match[0], close: kind.close.replace("$1", match[1] ?? "") };
}

/** The longest operator at `at`, or null where none of the language's is written there. */
export function operatorAt(tables: ScannerTables, text: string, at: number): Operator | null {
  const next = text.charCodeAt(at + 1);
  if (next < 128 && tables.operatorRest[next] === 0) return tables.shortOperators[text.charCodeAt(at)] ?? null;
  const operators = tables.operators[text.charCodeAt(at)];
  if (operators === undefined) return null;
  for (const operator of operators) {
    // the first character is known to be equal
    if (operator.text.length === 1 || (text.charCodeAt(at + 1) === operator.text.charCodeAt(1) && text.startsWith(operator.text, at)))
      return operator;
  }
  return null;
}

/** Whether a comment begins at `at`. */
export function commentAt(tables: ScannerTables, text: string, at: number): boolean {
  const { lineComments, blockComments, notComments } = tables.profile;
  if (notComments?.some((open) => text.startsWith(open, at))) return false;
  for (const open of lineComments) if (text.startsWith(open, at)) return true;
  for (const { open } of blockComments) if (text.startsWith(open, at)) return true;
  return false;
}

/** Where the comment at `at` ends: before the line's end, or after the closing mark. */
export function commentEnd(tables: ScannerTables, text: string, at: number): number {
  for (const comment of tables.profile.blockComments) {
    if (!text.startsWith(comment.open, at)) continue;
    if (comment.nested === true) return nestedCommentEnd(text, at, comment.open, comment.close);
    const delimited = comment.opening === undefined ? comment : delimitedAt(comment, comment.opening, text, at);
    if (delimited === null) continue;
    const { open, close } = delimited;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? text.length : end + close.length;
  }
  return lineEnd(text, at);
}

function nestedCommentEnd(text: string, at: number, open: string, close: string): number {
  const openCode = open.charCodeAt(0);
  const closeCode = close.charCodeAt(0);
  let depth = 0;
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === openCode && text.startsWith(open, i)) {
      depth++;
      i += open.length;
    } else if (code === closeCode && text.startsWith(close, i)) {
      i += close.length;
      if (--depth === 0) return i;
    } else i++;
  }
  return text.length;
}

/** The end of the line that holds `at`: its first line break (LF, CRLF or CR), or the end of the text. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
  }
  return end;
}

const compiled = new WeakMap<LanguageProfile, ScannerTables>();

export function tablesOf(profile: LanguageProfile): ScannerTables {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const tables = compile(profile);
  compiled.set(profile, tables);
  return tables;
}

/** Where the last part of a path begins: after `.`, `::` or `->`. */
export function lastSegmentStart(name: string): number {
  return Math.max(name.lastIndexOf("."), name.lastIndexOf(":"), name.lastIndexOf(">")) + 1;
}

function isLastPart(part: string, name: string): boolean {
  return name === part || (name.endsWith(part) && /[.:>]/.test(name[name.length - part.length - 1] ?? ""));
}

/** The names that programs give to their own function for a variable of the environment: `getEnvOrDefault`, `lookup_env`, `envString`, `env.Get`. */
const environmentName = /(?:^|_|[.:>]|get|lookup)[eE]nv(?:$|_|[A-Z])|[a-z]Env(?:$|_|[A-Z])|(?:^|[.:>])env\.[A-Za-z]+$/;

/** The variable, and what it is where nobody has set it. */
const environmentLookup: Lookup = { callee: "env", key: 0, fallback: 1 };

/** A project's own assertion: what it is given behind its first argument, which it looks at, is what it expects. */
const ownAssertion = /^[aA]ssert(?=[A-Z_])/;

function comparedFrom(comparisons: ReadonlySet<string>, name: string): number {
  if (comparisons.has(name)) return 0;
  return ownAssertion.test(name) ? 1 : Number.POSITIVE_INFINITY;
}

function calleesOf(profile: LanguageProfile): (name: string) => Callee {
  const comparisons = new Set(profile.comparisons);
  const listCalls = new Set(profile.listCalls);
  const wrappers = new Set(profile.wrappers);
  const entries = (profile.entries ?? []).map((callee) => ({ callee, last: callee.slice(callee.lastIndexOf(".") + 1) }));
  const lookups = profile.lookups.map((lookup) => ({ lookup, last: /[^.:>]*$/.exec(lookup.callee)?.[0] ?? lookup.callee }));
  return remembered(10_000, (name: string): Callee => {
    const last = name.slice(lastSegmentStart(name));
    const found = lookups.find((each) => each.last === last && (each.lookup.alone ? name === last : isLastPart(each.lookup.callee, name)));
    const gives = listCalls.has(name) ? "list" : wrappers.has(name) ? "argument" : null;
    const stores = entries.some((entry) => entry.last === last && isLastPart(entry.callee, name));
    const lookup = found?.lookup ?? (!stores && environmentName.test(name) ? environmentLookup : null);
    const parametrizes = profile.parametrized?.includes(last) === true;
    return { name, comparesFrom: comparedFrom(comparisons, last), lookup, gives, stores, parametrizes };
  });
}

function compile(given: LanguageProfile): ScannerTables {
  const profile = shapedProfile(given);
  const characterClasses = new Uint8Array(128);
  const wordCharacters = new Uint8Array(128);
  const mark = (characters: string, kind: number): void => {
    for (const character of characters) characterClasses[character.charCodeAt(0)] = kind;
  };
  const letters = `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_${profile.nameCharacters}`;
  mark(" \t\f\v\0", classes.space);
  mark("\n\r", classes.newline);
  mark(letters, classes.word);
  mark("0123456789", classes.digit);
  mark("([{", classes.open);
  mark(")]}", classes.close);
  mark(",", classes.comma);
  mark(";", classes.semicolon);
  mark("\\", classes.backslash);
  for (const character of `${letters}0123456789`) wordCharacters[character.charCodeAt(0)] = 1;

  const strings: StringKind[][] = [];
  const prefixed = new Map<string, StringKind[]>();
  for (const kind of profile.strings) {
    const first = kind.open.charCodeAt(0);
    characterClasses[first] = classes.quote;
    if (kind.prefixes === undefined) strings[first] = [...(strings[first] ?? []), kind];
    for (const prefix of kind.prefixes ?? []) prefixed.set(prefix, [...(prefixed.get(prefix) ?? []), kind]);
  }
  const longestFirst = (a: { readonly open: string }, b: { readonly open: string }): number => b.open.length - a.open.length;
  for (const kinds of strings) kinds?.sort(longestFirst);
  for (const kinds of prefixed.values()) kinds.sort(longestFirst);

  const comments = [...profile.lineComments, ...profile.blockComments.map(({ open }) => open)];
  for (const open of comments) characterClasses[open.charCodeAt(0)] = classes.comment;

  // what may be a regular expression is looked at where a comment is
  if (profile.regularExpressions) characterClasses[47] = classes.comment;

  const operators: Operator[][] = [];
  const add = (operator: Operator): void => {
    const first = operator.text.charCodeAt(0);
    operators[first] = [...(operators[first] ?? []), operator];
  };
  for (const [text, meaning] of Object.entries(profile.operators)) add({ text, meaning });
  // compound assignments and the like would otherwise be read as their last part
  for (const text of ["<=", ">=", "<<", ">>", "**", "&&", "-=", "*=", "/=", "//", "|=", "&=", "^=", "..", "...", "|>", "->"]) {
    if (!(text in profile.operators)) add({ text, meaning: null });
  }
  const operatorRest = new Uint8Array(128);
  for (const list of operators) {
    list?.sort((a, b) => b.text.length - a.text.length);
    for (const { text } of list ?? []) for (let i = 1; i < text.length; i++) operatorRest[text.charCodeAt(i)] = 1;
  }

  const wordLengths = new Int32Array(128);
  const words: (Word | null)[] = new Array(buckets).fill(null);
  for (const [text, meanings] of Object.entries(profile.words)) {
    const bits = meanings.reduce((sum, meaning) => sum | wordBits[meaning], 0);
    // a word that only keeps its place, such as `None`, is a name
    if (bits === 0) continue;
    const bucket = bucketOf(text.charCodeAt(0), text.charCodeAt(text.length - 1), text.length);
    const first = text.charCodeAt(0);
    wordLengths[first] = (wordLengths[first] ?? 0) | (1 << text.length);
    words[bucket] = { text, bits, next: words[bucket] ?? null };
  }

  const blockWords = new Map<string, BlockWord>();
  for (const act of ["functions", "opens", "branches", "closes", "declares"] as const) {
    for (const word of profile.wordBlocks?.[act] ?? []) blockWords.set(word, act);
  }

  return {
    profile,
    characterClasses,
    wordCharacters,
    words,
    wordLengths,
    plainNames: profile.nameSuffixes === undefined && profile.dashArguments === undefined && profile.commandCalls === undefined,
    operators,
    shortOperators: operators.map((list) => list?.find(({ text }) => text.length === 1)),
    operatorRest,
    strings,
    prefixedStrings: prefixed,
    longestPrefix: Math.max(0, ...[...prefixed.keys()].map((prefix) => prefix.length)),
    comparisons: new Set(profile.comparisons),
    conversions: new Set(profile.conversions),
    calleeOf: calleesOf(profile),
    importCalls: new Set(profile.importCalls),
    longestImportCall: Math.max(0, ...profile.importCalls.map((callee) => callee.length)),
    blockWords,
    longestBlockWord: Math.max(0, ...[...blockWords.keys()].map((word) => word.length)),
  };
}
