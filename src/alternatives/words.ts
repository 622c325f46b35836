import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { classLabel } from "../assess/words.ts";
import type { Alternative } from "./alternative.ts";

/** The words for swaps: one place, so that editor and command line say the same. */

/** What the swap does, and what it leaves unmet: the title of a fix. */
export function swapTitle({ text, class: openness, group, unmet }: Alternative): string {
  const label = classLabel(openness);
  switch (group) {
    case "fits":
      return `Swap to ${text} (${label})`;
    case "step-up":
      return `Swap to ${text} (step 1 of 2: ${label})`;
    case "open-recipe-but":
      return `Swap to ${text} (${label}, but ${unmet[0] ?? "a need is not met"})`;
  }
}

/** What a step up reaches and what it does not: short sentences, true of the class alone. */
export function stepSentence(from: OpennessClass, to: OpennessClass): string {
  const reached =
    to === "open-weights"
      ? "You can run and keep it. You still cannot audit or reproduce it."
      : `You can ${from === "closed" ? "run and keep it, and " : ""}audit part of what it was made from. You still cannot reproduce it.`;
  return `Step 1 of 2: ${classLabel(to)}. ${reached}`;
}

/**
 * The sentence for a place at which nothing fits, or null where something does, or where there is nothing to look for.
 * @param alternatives those for the place
 * @param elsewhere whether an open recipe would fit if the place could name it: another client or host could
 * @param runtime its name, for people
 * @param asOf the catalog's date
 */
export function nothingFitsSentence(
  current: Pick<Assessment, "class">,
  alternatives: readonly Pick<Alternative, "group">[],
  elsewhere: boolean,
  runtime: string,
  asOf: string,
): string | null {
  if (current.class === "open-recipe" || current.class === "unknown" || alternatives.some(({ group }) => group === "fits")) return null;
  const facts = `facts of ${asOf.slice(0, 7)}`;
  return elsewhere
    ? `${runtime} cannot name anything open-recipe that does this; another client or server can (${facts}).`
    : `Nothing open-recipe does this today (${facts}).`;
}
