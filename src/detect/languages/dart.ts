import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyOperators, plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import type { LanguageProfile, StringKind } from "./profile.ts";

/** A quote of Dart, as it is and with `r` before it. */
function quoted(quote: string, multiLine: boolean): readonly StringKind[] {
  const delimiters = { open: quote, close: quote, multiLine };
  return [
    { ...delimiters, escapes: "backslash", interpolation: { open: "${", doubled: false, bare: "$" } },
    { ...delimiters, escapes: "none", prefixes: ["r"] },
  ];
}

/** Dart 3. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["//"],
  blockComments: [{ open: "/*", close: "*/", nested: true }],
  strings: [...quoted('"""', true), ...quoted("'''", true), ...quoted('"', false), ...quoted("'", false)],
  nameCharacters: "$",
  operators: {
    ...curlyOperators,
    "?.": "path",
    "??=": "assign-fallback",
    "??": "fallback",
    "||": "fallback",
    "=>": "arrow",
    "@": "decorator",
  },
  words: {
    as: ["cast", "contextual"],
    assert: ["operator"],
    async: ["operator", "contextual", "block"],
    await: ["operator", "contextual"],
    break: ["operator", "statement"],
    case: ["case"],
    catch: ["operator", "control", "block"],
    class: ["class"],
    const: ["operator"],
    continue: ["operator", "statement"],
    default: ["operator"],
    do: ["operator", "statement", "block"],
    else: ["operator", "block"],
    enum: ["enum"],
    export: ["import", "statement"],
    extends: ["operator"],
    extension: ["class", "contextual"],
    final: ["operator"],
    finally: ["operator", "block"],
    for: ["iteration", "control", "statement"],
    if: ["operator", "control"],
    implements: ["operator"],
    import: ["import", "statement"],
    in: ["operator", "membership"],
    is: ["comparison"],
    late: ["operator", "contextual"],
    mixin: ["class", "contextual"],
    new: ["operator"],
    on: ["operator", "contextual"],
    part: ["import", "contextual", "statement"],
    required: ["operator", "contextual"],
    return: ["operator", "return", "statement"],
    static: ["operator"],
    switch: ["operator", "control", "match"],
    throw: ["operator"],
    try: ["operator", "statement", "block"],
    var: ["operator"],
    when: ["operator", "contextual"],
    while: ["operator", "control", "statement"],
    with: ["operator"],
    yield: ["operator", "contextual"],
  },
  statementEnd: "semicolon",
  braceBlocks: true,
  typedFunctions: true,
  arrowBodies: true,
  nullableTypes: true,
  labelledTuples: true,
  namedArguments: ":",
  annotations: null,
  adjacentStrings: true,
  typeArguments: "<",
  lookups: [
    ...environmentLookups,
    { callee: "String.fromEnvironment", key: 0, fallback: null, keyword: "defaultValue" },
    { callee: "dotenv.get", key: 0, fallback: null, keyword: "fallback" },
    { callee: "dotenv.maybeGet", key: 0, fallback: null, keyword: "fallback" },
    { callee: "getString", key: 0, fallback: null },
    // Hive
    { callee: "get", key: 0, fallback: null, keyword: "defaultValue" },
    // freezed, json_serializable
    { callee: "Default", key: "declared", fallback: 0 },
    { callee: "JsonKey", key: "declared", fallback: null, keywords: ["defaultValue"] },
    // a field's text at the beginning, of Flutter and its hooks
    { callee: "TextEditingController", key: 0, fallback: null, keyword: "text" },
    { callee: "useTextEditingController", key: 0, fallback: null, keyword: "text" },
    // package:args
    { callee: "addOption", key: 0, fallback: null, keyword: "defaultsTo" },
  ],
  // preferences, GetStorage and Hive, the fields of Dio's forms
  entries: ["setString", "write", "put", "MapEntry"],
  comparisons: [
    "equals",
    "expect",
    "contains",
    "containsKey",
    "startsWith",
    "endsWith",
    "compareTo",
    "indexOf",
    "having",
    // package:matcher, package:checks
    "containsAll",
    "containsAllInOrder",
    "containsInOrder",
    "containsPair",
    "deepEquals",
    "orderedEquals",
    "unorderedEquals",
    "equalsIgnoringCase",
  ],
  conversions: ["trim", "toLowerCase", "toString", "obs"],
  // what holds a value that the user may change, of Flutter, GetX and Riverpod
  wrappers: ["ValueNotifier", "Rx", "RxString", "Rxn", "RxnString", "AsyncData", "Optional.of"],
};

export const dart: Format = {
  id: "dart",
  languageIds: ["dart"],
  fileNames: ["*.dart"],
  interpreters: ["dart"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
