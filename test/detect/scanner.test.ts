import assert from "node:assert/strict";
import fc from "fast-check";
import type { Candidate, Detection, Format } from "../../src/detect/candidate.ts";
import { cpp } from "../../src/detect/languages/cpp.ts";
import { csharp } from "../../src/detect/languages/csharp.ts";
import { dart } from "../../src/detect/languages/dart.ts";
import { elixir } from "../../src/detect/languages/elixir.ts";
import { go } from "../../src/detect/languages/go.ts";
import { java } from "../../src/detect/languages/java.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import { julia } from "../../src/detect/languages/julia.ts";
import { kotlin } from "../../src/detect/languages/kotlin.ts";
import { lua } from "../../src/detect/languages/lua.ts";
import { nix } from "../../src/detect/languages/nix.ts";
import { php } from "../../src/detect/languages/php.ts";
import { powershell } from "../../src/detect/languages/powershell.ts";
import type { LanguageProfile } from "../../src/detect/languages/profile.ts";
import { python } from "../../src/detect/languages/python.ts";
import { r } from "../../src/detect/languages/r.ts";
import { ruby } from "../../src/detect/languages/ruby.ts";
import { rust } from "../../src/detect/languages/rust.ts";
import { scala } from "../../src/detect/languages/scala.ts";
import { swift } from "../../src/detect/languages/swift.ts";
import { plausible } from "../../src/detect/plausible.ts";
import { scanCode } from "../../src/detect/scanner.ts";
import { argument, assignment, property } from "./scannerExpectations.ts";

/** A language, how its comments begin, and a line that shows that what was open before it is broken; null where none does. */
interface Language {
  readonly format: Format;
  readonly comment: string;
  readonly statement: string | null;
}

/** What PHP finds in `text` where it is code. */
function detectInTag(text: string): Detection {
  const tag = "<?php\n";
  const { candidates, modules } = php.detect(tag + text);
  const moved = candidates.map((candidate) => {
    const { start, end } = candidate.range;
    return { ...candidate, range: { start: start - tag.length, end: end - tag.length } };
  });
  return { candidates: moved, modules };
}

const languages: readonly Language[] = [
  { format: python, comment: "#", statement: 'def f(model="gpt-4o"): pass' },
  { format: javascript, comment: "//", statement: 'const model = "gpt-4o"' },
  { format: java, comment: "//", statement: 'public String model = "gpt-4o";' },
  { format: kotlin, comment: "//", statement: null },
  { format: scala, comment: "//", statement: null },
  { format: csharp, comment: "//", statement: 'public string model = "gpt-4o";' },
  { format: swift, comment: "//", statement: 'func f(model: String = "gpt-4o") {}' },
  { format: dart, comment: "//", statement: null },
  { format: go, comment: "//", statement: 'const model = "gpt-4o"' },
  { format: rust, comment: "//", statement: null },
  { format: cpp, comment: "//", statement: null },
  { format: { ...php, detect: detectInTag }, comment: "//", statement: null },
  { format: ruby, comment: "#", statement: null },
  { format: r, comment: "#", statement: null },
  { format: powershell, comment: "#", statement: null },
  { format: lua, comment: "--", statement: null },
  { format: elixir, comment: "#", statement: null },
  { format: julia, comment: "#", statement: null },
  { format: nix, comment: "#", statement: null },
];

/** Pieces that programs are made of, and that break them. */
const pieces = [
  ..."()[]{}<>.,;:=+-*/%!?&|@#$\\\"'`~ \t\n",
  "\r\n",
  '"""',
  "'''",
  "''",
  "''$",
  "${",
  'f"{',
  "=>",
  "==",
  "??",
  "||",
  "?.",
  "::",
  "->",
  "|>",
  "%{",
  "[[",
  "]=]",
  "--[[",
  "#=",
  "=#",
  "~s(",
  '?"',
  "//",
  "/*",
  "*/",
  "</",
  "/>",
  "<T>",
  "model",
  "gpt-4o",
  '"gpt-4o"',
  "'org/name'",
  "`o3`",
  "\\x41",
  "class ",
  "enum ",
  "def ",
  "function ",
  "import ",
  "from ",
  "type ",
  "case ",
  "lambda ",
  "in ",
  "as ",
  "if ",
  "else ",
  "for ",
  "return ",
  "do ",
  "fn ",
  "end ",
  "then ",
  "do: ",
  "new ",
  "Literal",
  "Enum",
  "https://huggingface.co/a/b",
  "hf.co/",
  "é",
  "🤖",
  "\0",
  "\u2028",
  "\ud800",
];

