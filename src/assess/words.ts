import type { Citation, Developer, EnergyConsumption, ModelRecord } from "../catalog/record.ts";
import { lazy } from "../lazy.ts";
import type { Assessment, Capability, Checkpoint, OpennessClass, RecipeStrip, WeightsMemory } from "./assessment.ts";

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

/** A number of gigabytes as people write it: `14 GB`, `0.27 GB`. */
export function gigabytesLabel(gigabytes: number): string {
  const digits = gigabytes >= 10 ? 0 : gigabytes >= 1 ? 1 : 2;
  return `${Number(gigabytes.toFixed(digits))} GB`;
}

/** `7B parameters, 1B active · 64K tokens of context · 768 dimensions`: what is known of a checkpoint, or null. */
export function sizeLabel({ parameters, activeParameters, context, dimension }: Checkpoint): string | null {
  const active = activeParameters === null ? "" : `, ${parametersLabel(activeParameters)} active`;
  const facts = [
    ...(parameters === null ? [] : [`${parametersLabel(parameters)} parameters${active}`]),
    ...(context === null ? [] : [`${tokensLabel(context)} tokens of context`]),
    ...(dimension === null ? [] : [`${dimension} dimensions`]),
  ];
  return facts.length === 0 ? null : facts.join(" · ");
}

/** What the weights alone take, and that it is computed. */
export function memoryLabel({ bits16, bits4 }: WeightsMemory): string {
  return `${gigabytesLabel(bits16)} at 16 bits, ${gigabytesLabel(bits4)} at 4 bits (the weights alone, computed)`;
}

const regions = lazy(() => new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }));
const languageNames = lazy(() => new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }));

function nameIn(names: () => Intl.DisplayNames, code: string): string {
  try {
    return names().of(code) ?? code;
  } catch {
    // a code that is none is shown as it stands
    return code;
  }
}

/** `non-profit, United States`: who stands behind a developer's name. */
export function makerLabel({ kind, seat }: Developer): string {
  const words = kind.replace("public-body", "public body");
  return seat === undefined ? words : `${words}, ${nameIn(regions, seat)}`;
}

/** `English`, `many languages`, `German, French`. */
export function languagesLabel(languages: NonNullable<ModelRecord["languages"]>): string {
  if (languages === "english") return "English";
  return typeof languages === "string" ? "many languages" : languages.map((code) => nameIn(languageNames, code)).join(", ");
}

/** What it is for and what it can take: `text generation · instruct · tools, image input`. */
export function taskLabel({ tasks, variant, features }: Pick<Assessment, "tasks" | "variant" | "features">): string | null {
  const words = (items: readonly string[]): string => items.map((item) => item.replaceAll("-", " ")).join(", ");
  const parts = [words(tasks), variant ?? "", words(features)].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(" · ");
}

/** `pre-training: 131,000 kWh, 52 t CO2 equivalent (7B)`. */
export function energyLabel({ activity, energyCost, co2CostEquivalent, note }: EnergyConsumption): string {
  const figures = [
    ...(energyCost === undefined ? [] : [`${energyCost.toLocaleString("en")} kWh`]),
    ...(co2CostEquivalent === undefined ? [] : [`${co2CostEquivalent.toLocaleString("en")} t CO2 equivalent`]),
  ];
  return `${activity}: ${figures.join(", ")}${note === undefined ? "" : ` (${note})`}`;
}

/** `Groeneveld, Dirk and others (2024). OLMo. arXiv:2402.00838`: as much as the record has, in the order in which people cite. */
export function citationLabel({ title, authors, year, arxiv, doi, url }: Citation): string {
  const named = authors.filter((author) => author !== "others");
  const shown = named.slice(0, 3).join(", ");
  const place = arxiv !== undefined ? `arXiv:${arxiv}` : doi !== undefined ? `https://doi.org/${doi}` : (url ?? "");
  const more = named.length > 3 || named.length < authors.length ? " and others" : "";
  return `${shown}${more} (${year}). ${title}${/[.?!]$/.test(title) ? "" : "."}${place === "" ? "" : ` ${place}`}`;
}

/** The framework's class in words, with what the next one asks for. */
export function frameworkLabel({ mofClass, mofMissing }: Pick<Assessment, "mofClass" | "mofMissing">): string {
  const missing = mofMissing.map((component) => component.replaceAll("-", " ")).join(", ");
  if (mofClass === "not determinable") return `not determinable; not known to be out under an open licence: ${missing}`;
  return mofMissing.length === 0
    ? `class ${mofClass}`
    : `class ${mofClass}; for the next, not known to be out under an open licence: ${missing}`;
}
