import { matchesFileName } from "../detect/formats.ts";
import type { Frame } from "../detect/frame.ts";
import { lazy } from "../lazy.ts";
import { remembered } from "../remembered.ts";
import type { ContextPattern, Runtime, RuntimeContext } from "./runtime.ts";
import { runtimes } from "./runtimes.ts";

/** A place that a runtime describes, found around a string. */
export interface ContextMatch {
  readonly runtime: Runtime;
  readonly context: RuntimeContext;
}

/** What else a pattern may ask about. */
export interface Surroundings {
  readonly format: string;
  /** the last part of the document's path, in lower case */
  readonly fileName: string;
  readonly modules: readonly string[];
}

/** Kinds of the one word that a pattern cannot do without: the callee's last part, a key, a variable, a flag. */
type WordKind = "call" | "property" | "assignment" | "flag" | "operand" | "instruction" | "address";

interface Word {
  readonly kind: WordKind;
  readonly word: string;
}

/** A name without its case convention. */
const bareName: (name: string) => string = remembered(10_000, (name: string) => name.replace(/[_-]/g, "").toLowerCase());

/** Contexts by that word, so that a string is compared with few of them. */
const byWord = lazy((): Readonly<Record<WordKind, ReadonlyMap<string, ContextMatch[]>>> => {
  const tables: Record<WordKind, Map<string, ContextMatch[]>> = {
    call: new Map(),
    property: new Map(),
    assignment: new Map(),
    flag: new Map(),
    operand: new Map(),
    instruction: new Map(),
    address: new Map(),
  };
  for (const runtime of runtimes) {
    for (const context of runtime.contexts) {
      const { kind, word } = wordOf(context.pattern);
      const list = tables[kind].get(word);
      if (list) list.push({ runtime, context });
      else tables[kind].set(word, [{ runtime, context }]);
    }
  }
  return tables;
});

const sorted = new WeakSet<readonly ContextMatch[]>();

/**
 * The contexts of a word. The most exact description answers: more segments of the callee, then the place of a module, then the order of the
 * list. Most lists are never asked for, so that each is sorted when it is.
 */
function contextsOf(kind: WordKind, word: string): readonly ContextMatch[] | undefined {
  const list = byWord()[kind].get(word);
  if (list !== undefined && list.length > 1 && !sorted.has(list)) {
    list.sort((a, b) => care(b.context) - care(a.context));
    sorted.add(list);
  }
  return list;
}

function wordOf(pattern: ContextPattern): Word {
  switch (pattern.kind) {
    case "argument":
      return { kind: "call", word: callWord(pattern.callee, String(pattern.position)) };
    case "named":
      return { kind: "call", word: callWord(pattern.callee, pattern.name) };
    case "property":
      return { kind: "property", word: pattern.path.slice(-2).join(".") };
    case "assignment":
    case "flag":
    case "instruction":
      return { kind: pattern.kind, word: pattern.name };
    case "operand":
      return { kind: "operand", word: pattern.command };
    case "address":
      return { kind: "address", word: pattern.site };
  }
}

/** The last part of a callee with what is given to it: common methods (`create`) have too many places for one list. */
function callWord(callee: string, given: string): string {
  return `${lastSegment(callee)}(${bareName(given)}`;
}

function care(context: RuntimeContext): number {
  const { pattern } = context;
  const length =
    pattern.kind === "argument" || pattern.kind === "named"
      ? pattern.callee.split(".").length
      : pattern.kind === "property"
        ? pattern.path.length
        : pattern.kind === "flag"
          ? (pattern.command ?? "").split(" ").filter(Boolean).length
          : 1;
  const conditions = [context.modules, pattern.kind === "property" && pattern.format, pattern.kind === "property" && pattern.file];
  return 4 * length + conditions.filter(Boolean).length;
}

function lastSegment(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf("."), callee.lastIndexOf(":"), callee.lastIndexOf(">")) + 1);
}

/** Whether a dotted path ends with a shorter one. */
function endsWithPath(path: string, end: string): boolean {
  if (!path.endsWith(end)) return false;
  const before = path[path.length - end.length - 1];
  return before === undefined || before === "." || before === ":" || before === ">";
}

/** Whether a module's name may end before this UTF-16 code: `.`, `/`, `:`, `\\` and `_` part packages from what is in them. */
function isModuleBoundary(code: number): boolean {
  return code === 46 || code === 47 || code === 58 || code === 92 || code === 95;
}

