import assert from "node:assert/strict";
import fc from "fast-check";
import { isPlainWithoutReference } from "../../src/detect/byteFilter.ts";
import { literals } from "../../src/detect/documentFilter.ts";
import { nearLiterals, plainly } from "./nearLiterals.ts";

describe("isPlainWithoutReference", () => {
  it("says of ASCII what mayHoldReference says, wherever a literal begins and ends", () => {
    const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const literal of [...literals, "FROM x"]) {
      for (let before = 0; before < 5; before++) {
        for (let after = 0; after < 5; after++) {
          const around = `${"\n".repeat(before)}${literal}${"\n".repeat(after)}`;
          assert.equal(isPlainWithoutReference(bytesOf(around)), false, JSON.stringify(around));
          assert.equal(isPlainWithoutReference(bytesOf(around.toUpperCase())), false, JSON.stringify(around));
        }
      }
    }
    fc.assert(
      fc.property(nearLiterals, fc.nat(3), (text, offset) => {
        const bytes = new Uint8Array(offset + text.length * 3);
        const { written } = new TextEncoder().encodeInto(text, bytes.subarray(offset));
        const isPlain = [...text].every((character) => character > "\0" && character < "\x80");
        assert.equal(isPlainWithoutReference(bytes.subarray(offset, offset + written)), isPlain && !plainly(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves to others what is no ASCII, or may be binary", () => {
    assert.equal(isPlainWithoutReference(Uint8Array.from([])), true);
    assert.equal(isPlainWithoutReference(Uint8Array.from([1, 127, 1, 127, 1])), true);
    for (const special of [0, 128, 255]) {
      for (let at = 0; at < 7; at++) {
        const bytes = new Uint8Array(7).fill(120);
        bytes[at] = special;
        assert.equal(isPlainWithoutReference(bytes), false, `${special} at ${at}`);
      }
    }
  });
});
