import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Detection, Format } from "../../src/detect/candidate.ts";
import type { Interest } from "../../src/detect/interest.ts";
import { heapUsed } from "../heapUsed.ts";

/*
 * What readers that go on after a change have to stand: their result is compared with that of a whole pass.
 */

export const interest: Interest = { inText: (text) => text.includes("gpt"), inName: (name) => /model|name/i.test(name) };

/** So many lines that checkpoints lie between what stands before them and behind them; `@` is the number of each. */
export function long(line: string, length = 5000): string {
  return Array.from({ length: Math.ceil(length / line.length) }, (_, i) => line.replaceAll("@", String(i))).join("");
}

export function found({ candidates, modules }: Detection): Omit<Detection, "resumption"> {
  return { candidates, modules };
}

/** Asserts that one pass after the other over the texts finds what passes of their own find. */
export function assertAlike(format: Format, texts: Iterable<string>, of?: Interest): void {
  let before: Detection | null = null;
  let last = "";
  for (const text of texts) {
    before = format.detect(text, of, before);
    const [resumed, whole] = [found(before), found(format.detect(text, of))];
    if (!isDeepStrictEqual(resumed, whole))
      assert.deepEqual(resumed, whole, `${format.id}: ${JSON.stringify(last)}\nbecame ${JSON.stringify(text)}`);
    last = text;
  }
}

/** The same for two texts, of which passes alone find different things: the one becomes the other, and that is taken back. */
export function assertTold(format: Format, text: string, other: string): void {
  assertAlike(format, [text, other, text]);
  assertAlike(format, [other, text, other]);
  const last = ({ candidates }: Detection): unknown => candidates.at(-1)?.context;
  assert.notDeepEqual(last(format.detect(text)), last(format.detect(other)));
}

/** A key and its value, in the words of JSON, which are TOML's too. */
export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** Asserts that it is told when the first value of a document changes so that the last one, far behind it, is no longer what it was. */
export function assertSiblingsAreKnown(format: Format, documentOf: (first: Entry, last: Entry) => string): void {
  const changes: readonly (readonly [key: string, before: string, after: string, last: Entry])[] = [
    ["name", '"MODEL"', '"model"', { key: "value", value: '"gpt-4o"' }],
    ["image", '"vllm/vllm-openai:1"', '"hosted/vllm-opener:1"', { key: "command", value: '"--model a/b run"' }],
    ["command", '["ollama", "run"]', '["olamma", "run"]', { key: "args", value: '["llama3"]' }],
  ];
  for (const [key, before, after, last] of changes) {
    assertTold(format, documentOf({ key, value: before }, last), documentOf({ key, value: after }, last));
  }
}

/** Documents made of the entries, each with one of the frames around it; `#` in an entry is its number. */
export function documentsOf(entries: readonly string[], frames: readonly Around[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.constantFrom(...entries), { minLength: 3, maxLength: 10 }), fc.constantFrom(...frames))
    .map(([some, [head, tail]]) => head + some.map((entry, i) => entry.replaceAll("#", String(i))).join("") + tail);
}

/** Asserts the same for sessions of changes to the documents, in which one of the pieces is typed or pasted at a time. */
export function assertAlikeAfterEdits(format: Format, documents: fc.Arbitrary<string>, pieces: readonly string[]): void {
  // most changes are made near the one before
  const edits = fc.array(
    fc.record({
      at: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      cut: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(900)),
      piece: fc.constantFrom(...pieces, ""),
    }),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(documents, edits, fc.boolean(), (document, changes, asked) => {
      const texts = [document];
      let text = document;
      let place = 0;
      for (const { at, cut, piece } of changes) {
        place = at === null ? Math.min(place, text.length) : Math.floor(at * text.length);
        text = text.slice(0, place) + piece + text.slice(place + cut);
        place += piece.length;
        texts.push(text);
      }
      assertAlike(format, texts, asked ? interest : undefined);
    }),
    { numRuns: 120, seed: 20_261_121 },
  );
}

/** What stands before all entries of a document, and behind them. */
export type Around = readonly [head: string, tail: string];

export function checkpointsOf(detection: Detection): number {
  return detection.resumption?.checkpoints.length ?? 0;
}

/** Asserts that a character typed in front of `place` makes the reader look at few of the text's values. */
export function assertReadsLittle(format: Format, text: string, place: string): void {
  const at = text.indexOf(place);
  let asked = 0;
  const counting: Interest = { inText: () => ++asked > 0, inName: () => true };
  const before = format.detect(text, counting, null);
  const whole = asked;
  asked = 0;
  const after = format.detect(`${text.slice(0, at)}x${text.slice(at)}`, counting, before);
  assert.ok(after.candidates.some((candidate) => candidate.text === `x${place}`));
  assert.ok(asked > 0 && asked < whole / 20, `${asked} values of ${whole}`);
}

/**
 * Asserts that of texts of a megabyte, each of which has one line end more, further down than the one before, none is kept alive by what is
 * found in the last.
 */
export function assertForgets(format: Format, text: string): void {
  let before: Detection | null = null;
  let typed = text;
  const type = (share: number): void => {
    const at = typed.indexOf("\n", Math.floor(share * text.length));
    // a flat text of its own, as editors give them
    typed = Buffer.from(`${typed.slice(0, at)}\n${typed.slice(at)}`).toString();
    before = format.detect(typed, interest, before);
  };
  for (let i = 0; i < 3; i++) type(0.1);
  const used = heapUsed();
  for (let i = 8; i < 64; i++) type(i / 64);
  assert.ok(heapUsed() - used < 10e6);
  assert.ok(before !== null && checkpointsOf(before) > 100);
}