/** Whether a document that imports `module` counts as one that uses `wanted`: the same name, or a part of that package. */
export function isModule(module: string, wanted: string): boolean {
  return module.startsWith(wanted) && (module.length === wanted.length || isModuleBoundary(module.charCodeAt(wanted.length)));
}

const runtimesByModule = lazy((): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, number[]>();
  runtimes.forEach((runtime, index) => {
    for (const wanted of runtime.modules) table.set(wanted, [...(table.get(wanted) ?? []), index]);
  });
  return table;
});

interface WantedModules {
  /** every module that any runtime or place asks for */
  readonly names: ReadonlySet<string>;
  /** characters of the longest one */
  readonly longest: number;
}

const wantedModules = lazy((): WantedModules => {
  const names = new Set<string>();
  for (const { modules, contexts } of runtimes) {
    for (const module of modules) names.add(module);
    for (const context of contexts) for (const module of context.modules ?? []) names.add(module);
  }
  return { names, longest: Math.max(...[...names].map(({ length }) => length)) };
});

const wantedOf = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Which of the wanted modules a document imports: `a.b.c` answers to `a`, `a.b` and `a.b.c`. Looked up once a document. */
function wantedIn(modules: readonly string[]): ReadonlySet<string> {
  const kept = wantedOf.get(modules);
  if (kept) return kept;
  const found = new Set<string>();
  const { names, longest } = wantedModules();
  for (const module of modules) {
    const end = Math.min(module.length, longest + 1);
    for (let at = 1; at <= end; at++) {
      if (at < module.length && !isModuleBoundary(module.charCodeAt(at))) continue;
      const name = module.slice(0, at);
      if (names.has(name)) found.add(name);
    }
  }
  wantedOf.set(modules, found);
  return found;
}

/** Calls that only wrap a value for a typed API: what they are an argument of decides. */
const valueWrappers = new Set([
  "aws.String",
  "openai.F",
  "openai.String",
  "anthropic.F",
  "anthropic.Model",
  "param.NewOpt",
  "genai.Ptr",
  "ptr.To",
  "Some",
  "String::from",
  "Optional.of",
  "ModelId",
]);

/** Look-up defaults, list elements and wrappers of values are seen through: what they stand in decides. */
function isSeenThrough(frame: Frame): boolean {
  return (
    frame.kind === "fallback" ||
    frame.kind === "item" ||
    (frame.kind === "argument" && frame.position === 0 && valueWrappers.has(frame.callee))
  );
}

/** The place around a string that some runtime describes, or null. */
export function matchContext(context: readonly Frame[], surroundings: Surroundings): ContextMatch | null {
  const frames = context.filter((frame) => !isSeenThrough(frame));
  const [inner] = frames;
  const found = inner && matchFrames(inner, frames, surroundings);
  if (found) return found;
  // a look-up's own name tells where what it stands in does not: `x = os.getenv("OLLAMA_MODEL", "...")`
  const [outermost] = context;
  if (outermost?.kind !== "fallback" || outermost.name === null) return null;
  const looked = lookedUp(outermost.name);
  return matchFrames(looked, [looked], surroundings);
}

/** The variable or setting that a look-up asks for: `OLLAMA_MODEL`, `spring.ai.openai.chat.options.model`. */
function lookedUp(name: string): Frame {
  return name.includes(".") && !name.startsWith("process.")
    ? { kind: "property", key: name }
    : { kind: "assignment", name: lastSegment(name) };
}

function matchFrames(inner: Frame, frames: readonly Frame[], surroundings: Surroundings): ContextMatch | null {
  const outer = frames[1];
  // an option's key is less than the call that it is an option of
  if (inner.kind === "property" && outer?.kind === "argument") {
    const option = firstFitting(contextsOf("call", callWord(outer.callee, inner.key)), frames, surroundings);
    if (option !== null) return option;
  }
  for (const list of contextsAt(inner, outer)) {
    const match = firstFitting(list, frames, surroundings);
    if (match !== null) return match;
  }
  return null;
}

function firstFitting(
  list: readonly ContextMatch[] | undefined,
  frames: readonly Frame[],
  surroundings: Surroundings,
): ContextMatch | null {
  if (list === undefined) return null;
  for (const match of list) {
    const { pattern, modules } = match.context;
    if (!holds(pattern, frames, surroundings)) continue;
    if (modules === undefined || modules.some((wanted) => wantedIn(surroundings.modules).has(wanted))) return match;
  }
  return null;
}

