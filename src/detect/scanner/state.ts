// The state of a pass, which all rooms of the scanner read and change.

import type { Candidate } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import type { Trail } from "../trail.ts";
import { Group, type Role, type Token } from "./group.ts";
import type { ScannerTables } from "./tables.ts";

/** Brackets deeper than this are counted only. */
export const deepest = 1000;

/** A whole string as it is read: `[start, end)` stands between its quotes. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  /** code is filled in, or a quote or mark is written twice, so that its text is not what is written */
  readonly filled: boolean;
}

/** A heredoc that has been announced: what its last line begins with, and whether nothing in its text is escaped or filled in. */
export interface Heredoc {
  readonly delimiter: string;
  readonly raw: boolean;
}

/** Where a pass over a text is, and what it remembers: `-1` stands for "none" in all positions. */
export class Scan {
  readonly candidates: Candidate[];
  /** as often as they are named */
  readonly modules: string[];
  /** where the last candidate begins */
  lastCandidate: number;
  /** every string, where somebody wants to know them all */
  literals: Literal[] | null = null;
  readonly groups: Group[] = [new Group()];
  group: Group = this.groups[0] ?? new Group();
  depth = 0;
  /** brackets that are open beyond {@link deepest} */
  overflow = 0;

  token: Token = "start";
  /** meanings of the last word, where the token is one */
  word = 0;
  nameStart = -1;
  nameEnd = -1;
  /** the name right before that name: a type, or what has one */
  firstNameStart = -1;
  firstNameEnd = -1;
  /** that name is an operand of a comparison */
  nameCompared = false;
  stringStart = -1;
  stringEnd = -1;
  /** the last string was all of its element so far */
  stringAlone = false;
  decoratorStart = -1;
  thenStart = -1;
  /** the bracket closed last: its kind, the name before it, the string or name that was alone in it */
  closedRole: Role = "statements";
  closedNameStart = -1;
  closedNameEnd = -1;
  closedArgumentStart = -1;
  closedArgumentEnd = -1;
  /** what the method that it belongs to was called on, see {@link receiverStart} */
  closedReceiverStart = -1;
  closedReceiverEnd = -1;

  /** where the closed bracket's method call began: the key of the look-up that it is called on */
  receiverStart = -1;
  receiverEnd = -1;
  /** right behind the mark of a macro's name */
  macroEnd = -1;
  /** heredocs whose text begins on the next line */
  heredocs: Heredoc[] = [];
  openHeredocs = 0;
  directive = false;

  /** where the line's first token stands, and how far it is indented */
  lineFirst = 0;
  indent = 0;
  /** indentation of the function whose body this is, where that tells where it ends */
  bodyIndent = -1;
  /** indentation and name of the enum class whose body this is */
  enumIndent = -1;
  enumStart = -1;
  enumEnd = -1;
  classIsEnum = false;
  classStart = -1;
  classEnd = -1;

  /** depth of the outermost interpolation in a string that must end on its line; -1: none */
  lineString = -1;
  /** up to here that interpolation goes on over line breaks */
  lineStringEnd = -1;
  /** up to here no regular expression can begin: the line holds no end for one */
  regularExpressionLimit = 0;
  /** candidates up to the one that begins here have been looked at when a list turned out to be compared */
  comparedUpTo = -1;
  /** of the elements that have been looked up: where the next closing tag stands; -1: there is none any more */
  readonly closingTags: Map<string, number> = new Map();
  /** the next mark of a hub's address; where it is empty, there is none before it */
  markStart = -1;
  markEnd = -1;

  /** the end of a command's argument without quotes */
  argumentEnd = -1;
  /** what the value before an operator is called */
  valueStart = -1;
  valueEnd = -1;

  /** how far anything but the line that is being read has been looked at since the last checkpoint */
  seenTo = 0;
  /** from here on the trail wants to know where the scan stands */
  nextRest: number;

  constructor(
    readonly text: string,
    readonly tables: ScannerTables,
    /** what is worth a candidate; null: every string */
    readonly interest: Interest | null,
    /** for passes over a text that has been scanned before, or will be again after a change */
    readonly trail: Trail | null,
  ) {
    this.candidates = trail?.candidates ?? [];
    this.modules = trail?.modules ?? [];
    this.lastCandidate = this.candidates.at(-1)?.range.start ?? -1;
    this.nextRest = trail?.next ?? Number.POSITIVE_INFINITY;
  }
}

/** Whether an expression may end with the token, so that what follows it is an operator. */
export function isValue(token: Token): boolean {
  return token === "name" || token === "string" || token === "number" || token === "close";
}
