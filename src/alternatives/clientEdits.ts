import type { FixEdit } from "../lint/finding.ts";
import type { Client, ClientValue } from "../runtimes/clients.ts";
import type { Server } from "../runtimes/servers.ts";
import type { TextRange } from "../text.ts";
import { type Call, callAround, callsIn, type ItemList, objectAt, stringText, type TokenizedText } from "./calls.ts";
import { itemNamed, type Setting, settingEdits } from "./itemEdits.ts";

/** Where a client is made, as far as its text shows it. */
export type ClientPlace =
  /** `list`: its arguments or options; null: it is made without any, and takes an object of options */
  | { readonly kind: "made"; readonly call: Call; readonly list: ItemList | null }
  /** the module's own instance, which is imported by name */
  | { readonly kind: "imported"; readonly specifier: TextRange; readonly insertAt: number }
  | { readonly kind: "missing"; readonly reason: string };

/** What a client is to be pointed at. */
export interface ClientTarget {
  readonly server: Server;
  readonly baseUrl: string;
  /** of the model there, in tokens */
  readonly context: number | null;
  /** of the model's own string */
  readonly quote: string;
}

/** Why nothing whole can be offered where a library is not among the clients. */
export const unknownLibrary = "how the client is made is not known for this library";

const missing = (reason: string): ClientPlace => ({ kind: "missing", reason });

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** What a method is called on: `client` of `client.chat.completions.create`; null where that does not show. */
export function receiverOf(callee: string | null): string | null {
  if (callee === null) return null;
  return /^(.+?)\.(?:chat|responses|completions|embeddings|beta|messages|with_options|withOptions)(?:\.|$)/.exec(callee)?.[1] ?? null;
}

/**
 * Finds where the client of a reference is made.
 * @param callee the dotted name of the call that the model is an argument of; null where there is none: a constant
 * @param isOwnCall whether that call is the library's, and not one to which the program hands a name on
 */
export function findClient(
  source: TokenizedText,
  client: Client,
  callee: string | null,
  isOwnCall: boolean,
  reference: TextRange,
): ClientPlace {
  const calls = callsIn(source, (name) => client.constructors.includes(lastSegment(name)));
  if (client.holdsModel) {
    const own = calls.findLast(({ start, end }) => start <= reference.start && reference.end <= end);
    return own ? made(source, client, own) : missing("the model is named apart from the call that takes it");
  }
  const receiver = client.instance === undefined ? receiverOf(callee) : (callee?.split(".")[0] ?? null);
  // a class of another library, which makes a client of its own
  if (isOwnCall && callee !== null && receiver === null) return missing(unknownLibrary);
  const mine = receiver === null ? calls : calls.filter(({ target }) => target !== null && lastSegment(target) === lastSegment(receiver));
  if (mine.length > 1) return missing("several clients are made in this file");
  if (mine[0]) return made(source, client, mine[0]);
  const [only] = calls;
  // made inside of another call, or given back by a function: whatever asks in this file, asks through it
  if (only && calls.length === 1 && only.target === null) return made(source, client, only);
  if (client.instance?.name === receiver) return imported(source, client.instance);
  return missing(calls.length === 0 ? "the client is not made in this file" : `${receiver ?? "the client"} is not made in this file`);
}

function made(source: TokenizedText, client: Client, call: Call): ClientPlace {
  const { text } = source;
  if (client.language === "python") return open(source, client, call, call);
  const [options] = call.items;
  if (options === undefined) return { kind: "made", call, list: null };
  const list = objectAt(source, options.value);
  return list === null ? missing(`its options stand in ${text.slice(options.start, options.end)}`) : open(source, client, call, list);
}

/** Nothing may come in that would set the arguments again, or hide what they are. */
function open(source: TokenizedText, client: Client, call: Call, list: ItemList): ClientPlace {
  const { text } = source;
  const spread = list.items.find((item) => item.spread);
  if (spread) return missing(`its options come from ${text.slice(spread.start, spread.end)}`);
  const within = client.baseUrlWithin === undefined ? null : itemNamed(list, [client.baseUrlWithin]);
  const inner = within === null ? list : objectAt(source, within.value);
  if (inner === null || (within !== null && inner.items.some((item) => item.spread)))
    return missing(`${client.baseUrlWithin} is not written out`);
  const baseUrl = itemNamed(inner, client.baseUrl);
  if (baseUrl !== null && stringText(source, baseUrl.value) === null)
    return missing(`${baseUrl.name} is taken from ${text.slice(baseUrl.value.start, baseUrl.value.end)}`);
  return { kind: "made", call, list };
}

