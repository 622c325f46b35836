import { type Assessment, classes, type OpennessClass } from "../assess/assessment.ts";
import { classLabel, parametersLabel, tokensLabel } from "../assess/words.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Member, ModelRecord, Task, Variant } from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";
import { named, quantizationOf } from "../identify/names.ts";
import type { PlaceFacts } from "../identify/reference.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import type { Alternative, AlternativeGroup } from "./alternative.ts";

/** What a place asks of the model that stands there. */
export interface PlaceNeeds {
  readonly task: Task;
  readonly variant: Variant | null;
  /** billions; null where the provider does not say */
  readonly parameters: number | null;
  /** billions that are likely where `parameters` is null: good enough for an order, for nothing else */
  readonly likelyParameters: number | null;
  /** tokens */
  readonly context: number | null;
  readonly capabilityTier: number | null;
  readonly languages: ModelRecord["languages"] | null;
  readonly facts: PlaceFacts;
}

/** A checkpoint on offer, with the verdict on it. */
export interface Offer {
  readonly record: ModelRecord;
  readonly member: Member;
  readonly assessment: Assessment;
}

/** A checkpoint's size in billions, from the record or from its name: `...-7B-Instruct`, `llama3.1:8b`. */
export function parametersOf(member: Member | null, identity: Identity | null): number | null {
  if (member?.parameters !== undefined) return member.parameters;
  const text = identity === null ? (member?.name ?? "") : `${identity.name}:${identity.tag ?? ""}`;
  const match = /(?:^|[-_:./])(\d+(?:\.\d+)?)\s*([bm])(?=$|[-_:.])/i.exec(text);
  if (!match?.[1]) return null;
  const size = Number(match[1]);
  return match[2]?.toLowerCase() === "m" ? size / 1000 : size;
}

/** Defaults of Ollama's and Docker's names are made for one ordinary machine: 4 to 8 billion for most (listing of 2026-08). */
const usualDefault = 7;

function isDefaultTag({ namespace, tag }: Identity): boolean {
  return (namespace === "ollama" || namespace === "docker") && (tag === null || tag === "latest");
}

function tierOf(record: ModelRecord, member: Member | null): number | null {
  return member?.capabilityTier ?? record.capabilityTier ?? null;
}

/** What the place needs, from the model that stands there now and from what the place itself says; null where the task is not known. */
export function needsOf(identity: Identity, catalog: Catalog, placeTask: Task | null, facts: PlaceFacts): PlaceNeeds | null {
  const match = catalog.find(identity);
  if (match === null) return null;
  const { record, member } = match;
  const task = placeTask !== null && record.tasks.includes(placeTask) ? placeTask : record.tasks[0];
  if (task === undefined) return null;
  return {
    task,
    variant: record.variant ?? null,
    parameters: parametersOf(member, identity),
    likelyParameters: isDefaultTag(identity) ? usualDefault : null,
    context: member?.context ?? null,
    capabilityTier: tierOf(record, member),
    languages: record.languages ?? null,
    facts,
  };
}

/** Every checkpoint that could be offered anywhere: weights to be had, and more of the recipe than nothing. */
export function offersOf(catalog: Catalog, assess: (identity: Identity) => Assessment): readonly Offer[] {
  const offers: Offer[] = [];
  for (const record of catalog.models) {
    if (record.withdrawn || record.retired || record.unverified) continue;
    for (const member of record.members ?? []) {
      if (member.names.huggingface === undefined) continue;
      const assessment = assess(named("huggingface", member.names.huggingface));
      if (assessment.class === "open-recipe" || assessment.class === "partial-recipe") offers.push({ record, member, assessment });
    }
  }
  return offers;
}

/** Beyond these, alternatives are farther from what is needed than anybody looks. */
const mostAlternatives = 12;

const rank = (openness: OpennessClass): number => classes.indexOf(openness as (typeof classes)[number]);

/** Sizes count as near within half as much again, contexts from half on: one machine and one prompt do for both. */
const isNear = (mine: number, theirs: number): boolean => mine <= 1.5 * theirs && theirs <= 1.5 * mine;

/**
 * Models that could stand in a place, best first. Deterministic. `fits` meets every need with an open recipe; `step-up` meets them with a
 * class higher than now; `open-recipe-but` leaves a need unmet, which it names in `losses`.
 */
