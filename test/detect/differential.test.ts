import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { compareLiterals, compareValues, type Disagreement } from "../../scripts/differential/compare.ts";
import { type Grammar, grammarOf, grammars, seenBy } from "../../scripts/differential/grammars.ts";
import { libraries, libraryOf } from "../../scripts/differential/values.ts";
import { inRoot } from "../../scripts/root.ts";
import { literalsOf } from "../../src/detect/scanner.ts";
import { readFixtures } from "../fixtures.ts";

// A sample of what `npx tsx scripts/differential.ts TREE ...` does with whole trees.

interface Source {
  readonly name: string;
  readonly text: string;
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path, text: readFileSync(path, "utf8") }));
}

/** `kind "string"` for each disagreement. */
function described(text: string, disagreements: readonly Disagreement[]): readonly string[] {
  return disagreements.map(({ kind, at, end }) => `${kind} ${JSON.stringify(text.slice(at, end))}`);
}

/** Where the scanner disagrees with the grammar; null where the grammar does not understand the text. */
function disagreementsWith(grammar: Grammar, text: string): readonly string[] | null {
  const seen = seenBy(grammar, text);
  return seen.broken === null ? described(text, compareLiterals(text, seen, literalsOf(text, grammar.profile))) : null;
}

function grammarNamed(id: string): Grammar {
  const grammar = grammars.find((one) => one.id === id);
  assert.ok(grammar);
  return grammar;
}

/** Statements of each language, all of which its grammar knows; `%` stands for any text without quotes, escapes and braces. */
const statements: Readonly<Record<string, readonly string[]>> = {
  python: [
    `a = "%"`,
    `b = f'%{c["d"]}%'`,
    `e = f"{g:#x} {h!r:>{w}} %"`,
    `i = '''%\n%''' # it's "%"`,
    `j = rb"%\\"" + R'%' + u"%"`,
    `k("%", m={"n": '%'}, o=["%"])`,
    `def p(q: "%" = "%"):\n    """%"""\n    return "%\\n" '%'`,
    `r = f"{{%}} {s}"`,
    `t = f"{u(\n    v)} %"`,
  ],
  javascript: [
    `const a = "%" + '%';`,
    `let b = \`%\${c('%', \`d\${e}\`)}\n%\`;`,
    `const f = g / h; const i = /[/"'%]"/g.test(j) ? "%" : '%';`,
    `k({ "l": "%", m: ['%'] }) // it's "%"`,
    `const n = <p title="%\n  %" {...o}>it's "%" {q("%")}</p>;`,
    `/* "%" */ import "r";`,
    `class S { t = "%"; u() { return '%\\''; } }`,
  ],
  typescript: [
    `type A = "%" | '%';`,
    `const b = <C>"%";`,
    `function d<E extends string>(f: E = "%" as E): "%" { return f satisfies E ? "%" : "%"; }`,
    `const g: Record<'%', string> = { h: \`%\${i}\` }; // it's`,
    `enum J { K = "%" }`,
  ],
  java: [
    `class A { String b = "%" + '"' + "%\\""; }`,
    `/* it's "%" */ @C("%") class D { void e() { f(g -> "%", '\\''); } }`,
    `class H { String i = """\n  "%"\n  """; } // it's "%"`,
  ],
  cpp: [
    `#include "a.h"\nauto b = "%" "%";`,
    `auto c = R"d(%"%)d"; // it's "%"`,
    `int e = 1'000; char f = '"'; auto g = u8"%\\"";`,
    `void h() { i({"%", L"%"}); /* "%" */ }`,
  ],
  rust: [
    `let a: &'static str = "%"; // it's "%"`,
    `let b = r#"%"%"#; let c = b"%"; let d = '"';`,
    `/* "%" /* ' */ */ fn e<'f>(g: &'f str) -> String { format!("%{}", "%").to_string() }`,
    `#[doc = "%"] struct H { i: [u8; 1] }`,
  ],
  php: [
    `$a = '%' . "%$b {$c['d']} %\\"";`,
    `# it's "%"\n$e = ['%' => "%"];`,
    `?>it's "%" <?= "%" ?> it's <?php`,
    `#[F("%")] class G { const H = '%\\''; }`,
    `$i = <<<END\n%$j\nEND;`,
  ],
  go: [
    'var a = "%" + `%\n"%`',
    `// it's "%"\nvar b = map[string]string{"%": "%"}`,
    `func c() string { d('"', "%\\""); /* ' */ return "%" }`,
  ],
};

