import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import type { LanguageProfile, StringKind } from "./profile.ts";

const interpolation = { open: "$(", doubled: false, bare: "$" };

/** String macros of Julia's own libraries that make no text of what they are given: regular expressions, bytes, versions and the like. */
const noText = ["r", "s", "b", "v", "l", "md", "html", "text", "ip", "big", "int128", "uint128", "dateformat"];

function quoted(open: string): readonly StringKind[] {
  const literal = { open, close: open, multiLine: true } as const;
  return [
    { ...literal, escapes: "backslash", interpolation },
    { ...literal, escapes: "raw", prefixes: ["raw"] },
    { ...literal, escapes: "raw", prefixes: noText, bytes: true },
  ];
}

/** By the Julia manual (strings, functions, types, metaprogramming). */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: [{ open: "#=", close: "=#", nested: true }],
  strings: [
    ...quoted('"""'),
    ...quoted('"'),
    // behind a value the quote transposes it
    { open: "'", close: "'", escapes: "backslash", multiLine: false, character: true, bytes: true },
    { open: "```", close: "```", escapes: "backslash", multiLine: true, bytes: true },
    { open: "`", close: "`", escapes: "backslash", multiLine: true, bytes: true },
  ],
  nameCharacters: "@",
  nameSuffixes: "!",
  operators: {
    ".": "path",
    "=": "assign",
    "==": "comparison",
    "!=": "comparison",
    "===": "comparison",
    "!==": "comparison",
    "≈": "comparison",
    "*": "concatenation",
    "*=": "concatenation",
    "=>": "key",
    "->": "closure",
    "?": "ternary",
    ":": "colon",
  },
  words: {
    abstract: ["operator", "contextual"],
    baremodule: ["operator", "statement"],
    begin: ["operator"],
    break: ["operator", "statement"],
    catch: ["operator"],
    const: ["operator", "statement"],
    continue: ["operator", "statement"],
    do: ["operator"],
    else: ["operator"],
    elseif: ["operator"],
    end: ["operator"],
    export: ["operator", "statement"],
    finally: ["operator"],
    for: ["operator", "iteration"],
    function: ["function"],
    global: ["operator", "statement"],
    if: ["operator"],
    import: ["operator", "import-names", "statement"],
    in: ["membership"],
    isa: ["comparison"],
    let: ["operator"],
    local: ["operator", "statement"],
    macro: ["function"],
    module: ["operator", "statement"],
    mutable: ["operator", "contextual"],
    quote: ["operator"],
    return: ["operator", "return", "statement"],
    struct: ["operator", "statement"],
    try: ["operator"],
    using: ["operator", "import-names", "statement"],
    where: ["operator", "continuation"],
    while: ["operator"],
  },
  statementEnd: "either",
  statementStarts: "[(:-",
  braceBlocks: false,
  blockValues: true,
  blockEnds: ["end", "else", "elseif", "catch", "finally"],
  stringCalls: "adjacent",
  semicolonElements: true,
  typeMark: "::",
  callDefinitions: true,
  typedLists: ["String", "AbstractString", "Any", "Symbol"],
  symbols: true,
  tuples: true,
  namedArguments: "=",
  annotations: "names",
  typeArguments: false,
  environments: ["ENV"],
  lookups: [
    { callee: "get", key: 1, fallback: 2, alone: true },
    { callee: "get!", key: 1, fallback: 2, alone: true },
    { callee: "something", key: 0, fallback: 1 },
    { callee: "coalesce", key: 0, fallback: 1 },
  ],
  comparisons: [
    "occursin",
    "contains",
    "startswith",
    "endswith",
    "isequal",
    "haskey",
    "findfirst",
    "findlast",
    "match",
    "replace",
    "chopprefix",
    "chopsuffix",
    "delete!",
  ],
  conversions: [],
  wrappers: ["String", "string", "lowercase", "strip", "Symbol"],
  importCalls: [],
};

export const julia: Format = {
  id: "julia",
  languageIds: ["julia"],
  fileNames: ["*.jl"],
  interpreters: ["julia"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