function contextsAt(frame: Frame, outer: Frame | undefined): readonly (readonly ContextMatch[] | undefined)[] {
  switch (frame.kind) {
    case "argument":
      return [contextsOf("call", callWord(frame.callee, frame.keyword ?? String(frame.position)))];
    case "property":
      return keyWords(frame.key, outer).map((word) => contextsOf("property", word));
    case "assignment":
      return [contextsOf("assignment", lastSegment(frame.name))];
    case "flag":
    case "instruction":
      return [contextsOf(frame.kind, frame.name)];
    case "operand":
      return commandsOf(frame.command).map((command) => contextsOf("operand", command));
    case "address":
      return [contextsOf("address", frame.site)];
    default:
      return [];
  }
}

/** Commands are compared from the start: `ollama run` describes `ollama run --x`'s words too. Longest first. */
function commandsOf(command: string): readonly string[] {
  const [program = "", subcommand, third] = command.split(" ", 3);
  const two = subcommand === undefined ? [] : [`${program} ${subcommand}`];
  return third === undefined ? [...two, program] : [`${program} ${subcommand} ${third}`, ...two, program];
}

function holds(pattern: ContextPattern, frames: readonly Frame[], surroundings: Surroundings): boolean {
  const [inner, outer] = frames;
  if (inner === undefined) return false;
  switch (pattern.kind) {
    case "argument":
      return (
        inner.kind === "argument" &&
        inner.keyword === null &&
        inner.position === pattern.position &&
        endsWithPath(inner.callee, pattern.callee)
      );
    case "named":
      if (inner.kind === "argument")
        return inner.keyword !== null && sameName(inner.keyword, pattern.name) && endsWithPath(inner.callee, pattern.callee);
      return (
        inner.kind === "property" &&
        outer?.kind === "argument" &&
        sameName(inner.key, pattern.name) &&
        endsWithPath(outer.callee, pattern.callee)
      );
    case "property":
      if (inner.kind !== "property") return false;
      if (pattern.format !== undefined && pattern.format !== surroundings.format) return false;
      if (pattern.file && !pattern.file.some((name) => matchesFileName(surroundings.fileName, name))) return false;
      return endsWithKeys(frames, pattern.path);
    case "assignment":
      return inner.kind === "assignment" && lastSegment(inner.name) === pattern.name;
    case "flag":
      return inner.kind === "flag" && inner.name === pattern.name && isCommand(inner.command, pattern.command);
    case "operand":
      return inner.kind === "operand" && inner.position === pattern.position && isCommand(inner.command, pattern.command);
    case "instruction":
      return inner.kind === "instruction" && inner.name === pattern.name && surroundings.format === pattern.format;
    case "address":
      return inner.kind === "address" && inner.site === pattern.site;
  }
}

function sameName(one: string, other: string): boolean {
  return one === other || bareName(one) === bareName(other);
}

function isCommand(command: string, wanted: string | null): boolean {
  if (wanted === null) return command === "";
  return wanted === "" || command === wanted || command.startsWith(`${wanted} `);
}

function lastKey(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

/** What paths that hold for a key may end with: the key behind the one around it, behind any, and alone. Most exact first. */
function keyWords(key: string, outer: Frame | undefined): readonly string[] {
  const last = lastKey(key);
  const around = key.length > last.length ? key.slice(0, -last.length - 1) : outer?.kind === "property" ? outer.key : null;
  return around === null ? [last] : [`${lastKey(around)}.${last}`, `*.${last}`, last];
}

/** Whether the keys around a string end with `path`. A key may stand for several, with dots between: `spring.ai.ollama: { ... }`. */
function endsWithKeys(frames: readonly Frame[], path: readonly string[]): boolean {
  let at = path.length - 1;
  for (const frame of frames) {
    if (at < 0) return true;
    if (frame.kind !== "property") return false;
    const segments = frame.key.includes(".") ? frame.key.split(".") : [frame.key];
    for (let segment = segments.length - 1; segment >= 0 && at >= 0; segment--, at--) {
      if (path[at] !== "*" && path[at] !== segments[segment]) return false;
    }
  }
  return at < 0;
}

/** The runtimes that a document shows by what it imports or runs, in the order of the list. */
export function runtimesShown(modules: readonly string[]): readonly Runtime[] {
  const shown = new Set<number>();
  for (const name of wantedIn(modules)) for (const index of runtimesByModule().get(name) ?? []) shown.add(index);
  return shown.size === 0 ? [] : runtimes.filter((_, index) => shown.has(index));
}
