import assert from "node:assert/strict";
import { json } from "../../../../src/detect/formats/json.ts";
import { heapUsed } from "../../../heapUsed.ts";
import {
  assertAlike,
  assertAlikeAfterEdits,
  assertForgets,
  assertReadsLittle,
  assertSiblingsAreKnown,
  assertTold,
  checkpointsOf,
  documentsOf,
  interest,
  long,
} from "../../resumption.ts";

const entries: readonly string[] = [
  '  "service-#": { "image": "ollama/ollama:1.#", "command": ["serve", "--model", "a/b-#"], "environment": { "MODEL": "gpt-4o-#" } },\n',
  '  "env-#": [\n    { "name": "MODEL_#", "value": "gpt-4o-#, gpt-4" },\n    { "value": "a/b-#" }\n  ],\n',
  '  "models-#": ["gpt-4o-#", "c\\u002fd-#", 4, null, ["e/f-#"], "gpt-4"],\n',
  '  "mod\\u0065l": "gpt-4o-#", // "x": "gpt-4"\n  /* "gpt-#",\n "gpt" */ "scripts": { "a-#": "ollama run llama-#" },\n',
  '  "text-#": "nothing of interest stands in here, on a line that takes its room",\n',
  '"args": ["--model", "a/b-#", { "model": "gpt-4o-#" }, "c"],\n',
  '"b": [ "gpt-4o-#"\n  , "d/e-#"\n  , "gpt-4"\n  ],\n',
  '}\n{ "id": #, "model": "gpt-4o-#" }\n{ "a": [ "b" ],\n',
];

const longEntries: readonly string[] = [
  `  "open-#": {\n${long('    "key-@": "gpt-4o-@",\n')}  },\n`,
  `  "list-#": [\n${long('    "gpt-4o-@", "plain",\n')}  ],\n`,
  `  "list-#": [\n${long('    { "model": "gpt-4o-@", "tags": ["a", "b"] },\n')}  ],\n`,
  `  "list-#": [ "a"\n${long('  , "gpt-4o-@"\n')}  ],\n`,
  `  "args": ["--model",\n${long('    "a/b-@",\n')}  "c/d-#"],\n`,
  `  "args": ["--model",\n${long('    { "model": "gpt-@" },\n')}  "c/d-#"],\n`,
  `  "job-#": { "image": "vllm/vllm-openai:v#",\n${long('    "key-@": "nothing",\n')}  "command": "--model e/f-#" },\n`,
  `  "job-#": { "name": "MODEL_#",\n${long('    "key-@": { "deep": ["nothing"] },\n')}  "value": "g/h-#" },\n`,
  `  "job-#": { "command": ["ollama", "run"],\n${long('    "key-@": "nothing",\n')}  "args": ["llama-#"] },\n`,
  `  /* ${long('"key-@": "gpt-@",\n')} */\n`,
  long('}\n{ "id": @, "model": "gpt-4o-@"'),
];

const pieces: readonly string[] = [
  ...("\"'[]{}:,\\/* \t\nx0-" satisfies string),
  ...['""', "[]", "{}", "//", "/*", "*/", "\\u", "\r\n", "\r", '": "', '", "', "},", "],", '"a": {', '"b": [', '["', "null", "}\n{"],
  ...['"model": "gpt-4o",', '"name": "MODEL",', '"image": "a/b:1",', '"command": "', '"args": ["', '{ "model": "gpt-4" },\n'],
];

