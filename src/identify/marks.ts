import { holdsLiteral } from "../detect/documentFilter.ts";

/** How a text shows something: a setting, an argument, a method. */
export interface Mark {
  readonly mark: RegExp;
  /**
   * one of them stands wherever `mark` does, and is looked for first: that costs a fraction. At least three characters of ASCII; a letter stands
   * for itself in both cases, a capital for itself alone
   */
  readonly stems: readonly string[];
}

/** A text in which many marks are looked for. */
export interface MarkedText {
  readonly text: string;
  /** those of which a stem stands in it */
  readonly possible: ReadonlySet<Mark>;
}

/** Whether `mark` may stand in the text at all. */
export function mayShow({ possible }: MarkedText, mark: Mark): boolean {
  return possible.has(mark);
}

export function shows(text: MarkedText, mark: Mark): boolean {
  return mayShow(text, mark) && mark.mark.test(text.text);
}

interface Stem {
  readonly stem: string;
  readonly marks: readonly Mark[];
}

/** Makes what looks for the stems of all `marks` at once: one pass over a text, whatever their number. */
export function createMarkFinder(marks: readonly Mark[]): (text: string) => MarkedText {
  const marksOf = new Map<string, Mark[]>();
  for (const mark of marks) {
    for (const stem of mark.stems) {
      const known = marksOf.get(stem);
      if (known) known.push(mark);
      else marksOf.set(stem, [mark]);
    }
  }
  // by what a text's last three characters are folded to
  const lists: Stem[][] = [[]];
  const listAt = new Uint8Array(threeFolded + 1);
  for (const [stem, own] of marksOf) {
    const folded = (foldedAt(stem, 0) << 10) | (foldedAt(stem, 1) << 5) | foldedAt(stem, 2);
    const list = listAt[folded] ?? 0;
    if (list > 0) lists[list]?.push({ stem, marks: own });
    else listAt[folded] = lists.push([{ stem, marks: own }]) - 1;
  }
  return (text) => {
    const possible = new Set<Mark>();
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      last = ((last << 5) | foldedAt(text, at)) & threeFolded;
      const list = listAt[last] ?? 0;
      if (list === 0) continue;
      for (const { stem, marks: own } of lists[list] ?? []) {
        if (own.every((mark) => possible.has(mark)) || !holdsLiteral(text, at - 2, stem)) continue;
        for (const mark of own) possible.add(mark);
      }
    }
    return { text, possible };
  };
}

/** Three characters of five bits each. */
const threeFolded = 0x7fff;

/** Letters of both cases as 1 to 26, what stands between the words of a name as other numbers, all else as 0. */
const folded: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (let letter = 1; letter <= 26; letter++) {
    table[64 + letter] = letter;
    table[96 + letter] = letter;
  }
  for (const [index, mark] of [..."_-("].entries()) table[mark.charCodeAt(0)] = 27 + index;
  return table;
})();

function foldedAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (folded[code] ?? 0) : 0;
}
