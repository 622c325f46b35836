import assert from "node:assert/strict";
import { basename } from "node:path";
import { plainDocuments } from "../../scripts/bench/texts.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Detection, Format } from "../../src/detect/candidate.ts";
import { formatOf } from "../../src/detect/formats.ts";
import type { Interest } from "../../src/detect/interest.ts";
import { java } from "../../src/detect/languages/java.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import { python } from "../../src/detect/languages/python.ts";
import { ruby } from "../../src/detect/languages/ruby.ts";
import { rust } from "../../src/detect/languages/rust.ts";
import type { Analysis } from "../../src/engine.ts";
import { applyEdits } from "../../src/text.ts";
import { projectCatalog, projectEngine, readFixtures } from "../fixtures.ts";
import { assertAlike, found } from "./resumption.ts";

/** What people type, paste and delete, and what makes the most of what stands behind it into something else. */
const pieces: readonly string[] = [
  ...("\"'`()[]{}\\#/<>=:,;?@%|&.!$ \t\nx0" satisfies string),
  ...['"""', "'''", "''", '""', "()", "{}", "//", "/*", "*/", "${", "#{", 'f"{', 'r#"', 'R"(', "=>", "->", " = ", " == "],
  ...["<<EOF\n", "EOF\n", "<<~X\n", "<<<X\n", "<?php", "?>", "=begin\n", "=end\n", "__END__\n", "\r\n", "\r", "    ", "\n\n\n"],
  ...[
    "<div>",
    "</div>",
    "<T>",
    "</T>",
    "</",
    "class A ",
    "enum ",
    "case ",
    "return ",
    "not in ",
    "end\n",
    "do ",
    "else ",
    "def f(",
    "if (",
  ],
  ...[
    "import x\n",
    "from y import z\n",
    'require("q")',
    ".includes(x)",
    ' == "y"',
    'model="gpt-4o"',
    '"gpt-4"',
    'model: "a/b",\n',
    "hf.co/a/b",
  ],
];

/** Numbers below a limit, always the same ones. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The text after one more thing that somebody does to it: mostly at `place`, where the last was done. */
function edited(text: string, place: number, next: (below: number) => number): { readonly text: string; readonly place: number } {
  const at = next(3) === 0 ? next(text.length + 1) : Math.min(place, text.length);
  const kind = next(10);
  if (kind < 6) {
    const piece = pieces[next(pieces.length)] ?? "";
    return { text: text.slice(0, at) + piece + text.slice(at), place: at + piece.length };
  }
  if (kind < 8) return { text: text.slice(0, at) + text.slice(at + (next(4) === 0 ? next(800) : 1 + next(8))), place: at };
  const from = next(text.length);
  const part = text.slice(from, from + next(1500));
  if (kind < 9) return { text: text.slice(0, at) + part + text.slice(at), place: at + part.length };
  const rest = text.slice(0, from) + text.slice(from + part.length);
  const to = next(rest.length + 1);
  return { text: rest.slice(0, to) + part + rest.slice(to), place: to };
}

function* session(text: string, edits: number, seed: number): Iterable<string> {
  const next = numbers(seed);
  let state = { text, place: text.length >> 1 };
  yield text;
  for (let i = 0; i < edits; i++) {
    state = edited(state.text, state.place, next);
    yield state.text;
  }
}

const interest: Interest = {
  inText: (text) => /gpt|llama|claude/i.test(text),
  inName: (name) => /model|create|engine/i.test(name),
};

/** Of each language some hundred lines, from its fixtures. */
const documents: ReadonlyMap<Format, string> = (() => {
  const texts = new Map<Format, string>();
  for (const { name, text } of readFixtures()) {
    const format = formatOf({ path: basename(name) });
    if (format?.detect("", undefined, null).resumption === undefined) continue;
    texts.set(format, `${texts.get(format) ?? ""}${text}\n`);
  }
  for (const [format, text] of texts) texts.set(format, text.repeat(Math.ceil(10_000 / text.length)).slice(0, 12_000));
  return texts;
})();

/** Lines that stand for nothing, so that checkpoints lie between what stands before them and behind them. */
function lines(line: string, count = 200): string {
  return Array.from({ length: count }, (_, i) => line.replaceAll("%", String(i))).join("\n");
}

