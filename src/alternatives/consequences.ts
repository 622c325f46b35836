import type { Assessment } from "../assess/assessment.ts";
import { hasInheritedTerms, restrictionLabel } from "../assess/restriction.ts";
import { classLabel, parametersLabel, tokensLabel } from "../assess/words.ts";
import type { Feature, PartialDate, Task, Term } from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";
import { quantizationOf } from "../identify/names.ts";
import type { PlaceNeeds } from "./needs.ts";
import type { Offer, Serving } from "./offers.ts";
import { featureLabels, isLanguageBound, lessSpoken, tiersLower } from "./unmet.ts";

/** What is better with the offer than now. */
export function gainsOf(current: Assessment, { assessment }: Offer, { host }: Serving): readonly string[] {
  const gains = [
    assessment.class === "open-recipe"
      ? "open recipe: anyone can audit its data and training code, and reproduce it"
      : `${classLabel(assessment.class)} instead of ${classLabel(current.class)}`,
  ];
  if (current.class === "closed") {
    gains.push(host === null ? "weights to keep and run yourself" : "weights to keep, and to move to another host or to your own machines");
  }
  const freer = freerLicense(current, assessment);
  return freer === null ? gains : [...gains, freer];
}

/** What is better about the licence, where the one there now is known to take something away; else null. */
function freerLicense(current: Assessment, { license, licenseKind }: Assessment): string | null {
  if (licenseKind !== "osi" || license === null || current.class === "closed") return null;
  switch (current.licenseKind) {
    case "use-restricted":
    case "non-commercial":
      return hasInheritedTerms(current)
        ? `${license}, without terms inherited from a base`
        : `${license} instead of ${current.licenseName ?? "a licence that restricts use"}`;
    case "none":
      return `${license}, where no licence is given now`;
    default:
      return null;
  }
}

/** What is worse with the offer than now: what the program feels first, then its licence. */
export function lossesOf(current: Assessment, needs: PlaceNeeds, offer: Offer, serving: Serving): readonly string[] {
  const { record, member, assessment } = offer;
  const losses: string[] = [];
  const lower = tiersLower(needs, offer);
  // between models of known size the sizes tell; one tier says no more
  if (lower === 2) losses.push("much less capable: two tiers lower on a scale of five");
  else if (lower === 1 && needs.parameters === null) losses.push("less capable");
  if (needs.parameters !== null && member.parameters !== undefined) {
    const sizes = `${parametersLabel(member.parameters)} instead of ${parametersLabel(needs.parameters)} parameters`;
    if (member.parameters < 0.8 * needs.parameters) losses.push(sizes);
    if (member.parameters > 1.5 * needs.parameters) losses.push(`more memory: ${sizes}`);
  }
  if (needs.task === "code" && !record.tasks.includes("code")) losses.push("a model for any text, not made for code");
  const less = isLanguageBound(needs.task) ? null : lessSpoken(needs.languages, record);
  if (less !== null) losses.push(less);
  // closed models do not list their languages; that the offer has one only is to be told
  else if (needs.languages === null && current.class === "closed" && record.languages === "english") losses.push("English only");
  if (needs.context !== null && serving.context !== null && serving.context < needs.context) {
    const at = serving.host === null ? "" : ` at ${serving.host}`;
    losses.push(`context ${tokensLabel(serving.context)}${at} instead of ${tokensLabel(needs.context)}`);
  }
  const unused = lostFeatures(needs, serving);
  if (unused.length > 0) losses.push(`${unused.map((feature) => featureLabels[feature]).join(", ")}: not known to work, not used here`);
  if (current.class === "closed" && isGenerative(needs.task)) losses.push("the provider's own moderation");
  if (assessment.licenseKind === "use-restricted" || assessment.licenseKind === "non-commercial") {
    losses.push(restrictionLabel(assessment));
  }
  return losses;
}

/** What has to be known of the offer before it is taken: what its terms ask, and who taught it. */
export function marksOf(current: Assessment, offer: Offer): readonly string[] {
  const marks = newTerms(current, offer).map(({ text }) => `terms: ${text.replace(/\.$/, "")}`);
  const taught = teachersLabel(offer.assessment);
  return taught === null ? marks : [...marks, taught];
}

/** What the model there now can do and the offer is not known to, beside what the place shows to use. */
function lostFeatures(needs: PlaceNeeds, serving: Serving): readonly Feature[] {
  return needs.features.filter((feature) => feature !== "reasoning" && isLost(feature, needs, serving));
}

/** Whether a feature is among what is lost without being used. */
export function isLost(feature: Feature, { features, facts }: PlaceNeeds, serving: Serving): boolean {
  return features.includes(feature) && !facts.uses.includes(feature) && !isServed(feature, serving);
}

function isServed(feature: Feature, { features, constrains }: Serving): boolean {
  return features.includes(feature) || (feature === "structured-output" && constrains);
}

function isGenerative(task: Task): boolean {
  return task === "text-generation" || task === "vision-language" || task === "image-generation" || task === "video-generation";
}

/** Clauses that bind whoever uses the model; a gate is something to be done, and stands among the needs. */
const binding: ReadonlySet<Term["kind"]> = new Set([
  "user-ceiling",
  "naming",
  "use-policy",
  "research-only",
  "indemnity",
  "inherited",
  "no-competition",
]);

/** Clauses that come with the offer and that the model there now does not have. */
export function newTerms(current: Assessment, { assessment }: Offer): readonly Term[] {
  const known = new Set(current.terms.map(({ kind }) => kind));
  return assessment.terms.filter(({ kind }) => binding.has(kind) && !known.has(kind));
}