export function rankAlternatives(
  current: Assessment,
  needs: PlaceNeeds,
  offers: readonly Offer[],
  runtime: Runtime,
): readonly Alternative[] {
  const found: { readonly alternative: Alternative; readonly distance: number; readonly reach: number; readonly released: string }[] = [];
  const texts = new Set<string>();
  for (const offer of offers) {
    const { record, member, assessment } = offer;
    if (!record.tasks.includes(needs.task) && !(needs.task === "vision-language" && record.tasks.includes("text-generation"))) continue;
    if (rank(assessment.class) <= rank(current.class)) continue;
    const text = runtime.print({ member }, current.identity);
    if (text === null || texts.has(text)) continue;
    const unmet = unmetNeeds(needs, offer);
    const group: AlternativeGroup | null =
      assessment.class === "open-recipe" ? (unmet.length === 0 ? "fits" : "open-recipe-but") : unmet.length === 0 ? "step-up" : null;
    if (group === null) continue;
    texts.add(text);
    const changes = neededChanges(needs, offer, runtime, current);
    found.push({
      alternative: {
        id: member.name,
        text,
        group,
        preferred: group === "fits" && changes.length === 0 && isLikeForLike(needs, offer),
        class: assessment.class,
        license: assessment.license,
        licenseKind: assessment.licenseKind,
        task: needs.task,
        parameters: member.parameters ?? null,
        context: member.context ?? null,
        gains: gainsOf(current, offer),
        losses: [...unmet, ...lossesOf(needs, offer)],
        needs: changes,
      },
      distance: distanceOf(needs, offer),
      reach: reachOf(member),
      released: record.released ?? "",
    });
  }
  const groups: readonly AlternativeGroup[] = ["fits", "step-up", "open-recipe-but"];
  return found
    .sort(
      (a, b) =>
        Number(b.alternative.preferred) - Number(a.alternative.preferred) ||
        groups.indexOf(a.alternative.group) - groups.indexOf(b.alternative.group) ||
        a.distance - b.distance ||
        b.reach - a.reach ||
        (a.released < b.released ? 1 : a.released > b.released ? -1 : 0) ||
        (a.alternative.id < b.alternative.id ? -1 : 1),
    )
    .map(({ alternative }) => alternative)
    .slice(0, mostAlternatives);
}

/** Needs that the offer does not meet, each in words. */
function unmetNeeds(needs: PlaceNeeds, { record, member }: Offer): readonly string[] {
  const unmet: string[] = [];
  if (needs.task === "vision-language" && !record.tasks.includes("vision-language")) unmet.push("takes no images");
  if (needs.variant !== null && record.variant !== undefined && record.variant !== needs.variant) {
    unmet.push(`${variantLabel(record.variant)} instead of ${variantLabel(needs.variant)}`);
  }
  for (const feature of needs.facts.uses) {
    if (feature !== "reasoning" && !record.features?.includes(feature))
      unmet.push(`${feature.replaceAll("-", " ")}, used here: not known to work`);
  }
  if (isLanguageBound(needs.task) && speaksLess(needs, record)) unmet.push("English only");
  if (needs.context !== null && member.context !== undefined && 4 * member.context < needs.context) {
    unmet.push(`context ${tokensLabel(member.context)} instead of ${tokensLabel(needs.context)}`);
  }
  return unmet;
}

/** Tasks in which a model without the language is of no use at all. */
function isLanguageBound(task: Task): boolean {
  return (
    task === "speech-recognition" || task === "speech-synthesis" || task === "embedding" || task === "rerank" || task === "translation"
  );
}

/** Whether several languages are asked for and only English is offered. */
function speaksLess(needs: PlaceNeeds, record: ModelRecord): boolean {
  return needs.languages !== null && needs.languages !== "english" && record.languages === "english";
}

function variantLabel(variant: Variant): string {
  return variant === "base" ? "a base model" : variant === "thinking" ? "a thinking model" : "an instruct model";
}

function isLikeForLike(needs: PlaceNeeds, { record, member }: Offer): boolean {
  if (needs.parameters === null || member.parameters === undefined || !isNear(member.parameters, needs.parameters)) return false;
  if ((record.variant ?? null) !== needs.variant) return false;
  // what is not known is not near
  if (needs.context === null || member.context === undefined || 2 * member.context < needs.context) return false;
  const tier = tierOf(record, member);
  return needs.capabilityTier === null || tier === null || needs.capabilityTier - tier < 2;
}

