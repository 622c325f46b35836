import type { Member, Task } from "../catalog/record.ts";
import type { AddressSite } from "../detect/address/site.ts";
import type { Identity, Namespace } from "../identify/identity.ts";

/**
 * A place, described as data; places.ts writes these in few words. All parts given must hold. `callee` is compared with the last parts of the
 * dotted path: `chat.completions.create` holds for `client.chat.completions.create`. `command` is compared from the start.
 */
export type ContextPattern =
  /** an argument without a name, counted from 0 */
  | { readonly kind: "argument"; readonly callee: string; readonly position: number }
  /**
   * what a call takes under a name: a keyword argument (`ChatOllama(model="...")`), a key of its option object (`new ChatOllama({ model:
   * "..." })`), a field of a literal (`ChatRequest{Model: "..."}`). Any case convention: `model_name` holds for `modelName` and `ModelName`
   */
  | { readonly kind: "named"; readonly callee: string; readonly name: string }
  /** the last keys of the path, innermost last; `format` names a Format, `file` a file name glob as in Format.fileNames */
  | { readonly kind: "property"; readonly path: readonly string[]; readonly format?: string; readonly file?: readonly string[] }
  /** a variable, constant or environment variable, and the look-up of one with a default */
  | { readonly kind: "assignment"; readonly name: string }
  /** the value of a flag; the empty command stands for any, null for one that does not show (a container's `args`) */
  | { readonly kind: "flag"; readonly command: string | null; readonly name: string }
  | { readonly kind: "operand"; readonly command: string; readonly position: number }
  | { readonly kind: "instruction"; readonly name: string; readonly format: string }
  | { readonly kind: "address"; readonly site: AddressSite };

export interface RuntimeContext {
  readonly pattern: ContextPattern;
  /** what the place asks of a model, where the place alone tells */
  readonly task?: Task;
  /**
   * `runtime`, the usual: only a model can stand here. `generic`: as usual for other things (a tokenizer's name), or names of several
   * schemes, of which the catalog decides. `known`: free names stand here too (an Azure deployment): only what the catalog knows counts
   */
  readonly evidence?: "runtime" | "generic" | "known";
  /** the reference is to be left alone by swaps: a tokenizer, a processor, a URL of a single file */
  readonly swappable?: false;
  /** what a change of this name alone leaves undone elsewhere; a swap here is never preferred */
  readonly needs?: readonly string[];
  /** counts only where the document imports a module that starts with one of these: `google("...")` means little elsewhere */
  readonly modules?: readonly string[];
}

/** What is known of a model when its name is printed. */
export interface PrintableModel {
  readonly member: Member;
}

/** What resolves a name: a library, a server, a client. One data file each. */
export interface Runtime {
  readonly id: string;
  /** for people */
  readonly name: string;
  /** the scheme in which a plain name is read */
  readonly namespace: Namespace;
  /** packages and programs whose import or call shows that a file uses it */
  readonly modules: readonly string[];
  /** places in which only a model of this runtime can stand */
  readonly contexts: readonly RuntimeContext[];
  /** Understands a name as this runtime does; null where the runtime could not take it as a model. */
  readonly read: (text: string) => Identity | null;
  /** set where servers of others speak its protocol: a name that is none of its maker's may be anybody's, and the catalog is asked whose */
  readonly isCommonProtocol?: true;
  /**
   * Writes the model's name as this runtime wants it, null where it cannot serve the model. `written` is what stands there
   * now: a route that it takes is kept where it serves the model too. `read(print(m))` names `m` again.
   */
  readonly print: (model: PrintableModel, written: Identity | null) => string | null;
  /**
   * What else has to change for the printed name to work, given what is written now; empty where nothing has to.
   * A swap with needs is never preferred.
   */
  readonly needs?: (model: PrintableModel, written: Identity | null) => readonly string[];
}
