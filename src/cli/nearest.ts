/** So many are a help; more would be a list. */
const mostNear = 3;

/**
 * Of `known` what somebody may have meant who wrote `asked`: what has it in its name, else what is at most a third of its letters away.
 * Nearest first, at most three, whatever the case. Quadratic in the length of a word, of which the first 40 letters count.
 */
export function nearest(asked: string, known: readonly string[]): readonly string[] {
  const word = asked.toLowerCase().slice(0, 40);
  if (word.length < 2) return [];
  const far = Math.max(1, Math.floor(word.length / 3));
  return known
    .map((id) => {
      const name = id.toLowerCase();
      if (name === word) return { id, distance: 0 };
      if (name.includes(word)) return { id, distance: 0.5 };
      // a part of a name is a little farther than all of it
      return { id, distance: Math.min(edits(word, name), ...name.split("/").map((part) => edits(word, part) + 0.5)) };
    })
    .filter(({ distance }) => distance <= far)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostNear)
    .map(({ id }) => id);
}

/** How many letters have to be added, left out, changed, or swapped with their neighbour (optimal string alignment). */
function edits(a: string, b: string): number {
  let before: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isTwisted = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isTwisted && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}
