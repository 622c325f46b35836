import type { LanguageProfile, OperatorMeaning, WordMeaning } from "./profile.ts";

/*
 * What languages of C's family share. A profile spreads these and states only what its language has beyond them or has otherwise.
 */

/** What a language may have and most have not. */
export const plain: Pick<
  LanguageProfile,
  "tuples" | "adjacentStrings" | "regularExpressions" | "markup" | "literalTypes" | "enumBases" | "environments" | "importCalls"
> = {
  tuples: false,
  adjacentStrings: false,
  regularExpressions: false,
  markup: false,
  literalTypes: [],
  enumBases: [],
  environments: [],
  importCalls: [],
};

/** Comments to the end of the line after two slashes, and block comments between a slash and a star. */
export const curlyComments: Pick<LanguageProfile, "lineComments" | "blockComments"> = {
  lineComments: ["//"],
  blockComments: [{ open: "/*", close: "*/" }],
};

/** Operators that mean the same in all of them. */
export const curlyOperators: Readonly<Record<string, OperatorMeaning>> = {
  "=": "assign",
  "==": "comparison",
  "!=": "comparison",
  ":": "colon",
  ".": "path",
  "+": "concatenation",
  "+=": "concatenation",
  "?": "ternary",
  "!": "suffix",
  "++": "suffix",
  "--": "suffix",
  "<": "less",
  ">": "greater",
};

/** Words of statements that mean the same in all of them. */
export const curlyWords: Readonly<Record<string, readonly WordMeaning[]>> = {
  break: ["operator", "statement"],
  case: ["case"],
  catch: ["operator", "control", "block"],
  class: ["class"],
  continue: ["operator", "statement"],
  default: ["operator"],
  do: ["operator", "statement", "block"],
  else: ["operator", "block"],
  enum: ["enum"],
  finally: ["operator", "block"],
  for: ["operator", "control", "statement"],
  if: ["operator", "control", "statement"],
  interface: ["class"],
  new: ["operator"],
  return: ["operator", "return", "statement"],
  while: ["operator", "control", "statement"],
};
