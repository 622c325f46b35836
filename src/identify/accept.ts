import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import type { Candidate } from "../detect/candidate.ts";
import type { Binding } from "../detect/context.ts";
import type { Frame } from "../detect/frame.ts";
import { type ContextMatch, matchContext } from "../runtimes/match.ts";
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
import { isAdapter, isEngine, isKind, isOfTraining, isOwnName, isPath, isProvider, isSpelledOut, saysWhose } from "./bindingKinds.ts";
import { type BindingMeaning, meaningOf } from "./bindingNames.ts";
import { type DocumentFacts, isNameOfDescribed, provenPlace, tellingBinding } from "./documentFacts.ts";
import { type Identity, isMakersScheme } from "./identity.ts";
import { declaresModels, isAmongModels, isHubIdOfTable, isInModelTable } from "./modelTables.ts";
import { hasRoutePrefix, isFileOfConversion, isHubId, isPlaceholderOrPath, readProviderId } from "./names.ts";
import { isNeutral } from "./neutralPlaces.ts";
import { isNeutralToNames } from "./neutralToNames.ts";
import { isSymbol } from "./offers.ts";
import { isAmongHubIds, isInProvenMapping, isOfOfferedCall, isOneOf, mayBeListed, provenListOf } from "./provenLists.ts";
import { isReadAs, reads, runtimeOf } from "./readers.ts";
import type { ModelReference } from "./reference.ts";
import { isGuessed, type Resolve, type Resolved } from "./resolve.ts";
import { isIdOfListed, isRegistered, roleOf } from "./roles.ts";
import { isSpokenName } from "./spokenNames.ts";
import { weightsReference } from "./weightsFiles.ts";

/** What is asked of a candidate, with what it is decided by. */
interface Question {
  readonly candidate: Candidate;
  readonly facts: DocumentFacts;
  readonly catalog: Catalog;
  readonly resolve: Resolve;
  /** what the string is bound to */
  readonly binding: Binding | null;
  /** the place around it that a runtime describes, which other things stand in too, and that it can read */
  readonly place: ContextMatch | null;
  /** runtimes of the place and of the document */
  readonly shown: readonly Runtime[];
}

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
  if (described !== null && (described.context.evidence ?? "runtime") === "runtime") {
    return acceptInPlace(candidate, described, facts, catalog, resolve);
  }
  const weights = weightsReference(candidate, described, catalog);
  if (weights !== null) return weights;
  // a place that other things stand in too is none of a runtime that cannot read what stands there
  const place = described?.runtime.read(text) ? described : null;
  const binding = tellingBinding(context);
  const meaning = place ? "model" : meaningHere(candidate, binding);
  if (meaning === "other") return null;
  const shown = place ? [place.runtime, ...facts.shown] : facts.shown;
  const question = { candidate, facts, catalog, resolve, binding, place, shown };
  return meaning === "silent" ? acceptBare(question) : acceptBound(question, meaning);
}

/** What the binding says, where it says nothing also what is further out, and where it says something else what the string itself does. */
function meaningHere({ context, text }: Candidate, binding: Binding | null): BindingMeaning {
  const bound = binding === null ? "silent" : meaningOf(binding.name);
  if (bound === "silent") {
    if (isHubId(text) && (isNameOfDescribed(context) || (binding !== null && isAdapter(binding.name)))) return "model";
    return declaresModels(context, text) || isIdOfListed(context, text) || isHubIdOfTable(context, text) ? "models" : "silent";
  }
  if (bound !== "other") return bound;
  const isNamed = binding !== null && (isKind(binding) || (isProvider(binding) && text.includes("/")));
  return isNamed || isSymbol(context, text) ? "silent" : "other";
}

/** First level: only a model can stand here. */
function acceptInPlace(
  candidate: Candidate,
  place: ContextMatch,
  facts: DocumentFacts,
  catalog: Catalog,
  resolve: Resolve,
): ModelReference | null {
  const { runtime, context } = place;
  const own = runtime.read(candidate.text);
  if (own === null) return weightsReference(candidate, place, catalog);
  return {
    candidate,
    identity: catalog.find(own) === null ? (anothers(candidate.text, runtime, facts, resolve) ?? own) : own,
    evidence: "runtime",
    role: roleOf(candidate.context),
    runtime: runtime.id,
    task: context.task ?? null,
    swappable: context.swappable !== false,
    needs: context.needs ?? [],
  };
}