describe("a pass after a change", () => {
  it("is tried in many languages", () => {
    assert.ok(documents.size >= 15, [...documents.keys()].map(({ id }) => id).join());
  });

  for (const [format, text] of documents) {
    it(`finds in ${format.id} what a whole pass finds, after any edit`, () => {
      for (let seed = 1; seed <= 3; seed++) assertAlike(format, session(text, 25, seed), seed === 1 ? undefined : interest);
    }).timeout(20_000);
  }

  it("finds it after each character of a statement that is typed", () => {
    const text = lines('limit_% = read("limit")');
    const at = text.indexOf("limit_100");
    const statement = 'client.chat.completions.create(model="gpt-4o", messages=[f"{x}"])\n# """ is a mark\nimport torch\n';
    assertAlike(
      python,
      Array.from(statement, (_, i) => text.slice(0, at) + statement.slice(0, i) + text.slice(at)),
    );
  });

  it("knows when the name of what stands around changes into one as long", () => {
    const call = (name: string): string => `${lines("a = 1")}\nclient.${name}(\n${lines('  a%="gpt-4o",')}\n)\n`;
    assertAlike(python, [call("create"), call("delete"), call("create")]);
  });

  it("knows when what stands around becomes something else, with all names in their places", () => {
    const type = (kind: string): string => `${kind}   A {\n${lines('  B%("gpt-4o"),')}\n}\n`;
    assertAlike(java, [type("enum"), type("class"), type("enum")]);
    assert.notDeepEqual(java.detect(type("enum")).candidates.at(-1)?.context, java.detect(type("class")).candidates.at(-1)?.context);
  });

  it("knows when what is declared behind an attribute changes, and what a method is called on", () => {
    const field = (name: string): string =>
      `struct A {\n#[arg(default_value = "gpt-4o")]\n${"\n".repeat(200)}${name}: String,\n${lines("b%: u8,")}\n}\n`;
    assertAlike(rust, [field("model"), field("other"), field("model")]);
    assert.notDeepEqual(rust.detect(field("model")).candidates, rust.detect(field("other")).candidates);
    const called = (name: string): string =>
      `let a = config\n.${name}\n.as_deref()\n${"\n".repeat(200)}.unwrap_or("gpt-4o");\n${lines("f(%);")}\n`;
    assertAlike(rust, [called("model"), called("other"), called("model")]);
    assert.notDeepEqual(rust.detect(called("model")).candidates, rust.detect(called("other")).candidates);
  });

  it("knows when a list turns out to be compared before its elements, and when not any more", () => {
    const list = (operator: string): string => `g(b ${operator} [\n${lines("  'gpt-%',")}\n]);\n`;
    assertAlike(javascript, [list("==="), list("  +"), list("===")]);
    assert.notDeepEqual(javascript.detect(list("===")), javascript.detect(list("  +")));
  });

  it("knows when a list far behind its elements turns out to be compared, and when not any more", () => {
    const list = (end: string): string => `${lines("a = 1;")}\nconst b = ["gpt-4o", () => {\n${lines("c(%);")}\n}]${end};\nd("gpt-4");\n`;
    assertAlike(javascript, [list(""), list(".includes(x)"), list(""), list(".includes(x)"), list(".map(x)")]);
    const emptied = list(".includes(x)").replace('"gpt-4o", ', "");
    const inside = emptied.replace("c(7);", 'c(7); e = "llama3";');
    assertAlike(javascript, [emptied, inside, emptied, inside.replace(".includes(x)", "")]);
  });

  it("knows when what follows a block far behind it makes it a part of a longer value, and when not any more", () => {
    const match = (next: string): string =>
      `let m = match x {\n  A => { f(); }\n${lines("  // nothing more (%)")}\n  ${next}B => "gpt-4o",\n};\n`;
    assertAlike(rust, [match(""), match(".g() | "), match("")]);
    assert.notDeepEqual(rust.detect(match("")).candidates[0]?.context, rust.detect(match(".g() | ")).candidates[0]?.context);
  });

  it("knows when an element far before is closed, and when not any more", () => {
    const text = `const a = <T>(b = "gpt-4o");\n${lines('const c = "x%";')}\n`;
    const closed = `${text}</T>\n`;
    assertAlike(javascript, [text, closed, text, `${text}</T`, text, `${text}${lines("d();")}\n</T>`]);
    assert.notDeepEqual(javascript.detect(text), javascript.detect(closed));
  });

  it("knows when type arguments that began far before end, and when not any more", () => {
    const text = `const a = f<B\ninterface C {\n${lines("  c%: 'gpt-4',")}\n}\n`;
    const closed = `${text}>("gpt-4o");\n`;
    assertAlike(javascript, [text, closed, text, closed]);
    assert.notDeepEqual(javascript.detect(text).candidates.slice(0, 1), javascript.detect(closed).candidates.slice(0, 1));
  });

  it("knows when code in a string that began far before ends, and when not any more", () => {
    const text = `a = f"{g(\n${lines("b('gpt-4o')")}\n`;
    const closed = `${text})}"\n`;
    assertAlike(python, [`${text}"\n`, closed, `${text}"\n`]);
    assert.notDeepEqual(python.detect(`${text}"\n`), python.detect(closed));
  });

  it("knows when a here-document that began far before ends, and when not any more", () => {
    const text = `a = <<~X\n${lines('b = "gpt-4o"')}\n`;
    assertAlike(ruby, [text, `${text}X\n`, text]);
    assert.notDeepEqual(ruby.detect(text), ruby.detect(`${text}X\n`));
  });

  it("knows when a comment, a string or a here-document begins or ends", () => {
    const text = lines('a = f("gpt-4o", "%");');
    const at = text.indexOf("\n", text.length >> 1) + 1;
    for (const [format, marks] of [
      [java, ["/*", "*/", '"""']],
      [python, ['"""', "'''", "'", "f'{"]],
      [ruby, ["<<~X\n", "X\n", "=begin\n", "=end\n", "%w[", "__END__\n"]],
      [javascript, ["`", "/*", "${", "/"]],
    ] as const) {
      for (const mark of marks) {
        const marked = text.slice(0, at) + mark + text.slice(at);
        assertAlike(format, [text, marked, `${marked}\n${mark}`, `${text}\n${mark}`, text, marked]);
      }
    }
  });

  it("keeps the order in which modules are named, whichever of them goes or comes", () => {
    const text = (first: string, last: string): string => `import a\n${first}\n${lines("b = 1")}\n${last}\n${lines("b = 2")}\nimport c\n`;
    const changes = [
      text("import openai", "import openai"),
      text("", "import openai"),
      text("", ""),
      text("import c", ""),
      text("import c", "import d"),
    ];
    assertAlike(python, changes);
    let before: Detection | null = null;
    for (const each of changes) before = python.detect(each, undefined, before);
    assert.deepEqual(before?.modules, ["a", "c", "d"]);
  });

  it("takes nothing from another language, or from a pass that looked for other things", () => {
    const text = lines("a_% = 'plain' # it's");
    const changed = `${text}\nb = "llama3"`;
    assert.deepEqual(found(ruby.detect(changed, undefined, python.detect(text, undefined, null))), ruby.detect(changed));
    assert.deepEqual(found(python.detect(changed, undefined, python.detect(text, interest, null))), python.detect(changed));
    assert.deepEqual(found(python.detect(changed, interest, python.detect(text, undefined, null))), python.detect(changed, interest));
  });

  it("leaves nothing for the next one where nobody asks", () => {
    assert.deepEqual(Object.keys(python.detect("a = 'gpt-4o'")), ["candidates", "modules"]);
  });

  for (const name of ["app.py", "app.ts", "App.java", "app.go"]) {
    it(`looks at a small part of ${name} with its 10,000 lines`, () => {
      const text = plainDocuments(10_000)[name] ?? "";
      const format = formatOf({ path: name });
      assert.ok(format);
      let asked = 0;
      const counting: Interest = {
        inText(each) {
          asked++;
          return interest.inText(each);
        },
        inName: interest.inName,
      };
      let before = format.detect(text, counting, null);
      const whole = asked;
      const next = numbers(5);
      for (const piece of ["x", '""', "''", "()", "{}", " ", "\n", "#"].flatMap((each) => [each, each, each])) {
        const at = next(text.length);
        asked = 0;
        before = format.detect(text.slice(0, at) + piece + text.slice(at), counting, before);
        assert.ok(asked < whole / 8, `${JSON.stringify(piece)} at ${at}: ${asked} strings of ${whole}`);
        before = format.detect(text, counting, before);
      }
    });
  }
});

