import assert from "node:assert/strict";
import { array, assert as check, constantFrom, integer, option, property, record, string } from "fast-check";
import { compilePattern, matchPattern } from "../../src/catalog/glob.ts";
import { createTable, type Entry, openTable, type PatternEntry } from "../../src/catalog/nameTable.ts";

const pattern = (source: string, model: number, member: number | null = null): PatternEntry => ({
  model,
  member,
  pattern: compilePattern(source),
});

describe("A table of names", () => {
  const table = createTable(
    new Map<string, Entry | null>([
      ["lab/tuned-7b", { model: 7, member: 2 }],
      ["lab/base", { model: 0, member: null }],
      ["anybody's", null],
      ["lab/base-7b", { model: 0, member: 0 }],
    ]),
    [
      pattern("lab/base-*", 0),
      pattern("lab/base-7b-*", 3, 1),
      pattern("*-base", 4),
      pattern("lab*", 5),
      pattern("labs/*", 6),
      pattern("lab/base-8b-*", 8),
    ],
  );
  const names = openTable(JSON.parse(JSON.stringify(table)));

  it("leads from a name to a model or member", () => {
    assert.deepEqual(names.exact("lab/base"), { model: 0, member: null });
    assert.deepEqual(names.exact("lab/base-7b"), { model: 0, member: 0 });
    assert.deepEqual(names.exact("lab/tuned-7b"), { model: 7, member: 2 });
  });

  it("tells a name that leads nowhere from one that it does not have", () => {
    assert.equal(names.exact("anybody's"), null);
    for (const name of ["", "lab/bas", "lab/base-", "zzz", "lab/base-*"]) assert.equal(names.exact(name), undefined, name);
  });

  it("gives the patterns that a name may match, list by list, with most literal characters first", () => {
    const sources = (name: string): readonly (readonly string[])[] =>
      names.candidates(name).map((list) => list.map((entry) => entry.pattern.source));
    assert.deepEqual(sources("lab/base-7b-it"), [["*-base"], ["lab*"], ["lab/base-7b-*", "lab/base-8b-*", "lab/base-*"]]);
    assert.deepEqual(sources("labs/x"), [["*-base"], ["lab*"], ["labs/*"]]);
    assert.deepEqual(sources("la"), [["*-base"]]);
    assert.deepEqual(
      names.candidates("lab/base-7b-it")[2]?.map(({ model, member }) => [model, member]),
      [
        [3, 1],
        [8, null],
        [0, null],
      ],
    );
  });

  it("knows what its names and patterns begin with", () => {
    for (const start of ["lab", "lab/x", "any", "anything"]) assert.equal(names.begins(start), true, start);
    for (const start of ["la", "an", "bas", "zzz"]) assert.equal(names.begins(start), false, start);
  });

  it("answers as its names and patterns do one by one", () => {
    const text = string({ unit: constantFrom(..."ab-/*"), maxLength: 8 });
    const entry = record({ model: integer({ min: 0, max: 3000 }), member: option(integer({ min: 0, max: 40 })) });
    check(
      property(array(record({ name: text, entry })), array(text), (given, asked) => {
        const exact = new Map(given.filter(({ name }) => !name.includes("*")).map(({ name, entry: to }) => [name, { ...to }]));
        const patterns = given.filter(({ name }) => name.includes("*")).map(({ name, entry: to }) => pattern(name, to.model, to.member));
        const opened = openTable(createTable(exact, patterns));
        for (const name of [...exact.keys(), ...asked]) {
          assert.deepEqual(opened.exact(name), exact.get(name));
          const matches = (all: readonly PatternEntry[]): readonly string[] =>
            all
              .filter((each) => matchPattern(each.pattern, name))
              .map((each) => `${each.pattern.source} ${each.model} ${each.member}`)
              .sort();
          assert.deepEqual(matches(opened.candidates(name).flat()), matches(patterns));
        }
      }),
    );
  });
});
