import { holdsLiteral, literalsOf, someLiteral } from "../detect/literals.ts";

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
  const stems = literalsOf(marksOf.keys());
  return (all) => {
    const possible = new Set<Mark>();
    someLiteral(all, stems, (text, start, stem) => {
      const own = marksOf.get(stem) ?? [];
      if (own.some((mark) => !possible.has(mark)) && holdsLiteral(text, start, stem)) for (const mark of own) possible.add(mark);
      return possible.size === marks.length;
    });
    return { text: all, possible };
  };
}
