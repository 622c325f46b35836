import { hostOf } from "../assess/hosts.ts";
import type { Analysis, AssessedReference, Engine } from "../engine.ts";
import type { Identity } from "../identify/identity.ts";
import { named } from "../identify/names.ts";
import { fetched } from "../runtimes/places.ts";
import { runtimeById } from "../runtimes/runtimes.ts";
import type { TextEdit, TextRange } from "../text.ts";

/** A swap that may be made without anybody's choice, at its place. */
export interface PreferredSwap {
  /** where the name stands */
  readonly range: TextRange;
  /** what is written there now */
  readonly from: string;
  /** what it becomes */
  readonly to: string;
  /** for people: `Swap to allenai/Olmo-3-7B-Instruct (open recipe)` */
  readonly title: string;
  /** its edits, but for those that a swap before it has made */
  readonly edits: readonly TextEdit[];
}

/** A place that names a model, with what decides whether its namesakes may be swapped. */
export interface NamedPlace {
  /** equal for places that ask for the same thing, see {@link modelKey} */
  readonly key: string;
  /** as written */
  readonly text: string;
  readonly range: TextRange;
  readonly runtime: string | null;
  /** the preferred swap of this place, or null */
  readonly swap: PreferredSwap | null;
  /** the key of what that swap writes; null where there is none */
  readonly targetKey: string | null;
  /** a preferred swap of its document changes it, its own or that of the model whose tokenizer it is */
  readonly isChanged: boolean;
  /** it has a finding and swaps of which somebody has to choose one */
  readonly isChoice: boolean;
  /** a block of a document that is shown to readers and that nobody runs */
  readonly isShown: boolean;
  /** is no choice of a model but goes with one, wherever that stands: a tokenizer, a download */
  readonly follows: boolean;
}

export interface PreferredSwaps {
  /** in the order of the text; their edits do not overlap, so that all can be made at once */
  readonly swaps: readonly PreferredSwap[];
  /** every place that names a model, those of the swaps too: what {@link swapSet} judges by */
  readonly places: readonly NamedPlace[];
}

/**
 * The preferred swap of each reference at which an unsuppressed finding stands. Each is right at its place; whether it may be made hangs on the
 * other places of the same name, see {@link swapSet}.
 */
export function preferredSwaps({ references, findings }: Analysis, engine: Pick<Engine, "fixes">): PreferredSwaps {
  const swaps = new Map<AssessedReference, PreferredSwap>();
  /** by their places, which are apart from each other */
  const made: TextEdit[] = [];
  const said = new Set(findings.filter((finding) => !finding.suppressed).map((finding) => finding.reference));
  /** whose swaps somebody has to choose among */
  const choices = new Set<AssessedReference>();
  for (const index of said) {
    const reference = references[index];
    if (!reference) continue;
    const fixes = engine.fixes(reference);
    const fix = fixes.find((each) => each.preferred);
    if (!fix) {
      if (fixes.length > 0) choices.add(reference);
      continue;
    }
    // A swap that would change what another one already changes is left whole for the next run.
    const edits = fix.edits.filter((edit) => !isSameEdit(made[indexFor(made, edit)], edit));
    if (edits.some((edit) => overlaps(made, edit))) continue;
    for (const edit of edits) made.splice(indexFor(made, edit), 0, edit);
    const { range, text } = reference.candidate;
    swaps.set(reference, { range, from: text, to: fix.edits[0]?.text ?? text, title: fix.title, edits });
  }
  const places = references.map((reference, index): NamedPlace => {
    const { range, text, context } = reference.candidate;
    const swap = swaps.get(reference) ?? null;
    const at = made[indexFor(made, { range, text })];
    return {
      key: modelKey(reference.identity),
      text,
      range,
      runtime: reference.runtime,
      swap,
      targetKey: swap && targetKey(reference, swap.to),
      isChanged: at?.range.start === range.start && at.range.end === range.end,
      isChoice: choices.has(reference),
      isShown: context.at(-1)?.kind === "example",
      follows: isChosenElsewhere(reference) && reference.role === "use" && !reference.inTest && said.has(index),
    };
  });
  return { swaps: [...swaps.values()], places };
}

/**
 * What makes two names one: scheme, name, tag and quantisation, and who serves it. A server and its clients on one's own machines ask for the
 * same thing, however it is reached; Ollama's and Docker's `latest` is what a bare name means; a hub's revision is another state of the same.
 */
export function modelKey(identity: Identity): string {
  const { namespace, name, tag, quantization } = identity;
  const host = hostOf(identity, false) ?? "";
  return JSON.stringify([namespace, host, name, tag === "latest" ? null : tag, quantization]).toLowerCase();
}

/** Whether the place takes a model that is chosen at another one: a tokenizer, a download. An address is of a page, which stays. */
function isChosenElsewhere({ swappable, needs, candidate }: AssessedReference): boolean {
  if (!swappable) return candidate.context[0]?.kind !== "address";
  return needs.length > 0 && needs.every((need) => fetched.needs?.includes(need));
}

/** What the name is that a swap writes, as its runtime reads it. */
function targetKey({ runtime, identity: { namespace } }: AssessedReference, text: string): string {
  const read = runtime === null ? null : (runtimeById(runtime)?.read(text) ?? null);
  return modelKey(read ?? named(namespace, text));
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
