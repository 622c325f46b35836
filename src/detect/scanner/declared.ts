// What an attribute or annotation is written of: the field, property or parameter behind it.

import type { Lookup } from "../languages/profile.ts";
import { noteSeen } from "../trail.ts";
import { skipBlank, wordEnd } from "./characters.ts";
import { calleeOf } from "./frames.ts";
import type { Group } from "./group.ts";
import type { Scan } from "./state.ts";

/** Declarations stand near to their attributes; what is further away is looked for by nobody. */
const farthest = 600;

/** Empty parentheses, with what shows behind them that no body follows. */
const longestParameters = 20;

/** More attributes than this stand before nothing. */
const mostAttributes = 6;

/**
 * The name that is declared behind the attribute whose default the string before `at` is; null where it is none, or stands before nothing:
 * `#[arg(long, default_value = "x")] model: String`, `[DefaultValue("x")] public string Model`.
 */
export function declaredByDefault(scan: Scan, at: number): string | null {
  // where arguments have no names, an object has them: `@Column({ default: "x" })`
  const inObject = scan.tables.profile.namedArguments === null && scan.group.role === "object";
  // the string may be wrapped: `default_value_t = String::from("x")`
  for (let inside = inObject ? 1 : 0; inside < 3; inside++) {
    const group = scan.groups[scan.depth - inside];
    if (group?.role !== "call") return null;
    const { lookup, gives } = calleeOf(scan.tables, scan.text, group);
    if (lookup?.key === "declared") {
      const stated = inObject ? scan.group : group;
      return isDefaultOf(scan, stated, lookup) && !isCall(scan, group) ? nameBehind(scan, at, inside) : null;
    }
    if (gives === null) return null;
  }
  return null;
}

/** Whether it is a function that is called, and no decorator, in a language that has both. */
function isCall({ tables, text }: Scan, { nameStart }: Group): boolean {
  return tables.profile.namedArguments === null && text.charCodeAt(nameStart - 1) !== 64;
}

function isDefaultOf({ text }: Scan, group: Group, { fallback, keywords }: Lookup): boolean {
  return group.keyStart < 0 ? group.index === fallback : keywords?.includes(text.slice(group.keyStart, group.keyEnd)) === true;
}

/** The name that is declared behind the attribute that is open at `at`, with so many brackets `inside` of it. */
function nameBehind(scan: Scan, at: number, inside: number): string | null {
  const { text } = scan;
  const limit = Math.min(text.length, at + farthest);
  noteSeen(scan, limit);
  let next = behindBracket(text, at, limit, inside);
  // `)]`, and more attributes
  for (let passed = 0; next >= 0 && next < limit && passed < 2 * mostAttributes; passed++) {
    const begin = skipBlank(scan, next, true);
    next = behindAttribute(scan, begin, limit);
    if (next === begin) break;
  }
  return next < 0 ? null : nameDeclaredAt(scan, next, limit);
}

/** Right behind the attribute, annotation or bracket of an attribute at `at`: `at` itself where none stands, -1 where its end is not near. */
function behindAttribute(scan: Scan, at: number, limit: number): number {
  const { text } = scan;
  switch (text.charAt(at)) {
    case "]":
      return at + 1;
    case "[":
      return behindBracket(text, at + 1, limit, 0);
    case "#":
      return text.charAt(at + 1) === "[" ? behindBracket(text, at + 2, limit, 0) : at;
    case "@": {
      const end = wordEnd(scan, at + 1);
      return text.charAt(end) === "(" ? behindBracket(text, end + 1, limit, 0) : end;
    }
    default:
      return at;
  }
}

/** Right behind the bracket that closes what is open at `from`, or -1 where it is not near. Strings are passed over. */
function behindBracket(text: string, from: number, limit: number, open: number): number {
  let depth = open;
  for (let at = from; at < limit; at++) {
    switch (text.charAt(at)) {
      case '"':
        for (at++; at < limit && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
        break;
      case "(":
      case "[":
      case "{":
        depth++;
        break;
      case ")":
      case "]":
      case "}":
        if (depth === 0) return at + 1;
        depth--;
    }
  }
  return -1;
}

/** The last word of a declaration before its type, value, body or end: `pub model: String`, `public string Model { get; }`, `String? model,`. */
function nameDeclaredAt(scan: Scan, from: number, limit: number): string | null {
  const { text } = scan;
  let name: string | null = null;
  let angles = 0;
  for (let at = from; at < limit; ) {
    const unit = text.charAt(at);
    if (unit === "<") angles++;
    else if (unit === ">") angles--;
    else if (angles === 0 && (unit === "(" || unit === '"')) {
      // a method without a body: `String modelName();`, `fun modelName(): String`
      if (unit === "(" && /^\(\s{0,8}\)\s{0,8}[;:]/.test(text.slice(at, at + longestParameters))) return name;
      // `pub(crate) model: String`
      if (name !== "pub") return null;
      at = behindBracket(text, at + 1, limit, 0);
      if (at < 0) return null;
      continue;
    } else if (angles === 0 && ":=;{,)".includes(unit)) return name;
    const end = wordEnd(scan, at);
    if (end > at && angles === 0) name = text.slice(at, end);
    at = Math.max(end, at + 1);
  }
  return null;
}
