import assert from "node:assert/strict";
import fc from "fast-check";
import { changeBetween } from "../../src/detect/change.ts";

describe("changeBetween", () => {
  it("finds what was put in, taken out and replaced", () => {
    assert.deepEqual(changeBetween("a = 1", "a = 21"), { start: 4, oldEnd: 4, newEnd: 5 });
    assert.deepEqual(changeBetween("a = 21", "a = 1"), { start: 4, oldEnd: 5, newEnd: 4 });
    assert.deepEqual(changeBetween("a = 1", "a : 1"), { start: 2, oldEnd: 3, newEnd: 3 });
    assert.deepEqual(changeBetween("", "a"), { start: 0, oldEnd: 0, newEnd: 1 });
  });

  it("finds nothing, at the end, between equal texts", () => {
    assert.deepEqual(changeBetween("a = 1", "a = 1"), { start: 5, oldEnd: 5, newEnd: 5 });
  });

  it("counts what repeats once", () => {
    assert.deepEqual(changeBetween("aaa", "aaaa"), { start: 3, oldEnd: 3, newEnd: 4 });
    assert.deepEqual(changeBetween("abab", "ab"), { start: 2, oldEnd: 4, newEnd: 2 });
  });

  it("is the smallest change that makes the one into the other, however long the texts", () => {
    const part = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.integer({ min: 0, max: 9000 }).map((length) => "ab\n".repeat(length / 3)),
    );
    fc.assert(
      fc.property(part, part, part, part, (head, old, now, tail) => {
        const [before, after] = [head + old + tail, head + now + tail];
        const { start, oldEnd, newEnd } = changeBetween(before, after);
        assert.equal(before.slice(0, start), after.slice(0, start));
        assert.equal(before.slice(oldEnd), after.slice(newEnd));
        assert.ok(start <= oldEnd && start <= newEnd);
        const isEmptied = start === oldEnd || start === newEnd;
        assert.ok(isEmptied || (before[start] !== after[start] && before[oldEnd - 1] !== after[newEnd - 1]));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
