import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import type { Candidate, Frame } from "../detect/candidate.ts";
import { matchContext } from "../runtimes/match.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import {
  isBrand,
  isConversion,
  isEverydayWord,
  isProgram,
  isTask,
  isTellingName,
  looksLikeModelName,
  mayStandAlone,
  standsForAnother,
  statesSize,
} from "./bareNames.ts";
import { isAdapter, isEngine, isKind, isOfTraining, isOwnName, isProvider, isSpelledOut, saysWhose } from "./bindingKinds.ts";
import { meaningOf } from "./bindingNames.ts";
import {
  callPlace,
  type DocumentFacts,
  isNameOfDescribed,
  listPlace,
  mappingPlace,
  provenPlace,
  seriesPlace,
  tellingBinding,
} from "./documentFacts.ts";
import { type Identity, isMakersScheme } from "./identity.ts";
import { declaresModels, isAmongModels, isHubIdOfTable, isInModelTable } from "./modelTables.ts";
import { hasRoutePrefix, isFileOfConversion, isPlaceholderOrPath, readProviderId } from "./names.ts";
import { isNeutral } from "./neutralPlaces.ts";
import { isNeutralToNames } from "./neutralToNames.ts";
import { isSymbol } from "./offers.ts";
import type { ModelReference } from "./reference.ts";
import { isGuessed, type Resolve, type Resolved } from "./resolve.ts";
import { isIdOfListed, isRegistered, roleOf } from "./roles.ts";
import { isSpokenName } from "./spokenNames.ts";
import { weightsReference } from "./weightsFiles.ts";

/**
 * Decides whether a candidate names a model, by DESIGN's three levels of evidence: a place that only a model can stand in; a
 * name such as `model=` with a known identity or in a file that shows a runtime; any other string only when the catalog knows it and it
 * cannot be anything else.
 * @param resolve the catalog's
 */
