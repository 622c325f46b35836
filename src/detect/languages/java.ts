import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { curlyComments, curlyOperators, curlyWords, plain } from "./curly.ts";
import { environmentLookups } from "./environmentLookups.ts";
import type { LanguageProfile } from "./profile.ts";

/** Java, with text blocks, records and switch expressions (Java SE 21). Indentation of text blocks is of no matter: names have one line. */
export const profile: LanguageProfile = {
  ...plain,
  ...curlyComments,
  strings: [
    { open: '"""', close: '"""', escapes: "backslash", multiLine: true },
    { open: '"', close: '"', escapes: "backslash", multiLine: false },
    { open: "'", close: "'", escapes: "backslash", multiLine: false, character: true },
  ],
  nameCharacters: "$",
  operators: {
    ...curlyOperators,
    "::": "path",
    "->": "arrow",
    "@": "decorator",
  },
  words: {
    ...curlyWords,
    assert: ["operator", "statement"],
    extends: ["operator"],
    final: ["operator"],
    for: ["iteration", "control", "statement"],
    implements: ["operator"],
    import: ["operator", "import-names", "statement"],
    instanceof: ["comparison"],
    package: ["operator", "statement"],
    permits: ["operator", "contextual"],
    private: ["operator", "statement"],
    protected: ["operator", "statement"],
    public: ["operator", "statement"],
    record: ["class", "contextual"],
    static: ["operator", "block"],
    switch: ["operator", "control", "match"],
    synchronized: ["operator", "control"],
    throw: ["operator"],
    throws: ["operator"],
    try: ["operator", "statement", "control", "block"],
    yield: ["operator", "contextual"],
  },
  statementEnd: "semicolon",
  braceBlocks: true,
  braceLiterals: "array",
  namedArguments: "=",
  annotations: null,
  configurationStrings: true,
  typeArguments: "<",
  lookups: [
    ...environmentLookups,
    { callee: "getOrDefault", key: 0, fallback: 1 },
    { callee: "getProperty", key: 0, fallback: 1 },
    // Android: SharedPreferences, JSONObject
    { callee: "getString", key: 0, fallback: 1 },
    { callee: "optString", key: 0, fallback: 1 },
    { callee: "requireNonNullElse", key: 0, fallback: 1 },
    { callee: "defaultIfBlank", key: 0, fallback: 1 },
    { callee: "defaultIfEmpty", key: 0, fallback: 1 },
    { callee: "defaultString", key: 0, fallback: 1 },
    { callee: "firstNonNull", key: 0, fallback: 1 },
    // Jakarta REST, Spring Boot's configuration properties
    { callee: "DefaultValue", key: "declared", fallback: 0 },
    // SmallRye Config: the methods of a mapping
    { callee: "WithDefault", key: "declared", fallback: 0 },
    { callee: "Optional.ofNullable", key: 0, fallback: null },
    { callee: "orElse", key: "receiver", fallback: 0 },
    { callee: "orElseGet", key: "receiver", fallback: 0 },
    // MicroProfile Config, Micronaut
    { callee: "ConfigProperty", key: 0, fallback: null, keyword: "defaultValue" },
    { callee: "Property", key: 0, fallback: null, keyword: "defaultValue" },
    // picocli, Spring MVC and Spring Shell: the name in the annotation is often left out, or one of several
    { callee: "Option", key: "declared", fallback: null, keywords: ["defaultValue"] },
    { callee: "RequestParam", key: "declared", fallback: null, keywords: ["defaultValue"] },
    { callee: "ShellOption", key: "declared", fallback: null, keywords: ["defaultValue"] },
  ],
  entries: [...javaEntries(), "Map.entry", "ImmutableMap.of", "addProperty"],
  comparisons: javaComparisons(),
  passing: ["map", "filter", "flatMap", "toString", "trim", "strip"],
  wrappers: [
    "Optional.of",
    // collections that are made of others
    "Collections.unmodifiableList",
    "Collections.unmodifiableSet",
    "List.copyOf",
    "Set.copyOf",
    "ArrayList",
    "HashSet",
    "LinkedHashSet",
    // Pulumi, Kestra
    "Output.of",
    "Property.ofValue",
    "Mono.just",
    "MutableLiveData",
    "SimpleStringProperty",
    "AtomicReference",
    // a text as JSON: Gson, Jackson
    "JsonPrimitive",
    "TextNode",
    "TextNode.valueOf",
  ],
  conversions: ["trim", "strip", "toLowerCase", "toString", "intern", "formatted"],
  listCalls: [
    "Map.of",
    "ImmutableMap.of",
    "List.of",
    "Set.of",
    "Stream.of",
    "Arrays.asList",
    "asList",
    "ImmutableList.of",
    "ImmutableSet.of",
    "Lists.newArrayList",
    "Sets.newHashSet",
    "Sets.newLinkedHashSet",
  ],
};

/**
 * Methods of the JDK and of HTTP clients that store a value under a key; Kotlin, Scala and Groovy call them as well. Forms are those of OkHttp,
 * Apache's HttpClient, Unirest and Spring's `MultiValueMap`, whose `add` takes two texts: a list's takes a number first.
 */
export function javaEntries(): readonly string[] {
  return [
    "put",
    "putIfAbsent",
    "add",
    "set",
    "Map.of",
    "SimpleEntry",
    "setProperty",
    "addFormDataPart",
    "addTextBody",
    "addQueryParameter",
    "appendQueryParameter",
    "queryParam",
    "queryString",
    "field",
    "BasicNameValuePair",
  ];
}

/**
 * Methods of the JDK, JUnit, AssertJ, Truth, Hamcrest and Mockito that compare or expect, and annotations that ask for what bears a name;
 * Kotlin, Scala and Groovy have them as well.
 */
export function javaComparisons(): readonly string[] {
  return [
    "equals",
    "equalsIgnoreCase",
    "contentEquals",
    "contains",
    "containsKey",
    "containsValue",
    "startsWith",
    "endsWith",
    "matches",
    "compareTo",
    "indexOf",
    "assertEquals",
    "assertNotEquals",
    "assertSame",
    "assertArrayEquals",
    "assertIterableEquals",
    "isEqualTo",
    "isNotEqualTo",
    "isEqualToIgnoringCase",
    "isSameAs",
    "isIn",
    "isNotIn",
    "containsExactly",
    "containsExactlyInAnyOrder",
    "containsOnly",
    "containsAnyOf",
    "containsEntry",
    "containsExactlyElementsOf",
    "containsIgnoringCase",
    "containsOnlyOnce",
    "doesNotContain",
    "hasSameElementsAs",
    "hasValue",
    "hasToString",
    "hasFieldOrPropertyWithValue",
    "satisfies",
    "is",
    "equalTo",
    "containsString",
    "hasItem",
    "hasItems",
    "hasEntry",
    "eq",
    "verify",
    "matchesJsonPath",
    "equalToJson",
    "jsonPath",
    // CDI's and Spring's annotations choose a component by a name of its own
    "Named",
    "Qualifier",
  ];
}

export const java: Format = {
  id: "java",
  languageIds: ["java"],
  fileNames: ["*.java"],
  namesAreQuoted: true,
  detect: (text, interest, before) => scanCode(text, profile, interest, before),
};
