import { languagesLabel, tokensLabel } from "../assess/words.ts";
import type { Feature, ModelRecord, Task, Variant } from "../catalog/record.ts";
import { type PlaceNeeds, tierOf } from "./needs.ts";
import type { Offer, Serving } from "./offers.ts";

/**
 * What a place that does not show how much it sends may well send, where the model there now takes it: more is rare, and whoever does sends
 * so much more that they know it.
 */
const usualContext = 32_000;

/** From so many tiers on, a model is no answer to the same question any more: tier 5 is the frontier, tier 2 small talk and extraction. */
const mostTiersLower = 2;

const none: readonly string[] = [];

/** Needs of the place that the offer does not meet as it is served there, each in a few words. */
export function unmetNeeds(needs: PlaceNeeds, offer: Offer, serving: Serving): readonly string[] {
  const task = unmetTask(needs, offer);
  const variant = unmetVariant(needs, offer, serving);
  const features = unmetFeatures(needs, serving);
  const context = unmetContext(needs, serving);
  const languages = unmetLanguages(needs, offer.record);
  const capability = unmetCapability(needs, offer);
  const count = task.length + variant.length + features.length + context.length + languages.length + capability.length;
  // hundreds of offers are looked at for each place
  return count === 0 ? none : [...task, ...variant, ...features, ...context, ...languages, ...capability];
}

function unmetTask({ task }: PlaceNeeds, { record }: Offer): readonly string[] {
  return task === "vision-language" && !record.tasks.includes("vision-language") && !record.features?.includes("image-input")
    ? ["takes no images"]
    : none;
}

function unmetVariant({ variant }: PlaceNeeds, { record }: Offer, { features }: Serving): readonly string[] {
  if (variant === null || record.variant === variant) return none;
  // what sees or hears is made to be asked; a text generator that does not say so may only go on with a text
  if (record.variant === undefined) return !isTextual(record.tasks[0]) ? [] : [`not known to be ${variantLabel(variant)}`];
  // some answer at once or think first, as they are asked to
  if (variant === "thinking" && record.variant === "instruct" && features.includes("reasoning")) return none;
  return [`${variantLabel(record.variant)} instead of ${variantLabel(variant)}`];
}

/** What a feature is called in a sentence about what is missing. */
export const featureLabels: Readonly<Record<Feature, string>> = {
  tools: "tool calls",
  "structured-output": "answers in a JSON schema",
  "image-input": "images",
  "audio-input": "audio",
  "fill-in-the-middle": "filling in the middle",
  reasoning: "thinking",
};

function unmetFeatures({ task, facts, variant }: PlaceNeeds, { features, constrains, host }: Serving): readonly string[] {
  if (facts.uses.length === 0) return none;
  return (
    facts.uses
      .filter((feature) => !features.includes(feature))
      .filter((feature) => !(feature === "structured-output" && constrains))
      // said by the task and the variant
      .filter(
        (feature) => !(feature === "image-input" && task === "vision-language") && !(feature === "reasoning" && variant === "thinking"),
      )
      .map((feature) => {
        if (feature === "image-input") return "takes no images";
        if (feature === "audio-input") return "takes no audio";
        return `${featureLabels[feature]}, used here: not known to work${host === null ? "" : ` at ${host}`}`;
      })
  );
}

function unmetContext({ context, facts, task }: PlaceNeeds, serving: Serving): readonly string[] {
  const offered = serving.context;
  const at = serving.host === null ? "" : ` at ${serving.host}`;
  if (facts.context !== null && (isTextual(task) || task === "vision-language")) {
    if (offered === null) return [`context not known, and ${tokensLabel(facts.context)} is set here`];
    if (offered < facts.context) return [`context ${tokensLabel(offered)}${at}, and ${tokensLabel(facts.context)} is set here`];
  }
  const likely = context === null ? null : Math.min(context / 4, usualContext);
  return context !== null && likely !== null && offered !== null && offered < likely
    ? [`context ${tokensLabel(offered)}${at} instead of ${tokensLabel(context)}`]
    : none;
}

function isTextual(task: Task | undefined): boolean {
  return task === "text-generation" || task === "code";
}

/** Tasks in which a model without the language is of no use at all. */
export function isLanguageBound(task: Task): boolean {
  return (
    task === "speech-recognition" || task === "speech-synthesis" || task === "embedding" || task === "rerank" || task === "translation"
  );
}

function unmetLanguages({ task, languages, facts }: PlaceNeeds, record: ModelRecord): readonly string[] {
  if (task === "speech-recognition" || task === "speech-synthesis") {
    const missing = facts.languages.filter((code) => !speaks(record, code));
    if (missing.length > 0) return [`not known to do ${languagesLabel(missing)}, asked for here`];
    if (facts.languages.length > 0) return none;
  }
  const less = isLanguageBound(task) ? lessSpoken(languages, record) : null;
  return less === null ? none : [less];
}

function speaks({ languages }: ModelRecord, code: string): boolean {
  return languages === "english" ? code === "en" : languages === "multilingual" || (languages?.includes(code) ?? false);
}

/** What the offer speaks, in words, where the model there now speaks more; else null. */
export function lessSpoken(now: NonNullable<ModelRecord["languages"]> | null, { languages }: ModelRecord): string | null {
  if (languages === undefined || languages === "multilingual" || now === null || now === "english") return null;
  const spoken: readonly string[] = languages === "english" ? ["en"] : languages;
  const covers = now !== "multilingual" && now.every((code) => spoken.includes(code));
  return covers ? null : `${listed(languagesLabel(languages))} only`;
}

/** `English, Japanese` as it stands in a sentence: `English and Japanese` */
function listed(names: string): string {
  return names.replace(/, (?=[^,]+$)/, " and ");
}

/** How many tiers less capable the offer is; 0 where it is not, or where nobody has said. */
export function tiersLower({ capabilityTier }: PlaceNeeds, { record, member }: Offer): number {
  const offered = tierOf(record, member);
  return capabilityTier === null || offered === null ? 0 : Math.max(0, capabilityTier - offered);
}

function unmetCapability(needs: PlaceNeeds, offer: Offer): readonly string[] {
  // between models of known size the sizes tell; tiers are too coarse for more
  const lower = tiersLower(needs, offer);
  return lower > mostTiersLower ? [`far less capable: ${lower} tiers lower on a scale of five`] : none;
}

function variantLabel(variant: Variant): string {
  return variant === "base" ? "a base model" : variant === "thinking" ? "a thinking model" : "an instruct model";
}
