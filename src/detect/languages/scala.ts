import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import { javaComparisons, javaEntries } from "./java.ts";
import type { LanguageProfile, StringKind } from "./profile.ts";

/** The ways in which a quote can be meant: plain, and with an interpolator before it. */
function quoted(quote: string, multiLine: boolean): readonly StringKind[] {
  const delimiters = { open: quote, close: quote, multiLine };
  const interpolation = { open: "${", doubled: false, bare: "$" };
  const plain: StringKind = { ...delimiters, escapes: multiLine ? "none" : "backslash" };
  return [
    plain,
    { ...plain, prefixes: ["s", "f", "md", "fr", "sql", "q"], interpolation },
    { ...delimiters, escapes: "none", prefixes: ["raw"], interpolation },
  ];
}

/** Scala 2 and 3. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["//"],
  blockComments: [{ open: "/*", close: "*/", nested: true }],
  strings: [
    ...quoted('"""', true),
    ...quoted('"', false),
    { open: "'", close: "'", escapes: "backslash", multiLine: false, character: true },
  ],
  nameCharacters: "$",
  operators: {
    ".": "path",
    "=": "assign",
    "==": "comparison",
    "===": "comparison",
    "====": "comparison",
    "!=": "comparison",
    "+": "concatenation",
    "++": "concatenation",
    "+=": "concatenation",
    "->": "key",
    "=>": "arrow",
    "<-": "suffix",
    "|": "fallback",
    ":": "colon",
    // what makes a list longer: `"a" :: "b" :: Nil`, `models :+ "c"`
    "::": "suffix",
    ":::": "suffix",
    "+:": "suffix",
    ":+": "suffix",
    "!": "suffix",
    "@": "decorator",
    "<": "less",
    ">": "greater",
  },
  words: {
    case: ["case"],
    catch: ["operator", "match"],
    class: ["class"],
    def: ["function"],
    derives: ["operator", "contextual", "continuation"],
    do: ["operator"],
    else: ["operator", "otherwise", "block", "continuation"],
    enum: ["enum", "contextual"],
    extends: ["operator", "continuation"],
    finally: ["operator", "block"],
    for: ["operator", "block"],
    given: ["operator", "contextual"],
    if: ["operator", "control"],
    implicit: ["operator"],
    import: ["operator", "import-names", "statement"],
    lazy: ["operator"],
    match: ["operator", "match"],
    new: ["operator"],
    object: ["class"],
    override: ["operator"],
    mustBe: ["comparison", "contextual"],
    mustEqual: ["comparison", "contextual"],
    shouldBe: ["comparison", "contextual"],
    shouldEqual: ["comparison", "contextual"],
    package: ["operator", "statement"],
    private: ["operator"],
    protected: ["operator"],
    return: ["operator", "return"],
    // biome-ignore lint/suspicious/noThenProperty: a key word of the language
    then: ["operator", "contextual"],
    throw: ["operator"],
    trait: ["class"],
    try: ["operator", "block"],
    type: ["operator"],
    using: ["operator", "contextual"],
    val: ["operator"],
    var: ["operator"],
    while: ["operator", "control"],
    with: ["operator", "continuation"],
    yield: ["operator"],
  },
  statementEnd: "either",
  braceBlocks: true,
  braceValues: "block",
  blockValues: true,
  declaredFunctions: true,
  enumCases: true,
  namedArguments: "=",
  annotations: "names",
  configurationStrings: true,
  typeArguments: "[",
  lookups: [
    ...environmentLookups,
    { callee: "getOrElse", key: 0, fallback: 1, single: true },
    { callee: "sys.props.getOrElse", key: 0, fallback: 1 },
    { callee: "getOrDefault", key: 0, fallback: 1 },
    { callee: "getProperty", key: 0, fallback: 1 },
    { callee: "orElse", key: "receiver", fallback: 0 },
    { callee: "fold", key: "receiver", fallback: 0 },
  ],
  entries: [...javaEntries(), "updated"],
  comparisons: [
    ...javaComparisons(),
    "shouldBe",
    "shouldEqual",
    "mustBe",
    "mustEqual",
    "be",
    "beSome",
    "contain",
    "equal",
    "stripPrefix",
    "stripSuffix",
    "contains",
  ],
  conversions: ["trim", "toLowerCase", "toString", "stripMargin", "some", "asJson", "toJson"],
  listCalls: [
    "Seq",
    "List",
    "Set",
    "Vector",
    "Array",
    "IndexedSeq",
    "ListSet",
    "SortedSet",
    "ListBuffer",
    "ArrayBuffer",
    "NonEmptyList.of",
  ],
  // spray-json and Play, circe, json4s, uPickle have a text as JSON
  wrappers: ["Some", "Right", "Option", "JsString", "Json.fromString", "JString", "ujson.Str"],
};

export const scala: Format = {
  id: "scala",
  languageIds: ["scala"],
  fileNames: ["*.scala", "*.sc"],
  interpreters: ["scala", "scala-cli"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
