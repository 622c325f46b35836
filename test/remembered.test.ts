import assert from "node:assert/strict";
import { remembered } from "../src/remembered.ts";
import { heapUsed } from "./heapUsed.ts";

describe("remembered", () => {
  it("asks once for each key, also where the answer is null", () => {
    const asked: string[] = [];
    const answer = remembered(10, (input: string) => {
      asked.push(input);
      return input === "none" ? null : input.length;
    });
    assert.deepEqual([answer("one"), answer("none"), answer("one"), answer("none")], [3, null, 3, null]);
    assert.deepEqual(asked, ["one", "none"]);
  });

  it("takes inputs of one key for the same", () => {
    const answer = remembered(
      10,
      ({ name }: { readonly name: string }) => ({ name }),
      ({ name }) => name,
    );
    assert.equal(answer({ name: "a" }), answer({ name: "a" }));
    assert.notEqual(answer({ name: "a" }), answer({ name: "b" }));
  });

  it("forgets all when there are too many", () => {
    let asked = 0;
    const answer = remembered(2, (input: number) => {
      asked++;
      return input;
    });
    for (const input of [1, 2, 1, 2, 3, 3, 1]) answer(input);
    assert.equal(asked, 4);
  });

  it("keeps nothing of the texts that its inputs were cut out of", () => {
    const answer = remembered(1000, (input: string) => ({ input }));
    const before = heapUsed();
    for (let i = 0; i < 100; i++) answer(`a name of its own: ${i} ${"x".repeat(1e6)}`.slice(0, 24));
    assert.ok(heapUsed() - before < 10e6);
  });
});
