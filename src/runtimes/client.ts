import type { Protocol } from "./servers.ts";

/** A value to write: `text` gets the quotes of the language. */
export type ClientValue = { readonly kind: "text"; readonly text: string } | { readonly kind: "literal"; readonly text: string };

/** A setting of a client: what it is called, and what its text stands in. */
export interface ClientSetting {
  /** the first is written, the others may stand there already */
  readonly names: readonly string[];
  /** where a call takes it without a name, counted from 0 */
  readonly position?: number;
  /** written with its name where it stood without: the others that have none stand before it */
  readonly named?: true;
  /** arguments in whose place it is written, as they say the same in another way */
  readonly replaces?: readonly string[];
  /** what the text is given to, with `$` for it: `new Uri($)` */
  readonly wrap?: string;
  /** the setting whose value holds it; what is written where that is not there, with `$` for this one */
  readonly within?: ClientSetting & { readonly wrap: string };
}

/** How the settings of a client stand where it is made. */
export type ClientNotation =
  /** arguments with names: `OpenAI(base_url="...")` */
  | { readonly kind: "arguments" }
  /** entries of the object that is the first argument: `new OpenAI({ baseURL: "..." })` */
  | { readonly kind: "object" }
  /** functions among the arguments: `openai.NewClient(option.WithBaseURL("..."))`; `of`: their package, absent: that of the call */
  | { readonly kind: "functions"; readonly of?: string }
  /** methods, one behind the other: `OpenAiChatModel.builder().baseUrl("...")` */
  | { readonly kind: "methods" }
  /** members of what the call gives, where `position` is that of the key: `config := DefaultConfig(key)`, `config.BaseURL = "..."` */
  | { readonly kind: "members" }
  /** variables of the module `of`, which asks itself: `openai.base_url = "..."` */
  | { readonly kind: "module"; readonly of: string }
  /**
   * There is no place for them: another expression is written, and statements before it. `$url` and `$key` stand for the values, `$of` for
   * what the function is called on, `$name` for a name that is free. The call may have up to so many `arguments`: they say no more than the key
   */
  | { readonly kind: "expression"; readonly write: string; readonly before?: readonly string[]; readonly arguments: number };

/** How a client of a closed API is made, and where base URL and key stand in that: what a move to another server has to change. */
export interface Client {
  /** ids of the runtimes whose places it answers */
  readonly runtimes: readonly string[];
  /** ids of the formats */
  readonly languages: readonly string[];
  /** one of these has to be imported; empty: nothing has to be */
  readonly modules: readonly string[];
  /** where one of these is imported, a class of that name is another library's */
  readonly notBeside?: readonly string[];
  readonly protocol: Protocol;
  /** classes, functions and methods that make it, by the last parts of their dotted name */
  readonly constructors: readonly string[];
  readonly notation: ClientNotation;
  /** the model is named where the client is made, and each such call is a client of its own */
  readonly holdsModel: boolean;
  readonly baseUrl: ClientSetting;
  readonly apiKey: ClientSetting;
  /** calls and literals that name a model for it, by the last parts of their dotted name; absent: what is asked through a client, `client.chat...` */
  readonly asks?: readonly string[];
  /** arguments that only another library's class of that name takes; variables of a module that lead it elsewhere */
  readonly without?: readonly string[];
  /** how it takes a server's base URL, where not as the makers' own clients of that protocol do */
  readonly baseUrlOf?: (baseUrl: string) => string;
  /** it takes a server's name before the model's, and may ask it in its own protocol; absent servers it has no name for */
  readonly routes?: Readonly<Record<string, { readonly prefix: string; readonly baseUrl?: string }>>;
  /** other arguments without which it does not work with another server; `context` of the model there, in tokens */
  readonly extra?: (context: number | null) => readonly { readonly name: string; readonly value: ClientValue }[];
  /** modules of which what is written has names; `$` stands for the client's own, as it is imported */
  readonly imports?: readonly string[];
  /** what else has to be done */
  readonly needs?: readonly string[];
  /** the class refuses models of others: the one to write instead, and the module that has it */
  readonly becomes?: {
    readonly from: string;
    readonly name: string;
    readonly fromModule: string;
    readonly module: string;
    /** arguments that are called something else there */
    readonly renames?: Readonly<Record<string, string>>;
  };
  /** an instance that the module exports; to point it elsewhere, a factory makes one of that name */
  readonly instance?: { readonly name: string; readonly factory: string; readonly module: string; readonly method?: string };
}

/** A client that is made from properties: keys of a `.properties` or YAML file, with dots. */
export interface PropertyClient {
  readonly runtime: string;
  readonly protocol: Protocol;
  readonly model: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** keys that go before those: where one is set, the client is another one's */
  readonly overriding?: readonly string[];
  readonly baseUrlOf?: (baseUrl: string) => string;
  readonly needs?: readonly string[];
}

/** A setting by its names, the first of which is written: `setting("base_url openai_api_base")`. */
export function setting(names: string, rest: Omit<ClientSetting, "names"> = {}): ClientSetting {
  return { names: names.split(" "), ...rest };
}

/** The base URL without its version, for clients that add it themselves. */
export function withoutVersion(baseUrl: string): string {
  return baseUrl.replace(/\/v1$/, "");
}
