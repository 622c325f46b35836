import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import type { Candidate, Frame } from "../detect/candidate.ts";
import type { Binding } from "../detect/context.ts";
import { matchContext } from "../runtimes/match.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import {
  isConversion,
  isEverydayWord,
  isTask,
  isTellingName,
  looksLikeModelName,
  mayStandAlone,
  standsForAnother,
  statesSize,
} from "./bareNames.ts";
import { meaningOf, wordsOf } from "./bindingNames.ts";
import { type DocumentFacts, isNameOfDescribed, provenPlace, tellingBinding } from "./documentFacts.ts";
import type { Identity } from "./identity.ts";
import { hasRoutePrefix, isPlaceholderOrPath, readProviderId } from "./names.ts";
import { isNeutral, isNeutralToNames } from "./neutralPlaces.ts";
import { isSymbol } from "./offers.ts";
import type { ModelReference } from "./reference.ts";
import type { Resolve, Resolved } from "./resolve.ts";
import { isIdOfListed, isRegistered, roleOf } from "./roles.ts";
import { isSpokenName } from "./spokenNames.ts";

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
    if (own === null) return null;
    const isOthers = place.runtime.isCommonProtocol === true && catalog.find(own) === null;
    const resolved = isOthers ? resolve(text, [place.runtime, ...facts.shown]) : null;
    return {
      candidate,
      identity: resolved?.match ? resolved.identity : own,
      evidence: "runtime",
      role: roleOf(context),
      runtime: place.runtime.id,
      task: place.context.task ?? null,
      swappable: place.context.swappable !== false,
      needs: place.context.needs ?? [],
    };
  }

  const binding = tellingBinding(context);
  const bound = place ? "model" : binding === null ? "silent" : meaningOf(binding.name);
  const meaning =
    bound === "silent" && (declaresModels(context) || isIdOfListed(context))
      ? "models"
      : bound === "other" && isSymbol(context, text)
        ? "silent"
        : bound;
  if (meaning === "other") return null;
  const shown = place ? [place.runtime, ...facts.shown] : facts.shown;
  // cheapest question first: most strings of a program end here
  if (
    meaning === "silent" &&
    (!(mayStandAlone(text) || (facts.isRegister === true && isSymbol(context, text))) ||
      !(catalog.mayHold(text) || isConversion(text)) ||
      isNeutralToNames(context))
  )
    return null;
  if (isTask(text) || (isPlaceholderOrPath(text) && !isGoogleResource(text, catalog))) return null;
  const resolved = resolve(text, shown);
  if (resolved === null || (resolved.match === null && place?.context.evidence === "known")) return null;

  if (meaning === "silent") {
    const isKnown =
      resolved.match !== null &&
      !(resolved.match.spelling === "own" && isSpokenName(text, resolved.identity.namespace)) &&
      ((isKnownByName(resolved.match, text) && !(resolved.match.family !== null && standsForAnother(text))) ||
        isConversion(text) ||
        (text.includes("/") && (isInModelTable(context) || isNamedSo(resolved.match, context, text))));
    return isKnown ? reference(candidate, resolved, isNameOfDescribed(context) ? "generic" : "bare", shown, false) : null;
  }
  const isProven = binding !== null && facts.provenPlaces?.has(provenPlace(binding.name, text)) === true;
  if (resolved.match === null) {
    const isVouched =
      shown.length > 0 ||
      isSpelledOut(binding, text) ||
      statesSize(text) ||
      (facts.isAboutModels && (context[0]?.kind === "item" || isTellingName(text))) ||
      (isProven && meaning === "model" && /[/\d]/.test(text));
    // a training's own checkpoints have names too: `checkpoint="single-best"`
    const isOwn = binding !== null && /checkpoint|ckpt/i.test(binding.name) && !text.includes("/");
    // the version of a model that stands elsewhere: `MODEL_VERSION=0125-preview`
    const isVersion = binding !== null && /version$/i.test(binding.name);
    if (!isVouched || isOwn || isVersion || !looksLikeModelName(text) || standsForAnother(text)) return null;
  }
  if (
    resolved.match !== null &&
    isEverydayWord(text) &&
    shown.length === 0 &&
    !isProven &&
    !isSpelledOut(binding, text) &&
    !saysWhose(binding) &&
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

/** Google's name of a model as a resource: `models/text-embedding-004`, which only looks like a path (ai.google.dev, "Models"). */
function isGoogleResource(text: string, catalog: Catalog): boolean {
  if (!text.startsWith("models/")) return false;
  const identity = readProviderId("google", text);
  const match = identity && catalog.find(identity);
  return match?.inferred === null && match.spelling === "own";
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
      (offered && (candidate.context[0]?.kind === "item" || isIdOfListed(candidate.context))) ||
      (evidence === "bare" && isRegistered(candidate.context))
        ? "option"
        : roleOf(candidate.context),
    runtime: runtime?.id ?? null,
    task: null,
    swappable: true,
    needs: [],
  };
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

/** Whether the string is the value of a member of an enum or union whose name says that its members are models: `enum ChatModel`. */
function declaresModels(context: readonly Frame[]): boolean {
  const [frame, outer] = context;
  if (frame?.kind === "argument" && frame.position !== 0) return false;
  const declaration = frame?.kind === "declaration" ? frame : outer;
  if (declaration?.kind !== "declaration" || declaration.name === null) return false;
  const last = wordsOf(declaration.name).at(-1) ?? "";
  return /^(?:models?|llms?|names?|ids?)$/.test(last) && /^models?$/.test(meaningOf(declaration.name));
}

/** Whether the string is what a table gives for a key, and the table's name says that it gives models: `MODEL_IDS = { "llama3-8b": "..." }`. */
function isInModelTable([inner, outer]: readonly Frame[]): boolean {
  if (inner?.kind !== "property") return false;
  const name = outer?.kind === "assignment" ? outer.name : outer?.kind === "property" ? outer.key : "";
  return /^models?$/.test(meaningOf(name));
}

/** Whether the binding alone says that a hub's or a provider's model is meant: `model_name_or_path`, `repo_id`, `base_model`. */
function isSpelledOut(binding: Binding | null, text: string): boolean {
  if (binding === null) return false;
  const name = binding.name.toLowerCase().replace(/[^a-z]/g, "");
  return text.includes("/")
    ? /^(?:modelnameorpath|pretrainedmodelnameorpath|repoid|hfmodel|hfrepo|basemodel|hfmodelid|huggingfacemodel)$/.test(name)
    : /^(?:llm|llmmodel|chatmodel|embeddingmodel|openaimodel|anthropicmodel|foundationmodel)$/.test(name);
}

/** Whether the binding's name says which kind or whose model stands here: there, a name may be an everyday word. `ollamaSelectedModel`, `CHAT_MODEL_NAME`. */
function saysWhose(binding: Binding | null): boolean {
  if (binding === null) return false;
  const name = binding.name.toLowerCase().replace(/[^a-z]/g, "");
  return /(?:llm|chat|embedding|ollama|openai|anthropic)[a-z]{0,10}model(?:name|id)?$/.test(name);
}