/** What else has to change for the program to work with the new name. */
function neededChanges(needs: PlaceNeeds, { member, assessment }: Offer, runtime: Runtime, current: Assessment): readonly string[] {
  const changes = [...(runtime.needs?.({ member }, current.identity) ?? []), ...(member.needs ?? [])];
  if (needs.task === "embedding") {
    const dimension = member.dimension === undefined ? "" : ` (${member.dimension} dimensions)`;
    changes.push(`the index has to be built anew: vectors of two models cannot be compared${dimension}`);
  }
  changes.push(...needs.facts.tiedSettings);
  const quantization = current.identity.quantization ?? quantizationOf(current.identity.name);
  if (quantization !== null && runtime.namespace === "huggingface")
    changes.push(`a quantised form, if ${quantization} is needed for memory`);
  if (assessment.class === "unknown") changes.push("its facts are not known");
  return changes;
}

function gainsOf(current: Assessment, { assessment }: Offer): readonly string[] {
  const gains = [
    assessment.class === "open-recipe"
      ? "open recipe: data and training code can be read, audited and reproduced"
      : `${classLabel(assessment.class)} instead of ${classLabel(current.class)}`,
  ];
  if (current.class === "closed") gains.push("weights to keep and run yourself");
  const freer = assessment.licenseKind === "osi" && current.licenseKind !== "osi" && current.class !== "closed";
  if (freer && assessment.license !== null)
    gains.push(`${assessment.license} instead of ${current.licenseName ?? "a licence that restricts use"}`);
  return gains;
}

function lossesOf(needs: PlaceNeeds, { record, member, assessment }: Offer): readonly string[] {
  const losses: string[] = [];
  if (needs.parameters !== null && member.parameters !== undefined && member.parameters < 0.8 * needs.parameters) {
    losses.push(`${parametersLabel(member.parameters)} instead of ${parametersLabel(needs.parameters)} parameters`);
  }
  if (needs.parameters !== null && member.parameters !== undefined && member.parameters > 1.5 * needs.parameters) {
    losses.push(`more memory: ${parametersLabel(member.parameters)} instead of ${parametersLabel(needs.parameters)} parameters`);
  }
  // between models of known size the sizes tell; tiers are too coarse for more
  const tier = tierOf(record, member);
  if (needs.parameters === null && needs.capabilityTier !== null && tier !== null && tier < needs.capabilityTier)
    losses.push("less capable");
  if (!isLanguageBound(needs.task) && speaksLess(needs, record)) losses.push("English only");
  if (needs.context !== null && member.context !== undefined && member.context < needs.context && 4 * member.context >= needs.context) {
    losses.push(`context ${tokensLabel(member.context)} instead of ${tokensLabel(needs.context)}`);
  }
  if (assessment.licenseKind === "use-restricted" || assessment.licenseKind === "non-commercial") {
    losses.push(
      `${assessment.licenseName ?? assessment.license ?? "its licence"}: ${assessment.licenseKind === "non-commercial" ? "no commercial use" : "use is restricted"}`,
    );
  }
  return losses;
}

/** Sizes within a quarter of each other are one size: 6.7B, 7B and 8B serve on the same machine. */
const sameSize = Math.log2(1.25);

/**
 * How far an offer is from what stands there now. By size where it is known; else by capability tier, and the more places serve the
 * offer, the nearer it is to somebody who now calls an API.
 */
function distanceOf(needs: PlaceNeeds, { record, member }: Offer): number {
  const offered = tierOf(record, member);
  const tier = needs.capabilityTier !== null && offered !== null ? Math.abs(needs.capabilityTier - offered) : 1;
  const context =
    needs.context !== null && member.context !== undefined && member.context < needs.context
      ? Math.log2(needs.context / member.context) / 2
      : 0;
  const wanted = needs.parameters ?? needs.likelyParameters;
  if (wanted === null) return 2 * tier + context / 2 - reachOf(member) / 2;
  if (member.parameters === undefined) return 2 + tier / 2 + context;
  const size = Math.abs(Math.log2(member.parameters / wanted));
  // where the size is known, a better model of that size is no farther away
  const worse = needs.capabilityTier !== null && offered !== null ? Math.max(0, needs.capabilityTier - offered) : 0;
  return (size <= sameSize ? 0 : size) + worse / 2 + context;
}

/** In how many schemes and hosts a checkpoint can be named. */
function reachOf(member: Member): number {
  return Object.keys(member.names).length + Object.keys(member.hosts ?? {}).length;
}