describe("an analysis after a change", () => {
  const engine = projectEngine();
  const told = ({ references, findings }: Analysis): unknown => ({
    references: references.map((each) => ({ ...each, place: each.place(), beside: each.beside().modules })),
    findings,
  });

  it("says what an analysis of its own says", () => {
    const path = "app.py";
    let text = plainDocuments(400)[path] ?? "";
    let before: Analysis | null = null;
    for (const [from, to] of [
      ["gpt-4o", "gpt-4o-mini"],
      ["limit_219", "model = 'claude-3-haiku-20240307'\nlimit_219"],
      ["from openai import OpenAI\n", ""],
      ["gpt-4o-mini", "x"],
      ['model="gpt-4o"', 'model=("gpt-4o")'],
    ] as const) {
      const start = text.indexOf(from);
      text = applyEdits(text, [{ range: { start, end: start + from.length }, text: to }]);
      before = engine.analyze({ path, text }, undefined, before);
      assert.deepEqual(told(before), told(engine.analyze({ path, text })));
      assert.ok(before.references.length > 2);
    }
  });

  it("finds in a document that told nothing of models what the change tells", () => {
    for (const [path, line, change, names] of [
      ["user.rb", "embed :user\n", "ask(model: 'jamba-1.5-mini')", ["jamba-1.5-mini"]],
      ["user.rb", "embed :user\n", "ask(model: 'user-1.5-mini')", []],
      ["user.rb", "embed :user\n", "OpenAI", []],
      ["user.yaml", "model_user: chart\n", "model: jamba-1.5-mini\n", ["jamba-1.5-mini"]],
      ["user.json", '{ "embed": "chart" },\n', '{ "model": "jamba-1.5-mini" },\n', ["jamba-1.5-mini"]],
    ] as const) {
      const silent = line.repeat(400);
      let before: Analysis | null = engine.analyze({ path, text: silent }, undefined, null);
      const at = line.length * 200;
      for (let typed = 1; typed <= change.length; typed++) {
        const text = silent.slice(0, at) + change.slice(0, typed) + silent.slice(at);
        before = engine.analyze({ path, text }, undefined, before);
        assert.deepEqual(told(before), told(engine.analyze({ path, text })), text.slice(at, at + typed));
      }
      assert.deepEqual(
        before.references.map(({ candidate }) => candidate.text),
        names,
      );
      before = engine.analyze({ path, text: silent }, undefined, before);
      assert.deepEqual(before.references, []);
    }
  });

  it("looks at a small part of a document that told nothing of models", () => {
    let asked = 0;
    const catalog = projectCatalog();
    const counting = createEngine({
      ...catalog,
      mayHold: (text) => {
        asked++;
        return catalog.mayHold(text);
      },
    });
    const lines = Array.from({ length: 3000 }, (_, i) => `model_${i}: chart-${i}/part-${i}\n`);
    let before: Analysis = counting.analyze({ path: "values.yaml", text: lines.join("") }, undefined, null);
    const whole = asked;
    assert.ok(whole >= 3000);
    for (const line of [3, 1500, 2999]) {
      lines[line] = `model_${line}: chart-${line}/other\n`;
      asked = 0;
      before = counting.analyze({ path: "values.yaml", text: lines.join("") }, undefined, before);
      assert.ok(asked > 0 && asked < 30, `${asked} names asked for`);
    }
  });

  it("begins anew where the document named no model before", () => {
    const before = engine.analyze({ path: "a.py", text: "a = 1\n" }, undefined, null);
    const after = engine.analyze({ path: "a.py", text: 'import openai\nf(model="gpt-4o")\n' }, undefined, before);
    assert.deepEqual(
      after.references.map(({ candidate }) => candidate.text),
      ["gpt-4o"],
    );
  });
});
