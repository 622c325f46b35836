import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import type { LanguageProfile, Lookup, OperatorMeaning, StringKind } from "./profile.ts";

const interpolation = { open: "#{", doubled: false };

/** The delimiters of sigils, and those that make a heredoc of one. */
const delimiters: readonly (readonly [open: string, close: string])[] = [
  ['"""', '"""'],
  ["'''", "'''"],
  ["/", "/"],
  ["|", "|"],
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
];

/** `~s(...)`, `~S"""..."""`, `~w[...]a`, `~r/.../`: small letters escape and fill in, capitals do neither; only texts and words can be names. */
function sigils(): readonly StringKind[] {
  return delimiters.flatMap(([open, close]) => {
    const opening = (letters: string): RegExp => new RegExp(`~${letters}${open.replace(/[|([{]/g, "\\$&")}`, "y");
    const literal = { open: "~", close, escapes: "none", multiLine: true } as const;
    return [
      { ...literal, opening: opening("[sc]"), escapes: "backslash", interpolation },
      { ...literal, opening: opening("[SC]") },
      { ...literal, opening: opening("[wW]"), words: true },
      { ...literal, opening: opening("[a-z]"), escapes: "backslash", interpolation, bytes: true },
      { ...literal, opening: opening("[A-Z]{1,32}"), bytes: true },
    ] satisfies StringKind[];
  });
}

/** `?"` and its like: the number of a character, which opens nothing. */
function characters(): Readonly<Record<string, OperatorMeaning>> {
  const marks = [..."\"'()[]{}#,;:~@`.%&|<>=+-*/!?^$", '\\"', "\\'", "\\\\", "\\#"];
  return Object.fromEntries(marks.map((mark) => [`?${mark}`, "suffix"]));
}

/** Functions that take what they look in, a key, and a default or value for that. */
const keyed: readonly Lookup[] = ["Keyword", "Map"].flatMap((module) =>
  ["get", "pop", "put", "put_new"].map((name) => ({ callee: `${module}.${name}`, key: 1, fallback: 2 })),
);

/** By Elixir's syntax reference and the documentation of its modules, Mix, Ecto's schemas and Phoenix' components. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: [],
  strings: [
    { open: '"""', close: '"""', escapes: "backslash", multiLine: true, interpolation },
    { open: "'''", close: "'''", escapes: "backslash", multiLine: true, interpolation },
    { open: '"', close: '"', escapes: "backslash", multiLine: true, interpolation },
    { open: "'", close: "'", escapes: "backslash", multiLine: true, interpolation },
    ...sigils(),
  ],
  nameCharacters: "@",
  nameSuffixes: "?!",
  operators: {
    ...characters(),
    ".": "path",
    "=": "assign",
    "\\\\": "assign",
    "<-": "bind",
    "==": "comparison",
    "!=": "comparison",
    "===": "comparison",
    "!==": "comparison",
    "=~": "comparison",
    "||": "fallback",
    "|||": "concatenation",
    "<>": "concatenation",
    "=>": "key",
    "%": "mark",
    "->": "arrow",
    ":": "colon",
    "::": "suffix",
  },
  words: {
    after: ["operator"],
    alias: ["operator", "import-names", "statement"],
    and: ["operator"],
    case: ["operator"],
    catch: ["operator"],
    cond: ["operator"],
    def: ["function", "statement"],
    defdelegate: ["operator", "statement"],
    defguard: ["function", "statement"],
    defmacro: ["function", "statement"],
    defmacrop: ["function", "statement"],
    defmodule: ["operator", "statement"],
    defp: ["function", "statement"],
    do: ["operator"],
    else: ["operator"],
    end: ["operator"],
    fn: ["operator"],
    for: ["operator"],
    if: ["operator"],
    in: ["comparison"],
    not: ["operator"],
    or: ["fallback"],
    quote: ["operator"],
    receive: ["operator"],
    rescue: ["operator"],
    try: ["operator"],
    unless: ["operator"],
    // what stands before it is a pattern
    when: ["comparison"],
    with: ["operator"],
  },
  statementEnd: "either",
  statementStarts: "%[&:^",
  braceBlocks: false,
  typedBraces: ":",
  blockValues: true,
  blockEnds: ["end", "else", "rescue", "catch", "after"],
  wordBlocks: {
    functions: ["fn"],
    opens: ["do"],
    branches: ["else", "rescue", "catch", "after"],
    closes: ["end"],
    declares: ["def", "defp", "defmacro", "defmacrop", "defguard"],
  },
  moduleAttributes: true,
  commandCalls: true,
  symbols: true,
  squareKeys: true,
  patterns: true,
  bracePairs: "tagged",
  pipe: "|>",
  declaredFunctions: true,
  namedArguments: ":",
  annotations: null,
  typeArguments: false,
  lookups: [
    { callee: "System.get_env", key: 0, fallback: 1 },
    { callee: "Application.get_env", key: 1, fallback: 2 },
    { callee: "Application.compile_env", key: 1, fallback: 2 },
    ...keyed,
    // Ecto's fields, Phoenix' attributes of components
    { callee: "field", key: 0, fallback: null, keyword: "default" },
    { callee: "attr", key: 0, fallback: null, keyword: "default" },
  ],
  comparisons: [
    "assert",
    "refute",
    "assert_receive",
    "assert_received",
    "refute_receive",
    "refute_received",
    "assert_raise",
    "match",
    "member",
    "has_key",
    "equal",
    "contains",
    "starts_with",
    "ends_with",
    "trim_leading",
    "trim_trailing",
    "replace_prefix",
    "replace_suffix",
    "delete",
    "fetch",
  ],
  conversions: [],
  importCalls: ["use", "import", "require"],
  bareImports: true,
};

export const elixir: Format = {
  id: "elixir",
  languageIds: ["elixir"],
  fileNames: ["*.ex", "*.exs"],
  interpreters: ["elixir"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
