import type { CommandFindings } from "../../findings.ts";
import type { Frame } from "../../frame.ts";
import type { Interest } from "../../interest.ts";
import type { SiblingFacts, WordList } from "../configCommands.ts";
import type { EmbeddedFormat } from "../embedded.ts";
import { inside, maximumContextDepth } from "../values.ts";

/** An open mapping or sequence. */
export class Level {
  readonly sequence: boolean;
  /** the column of its keys or dashes; of no meaning inside brackets */
  readonly indent: number;
  /** mappings: the key whose value is being read; flow sequences: the key of a pair without braces (`[a: b]`) */
  key: string | null = null;
  index = 0;
  previous: string | null = null;
  current: string | null = null;
  facts: SiblingFacts | null = null;
  list: WordList | null = null;
  /** sequences: the layers around, which do not change while it is open; null until somebody asks */
  outer: readonly Frame[] | null = null;
  /** whether something around it is of interest, which does not change while it is open; null until somebody asks */
  aroundIsOfInterest: boolean | null = null;

  constructor(sequence: boolean, indent: number) {
    this.sequence = sequence;
    this.indent = indent;
  }
}

/**
 * Where a pass over a document is, and what it remembers. Before the line of an entry that is {@link stack} alone.
 */
export class YamlScan {
  readonly text: string;
  readonly findings: CommandFindings;
  /** a file of YAML inside this one, where files are followed so deep; else null */
  readonly inner: EmbeddedFormat | null;
  /** what is open, the outermost first */
  readonly stack: Level[] = [];
  /** the innermost of it */
  top: Level | null = null;
  lineStart = 0;
  lineEnd = 0;
  /** where the next `}}` stands, as far as one has been sought */
  templateClose = -1;
  /** from where it has been sought */
  templateFrom = 0;
  /** how far the text has been looked at, where that is further than it has been read */
  seenTo = 0;
  /** what surrounds the value that is being read, as it is handed on to be asked for */
  readonly surroundings = (): readonly Frame[] => contextIn(this.stack);
  readonly isAroundOfInterest = (interest: Interest): boolean => isStackOfInterest(this.stack, interest);

  constructor(text: string, findings: CommandFindings, inner: EmbeddedFormat | null) {
    this.text = text;
    this.findings = findings;
    this.inner = inner;
  }
}

function contextIn(stack: readonly Level[]): readonly Frame[] {
  const last = stack.length - 1;
  const top = last < 0 ? undefined : stack[last];
  if (top === undefined || !top.sequence) return layersFrom(stack, last, maximumContextDepth);
  top.outer ??= layersFrom(stack, last - 1, maximumContextDepth - 1);
  const item: Frame = { kind: "item", index: top.index, previous: top.previous };
  return top.key === null ? inside(item, top.outer) : inside({ kind: "property", key: top.key }, inside(item, top.outer));
}

/** Up to `limit` layers, from the level at `depth` outward. */
function layersFrom(stack: readonly Level[], depth: number, limit: number): readonly Frame[] {
  const frames: Frame[] = [];
  for (let i = depth; i >= 0 && frames.length < limit; i--) {
    const level = stack[i];
    if (level === undefined) break;
    if (level.key !== null || !level.sequence) frames.push({ kind: "property", key: level.key ?? "" });
    if (level.sequence) frames.push({ kind: "item", index: level.index, previous: level.previous });
  }
  // no larger than it must be: all contexts of a document are kept
  return frames.slice();
}

/** Whether a key around a value in the levels of `stack` is of interest, without making its context. */
function isStackOfInterest(stack: readonly Level[], interest: Interest): boolean {
  let known = stack.length - 1;
  while (known > 0 && stack[known]?.aroundIsOfInterest === null) known--;
  let answer = stack[known]?.aroundIsOfInterest ?? false;
  for (let i = known + 1; i < stack.length; i++) {
    answer ||= isKeyOfInterest(stack[i - 1], interest);
    const level = stack[i];
    if (level !== undefined) level.aroundIsOfInterest = answer;
  }
  return answer || isKeyOfInterest(stack[stack.length - 1], interest);
}

function isKeyOfInterest(level: Level | undefined, interest: Interest): boolean {
  return level !== undefined && level.key !== null && interest.inName(level.key);
}
