import type { Analysis, AssessedReference, Engine } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import type { TextEdit } from "../text.ts";

/** A swap that may be made without anybody's choice, at its place. */
export interface PreferredSwap {
  readonly reference: AssessedReference;
  readonly fix: Fix;
  /** those of the fix's edits that no swap before it has made */
  readonly edits: readonly TextEdit[];
}

export interface PreferredSwaps {
  /** in the order of the text; their edits do not overlap, so that all can be made at once */
  readonly swaps: readonly PreferredSwap[];
  /** places with a finding and swaps of which somebody has to choose one */
  readonly others: number;
}

/** The preferred swap of each reference at which an unsuppressed finding stands. */
export function preferredSwaps({ references, findings }: Analysis, engine: Pick<Engine, "fixes">): PreferredSwaps {
  const swaps: PreferredSwap[] = [];
  /** by their places, which are apart from each other */
  const made: TextEdit[] = [];
  let others = 0;
  for (const index of new Set(findings.filter((finding) => !finding.suppressed).map((finding) => finding.reference))) {
    const reference = references[index];
    if (!reference) continue;
    const fixes = engine.fixes(reference);
    const fix = fixes.find((each) => each.preferred);
    if (!fix) {
      if (fixes.length > 0) others++;
      continue;
    }
    // A swap that would change what another one already changes is left whole for the next run.
    const edits = fix.edits.filter((edit) => !isSameEdit(made[indexFor(made, edit)], edit));
    if (edits.some((edit) => overlaps(made, edit))) continue;
    for (const edit of edits) made.splice(indexFor(made, edit), 0, edit);
    swaps.push({ reference, fix, edits });
  }
  return { swaps, others };
}

/** The index of the first edit that does not begin before `edit`. */
function indexFor(made: readonly TextEdit[], { range }: TextEdit): number {
  let low = 0;
  let high = made.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((made[middle]?.range.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSameEdit(a: TextEdit | undefined, b: TextEdit): boolean {
  return a?.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

function overlaps(made: readonly TextEdit[], edit: TextEdit): boolean {
  const index = indexFor(made, edit);
  const before = made[index - 1];
  const after = made[index];
  return (before !== undefined && before.range.end > edit.range.start) || (after !== undefined && after.range.start < edit.range.end);
}