const program = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(""));

function assertSound(text: string, candidates: readonly Candidate[]): void {
  let end = 0;
  for (const candidate of candidates) {
    assert.ok(candidate.range.start >= end, "in order and disjoint");
    assert.ok(candidate.range.end > candidate.range.start && candidate.range.end <= text.length);
    end = candidate.range.end;
    const written = text.slice(candidate.range.start, candidate.range.end);
    if (!written.includes("\\")) assert.equal(candidate.text, written);
    if (candidate.context[0]?.kind !== "address") assert.ok(plausible(candidate.text), candidate.text);
  }
}

const milliseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** Whether twice as much takes clearly less than four times as long, as quadratic time would. A busy machine gets some tries. */
function isLinear(half: () => void, whole: () => void): boolean {
  for (let attempt = 0; attempt < 8; attempt++) {
    const first = milliseconds(half);
    // small times say nothing
    if (milliseconds(whole) < 3 * first + 15) return true;
  }
  return false;
}

for (const { format, comment: mark, statement } of languages) {
  describe(`the scanner with the profile of ${format.id}`, () => {
    it("never throws; what it finds is in order, disjoint, plausible, and what is written there", () => {
      fc.assert(
        fc.property(program, (text) => assertSound(text, format.detect(text).candidates)),
        { numRuns: 2000 },
      );
    });

    it("takes any text at all", () => {
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => assertSound(text, format.detect(text).candidates)),
        { numRuns: 500 },
      );
    });

    it("finds the same with LF and with CRLF, each where it stands", () => {
      fc.assert(
        fc.property(program, (mixed) => {
          const text = mixed.replaceAll("\r", "");
          const crlf = text.replaceAll("\n", "\r\n");
          const shift = (offset: number): number => offset + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
          const expected = format.detect(text).candidates.map(({ text: name, range, context }) => {
            return { name, start: shift(range.start), end: shift(range.end), kinds: context.map((frame) => frame.kind) };
          });
          const actual = format.detect(crlf).candidates.map(({ text: name, range, context }) => {
            return { name, ...range, kinds: context.map((frame) => frame.kind) };
          });
          assert.deepEqual(actual, expected);
        }),
        { numRuns: 1000 },
      );
    });

    it("is not moved by a comment with emoji before the code", () => {
      const comment = `${mark} 🤖 "é" 模型\n`;
      fc.assert(
        fc.property(program, (text) => {
          const moved = format.detect(comment + text).candidates.map(({ range, ...rest }) => {
            return { ...rest, range: { start: range.start - comment.length, end: range.end - comment.length } };
          });
          // a first line that begins with a blank or break, or with `#!`, is another one there
          if (/^(?:#!|\s)/.test(text)) return;
          assert.deepEqual(moved, format.detect(text).candidates);
        }),
      );
    });

    if (statement !== null)
      it("finds a statement after any broken line of strings and brackets", () => {
        const broken = fc.array(fc.constantFrom("(", "[", '"', "'", "a", ",", " ", "f("), { maxLength: 20 });
        fc.assert(
          fc.property(broken, (parts) => {
            // three quotes in a row, and backquotes, open strings that go over lines
            const line = parts.join("").replace(/(["'])\1+/g, "$1");
            const text = `${line}\n${statement}\n`;
            assert.deepEqual(format.detect(text).candidates.at(-1), {
              text: "gpt-4o",
              range: { start: text.indexOf("gpt-4o"), end: text.indexOf("gpt-4o") + 6 },
              context: [assignment("model")],
              cell: null,
            });
          }),
        );
      });

    it("keeps a bounded context however deep the brackets are", () => {
      const depth = 100_000;
      const { candidates } = format.detect(`${"f([".repeat(depth)}"gpt-4o"`);
      assert.deepEqual(
        candidates.map(({ text, context }) => [text, context.length <= 32]),
        [["gpt-4o", true]],
      );
      const closed = `${"[".repeat(depth)}${"]".repeat(depth)}; x = "gpt-4o"`;
      assert.deepEqual(format.detect(closed).candidates.at(-1)?.context, [assignment("x")]);
    });

    const size = 100_000;
    for (const [name, piece] of [
      ["quotes", '"'],
      ["single quotes", "'"],
      ["backquotes", "`"],
      ["triple quotes", '"""'],
      ["opening brackets", "([{"],
      ["closing brackets", ")]}"],
      ["brackets that do not match", "({["],
      ["closing brackets of another kind", "(]"],
      ["interpolations", "`${"],
      ["formatted strings", 'f"{'],
      ["formatted strings over lines", 'f"{(\n'],
      ["formats of values", 'f"{a:'],
      ["comparisons", "a<"],
      ["nested type arguments", "a<b<c<d<e "],
      ["elements", "<a>"],
      ["elements that are none", "=<T>("],
      ["attributes", "<a b={"],
      ["attributes over lines", '<a b="\n'],
      ["slashes", "/[ "],
      ["comments", "/*"],
      ["calls", 'f("gpt-4o",'],
      ["members of lists", '["gpt-4o"].includes('],
      ["list elements", '"gpt-4o", '],
      ["addresses", '"https://huggingface.co/a/b", '],
      ["names", "a.b"],
      ["targets", "a, b = "],
      ["fallbacks", '"gpt-4o" || x or '],
      ["lines of calls", "f(\n"],
      ["blanks", " "],
      ["backslashes", "\\"],
      ["heredocs without an end", "<<~A\n"],
      ["heredocs on one line", "<<~A "],
      ["raw strings", 'r#"'],
      ["quotes of characters", "'\\"],
      ["lists of words", "%w[a "],
      ["tags around code", "?><?php "],
      ["long brackets", "[==["],
      ["beginnings of long brackets", "[=="],
      ["long comments", "--[["],
      ["blocks", "do "],
      ["ends of blocks", "end "],
      ["blocks in brackets", "f(function() "],
      ["ends of blocks in brackets", "(end "],
      ["functions in calls", "(fn -> "],
      ["indented strings", "''$"],
      ["sigils", "~s("],
      ["sigils of other kinds", "~ABC"],
      ["words in sigils", "~w(a "],
      ["characters", '?"'],
      ["clauses", '"a" -> "b" '],
      ["nested comments", "#="],
      ["string macros", 'a"b'],
      ["attributes of modules", "@a "],
    ] as const) {
      it(`needs linear time for ${name}`, () => {
        const whole = piece.repeat(size / piece.length);
        const half = whole.slice(0, whole.length / 2);
        format.detect(half);
        assert.ok(
          isLinear(
            () => format.detect(half),
            () => format.detect(whole),
          ),
        );
      });
    }
  });
}

describe("the scanner with a profile of its own", () => {
  const profile: LanguageProfile = {
    lineComments: ["--"],
    blockComments: [{ open: "{-", close: "-}" }],
    strings: [
      { open: '"', close: '"', escapes: "backslash", multiLine: false },
      { open: '#"', close: '"#', escapes: "none", multiLine: true },
    ],
    nameCharacters: "",
    operators: { "::": "path", "=": "assign", "=>": "key", ":": "colon", "<>": "concatenation" },
    words: { let: ["operator", "statement"] },
    statementEnd: "semicolon",
    braceBlocks: false,
    namedArguments: ":",
    annotations: null,
    tuples: false,
    adjacentStrings: false,
    regularExpressions: false,
    markup: false,
    typeArguments: false,
    literalTypes: [],
    enumBases: [],
    environments: [],
    lookups: [],
    comparisons: [],
    conversions: ["text"],
    importCalls: [],
  };
  const contexts = (text: string): unknown => scanCode(text, profile).candidates.map(({ text: name, context }) => [name, context]);

  it("reads named arguments with a colon, keys with an arrow, other operators and quotes", () => {
    assert.deepEqual(
      contexts('let a = f(model: "aa", "bb") {- "cc" -} ; -- "dd"\nb = {"k" => #"ee"#, c => "ff" <> d}; e = m::g("gg"::text)'),
      [
        ["aa", [argument("f", "model"), assignment("a")]],
        ["bb", [argument("f", 1), assignment("a")]],
        ["ee", [property("k"), assignment("b")]],
        ["gg", [argument("m::g", 0), assignment("e")]],
      ],
    );
  });
});
