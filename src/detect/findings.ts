import type { Candidate } from "./candidate.ts";
import type { Word } from "./formats/shellLexer/word.ts";
import type { Frame } from "./frame.ts";
import type { Interest } from "./interest.ts";

/** Where candidates are gathered: every one of a configuration format is added to such a list, by `addValue` of values.ts and what calls it. */
export interface CandidateList {
  readonly candidates: Candidate[];
  /** who says which values are worth a candidate; null where all are */
  readonly interest: Interest | null;
}

/** Where the candidates of command lines are gathered. */
export interface CommandFindings extends CandidateList {
  /** the programs that are run, modules of Python and container images (without registry and tag) among them */
  readonly modules: ModuleNames;
}

/** Names of modules as they are found, more than once perhaps. */
export interface ModuleNames {
  add(name: string): unknown;
}

/** The layers of context around a word's own flag or operand, for instance the list of a configuration file it stands in. */
export type OuterContext = (word: Word) => readonly Frame[];
