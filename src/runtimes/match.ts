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

/** Contexts by the one word that each cannot do without, so that a string is compared with few of them. */
const byWord: ReadonlyMap<string, readonly ContextMatch[]> = (() => {
  const map = new Map<string, ContextMatch[]>();
  for (const runtime of runtimes) {
    for (const context of runtime.contexts) {
      const word = wordOf(context.pattern);
      const list = map.get(word);
      if (list) list.push({ runtime, context });
      else map.set(word, [{ runtime, context }]);
    }
  }
  // the most exact description answers: more segments of the callee, then the place of a module, then the order of the list
  for (const list of map.values()) list.sort((a, b) => care(b.context) - care(a.context));
  return map;
})();

function wordOf(pattern: ContextPattern): string {
  switch (pattern.kind) {
    case "argument":
    case "option":
      return `call ${lastSegment(pattern.callee)}`;
    case "property":
      return `property ${pattern.path.at(-1) ?? ""}`;
    case "assignment":
      return `assignment ${pattern.name}`;
    case "flag":
      return `flag ${pattern.name}`;
    case "operand":
      return "operand";
    case "instruction":
      return `instruction ${pattern.name}`;
    case "address":
      return `address ${pattern.site}`;
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

/** The place around a string that some runtime describes, or null. Look-up defaults and list elements are seen through. */
export function matchContext(context: readonly Frame[], surroundings: Surroundings): ContextMatch | null {
  const frames = context.filter((frame) => frame.kind !== "fallback" && frame.kind !== "item");
  const [inner, outer] = frames;
  if (inner === undefined) return null;
  const fits = ({ context: candidate }: ContextMatch): boolean =>
    holds(candidate.pattern, inner, outer, frames, surroundings) &&
    (candidate.modules === undefined ||
      candidate.modules.some((wanted) => surroundings.modules.some((module) => isModule(module, wanted))));
  for (const word of wordsOf(inner, outer)) {
    const match = byWord.get(word)?.find(fits);
    if (match) return match;
  }
  return null;
}

function wordsOf(inner: Frame, outer: Frame | undefined): readonly string[] {
  switch (inner.kind) {
    case "argument":
      return [`call ${lastSegment(inner.callee)}`];
    case "property":
      return outer?.kind === "argument" ? [`call ${lastSegment(outer.callee)}`, `property ${inner.key}`] : [`property ${inner.key}`];
    case "assignment":
      return [`assignment ${inner.name}`];
    case "flag":
      return [`flag ${inner.name}`];
    case "operand":
      return ["operand"];
    case "instruction":
      return [`instruction ${inner.name}`];
    case "address":
      return [`address ${inner.site}`];
    default:
      return [];
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
