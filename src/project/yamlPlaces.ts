import { type Document, isNode, isPair, isScalar } from "yaml";

/** The keys that lead to a value, from the outside in. */
export type Keys = readonly (string | number)[];

/** The offset of the innermost node that `keys` lead to; a key's own place where it can be had. */
export function offsetOf(document: Document.Parsed, keys: Keys): number {
  for (let length = keys.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    if (typeof parent === "object" && parent !== null && "items" in parent && Array.isArray(parent.items)) {
      const item: unknown =
        typeof key === "number" || /^\d+$/.test(String(key))
          ? parent.items[Number(key)]
          : parent.items.find((pair) => isPair(pair) && keyOf(pair.key) === key);
      const node = isPair(item) ? item.key : item;
      if (isNode(node) && node.range) return node.range[0];
    }
  }
  return 0;
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}
