import type { FixEdit } from "../lint/finding.ts";
import type { Client, ClientNotation } from "../runtimes/client.ts";
import { isModule } from "../runtimes/match.ts";
import type { TextRange } from "../text.ts";
import { type Call, callAround, callsIn, type ItemList, methodsBehind, occurrences } from "./calls.ts";
import { readExpression } from "./notations/expression.ts";
import { readArguments, readFunctions, readObject } from "./notations/lists.ts";
import { readMembers, readModule } from "./notations/members.ts";
import { readMethods } from "./notations/methods.ts";
import {
  type ClientPlace,
  type ClientProgram,
  endsWithPath,
  lastSegment,
  missing,
  namedApart,
  notMade,
  type PointClient,
  type ReadNotation,
  unknownLibrary,
  writtenKey,
} from "./notations/notation.ts";
import { type TokenizedText, tokenAt } from "./tokenizedText.ts";

/** How each notation is read; a module's own client is made nowhere. */
const readers: Readonly<Record<Exclude<ClientNotation["kind"], "module">, ReadNotation>> = {
  arguments: readArguments,
  object: readObject,
  functions: readFunctions,
  methods: readMethods,
  members: readMembers,
  expression: readExpression,
};

/** A call in which a model is named, and what that call is an argument of. */
export interface Asking {
  /** dotted names of the calls that the model is an argument of, innermost first; empty: it stands in none, as a constant does */
  readonly callees: readonly string[];
  /** the innermost is the library's own, and not one to which the program hands a name on */
  readonly isOwnCall: boolean;
  /** where the model's name stands */
  readonly range: TextRange;
}

/** A method whose name begins behind a call: `chat.completions.create` of `getClient().chat.completions.create`. */
const behindCall = /^(?:chat|responses|completions|embeddings|messages|beta|with_options|withOptions)\./;

