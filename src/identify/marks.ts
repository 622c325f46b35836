/** How a text shows something: a setting, an argument, a method. */
export interface Mark {
  readonly mark: RegExp;
  /** in lower case; one of them stands wherever `mark` does, and is looked for first: that costs a tenth */
  readonly stems: readonly string[];
}

/** A text in which many marks are looked for. */
export interface MarkedText {
  readonly text: string;
  readonly lowerCase: string;
}

export function markedText(text: string): MarkedText {
  return { text, lowerCase: text.toLowerCase() };
}

/** Whether `mark` may stand in the text at all. */
export function mayShow({ lowerCase }: MarkedText, { stems }: Mark): boolean {
  return stems.some((stem) => lowerCase.includes(stem));
}

export function shows(text: MarkedText, mark: Mark): boolean {
  return mayShow(text, mark) && mark.mark.test(text.text);
}
