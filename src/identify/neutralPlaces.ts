/*
 * Places in which the name of a model selects none: whatever it is: where it is compared, recorded, or read about.
 */

import type { Frame } from "../detect/frame.ts";
import { wordsOf } from "./bindingNames.ts";
import type { DocumentFacts } from "./documentFacts.ts";
import { isAboutData } from "./neutralToNames.ts";

/** Whether no string in this place selects a model, whatever it is. */
export function isNeutral(context: readonly Frame[], facts: DocumentFacts): boolean {
  return (
    isCompared(context) ||
    isPattern(context) ||
    isKept(context, facts) ||
    isPublicAlias(context) ||
    isRegisteredFunction(context) ||
    isConfigGroup(context, facts) ||
    isRecorded(context) ||
    isReported(context) ||
    isReadAbout(context) ||
    isPermission(context) ||
    isOfPage(context) ||
    isLabel(context) ||
    isCode(context) ||
    isDataAt(context) ||
    isLogged(context)
  );
}

/** Names of what a test holds the outcome against: `expected_model`, Go's `want`. */
const expected = /^(?:expect(?:ed|s)?|wants?)(?=$|[A-Z_])/;

/** Functions whose names are questions: `isReasoningModel`, `supports_tools`. */
const asks =
  /(?:^|[.:>])_?(?:[Ii]s|[Hh]as|[Ss]upports?|[Uu]ses|[Cc]an|[Ss]hould|[Nn]eeds|[Aa]ccepts|[Rr]equires)(?=[A-Z_])\w*$|[.:>](?:[Ss]upports|[Mm]atch(?:es)?|[Aa]ccepts|[Hh]andles)$/;

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
        if (expected.test(frame.keyword)) return true;
        isGiven = true;
        continue;
      case "item":
      case "fallback":
      case "flag":
      case "address":
        continue;
      default:
        return false;
    }
  }
  return false;
}

/** What makes a regular expression, in the languages that have no literals of them or others beside. */
const makesPattern =
  /(?:^|[.:>])(?:Regex|RegExp|Regexp|NSRegularExpression|Pattern\.(?:compile|matches)|re\.(?:compile|match|search|fullmatch|findall)|regexp\.(?:Must)?Compile|Regex::new|Regexp\.new|preg_match|std::regex)$/;

