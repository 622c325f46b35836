/*
 * Many words are looked for in a text at once, in one pass whatever their number. All are found by the first four units, folded so that
 * letters of both cases are the same; a bit for each way in which a word begins tells most places apart.
 *
 * The loop that looks at each unit is a function of its own without any rare case in it: what a compiler has not yet seen to happen it leaves
 * out of the fast code, and makes all of it anew when it does.
 */

/** Five bits of each unit: the same for a letter in either case, and for some others, which a comparison tells apart. */
export const fold = 0x1f;

/** Four units, folded. */
const keyBits = 20;
export const keyMask: number = (1 << keyBits) - 1;

/** Literals by what they begin with: each of three units or more, in ASCII. */
export interface Literals {
  readonly byKey: ReadonlyMap<number, readonly string[]>;
  /** a bit for each key that there is */
  readonly isKey: Uint8Array;
}

export function literalsOf(list: Iterable<string>): Literals {
  const byKey = new Map<number, string[]>();
  const isKey = new Uint8Array(1 << (keyBits - 3));
  for (const literal of list) {
    const key = keyAt(literal, 0);
    // behind a literal of three units anything may stand
    for (let each = key; each <= (literal.length > 3 ? key : key | fold); each++) {
      isKey[each >> 3] = (isKey[each >> 3] ?? 0) | (1 << (each & 7));
      byKey.set(each, [...(byKey.get(each) ?? []), literal]);
    }
  }
  return { byKey, isKey };
}

/** Whether a table of bits has the one of `index`. */
export const isIn = (bits: Uint8Array, index: number): boolean => (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) !== 0;

/** The key of four units; those behind the text are zero. */
function keyAt(text: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + 4; i++) key = (key << 5) | (i < text.length ? text.charCodeAt(i) & fold : 0);
  return key;
}

/**
 * Whether one of the literals is wanted where it may stand. `isWanted` is asked for the places, in their order, where the units that a literal
 * begins with stand in letters of either case, see {@link holdsLiteral}.
 */
export function someLiteral(
  text: string,
  { byKey, isKey }: Literals,
  isWanted: (text: string, start: number, literal: string) => boolean,
): boolean {
  for (let at = nextKey(text, isKey, 0); at >= 0; at = nextKey(text, isKey, at + 1)) {
    for (const literal of byKey.get(keyAt(text, at)) ?? []) if (isWanted(text, at, literal)) return true;
  }
  return false;
}

/** Where four units stand of which `isKey` has the key, or three of them at the end, from `from` on; -1 where nowhere. */
function nextKey(text: string, isKey: Uint8Array, from: number): number {
  let key = keyAt(text, from) >> 5;
  for (let at = from + 3; at < text.length; at++) {
    key = ((key << 5) | (text.charCodeAt(at) & fold)) & keyMask;
    if (isIn(isKey, key)) return at - 3;
  }
  return from <= text.length - 3 && isIn(isKey, (key << 5) & keyMask) ? text.length - 3 : -1;
}

/** Whether `literal` stands at `start`: a small letter of it for itself in both cases, anything else for itself alone. */
export function holdsLiteral(text: string, start: number, literal: string): boolean {
  if (start < 0 || start + literal.length > text.length) return false;
  for (let i = 0; i < literal.length; i++) {
    const expected = literal.charCodeAt(i);
    const unit = text.charCodeAt(start + i);
    if (unit !== expected && (!isSmallLetter(expected) || (unit | 32) !== expected)) return false;
  }
  return true;
}

/** Whether the code is that of a letter from `a` to `z`. */
export const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;
