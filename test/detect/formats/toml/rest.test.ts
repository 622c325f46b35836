import assert from "node:assert/strict";
import { toml } from "../../../../src/detect/formats/toml.ts";
import {
  assertAlike,
  assertAlikeAfterEdits,
  assertForgets,
  assertReadsLittle,
  assertSiblingsAreKnown,
  assertTold,
  checkpointsOf,
  documentsOf,
  long,
} from "../../resumption.ts";

const entries: readonly string[] = [
  '[service-#]\nimage = "ollama/ollama:1.#"\ncommand = ["serve", "--model", "a/b-#"]\nenvironment = { MODEL = "gpt-4o-#" }\n',
  '[[env]]\nname = "MODEL_#"\nvalue = "gpt-4o-#, gpt-4"\n[[env]]\nvalue = "a/b-#"\n',
  'models.chat."first one" = [\'gpt-4o-#\', 4, ["c\\u002fd-#"], { name = \'e/f-#\' }] # "gpt-4"\n',
  'args = ["--model", "a/b-#", { model = "gpt-4o-#" }, "c"]\n',
  'text-# = """\nmodel = "gpt-4"\n  a line \\""" more\n"""\nmodel = "gpt-4o-#"\n',
  "raw-# = '''\n[a]\n'''\n[b.c.\"d e\"]\n",
  '# nothing of interest stands here, on a line that takes its room\n\n  key-# = "indented"\n',
];

const longEntries: readonly string[] = [
  `[open-#]\n${long('key-@ = "gpt-4o-@"\n')}`,
  `list-# = [\n${long('  "gpt-4o-@",\n')}]\n`,
  `list-# = [\n${long('  { model = "gpt-4o-@", tags = ["a"] },\n')}]\n`,
  long('[[models]]\nname = "gpt-4o-@"\n'),
  long('[[models.inner-@]]\nname = "gpt-4o-@"\n'),
  `[job-#]\nimage = "vllm/vllm-openai:v#"\n${long('key-@ = "nothing"\n')}command = "--model e/f-# run"\n`,
  `[job-#]\nname = "MODEL_#"\n${long("key-@ = [1, 2]\n")}value = "g/h-#"\n`,
  `[job-#]\ncommand = ["ollama", "run"]\n${long('key-@ = "nothing"\n')}args = ["llama-#"]\n`,
  `text-# = """\n${long('key-@ = "gpt-4o-@"\n')}"""\n`,
  `open-# = """\n${long("key-@ = 'gpt-4o-@'\n")}`,
  `open-# = [\n${long("  'gpt-4o-@',\n")}key-# = 1\n`,
];

const pieces: readonly string[] = [
  ...("\"'[]{}=,.\\# \t\nx0-" satisfies string),
  ...[
    '""',
    '"""',
    "''",
    "'''",
    "[]",
    "[[",
    "]]",
    "{}",
    "\\u",
    "\r\n",
    '\\"""',
    "\\\\",
    " = ",
    "a = [\n",
    "b = {",
    "[a]\n",
    "[[models]]\n",
    "[[",
  ],
  ...['model = "gpt-4o"\n', 'name = "MODEL"\n', 'image = "a/b:1"\n', 'command = "', "args = [", '"""\n', "'''\n", "\n\n", "# "],
];

