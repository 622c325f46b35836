import type { Frame } from "../candidate.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import type { CandidateList } from "../formats/values.ts";

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
