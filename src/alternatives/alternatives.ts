import type { Assessment } from "../assess/assessment.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Task } from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";
import type { PlaceFacts } from "../identify/reference.ts";
import { remembered } from "../remembered.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { runtimeById } from "../runtimes/runtimes.ts";
import type { Alternative } from "./alternative.ts";
import { needsOf } from "./needs.ts";
import { createOffers, createServe } from "./offers.ts";
import { rankAlternatives } from "./rank.ts";
import { nothingFitsSentence } from "./words.ts";

/** A place as the judgement of swaps sees it. */
export interface SwapPlace {
  readonly identity: Identity;
  readonly assessment: Assessment;
  /** what the place asks for, where it tells */
  readonly task: Task | null;
  readonly facts: PlaceFacts;
}

/**
 * The judgement of swaps over one catalog. What decides, in the order in which it does: needs.ts, what a place asks for; offers.ts, what is on
 * offer and how it is served under the name that the place can write; unmet.ts, the needs that it leaves unmet; consequences.ts, what is
 * gained, lost and still to be done; rank.ts, the group, whether it is preferred, and the order.
 */
export interface Swaps {
  /** Alternatives for `place`, named as `runtime` names them, best first. The same list for the same place: answers are kept. */
  alternatives(place: SwapPlace, runtime: Runtime): readonly Alternative[];
  /** What to say where no alternative fits; null where one does, and where there is nothing to look for. */
  nothingFits(place: SwapPlace, runtime: Runtime): string | null;
}

/** Whether anything could be offered in the place of a model: there is a class above its own. */
export function mayHaveAlternatives({ class: openness }: Assessment): boolean {
  return openness !== "open-recipe" && openness !== "unknown";
}

/** Answers kept at most for a runtime; then all are dropped. A document names few models, and each of them often. */
const keptAnswers = 200;

export function createSwaps(catalog: Catalog, assess: (identity: Identity) => Assessment): Swaps {
  const offers = createOffers(catalog, assess);
  const serve = createServe();
  const rankedFor = new WeakMap<Runtime, (place: SwapPlace) => readonly Alternative[]>();

  const ranked = (runtime: Runtime): ((place: SwapPlace) => readonly Alternative[]) =>
    remembered(
      keptAnswers,
      ({ identity, assessment, task, facts }: SwapPlace): readonly Alternative[] => {
        const needs = needsOf(identity, catalog, task, facts);
        return needs === null ? [] : rankAlternatives({ current: assessment, needs, runtime, asOf: catalog.asOf }, offers, serve);
      },
      // the identity decides on the assessment
      ({ identity, task, facts }) => JSON.stringify([identity, task, facts]),
    );

  function alternatives(place: SwapPlace, runtime: Runtime): readonly Alternative[] {
    if (!mayHaveAlternatives(place.assessment)) return [];
    const rank = rankedFor.get(runtime) ?? ranked(runtime);
    rankedFor.set(runtime, rank);
    return rank(place);
  }

  return {
    alternatives,
    nothingFits(place, runtime) {
      const here = alternatives(place, runtime);
      if (here.some(({ group }) => group === "fits")) return null;
      const hub = runtimeById("transformers");
      const elsewhere = hub !== undefined && alternatives(place, hub).some(({ group }) => group === "fits");
      return nothingFitsSentence(place.assessment, here, elsewhere, runtime.name, catalog.asOf);
    },
  };
}
