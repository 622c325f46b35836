import type { Frame } from "../frame.ts";
import type { OpenBracket } from "./lists.ts";
import { maximumContextDepth } from "./values.ts";

/** What a statement at the top of a Bicep file declares. */
export type Keyword = "param" | "var" | "output" | "type" | "func" | "resource" | "module" | "other";

/** An open bracket; the outermost level is the statement that is being read. */
export interface Level extends OpenBracket {
  readonly kind: "statement" | "object" | "list" | "call" | "interpolation";
  /** calls: the function's name, with `@` before a decorator's; empty for a bracket that only groups */
  readonly name: string;
  /** objects: the property whose value is being read; the statement: what it declares, for resources their type */
  key: string | null;
  /** lists: whether any of that element has been read */
  isBegun: boolean;
  /** the last path that stood where the value is read: `modelName` in `modelName ?? 'x'` */
  path: string;
  /** what the sign before the bracket makes of what stands in it: it is compared, or taken where there is nothing else */
  sign: Frame | null;
}

/** A bracket that has just been opened. */
export function level(kind: Level["kind"], name: string): Level {
  return { kind, name, key: null, index: 0, previous: null, isBegun: false, facts: null, list: null, path: "", sign: null };
}

/** Functions that give what they are given, in another form or together with more. */
export const transparent: ReadonlySet<string> = new Set([
  "",
  "any",
  "array",
  "concat",
  "createArray",
  "createObject",
  "flatten",
  "if",
  "shallowMerge",
  "string",
  "toLower",
  "trim",
  "union",
]);

const comparing: ReadonlySet<string> = new Set(["contains", "endsWith", "equals", "indexOf", "lastIndexOf", "startsWith"]);

/** What surrounds the value that is being read inside the open brackets of `stack`, the outermost of which is the statement. */
export function contextOf(stack: readonly Level[], keyword: Keyword): readonly Frame[] {
  const frames: Frame[] = [];
  for (let k = stack.length - 1; k > 0 && frames.length < maximumContextDepth; k--) {
    const at = stack[k];
    if (at === undefined) break;
    if (at.kind === "list") frames.push({ kind: "item", index: at.index, previous: at.previous });
    else if (at.kind === "object") frames.push({ kind: "property", key: at.key ?? "" });
    else if (at.kind === "call") addCall(frames, at);
    if (at.sign !== null) frames.push(at.sign);
    // what is put into a string is a part of what is named around it
    if (at.name === "@allowed" || at.kind === "interpolation") return frames;
  }
  const name = stack[0]?.key ?? null;
  if (name !== null && frames.length < maximumContextDepth) {
    frames.push(keyword === "resource" || keyword === "module" ? { kind: "property", key: name } : { kind: "assignment", name });
  }
  return frames;
}

/** Adds what a call says of its arguments. */
function addCall(frames: Frame[], { name, path, index, previous }: Level): void {
  if (name === "@allowed") frames.push({ kind: "declaration", of: "enum", name: path }, { kind: "assignment", name: path });
  else if (comparing.has(name)) frames.push({ kind: "comparison" });
  // what a file of parameters takes from the environment, and what it takes where there is nothing:
  // learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-parameters-file
  else if (name === "readEnvironmentVariable") frames.push(index === 0 ? { kind: "comparison" } : { kind: "fallback", name: previous });
  else if (!transparent.has(name)) frames.push({ kind: "argument", callee: name, position: index, keyword: null });
}
