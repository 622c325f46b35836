import { lineEnd } from "../detect/scanner/tables.ts";
import type { FixEdit } from "../lint/finding.ts";
import { clientVariables } from "../runtimes/clients.ts";
import type { Protocol, Server } from "../runtimes/servers.ts";
import type { TextRange } from "../text.ts";

/** A line that gives a variable its value. */
export interface Entry {
  readonly name: string;
  /** before the name: indentation, `- `, `export ` */
  readonly prefix: string;
  /** between name and value */
  readonly sign: string;
  /** the quote around the value, or none */
  readonly quote: string;
  readonly nameStart: number;
  /** inside its quotes */
  readonly value: TextRange;
  /** before the line break, behind a comment */
  readonly lineEnd: number;
}

/** What stands before a value: `NAME=`, `export NAME=`; in YAML also `NAME: ` and `- NAME=`. */
const head = /^([ \t]*(?:-[ \t]+)?(?:export[ \t]+)?)([A-Za-z_][A-Za-z0-9_]*)([ \t]*=[ \t]*|:[ \t]+)/;

/** The entry that a line is; null where it is none, or where its value goes on in the next line. */
function entryOf(text: string, start: number, lineEnd: number): Entry | null {
  const written = text.slice(start, lineEnd);
  const match = head.exec(written);
  if (match === null) return null;
  const [whole, prefix = "", name = "", sign = ""] = match;
  const value = keyedEnd(written, whole.length);
  if (value === null) return null;
  const quote = written.slice(whole.length, value.start);
  return {
    name,
    prefix,
    sign,
    quote,
    nameStart: start + prefix.length,
    value: { start: start + value.start, end: start + value.end },
    lineEnd,
  };
}

