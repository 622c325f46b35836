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
import { isSymbol } from "./offers.ts";
import type { ModelReference, Role } from "./reference.ts";
import type { Resolve, Resolved } from "./resolve.ts";
import { isSpokenName } from "./spokenNames.ts";

/**
 * Decides whether a candidate names a model, by DESIGN's three levels of evidence: a place that only a model can stand in; a
 * name such as `model=` with a known identity or in a file that shows a runtime; any other string only when the catalog knows it and it
 * cannot be anything else.
 * @param resolve the catalog's
 */
export function accept(candidate: Candidate, facts: DocumentFacts, catalog: Catalog, resolve: Resolve): ModelReference | null {
  const { context, text } = candidate;
  if (isCompared(context) || isKept(context, facts) || isPublicAlias(context) || isRecorded(context) || isReadAbout(context)) return null;

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
    (isExample(context) ||
      !(mayStandAlone(text) || (facts.isRegister === true && isSymbol(context, text))) ||
      !(catalog.mayHold(text) || isConversion(text)) ||
      isTalk(context) ||
      isImage(context) ||
      isAboutData(context) ||
      isMadeForModel(context))
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

/** Whether the string is the id of a record in a list of models: `"models": [{ "id": "mistral-large" }]`. */
function isIdOfListed([key, item, list]: readonly Frame[]): boolean {
  if (key?.kind !== "property" || item?.kind !== "item" || !/^(?:id|Id|ID)$/.test(key.key)) return false;
  const name = list?.kind === "property" ? list.key : list?.kind === "assignment" ? list.name : "";
  return meaningOf(name) === "models";
}

/** Whether the string is what a table gives for a key, and the table's name says that it gives models: `MODEL_IDS = { "llama3-8b": "..." }`. */
function isInModelTable([inner, outer]: readonly Frame[]): boolean {
  if (inner?.kind !== "property") return false;
  const name = outer?.kind === "assignment" ? outer.name : outer?.kind === "property" ? outer.key : "";
  return /^models?$/.test(meaningOf(name));
}

/**
 * A table or list of records: what stands there by itself is kept for somebody to choose from. What is assigned within one is in use: the
 * commands of a workflow's steps stand in a list too.
 */
function isRegistered(context: readonly Frame[]): boolean {
  const inner = context.find(({ kind }) => kind === "item" || kind === "property" || kind === "assignment" || kind === "flag");
  // what an option has where nobody chooses is in use
  return inner?.kind === "item" || (inner?.kind === "property" && !/^default(?:_?[Vv]alue)?$/.test(inner.key));
}

/** LiteLLM's `model_list[].model_name`: what its clients ask for, whatever is behind it. */
function isPublicAlias([key, item, list]: readonly Frame[]): boolean {
  return (
    key?.kind === "property" && key.key === "model_name" && item?.kind === "item" && list?.kind === "property" && list.key === "model_list"
  );
}

/**
 * Where a recording of HTTP says what has been asked for and answered: all of a cassette of VCR (`http_interactions`, `interactions` in Python),
 * and `when: { path: ... }` and `then: { body: ... }` of httpmock.
 */
function isRecorded(context: readonly Frame[]): boolean {
  const outermost = context.at(-1);
  const within = context.at(-2);
  if (outermost?.kind === "property" && /^(?:http_)?interactions$/.test(outermost.key)) return true;
  if (outermost?.kind === "property" && outermost.key === "then" && within?.kind === "property" && within.key === "body") return true;
  const [site, key, outer] = context;
  if (site?.kind !== "address" || key?.kind !== "property" || outer?.kind !== "property") return false;
  return (outer.key === "request" && key.key === "uri") || (outer.key === "when" && key.key === "path");
}

/** Keys under which a page is told to people: the model's card or licence at its hub, whatever else is done with the model. */
const pageWords = new Set("docs doc documentation readme license licence homepage description paper card references citations".split(" "));

function isReadAbout([site, ...around]: readonly Frame[]): boolean {
  if (site?.kind !== "address") return false;
  const holder = around.find(({ kind }) => kind !== "item");
  const name =
    holder?.kind === "property"
      ? holder.key
      : holder?.kind === "assignment"
        ? holder.name
        : holder?.kind === "argument"
          ? holder.keyword
          : null;
  return name !== null && wordsOf(name).some((word) => pageWords.has(word));
}

/** Lists, unions, enums, choices and documents' examples offer; anything else uses. An element of a command line is no offer. */
function roleOf(context: readonly Frame[]): Role {
  if (isExample(context)) return "option";
  for (const [index, frame] of context.entries()) {
    if (context[index + 1]?.kind === "declaration") return "option";
    switch (frame.kind) {
      case "fallback":
        continue;
      case "declaration":
        return "option";
      case "item":
        return frame.previous?.startsWith("-") || /^(?:run|pull|serve|download)$/.test(frame.previous ?? "") ? "use" : "option";
      case "argument":
        return frame.keyword === "choices" ||
          serialisedName.test(frame.callee) ||
          (frame.keyword === "value" && choice.test(frame.callee)) ||
          (context[index + 1]?.kind === "item" && described.test(frame.callee)) ||
          isRegistration(context)
          ? "option"
          : "use";
      default:
        return "use";
    }
  }
  return "use";
}

/** Elements of a form that offer their value: HTML's `option`, and what libraries of components call theirs. */
const choice = /^(?:\w+\.)?(?:option|\w*(?:Option|Item|Radio))$/;

/** Records that describe a model, of which a list is a table: `[new AiModel("gpt-4o"), new AiModel("gpt-4o-mini")]`. */
const described = /(?:^|[.:>])\w*(?:LLM|Llm|AIModel|AiModel|ModelInfo|ModelCard|ModelSpec|ModelOption|ModelDefinition)$/;

/** Attributes that say how a member of an enum is written outside of the program: `#[serde(rename = "...")]`, `[EnumMember(Value = "...")]`. */
const serialisedName =
  /^(?:serde|strum|EnumMember|JsonStringEnumMemberName|JsonPropertyName|JsonProperty|JsonValue|SerialName|SerializedName|Json)$/;

/** Whether something is made of the string that a registry then keeps: `register(Chat("gpt-4o"))`. */
function isRegistration(context: readonly Frame[]): boolean {
  return context.some((frame) => frame.kind === "argument" && /(?:^|[.:>])_?[Rr]egister(?:_?[A-Za-z]*[Mm]odels?)?$/.test(frame.callee));
}

/**
 * Whether a document only shows the string to its readers: there, a name alone is no choice of anybody. Schemas and interface
 * descriptions keep what they show under a key of their own (OpenAPI 3.1, "Example Object"; JSON Schema 2020-12, 9.5).
 */
function isExample(context: readonly Frame[]): boolean {
  return (
    context[context.length - 1]?.kind === "example" ||
    context.some((frame) => frame.kind === "property" && /^(?:x-)?(?:code-?)?(?:examples?|samples?)$/i.test(frame.key))
  );
}

/** Names of what a test holds the outcome against: `expected_model`, Go's `want`. */
const expected = /^(?:expect(?:ed|s)?|wants?)(?=$|[A-Z_])/;

/** Functions whose names are questions: `isReasoningModel`, `supports_tools`. */
const asks = /(?:^|[.:>])_?(?:[Ii]s|[Hh]as|[Ss]upports?|[Uu]ses|[Cc]an|[Ss]hould|[Nn]eeds|[Aa]ccepts|[Rr]equires)(?=[A-Z_])\w*$/;

/** Assertions of test libraries: the answer to a question in one is what the test expects. */
const asserts = /(?:^|[.:>])(?:[Aa]ssert\w*|XCTAssert\w*|True|False|expect|EXPECT_\w+|QVERIFY2?|REQUIRE\w*|CHECK\w*)$/;

function isAsserted(frame: Frame | undefined): boolean {
  return frame?.kind === "argument" && asserts.test(frame.callee);
}

function isCompared(context: readonly Frame[]): boolean {
  let isGiven = false;
  for (const [index, frame] of context.entries()) {
    switch (frame.kind) {
      case "comparison":
        return !isGiven;
      case "assignment":
        return !isGiven && expected.test(frame.name);
      case "property":
        if (expected.test(frame.key)) return true;
        continue;
      case "argument":
        // a record's field: what is expected may be built by name (`want: request{model: "..."}`), and what is run may be given a model
        if (frame.keyword === null) return asks.test(frame.callee) && isAsserted(context[index + 1]);
        isGiven = true;
        continue;
      case "item":
      case "fallback":
      case "address":
        continue;
      default:
        return false;
    }
  }
  return false;
}

/**
 * Whether the string is part of the outcome that a test runner has written into the test: Jest's and Vitest's `toMatchInlineSnapshot`, and the
 * `snapshot` of Python's inline-snapshot.
 */
function isKept(context: readonly Frame[], { surroundings }: DocumentFacts): boolean {
  return context.some(
    (frame) =>
      frame.kind === "argument" &&
      (frame.callee.endsWith("InlineSnapshot") ||
        (frame.callee === "snapshot" && surroundings.modules.some((module) => module.endsWith("inline_snapshot")))),
  );
}

/** Calls that tell people something: what they print selects nothing. */
const talking =
  /(?:^|[.:>])(?:print|println|eprint|eprintln|printf|fprintf|puts|raise|bail|anyhow|ensure|unreachable|todo|message|stop|cat|Write-\w+|Print|Println|Printf|Errorf|Fatalf?|Logf?|Infof?|Debugf?|Warnf?|Skipf|Panicf?|panic|[tb]\.Run|errors\.New|WriteLine|Log(?:Information|Warning|Error|Debug|Trace|Critical)|NSLog|debugPrint|fatalError|preconditionFailure|DisplayName|log|debug|info|warn|warning|error|exception|fatal|trace|write|echo|describe|it|test|context|skip|fail|Error|\w+Error|\w+Exception)$/;

/** Methods that take words out of a text or put words into it: the parts of a name are made there, none is chosen. */
const rewriting =
  /[.:](?:replace|replaceAll|replace_all|replaceFirst|replacen|ReplaceAll|Replace|gsub|sub|split|rsplit|strip|lstrip|rstrip|trim\w*|Trim\w*|remove_?[Pp]refix|remove_?[Ss]uffix|strip_prefix|strip_suffix|partition|rpartition)$/;

/**
 * Elements and properties of user interfaces that only show a text: SwiftUI's, Compose's and Flutter's `Text("gpt-4")`, `.displayName("o3-mini")`.
 * A field's text is no such, being what its user starts from.
 */
const showing =
  /(?:^|[.:>])(?:Text|Label|JLabel|(?:with|With)?_?[Dd]isplay_?[Nn]ame|[Ss]et_?(?:[Dd]isplay_?[Nn]ame|[Ll]abel|[Tt]itle|[Tt]ool_?[Tt]ip))$/;

function isTalk(context: readonly Frame[]): boolean {
  for (const frame of context) {
    if (frame.kind === "argument") {
      return talking.test(frame.callee) || rewriting.test(frame.callee) || (frame.keyword === null && showing.test(frame.callee));
    }
    if (frame.kind !== "item" && frame.kind !== "fallback") return false;
  }
  return false;
}

/** Whether the string names a container's image, as the values of Helm charts have it: `image: { repository: org/name, tag: ... }`. */
function isImage([key, outer]: readonly Frame[]): boolean {
  return key?.kind === "property" && key.key === "repository" && outer?.kind === "property" && /image$/i.test(outer.key);
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
    return /datasets?(?:$|[^a-z])|data_sets?$|data_sets?[^a-z_]|corpus|corpora/i.test(name);
  });
}

/**
 * Whether what is bound is made for a model, and is only called as the model is: the parser of its answers, the renderer of its prompts
 * (`reasoning_parser="qwen3"`), the name under which Semantic Kernel keeps a service.
 */
function isMadeForModel(context: readonly Frame[]): boolean {
  const frame = context.find(({ kind }) => kind !== "item" && kind !== "fallback");
  const name =
    frame?.kind === "property"
      ? frame.key
      : frame?.kind === "assignment" || frame?.kind === "flag"
        ? frame.name
        : frame?.kind === "argument"
          ? (frame.keyword ?? frame.callee)
          : "";
  const words = wordsOf(name.slice(name.search(/[^.:>]*$/)));
  return words.some((word) => word === "parser" || word === "renderer") || words.join(" ") === "service id";
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
