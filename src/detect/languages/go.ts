import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyComments, plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import type { LanguageProfile, Lookup } from "./profile.ts";

/**
 * Functions that declare a flag with its default, of the packages flag and pflag (cobra). `String` alone stands behind `Flags()`: with
 * a package before it, only these are meant, as loggers and attributes have a `String` as well.
 */
const flags: readonly Lookup[] = [
  ...["flag.String", "pflag.String", "flags.String", "fs.String", "flagSet.String"].map((callee) => ({ callee, key: 0, fallback: 1 })),
  { callee: "StringP", key: 0, fallback: 2 },
  { callee: "StringVar", key: 1, fallback: 2 },
  { callee: "StringVarP", key: 1, fallback: 3 },
  // urfave/cli: cli.StringFlag{Name: "model", Value: "x"}
  { callee: "StringFlag", key: 0, fallback: null, keyword: "Value" },
];

/** Go, as gofmt writes it: no blank stands between a type and the braces of its literal. */
export const profile: LanguageProfile = {
  ...plain,
  ...curlyComments,
  strings: [
    { open: '"', close: '"', escapes: "backslash", multiLine: false },
    { open: "`", close: "`", escapes: "none", multiLine: true },
    { open: "'", close: "'", escapes: "backslash", multiLine: false, character: true },
  ],
  nameCharacters: "",
  operators: {
    ".": "path",
    "=": "assign",
    ":=": "bind",
    "==": "comparison",
    "!=": "comparison",
    "+": "concatenation",
    "+=": "concatenation",
    ":": "colon",
    "!": "suffix",
    "++": "suffix",
    "--": "suffix",
  },
  words: {
    break: ["operator"],
    case: ["case"],
    chan: ["operator"],
    const: ["operator", "declarations", "statement"],
    continue: ["operator"],
    default: ["operator"],
    defer: ["operator", "statement"],
    else: ["operator", "block"],
    fallthrough: ["operator"],
    for: ["operator", "statement"],
    func: ["function"],
    go: ["operator", "statement"],
    goto: ["operator"],
    if: ["operator", "statement"],
    import: ["operator", "import", "declarations", "statement"],
    interface: ["interface"],
    package: ["operator", "statement"],
    range: ["operator"],
    return: ["operator", "return", "statement"],
    select: ["operator", "block"],
    struct: ["interface"],
    switch: ["operator", "block", "statement"],
    type: ["operator", "declarations", "statement"],
    var: ["operator", "declarations", "statement"],
  },
  statementEnd: "either",
  braceBlocks: true,
  braceLiterals: "adjacent",
  declaredFunctions: true,
  receivers: true,
  typeAfterName: true,
  squareTypeArguments: true,
  namedArguments: ":",
  annotations: null,
  typeArguments: false,
  lookups: [
    ...environmentLookups,
    ...flags,
    { callee: "cmp.Or", key: 0, fallback: 1 },
    { callee: "os.LookupEnv", key: 0, fallback: null },
    { callee: "env.GetString", key: 0, fallback: 1 },
    { callee: "DefaultQuery", key: 0, fallback: 1 },
    { callee: "DefaultPostForm", key: 0, fallback: 1 },
  ],
  entries: ["SetDefault", "Setenv", "os.Setenv", "t.Setenv"],
  comparisons: [
    "Equal",
    "Equalf",
    "NotEqual",
    "EqualValues",
    "EqualFold",
    "Contains",
    "Containsf",
    "NotContains",
    "ElementsMatch",
    "Subset",
    "HasPrefix",
    "HasSuffix",
    "TrimPrefix",
    "TrimSuffix",
    "CutPrefix",
    "CutSuffix",
    "Index",
    "Compare",
    "DeepEqual",
    "Diff",
    "Regexp",
    "MatchString",
    "JSONEq",
  ],
  conversions: [],
};

export const go: Format = {
  id: "go",
  languageIds: ["go"],
  fileNames: ["*.go"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
