import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { classLabel } from "../assess/words.ts";
import type { Alternative } from "./alternative.ts";
import type { HeldBack } from "./swapSet.ts";

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

/** The longest title that a menu shows whole and that is read at a glance, in UTF-16 units. */
const longestTitle = 125;

/** What a need comes to, without its explanation: `a running Ollama that has the model` of `...: ollama pull olmo-3:7b-instruct`. */
function shortNeed(need: string): string {
  const [, short] = /^([^:(]*[^:(\s] [^:(]*?)(?:: | \(|, (?:which|such as) )/.exec(need) ?? [];
  return short ?? need;
}

/** The title of a fix with all that it needs, as far as there is room for it: `...; needs: a token, and 2 more`. */
export function titleWithNeeds({ title, needs }: { readonly title: string; readonly needs: readonly string[] }): string {
  if (needs.length === 0) return title;
  for (let shown = needs.length; shown > 0; shown--) {
    const more = needs.length - shown;
    const told = needs.slice(0, shown).map(shortNeed).join("; ");
    const whole = `${title}; needs: ${told}${more === 0 ? "" : `, and ${more} more`}`;
    if (whole.length <= longestTitle) return whole;
  }
  return `${title}; needs ${needs.length === 1 ? "one more change" : `${needs.length} more changes`}`;
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
    ? `${subjectLabel(runtime)} cannot name any open-recipe model that does this; another client or server can (${facts}).`
    : `Nothing open-recipe does this today (${facts}).`;
}

/** A runtime's name where a sentence begins with it: what is called by what it is takes an article. */
function subjectLabel(runtime: string): string {
  return /\bclient$|^AI SDK\b/.test(runtime) ? `The ${runtime}` : runtime;
}

/** Places that are named one by one; more of them are counted. */
const mostPlaces = 3;

/** `compose.yaml:7`, `a.py:1 and b.py:2`, `a.py:1, b.py:2, c.py:3 and 4 other places` */
function placesLabel(places: readonly string[]): string {
  const named = places.slice(0, mostPlaces);
  const more = places.length - named.length;
  const all = more === 0 ? named : [...named, more === 1 ? "1 other place" : `${more} other places`];
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/**
 * Why preferred swaps of a name are not made.
 * @param places those that hold it back, for people: `compose.yaml:7`
 */
export function heldBackSentence({ text, swaps, reason }: Omit<HeldBack<unknown>, "places">, places: readonly string[]): string {
  const what = `${text} is not swapped in ${swaps === 1 ? "1 place" : `${swaps} places`}`;
  const where = placesLabel(places);
  if (reason === "differs") return `${what}: ${where} would get different models.`;
  return `${what}: ${where} ${places.length === 1 ? "names" : "name"} it too, and cannot be swapped along with ${swaps === 1 ? "it" : "them"}.`;
}

/** Where documentation names a model that the program does not ask for any more. */
export function stillShownSentence(text: string, places: readonly string[]): string {
  return `${placesLabel(places)} still ${places.length === 1 ? "shows" : "show"} ${text}.`;
}