export function accept(candidate: Candidate, facts: DocumentFacts, catalog: Catalog, resolve: Resolve): ModelReference | null {
  const { context, text } = candidate;
  if (isNeutral(context, facts)) return null;

  const described = matchContext(context, facts.surroundings);
  const isCertain = described !== null && (described.context.evidence ?? "runtime") === "runtime";
  // a place that other things stand in too is none of a runtime that cannot read what stands there
  const place = isCertain || described?.runtime.read(text) ? described : null;
  if (place && isCertain) {
    const own = place.runtime.read(text);
    if (own === null) return weightsReference(candidate, place, catalog);
    return {
      candidate,
      identity: catalog.find(own) === null ? (anothers(text, place.runtime, facts, resolve) ?? own) : own,
      evidence: "runtime",
      role: roleOf(context),
      runtime: place.runtime.id,
      task: place.context.task ?? null,
      swappable: place.context.swappable !== false,
      needs: place.context.needs ?? [],
    };
  }

  const weights = weightsReference(candidate, described, catalog);
  if (weights !== null) return weights;
  const binding = tellingBinding(context);
  const bound = place ? "model" : binding === null ? "silent" : meaningOf(binding.name);
  const meaning =
    bound === "silent" && isHubId(text) && (isNameOfDescribed(context) || (binding !== null && isAdapter(binding.name)))
      ? "model"
      : bound === "silent" && (declaresModels(context, text) || isIdOfListed(context, text) || isHubIdOfTable(context, text))
        ? "models"
        : bound === "other" &&
            (isSymbol(context, text) || (binding !== null && (isKind(binding) || (isProvider(binding) && text.includes("/")))))
          ? "silent"
          : bound;
  if (meaning === "other") return null;
  const shown = place ? [place.runtime, ...facts.shown] : facts.shown;
  const list = meaning === "model" ? null : provenListOf(context, facts);
  const isMapped = meaning === "silent" && list === null && mayBeListed(text) && isInProvenMapping(context, facts);
  const isListed = (list !== null && !isBrand(text)) || isMapped;
  const isRegistered = facts.isRegister === true && catalog.mayHold(text) && isConstantOfRegister(context, text);
  const isListedUnknown = list !== null && (isAmongHubIds(list, text, facts) || isSizedName(text));
  // cheapest question first: most strings of a program end here
  const standsForItself =
    meaning === "silent" &&
    (mayStandAlone(text) || (facts.isRegister === true && isSymbol(context, text)) || mayBeAmongModels(context, text));
  if (
    meaning === "silent" &&
    (!(standsForItself || isListed) || !(catalog.mayHold(text) || isConversion(text) || isListed) || isNeutralToNames(context, text))
  )
    return null;
  if (isTask(text) || (isPlaceholderOrPath(text) && !isGoogleResource(text, catalog))) return null;
  const resolved = resolve(text, shown);
  if (resolved === null || (resolved.match === null && place?.context.evidence === "known")) return null;
  const isOneOfListed = list === null ? isMapped && !isGuessed(resolved.match) : isListed && isOneOf(list, text, resolved, shown);

  if (meaning === "silent") {
    if (isListedUnknown) return reference(candidate, resolved, "bare", shown, false);
    if (resolved.isBehindPrefix || !(standsForItself || isOneOfListed)) return null;
    const isKnown =
      (isConversion(text) && !standsForAnother(text)) ||
      (facts.provenTexts?.has(text) === true && !isWritten(context)) ||
      isRegistered ||
      (resolved.match !== null && binding !== null && isProvider(binding) && hasRoutePrefix(text)) ||
      (resolved.match !== null && speaksForItself(candidate, resolved.match, resolved.identity, shown, isOneOfListed));
    if (!isKnown) return null;
    const found = reference(candidate, resolved, isNameOfDescribed(context) ? "generic" : "bare", shown, false);
    return isOfOfferedCall(context, facts) ? { ...found, role: "option" } : found;
  }
  if (place === null && binding !== null && isEngine(binding) && !/[-\d]/.test(text)) return null;
  if (binding !== null && isFileOfConversion(text) && /path|file/i.test(binding.name)) return null;
  if (binding !== null && isGuessed(resolved.match) && !text.includes("/") && isOfTraining(binding)) return null;
  if (resolved.match?.record.id.endsWith("-unlisted") && isGuessed(resolved.match) && standsForAnother(text)) return null;
  const isProven = binding !== null && facts.provenPlaces?.has(provenPlace(binding.name, text)) === true;
  if (resolved.match === null) {
    const isVouched =
      shown.some(({ namespace }) => namespace !== "huggingface" || text.includes("/") || /[a-z].*\d/i.test(text)) ||
      facts.provenTexts?.has(text) === true ||
      isSpelledOut(binding, text) ||
      statesSize(text) ||
      isRegistered ||
      // two words without a number may be a choice of another kind
      (meaning === "models" && list !== null && /[/\d]|[-_.].*[-_.]/.test(text)) ||
      (facts.isAboutModels && (context[0]?.kind === "item" || isTellingName(text))) ||
      (isProven && meaning === "model" && /[/\d]/.test(text)) ||
      (facts.isRegister === true && isOfRegister(context));
    const isOwn = (binding !== null && isOwnName(binding, text)) || (isOfRegister(context) && !isSymbol(context, text));
    if (!isVouched || isOwn || !looksLikeModelName(text) || standsForAnother(text)) return null;
  }
  if (
    resolved.match !== null &&
    (isEverydayWord(text) || isBrand(text)) &&
    !isRead(candidate, resolved.identity, shown) &&
    !isProven &&
    !isOneOfListed &&
    !isSpelledOut(binding, text) &&
    !saysWhose(binding) &&
    !(meaning === "models" && list !== null && context[0]?.kind === "item" && /\d/.test(text)) &&
    !(facts.isRegister === true && isSymbol(context, text))
  )
    return null;
  return {
    ...reference(candidate, resolved, "generic", shown, meaning === "models"),
    ...(place && {
      runtime: (reads(place.runtime, text, resolved.identity)
        ? place.runtime
        : (runtimeOf(text, resolved.identity, facts.shown) ?? place.runtime)
      ).id,
      task: place.context.task ?? null,
      swappable: place.context.swappable !== false,
      needs: place.context.needs ?? [],
    }),
  };
}

/**
 * Whose name it is that a runtime is asked for and does not have, since gateways stand behind the clients of others: whoever lists it. What the hub
 * and Ollama are asked for may be a folder or anybody's own, unless a maker's API has the name.
 */
function anothers(text: string, runtime: Runtime, facts: DocumentFacts, resolve: Resolve): Identity | null {
  const resolved = resolve(text, [runtime, ...facts.shown]);
  if (resolved === null || resolved.match === null) return null;
  const { identity, match } = resolved;
  if (runtime.isCommonProtocol === true) return identity;
  const takesAnybodys = runtime.namespace !== "huggingface" && runtime.namespace !== "ollama";
  return !isGuessed(match) && (takesAnybodys || identity.namespace === "groq" || isMakersScheme(identity.namespace)) ? identity : null;
}

/**
 * Whether a string that no binding speaks for names a model, by what the catalog knows of it and by what is further out; `isListed`: by what it is
 * listed with.
 */
