import { detached } from "./detached.ts";

/**
 * What `make`, a pure function, gives, kept by key: `most` answers, then all are forgotten. For what is asked many times of few things.
 * `keyOf` gives equal keys to inputs of the same answer; without it the input is its own key. Where both are strings, nothing is kept of the
 * texts that they were cut out of.
 */
export function remembered<Input, Output extends object | string | number | boolean | null>(
  most: number,
  make: (input: Input) => Output,
  keyOf: (input: Input) => unknown = (input) => input,
): (input: Input) => Output {
  const kept = new Map<unknown, Output>();
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const own = typeof input === "string" ? detached(input) : input;
    const made = make(own);
    if (kept.size >= most) kept.clear();
    kept.set(typeof key === "string" ? detached(key) : key, made);
    return made;
  };
}