describe("JSON after a change", () => {
  it("finds what a whole pass finds, after any edit", () => {
    const documents = documentsOf(
      [...entries, ...longEntries, ...longEntries],
      [
        ["{\n", '  "end": null\n}\n'],
        ["{\n", ""],
        ["", ""],
        ["[{\n", "}]\n"],
        ['{ "models": { "deployed": [ "gpt-4", {\n', "} ] } }\n"],
      ],
    );
    assertAlikeAfterEdits(json, documents, pieces);
  }).timeout(120_000);

  it("knows the values that say what those far behind them are", () => {
    const between = long('  "text-@": "nothing", "list-@": ["nothing"], "object-@": {},\n');
    assertSiblingsAreKnown(json, (first, last) => `{ "${first.key}": ${first.value},\n${between}  "${last.key}": ${last.value} }\n`);
  });

  it("knows what is open around, and what has been there before", () => {
    const around = (key: string): string => `{ "a": { "${key}": {\n${long('  "key-@": "gpt-4o",\n')}  "end": "gpt-4" } } }\n`;
    assertTold(json, around("model"), around("madel"));
    assertTold(json, around("model"), around("mod\\u0065ls"));
    assertTold(json, around("model"), around('model": [ { "x'));
    const list = (first: string): string => `[ ${first}\n${long('  "gpt-4o",\n')}  "gpt-4" ]\n`;
    assertTold(json, list('"a",'), list('"a", "b",'));
    assertTold(json, list('"a",'), list('"a"'));
    const escaped = `{ "a\\"b": { ${long('"c": "gpt-4o",\n')} "d": "gpt-4" } }`;
    assertAlike(json, [escaped, escaped.replace('"d"', '"e"'), escaped.replace('"gpt-4"', '"gpt-5"')]);
  });

  it("knows the element before one that begins where it goes on", () => {
    const list = long('"gpt-4o-\\u002f@",\n');
    for (let at = list.length - 400; at < list.length; at += 7) {
      const text = `[${list}"gpt-4"]`;
      assertAlike(json, [text, `${text.slice(0, at)}x${text.slice(at)}`, text, text.slice(0, at) + text.slice(at + 30)]);
    }
  });

  it("knows the element before one whose comma stands on its own line", () => {
    const text = `["a"\n${long(', "gpt-4o-@"\n')}]`;
    const at = text.indexOf('"gpt-4o-250"');
    for (let length = 0; length < 20; length++)
      assertAlike(json, [text, `${text.slice(0, at)}"${"b".repeat(length)}", ${text.slice(at)}`, text]);
  });

  it("keeps to the order of the text where a list of words is read behind what stands in it", () => {
    const text = (last: string): string => `{${long(' "a": { "args": ["--model", "a/b", { "model": "gpt-4o-@" }] },\n')} "b": "${last}" }`;
    assertAlike(json, [text("x"), text("y"), text("gpt-4")]);
    const inMiddle = text("x").replace('gpt-4o-50"', 'gpt-4o-50", "c": "gpt-4"');
    assertAlike(json, [text("x"), inMiddle, text("x")]);
  });

  it("reads a list of words as a whole, however long", () => {
    const list = (last: string): string => `{ "args": ["--model",\n${long('  { "model": "gpt-4o" },\n')}  "${last}"] }\n`;
    assertAlike(json, [list("a/b"), list("a/c"), list("--n"), list("a/b")]);
    assertTold(json, `{ "args": ["-m", ${long('"a/b",\n')} "c"] }`, `{ "arms": ["_m", ${long('"a/b",\n')} "c"] }`);
  });

  it("knows when a comment far before begins or ends", () => {
    const text = `{\n${long('  "a-@": "gpt-4o",\n')}  "end": "gpt-4"\n}\n`;
    const at = text.indexOf('"a-60"');
    const open = `${text.slice(0, at)}/*${text.slice(at)}`;
    assertAlike(json, [text, open, `${open}*/`, open, `${open.slice(0, -30)}*/${open.slice(-30)}`, text]);
  });

  it("knows that brackets are open beyond the depth that is followed", () => {
    const deep = (more: string): string =>
      `[ "gpt-4", ${"[".repeat(10_010)}${long('"a",\n')}${"]".repeat(10_010)}${more} ,\n${long('"b",\n')} "gpt-4o" ]`;
    assertAlike(json, [deep(""), deep("]"), deep("["), deep("")], interest);
    const inside = deep("");
    const at = inside.indexOf('"a"') + 3000;
    assertAlike(
      json,
      [inside, `${inside.slice(0, at)}]${inside.slice(at)}`, inside, `${inside.slice(0, at)}"${inside.slice(at)}`],
      interest,
    );
  });

  it("goes on inside of containers, between the documents of JSON lines, and in a document without line ends", () => {
    const text = `{ "services": {\n${long((entries[0] ?? "").replaceAll("#", "@"), 20_000)} } }\n`;
    assert.ok(checkpointsOf(json.detect(text, undefined, null)) > 5);
    assert.ok(checkpointsOf(json.detect(text.replaceAll("\n", ""), undefined, null)) > 5);
    assert.ok(checkpointsOf(json.detect(long('{"model":"gpt-4o-@"}\n', 20_000), undefined, null)) > 5);
    assert.equal(json.detect(text).resumption, undefined);
  });

  it("reads only what a change reaches", () => {
    const values = long('    "key-@": { "model": "gpt-4o-@", "tags": ["a", "b"] },\n', 100_000);
    assertReadsLittle(json, `{ "services": {\n${values}  } }\n`, "gpt-4o-1000");
    assertReadsLittle(json, `{ "services": {\n${values}  } }\n`.replaceAll("\n", ""), "gpt-4o-1000");
    assertReadsLittle(json, long('{ "id": @, "model": "gpt-4o-@" }\n', 100_000), "gpt-4o-1000");
  });

  it("keeps nothing of earlier texts alive", () => {
    const facts = '"image": "a/an image of some letters @",\n  "name": "A_VARIABLE_OF_SOME_LETTERS_@"';
    const values = long('    "a key of some letters": ["a value of some letters"],\n', 3000);
    assertForgets(json, `{\n${long(`"some letters @": {\n  ${facts},\n  "list": ["a text before", {\n${values}  }]\n},\n`, 1e6)}}\n`);
  }).timeout(20_000);

  it("keeps no copies of what is long", () => {
    const values = long('  "a key of some letters": ["a value of some letters"],\n', 1e6);
    const words = `{ "image": "a/${"b".repeat(2e5)}", "keys": {\n${values}} }\n`;
    assert.ok(JSON.stringify(json.detect(words, undefined, null).resumption?.checkpoints).length < 1e6);
    const used = heapUsed();
    const around = json.detect(`["${"a".repeat(1e6)}", { ${long('"key-@": "gpt-4o", ', 50_000)} }]`, undefined, null);
    assert.ok(heapUsed() - used < 20e6);
    assert.ok(around.candidates.length > 2000);
  });
});