/** The statement that imports an instance by its own name, and the end of the imports. */
function imported({ text, tokens, partners }: TokenizedText, instance: NonNullable<Client["instance"]>): ClientPlace {
  const written = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  let specifier: TextRange | null = null;
  let factoryImported = false;
  let insertAt = -1;
  let depth = 0;
  for (let index = 0; index < tokens.length; index++) {
    const kind = tokens[index]?.kind;
    if (kind === "open") depth++;
    if (kind === "close") depth--;
    const starts = index === 0 || tokens[index - 1]?.kind === "newline" || written(index - 1) === ";";
    if (kind !== "name" || depth !== 0 || !starts || written(index) !== "import") continue;
    let module = index + 1;
    while (module < tokens.length && tokens[module]?.kind !== "string") {
      const partner = partners[module] ?? -1;
      module = partner > module ? partner + 1 : module + 1;
    }
    const isOurs = written(module).slice(1, -1) === instance.module;
    for (let at = index; isOurs && at < module; at++) {
      if (written(at) === instance.factory) factoryImported = true;
      // `type openai`, `openai as provider` and `* as openai` are other things
      const isPlain = /^[{,]$/.test(previous(at)) && /^[,}]$/.test(next(at));
      if (written(at) === instance.name && isPlain) specifier = { start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 };
    }
    insertAt = tokens[written(module + 1) === ";" ? module + 1 : module]?.end ?? -1;
    index = module;
  }
  function previous(at: number): string {
    let before = at - 1;
    while (tokens[before]?.kind === "newline") before--;
    return written(before);
  }
  function next(at: number): string {
    let after = at + 1;
    while (tokens[after]?.kind === "newline") after++;
    return written(after);
  }
  if (factoryImported) return missing(`${instance.factory} is imported as well as ${instance.name}`);
  return specifier === null || insertAt < 0
    ? missing(`${instance.name} is not made or imported in this file`)
    : { kind: "imported", specifier, insertAt };
}

/** Points a client at a server: the edits, or null where its language gives no way to write what has to be written. */
export type PointClient = (target: ClientTarget) => readonly FixEdit[] | null;

/** How one client of a file is pointed at servers. What is the same for every server is looked for once. */
export function clientEdits(source: TokenizedText, client: Client, place: ClientPlace): PointClient {
  const imports = client.language === "python" ? importOs(source) : [];
  const change = client.becomes === undefined || place.kind !== "made" ? [] : classChange(source, client.becomes, place.call);
  return (target) => editsTo(target, source, client, place, imports, change);
}

/**
 * @param imports what a look-up of the environment needs, null where no place for it shows
 * @param change of the class that is called, null where it cannot be made
 */
function editsTo(
  target: ClientTarget,
  source: TokenizedText,
  client: Client,
  place: ClientPlace,
  imports: readonly FixEdit[] | null,
  change: readonly FixEdit[] | null,
): readonly FixEdit[] | null {
  const { text } = source;
  const { server, quote } = target;
  const write = ({ kind, text: value }: ClientValue): string => (kind === "text" ? quote + value + quote : value);
  const separator = client.language === "python" ? "=" : ": ";
  const key: string =
    server.key.kind === "text"
      ? quote + server.key.text + quote
      : client.language === "python"
        ? `os.environ[${quote}${server.key.name}${quote}]`
        : `process.env.${server.key.name}`;
  const url: Setting = { names: client.baseUrl, value: quote + target.baseUrl + quote, label: "base URL of the client" };
  const apiKey: Setting = { names: client.apiKey, value: key, label: "key of the client" };
  const extra = (client.extra?.(target.context) ?? []).map(
    ({ name, value }): Setting => ({ names: [name], value: write(value), label: name, keep: true }),
  );
  const object = (settings: readonly Setting[]): string =>
    settings.length === 0 ? "{}" : `{ ${settings.map(({ names, value }) => `${names[0]}: ${value}`).join(", ")} }`;

  if (place.kind === "missing") return null;
  if (place.kind === "imported") {
    const { instance } = client;
    if (instance === undefined) return null;
    const end = text[place.insertAt - 1] === ";" ? ";" : "";
    const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
    return [
      { range: place.specifier, text: instance.factory, label: "import" },
      {
        range: { start: place.insertAt, end: place.insertAt },
        text: `${lineBreak}${lineBreak}const ${instance.name} = ${instance.factory}(${object([url, apiKey])})${end}`,
        label: "client with base URL and key",
      },
    ];
  }

  const within = client.baseUrlWithin;
  const list = place.list;
  if (list === null) {
    const settings = within === undefined ? [url, apiKey] : [{ ...url, names: [within], value: object([url]) }, apiKey];
    const at = place.call.start;
    return [{ range: { start: at, end: at }, text: object([...settings, ...extra]), label: "base URL and key of the client" }];
  }
  const edits: FixEdit[] = [];
  const outer: Setting[] = [];
  const inner = within === undefined ? null : itemNamed(list, [within]);
  const innerList = inner === null ? null : objectAt(source, inner.value);
  if (innerList !== null) edits.push(...settingEdits(text, innerList, [url], separator));
  else outer.push(within === undefined ? url : { ...url, names: [within], value: object([url]) });

  const variable = server.key.kind === "variable" ? server.key.name : null;
  const present = itemNamed(list, client.apiKey);
  const lookedUp = present === null || present.shorthand || variable === null ? null : variableIn(text, present.value);
  if (lookedUp !== null && variable !== null) edits.push({ range: lookedUp, text: variable, label: apiKey.label });
  else outer.push(apiKey);
  edits.push(...settingEdits(text, list, [...outer, ...extra], separator));

  if (client.language === "python" && variable !== null && lookedUp === null) {
    if (imports === null) return null;
    edits.push(...imports);
  }
  return change === null ? null : [...edits, ...change];
}

