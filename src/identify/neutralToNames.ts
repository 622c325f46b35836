/*
 * Places in which the name of a model selects none as long as nothing but the name itself says that it is one: where it is told, shown, or what
 * something else is called by.
 */

import type { Frame } from "../detect/frame.ts";
import { wordsOf } from "./bindingNames.ts";

/** Whether a string in this place selects no model where nothing but the string itself says that it is one's name. */
export function isNeutralToNames(context: readonly Frame[], text: string): boolean {
  return (
    isShownData(context) ||
    isUnrelatedWord(context) ||
    isTalk(context) ||
    isImage(context) ||
    isObjectName(context) ||
    isPartOfBuild(context) ||
    isAboutData(context) ||
    isIdOfRun(context) ||
    isNameOfRun(context) ||
    isSorting(context) ||
    isPageAt(context, text) ||
    isPaidFor(context) ||
    isMadeForModel(context, text)
  );
}

/** Whether a document only shows the string to its readers, who may choose it or not. */
export function isShown(context: readonly Frame[]): boolean {
  return context.at(-1)?.kind === "example" || isSample(context);
}

/**
 * Whether the string is of data that is only shown: there, a name alone is no choice of anybody, being in answers as well. Schemas and interface
 * descriptions keep what they show under a key of their own (OpenAPI 3.1, "Example Object"; JSON Schema 2020-12, 9.5).
 */
function isShownData(context: readonly Frame[]): boolean {
  const outermost = context.at(-1);
  return (outermost?.kind === "example" && outermost.of === "data") || isSample(context);
}

function isSample(context: readonly Frame[]): boolean {
  return context.some(
    (frame) =>
      (frame.kind === "property" && /^(?:x-)?(?:code-?)?(?:examples?|samples?)$/i.test(frame.key)) ||
      (frame.kind === "argument" && frame.keyword !== null && /^examples?$/.test(frame.keyword)),
  );
}

/** Programs that are given files, repositories, packages or containers by their names. */
const unrelated = new Set(
  "cp mv rm ln ls cat cd tar zip unzip gzip rsync scp chmod chown touch diff git gh glab hub npm pnpm yarn wget curl aria2c pip pip3 conda mamba brew apt apt-get dnf gem composer docker podman kubectl oc helm tmux screen".split(
    " ",
  ),
);

/** What a flag says that is given the name of what is made: a folder, a run, a build. */
const madeByRun = new Set("out output outfile outdir save dest destination logdir experiment exp run job example".split(" "));

/**
 * Whether the string is a word of a command line that selects no model: what programs are given that have nothing to do with models, the name of
 * what comes of a run, and what a program has written among the commands that a page shows. Such a line is a sentence, or begins with
 * a label (`Model: gpt-4o`, `INFO:app:loaded gpt-4o`).
 */
function isUnrelatedWord([frame]: readonly Frame[]): boolean {
  if (frame?.kind !== "operand" && frame?.kind !== "flag") return false;
  const { command } = frame;
  if (/^[A-Z][a-z]+$|:/.test(command) && !/^R(?:script)?$/.test(command)) return true;
  if (unrelated.has(command.replace(/ .*$/, "")) && !/ (?:run|exec|start)$/.test(command)) return true;
  return frame.kind === "flag" && madeByRun.has(wordsOf(frame.name)[0] ?? "");
}

/** Calls that tell people something: what they print selects nothing. */
const talking =
  /(?:^|[.:>])(?:print|println|eprint|eprintln|printf|fprintf|puts|raise|bail|anyhow|ensure|unreachable|todo|message|stop|cat|Write-\w+|Print|Println|Printf|Errorf|Fatalf?|Logf?|Infof?|Debugf?|Warnf?|Skipf|Panicf?|panic|[tb]\.Run|errors\.New|WriteLine|Log(?:Information|Warning|Error|Debug|Trace|Critical)|NSLog|debugPrint|fatalError|preconditionFailure|DisplayName|log|debug|info|warn|warning|error|exception|fatal|trace|write|echo|describe|it|test|context|skip|fail|Fail|XCTFail|Obsolete|Display|Trait|Error|\w+Error|\w+Exception)$/;

/** Functions of tests that check what their name says: what they are given is expected, and was chosen elsewhere. */
const asserting = /(?:^|[.:>])[Aa]ssert(?=[A-Z_])\w*$/;

/** Functions that put a path together: a folder may be called as the model in it is. */
const joining = /(?:^|[.:>])(?:path\.join|joinpath|Path|PurePath|filepath\.Join|Path\.Combine|Paths\.get|Path\.of)$/;

