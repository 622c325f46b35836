import { lazy } from "../lazy.ts";
import { instruction, literalIndex, literals, stands } from "./documentFilter.ts";
import { fold, isIn, keyMask, type Literals } from "./literals.ts";

/**
 * Whether `bytes` are ASCII without a zero in it, and a text of which `mayHoldReference` says no: what most files of any project are,
 * told without decoding them, at four bytes a step. Where a literal begins, one of the four-byte words at hand holds two to four units of
 * it; only around words that are in the table of such words is looked closer.
 */
export function isPlainWithoutReference(bytes: Uint8Array): boolean {
  // of one class, whatever the bytes come as
  const aligned = bytes.byteOffset % 4 === 0 ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  const near = wordsNearLiterals();
  const wanted = literalIndex();
  for (let i = nextNear(words, near, 0); i < words.length; i = nextNear(words, near, i + 1)) {
    if (holdsIn(aligned, wanted, Math.max(i * 4 - 2, 0), i * 4 + 3)) return false;
  }
  const end = words.length * 4;
  return (
    !holdsIn(aligned, wanted, Math.max(end - 2, 0), aligned.length) &&
    arePlain(words) &&
    aligned.subarray(end).every((byte) => byte > 0 && byte < 128)
  );
}

/** The first of `words` from `from` on of which `near` has the hash; their number where there is none. */
function nextNear(words: Int32Array, near: Uint8Array, from: number): number {
  let at = from;
  while (at < words.length && !isIn(near, hashOf(words[at] ?? 0))) at++;
  return at;
}

/** Whether none of the bytes is zero, or none of ASCII. */
function arePlain(words: Int32Array): boolean {
  let special = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    // the highest bit of a byte that is none of ASCII, or of one below zero
    special |= word | ((word - 0x01010101) | 0);
  }
  return (special & 0x80808080) === 0;
}

/** Whether one of the literals begins from `start` on and before `end`. */
function holdsIn(bytes: Uint8Array, { byKey, isKey }: Literals, start: number, end: number): boolean {
  let key = (foldedAt(bytes, start) << 10) | (foldedAt(bytes, start + 1) << 5) | foldedAt(bytes, start + 2);
  for (let at = start; at < end; at++) {
    key = ((key << 5) | foldedAt(bytes, at + 3)) & keyMask;
    if (isIn(isKey, key) && byKey.get(key)?.some((literal) => standsInBytes(bytes, at, literal))) return true;
  }
  return false;
}

const foldedAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) & fold;

function standsInBytes(bytes: Uint8Array, start: number, literal: string): boolean {
  for (let i = 4; i < literal.length; i++) if (foldedAt(bytes, start + i) !== (literal.charCodeAt(i) & fold)) return false;
  // with what stands around it, which an instruction asks for
  const before = Math.min(start, 1);
  return stands(String.fromCharCode(...bytes.subarray(start - before, start + literal.length + 1)), before, literal);
}

/** Twenty bits of four bytes, the same for letters of either case. The factor is the golden ratio's, as Knuth hashes. */
const hashOf = (word: number): number => Math.imul(word & 0x1f1f1f1f, 0x9e3779b1) >>> 12;

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** A bit for each hash: those of the words that a literal can make of the bytes around its beginning. */
const wordsNearLiterals: () => Uint8Array = lazy(() => {
  const bits = new Uint8Array(1 << 17);
  /** Marks the word that begins at `offset` of a literal; whatever stands before the literal or behind it may be in it. */
  const mark = (literal: string, offset: number): void => {
    let word = 0;
    const free: number[] = [];
    for (let at = 0; at < 4; at++) {
      const shift = isLittleEndian ? at * 8 : 24 - at * 8;
      const unit = literal.charCodeAt(offset + at);
      if (Number.isNaN(unit)) free.push(shift);
      else word |= (unit & fold) << shift;
    }
    const [first, second] = free;
    for (let one = 0; one <= (first === undefined ? 0 : fold); one++) {
      for (let other = 0; other <= (second === undefined ? 0 : fold); other++) {
        const hash = hashOf(word | (one << (first ?? 0)) | (other << (second ?? 0)));
        bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
      }
    }
  };
  for (const literal of [...literals, instruction]) {
    // wherever the literal begins, one of these words begins at a multiple of four, and has at least two units of it
    for (const offset of [-1, 0, 1, literal.length > 4 ? 2 : -2]) mark(literal, offset);
  }
  return bits;
});
