import type { CommandFindings } from "../../findings.ts";
import type { Frame } from "../../frame.ts";
import type { SiblingFacts, WordList } from "../configCommands.ts";
import { allInside, inside, maximumContextDepth } from "../values.ts";

/** An open array or inline table, or the table of a header. */
export class Level {
  readonly array: boolean;
  /** tables: the parts of the key whose value is being read */
  key: readonly string[] = [];
  index = 0;
  previous: string | null = null;
  facts: SiblingFacts | null = null;
  list: WordList | null = null;
  /** the layers around it, which do not change while it is open; null until somebody asks */
  outer: readonly Frame[] | null = null;

  constructor(array: boolean) {
    this.array = array;
  }
}

/** Where a pass over a document is, and what it remembers. */
export class TomlScan {
  readonly text: string;
  readonly findings: CommandFindings;
  /** what is read next */
  at = 0;
  /** the table that a header has opened, innermost first */
  table: readonly Frame[] = [];
  /** the entries of that table */
  root: Level = new Level(false);
  /** what is open in the value that is being read, the outermost first */
  readonly stack: Level[] = [];
  /** brackets that are open beyond the depth that is followed */
  beyond = 0;
  /** the last element of each array of tables so far, by the array's name */
  readonly tables: Map<string, number> = new Map();
  /** characters of their names */
  namesLength = 0;
  /** quotes of several lines that have been looked for in all of the text behind, and not found */
  absent: readonly string[] = [];
  /** how far the text has been looked at, where that is further than it has been read */
  seenTo = 0;
  /** what surrounds the value that is being read, as it is handed on to be asked for */
  readonly surroundings = (): readonly Frame[] => contextIn(this);

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  /** The innermost open array or table, else the table of the last header. */
  get top(): Level {
    return this.stack.length === 0 ? this.root : (this.stack[this.stack.length - 1] ?? this.root);
  }
}

/** Makes `index` the last element of an array of tables. */
export function noteElement(scan: TomlScan, name: string, index: number): void {
  if (!scan.tables.has(name)) scan.namesLength += name.length;
  scan.tables.set(name, index);
}

/** What surrounds the value that is being read, the innermost layer first. */
function contextIn(scan: TomlScan): readonly Frame[] {
  const { top, stack, root, table } = scan;
  if (top.outer === null) {
    const outer: Frame[] = [];
    for (let k = stack.length - 2; k >= -1 && outer.length < maximumContextDepth; k--) {
      const at = k < 0 ? root : stack[k];
      if (at !== undefined) outer.push(...framesOf(at));
    }
    top.outer = stack.length === 0 ? table : outer.concat(table);
  }
  const frames = top.array ? inside(itemOf(top), top.outer) : allInside(keyFrames(top.key), top.outer);
  return frames.length > maximumContextDepth ? frames.slice(0, maximumContextDepth) : frames;
}

/** The layers that an open array or table is to what is being read in it. */
function framesOf(at: Level): Frame[] {
  return at.array ? [itemOf(at)] : keyFrames(at.key);
}

function itemOf({ index, previous }: Level): Frame {
  return { kind: "item", index, previous };
}

/** The innermost part of a dotted key first. */
export function keyFrames(path: readonly string[]): Frame[] {
  const only = path[0];
  if (path.length === 1 && only !== undefined) return [{ kind: "property", key: only }];
  return path
    .slice(-maximumContextDepth)
    .reverse()
    .map((key) => ({ kind: "property", key }));
}
