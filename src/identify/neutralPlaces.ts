/*
 * Places in which the name of a model selects none: where it is compared, told, recorded, shown, or what something made for a model is called by.
 */

import type { Frame } from "../detect/candidate.ts";
import { wordsOf } from "./bindingNames.ts";
import type { DocumentFacts } from "./documentFacts.ts";

/** Whether no string in this place selects a model, whatever it is. */
export function isNeutral(context: readonly Frame[], facts: DocumentFacts): boolean {
  return isCompared(context) || isKept(context, facts) || isPublicAlias(context) || isRecorded(context) || isReadAbout(context);
}

/** Whether a string in this place selects no model where nothing but the string itself says that it is one's name. */
export function isNeutralToNames(context: readonly Frame[]): boolean {
  return isExample(context) || isTalk(context) || isImage(context) || isAboutData(context) || isMadeForModel(context);
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

/** LiteLLM's `model_list[].model_name`: what its clients ask for, whatever is behind it. */
function isPublicAlias([key, item, list]: readonly Frame[]): boolean {
  return (
    key?.kind === "property" && key.key === "model_name" && item?.kind === "item" && list?.kind === "property" && list.key === "model_list"
  );
}

/**
 * Whether a document only shows the string to its readers: there, a name alone is no choice of anybody. Schemas and interface
 * descriptions keep what they show under a key of their own (OpenAPI 3.1, "Example Object"; JSON Schema 2020-12, 9.5).
 */
export function isExample(context: readonly Frame[]): boolean {
  return (
    context[context.length - 1]?.kind === "example" ||
    context.some((frame) => frame.kind === "property" && /^(?:x-)?(?:code-?)?(?:examples?|samples?)$/i.test(frame.key))
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
