/** Where two texts differ: `[start, oldEnd)` of the one has become `[start, newEnd)` of the other; all around it is equal. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** So many units are compared at once: slices of equal length cost one comparison of memory and no copy. */
const stretch = 4096;

/** The smallest change that makes `before` into `after`, read from the texts alone. Empty, at their end, where they are equal. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.slice(start, start + stretch) === after.slice(start, start + stretch)) start += stretch;
  start = Math.min(start, shorter);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (
    oldEnd - stretch >= start &&
    newEnd - stretch >= start &&
    before.slice(oldEnd - stretch, oldEnd) === after.slice(newEnd - stretch, newEnd)
  ) {
    oldEnd -= stretch;
    newEnd -= stretch;
  }
  while (oldEnd > start && newEnd > start && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
