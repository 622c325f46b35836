import type { Frame } from "../detect/candidate.ts";
import { matchesFileName } from "../detect/formats.ts";
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

/** Contexts by that word, so that a string is compared with few of them. */
const byWord: Readonly<Record<WordKind, ReadonlyMap<string, readonly ContextMatch[]>>> = (() => {
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
  // the most exact description answers: more segments of the callee, then the place of a module, then the order of the list
  for (const table of Object.values(tables)) for (const list of table.values()) list.sort((a, b) => care(b.context) - care(a.context));
  return tables;
})();

function wordOf(pattern: ContextPattern): Word {
  switch (pattern.kind) {
    case "argument":
    case "option":
      return { kind: "call", word: lastSegment(pattern.callee) };
    case "property":
      return { kind: "property", word: pattern.path.at(-1) ?? "" };
    case "assignment":
    case "flag":
    case "instruction":
      return { kind: pattern.kind, word: pattern.name };
    case "operand":
      return { kind: "operand", word: "" };
    case "address":
      return { kind: "address", word: pattern.site };
  }
}

function care(context: RuntimeContext): number {
  const { pattern } = context;
  const length =
    pattern.kind === "argument" || pattern.kind === "option"
      ? pattern.callee.split(".").length
      : pattern.kind === "property"
        ? pattern.path.length
        : 1;
  return 2 * length + (context.modules ? 1 : 0);
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

/** Whether a document that imports `module` counts as one that uses `wanted`: the same name, or a part of that package. */
export function isModule(module: string, wanted: string): boolean {
  if (!module.startsWith(wanted)) return false;
  const next = module[wanted.length];
  return next === undefined || next === "." || next === "/" || next === "_" || next === ":";
}

/** Look-up defaults and list elements are seen through: what they stand in decides. */
function isSeenThrough(frame: Frame): boolean {
  return frame.kind === "fallback" || frame.kind === "item";
}

/** The place around a string that some runtime describes, or null. */
export function matchContext(context: readonly Frame[], surroundings: Surroundings): ContextMatch | null {
  const inner = context.find((frame) => !isSeenThrough(frame));
  if (inner === undefined) return null;
  const candidates = contextsAt(inner);
  // an option's key is less than the call that it is an option of
  const outer = inner.kind === "property" ? context.slice(context.indexOf(inner) + 1).find((frame) => !isSeenThrough(frame)) : undefined;
  const options = outer?.kind === "argument" ? byWord.call.get(lastSegment(outer.callee)) : undefined;
  if (candidates === undefined && options === undefined) return null;
  const frames = context.filter((frame) => !isSeenThrough(frame));
  const fits = ({ context: described }: ContextMatch): boolean =>
    holds(described.pattern, inner, outer, frames, surroundings) &&
    (described.modules === undefined ||
      described.modules.some((wanted) => surroundings.modules.some((module) => isModule(module, wanted))));
  return options?.find(fits) ?? candidates?.find(fits) ?? null;
}

function contextsAt(frame: Frame): readonly ContextMatch[] | undefined {
  switch (frame.kind) {
    case "argument":
      return byWord.call.get(lastSegment(frame.callee));
    case "property":
      return byWord.property.get(frame.key);
    case "assignment":
    case "flag":
    case "instruction":
      return byWord[frame.kind].get(frame.name);
    case "operand":
      return byWord.operand.get("");
    case "address":
      return byWord.address.get(frame.site);
    default:
      return undefined;
  }
}

function holds(
  pattern: ContextPattern,
  inner: Frame,
  outer: Frame | undefined,
  frames: readonly Frame[],
  surroundings: Surroundings,
): boolean {
  switch (pattern.kind) {
    case "argument":
      if (inner.kind !== "argument" || !endsWithPath(inner.callee, pattern.callee)) return false;
      return pattern.keyword === undefined
        ? inner.keyword === null && inner.position === (pattern.position ?? 0)
        : inner.keyword === pattern.keyword;
    case "option":
      return (
        inner.kind === "property" && inner.key === pattern.key && outer?.kind === "argument" && endsWithPath(outer.callee, pattern.callee)
      );
    case "property":
      if (inner.kind !== "property") return false;
      if (pattern.format !== undefined && pattern.format !== surroundings.format) return false;
      if (pattern.file && !pattern.file.some((name) => matchesFileName(surroundings.fileName, name))) return false;
      return endsWithKeys(frames, pattern.path);
    case "assignment":
      return inner.kind === "assignment" && inner.name === pattern.name;
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

function isCommand(command: string, wanted: string): boolean {
  return wanted === "" || command === wanted || command.startsWith(`${wanted} `);
}

function endsWithKeys(frames: readonly Frame[], path: readonly string[]): boolean {
  let at = path.length - 1;
  for (const frame of frames) {
    if (at < 0) return true;
    if (frame.kind !== "property") return false;
    if (path[at] !== "*" && path[at] !== frame.key) return false;
    at--;
  }
  return at < 0;
}

/** The runtimes that a document shows by what it imports or runs, in the order of the list. */
export function runtimesShown(modules: readonly string[]): readonly Runtime[] {
  return runtimes.filter((runtime) => runtime.modules.some((wanted) => modules.some((module) => isModule(module, wanted))));
}
