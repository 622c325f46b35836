import type { Frame } from "../frame.ts";
import type { Group } from "./group.ts";
import { type Callee, lastSegmentStart, type ScannerTables } from "./tables.ts";

/** More layers than this say nothing more, and would make deep nesting quadratic. */
const mostFrames = 16;

/** The longest name that is looked at; what is longer keeps its end. */
const longestName = 256;

/** A dotted name as written, without the blanks, comments and marks that may stand between its parts. */
export function nameText(text: string, start: number, end: number): string {
  const from = Math.max(start, end - longestName);
  const written = text.slice(from, end);
  let at = from;
  while (at < end && isPlain(text.charCodeAt(at))) at++;
  if (at === end) return written;
  return written.replace(/\/\*[^*]*\*\/|(?:\/\/|#)[^\n]*\n/g, "").replace(/[\s!?\\]+/g, "");
}

/** A character of names and of what joins them: letters and digits of ASCII, `_`, `.`, `$`, `#`. */
function isPlain(code: number): boolean {
  return code < 128 && plainCharacters[code] === 1;
}

const plainCharacters: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) if (/[\w.$#]/.test(String.fromCharCode(code))) table[code] = 1;
  return table;
})();

/** A key or target: a string's text as it is, a name as {@link nameText} gives it. */
export function keyText(text: string, start: number, end: number): string {
  const before = text.charCodeAt(start - 1);
  return before === 34 || before === 39 || before === 96 ? text.slice(start, end) : nameText(text, start, end);
}

/** {@link nameText} of what a look-up looks up: `MODEL` for `process.env.MODEL`. */
export function variableText(tables: ScannerTables, text: string, start: number, end: number): string {
  const name = nameText(text, start, end);
  for (const environment of tables.profile.environments) {
    if (name.length > environment.length + 1 && name.startsWith(environment) && name[environment.length] === ".") {
      return name.slice(environment.length + 1);
    }
  }
  return name;
}

/** What is known of the function called by name at `[start, end)`. */
export function calleeAt(tables: ScannerTables, text: string, start: number, end: number): Callee {
  return tables.calleeOf(nameText(text, start, end));
}

export function calleeOf(tables: ScannerTables, text: string, group: Group): Callee {
  group.callee ??= calleeAt(tables, text, group.nameStart, group.nameEnd);
  return group.callee;
}

/** Whether the call is a list of its arguments, or its argument. */
function givesOf(tables: ScannerTables, text: string, group: Group): Callee["gives"] {
  const { gives } = calleeOf(tables, text, group);
  return gives === null && tables.profile.implicitMembers === true && isImplicitMember(text, group.nameStart) ? "argument" : gives;
}

/** Whether a dot stands before the name and nothing that it could be a member of: not in `a().name(`, nor where a line goes on with it. */
function isImplicitMember(text: string, nameStart: number): boolean {
  if (text.charCodeAt(nameStart - 1) !== 46) return false;
  const at = text.charCodeAt(nameStart - 2) === 32 ? nameStart - 3 : nameStart - 2;
  // `==` compares
  return at >= 0 && "(,:=?[".includes(text.charAt(at)) && !"=!~".includes(text.charAt(at - 1) || " ");
}

/**
 * Finds for the groups from the root to `depth` what surrounds each of them. What is found stays, since an outer group
 * does not move on while an inner one is open.
 */
export function resolveGroups(tables: ScannerTables, text: string, groups: readonly Group[], depth: number): void {
  let known = depth;
  while (known > 0 && groups[known]?.outer == null) known--;
  for (let level = known; level <= depth; level++) {
    const group = groups[level];
    const parent = groups[level - 1];
    if (group === undefined || group.outer !== null) continue;
    if (parent === undefined || !reachesOut(group)) {
      group.outer = [];
      continue;
    }
    if (group.role === "embedded" && parent.role === "children") {
      group.outer = [];
      continue;
    }
    const given = group.role === "call" && givesOf(tables, text, group) !== null;
    if (given || isLiteral(tables, group)) {
      group.compared ||= parent.role === "call" ? isComparedCall(tables, text, parent) : isCompared(parent);
    }
    const frames: Frame[] = [];
    pushElementFrames(tables, text, groups, level - 1, frames, false);
    group.outer = joined(frames, parent.outer ?? []);
  }
}

/** Whether the group is a value that is written out. A struct, `%Name{key: value}`, is a pattern as a map is. */
export function isLiteral({ profile }: ScannerTables, { role, bracket }: Pick<Group, "role" | "bracket">): boolean {
  return (
    role === "list" || role === "object" || role === "parentheses" || (role === "call" && bracket === 123 && profile.patterns === true)
  );
}

/** Whether what stands in the group is an operand of a comparison. The default of a parameter is none. */
export function isCompared(group: Group): boolean {
  return group.compared && !(group.role === "parameters" && group.targetStart >= 0);
}

/** Whether the argument of the call that is being read is an operand of a comparison. */
export function isComparedCall(tables: ScannerTables, text: string, group: Group): boolean {
  if (group.index >= calleeOf(tables, text, group).comparesFrom) return true;
  return isCompared(group) && givesOf(tables, text, group) !== null;
}

/** Whether the group's value is a part of what stands around it, and not a body of its own. */
export function reachesOut(group: Group): boolean {
  switch (group.role) {
    case "subscript":
      // `environment["MODEL", default: "x"]`
      return group.keyStart >= 0;
    case "call":
    case "parentheses":
    case "list":
    case "object":
    case "tag":
    case "embedded":
    case "arms":
      return true;
    case "statements":
      return group.valued;
    default:
      return false;
  }
}

/** `frames` followed by `outer`, as far as the limit goes. */
export function joined(frames: Frame[], outer: readonly Frame[]): readonly Frame[] {
  if (frames.length === 0) return outer;
  for (let i = 0; i < outer.length && frames.length < mostFrames; i++) {
    const frame = outer[i];
    if (frame !== undefined) frames.push(frame);
  }
  return frames;
}

/**
 * Adds the layers between the element that is being read in the group at `level` and that group itself, innermost first. `listed`:
 * the element is known to be followed by another, so that parentheses hold a tuple.
 */
export function pushElementFrames(
  tables: ScannerTables,
  text: string,
  groups: readonly Group[],
  level: number,
  frames: Frame[],
  listed: boolean,
): void {
  const group = groups[level];
  if (group === undefined) return;
  const parameter = tables.profile.parametrized === undefined ? null : parameterOf(tables, text, groups, level);
  if (parameter !== null) {
    frames.push({ kind: "assignment", name: parameter });
    return;
  }
  if (group.fallback) frames.push({ kind: "fallback", name: optionalVariable(tables, text, group.fallbackStart, group.fallbackEnd) });
  const column = columnOf(text, groups, level);
  if (column !== null) {
    frames.push(group.role === "object" ? propertyOf(tables, text, group, undefined) : itemOf(text, group), {
      kind: "assignment",
      name: column,
    });
    return;
  }
  const inTuple = tables.profile.tuples && (listed || group.index > 0);
  if (inTuple && group.role === "statements" && (group.targetsStart < 0 || group.targetStart < 0)) frames.push(itemOf(text, group));
  if (group.targetStart >= 0) {
    const name = group.targetsStart >= 0 ? targetOf(text, group) : keyText(text, group.targetStart, group.targetEnd);
    frames.push(group.targetIsKey ? { kind: "property", key: name } : { kind: "assignment", name });
  }
  switch (group.role) {
    case "call":
      pushCallFrames(tables, text, group, frames, listed);
      break;
    case "object":
      if (group.keyStart >= 0) {
        pushNamed(text, group, frames);
        frames.push(propertyOf(tables, text, group, groups[level - 1]));
      } else if ((tables.profile.bracePairs === "nested" && isPair(text, group)) || isTagged(tables, text, group)) {
        frames.push({ kind: "property", key: text.slice(group.previousStart, group.previousEnd) });
      } else if (group.targetStart < 0 && !group.spread) frames.push(itemOf(text, group));
      break;
    case "list":
      if (group.keyStart >= 0) frames.push({ kind: "property", key: keyText(text, group.keyStart, group.keyEnd) });
      else if (group.targetStart < 0) frames.push(itemOf(text, group));
      if (group.bodyStart >= 0) frames.push({ kind: "assignment", name: nameText(text, group.bodyStart, group.bodyEnd) });
      break;
    case "arms":
      // one of several, of which a pattern chooses
      if (!group.caseLabel) frames.push({ kind: "item", index: group.index, previous: null });
      break;
    case "class":
      if (group.member) frames.push(enumOf(text, group));
      else if (group.targetStart >= 0) pushRegister(text, groups, level, frames);
      break;
    case "statements":
      if (group.valued && group.targetStart < 0) {
        frames.push({ kind: "fallback", name: optionalVariable(tables, text, group.receiverStart, group.receiverEnd) });
      }
      break;
    case "parentheses":
      if (group.keyStart >= 0) frames.push({ kind: "property", key: keyText(text, group.keyStart, group.keyEnd) });
      // `Type name{"a", "b"}`
      else if (inTuple || (group.bracket === 123 && group.targetStart < 0 && (listed || group.index > 0))) frames.push(itemOf(text, group));
      break;
    case "enum":
      frames.push(enumOf(text, group));
      break;
    case "tag":
      if (group.keyStart >= 0) {
        const callee = nameText(text, group.nameStart, group.nameEnd);
        frames.push({ kind: "argument", callee, position: null, keyword: text.slice(group.keyStart, group.keyEnd) });
      }
      break;
    default:
      break;
  }
}

/**
 * The parameter that the element of a list is given to, for each of which a test is run: `parametrize("model", ["x", "y"])`; of a row the one
 * in its column: `parametrize("size, model", [(1, "x"), (2, "y")])`. Null where there is none.
 */
function parameterOf(tables: ScannerTables, text: string, groups: readonly Group[], level: number): string | null {
  const group = groups[level];
  if (group === undefined || group.keyStart >= 0 || !holdsElements(group, tables, text)) return null;
  const ownNames = group.role === "call" ? null : parametersOf(tables, text, groups[level - 1]);
  if (ownNames !== null) return ownNames.length === 1 ? (ownNames[0] ?? null) : null;
  const list = groups[level - 1];
  const rowNames = list === undefined || list.role === "call" ? null : parametersOf(tables, text, groups[level - 2]);
  return rowNames === null || rowNames.length < 2 ? null : (rowNames[group.index] ?? null);
}

/**
 * What a loop calls the element of a row: `for name, model in [("x", "y")]`; of a table what it calls the second of two, its values. Null where
 * no such loop goes over what the group stands in, or is.
 */
function columnOf(text: string, groups: readonly Group[], level: number): string | null {
  const group = groups[level];
  if (group?.role === "object" && group.keyStart >= 0) {
    const names = columnsOf(text, groups[level - 1]);
    return names?.length === 2 ? (names[1] ?? null) : null;
  }
  if (group === undefined || (group.role !== "list" && group.role !== "parentheses") || !isRowsOf(groups[level - 1])) return null;
  return columnsOf(text, groups[level - 2])?.[group.index] ?? null;
}

function isRowsOf(list: Group | undefined): boolean {
  return list?.role === "list" || list?.role === "parentheses";
}

function columnsOf(text: string, loop: Group | undefined): readonly string[] | null {
  if (loop === undefined || loop.targetsStart < 0 || loop.targetStart >= 0) return null;
  return text
    .slice(loop.targetsStart, loop.targetsEnd)
    .split(",")
    .map((name) => name.trim());
}

/** A list, a tuple, or a row that is made by a call: `pytest.param("x", "y")`. */
function holdsElements(group: Group, tables: ScannerTables, text: string): boolean {
  return group.role === "list" || group.role === "parentheses" || (group.role === "call" && givesOf(tables, text, group) === "argument");
}

/** The parameters that the call names in its first argument, where its second is being read. */
function parametersOf(tables: ScannerTables, text: string, group: Group | undefined): readonly string[] | null {
  if (group?.role !== "call" || group.index !== 1 || group.firstArgumentStart < 0 || !calleeOf(tables, text, group).parametrizes)
    return null;
  return text
    .slice(group.firstArgumentStart, group.firstArgumentEnd)
    .split(",")
    .map((name) => name.trim());
}

/** The entry of an object. Where arguments have no names, the object behind a key holds those that would have: `option("model", { default: "x" })`. */
function propertyOf(tables: ScannerTables, text: string, group: Group, parent: Group | undefined): Frame {
  const key = keyText(text, group.keyStart, group.keyEnd);
  if (tables.profile.namedArguments === null && parent?.role === "call" && parent.index === 1 && parent.firstArgumentStart >= 0) {
    const { lookup } = calleeOf(tables, text, parent);
    if (lookup?.keyword === key)
      return { kind: "fallback", name: variableText(tables, text, parent.firstArgumentStart, parent.firstArgumentEnd) };
  }
  return { kind: "property", key };
}

/** Whether the second element of braces inside of others belongs to a key before it: `{{"model", "x"}}`. */
function isPair(text: string, group: Group): boolean {
  return (
    group.inner &&
    group.index === 1 &&
    group.previousStart >= 0 &&
    /^[A-Za-z_]\w*$/.test(text.slice(group.previousStart, group.previousEnd))
  );
}

/** Whether the second element of braces belongs to a symbol before it: `{:model, "x"}`. */
function isTagged(tables: ScannerTables, text: string, group: Group): boolean {
  return (
    tables.profile.bracePairs === "tagged" &&
    group.index === 1 &&
    group.previousStart > 0 &&
    text.charCodeAt(group.previousStart - 1) === 58
  );
}

/** Classes and objects that are called as a set of models is, or as what tells one from others: `OpenAIModels`, `ModelId`. */
const registerName = /(?:Models|LLMs|Model(?:I[dD]|Name)s?)$/;

/** What ends the name of a class is no longer than this. */
const longestRegisterName = 12;

/** Whether the group is the body of a class whose constants are models by its name. */
export function isRegister(text: string, { role, nameStart, nameEnd }: Group): boolean {
  return role === "class" && nameStart >= 0 && registerName.test(text.slice(Math.max(nameStart, nameEnd - longestRegisterName), nameEnd));
}

/** The class whose constant is being read in the group at `level`, where it or the one around is a register: `OpenAIModels { object Chat { ... } }`. */
function pushRegister(text: string, groups: readonly Group[], level: number, frames: Frame[]): void {
  const register = [groups[level], groups[level - 1]].find((group) => group !== undefined && isRegister(text, group));
  if (register === undefined) return;
  frames.push({ kind: "declaration", of: "class", name: nameText(text, register.nameStart, register.nameEnd) });
}

function enumOf(text: string, group: Group): Frame {
  return { kind: "declaration", of: "enum", name: group.nameStart < 0 ? null : nameText(text, group.nameStart, group.nameEnd) };
}

function itemOf(text: string, group: Group): Frame {
  return {
    kind: "item",
    index: group.index,
    previous: group.previousStart < 0 ? null : text.slice(group.previousStart, group.previousEnd),
  };
}

function pushCallFrames(tables: ScannerTables, text: string, group: Group, frames: Frame[], listed: boolean): void {
  const callee = calleeOf(tables, text, group);
  const { length } = frames;
  if (group.pair) frames.push({ kind: "property", key: keyText(text, group.keyStart, group.keyEnd) });
  else if (callee.stores && group.index % 2 === 1 && group.previousStart >= 0)
    pushKey(text.slice(group.previousStart, group.previousEnd), frames);
  const isEntry = frames.length > length;
  const keyword = group.keyStart < 0 || group.pair ? null : keyText(text, group.keyStart, group.keyEnd);
  const { lookup } = callee;
  if (tables.profile.dashArguments === true && group.bracket === 0 && isProgram(callee.name)) {
    pushCommandFrame(text, group, callee.name, frames);
    return;
  }
  const gives = givesOf(tables, text, group);
  if (gives === "list") {
    // an entry of a table that a call makes: `mapOf("model" to "x")`
    if (isEntry) return;
    frames.push(keyword === null ? itemOf(text, group) : { kind: "property", key: keyword });
    return;
  }
  if (gives === "argument" && keyword === null && group.index === 0) return;
  const isDefault = keyword === null ? group.index === lookup?.fallback : keyword === lookup?.keyword;
  if (lookup !== null && lookup.key !== "declared" && (isDefault || (lookup.single && group.index === 0 && keyword === null && !listed))) {
    const name =
      lookup.key === "receiver"
        ? receiverOf(tables, text, group, callee)
        : lookup.key === 0
          ? optionalVariable(tables, text, group.firstArgumentStart, group.firstArgumentEnd)
          : optionalVariable(tables, text, group.secondArgumentStart, group.secondArgumentEnd);
    frames.push({ kind: "fallback", name });
    return;
  }
  if (keyword !== null) pushNamed(text, group, frames);
  frames.push({ kind: "argument", callee: callee.name, position: keyword === null ? group.index : null, keyword });
  if (group.flagStart >= 0) {
    group.flag ??= { kind: "flag", command: "", name: flagName(text, group.flagStart, group.flagEnd) };
    frames.push(group.flag);
  }
}

/** Keys of a value whose name stands beside it. */
const valued = /^(?:(?:default_?)?[Vv]alue|default|choices|DefaultValue)$/;

/** What a value is called by the name beside it, where that says that a model is meant: `URLQueryItem(name: "model", value: "x")`. */
function pushNamed(text: string, group: Group, frames: Frame[]): void {
  if (group.namedStart < 0) return;
  const name = text.slice(group.namedStart, group.namedEnd);
  if (name.length > longestValueName || !/model|llm/i.test(name) || !/^[\w.:-]+$/.test(name)) return;
  if (valued.test(keyText(text, group.keyStart, group.keyEnd))) frames.push({ kind: "assignment", name });
}

/** Longer texts are no names of values. */
const longestValueName = 60;

/** A key under which something is stored; one of a configuration is a path: `put("app.chat.model", "x")`. */
function pushKey(key: string, frames: Frame[]): void {
  if (/^[a-z][\w-]*(?:\.[\w-]+)+$/.test(key)) for (const part of key.split(".").reverse()) frames.push({ kind: "property", key: part });
  else frames.push({ kind: "property", key });
}

/** Commands of PowerShell itself are a verb and a noun: `Invoke-RestMethod`; all else is a program. */
function isProgram(name: string): boolean {
  return !/^[A-Za-z]+-[A-Z]/.test(name);
}

/** A program's first word chooses what it does: `ollama run llama3.2`. */
function pushCommandFrame(text: string, group: Group, program: string, frames: Frame[]): void {
  const verb = group.firstArgumentStart < 0 || group.index === 0 ? "" : text.slice(group.firstArgumentStart, group.firstArgumentEnd);
  const command = verb === "" ? program : `${program} ${verb}`;
  if (group.keyStart >= 0) frames.push({ kind: "flag", command, name: text.slice(group.keyStart - 1, group.keyEnd) });
  else frames.push({ kind: "operand", command, position: verb === "" ? group.index : group.index - 1 });
}

/** The key of the look-up that the method is called on, or the name of the variable that it is called on. */
function receiverOf(tables: ScannerTables, text: string, group: Group, { name }: Callee): string | null {
  if (group.receiverStart >= 0) return variableText(tables, text, group.receiverStart, group.receiverEnd);
  const end = name.slice(0, lastSegmentStart(name)).replace(/[.:>?-]+$/, "");
  return end === "" ? null : end;
}

function optionalVariable(tables: ScannerTables, text: string, start: number, end: number): string | null {
  return start < 0 ? null : variableText(tables, text, start, end);
}

/** The long flag in a declaration such as `-m, --model <name>` or `--model/--no-model`, else the short one; what has no dash is the name of an argument. */
export function flagName(text: string, start: number, end: number): string {
  const written = text.slice(start, Math.min(end, start + longestName));
  if (!written.startsWith("-")) return written;
  return (/--[\w-]+/.exec(written) ?? /-[\w-]+/.exec(written))?.[0] ?? written;
}

/** The target that belongs to the value being read in `a, b = "x", "y"`. */
function targetOf(text: string, group: Group): string {
  const targets = nameText(text, group.targetsStart, group.targetsEnd);
  if (/^[\w.,]*$/.test(targets) && group.targetsEnd - group.targetsStart <= longestName) {
    const target = targets.split(",")[group.index];
    if (target !== undefined && target !== "") return target;
  }
  return nameText(text, group.targetStart, group.targetEnd);
}