describe("TOML after a change", () => {
  it("finds what a whole pass finds, after any edit", () => {
    const documents = documentsOf(
      [...entries, ...longEntries, ...longEntries],
      [
        ["", ""],
        ["[models.x]\n", ""],
        ['name = "MODEL"\n', 'value = "gpt-4"\n'],
      ],
    );
    assertAlikeAfterEdits(toml, documents, pieces);
  }).timeout(120_000);

  it("knows the values that say what those far behind them are", () => {
    for (const header of ["", "[a]\n"]) {
      const between = long('text-@ = "nothing"\nnumber-@ = 1\n');
      assertSiblingsAreKnown(toml, (first, last) => `${header}${first.key} = ${first.value}\n${between}${last.key} = ${last.value}\n`);
    }
  });

  it("knows the table that is open, and how many there have been of a name", () => {
    const header = (line: string): string => `${line}\n${long('key-@ = "gpt-4o"\n')}\n[[a]]\nb = "gpt-4"\n`;
    assertAlike(toml, [header("[x]"), header("[y]"), header("[x.y]"), header("# x"), header("[[x]]"), header("[x"), header("")]);
    assertTold(toml, header("[[a]]"), header("[[b]]"));
    assertTold(toml, header("[[a]]"), header("[a]"));
    assertTold(toml, header("[[a]]\n[[a]]"), header("[[a]]"));
  });

  it("knows when a text of several lines far before begins or ends", () => {
    for (const quotes of ['"""', "'''"]) {
      const text = `a = "gpt-4"\nb = ${quotes}\n${long('key-@ = "gpt-4o"\n')}end = 'gpt-5'\n`;
      const closed = `${text}${quotes}\n`;
      assertAlike(toml, [text, closed, text, `${text}${quotes.slice(1)}`, closed, text.replace(quotes, '"x"'), text]);
      assertAlike(toml, [text, `${text}c = "x"\n`, `${text}c = "x"\n${quotes}`, `${text}c = "x"\n`]);
      assert.notDeepEqual(toml.detect(text).candidates, toml.detect(closed).candidates);
    }
  });

  it("knows when the backslashes change that keep quotes far behind from being an end", () => {
    const quotes = (slashes: number): string => `b = """\n${long('key-@ = "gpt-4o"\n')}# ${"\\".repeat(slashes)}"""\nend = "gpt-4"\n`;
    assertAlike(toml, [quotes(1), quotes(0), quotes(1), quotes(2), quotes(201), quotes(202), quotes(201)]);
    // the first of a row becomes one, far from the quotes
    const begun = (first: string): string => quotes(200).replace("# ", `# ${first}`);
    assertAlike(toml, [begun("x"), begun("\\"), begun("x")]);
    assertAlike(toml, [begun("\\"), begun("x"), begun("\\")]);
    assert.notDeepEqual(toml.detect(begun("x")).candidates, toml.detect(begun("\\")).candidates);
  });

  it("knows when the sign of an entry that cuts an open list goes, and comes back", () => {
    const list = (sign: string): string =>
      `a = [\n${long("  'gpt-4o-@',\n")}key${" ".repeat(300)}${sign} 'x'\n${long("  'gpt-4o-@',\n")}end = "gpt-4"\n`;
    assertAlike(toml, [list("="), list(","), list("="), list("")]);
    assert.notDeepEqual(toml.detect(list("=")).candidates, toml.detect(list(",")).candidates);
  });

  it("reads a list of words as a whole, however long", () => {
    const list = (last: string): string => `args = ["--model",\n${long('  "a/b-@",\n')}  "${last}"]\n`;
    assertAlike(toml, [list("c/d"), list("c/e"), list("--n"), list("c/d")]);
    assertTold(toml, list("c"), list("c").replace("args", "arms").replace("--model", "__model"));
  });

  it("keeps to the order of the text where a list of words is read behind what stands in it", () => {
    const text = (last: string): string => `${long('args = ["--model", "a/b", { model = "gpt-4o-@" }]\n')}b = "${last}"\n`;
    assertAlike(toml, [text("x"), text("y"), text("gpt-4"), text("x").replace('gpt-4o-50"', 'gpt-4o-50", c = "gpt-4"'), text("x")]);
  });

  it("goes on before entries and headers, whatever stands between them", () => {
    assert.ok(checkpointsOf(toml.detect(long('key-@ = "gpt-4o-@"\n\n  # a note\n', 20_000), undefined, null)) > 5);
    assert.ok(checkpointsOf(toml.detect(long('[[models]]\nname = "gpt-4o-@"\r\n', 20_000), undefined, null)) > 5);
    assert.equal(toml.detect(long('key-@ = "gpt-4o-@"\n')).resumption, undefined);
    const text = long('key-@ = "gpt-4o"\n', 10_000);
    const at = text.indexOf("\nkey-300");
    assertAlike(toml, [text, `${text.slice(0, at)}\n\n# a\n${text.slice(at)}`, `${text.slice(0, at)}#${text.slice(at + 1)}`, text]);
  });

  it("reads only what a change reaches", () => {
    assertReadsLittle(toml, long('[key-@]\nmodel = "gpt-4o-@"\ntags = ["a", "b"]\n', 100_000), "gpt-4o-1000");
    assertReadsLittle(toml, long('[[key]]\nmodel = "gpt-4o-@"\ntags = ["a", "b"]\n', 100_000), "gpt-4o-1000");
  });

  it("keeps nothing of earlier texts alive", () => {
    const facts = 'image = "a/an image of some letters @"\nname = "A_VARIABLE_OF_SOME_LETTERS_@"\n';
    const entry = 'a_key_of_some_letters = ["a value of some letters"]\n';
    assertForgets(toml, long(`[a.table.with_a_name_of_some_letters_@]\n${facts}${long(entry, 3000)}`, 1e6));
    // few arrays, whose headers stand where is typed
    assertForgets(toml, long(`${`[[an_array_of_some_letters_@]]\n${long(entry, 15_500)}`.padEnd(1e6 / 64 - 1)}\n`, 1e6));
  }).timeout(20_000);

  it("keeps no copies of what is long", () => {
    const entries = long('a_key_of_some_letters = ["a value of some letters"]\n', 1e6);
    const size = (text: string): number => JSON.stringify(toml.detect(text, undefined, null).resumption?.checkpoints).length;
    assert.ok(size(`image = "a/${"b".repeat(2e5)}"\n${entries}`) < 1e6);
    assert.ok(size(`${long(`[[${"a".repeat(900)}-@]]\n`, 2e5)}[b]\n${entries}`) < 1e6);
  });
});
