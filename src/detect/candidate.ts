import type { TextRange } from "../text.ts";
import type { AddressSite } from "./address/site.ts";
import type { Interest } from "./interest.ts";
import type { Resumption } from "./trail.ts";

/**
 * One layer of what surrounds a string, see {@link Candidate.context}. Names are as written: `callee` is the dotted
 * path (`client.chat.completions.create`, `AutoModel.from_pretrained`, `new ChatOpenAI` is `ChatOpenAI`), flags keep
 * their dashes.
 */
export type Frame =
  /** an argument of a call, constructor or decorator; `position` counts from 0 and is null for keyword arguments */
  | { readonly kind: "argument"; readonly callee: string; readonly position: number | null; readonly keyword: string | null }
  /** the value of a key in an object, dict or mapping */
  | { readonly kind: "property"; readonly key: string }
  /** an element of a list; `previous` is the text of the element before it, where that is a string */
  | { readonly kind: "item"; readonly index: number; readonly previous: string | null }
  /** the value of a variable, constant, attribute, parameter default or environment variable, or what a function of that name gives */
  | { readonly kind: "assignment"; readonly name: string }
  /** the default of a look-up or fallback operator; `name` is the variable looked up, where it shows */
  | { readonly kind: "fallback"; readonly name: string | null }
  /** the value of a flag of a command line; `command` is the program's base name with its subcommands: `vllm serve` */
  | { readonly kind: "flag"; readonly command: string; readonly name: string }
  /** a word of a command line that is no flag and no flag's value; `position` counts from 0 after the subcommands */
  | { readonly kind: "operand"; readonly command: string; readonly position: number }
  /** the argument of an instruction line: Modelfile `FROM` */
  | { readonly kind: "instruction"; readonly name: string }
  /** the model's part of a web address of a hub, or of a service that is asked by it */
  | { readonly kind: "address"; readonly site: AddressSite }
  /** a member of a declared set: `type M = "a" | "b"`, `Literal["a", "b"]`, an enum; a constant of a class that is called as a set of models is */
  | { readonly kind: "declaration"; readonly of: "union" | "enum" | "class"; readonly name: string | null }
  /** an operand of a comparison, a membership test, a case label, or an assertion's expected value */
  | { readonly kind: "comparison" }
  /** outermost: a block that a document shows to its readers and nobody runs; `data` may be an answer as well as a request */
  | { readonly kind: "example"; readonly of: "code" | "data" };

/** A string with its place, exact range and context, that may name a model. */
export interface Candidate {
  /** the string's value: what the program will see */
  readonly text: string;
  /** where the value stands in the document's text, inside its quotes */
  readonly range: TextRange;
  /** what surrounds the string, from the innermost layer outward */
  readonly context: readonly Frame[];
  /** notebooks: the cell it is in, and where in the text of that cell; null elsewhere */
  readonly cell: { readonly index: number; readonly range: TextRange } | null;
}

/** What one pass over a document finds. */
export interface Detection {
  /** in the order of the text */
  readonly candidates: readonly Candidate[];
  /** names of the packages, modules and programs that the document imports or runs: they tell the runtime of a plain `model=` */
  readonly modules: readonly string[];
  /** for the next pass over the document, after a change; absent where nobody asked, and of formats that read all of it each time */
  readonly resumption?: Resumption;
}

/** A document as the engine sees it: text and names, no editor and no disk. */
export interface SourceDocument {
  /** the path or file name, with `/`; only its last parts are looked at (`.env`, `compose.yaml`, `tests/`) */
  readonly path: string;
  /** the text, as an editor shows it (no byte order mark) */
  readonly text: string;
  /** the editor's language id, where there is one; it goes before what the name says */
  readonly languageId?: string;
  /** set for a notebook cell that an editor shows as a document of its own: the text of the other code cells, whose imports count for it */
  readonly otherCells?: string;
}

/** One file format or programming language: which documents are of it, and how its strings are found. */
export interface Format {
  readonly id: string;
  /** VS Code language ids */
  readonly languageIds: readonly string[];
  /** matched against the last part of the path, in lower case: `*.py`, `.env`, `.env.*`, `modelfile` */
  readonly fileNames: readonly string[];
  /** programs that a script's first line names, without paths and versions: `python` for `#!/usr/bin/env python3` */
  readonly interpreters?: readonly string[];
  /** what names a model stands between quotes, as in programs, and is no plain word of a configuration */
  readonly namesAreQuoted?: true;
  /**
   * Finds the candidates of `text`, or those that are of interest. Total: broken input gives fewer candidates, never an exception. Linear in the input.
   * `before` is what was found when the document's text was another one, null for the first of several passes: with it a format may read only
   * what the change can reach, and finds the same as without.
   */
  readonly detect: (text: string, interest?: Interest, before?: Detection | null) => Detection;
}
