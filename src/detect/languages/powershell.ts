import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import type { LanguageProfile, WordMeaning } from "./profile.ts";

const interpolation = { open: "$(", doubled: false, bare: "$" };

const lowerCase: Readonly<Record<string, readonly WordMeaning[]>> = {
  begin: ["operator", "block"],
  break: ["operator", "statement"],
  catch: ["operator", "block"],
  class: ["class", "contextual"],
  continue: ["operator", "statement"],
  do: ["operator", "block"],
  else: ["operator", "block"],
  elseif: ["operator", "control"],
  end: ["operator", "block"],
  enum: ["enum", "contextual"],
  filter: ["function", "contextual"],
  finally: ["operator", "block"],
  for: ["operator", "control"],
  foreach: ["operator", "control"],
  function: ["function"],
  if: ["operator", "control"],
  param: ["function"],
  process: ["operator", "block"],
  return: ["operator"],
  switch: ["operator", "control"],
  throw: ["operator"],
  try: ["operator", "block"],
  while: ["operator", "control"],
  using: ["operator"],
};

/** Key words are written in any case, in practice in these two. */
function inBothCases(words: Readonly<Record<string, readonly WordMeaning[]>>): Readonly<Record<string, readonly WordMeaning[]>> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([word, meanings]) => [
      [word, meanings],
      [`${word.charAt(0).toUpperCase()}${word.slice(1)}`, meanings],
    ]),
  );
}

/** Comparison operators (about_Comparison_Operators), each also with the letter that says whether case counts. */
const comparing: Readonly<Record<string, readonly WordMeaning[]>> = Object.fromEntries(
  ["eq", "ne", "like", "notlike", "match", "notmatch", "in", "notin", "contains", "notcontains", "replace"].flatMap((name) =>
    ["", "c", "i"].map((letter) => [`-${letter}${name}`, ["comparison"] as const]),
  ),
);

/** By the about_ pages: quoting rules, hash tables, arrays, functions and their parameters. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: [{ open: "<#", close: "#>" }],
  strings: [
    { open: '"', close: '"', escapes: "backtick", multiLine: true, interpolation },
    { open: "'", close: "'", escapes: "doubled", multiLine: true },
    { open: '@"', close: '\n"@', escapes: "none", multiLine: true, interpolation },
    { open: "@'", close: "\n'@", escapes: "none", multiLine: true },
  ],
  nameCharacters: "$:-",
  nameSuffixes: "?",
  operators: {
    ".": "path",
    "=": "assign",
    "??=": "assign-fallback",
    "??": "fallback",
    "+": "concatenation",
    "+=": "concatenation",
    "?": "ternary",
  },
  words: {
    ...inBothCases(lowerCase),
    ...comparing,
    "-and": ["operator"],
    "-or": ["operator"],
    "-not": ["operator"],
    "-f": ["fallback"],
    "-join": ["operator"],
    "-split": ["operator"],
  },
  statementEnd: "either",
  // what a line begins with is never an index, a call or a member of the line before: types, groups, the call operator, dot sourcing
  statementStarts: "[(&.",
  braceBlocks: "always",
  // what a statement gives is what the block around it gives: `$model = if ($fast) { "x" } else { "y" }`
  blockValues: true,
  commandCalls: true,
  dashArguments: true,
  atLiterals: true,
  namedArguments: "=",
  annotations: null,
  tuples: true,
  typeArguments: false,
  lookups: [{ callee: "GetEnvironmentVariable", key: 0, fallback: null }],
  comparisons: ["Equals", "StartsWith", "EndsWith", "Contains", "Should", "ContainsKey"],
  conversions: ["ToString", "Trim", "ToLower"],
  listCalls: ["ValidateSet", "ArgumentCompletions"],
};

export const powershell: Format = {
  id: "powershell",
  languageIds: ["powershell"],
  fileNames: ["*.ps1", "*.psm1", "*.psd1"],
  interpreters: ["pwsh", "powershell"],
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
