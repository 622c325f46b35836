import type { Frame } from "../frame.ts";
import type { OpenBracket } from "./lists.ts";
import { inside, maximumContextDepth } from "./values.ts";

/** An open block, object, list or call. */
export interface Level extends OpenBracket {
  readonly kind: "block" | "object" | "list" | "call";
  /** blocks: the type; calls: the function's name */
  readonly name: string;
  /** blocks: the first label, or an empty text */
  readonly label: string;
  /** calls: the last path that stood in an argument (`var.model`) */
  path: string;
  /** lists: the layers around, which do not change while it is open; null until somebody asks */
  outer: readonly Frame[] | null;
}

/** A bracket that has just been opened. */
export function level(kind: Level["kind"], name: string, label: string): Level {
  return { kind, name, label, key: null, index: 0, previous: null, facts: null, list: null, path: "", outer: null };
}

/** Functions that give their argument in another form: what is inside is the attribute's own value. */
export const transparent: ReadonlySet<string> = new Set([
  "jsonencode",
  "yamlencode",
  "base64encode",
  "textencodebase64",
  "merge",
  "concat",
  "tolist",
  "toset",
  "tomap",
  "tostring",
  "flatten",
  "distinct",
  "compact",
  "sensitive",
  "nonsensitive",
  "trimspace",
  "optional",
]);
/** Functions that give their last arguments where the first have no value. */
const fallbacks: ReadonlySet<string> = new Set(["coalesce", "try", "lookup", "coalescelist"]);

/** Blocks that are known by their first label: `resource "aws_x" "name"`. */
const typedBlocks: ReadonlySet<string> = new Set([
  "resource",
  "data",
  "ephemeral",
  "provider",
  "source",
  "backend",
  "provisioner",
  "dynamic",
  "task",
  "service",
]);

/** What surrounds the value that is being read inside the open brackets of `stack`, the outermost of which is the file. */
export function contextOf(stack: readonly Level[]): readonly Frame[] {
  const top = stack[stack.length - 1];
  if (top?.kind !== "list") return layersFrom(stack, stack.length - 1, maximumContextDepth);
  top.outer ??= layersFrom(stack, stack.length - 2, maximumContextDepth - 1);
  return inside({ kind: "item", index: top.index, previous: top.previous }, top.outer);
}

/** Up to `limit` layers, from the open bracket at `depth` outward. */
function layersFrom(stack: readonly Level[], depth: number, limit: number): readonly Frame[] {
  const frames: Frame[] = [];
  for (let k = depth; k > 0 && frames.length < limit; k--) {
    const at = stack[k];
    if (at === undefined) break;
    switch (at.kind) {
      case "list":
        frames.push({ kind: "item", index: at.index, previous: at.previous });
        break;
      case "object":
        frames.push({ kind: "property", key: at.key ?? "" });
        break;
      case "call":
        if (addCall(frames, stack, k, at)) return frames;
        break;
      case "block":
        addBlock(frames, at);
    }
  }
  const root = stack[0];
  // files of values (`terraform.tfvars`) set variables at the top
  if (root !== undefined && root.key !== null && frames.length < limit) frames.push({ kind: "assignment", name: root.key });
  // no larger than it must be: all contexts of a document are kept
  return frames.slice();
}

function addBlock(frames: Frame[], { name, label, key }: Level): void {
  if (name === "variable" && (key === "default" || key === null)) frames.push({ kind: "assignment", name: label });
  else if (name === "locals") frames.push({ kind: "assignment", name: key ?? "" });
  else {
    if (key !== null) frames.push({ kind: "property", key });
    frames.push({ kind: "property", key: typedBlocks.has(name) && label !== "" ? label : name });
  }
}

/** Adds what the call at `depth` says of its arguments; true where that says all. */
function addCall(frames: Frame[], stack: readonly Level[], depth: number, call: Level): boolean {
  if (call.name === "" || transparent.has(call.name)) return false;
  if (call.name === "contains" && call.index === 0) {
    const name = validatedVariable(stack, depth);
    if (name !== null) {
      frames.push({ kind: "declaration", of: "enum", name }, { kind: "assignment", name });
      return true;
    }
    frames.push({ kind: "comparison" });
  } else if (!fallbacks.has(call.name)) frames.push({ kind: "argument", callee: call.name, position: call.index, keyword: null });
  else if (call.name === "lookup" && call.index < 2) frames.push({ kind: "comparison" });
  else if (call.index > 0) frames.push({ kind: "fallback", name: call.path === "" ? null : call.path });
  return false;
}

/** The variable in whose `validation` the call at `depth` stands, or null. */
function validatedVariable(stack: readonly Level[], depth: number): string | null {
  for (let k = depth - 1; k > 0 && k > depth - maximumContextDepth; k--) {
    const at = stack[k];
    if (at?.kind !== "block") continue;
    const outer = stack[k - 1];
    return at.name === "validation" && outer?.name === "variable" && outer.label !== "" ? outer.label : null;
  }
  return null;
}
