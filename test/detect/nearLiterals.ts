import fc from "fast-check";
import { literals } from "../../src/detect/documentFilter.ts";

/** Pieces of literals, whole ones, what may stand around them, and what looks like them when bits are left out. */
export const nearLiterals: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...literals),
      fc.constantFrom(...literals).map((literal) => literal.toUpperCase()),
      fc.constantFrom(...literals).map((literal) => literal.slice(1)),
      fc.constantFrom(...literals).map((literal) => literal.slice(0, -1)),
      fc.constantFrom(...literals).map((literal) => literal.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 31))),
      fc.constantFrom("FROM", "FROM ", "\n", "\r", "from ", " ", "x", "\0", "\u00e9", "\u212a", "\u017f", "\u{1f600}"),
    ),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.join(""));

/** The filter as one would say it. */
export function plainly(text: string): boolean {
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return literals.some((literal) => small.includes(literal)) || /(?:^|[\n\r])FROM[\0-\x20\x80-\uffff]/.test(text);
}
