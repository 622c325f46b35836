import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyComments, plain } from "./curly.ts";
import type { LanguageProfile } from "./profile.ts";

const interpolation = { open: "${", doubled: false };

/** By the Nix reference manual (language: syntax, operators, string literals); a function's parameters are read as a set with defaults. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: curlyComments.blockComments,
  strings: [
    { open: '"', close: '"', escapes: "backslash", multiLine: true, interpolation },
    { open: "''", close: "''", escapes: "none", multiLine: true, interpolation, closeEscapes: "'$\\" },
  ],
  nameCharacters: "-'",
  operators: {
    ".": "path",
    "=": "assign",
    "?": "assign",
    "==": "comparison",
    "!=": "comparison",
    "+": "concatenation",
  },
  words: {
    assert: ["operator"],
    else: ["operator"],
    if: ["operator"],
    in: ["operator"],
    inherit: ["operator"],
    let: ["operator"],
    or: ["fallback"],
    rec: ["operator"],
    // biome-ignore lint/suspicious/noThenProperty: the key word of the language
    then: ["operator"],
    with: ["operator"],
  },
  statementEnd: "semicolon",
  braceBlocks: false,
  tables: true,
  semicolonElements: true,
  spacedLists: true,
  namedArguments: null,
  annotations: null,
  typeArguments: false,
  lookups: [],
  comparisons: [],
  conversions: [],
};

export const nix: Format = {
  id: "nix",
  languageIds: ["nix"],
  fileNames: ["*.nix"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
