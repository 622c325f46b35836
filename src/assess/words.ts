import type { Assessment, Capability, OpennessClass, RecipeStrip } from "./assessment.ts";

/** The words in which people read a verdict: one place, so that editor, command line and documents say the same. */

const labels: Readonly<Record<OpennessClass, string>> = {
  closed: "closed",
  "open-weights": "open weights",
  "partial-recipe": "partial recipe",
  "open-recipe": "open recipe",
  unknown: "unknown",
};

/** The class as people say it: `open recipe`. */
export function classLabel(openness: OpennessClass): string {
  return labels[openness];
}

const meanings: Readonly<Record<OpennessClass, string>> = {
  closed: "an API or a product, no weights to download",
  "open-weights": "the weights can be downloaded, the recipe is withheld",
  "partial-recipe": "the weights can be downloaded, the recipe is open in part",
  "open-recipe": "weights, training data and training code are open",
  unknown: "not in the catalog",
};

/** What the class means, in one line. */
export function classMeaning(openness: OpennessClass): string {
  return meanings[openness];
}

/** `facts of 2026-06`: the month is as exact as the facts are. */
export function factsOf(assessment: Pick<Assessment, "asOf">): string {
  return `facts of ${assessment.asOf.slice(0, 7)}`;
}

/** `(inferred from the name) ` where nothing but the name speaks, else nothing. */
export function inferredNote(assessment: Pick<Assessment, "inferred">): string {
  return assessment.inferred ? "(inferred from the name) " : "";
}

/** The five parts of the strip in the order in which they are shown. */
export const stripParts: readonly (keyof RecipeStrip)[] = ["weights", "data", "code", "checkpoints", "report"];

const capabilityLabels: Readonly<Record<Capability, string>> = {
  "run-locally": "run it yourself",
  "fine-tune": "fine-tune it",
  "use-commercially": "use it commercially",
  keep: "keep it if the provider switches it off",
  "audit-data": "audit the data",
  reproduce: "reproduce it",
  "train-comparable": "train a comparable model",
  "improve-recipe": "improve the recipe",
};

/** A capability as the object of "you can": `audit the data`. */
export function capabilityLabel(capability: Capability): string {
  return capabilityLabels[capability];
}

const capabilityVerbs: Readonly<Record<Capability, string>> = {
  "run-locally": "run",
  "fine-tune": "fine-tune",
  "use-commercially": "use commercially",
  keep: "keep",
  "audit-data": "audit",
  reproduce: "reproduce",
  "train-comparable": "compete with",
  "improve-recipe": "improve",
};

const answerWords = [
  ["yes", "can"],
  ["partly", "with limits"],
  ["no", "cannot"],
] as const;

/** What can be done with a model, in the fewest words: `can` run, fine-tune; `cannot` audit. Nothing of what is not known. */
export function capabilityClauses(
  assessment: Pick<Assessment, "capabilities">,
): readonly { readonly words: string; readonly verbs: readonly string[] }[] {
  return answerWords
    .map(([answer, words]) => ({
      words,
      verbs: assessment.capabilities.filter((item) => item.answer === answer).map((item) => capabilityVerbs[item.capability]),
    }))
    .filter(({ verbs }) => verbs.length > 0);
}

/** A number of tokens as people write it: 131072 and 128000 are both `128K`. */
export function tokensLabel(tokens: number): string {
  const thousand = tokens % 1000 === 0 ? 1000 : 1024;
  if (tokens >= thousand * thousand) return `${Math.round((10 * tokens) / (thousand * thousand)) / 10}M`;
  return tokens >= thousand ? `${Math.round(tokens / thousand)}K` : String(tokens);
}

/** A number of parameters in billions as people write it: `7B`, `137M`. */
export function parametersLabel(billions: number): string {
  return billions >= 1 ? `${Math.round(billions * 10) / 10}B` : `${Math.round(billions * 1000)}M`;
}