/** Second level: what the string is bound to says that it is a model, or one of several. */
function acceptBound(question: Question, meaning: "model" | "models"): ModelReference | null {
  const { candidate, facts, binding, place, shown } = question;
  const { context, text } = candidate;
  const resolved = understood(question);
  if (resolved === null) return null;
  const { identity, match } = resolved;
  if (place === null && binding !== null && isEngine(binding) && !/[-\d]/.test(text)) return null;
  if (binding !== null && isFileOfConversion(text) && isPath(binding)) return null;
  if (binding !== null && isGuessed(match) && !text.includes("/") && isOfTraining(binding)) return null;
  if (match?.record.id.endsWith("-unlisted") && isGuessed(match) && standsForAnother(text)) return null;
  const list = meaning === "model" ? null : provenListOf(context, facts);
  const isProven = binding !== null && facts.provenPlaces?.has(provenPlace(binding.name, text)) === true;
  if (match === null) {
    const isVouched =
      shown.some(({ namespace }) => namespace !== "huggingface" || text.includes("/") || /[a-z].*\d/i.test(text)) ||
      facts.provenTexts?.has(text) === true ||
      isSpelledOut(binding, text) ||
      statesSize(text) ||
      isConstantOfRegister(question) ||
      // two words without a number may be a choice of another kind
      (meaning === "models" && list !== null && /[/\d]|[-_.].*[-_.]/.test(text)) ||
      (facts.isAboutModels && (context[0]?.kind === "item" || isTellingName(text))) ||
      (isProven && meaning === "model" && /[/\d]/.test(text)) ||
      (facts.isRegister === true && isOfRegister(context));
    const isOwn = (binding !== null && isOwnName(binding, text)) || (isOfRegister(context) && !isSymbol(context, text));
    if (!isVouched || isOwn || !looksLikeModelName(text) || standsForAnother(text)) return null;
  } else if (
    (isEverydayWord(text) || isBrand(text)) &&
    !isRead(candidate, identity, shown) &&
    !isProven &&
    !(list !== null && !isBrand(text) && isOneOf(list, text, resolved, shown)) &&
    !isSpelledOut(binding, text) &&
    !saysWhose(binding) &&
    !(meaning === "models" && list !== null && context[0]?.kind === "item" && /\d/.test(text)) &&
    !(facts.isRegister === true && isSymbol(context, text))
  ) {
    return null;
  }
  return {
    ...reference(candidate, resolved, "generic", shown, meaning === "models"),
    ...(place && {
      runtime: (reads(place.runtime, text, identity) ? place.runtime : (runtimeOf(text, identity, facts.shown) ?? place.runtime)).id,
      task: place.context.task ?? null,
      swappable: place.context.swappable !== false,
      needs: place.context.needs ?? [],
    }),
  };
}

/** Third level: nothing but the string itself says that it is a model, and what stands beside it. Cheapest question first: most strings of a program end here. */
function acceptBare(question: Question): ModelReference | null {
  const { candidate, facts, catalog, binding, shown } = question;
  const { context, text } = candidate;
  const list = provenListOf(context, facts);
  const isMapped = list === null && mayBeListed(text) && isInProvenMapping(context, facts);
  const isListed = isMapped || (list !== null && !isBrand(text));
  const standsForItself = mayStandAlone(text) || (facts.isRegister === true && isSymbol(context, text)) || mayBeAmongModels(context, text);
  if (!(standsForItself || isListed) || !(isListed || catalog.mayHold(text) || isConversion(text))) return null;
  if (isNeutralToNames(context, text)) return null;
  const resolved = understood(question);
  if (resolved === null) return null;
  const { identity, match } = resolved;
  if (list !== null && (isAmongHubIds(list, text, facts) || isSizedName(text))) return reference(candidate, resolved, "bare", shown, false);
  const isOneOfListed = list === null ? isMapped && !isGuessed(match) : isListed && isOneOf(list, text, resolved, shown);
  if (resolved.isBehindPrefix || !(standsForItself || isOneOfListed)) return null;
  const isKnown =
    (isConversion(text) && !standsForAnother(text)) ||
    (facts.provenTexts?.has(text) === true && !isWritten(context)) ||
    isConstantOfRegister(question) ||
    (match !== null && binding !== null && isProvider(binding) && hasRoutePrefix(text)) ||
    (match !== null && speaksForItself(candidate, match, identity, shown, isOneOfListed));
  if (!isKnown) return null;
  const found = reference(candidate, resolved, isNameOfDescribed(context) ? "generic" : "bare", shown, false);
  return isOfOfferedCall(context, facts) ? { ...found, role: "option" } : found;
}

/** The string understood as a name; null where it is none, or one that only the catalog could vouch for and does not. */
function understood({ candidate: { text }, catalog, resolve, place, shown }: Question): Resolved | null {
  if (isTask(text) || (isPlaceholderOrPath(text) && !isGoogleResource(text, catalog))) return null;
  const resolved = resolve(text, shown);
  return resolved?.match === null && place?.context.evidence === "known" ? null : resolved;
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

/** Whether the file shows who reads an everyday word for a model's name; in a list, it has to be by whose scheme it is one: others list families. */
function isRead({ context, text }: Candidate, identity: Identity, shown: readonly Runtime[]): boolean {
  return context[0]?.kind === "item" ? isReadAs(text, identity, shown) : shown.length > 0;
}

/** Whether the string stands where models do; as one of a list of them it may be an everyday word. */
function mayBeAmongModels(context: readonly Frame[], text: string): boolean {
  return isAmongModels(context, text) && (context[0]?.kind === "item" || !isEverydayWord(text));
}

/** Whether the string is a constant of a register that is called as what it holds, which has the form of a model's name: one that nobody knows is one, too. */
function isConstantOfRegister({ candidate: { context, text }, facts, catalog }: Question): boolean {
  if (facts.isRegister !== true || !catalog.mayHold(text) || !isSymbol(context, text)) return false;
  return /^[a-z].*\d/i.test(text) && looksLikeModelName(text) && !standsForAnother(text);
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
