import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyComments, curlyOperators, plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import { javaComparisons, javaEntries } from "./java.ts";
import type { LanguageProfile } from "./profile.ts";

const interpolation = { open: "${", doubled: false, bare: "$" };

/** Groovy, with the scripts of Gradle and Jenkins. */
export const profile: LanguageProfile = {
  ...plain,
  ...curlyComments,
  strings: [
    { open: '"""', close: '"""', escapes: "backslash", multiLine: true, interpolation },
    { open: "'''", close: "'''", escapes: "backslash", multiLine: true },
    { open: '"', close: '"', escapes: "backslash", multiLine: false, interpolation },
    { open: "'", close: "'", escapes: "backslash", multiLine: false },
  ],
  nameCharacters: "$",
  operators: {
    ...curlyOperators,
    "?.": "path",
    "::": "path",
    "===": "comparison",
    "=~": "comparison",
    "==~": "comparison",
    "?:": "fallback",
    "->": "arrow",
    "@": "decorator",
  },
  words: {
    as: ["cast", "contextual"],
    assert: ["operator", "statement"],
    break: ["operator", "statement"],
    case: ["case"],
    catch: ["operator", "control", "block"],
    class: ["class"],
    continue: ["operator", "statement"],
    def: ["operator"],
    default: ["operator"],
    else: ["operator", "block", "continuation"],
    enum: ["enum"],
    extends: ["operator"],
    final: ["operator"],
    finally: ["operator", "block"],
    for: ["iteration", "control", "statement"],
    if: ["operator", "control", "statement"],
    implements: ["operator"],
    import: ["operator", "import-names", "statement"],
    in: ["membership"],
    instanceof: ["comparison"],
    interface: ["class"],
    new: ["operator"],
    package: ["operator", "statement"],
    private: ["operator"],
    protected: ["operator"],
    public: ["operator"],
    return: ["operator", "return", "statement"],
    static: ["operator", "block"],
    switch: ["operator", "control", "block"],
    throw: ["operator"],
    trait: ["class", "contextual"],
    try: ["operator", "block"],
    while: ["operator", "control", "statement"],
  },
  statementEnd: "either",
  braceBlocks: true,
  braceValues: "block",
  blockValues: true,
  commandCalls: "quoted",
  squareKeys: true,
  typedFunctions: true,
  namedArguments: ":",
  annotations: null,
  configurationStrings: true,
  regularExpressions: true,
  typeArguments: "<",
  environments: ["env", "System.env"],
  lookups: [
    ...environmentLookups,
    { callee: "getOrDefault", key: 0, fallback: 1 },
    { callee: "getProperty", key: 0, fallback: 1 },
    { callee: "findProperty", key: 0, fallback: null },
    { callee: "orElse", key: "receiver", fallback: 0 },
    // Gradle's plugin for Android
    { callee: "buildConfigField", key: 1, fallback: 2 },
    { callee: "resValue", key: 1, fallback: 2 },
    // parameters of a Jenkins job
    { callee: "string", key: 0, fallback: null, keyword: "defaultValue" },
  ],
  entries: [...javaEntries(), "environment"],
  comparisons: javaComparisons(),
  conversions: ["trim", "toLowerCase", "toString"],
  listCalls: ["List.of", "Set.of"],
};

export const groovy: Format = {
  id: "groovy",
  languageIds: ["groovy", "jenkinsfile", "nextflow", "nextflow-config"],
  fileNames: ["*.groovy", "*.gradle", "jenkinsfile", "jenkinsfile.*", "*.nf", "nextflow.config"],
  interpreters: ["groovy"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