/** The value that begins at `from` in a line, inside its quotes and before a comment; null where it goes on in the next line. */
export function keyedEnd(written: string, from: number): TextRange | null {
  const quote = /["']/.test(written.charAt(from)) ? 1 : 0;
  const start = from + quote;
  const end = quote === 0 ? bareEnd(written, start) : written.indexOf(written.charAt(from), start);
  return end < 0 ? null : { start, end };
}

/** A comment begins with a blank and `#`. */
function bareEnd(written: string, from: number): number {
  const comment = written.slice(from - 1).search(/[ \t]#/);
  return from + written.slice(from, comment < 0 ? undefined : from - 1 + comment).trimEnd().length;
}

/** The variables that are set together: those of the whole file, or in YAML those of the same mapping or list. */
function blocksOf(text: string, isYaml: boolean): readonly (readonly Entry[])[] {
  const blocks: Entry[][] = [[]];
  let indentation = -1;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const entry = entryOf(text, start, end);
    const content = firstContent(text, start, end);
    if (isYaml && content >= 0 && text[content] !== "#") {
      // a line that is less indented, or indented alike and no variable, ends the block; deeper ones belong to what stands before
      const depth = content - start + (text[content] === "-" ? 0.5 : 0);
      const goesOn = entry === null ? depth > indentation : depth === indentation;
      if (!goesOn) {
        blocks.push([]);
        indentation = entry === null ? -1 : depth;
      }
    }
    if (entry !== null) blocks.at(-1)?.push(entry);
    start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return blocks;
}

function firstContent(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text[at] !== " " && text[at] !== "\t") return at;
  return -1;
}

/** What a value holds that stands for a secret: `your-key-here`, `sk-...`, `xxxxxxxx`. */
const placeholder = /^(?:change-?me|sk-?|none|null|todo)$|\.\.\.|x{4}|your|placeholder|example/i;

/** A secret that would be lost is kept as a comment; what stands for one, or looks one up, is not. */
export function isSecret(value: string): boolean {
  const isLookedUp = value.startsWith("$") || (value.startsWith("<") && value.endsWith(">"));
  return value !== "" && !isLookedUp && !placeholder.test(value);
}

/** Which variable holds the model's name: that at a place, or one that is known by its name. */
export type ModelVariable = { readonly kind: "at"; readonly range: TextRange } | { readonly kind: "named"; readonly name: string };

/** Where a document gives a model its name by an environment variable. */
export interface VariablePlace {
  readonly text: string;
  readonly isYaml: boolean;
  /** the model's own */
  readonly own: Entry;
  /** of the model's name inside of it */
  readonly model: TextRange;
  /** those that are set together with it */
  readonly entries: readonly Entry[];
}

/** Finds the variable wherever the document sets it. */
export function findVariables(text: string, isYaml: boolean, model: ModelVariable): readonly VariablePlace[] {
  const isModel = ({ name, value }: Entry): boolean =>
    model.kind === "at" ? value.start <= model.range.start && model.range.end <= value.end : name === model.name;
  return blocksOf(text, isYaml).flatMap((entries): readonly VariablePlace[] => {
    const own = entries.findLast(isModel);
    return own === undefined ? [] : [{ text, isYaml, own, model: model.kind === "at" ? model.range : own.value, entries }];
  });
}

/** The edits of variables in one document. */
export interface VariableEdits {
  /** the model's variable */
  readonly name: string;
  readonly edits: readonly FixEdit[];
  readonly needs: readonly string[];
}

/** The names of the variables beside a model's: `OPENAI_MODEL` has `OPENAI_BASE_URL` and `OPENAI_API_KEY`; those of other beginnings only where they are set. */
function companions(
  name: string,
  protocol: Protocol,
  entries: readonly Entry[],
): { readonly baseUrl: string; readonly apiKey: string } | null {
  const known = clientVariables[protocol];
  const set = (names: readonly string[]): string | undefined => names.find((each) => entries.some((entry) => entry.name === each));
  const stem = /^(.*?)_(?:CHAT_|LLM_|API_|SMALL_FAST_|DEFAULT_[A-Z]+_)?MODEL(?:_NAME|_ID)?$/.exec(name)?.[1];
  const ofStem =
    stem === undefined ? [] : [`${stem}_BASE_URL`, `${stem}_API_BASE`, `${stem}_API_BASE_URL`, `${stem}_API_URL`, `${stem}_URL`];
  const ownUrl = set(ofStem);
  const ownKey = stem === undefined ? undefined : set([`${stem}_API_KEY`, `${stem}_KEY`]);
  const isMakers = known.baseUrl.some((each) => ofStem.includes(each)) || set([...known.baseUrl, ...known.apiKey]) !== undefined;
  if (ownUrl !== undefined && ownKey !== undefined) return { baseUrl: ownUrl, apiKey: ownKey };
  return isMakers ? { baseUrl: set(known.baseUrl) ?? known.baseUrl[0] ?? "", apiKey: set(known.apiKey) ?? known.apiKey[0] ?? "" } : null;
}

/** The edits that name the model, and where base URL and key are set or can be, point them at the server; null where that does not show. */
export function variableEdits(place: VariablePlace, protocol: Protocol, server: Server, text: string): VariableEdits | null {
  const { isYaml, own, entries } = place;
  const written = server.baseUrls[protocol];
  if (written === undefined) return null;
  const names = companions(own.name, protocol, entries);
  if (names === null) return null;
  // inside of a container, localhost is the container
  const isContainer = isYaml && server.local;
  const baseUrl = isContainer ? written.replace("localhost", "host.docker.internal") : written;
  const lineBreak = place.text.includes("\r\n") ? "\r\n" : "\n";

  const edits: FixEdit[] = [{ range: place.model, text }];
  const added: string[] = [];
  const newLine = (name: string, value: string): string => `${lineBreak}${own.prefix}${name}${own.sign}${own.quote}${value}${own.quote}`;
  const urlEntry = entries.find(({ name }) => name === names.baseUrl);
  if (urlEntry === undefined) added.push(newLine(names.baseUrl, baseUrl));
  else edits.push({ range: urlEntry.value, text: baseUrl, label: names.baseUrl });

  const keyEntry = entries.find(({ name }) => name === names.apiKey);
  const old = keyEntry === undefined ? "" : place.text.slice(keyEntry.value.start, keyEntry.value.end);
  const key = server.key.kind === "text" ? server.key.text : old.startsWith("${") && isYaml ? `\${${server.key.name}}` : "";
  if (keyEntry === undefined) added.push(newLine(names.apiKey, key));
  else if (isSecret(old)) {
    edits.push(
      {
        range: {
          start: keyEntry.nameStart - keyEntry.prefix.trimStart().length,
          end: keyEntry.nameStart - keyEntry.prefix.trimStart().length,
        },
        text: "# ",
        label: `${names.apiKey}, kept as a comment`,
      },
      {
        range: { start: keyEntry.lineEnd, end: keyEntry.lineEnd },
        text: `${lineBreak}${keyEntry.prefix}${keyEntry.name}${keyEntry.sign}${keyEntry.quote}${key}${keyEntry.quote}`,
        label: names.apiKey,
      },
    );
  } else edits.push({ range: keyEntry.value, text: key, label: names.apiKey });
  if (added.length > 0) {
    edits.push({
      range: { start: own.lineEnd, end: own.lineEnd },
      text: added.join(""),
      label: `${names.baseUrl} and ${names.apiKey}`.replace(
        urlEntry ? `${names.baseUrl} and ` : keyEntry ? ` and ${names.apiKey}` : "",
        "",
      ),
    });
  }
  return {
    name: own.name,
    edits,
    needs: [
      ...(server.key.kind === "variable" && key === "" ? [`the key of ${server.name} in ${names.apiKey}`] : []),
      ...(isContainer ? ["a container that reaches its host as host.docker.internal (on Linux: extra_hosts)"] : []),
    ],
  };
}