/** Whether the string is a pattern that names are compared with: `Regex("gpt-4o")`. */
function isPattern([frame]: readonly Frame[]): boolean {
  return frame?.kind === "argument" && frame.position === 0 && makesPattern.test(frame.callee);
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

/**
 * Where a recording of HTTP says what has been asked for and answered: all of a cassette of VCR (`http_interactions`, `interactions` in Python),
 * and `when: { path: ..., body: ... }` and `then: { body: ... }` of httpmock.
 */
function isRecorded(context: readonly Frame[]): boolean {
  const outermost = context.at(-1);
  const within = context.at(-2);
  if (outermost?.kind === "property" && /^(?:http_)?interactions$/.test(outermost.key)) return true;
  if (outermost?.kind === "property" && /^(?:when|then)$/.test(outermost.key) && within?.kind === "property" && within.key === "body")
    return true;
  const [site, key, outer] = context;
  if (site?.kind !== "address" || key?.kind !== "property" || outer?.kind !== "property") return false;
  return (outer.key === "request" && key.key === "uri") || (outer.key === "when" && key.key === "path");
}

/** Types of answers. Functions that ask for one are called by what they do: `GetChatResponse`. */
const answer =
  /^(?:[A-Z]\w*[.:]+)*(?:GenerateContentResponse|(?!(?:Create|Get|Send|Generate|Stream|Ask|Fetch|Make|Build|Post|Run|Request)[A-Z])[A-Z]\w*Response)$/;

/** Whether an answer is told which model has given it: `response.Model = "..."`, `ChatResponse(model = "...")`. */
function isReported([frame]: readonly Frame[]): boolean {
  if (frame?.kind === "argument") return frame.keyword !== null && /^model/i.test(frame.keyword) && answer.test(frame.callee);
  return frame?.kind === "assignment" && /(?:response|resp|reply)\.model(?:_?(?:name|id))?$/i.test(frame.name);
}

/** Whether an address of a hub stands where data is named, which hubs keep as they keep models: `dataset: hf://mmmu/mmmu`. */
function isDataAt(context: readonly Frame[]): boolean {
  return context[0]?.kind === "address" && isAboutData(context);
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

/** What an agent may do without asking, such as a command that somebody once allowed: Claude Code's `permissions: { allow: [...] }`. */
function isPermission(context: readonly Frame[]): boolean {
  return context.some((frame, index) => {
    const outer = context[index + 1];
    return frame.kind === "property" && /^(?:allow|deny|ask)$/.test(frame.key) && outer?.kind === "property" && outer.key === "permissions";
  });
}

/** What Kubernetes sorts its objects by (Kubernetes' reference, "ObjectMeta"), though the key may say that it is the model that they serve. */
function isLabel([key, outer]: readonly Frame[]): boolean {
  return (
    key?.kind === "property" && outer?.kind === "property" && /^(?:labels|matchLabels|annotations|nodeSelector|selector)$/.test(outer.key)
  );
}

/**
 * Functions that write a log or open a span of a trace and take what they write under keys: `logger.info("...", model="x")`, `Log::info('...', ['model'
 * => 'x'])`, Rust's `debug!(model = "x")`, and who gathers such fields, `log.Fields{...}`, `#[instrument(fields(model = "x"))]`.
 */
const logging =
  /(?:^|[.:>])(?:[Ll]og(?:ger|ging)?|LOG(?:GER)?|_?log(?:ger)?|tracing|slog|console|logrus)(?:\.|::|->)(?:trace|debug|info|notice|warn(?:ing)?|error|exception|fatal|critical|log|event|span|bind|Fields|with_?[Cc]ontext)$|^(?:trace|debug|info|warn)$|(?:^|:)(?:trace|debug|info|warn|error)_span$/;

/** Whether the string is written to a log, or to a trace: under a key, since a text that is logged is none of a model anyway. */
function isLogged(context: readonly Frame[]): boolean {
  let isUnderKey = false;
  for (const [index, frame] of context.entries()) {
    switch (frame.kind) {
      case "property":
        isUnderKey = true;
        continue;
      case "argument": {
        const outer = context[index + 1];
        const isField = frame.callee === "fields" && outer?.kind === "argument" && /(?:^|:)instrument$/.test(outer.callee);
        return (isUnderKey || frame.keyword !== null) && (isField || logging.test(frame.callee));
      }
      case "item":
      case "fallback":
        continue;
      default:
        return false;
    }
  }
  return false;
}

/** What a page showed, as Playwright writes it down: `- code [ref=e202]: gpt-4o`. */
function isOfPage([frame]: readonly Frame[]): boolean {
  return frame?.kind === "property" && /\[ref=\w+\]/.test(frame.key);
}

/** The repository of code that PyTorch's hub loads a model by: `torch.hub.load("facebookresearch/dinov2", "dinov2_vits14")`. */
function isCode([frame]: readonly Frame[]): boolean {
  if (frame?.kind !== "argument" || !/(?:^|\.)hub\.(?:load|list|help)$/.test(frame.callee)) return false;
  return frame.position === 0 || frame.keyword === "repo_or_dir" || frame.keyword === "github";
}

/** LiteLLM's `model_list[].model_name`: what its clients ask for, whatever is behind it. */
function isPublicAlias([key, item, list]: readonly Frame[]): boolean {
  return (
    key?.kind === "property" && key.key === "model_name" && item?.kind === "item" && list?.kind === "property" && list.key === "model_list"
  );
}

/** The keys by which spaCy's settings say which function of a registry makes something: `"@llm_tasks": "spacy.NER.v3"`. */
function isRegisteredFunction([key]: readonly Frame[]): boolean {
  return key?.kind === "property" && key.key.startsWith("@");
}

/** Which file of a folder Hydra takes for a part of the settings, called as its author likes (hydra.cc/docs/advanced/defaults_list): `defaults: [{ model: llama3 }]`. */
function isConfigGroup([key, item, list, ...around]: readonly Frame[], { surroundings }: DocumentFacts): boolean {
  if (key?.kind !== "property" || item?.kind !== "item" || list?.kind !== "property" || around.length > 0) return false;
  return list.key === "defaults" && surroundings.format === "yaml";
}