/** Asks for the endpoint that servers of open models have, where a provider's plain call asks for another: `openai("x")` → `openai.chat("x")`. */
export function methodEdits(source: TokenizedText, client: Client, reference: TextRange): readonly FixEdit[] {
  const method = client.instance?.method;
  if (method === undefined) return [];
  const call = callAround(source, reference.start);
  const parts = call?.callee.split(".") ?? [];
  const called = parts[1];
  if (call === null || parts.length > 2 || (called !== undefined && called !== "responses" && called !== "languageModel")) return [];
  const { end } = call.calleeRange;
  return [
    called === undefined
      ? { range: { start: end, end }, text: `.${method}`, label: "endpoint" }
      : { range: { start: end - called.length, end }, text: method, label: "endpoint" },
  ];
}

/** Whether the client is told to ask for responses, which few servers have. */
export function asksResponses({ text }: TokenizedText, place: ClientPlace): boolean {
  const item = place.kind === "made" && place.list !== null ? itemNamed(place.list, ["use_responses_api", "useResponsesApi"]) : null;
  return item !== null && /^true$/i.test(text.slice(item.value.start, item.value.end));
}

/** Tools that a provider's module makes and its own servers run: `openai.tools.webSearch(...)`. */
export function providerTools(source: TokenizedText, { instance }: Client): readonly string[] {
  if (instance === undefined) return [];
  return [...new Set(callsIn(source, (callee) => callee.startsWith(`${instance.name}.tools.`)).map(({ callee }) => callee))];
}

/** The name of the environment variable, where a value is the look-up of one and nothing else. */
function variableIn(text: string, value: TextRange): TextRange | null {
  const written = text.slice(value.start, value.end);
  const match =
    /^((?:os\.)?(?:environ\[|getenv\(|environ\.get\()\s*["'])(\w+)["']\s*[\])]$/.exec(written) ??
    /^((?:process\.env|import\.meta\.env|Bun\.env)(?:\.|\[["']))(\w+)(?:["']\])?!?$/.exec(written) ??
    /^(Deno\.env\.get\(["'])(\w+)["']\)!?$/.exec(written);
  if (!match?.[1] || !match[2]) return null;
  const start = value.start + match[1].length;
  return { start, end: start + match[2].length };
}

/** `import os`, where it is not there; null where no place for it shows. */
function importOs({ text, tokens }: TokenizedText): readonly FixEdit[] | null {
  const written = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  let first = -1;
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index]?.kind === "name" ? written(index) : "";
    if (word !== "import" && word !== "from") continue;
    const start = tokens[index]?.start ?? 0;
    if (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) continue;
    if (word === "import") {
      for (let at = index + 1; at < tokens.length && tokens[at]?.kind !== "newline"; at++) {
        const isWhole = !/^\.$/.test(written(at + 1)) && written(at + 1) !== "as" && !/^\.$/.test(written(at - 1));
        if (written(at) === "os" && isWhole && written(at - 1) !== "as") return [];
      }
    }
    if (first < 0 && !(word === "from" && written(index + 1) === "__future__")) first = start;
  }
  if (first < 0) return null;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return [{ range: { start: first, end: first }, text: `import os${lineBreak}`, label: "import" }];
}

/** Writes another class for the one that is called: only where the file imports it in a line of its own and uses it nowhere else. */
function classChange(source: TokenizedText, change: NonNullable<Client["becomes"]>, call: Call): readonly FixEdit[] | null {
  const { text, tokens } = source;
  const names = tokens.filter(({ kind, start, end }) => kind === "name" && text.slice(start, end) === change.from);
  const called = names.find(({ end }) => end === call.calleeRange.end);
  const statement = importStatement(text, change.fromModule, change.from);
  if (statement === null || names.length !== 2 || called === undefined || !names.some(({ end }) => end === statement.end)) return null;
  return [
    { range: statement, text: `from ${change.module} import ${change.name}`, label: "import" },
    { range: { start: called.start, end: called.end }, text: change.name, label: `class that takes other models than OpenAI's` },
  ];
}

function importStatement(text: string, module: string, name: string): TextRange | null {
  const statement = `from ${module} import ${name}`;
  for (let at = text.indexOf(statement); at >= 0; at = text.indexOf(statement, at + 1)) {
    const end = at + statement.length;
    const before = at === 0 ? "\n" : text.charAt(at - 1);
    if (/[\r\n]/.test(before) && /^[ \t]*(?:#|[\r\n]|$)/.test(text.slice(end, end + 200))) return { start: at, end };
  }
  return null;
}
