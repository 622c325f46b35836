import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { classes } from "../assess/assessment.ts";
import type { PartialDate } from "../catalog/record.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { type Alternative, type AlternativeGroup, alternativeGroups } from "./alternative.ts";
import { changesOf, gainsOf, isLost, lossesOf, marksOf, newTerms } from "./consequences.ts";
import { type PlaceNeeds, tierOf } from "./needs.ts";
import { canServe, type Offer, type Offers, type Serve, type Serving, tasksFor } from "./offers.ts";
import { tiersLower, unmetNeeds } from "./unmet.ts";
import { stepSentence } from "./words.ts";

/** Beyond these, alternatives are farther from what is needed than anybody looks. */
const mostAlternatives = 12;

/** Open weights are a step for whoever has none, where nothing goes farther: the nearest ones are enough to take it. */
const mostOpenWeights = 3;

/** An offer with all that its place in the order hangs on; what is told of it is put into words for the first ones only. */
interface Ranked {
  readonly offer: Offer;
  readonly serving: Serving;
  readonly unmet: readonly string[];
  readonly group: AlternativeGroup;
  readonly preferred: boolean;
  /** two tiers or more lower than an API whose size nobody knows: after all that is nearer in what it can do */
  readonly weak: boolean;
  readonly distance: number;
}

/** What decides beside the place. */
export interface Judgement {
  readonly current: Assessment;
  readonly needs: PlaceNeeds;
  readonly runtime: Runtime;
  /** the catalog's date */
  readonly asOf: PartialDate;
}

/**
 * Models that could stand in a place, best first: what may be made without a choice, then by group, then by distance. Deterministic, and the
 * same whatever the order of the offers. Only classes above the one that is there now are offered; open weights only to whoever has none, and
 * only where no open recipe fits.
 */
export function rankAlternatives(judgement: Judgement, offers: Offers, serve: Serve): readonly Alternative[] {
  const tasks = tasksFor(judgement.needs);
  const of = (openness: OpennessClass): Ranked[] => {
    const found: Ranked[] = [];
    for (const task of tasks) {
      for (const offer of offers(task, openness)) {
        const ranked = judge(judgement, offer, serve);
        if (ranked !== null) found.push(ranked);
      }
    }
    return found;
  };
  const open = above("open-recipe", judgement) ? of("open-recipe") : [];
  const partial = above("partial-recipe", judgement) ? of("partial-recipe") : [];
  const isReached = open.some(({ group }) => group === "fits");
  const weights = !isReached && above("open-weights", judgement) ? of("open-weights").sort(compare).slice(0, mostOpenWeights) : [];
  const texts = new Set<string>();
  return (
    [...open, ...partial, ...weights]
      .sort(compare)
      .filter(({ serving: { text } }) => !texts.has(text) && texts.add(text))
      .slice(0, mostAlternatives)
      // one choice can be made for somebody, not two
      .map((ranked, index) => alternativeOf(judgement, { ...ranked, preferred: ranked.preferred && index === 0 }))
  );
}

const rankOf = (openness: OpennessClass): number => classes.indexOf(openness as (typeof classes)[number]);

function above(openness: OpennessClass, { current }: Judgement): boolean {
  return rankOf(openness) > rankOf(current.class);
}

function judge({ current, needs, runtime, asOf }: Judgement, offer: Offer, serve: Serve): Ranked | null {
  const serving = serve(offer, runtime, current.identity);
  if (serving === null || !canServe(serving, needs)) return null;
  const unmet = unmetNeeds(needs, offer, serving);
  const group = groupOf(offer.assessment.class, unmet);
  if (group === null) return null;
  const preferred =
    group === "fits" && isLikeForLike(current, needs, offer, serving) && changesOf(current, needs, offer, serving, asOf).length === 0;
  return {
    offer,
    serving,
    unmet,
    group,
    preferred,
    weak: needs.parameters === null && tiersLower(needs, offer) >= 2,
    distance: distanceOf(current, needs, offer, serving),
  };
}

function alternativeOf({ current, needs, asOf }: Judgement, { offer, serving, unmet, group, preferred }: Ranked): Alternative {
  const { member, assessment } = offer;
  return {
    id: member.name,
    text: serving.text,
    group,
    preferred,
    class: assessment.class,
    license: assessment.license,
    licenseKind: assessment.licenseKind,
    task: needs.task,
    parameters: member.parameters ?? null,
    context: serving.context,
    memory: assessment.memory,
    host: serving.host,
    step: group === "step-up" ? stepSentence(current.class, assessment.class) : null,
    unmet,
    lastSeen: serving.lastSeen,
    gains: gainsOf(current, offer, serving),
    losses: [...new Set([...unmet, ...lossesOf(current, needs, offer, serving)])],
    marks: marksOf(current, offer),
    needs: changesOf(current, needs, offer, serving, asOf),
  };
}

