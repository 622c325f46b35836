import type { FixEdit } from "../../lint/finding.ts";
import type { Client, ClientSetting } from "../../runtimes/client.ts";
import type { Server } from "../../runtimes/servers.ts";
import type { TextRange } from "../../text.ts";
import { type Call, callOf, type Item, type ItemList, stringText } from "../calls.ts";
import { type ClientLanguage, variableIn } from "../clientLanguages.ts";
import type { ReplaceValue } from "../itemEdits.ts";
import type { TokenizedText } from "../tokenizedText.ts";

/** What a client is to be pointed at. */
export interface ClientTarget {
  readonly server: Server;
  readonly baseUrl: string;
  /** of the model there, in tokens */
  readonly context: number | null;
  /** of the model's own string */
  readonly quote: string;
}

/** The program in which a client is looked for. */
export interface ClientProgram {
  readonly source: TokenizedText;
  readonly language: ClientLanguage;
  readonly client: Client;
}

/** Points a client at a server: the edits, or null where its language gives no way to write what has to be written. */
export type PointClient = (target: ClientTarget) => readonly FixEdit[] | null;

/** Where a client is made, as far as its text shows it. */
export type ClientPlace =
  /** `list`: its arguments, where it is asked for more than base URL and key */
  | { readonly kind: "made"; readonly point: PointClient; readonly list: ItemList | null }
  | { readonly kind: "missing"; readonly reason: string };

/** One way to write settings: reads what stands where the client is made, and says how it is pointed elsewhere. */
export type ReadNotation = (program: ClientProgram, call: Call) => ClientPlace;

/** Why nothing whole can be offered where a library is not among the clients. */
export const unknownLibrary = "how the client is made is not known for this library";

/** Why, where no client of the kind stands around the model or is made in the file: another kind may be there, and says more. */
export const namedApart = "the model is named apart from the call that takes it";
export const notMade = "the client is not made in this file";

export const missing = (reason: string): ClientPlace => ({ kind: "missing", reason });

export const urlLabel = "base URL of the client";
export const keyLabel = "key of the client";

/** The last part of a dotted name, whatever its dots are. */
export function lastSegment(path: string): string {
  return /[^.:>\\&?]*$/.exec(path)?.[0] ?? path;
}

/** Whether a dotted name ends with another one. */
export function endsWithPath(path: string, end: string): boolean {
  return path.endsWith(end) && (path.length === end.length || /[.:>\\]/.test(path.charAt(path.length - end.length - 1)));
}

/** What stands before the last part of a dotted name, with its dot; empty where nothing does. */
export function qualifierOf(path: string): string {
  return path.slice(0, path.length - lastSegment(path).length);
}

/** A value in what the setting gives it to. */
export function wrapped({ wrap }: ClientSetting, value: string): string {
  return wrap === undefined ? value : wrap.replace("$", () => value);
}

/** The value inside of what the setting gives it to: `key` of `new ApiKeyCredential(key)`; null where it is given to something else. */
function unwrapped({ source }: ClientProgram, { wrap }: ClientSetting, value: TextRange): TextRange | null {
  if (wrap === undefined) return value;
  const name = /([\w.]+)\(\$\)$/.exec(wrap)?.[1];
  const call = name === undefined ? null : callOf(source, value);
  const [only] = call?.items ?? [];
  return call === null || name === undefined || !endsWithPath(call.callee, name) || only === undefined || call.items.length > 1
    ? null
    : only.value;
}

/** The string that a base URL is, in what the setting gives it to; null where it is no plain string. */
export function literalOf(program: ClientProgram, setting: ClientSetting, value: TextRange): TextRange | null {
  const inner = unwrapped(program, setting, value);
  return inner === null ? null : stringText(program.source, inner);
}

/** Why a base URL that is not written out is left as it is. */
export function takenFrom({ text }: TokenizedText, name: string, { start, end }: TextRange): ClientPlace {
  return missing(`${name} is taken from ${text.slice(start, end)}`);
}

/** The item of a list that says a setting: by one of its names, by another way to say it, or by its position. */
export function itemFor(list: ItemList, { names, replaces, position }: ClientSetting): Item | null {
  const has = (wanted: readonly string[]): Item | undefined => list.items.find(({ name }) => name !== null && wanted.includes(name));
  const unnamed = position === undefined ? undefined : list.items[position];
  return has(names) ?? has(replaces ?? []) ?? (unnamed?.name === null && !unnamed.spread ? unnamed : null);
}

/** Takes a value out and puts another in, with what the language wants to go with it. */
export function replaceIn({ source, language }: ClientProgram): ReplaceValue {
  return (range, text) => language.replace?.(source, range, text) ?? (language.replace === undefined ? [{ range, text }] : null);
}

/** A key as it is to be written, and the variable that holds it; null: it is text. */
export interface WrittenKey {
  readonly value: string;
  readonly variable: string | null;
}

export function writtenKey({ language }: ClientProgram, { server: { key }, quote }: ClientTarget): WrittenKey {
  return key.kind === "text"
    ? { value: quote + key.text + quote, variable: null }
    : { value: language.variable(key.name, quote), variable: key.name };
}

/** Beginnings by which bundlers for browsers know the variables that they hand on. */
const publicPrefix = /^(?:VITE|NEXT_PUBLIC|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|REACT_APP|GATSBY)_/;

/** The name to change where a key is looked up and the new one is too: the program goes on to look it up as it does; null elsewhere. */
export function renamedVariable(
  program: ClientProgram,
  setting: ClientSetting,
  present: TextRange | null,
  key: WrittenKey,
): FixEdit | null {
  const inner = present === null ? null : unwrapped(program, setting, present);
  const range = inner === null || key.variable === null ? null : variableIn(program.language, program.source.text, inner);
  if (range === null || key.variable === null) return null;
  const [prefix = ""] = publicPrefix.exec(program.source.text.slice(range.start, range.end)) ?? [];
  return { range, text: prefix + key.variable, label: keyLabel };
}
