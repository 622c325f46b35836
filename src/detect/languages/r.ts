import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import { namesBefore, withModules } from "./modules.ts";
import type { LanguageProfile, StringKind } from "./profile.ts";

/** Raw strings have any number of dashes between the quote and the bracket (R documentation, ?Quotes). */
function rawStrings(quote: string): readonly StringKind[] {
  const raw = { open: quote, escapes: "none", multiLine: true, prefixes: ["r"] } as const;
  return [
    { ...raw, opening: new RegExp(`${quote}(-{0,16})\\(`, "y"), close: `)$1${quote}` },
    { ...raw, opening: new RegExp(`${quote}(-{0,16})\\[`, "y"), close: `]$1${quote}` },
    { ...raw, opening: new RegExp(`${quote}(-{0,16})\\{`, "y"), close: `}$1${quote}` },
  ];
}

/** By the R language definition; `%||%` is in base since 4.4 and in rlang. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: [],
  strings: [
    { open: '"', close: '"', escapes: "backslash", multiLine: true },
    { open: "'", close: "'", escapes: "backslash", multiLine: true },
    { open: "`", close: "`", escapes: "backslash", multiLine: false, bytes: true },
    ...rawStrings('"'),
    ...rawStrings("'"),
  ],
  nameCharacters: ".",
  operators: {
    $: "path",
    "@": "path",
    "::": "path",
    ":::": "path",
    "=": "assign",
    "<-": "bind",
    "<<-": "bind",
    "==": "comparison",
    "!=": "comparison",
    "%in%": "comparison",
    "%||%": "fallback",
    "%>%": "concatenation",
    "%s%": "concatenation",
    "%+%": "concatenation",
    "%%": "concatenation",
    "\\": "closure",
  },
  words: {
    else: ["operator", "continuation"],
    for: ["iteration", "control"],
    function: ["function"],
    if: ["operator", "control"],
    in: ["operator", "membership"],
    next: ["operator", "statement"],
    repeat: ["operator"],
    while: ["operator", "control"],
  },
  statementEnd: "either",
  braceBlocks: "always",
  blockValues: true,
  namedArguments: "=",
  annotations: null,
  typeArguments: false,
  lookups: [
    { callee: "Sys.getenv", key: 0, fallback: 1, keyword: "unset" },
    { callee: "getOption", key: 0, fallback: 1, keyword: "default" },
    { callee: "config::get", key: 0, fallback: null },
  ],
  comparisons: [
    "identical",
    "all.equal",
    "grepl",
    "grep",
    "regexpr",
    "startsWith",
    "endsWith",
    "str_detect",
    "str_starts",
    "match",
    "expect_equal",
    "expect_identical",
    "expect_true",
    "expect_false",
    "expect_match",
    "expect_named",
    "expect_setequal",
    "expect_contains",
    "expect_error",
    "expect_snapshot",
    "is.element",
    "setdiff",
  ],
  conversions: [],
  wrappers: ["match.arg", "as.character", "tolower", "I", "invisible", "return"],
  listCalls: ["c", "list", "rlang::list2", "list2", "tibble::tibble", "tibble", "data.frame"],
  importCalls: ["library", "require", "requireNamespace", "loadNamespace", "box::use"],
  bareImports: true,
};

export const r: Format = {
  id: "r",
  languageIds: ["r"],
  fileNames: ["*.r", ".rprofile"],
  interpreters: ["Rscript"],
  namesAreQuoted: true,
  detect: (text, interest, before) => withModules(scanCode(text, profile, interest, before), packagesOf(text)),
};

/** The packages whose functions are called with their name, which loads them (R documentation, ?"::"). */
function packagesOf(text: string): ReadonlySet<string> {
  return new Set(namesBefore(text, "::", packageName));
}

const packageName = /^([A-Za-z][A-Za-z0-9.]{1,40})$/;