/** A class that is not the goal is worth a swap only where it costs nothing that the place needs. */
function groupOf(openness: OpennessClass, unmet: readonly string[]): AlternativeGroup | null {
  if (openness === "open-recipe") return unmet.length === 0 ? "fits" : "open-recipe-but";
  return unmet.length === 0 ? "step-up" : null;
}

/** Sizes count as near within half as much again, contexts from half on: one machine and one prompt do for both. */
const isNear = (mine: number, theirs: number): boolean => mine <= 1.5 * theirs && theirs <= 1.5 * mine;

/** Whether nobody has to weigh anything: the same kind, near in size and context, as capable, under terms that bind no more than now. */
function isLikeForLike(current: Assessment, needs: PlaceNeeds, offer: Offer, { context }: Serving): boolean {
  const { record, member, assessment } = offer;
  if (!record.tasks.includes(needs.task)) return false;
  // what is not known is not near
  if (needs.parameters === null || member.parameters === undefined || !isNear(member.parameters, needs.parameters)) return false;
  if (needs.context === null || context === null || 2 * context < needs.context) return false;
  if ((record.variant ?? null) !== needs.variant || tiersLower(needs, offer) >= 2) return false;
  return !bindsMore(current, assessment) && newTerms(current, offer).length === 0;
}

/** Whether the licence asks more of its user than the one that is accepted now. */
function bindsMore(current: Assessment, { license, licenseKind }: Assessment): boolean {
  return licenseKind !== "osi" && licenseKind !== "permissive-content" && (license === null || license !== current.license);
}

function compare(a: Ranked, b: Ranked): number {
  return (
    Number(b.preferred) - Number(a.preferred) ||
    alternativeGroups.indexOf(a.group) - alternativeGroups.indexOf(b.group) ||
    Number(a.weak) - Number(b.weak) ||
    rankOf(b.offer.assessment.class) - rankOf(a.offer.assessment.class) ||
    a.unmet.length - b.unmet.length ||
    a.distance - b.distance ||
    b.offer.reach - a.offer.reach ||
    byText(b.offer.record.released ?? "", a.offer.record.released ?? "") ||
    byText(a.offer.member.name, b.offer.member.name) ||
    byText(a.offer.record.id, b.offer.record.id)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sizes within a quarter of each other are one size: 6.7B, 7B and 8B serve on the same machine. */
const sameSize = Math.log2(1.25);

/** A context that nobody states counts as a short one of today. */
const unknownContext = 16_384;

/** A model for text where one for code is asked for: two sizes farther than it is. */
const notMadeForIt = 2;

/** Small differences that decide between offers that are as near otherwise: tool calls that may be needed elsewhere, languages nobody asked for. */
const lesserPoint = 0.25;

/** Below a billion parameters any machine does: what a model can do counts there, and its size by a quarter. */
const anyMachine = 1;

/** A licence that binds more than the one now: as far as a model of half the size. */
const boundMore = 1;

/**
 * How far an offer is from what stands there now, in doublings. By size where it is known; else by capability tier, and the more places serve
 * the offer, the nearer it is to somebody who now calls an API.
 */
function distanceOf(current: Assessment, needs: PlaceNeeds, offer: Offer, serving: Serving): number {
  const { record, member, assessment } = offer;
  const offered = serving.context;
  const tier = tierOf(record, member);
  const context = needs.context === null ? 0 : Math.max(0, Math.log2(needs.context / (offered ?? unknownContext))) / 2;
  const other = record.tasks.includes(needs.task) ? 0 : notMadeForIt;
  const bound = current.licenseKind !== "use-restricted" && bindsMore(current, assessment) ? boundMore : 0;
  const lesser = Number(isLost("tools", needs, serving)) + Number(needs.languages === "english" && record.languages !== "english");
  const apart = context + other + bound + lesser * lesserPoint;
  const wanted = needs.parameters ?? needs.likelyParameters;
  if (wanted === null) {
    const tiers = needs.capabilityTier !== null && tier !== null ? Math.abs(needs.capabilityTier - tier) : 1;
    return apart - context / 2 + 2 * tiers - offer.reach / 2;
  }
  // where the size is known, a better model of that size is no farther away
  const worse = needs.capabilityTier !== null && tier === null ? 1 : tiersLower(needs, offer);
  if (member.parameters === undefined) return apart + 2 + worse;
  const size = Math.abs(Math.log2(member.parameters / wanted));
  const counted = size <= sameSize ? 0 : Math.max(member.parameters, wanted) < anyMachine ? size / 4 : size;
  return apart + counted + worse;
}