function speaksForItself(
  candidate: Candidate,
  match: CatalogMatch,
  identity: Identity,
  shown: readonly Runtime[],
  isListed: boolean,
): boolean {
  const { context, text } = candidate;
  if (match.spelling === "own" && isSpokenName(text, identity.namespace)) return false;
  if (isProgram(text) && (isGuessed(match) || match.record.id.endsWith("-unlisted"))) return false;
  if (isListed) return true;
  const isOther = match.family !== null && (standsForAnother(text) || isStray(candidate, match, identity, shown));
  return (
    (isKnownByName(match, text) && !isOther) ||
    (match.inferred === null && !standsForAnother(text) && mayBeAmongModels(context, text)) ||
    (text.includes("/") && (isInModelTable(context) || isNamedSo(match, context, text)))
  );
}

/** Whether the string is where something is written to: what a training saves bears the name that it is loaded by later. */
function isWritten([frame]: readonly Frame[]): boolean {
  return frame?.kind === "argument" && /(?:push|upload|save|create|delete)\w*$/i.test(frame.callee);
}

/** An organisation and a name. */
function isHubId(text: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(text);
}

/** Whether the file shows who reads an everyday word for a model's name; in a list, it has to be by whose scheme it is one: others list families. */
function isRead({ context, text }: Candidate, identity: Identity, shown: readonly Runtime[]): boolean {
  return context[0]?.kind === "item" ? isReadAs(text, identity, shown) : shown.length > 0;
}

/** Whether one of the runtimes takes the text for just this: by its scheme, or as Whisper's packages take a size. */
function isReadAs(text: string, identity: Identity, shown: readonly Runtime[]): boolean {
  return shown.some((runtime) => runtime.namespace === identity.namespace || reads(runtime, text, identity));
}

/** Whether the string stands where models do; as one of a list of them it may be an everyday word. */
function mayBeAmongModels(context: readonly Frame[], text: string): boolean {
  return isAmongModels(context, text) && (context[0]?.kind === "item" || !isEverydayWord(text));
}

/** The list that the string stands in, where others of it are models that the catalog knows; null elsewhere. */
function provenListOf(context: readonly Frame[], { provenLists }: DocumentFacts): ProvenList | null {
  if (provenLists === undefined || provenLists.size === 0) return null;
  const call = callPlace(context);
  const list = call !== null && provenLists.has(call) ? call : listPlace(context);
  const place = list ?? seriesPlace(context);
  const known = place === null ? undefined : provenLists.get(place);
  return place === null || known === undefined ? null : { place, known, isSeries: list === null };
}

/** Whether the string is one of several models that a call is given, to choose from: `Choices("gpt-4o", "o3", "gpt-4.1")`. */
function isOfOfferedCall(context: readonly Frame[], { provenLists }: DocumentFacts): boolean {
  const call = callPlace(context);
  return call !== null && provenLists?.has(call) === true;
}

/** A list in which several models are known. */
interface ProvenList {
  /** see {@link listPlace} */
  readonly place: string;
  readonly known: ReadonlySet<string>;
  /** several calls, see {@link seriesPlace}: other things than models may be given to one of them */
  readonly isSeries: boolean;
}

/**
 * Whether a name that somebody has listed is one more of the list. An everyday word is one where the file shows who reads it so, or where others
 * of the list have it in theirs: `sonar` beside `sonar-pro`, `davinci` beside `text-davinci-003`.
 */
function isOneOf({ known, isSeries }: ProvenList, text: string, { match, identity }: Resolved, shown: readonly Runtime[]): boolean {
  if (isGuessed(match)) return false;
  if (isSeries) return mayBeListed(text) && /[-\d]/.test(text);
  return mayBeListed(text) || isReadAs(text, identity, shown) || [...known].some((other) => isWordOf(other, text));
}

/** Whether the string stands in a mapping, or is a value of a variable, that says nothing of models and is given others that the catalog knows. */
function isInProvenMapping(context: readonly Frame[], { provenMappings }: DocumentFacts): boolean {
  if (provenMappings === undefined || provenMappings.size === 0) return false;
  const mapping = mappingPlace(context);
  return mapping !== null && provenMappings.has(mapping);
}

/** Whether the string may be a shorter name in a list of models; OpenAI's short names are no words elsewhere. */
function mayBeListed(text: string): boolean {
  return !isBrand(text) && (!isEverydayWord(text) || /^o\d$/.test(text));
}

/** Whether a name has the text as one of several words. */
function isWordOf(name: string, text: string): boolean {
  return name !== text && name.split("-").includes(text);
}

/** Whether the string is an organisation's name like several known ones of the same list. */
function isAmongHubIds({ place }: ProvenList, text: string, { provenHubLists }: DocumentFacts): boolean {
  return provenHubLists?.has(place) === true && isHubId(text.replace(variant, "")) && /\/.*[-\d]/.test(text);
}

/** What OpenRouter's names may have behind them: `:free`, `:thinking`. */
const variant = /:[a-z]{2,20}$/;

