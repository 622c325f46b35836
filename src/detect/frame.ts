import type { AddressSite } from "./address/site.ts";

/**
 * One layer of what surrounds a string, the context of a candidate. Names are as written: `callee` is the dotted
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
