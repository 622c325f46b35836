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
    const edits = fix.edits.filter((edit) => !made.some((before) => isSameEdit(before, edit)));
    if (edits.some((edit) => made.some((before) => overlap(before, edit)))) continue;
    for (const edit of edits) made.push(edit);
    swaps.push({ reference, fix, edits });
  }
  return { swaps, others };
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end;
}