/** Functions that mark what is measured or traced, with a key and what stands under it: `Tag.of("model", "gpt-4o")`. */
const marking =
  /(?:^|[.:>])(?:[Tt]ags?|[Ll]abels?|(?:add|set|put|with|Add|Set|With)_?(?:[Tt]ag|[Ll]abel|[Aa]ttribute|[Ff]ield)|(?:Tag|KeyValue)\.of|(?:attribute|zap|slog)\.(?:String|Any)|Str)$/;

/** Methods that take words out of a text or put words into it: the parts of a name are made there, none is chosen. */
const rewriting =
  /[.:](?:replace|replaceAll|replace_all|replaceFirst|replacen|ReplaceAll|Replace|gsub|sub|split|rsplit|strip|lstrip|rstrip|trim\w*|Trim\w*|remove_?[Pp]refix|remove_?[Ss]uffix|strip_prefix|strip_suffix|partition|rpartition)$/;

/**
 * Elements and properties of user interfaces that only show a text: SwiftUI's, Compose's and Flutter's `Text("gpt-4")`, `.displayName("o3-mini")`.
 * A field's text is no such, being what its user starts from.
 */
const showing =
  /(?:^|[.:>])(?:Text|Label|JLabel|(?:with|With)?_?[Dd]isplay_?[Nn]ame|[Ss]et_?(?:[Dd]isplay_?[Nn]ame|[Ll]abel|[Tt]itle|[Tt]ool_?[Tt]ip))$/;

/** Whether a layer of context puts a path together. */
export function joinsPath(frame: Frame): boolean {
  return frame.kind === "argument" && joining.test(frame.callee);
}

/** Methods that fill a text in: what is done with the text is further out. */
const filling = /(?:^|\.)(?:formatted|format|String\.format)$/;

function isTalk(context: readonly Frame[]): boolean {
  for (const [index, frame] of context.entries()) {
    if (frame.kind === "argument") {
      const { callee } = frame;
      if (filling.test(callee) && context[index + 1]?.kind === "argument") continue;
      return (
        talking.test(callee) ||
        rewriting.test(callee) ||
        asserting.test(callee) ||
        joinsPath(frame) ||
        (frame.position === 1 && marking.test(callee)) ||
        (frame.keyword === "id" && callee === "pytest.param") ||
        (frame.keyword === null && showing.test(callee))
      );
    }
    if (frame.kind !== "item" && frame.kind !== "fallback") return false;
  }
  return false;
}

/** Whether the string names a container's image, as the values of Helm charts have it: `image: { repository: org/name, tag: ... }`. */
function isImage([key, outer]: readonly Frame[]): boolean {
  return key?.kind === "property" && key.key === "repository" && outer?.kind === "property" && /image$/i.test(outer.key);
}

/** What an object of Kubernetes has several of, each with a name of its own. */
const partsOfObject = /^(?:containers|initContainers|volumes|volumeMounts|ports|configMap|secret|persistentVolumeClaim)$/;

/**
 * Whether the string is what Kubernetes calls an object or a part of one, or refers to it by: one that serves a model often bears its name
 * (Kubernetes' reference, "ObjectMeta").
 */
function isObjectName(context: readonly Frame[]): boolean {
  const [key, ...around] = context;
  const outer = around.find(({ kind }) => kind !== "item");
  if (key?.kind !== "property" || outer?.kind !== "property" || !/^(?:name|generateName)$/.test(key.key)) return false;
  return /^metadata$|Ref$/.test(outer.key) || partsOfObject.test(outer.key);
}

/** Whether the string is a folder that a build goes into, or what one makes, as Maven, Python and Cargo name them: `<modules><module>`, `[project] name`. */
function isPartOfBuild([key, outer]: readonly Frame[]): boolean {
  if (key?.kind !== "property") return false;
  if (/^(?:groupId|artifactId)$/.test(key.key)) return true;
  if (outer?.kind !== "property") return false;
  return (key.key === "module" && outer.key === "modules") || (key.key === "name" && /^(?:project|package|poetry)$/.test(outer.key));
}

/** Whether the keys, variables or calls around say that training or test data is named: hubs name both in one way. */
export function isAboutData(context: readonly Frame[]): boolean {
  return context.some((frame) => /datasets?(?:$|[^a-z])|data_sets?$|data_sets?[^a-z_]|corpus|corpora/i.test(nameOf(frame)));
}

/** Whether the string is by what something that ran, or that was sent, is found again: `internal_id: "gpt-4o"`, `sessionId = "gpt-4o"`. */
function isIdOfRun([frame]: readonly Frame[]): boolean {
  const [first = "", last, ...more] = wordsOf(lastNameOf(frame));
  return last === "id" && more.length === 0 && ran.has(first);
}