/** Whether a constant is called as what it holds, which has the form of a model's name: in a register of models it may be one that nobody knows. */
function isConstantOfRegister(context: readonly Frame[], text: string): boolean {
  return isSymbol(context, text) && /^[a-z].*\d/i.test(text) && looksLikeModelName(text) && !standsForAnother(text);
}

/** Whether the string is a constant of a class that keeps models by its name; there may be others beside them, which are not called as they are. */
function isOfRegister([, outer]: readonly Frame[]): boolean {
  return outer?.kind === "declaration" && outer.of === "class";
}

/** Whether the string is a name that says its size, which in a list of models is one: `qwen2-vl:7b` among what Ollama has. */
function isSizedName(text: string): boolean {
  return statesSize(text) && looksLikeModelName(text) && !text.includes("/") && !standsForAnother(text);
}

/** Google's name of a model as a resource: `models/text-embedding-004`, which only looks like a path (ai.google.dev, "Models"). */
function isGoogleResource(text: string, catalog: Catalog): boolean {
  if (!text.startsWith("models/")) return false;
  const identity = readProviderId("google", text);
  const match = identity && catalog.find(identity);
  return (
    match?.inferred === null && (match.spelling === "own" || (match.spelling === "shared" && match.record.developer.startsWith("google")))
  );
}

/**
 * Whether the catalog knows the very name, or a version of the family: `gpt-engineer-app` begins as a family does, and is none of it. Behind
 * an organisation that no record names, the name itself has to be one that can stand alone: `issue-5254/step-1` is a folder.
 */
function isKnownByName({ inferred, family, spelling }: CatalogMatch, text: string): boolean {
  if (inferred !== null) return false;
  const slash = text.lastIndexOf("/");
  if (slash < 0) return family === null || /\d/.test(text);
  return (family === null && spelling !== "free") || statesSize(text) || mayStandAlone(text.slice(slash + 1));
}

/**
 * Whether a name that nobody has listed only begins as those of a maker do, without a version near to its beginning, and the file shows nobody who
 * would read it: titles of pages and people's accounts begin so too (`gpt-researcher-setup-2`). A constant of that name speaks for it.
 */
function isStray({ context, text }: Candidate, { record }: CatalogMatch, { namespace }: Identity, shown: readonly Runtime[]): boolean {
  if (!record.id.endsWith("-unlisted") || /(?:^|[./:])[a-z]+[-_.](?:[a-z]+[-_.:])?v?\d/i.test(text)) return false;
  return !shown.some((runtime) => runtime.namespace === namespace) && !isSymbol(context, text);
}

/** Whether a hub id that a family is read from is called so by what holds it: `TINY_LLAMA3 = "somebody/llama-3-tiny"`. */
function isNamedSo({ inferred }: CatalogMatch, context: readonly Frame[], text: string): boolean {
  return inferred !== null && /\/.*\d/.test(text) && isSymbol(context, text);
}

function reference(
  candidate: Candidate,
  resolved: Resolved,
  evidence: "generic" | "bare",
  shown: readonly Runtime[],
  offered: boolean,
): ModelReference {
  const { identity } = resolved;
  const runtime = runtimeOf(candidate.text, identity, shown);
  return {
    candidate,
    identity,
    evidence,
    role:
      (offered && isOffered(candidate)) || (evidence === "bare" && isRegistered(candidate.context)) ? "option" : roleOf(candidate.context),
    runtime: runtime?.id ?? null,
    task: null,
    swappable: true,
    needs: [],
  };
}

/** Whether the string is one of several models: of a list, a list of records, a table. */
function isOffered({ context, text }: Candidate): boolean {
  return context[0]?.kind === "item" || isIdOfListed(context, text) || isInModelTable(context);
}

/** The runtime among those shown that reads names of this scheme; a name with a route's prefix is read by who routes. */
function runtimeOf(text: string, identity: Identity, shown: readonly Runtime[]): Runtime | undefined {
  if (hasRoutePrefix(text)) return shown.find((runtime) => runtime.id === "litellm");
  return (
    shown.find((runtime) => runtime.namespace === identity.namespace && reads(runtime, text, identity)) ??
    (identity.namespace === "other" ? shown.find((runtime) => isRouter(runtime) && runtime.read(text)?.name === identity.name) : undefined)
  );
}

/** Whether a runtime hands plain names on to whom it takes for their host, OpenAI where it knows nobody: not the protocol's own client. */
function isRouter({ namespace, isCommonProtocol }: Runtime): boolean {
  return namespace === "openai" && isCommonProtocol !== true;
}

/** Whether the runtime takes the text for what it has been resolved to. */
function reads(runtime: Runtime, text: string, { namespace, name }: Identity): boolean {
  const identity = runtime.read(text);
  return identity !== null && identity.namespace === namespace && identity.name === name;
}