/** What a method is called on: `client` of `client.chat.completions.create`; null where that does not show. */
export function receiverOf(callees: readonly string[]): string | null {
  for (const callee of callees) {
    if (behindCall.test(callee)) return null;
    const receiver =
      /^(.+?)(?:\.|->)(?:[cC]hat|[rR]esponses|[cC]ompletions|[eE]mbeddings|[mM]essages|[bB]eta|with_options|withOptions|Create\w+|Get\w+Client)(?:\.|\(|$)/.exec(
        callee,
      )?.[1];
    if (receiver !== undefined) return receiver;
  }
  return null;
}

/** Finds where the client of a reference is made. */
export function findClient(program: ClientProgram, { callees, isOwnCall, range }: Asking): ClientPlace {
  const { source, client } = program;
  const { notation } = client;
  const [callee = null] = callees;
  if (notation.kind === "module") {
    const asks = (name: string): boolean =>
      client.asks === undefined ? receiverOf([name]) === notation.of : client.asks.some((end) => name === `${notation.of}.${end}`);
    const isAsked = callee === null ? callsIn(source, asks).length > 0 : asks(callee);
    const importEnd = isAsked ? plainImport(source.text, notation.of) : -1;
    return importEnd < 0 ? missing(notMade) : readModule(program, notation.of, importEnd);
  }
  const read = readers[notation.kind];
  const calls = callsIn(source, (name) => client.constructors.some((end) => endsWithPath(name, end)));
  if (client.holdsModel) {
    const own = calls.findLast((call) => call.start <= range.start && range.end <= extentOf(source, client, call));
    return own ? read(program, own) : missing(namedApart);
  }
  if (client.asks !== undefined && isOwnCall && callee !== null && !client.asks.some((end) => endsWithPath(callee, end)))
    return missing(unknownLibrary);
  const receiver = client.instance === undefined ? receiverOf(callees) : (callee?.split(".")[0] ?? null);
  const giver = callee !== null && behindCall.test(callee) ? giverOf(source, range) : null;
  // a class of another library, which makes a client of its own
  if (client.asks === undefined && isOwnCall && callee !== null && receiver === null && giver === null) return missing(unknownLibrary);
  if (giver !== null) {
    const made = calls.find(({ end }) => end === giver.end);
    if (made) return read(program, made);
    if (!isDefined(source, giver.name)) return missing(`what ${giver.name}() gives is not made in this file`);
  }
  const mine = receiver === null ? calls : calls.filter(({ target }) => target !== null && lastSegment(target) === lastSegment(receiver));
  if (mine.length > 1) return missing("several clients are made in this file");
  if (mine[0]) return read(program, mine[0]);
  const [only] = calls;
  // made inside of another call, or given back by a function: whatever asks in this file, asks through it
  if (only && calls.length === 1 && (only.target === null || notation.kind === "members" || notation.kind === "methods"))
    return read(program, only);
  if (client.instance?.name === receiver) return imported(program, client.instance);
  // Ruby calls without brackets, and may be told the options elsewhere: `OpenAI::Client.new`
  const isBare = client.constructors.some((name) =>
    occurrences(source, lastSegment(name)).some(({ end }) => name.includes("::") && source.text.startsWith(name, end - name.length)),
  );
  if (calls.length === 0 && isBare) return missing("its options are not written where it is made");
  return missing(calls.length === 0 ? notMade : `${receiver ?? "the client"} is not made in this file`);
}

/** The call on whose value a method is called that is given the model: `getClient()` of `getClient().chat.completions.create(...)`. */
function giverOf(source: TokenizedText, { start }: TextRange): { readonly name: string; readonly end: number } | null {
  const { text, tokens, partners } = source;
  const call = callAround(source, start);
  let close = call === null ? -1 : tokenAt(tokens, call.calleeRange.start) - 2;
  while (tokens[close]?.kind === "newline") close--;
  const name = tokens[close]?.kind === "close" ? tokens[(partners[close] ?? 0) - 1] : undefined;
  return name?.kind === "name" ? { name: text.slice(name.start, name.end), end: tokens[close]?.start ?? -1 } : null;
}

/** Whether a function of that name is written here: `def name`, `const name`, `name(...): Type {`. */
function isDefined(source: TokenizedText, name: string): boolean {
  const { text, tokens, partners } = source;
  return occurrences(source, name).some(({ start }) => {
    const index = tokenAt(tokens, start);
    const before = tokens[index - 1];
    if (before?.kind === "name" && /^(?:def|function|const|let|var)$/.test(text.slice(before.start, before.end))) return true;
    const close = partners[index + 1] ?? -1;
    if (text[tokens[index + 1]?.start ?? 0] !== "(" || close < 0) return false;
    let behind = close + 1;
    while (/^(?:name|other)$/.test(tokens[behind]?.kind ?? "") && text[tokens[behind]?.start ?? 0] !== ";") behind++;
    return text[tokens[behind]?.start ?? 0] === "{" && tokens[behind]?.kind === "open";
  });
}

/** Up to where what is named belongs to the client that a call makes: its arguments, or the methods behind it too. */
function extentOf(source: TokenizedText, client: Client, call: Call): number {
  return client.notation.kind === "methods" ? (methodsBehind(source, call).at(-1)?.end ?? call.end) : call.end;
}

/** Where a line ends that imports the module under its own name, or -1. */
function plainImport(text: string, module: string): number {
  const match = new RegExp(`^import ${module}[ \\t]*(?=#|\\r|$)[^\\r\\n]*`, "m").exec(text);
  return match === null ? -1 : match.index + match[0].length;
}

/** The statement that imports an instance by its own name, and the end of the imports. */
function imported(program: ClientProgram, instance: NonNullable<Client["instance"]>): ClientPlace {
  const { text, tokens, partners } = program.source;
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
  if (specifier === null || insertAt < 0) return missing(`${instance.name} is not made or imported in this file`);
  const range = specifier;
  return {
    kind: "made",
    list: null,
    point: (target) => {
      const { client } = program;
      const url = `${client.baseUrl.names[0]}: ${target.quote}${target.baseUrl}${target.quote}`;
      const key = `${client.apiKey.names[0]}: ${writtenKey(program, target).value}`;
      const end = text[insertAt - 1] === ";" ? ";" : "";
      const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
      return [
        { range, text: instance.factory, label: "import" },
        {
          range: { start: insertAt, end: insertAt },
          text: `${lineBreak}${lineBreak}const ${instance.name} = ${instance.factory}({ ${url}, ${key} })${end}`,
          label: "client with base URL and key",
        },
      ];
    },
  };
}

/** How one client of a file is pointed at servers. What is the same for all models of a server is looked for once. */
export function clientEdits(program: ClientProgram, place: ClientPlace, modules: readonly string[]): PointClient {
  const { source, language, client } = program;
  if (place.kind === "missing") return () => null;
  const mine = modules.filter((module) => client.modules.some((wanted) => isModule(module, wanted)));
  const own = mine.reduce((shortest, module) => (shortest === "" || module.length < shortest.length ? module : shortest), "");
  const imports = (client.imports ?? []).map((module) => module.replace("$", () => own));
  const change = client.becomes === undefined ? [] : classChange(source, client.becomes, place.list);
  const pointed = new Map<string, readonly FixEdit[] | null>();
  const point: PointClient = (target) => {
    const edits = place.point(target);
    const { value, variable } = writtenKey(program, target);
    const isLookedUp = variable !== null && edits?.some(({ text }) => text.includes(value));
    const wanted = [...imports, ...(isLookedUp && language.variableModule !== undefined ? [language.variableModule] : [])];
    const added = edits && language.imports(source, [...new Set(wanted)], own);
    return edits === null || change === null || added === null ? null : [...edits, ...added, ...change];
  };
  return (target) => {
    const key = `${target.server.id} ${client.extra === undefined ? "" : target.context}`;
    const known = pointed.get(key);
    if (known !== undefined) return known;
    const edits = point(target);
    pointed.set(key, edits);
    return edits;
  };
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
  const items = place.kind === "made" ? (place.list?.items ?? []) : [];
  const item = items.find(({ name }) => name === "use_responses_api" || name === "useResponsesApi") ?? null;
  return item !== null && /^true$/i.test(text.slice(item.value.start, item.value.end));
}

/**
 * Tools that the provider's own servers run: made by its module, `openai.tools.webSearch(...)`, or told by their type, `{"type": "web_search"}`.
 * Anthropic's types end with a date.
 */
export function providerTools(source: TokenizedText, { instance }: Client): readonly string[] {
  const { text, tokens } = source;
  const made = instance === undefined ? [] : callsIn(source, (callee) => callee.startsWith(`${instance.name}.tools.`));
  const typed = tokens.flatMap(({ kind, start, end }, index) => {
    const key = tokens[index - 2];
    const tool = kind === "string" ? /^["'](\w+)["']$/.exec(text.slice(start, end))?.[1] : undefined;
    return tool !== undefined && key !== undefined && /^["']?type["']?$/.test(text.slice(key.start, key.end)) && serverTools.test(tool)
      ? [tool]
      : [];
  });
  return [...new Set([...made.map(({ callee }) => callee), ...typed])];
}

const serverTools =
  /^(?:web_search(?:_preview)?(?:_\d\w*)?|file_search|code_interpreter|image_generation|computer_use_preview|(?:web_fetch|code_execution)_\d{8})$/;

/** Writes another class for the one that is called: only where the file imports it in a line of its own and uses it nowhere else. */
function classChange(source: TokenizedText, change: NonNullable<Client["becomes"]>, list: ItemList | null): readonly FixEdit[] | null {
  const { text, tokens } = source;
  const names = tokens.filter(({ kind, start, end }) => kind === "name" && text.slice(start, end) === change.from);
  const statement = importStatement(text, change.fromModule, change.from);
  const called = names.find(({ end }) => end !== statement?.end);
  if (statement === null || names.length !== 2 || called === undefined || !names.some(({ end }) => end === statement.end)) return null;
  return [
    { range: statement, text: `from ${change.module} import ${change.name}`, label: "import" },
    { range: { start: called.start, end: called.end }, text: change.name, label: `class that takes other models than OpenAI's` },
    ...(list?.items ?? []).flatMap(({ name, start }): readonly FixEdit[] => {
      const renamed = name === null ? undefined : change.renames?.[name];
      return name === null || renamed === undefined
        ? []
        : [{ range: { start, end: start + name.length }, text: renamed, label: "argument" }];
    }),
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