/** What ran, or was sent. */
const ran = new Set(
  "internal instance preset run session thread task job request message event record row test case trace span user".split(" "),
);

/** What a run, or what comes of it, is called by. */
const nameOfRun = /^(?:run|exp|experiment|job|output|save|wandb)_?name$/i;

/** What an application, or what it keeps things in, is called by; which of them a version is one of. */
const nameOfPlace =
  /^(?:(?:index|collection|namespace|bucket|database|table|cluster|workspace|app|application|project)_?name|app_?version|(?:gcp_?|google_?cloud_?)?project(?:_?id)?)$/i;

/** Whether the string is what something else than a model is called by: `run_name: mistral-7b-simpo`, `index_name = "gpt-4-docs"`. */
function isNameOfRun([frame]: readonly Frame[]): boolean {
  const name = lastNameOf(frame);
  return nameOfRun.test(name) || nameOfPlace.test(name);
}

/** Whether the string is a page's place in its site, or what an address calls something: `slug: changelog/rerank-v4.0`, `update(slug: "gpt-4o")`. */
function isPageAt([frame]: readonly Frame[], text: string): boolean {
  const name = nameOf(frame);
  return name === "slug" ? frame?.kind !== "assignment" || text.includes("/") : text.includes("/") && /^(?:permalink|href)$/.test(name);
}

/** What says of names what they cost, in a list or mapping: `pricing: [{ name: "..." }]`. */
const priced = /^(?:(?:models?|llm|token)_?)?(?:pric(?:es|ing)|costs)(?:_?(?:list|table|map))?$/i;

/** Whether the string says in a price list what is paid for. */
function isPaidFor([key, ...around]: readonly Frame[]): boolean {
  return (
    key?.kind === "property" &&
    around.some((frame) => (frame.kind === "property" || frame.kind === "assignment") && priced.test(lastNameOf(frame)))
  );
}

/** Words of lists by which models are told apart, or left out. */
const sorting = new Set(
  "blacklist denylist blocklist exclude excluded exclusions ignore ignored unsupported deprecated retired warn".split(" "),
);

/** Whether names are listed to be left out, or told apart by a rule: `MODEL_BLACKLIST = [...]`, `FamilyMatcher("qwen25", [...])`. */
function isSorting(context: readonly Frame[]): boolean {
  return context.some((frame) =>
    frame.kind === "argument"
      ? /(?:Matcher|Rule|Pattern)$/.test(frame.callee)
      : (frame.kind === "assignment" || frame.kind === "property") && wordsOf(nameOf(frame)).some((word) => sorting.has(word)),
  );
}

/** What is made for a model, and called as the model is. */
const made = new Set(["parser", "renderer", "template", "templates"]);

/** What checks an argument of a command line (clap), and lists what it takes: `value_parser = ["gpt-4o", "gpt-4"]`. */
const checksArgument = "value parser";

/** How prompts and the turns of a conversation are written: `--conv_style "internlm2-chat"`. */
const madeForPrompts = /^(?:instruct type|(?:conv|conversation|chat) (?:style|mode))$/;

/** How something is written, and what names are compared with. */
const comparing = new Set("format schema encoding dialect pattern patterns prefix prefixes".split(" "));

/**
 * Whether what is bound is only called as a model is: the parser of its answers, the renderer and the template of its prompts
 * (`reasoning_parser="qwen3"`), the name under which Semantic Kernel keeps a service, the beginning of names. With an organisation, the template is
 * that of the model's files.
 */
function isMadeForModel(context: readonly Frame[], text: string): boolean {
  const words = wordsOf(lastNameOf(context.find(({ kind }) => kind !== "item" && kind !== "fallback")));
  if (comparing.has(words.at(-1) ?? "") || words.join(" ") === "service id") return true;
  if (text.includes("/") || words.join(" ") === checksArgument) return false;
  return words.some((word) => made.has(word)) || madeForPrompts.test(words.join(" "));
}

/** What a layer is called without what it belongs to: `sessionId` for `client.sessionId`. */
function lastNameOf(frame: Frame | undefined): string {
  return nameOf(frame).replace(/^.*[.:>]/, "");
}

/** What a layer is called: a key, a variable, a flag, an argument or the function that is given it. */
function nameOf(frame: Frame | undefined): string {
  switch (frame?.kind) {
    case "property":
      return frame.key;
    case "assignment":
    case "flag":
      return frame.name;
    case "argument":
      return frame.keyword ?? frame.callee;
    default:
      return "";
  }
}
