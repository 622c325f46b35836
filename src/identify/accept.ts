import type { Catalog } from "../catalog/catalog.ts";
import type { Candidate, Detection, Frame } from "../detect/candidate.ts";
import { type Binding, bindingOf } from "../detect/context.ts";
import { matchContext, runtimesShown, type Surroundings } from "../runtimes/match.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { meaningOf } from "./bindingNames.ts";
import type { Identity } from "./identity.ts";
import { hasRoutePrefix, isPlaceholderOrPath } from "./names.ts";
import type { ModelReference, Role } from "./reference.ts";
import { type Resolved, resolve } from "./resolve.ts";

/** What a document shows as a whole. */
export interface DocumentFacts {
  readonly surroundings: Surroundings;
  readonly shown: readonly Runtime[];
}

export function documentFacts(path: string, format: string, detection: Detection): DocumentFacts {
  const fileName = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return { surroundings: { format, fileName, modules: detection.modules }, shown: runtimesShown(detection.modules) };
}

/**
 * Decides whether a candidate names a model, by DESIGN's three levels of evidence: a place that only a model can stand in; a
 * name such as `model=` with a known identity or in a file that shows a runtime; any other string only when the catalog knows it and it
 * cannot be anything else.
 */
export function accept(candidate: Candidate, facts: DocumentFacts, catalog: Catalog): ModelReference | null {
  const { context, text } = candidate;
  if (isCompared(context)) return null;

  const place = matchContext(context, facts.surroundings);
  if (place && place.context.evidence !== "generic") {
    const identity = place.runtime.read(text);
    if (identity === null) return null;
    return {
      candidate,
      identity,
      evidence: "runtime",
      role: roleOf(context),
      runtime: place.runtime.id,
      task: place.context.task ?? null,
      swappable: place.context.swappable !== false,
      needs: place.context.needs ?? [],
    };
  }

  const binding = bindingOf(context);
  const meaning = place ? "model" : binding === null ? "silent" : meaningOf(binding.name);
  if (meaning === "other") return null;
  const shown = place ? [place.runtime, ...facts.shown] : facts.shown;
  // cheapest question first: most strings of a program end here
  if (meaning === "silent" && (!mayStandAlone(text) || isTalk(context) || isAboutData(context))) return null;
  if (isPlaceholderOrPath(text)) return null;
  const resolved = resolve(text, catalog, shown);
  if (resolved === null) return null;

  if (meaning === "silent") {
    return resolved.match !== null && resolved.match.inferred === null ? reference(candidate, resolved, "bare", shown, false) : null;
  }
  if (resolved.match === null && !(looksLikeModelName(text) && (shown.length > 0 || isSpelledOut(binding, text)))) return null;
  if (resolved.match !== null && isEverydayWord(text) && shown.length === 0 && !isSpelledOut(binding, text)) return null;
  return {
    ...reference(candidate, resolved, "generic", shown, meaning === "models"),
    ...(place?.context.task && { task: place.context.task }),
  };
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
      (offered && candidate.context[0]?.kind === "item") || (evidence === "bare" && isRegistered(candidate.context))
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
  return shown.find((runtime) => runtime.namespace === identity.namespace);
}

/** A table or list of records: what stands there by itself is kept for somebody to choose from. */
function isRegistered(context: readonly Frame[]): boolean {
  return context.some((frame) => frame.kind === "item" || frame.kind === "property");
}

/** Lists, unions, enums and choices offer; anything else uses. An element of a command line is no offer. */
function roleOf(context: readonly Frame[]): Role {
  for (const frame of context) {
    switch (frame.kind) {
      case "fallback":
        continue;
      case "declaration":
        return "option";
      case "item":
        return frame.previous?.startsWith("-") || /^(?:run|pull|serve|download)$/.test(frame.previous ?? "") ? "use" : "option";
      case "argument":
        return frame.keyword === "choices" ? "option" : "use";
      default:
        return "use";
    }
  }
  return "use";
}

function isCompared(context: readonly Frame[]): boolean {
  for (const frame of context) {
    if (frame.kind === "comparison") return true;
    if (frame.kind !== "item" && frame.kind !== "fallback") return false;
  }
  return false;
}

/** Calls that tell people something: what they print selects nothing. */
const talking =
  /(?:^|\.)(?:print|println|printf|log|debug|info|warn|warning|error|exception|fatal|trace|write|echo|describe|it|test|context|skip|fail|Error|\w+Error|\w+Exception)$/;

function isTalk(context: readonly Frame[]): boolean {
  for (const frame of context) {
    if (frame.kind === "argument") return talking.test(frame.callee);
    if (frame.kind !== "item" && frame.kind !== "fallback") return false;
  }
  return false;
}

/** Whether the keys, variables or calls around say that training or test data is named: hubs name both in one way. */
function isAboutData(context: readonly Frame[]): boolean {
  return context.some((frame) => {
    const name =
      frame.kind === "property"
        ? frame.key
        : frame.kind === "assignment"
          ? frame.name
          : frame.kind === "argument"
            ? (frame.keyword ?? frame.callee)
            : "";
    return /data_?sets?(?:$|[^a-z])|corpus|corpora/i.test(name);
  });
}

/** Families whose names are words of other trades: alone they need more than a number behind them. */
const everyday = new Set(
  "nova command phi falcon granite gemma whisper sonar titan embed rerank jamba dolphin orca grok flux aya bark sora veo luna kimi step hermes solar olmo o1 o3 o4 yi dbrx bloom opt ada babbage curie davinci codex medium small large turbo instant core pro haiku sonnet opus gemini claude llama mistral".split(
    " ",
  ),
);

/** Whether the whole name is a word (with at most a number) that means other things elsewhere. */
function isEverydayWord(text: string): boolean {
  return everyday.has(text.toLowerCase()) || /^o[134]$/.test(text);
}

/** Whether a string that nothing speaks for can be a model's name and hardly anything else: a family, and a version or size. */
function mayStandAlone(text: string): boolean {
  if (text.length < 5 || isIdentifier(text)) return false;
  if (text.includes("/")) return /\d|-/.test(text);
  const words = text.toLowerCase().split(/[-_.:@]/);
  if (!/\d/.test(text)) return words.length >= 3;
  const first = (words[0] ?? "").replace(/\d+$/, "");
  return words.length >= (everyday.has(first) ? 3 : 2);
}

/** A word of code (`qwen2_vl`, `SESSION_ID`): architectures, symbols and variables are written so, models are not. */
function isIdentifier(text: string): boolean {
  return /^\w*_\w*$/.test(text) || !/[a-z]/.test(text);
}

/** A name's form when the catalog does not know it: more than one word, or an organisation. */
function looksLikeModelName(text: string): boolean {
  return text.length >= 3 && /[-/:.]/.test(text) && !isIdentifier(text) && !/^https?:/.test(text);
}

/** Whether the binding alone says that a hub's or a provider's model is meant: `model_name_or_path`, `repo_id`, `base_model`. */
function isSpelledOut(binding: Binding | null, text: string): boolean {
  if (binding === null) return false;
  const name = binding.name.toLowerCase().replace(/[^a-z]/g, "");
  return text.includes("/")
    ? /^(?:modelnameorpath|pretrainedmodelnameorpath|repoid|hfmodel|hfrepo|basemodel|hfmodelid|huggingfacemodel)$/.test(name)
    : /^(?:llm|llmmodel|chatmodel|embeddingmodel|openaimodel|anthropicmodel|foundationmodel)$/.test(name);
}