/** `taught by GPT-4.1 (instruction: 302,406 of 2,152,112 samples)`; never a reason against a swap, always told. */
function teachersLabel({ taughtBy }: Assessment): string | null {
  const teachers = new Map<string, string>();
  for (const { teacher, stage, share } of taughtBy) {
    if (!teachers.has(teacher)) teachers.set(teacher, `${teacher} (${stage}${share === null ? "" : `: ${share}`})`);
  }
  return teachers.size === 0 ? null : `taught by ${[...teachers.values()].join(", ")}`;
}

/**
 * What else has to be done or changed for the program to work with the new name, and for those who run it to be allowed to. Empty only where
 * the name is all.
 * @param asOf the catalog's date: how old a sighting is, is counted from there
 */
export function changesOf(current: Assessment, needs: PlaceNeeds, offer: Offer, serving: Serving, asOf: PartialDate): readonly string[] {
  const { record, member, assessment } = offer;
  const { facts } = needs;
  const changes = [...(serving.runtime.needs?.({ member }, current.identity) ?? [])];
  if (serving.host !== null && serving.host !== current.hostedBy && !changes.some((change) => change.includes("data processor"))) {
    changes.push(`an account and key of ${serving.host}: a new data processor`);
  }
  changes.push(...accessNeeds(offer, serving));
  if (serving.fromHub && ownLibrary.has(needs.task)) changes.push("a look at its model card: another library may be needed to load it");
  if (needs.task === "embedding") changes.push(...indexNeeds(needs, offer));
  if (needs.task === "rerank" || needs.task === "moderation") changes.push("new thresholds: its scores are on another scale");
  if (needs.task === "fill-mask" || needs.task === "classification")
    changes.push("new training of whatever was fine-tuned from the old model");
  if (needs.variant === "instruct" && record.variant === "instruct" && serving.features.includes("reasoning")) {
    changes.push("its thinking switched off: it thinks first unless told not to (see its model card)");
  }
  if (serving.ownServer && facts.uses.includes("tools") && !facts.tiedSettings.some((setting) => setting.includes("tool-call parser"))) {
    changes.push("a parser for its tool calls at the server (vLLM: --enable-auto-tool-choice --tool-call-parser)");
  }
  if (serving.ownServer && facts.uses.includes("structured-output") && !serving.features.includes("structured-output")) {
    changes.push("a server that holds answers to a JSON schema, such as vLLM");
  }
  changes.push(...facts.tiedSettings);
  changes.push(...formNeeds(current.identity, serving, changes));
  const stale = staleSighting(serving, asOf);
  if (stale !== null) changes.push(stale);
  // a repository's own file must not decide what is written without anybody's choice
  const [told] = assessment.projectRecords;
  if (told) changes.push(`your trust in the project record: ${told.reason}`);
  return changes;
}

/** Tasks whose models come with libraries of their own: ESPnet, NeMo, fairseq2, F5-TTS. */
const ownLibrary: ReadonlySet<Task> = new Set([
  "speech-recognition",
  "speech-synthesis",
  "audio",
  "image-generation",
  "video-generation",
  "time-series",
]);

/** A repository that says in its name that it holds GGUF files, which llama.cpp and its kin read and nothing else. */
const ggufInName = /(?:^|[-_.])gguf(?=$|[-_.])/i;

/**
 * What the form of the weights there now asks for, where those of the offer are the original ones.
 * @param told what the runtime itself says of it
 */
function formNeeds(written: Identity, { runtime }: Serving, told: readonly string[]): readonly string[] {
  if (runtime.namespace !== "huggingface" || runtime.id === "llama.cpp") return [];
  const quantization = written.quantization ?? quantizationOf(written.name);
  if (ggufInName.test(written.name)) return ["a conversion to GGUF, if llama.cpp reads this name or memory is short"];
  if (quantization === null || told.some((change) => change.includes("quantised weights"))) return [];
  return [`a quantised form, if ${quantization} was chosen to save memory`];
}

/** What the member itself asks for. A gate stands before the hub's weights, not before a host that serves them, nor before a conversion. */
function accessNeeds({ member, assessment }: Offer, { fromHub }: Serving): readonly string[] {
  const own = (member.needs ?? []).filter((need) => fromHub || !need.includes("on the hub"));
  const gated = fromHub && assessment.terms.some(({ kind }) => kind === "gate");
  return gated ? [...own, "a Hugging Face token (HF_TOKEN) of an account that has been given access"] : own;
}

function indexNeeds({ facts }: PlaceNeeds, { member: { dimension } }: Offer): readonly string[] {
  const size = dimension === undefined ? "" : ` (${dimension} dimensions)`;
  const rebuilt = `a new index: vectors of two models cannot be compared${size}`;
  return facts.dimension === null || facts.dimension === dimension
    ? [rebuilt]
    : [rebuilt, `another vector size than the ${facts.dimension} set here${dimension === undefined ? "" : `: ${dimension}`}`];
}

/** Half a year: hosts change what they serve more often than that. */
const staleAfterMonths = 6;

/** What to look up before relying on a host's name that was last seen long ago, or never with a date; null for names that stay. */
function staleSighting({ host, lastSeen }: Serving, asOf: PartialDate): string | null {
  if (host === null && lastSeen === null) return null;
  const where = host ?? "its library";
  if (lastSeen === null) return `a check that ${where} serves it today: when it was last seen there is not known`;
  return monthsBetween(lastSeen, asOf) > staleAfterMonths
    ? `a check that ${where} still serves it: last seen there in ${lastSeen.slice(0, 7)}`
    : null;
}

/** Whole months from one date to another; a date without a month counts as its January. */
function monthsBetween(from: PartialDate, to: PartialDate): number {
  const month = (date: PartialDate): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7) || "1");
  return month(to) - month(from);
}
