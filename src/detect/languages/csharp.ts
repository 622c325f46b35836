import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyOperators, curlyWords, plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import type { Interpolation, LanguageProfile, StringKind } from "./profile.ts";

const interpolation: Interpolation = { open: "{", doubled: true, format: true };
const doubledInterpolation: Interpolation = { open: "{{", doubled: false, format: true };

/** The strings of C# 12: regular, verbatim and raw, each interpolated as well. */
const strings: readonly StringKind[] = [
  { open: '"""', close: '"""', escapes: "none", multiLine: true },
  { open: '$"""', close: '"""', escapes: "none", multiLine: true, interpolation },
  { open: '$$"""', close: '"""', escapes: "none", multiLine: true, interpolation: doubledInterpolation },
  { open: '"', close: '"', escapes: "backslash", multiLine: false },
  { open: '@"', close: '"', escapes: "doubled", multiLine: true },
  { open: '$"', close: '"', escapes: "backslash", multiLine: false, interpolation },
  { open: '$@"', close: '"', escapes: "doubled", multiLine: true, interpolation },
  { open: '@$"', close: '"', escapes: "doubled", multiLine: true, interpolation },
  { open: "'", close: "'", escapes: "backslash", multiLine: false, character: true },
];

/** Methods that ask about a text, and what tests say a text has to be. */
const comparisons: readonly string[] = [
  // System
  "Compare CompareOrdinal CompareTo Contains ContainsKey EndsWith Equals IndexOf IsMatch LastIndexOf Split StartsWith TryGetValue",
  // xUnit, MSTest, NUnit
  "Equal NotEqual Same NotSame StrictEqual Matches DoesNotMatch DoesNotContain AreEqual AreNotEqual AreSame AreNotSame",
  "That EqualTo AnyOf Contain Match StartWith EndWith Verify",
  // FluentAssertions
  "Be NotBe BeEquivalentTo NotBeEquivalentTo BeOneOf NotContain NotStartWith NotEndWith StartWithEquivalentOf EndWithEquivalentOf",
  "ContainEquivalentOf NotContainEquivalentOf ContainAll ContainAny NotContainAny NotMatch ContainKey NotContainKey",
  // Shouldly; TUnit and NFluent
  "ShouldBe ShouldNotBe ShouldEqual ShouldBeOneOf ShouldNotBeOneOf ShouldContain ShouldNotContain ShouldStartWith ShouldNotStartWith",
  "ShouldEndWith ShouldNotEndWith ShouldMatch ShouldNotMatch ShouldContainKey IsEqualTo IsNotEqualTo",
].flatMap((names) => names.split(" "));

/** C#, with its scripts. A line that begins with `#` is for the preprocessor. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["//", "#"],
  blockComments: [{ open: "/*", close: "*/" }],
  strings,
  nameCharacters: "",
  operators: {
    ...curlyOperators,
    "?.": "path",
    "::": "path",
    "??=": "assign-fallback",
    "??": "fallback",
    "=>": "arrow",
  },
  words: {
    ...curlyWords,
    as: ["cast"],
    async: ["operator", "contextual"],
    await: ["operator"],
    base: [],
    const: ["operator"],
    foreach: ["operator", "control", "statement"],
    global: ["operator", "contextual"],
    in: ["operator"],
    internal: ["operator", "statement"],
    is: ["comparison"],
    lock: ["operator", "control"],
    namespace: ["operator", "statement"],
    new: ["operator", "construct"],
    not: ["operator", "contextual"],
    or: ["comparison", "contextual"],
    out: ["operator"],
    override: ["operator"],
    private: ["operator", "statement"],
    protected: ["operator", "statement"],
    public: ["operator", "statement"],
    readonly: ["operator"],
    record: ["class", "contextual"],
    ref: ["operator"],
    required: ["operator", "contextual"],
    sealed: ["operator"],
    static: ["operator"],
    struct: ["class"],
    switch: ["operator", "control", "match"],
    throw: ["operator"],
    try: ["operator", "statement", "block"],
    using: ["operator", "control", "import-names"],
    var: ["operator", "contextual"],
    virtual: ["operator"],
    when: ["operator", "contextual"],
    where: ["operator", "contextual"],
    with: ["operator", "construct", "contextual"],
    yield: ["operator", "contextual"],
  },
  statementEnd: "semicolon",
  braceBlocks: true,
  braceLiterals: "construction",
  typedFunctions: true,
  arrowBodies: true,
  nullableTypes: true,
  namedArguments: "either",
  annotations: null,
  typeArguments: "<",
  lookups: [
    ...environmentLookups,
    { callee: "GetEnvironmentVariable", key: 0, fallback: 1 },
    { callee: "GetValue", key: 0, fallback: 1 },
    { callee: "GetValueOrDefault", key: 0, fallback: 1 },
    // what programs call their own method for a setting with a default
    ...["Get", "GetSetting", "GetConfig", "GetConfigValue", "GetOrDefault", "GetEnvironmentVariableOrDefault"].map((callee) => ({
      callee,
      key: 0 as const,
      fallback: 1,
    })),
    // Unity: PlayerPrefs, EditorPrefs
    { callee: "GetString", key: 0, fallback: 1 },
    // System.ComponentModel, CommandLineParser
    { callee: "DefaultValue", key: "declared", fallback: 0 },
    { callee: "Option", key: "declared", fallback: null, keywords: ["Default"] },
  ],
  entries: [
    "Add",
    "TryAdd",
    "KeyValuePair",
    "KeyValuePair.Create",
    "SetEnvironmentVariable",
    // Aspire, Testcontainers and RestSharp; Unity's forms and settings; System.Text.Json and Newtonsoft.Json
    "WithEnvironment",
    "AddParameter",
    "AddField",
    "SetString",
    "WriteString",
    "JProperty",
  ],
  comparisons,
  conversions: ["Trim", "ToLower", "ToLowerInvariant", "ToString"],
  listCalls: ["List", "HashSet", "Collection", "ReadOnlyCollection", "SortedSet", "ImmutableArray.Create"],
  bracePairs: "nested",
};

export const csharp: Format = {
  id: "csharp",
  languageIds: ["csharp"],
  fileNames: ["*.cs", "*.csx"],
  interpreters: ["dotnet"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
