import type { Frame } from "../detect/frame.ts";
import { meaningOf, wordsOf } from "./bindingNames.ts";
import { isShown } from "./neutralToNames.ts";
import type { Role } from "./reference.ts";

/** Lists, unions, enums, choices and documents' examples offer; anything else uses. An element of a command line is no offer. */
export function roleOf(context: readonly Frame[]): Role {
  if (isShown(context)) return "option";
  for (const [index, frame] of context.entries()) {
    const declaration = context[index + 1];
    if (declaration?.kind === "declaration" && !(declaration.of === "class" && isChosen(frame))) return "option";
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
          (frame.position === 0 && /(?:^|\.)addOption$/.test(frame.callee)) ||
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

/** Whether a constant is called as the model that is taken, whatever else its class keeps: `DefaultModel`. */
function isChosen(frame: Frame): boolean {
  return frame.kind === "assignment" && meaningOf(frame.name) === "model";
}

/** Elements of a form that offer their value: HTML's `option`, and what libraries of components call theirs. */
const choice = /^(?:\w+\.)?(?:option|\w*(?:Option|Item|Radio))$/;

/** Records that describe a model, of which a list is a table: `[new AiModel("gpt-4o"), new AiModel("gpt-4o-mini")]`. */
const described = /(?:^|[.:>])\w*(?:LLM|Llm|AIModel|AiModel|ModelInfo|ModelCard|ModelSpec|ModelOption|ModelDefinition)$/;

/** Attributes that say how a member of an enum is written outside of the program: `#[serde(rename = "...")]`, `[EnumMember(Value = "...")]`. */
const serialisedName =
  /^(?:serde|strum|EnumMember|JsonStringEnumMemberName|JsonPropertyName|JsonProperty|JsonValue|SerialName|SerializedName|Json)$/;

/** Keywords under which such an attribute has the name; Rust's `rename_all` says how all are written. */
const nameOfMember = /^(?:rename|serialize|to_string|[Vv]alue|[Nn]ame)$/;

/** Whether the string stands in an attribute that says how a member of an enum is written outside of the program. */
export function isSerialisedName(frame: Frame): boolean {
  return (
    frame.kind === "argument" &&
    serialisedName.test(frame.callee) &&
    (frame.keyword === null ? frame.position === 0 : nameOfMember.test(frame.keyword))
  );
}

/** Whether something is made of the string that a registry then keeps: `register(Chat("gpt-4o"))`. */
function isRegistration(context: readonly Frame[]): boolean {
  return context.some((frame) => frame.kind === "argument" && /(?:^|[.:>])_?[Rr]egister(?:_?[A-Za-z]*[Mm]odels?)?$/.test(frame.callee));
}

/** Last words of a list's name: what stands before them says of what it is (`modelList`, `MODEL_OPTIONS`). */
const lists = new Set(["list", "options", "choices", "items", "entries", "catalog"]);

/**
 * Whether the string is the id of a record in a list of models, of one that a mapping of models has under a key (`"models": [{ "id": "mistral-large" }]`,
 * `MODELS = { large: { id: "mistral-large" } }`), or of one that is described by itself (`LocalModelSpec(id = "mistral-large")`). What is called its
 * name there may be a label, which is not written in small letters throughout.
 */
export function isIdOfListed([key, item, list]: readonly Frame[], text: string): boolean {
  const own = key?.kind === "property" ? key.key : key?.kind === "argument" ? key.keyword : null;
  if (own === null) return false;
  const isDescribed = key?.kind === "argument" && described.test(key.callee);
  if (isDescribed && /^[Nn]ame$/.test(own)) return /^[a-z][^A-Z\s]*\d/.test(text);
  if (!/^(?:id|Id|ID|value|slug)$/.test(own)) return false;
  if (isDescribed && own !== "value") return true;
  if (item?.kind !== "item" && item?.kind !== "property") return false;
  const name = list?.kind === "property" ? list.key : list?.kind === "assignment" ? list.name : "";
  const meaning = meaningOf(name);
  return meaning === "models" || (item.kind === "item" && meaning === "model" && lists.has(wordsOf(name).at(-1) ?? ""));
}

/** Whether nothing but keys of a configuration surrounds the string, none of which offers models: what a setting has is in use. */
export function isSetting(context: readonly Frame[]): boolean {
  return (
    context.length > 0 &&
    context.every((frame) => frame.kind === "fallback" || (frame.kind === "property" && meaningOf(frame.key) !== "models"))
  );
}

/**
 * A table or list of records: what stands there by itself is kept for somebody to choose from. What is assigned within one is in use: the
 * commands of a workflow's steps stand in a list too.
 */
export function isRegistered(context: readonly Frame[]): boolean {
  const inner = context.find(({ kind }) => kind === "item" || kind === "property" || kind === "assignment" || kind === "flag");
  // what an option has where nobody chooses is in use, and so is what a function makes a model of: `model: provider("...")`
  return (
    inner?.kind === "item" ||
    (inner?.kind === "property" &&
      !isSetting(context) &&
      !/^[Dd]efault(?:_?[Vv]alue)?$/.test(inner.key) &&
      (/\d/.test(inner.key) || meaningOf(inner.key) !== "model"))
  );
}
