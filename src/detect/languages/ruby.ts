import type { Format } from "../candidate.ts";
import { scanCode } from "../scanner.ts";
import { plain } from "./curly.ts";
import { namesBefore, withModules } from "./modules.ts";
import type { LanguageProfile, StringKind } from "./profile.ts";

const interpolation = { open: "#{", doubled: false };

/** `%q(...)`, `%Q[...]`, `%(...)`, `%w[...]` with the brackets and bars that are in use. */
function percentLiterals(): readonly StringKind[] {
  const kinds: StringKind[] = [];
  for (const [open, close] of ["()", "[]", "{}", "<>", "||", "!!"].map((pair) => [pair.charAt(0), pair.charAt(1)])) {
    const literal = { close: close ?? "", escapes: "none", multiLine: true } as const;
    kinds.push({ ...literal, open: `%q${open}`, balanced: true });
    kinds.push({ ...literal, open: `%Q${open}`, balanced: true, interpolation });
    if (open !== "!" && open !== "<") kinds.push({ ...literal, open: `%${open}`, balanced: true, interpolation });
    for (const words of ["%w", "%W"]) kinds.push({ ...literal, open: `${words}${open}`, words: true });
    for (const other of ["%i", "%I", "%r", "%x", "%s"]) kinds.push({ ...literal, open: `${other}${open}`, balanced: true, bytes: true });
  }
  return kinds;
}

/** By Ruby's documentation of literals, calls, blocks and methods; with what RSpec and Minitest make of them. */
export const profile: LanguageProfile = {
  ...plain,
  lineComments: ["#"],
  blockComments: [],
  strings: [
    { open: '"', close: '"', escapes: "backslash", multiLine: true, interpolation },
    { open: "'", close: "'", escapes: "backslash", multiLine: true },
    { open: "`", close: "`", escapes: "backslash", multiLine: true, bytes: true },
    ...percentLiterals(),
  ],
  heredoc: /<<(?:[~-](?:(\w{1,60})|["'`](\w{1,60})["'`])|([A-Z][A-Z_]{1,60})(?=[ \t]*[\r\n]))/y,
  nameCharacters: "@$",
  nameSuffixes: "?!",
  operators: {
    ".": "path",
    "&.": "path",
    "::": "path",
    "=": "assign",
    "||=": "assign-fallback",
    "==": "comparison",
    "===": "comparison",
    "!=": "comparison",
    "=~": "comparison",
    "!~": "comparison",
    "<=>": "comparison",
    "||": "fallback",
    "+": "concatenation",
    "+=": "concatenation",
    "<<": "concatenation",
    "=>": "key",
    "->": "closure",
    "?": "ternary",
    ":": "colon",
    "=begin": "comment",
  },
  words: {
    alias: ["operator", "statement"],
    and: ["operator"],
    begin: ["operator", "statement"],
    case: ["operator"],
    class: ["operator", "statement"],
    def: ["function"],
    do: ["operator", "block"],
    else: ["operator"],
    elsif: ["operator"],
    end: ["operator", "statement"],
    ensure: ["operator", "statement"],
    for: ["iteration", "statement"],
    if: ["operator"],
    // of a pattern, or of a loop
    in: ["case", "operator", "membership", "contextual"],
    module: ["operator", "statement"],
    not: ["operator"],
    or: ["fallback"],
    // behind a value on its line it says what stands in for it: `Config.model rescue "x"`
    rescue: ["fallback", "statement"],
    return: ["operator", "return"],
    // biome-ignore lint/suspicious/noThenProperty: the key word of the language
    then: ["operator", "block"],
    undef: ["operator", "statement"],
    unless: ["operator"],
    until: ["operator"],
    when: ["case"],
    while: ["operator"],
    yield: ["operator"],
  },
  statementEnd: "either",
  statementStarts: "[",
  braceBlocks: true,
  statementObjects: true,
  blockValues: true,
  blockEnds: ["end", "when", "else", "elsif", "rescue", "ensure", "in"],
  listLoops: /\.(?:each|map|each_with_index|flat_map)\s{0,4}(?:do|\{)\s{0,4}\|\s{0,4}([a-z_]\w{0,60})/dy,
  namedBlocks: ["let", "let!", "subject", "subject!", "define_method", "fetch", "ENV.fetch"],
  commandCalls: true,
  symbols: true,
  declaredFunctions: true,
  namedArguments: ":",
  annotations: null,
  tuples: true,
  adjacentStrings: true,
  regularExpressions: true,
  typeArguments: false,
  environments: ["ENV"],
  lookups: [
    { callee: "fetch", key: 0, fallback: 1 },
    { callee: "ENV.fetch", key: 0, fallback: 1 },
    { callee: "dig", key: 0, fallback: null },
  ],
  comparisons: [
    "eq",
    "eql",
    "eql?",
    "equal",
    "equal?",
    "be",
    "include",
    "include?",
    "key?",
    "has_key?",
    "member?",
    "start_with",
    "start_with?",
    "end_with",
    "end_with?",
    "match",
    "match?",
    "match_array",
    "contain_exactly",
    "have_attributes",
    "have_key",
    "have_value",
    // Active Record's conditions
    "where",
    "exists?",
    "hash_including",
    "array_including",
    "a_hash_including",
    "with",
    "delete_prefix",
    "delete_suffix",
    "assert_equal",
    "refute_equal",
    "assert_includes",
    "assert_match",
    "raise_error",
  ],
  conversions: ["freeze", "dup", "to_s", "to_str", "strip", "downcase"],
  importCalls: ["require", "require_relative", "gem", "autoload"],
};

export const ruby: Format = {
  id: "ruby",
  languageIds: ["ruby", "erb"],
  fileNames: ["*.rb", "*.rake", "*.gemspec", "gemfile", "rakefile", "*.ru"],
  interpreters: ["ruby", "jruby"],
  namesAreQuoted: true,
  detect: (text, interest, before) => {
    const code = codeOf(text);
    return withModules(scanCode(code, profile, interest, before), gemsOf(code));
  },
};

/**
 * The gems whose constants are asked for a client: a program with a Gemfile needs no `require` for them (Bundler.require, as Rails does). A gem's
 * constant is its name in camel case, or with the letters of an abbreviation in capitals: `RubyLLM`, `OpenAI`.
 */
function gemsOf(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const method of [".new", ".configure", ".chat", ".embed"]) {
    for (const name of namesBefore(code, method, client)) {
      names.add(name.toLowerCase());
      names.add(name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase());
    }
  }
  return names;
}

const client = /^([A-Z][A-Za-z]{2,30})(?:::Client)?$/;

/** Ruby reads no further than a line that says `__END__`; behind it stands data. */
function codeOf(text: string): string {
  const end = /^__END__[ \t]*$/m.exec(text);
  return end === null ? text : text.slice(0, end.index);
}