const before: Readonly<Record<string, string>> = { php: "<?php\n", go: "package main\n" };

describe("the scanner beside a grammar", () => {
  const fixtures = readFixtures();
  const sources: readonly Source[] = [...fixtures, ...["src/detect", "src/lint", "samples"].flatMap(sourcesIn)];

  for (const grammar of grammars) {
    it(`sees the strings of ${grammar.id} that its grammar sees, in fixtures and sources`, () => {
      for (const { name, text } of sources) {
        if (grammarOf(name) === grammar) assert.deepEqual(disagreementsWith(grammar, text) ?? [], [], name);
      }
    });
  }

  for (const [id, pieces] of Object.entries(statements)) {
    const grammar = grammarNamed(id);
    const content = fc.constantFrom("gpt-4o", "", "# no // comment", "/* x */", "é😀 ÿ", ")]>", "<b> ; , :", "it is = a && b");
    const statement = fc
      .tuple(fc.constantFrom(...pieces), fc.array(content, { minLength: 6, maxLength: 6 }))
      .map(([piece, contents]) => contents.reduce((text, filling) => text.replace("%", () => filling), piece).replaceAll("%", "x"));

    it(`sees the strings of ${id} in generated code`, () => {
      let compared = 0;
      fc.assert(
        fc.property(fc.array(statement, { minLength: 1, maxLength: 8 }), (lines) => {
          const text = `${before[id] ?? ""}${lines.join("\n")}\n`;
          const disagreements = disagreementsWith(grammar, text);
          if (disagreements === null) return;
          compared++;
          assert.deepEqual(disagreements, [], text);
        }),
        { numRuns: 150 },
      );
      assert.ok(compared > 50, `the grammar understands ${compared} of 150 texts`);
    });
  }

  it("sees the strings of an attribute at the top of a Rust file, where other files name a program", () => {
    assert.deepEqual(disagreementsWith(grammarNamed("rust"), `#![cfg(feature = "a")]\nlet b = "c";`), []);
  });

  it("tells what is missed, moved, filled in or no string", () => {
    const text = `a = "b" # "c"\nd = f"{e}"`;
    const seen = seenBy(grammarNamed("python"), text);
    const literal = (start: number, end: number, filled = false) => ({ start, end, filled });
    assert.deepEqual(described(text, compareLiterals(text, seen, [literal(5, 6), literal(20, 23, true)])), []);
    assert.deepEqual(described(text, compareLiterals(text, seen, [literal(5, 7), literal(11, 12), literal(14, 15), literal(20, 23)])), [
      'other range "b"',
      'in comment "c"',
      'no string "d"',
      'other template "{e}"',
    ]);
    assert.deepEqual(described(text, compareLiterals(text, seen, [])), ['missed "b"', 'missed "{e}"']);
  });
});

describe("a configuration format beside a library", () => {
  const fixtures = readFixtures();

  for (const library of libraries) {
    it(`finds the values of ${library.id} that the library finds, in fixtures`, () => {
      let compared = 0;
      for (const { name, text } of fixtures) {
        if (libraryOf(name) !== library) continue;
        const values = library.read(text);
        if (values === null) continue;
        compared++;
        assert.deepEqual(described(text, compareValues(values, library.format.detect(text).candidates)), [], name);
      }
      assert.ok(compared > 0);
    });
  }

  it("tells what is missed, and what is no value", () => {
    const candidate = (start: number, end: number, text: string) => ({ text, range: { start, end }, context: [], cell: null });
    const text = "a: gpt-4o # b-1\n";
    const values = [{ text: "gpt-4o", range: { start: 3, end: 9 }, key: "a", block: false }];
    assert.deepEqual(compareValues(values, [candidate(3, 9, "gpt-4o")]), []);
    assert.deepEqual(described(text, compareValues(values, [candidate(12, 15, "b-1")])), ['missed "gpt-4o"', 'no value "b-1"']);
  });
});
