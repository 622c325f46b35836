import type { Catalog } from "../catalog/catalog.ts";
import type { Detection } from "../detect/candidate.ts";
import { type Binding, bindingOf } from "../detect/context.ts";
import type { Frame } from "../detect/frame.ts";
import { runtimesShown, type Surroundings } from "../runtimes/match.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { meaningOf } from "./bindingNames.ts";
import { isRegister } from "./offers.ts";
import type { ModelReference } from "./reference.ts";
import { isGuessed } from "./resolve.ts";

/** What a document shows as a whole. */
export interface DocumentFacts {
  readonly surroundings: Surroundings;
  readonly shown: readonly Runtime[];
  /** it imports modules that are about AI models by their names: a project's own wrapper of a client */
  readonly isAboutModels: boolean;
  /** it keeps a register of models, see `isRegister`: a constant that is called as its value is one more */
  readonly isRegister?: boolean;
  /** names (`model`) under which it has several models that the catalog knows, see {@link provenPlace}: what else is there is one, too */
  readonly provenPlaces?: ReadonlySet<string>;
  /** hub ids that no record lists and that are models' by the place that they stand in; elsewhere in the document they are the same */
  readonly provenTexts?: ReadonlySet<string>;
  /**
   * lists and series in which several elements are models that are known by their names alone, see {@link listPlace}, {@link seriesPlace} and
   * {@link callPlace}, with these: a shorter name among them is one, too
   */
  readonly provenLists?: ReadonlyMap<string, ReadonlySet<string>>;
  /** those in which several are written with their organisation: what else is written so is one, known or not */
  readonly provenHubLists?: ReadonlySet<string>;
  /** mappings and variables that say nothing of models and are given several, see {@link mappingPlace}: another known name there is one, too */
  readonly provenMappings?: ReadonlySet<string>;
}

/** From so many known models under one name on, the document shows what the name means there. */
const fewestProofs = 3;

/** From so many known models in one list on, the list is of models. */
const fewestInList = 2;

/** From so many known models at as many places of a call on, all that it is given are models. */
const fewestOfCall = 3;

/**
 * What the references that are plain by themselves show of their document; null where that is nothing new.
 * @param references what {@link accept} has found with `facts`
 */
export function factsShownBy(references: readonly ModelReference[], facts: DocumentFacts, catalog: Catalog): DocumentFacts | null {
  const places = new Map<string, Set<string>>();
  const lists = new Map<string, Set<string>>();
  const hubLists = new Map<string, Set<string>>();
  const mappings = new Map<string, Set<string>>();
  const series = new Map<string, Set<string>>();
  const given = new Map<string, Set<string>>();
  const givenAt = new Map<string, Set<string>>();
  const provenTexts = new Set<string>();
  for (const { candidate, identity, evidence } of references) {
    const { context, text } = candidate;
    const match = catalog.find(identity);
    if (isGuessed(match) && evidence !== "bare" && text.includes("/")) provenTexts.add(text);
    if (match === null) continue;
    const list = listPlace(context);
    if (list !== null) {
      note(lists, list, text);
      if (text.includes("/")) note(hubLists, list, text);
    }
    const mapping = evidence === "bare" ? mappingPlace(context) : null;
    if (mapping !== null) note(mappings, mapping, text);
    const row = seriesPlace(context);
    if (row !== null && list === null) note(series, row, text);
    const call = callPlace(context);
    if (call !== null && row !== null) {
      note(given, call, text);
      note(givenAt, call, row);
    }
    const name = tellingBinding(context)?.name;
    if (name !== undefined && /^models?$/.test(meaningOf(name))) note(places, provenPlace(name, text), text);
  }
  const provenPlaces = new Set(withMany(places, fewestProofs).keys());
  const severalPlaces = withMany(givenAt, fewestOfCall);
  const provenCalls = [...withMany(given, fewestOfCall)].filter(([call]) => severalPlaces.has(call));
  const provenLists = new Map([...withMany(lists, fewestInList), ...withMany(series, fewestProofs), ...provenCalls]);
  const provenHubLists = new Set(withMany(hubLists, fewestProofs).keys());
  const provenMappings = new Set(withMany(mappings, fewestInList).keys());
  const holdsRegister = isRegister(references);
  const isSilent = [provenPlaces, provenLists, provenMappings, provenTexts].every(({ size }) => size === 0) && !holdsRegister;
  return isSilent ? null : { ...facts, provenPlaces, provenLists, provenHubLists, provenMappings, provenTexts, isRegister: holdsRegister };
}

function note(texts: Map<string, Set<string>>, key: string, text: string): void {
  texts.set(key, (texts.get(key) ?? new Set()).add(text));
}

function withMany(texts: ReadonlyMap<string, ReadonlySet<string>>, fewest: number): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...texts].filter(([, { size }]) => size >= fewest));
}

/**
 * The list that the string is an element of, by what holds it, and what of an element it is: `["..."]`, `[{ name: "..." }]`, `[Model("...")]`, a
 * union or enum, a record of a mapping; null where it stands in none. Of two lists that are held alike, one shows what the other is of.
 */
export function listPlace(context: readonly Frame[]): string | null {
  const [inner, outer] = context;
  const declaration = inner?.kind === "declaration" ? inner : outer?.kind === "declaration" ? outer : null;
  if (declaration !== null) {
    if (ofNames.test(declaration.name ?? "")) return null;
    // a member of an enum may be made with several values
    const place = inner?.kind === "argument" ? ` ${inner.keyword ?? inner.position}` : "";
    return `${declaration.of} ${declaration.name}${place}`;
  }
  const isRecordOfMapping = context.length > 2 && context.every(({ kind }) => kind === "property");
  const at =
    inner?.kind === "item"
      ? 0
      : isRecordOfMapping || (outer?.kind === "item" && (inner?.kind === "property" || inner?.kind === "argument"))
        ? 1
        : -1;
  return at < 0 ? null : context.map((frame, index) => (index === at ? "item" : described(frame))).join(" < ");
}

/**
 * The mapping that gives the string for one of its keys, by what holds it, or the variable or function that it is a value of: `{ fast: "..." }`,
 * `dict(fast="...")`, `tier ? "..." : "..."`; null where it is none.
 */
export function mappingPlace(context: readonly Frame[]): string | null {
  const at = context.findIndex(({ kind }) => kind !== "fallback");
  const [inner, ...outer] = context.slice(Math.max(at, 0));
  const around = outer.map(described).join(" < ");
  switch (inner?.kind) {
    case "property":
      return fieldOfRecord.test(inner.key) ? null : `. < ${around}`;
    case "argument":
      return inner.keyword === null || fieldOfRecord.test(inner.keyword) ? null : `${inner.callee}(.) < ${around}`;
    case "assignment":
      return `${inner.name}= < ${around}`;
    default:
      return null;
  }
}

/** What a record says of one thing, so that what stands under another of its keys is none of its kind: `{ id: "...", architecture: "..." }`. */
const fieldOfRecord = /^(?:id|name|title|label|slug|value|alias|type|kind|family|architecture|version|tokenizer)$/i;

/** What is given to the same place of a call again and again, without a list: `Spec("...")`; null where the string is no such argument. */
export function seriesPlace([inner]: readonly Frame[]): string | null {
  return isPositional(inner) ? described(inner) : null;
}

/** The call that the string is given to without a name: given models at several places, it takes a list of them (`Choices("...", "...", "...")`). */
export function callPlace([frame]: readonly Frame[]): string | null {
  return isPositional(frame) ? `${frame.callee}()` : null;
}

/** Whether the frame is a place of a call that has a name, told by where it is among the others. */
function isPositional(frame: Frame | undefined): frame is Frame & { kind: "argument" } {
  return frame?.kind === "argument" && frame.position !== null && frame.callee !== "";
}

/** Sets of what is called as models are. */
const ofNames = /template|tokenizer|^pre$|arch/i;

function described(frame: Frame): string {
  switch (frame.kind) {
    case "property":
      return `.${frame.key}`;
    case "argument":
      return `${frame.callee}(${frame.keyword ?? frame.position})`;
    case "assignment":
      return `${frame.name}=`;
    case "flag":
      return `${frame.command} ${frame.name}`;
    default:
      return frame.kind;
  }
}

/** A name with the form of what stands under it: where hub ids stand under `model`, a word there may be what somebody calls one. */
export function provenPlace(name: string, text: string): string {
  return text.includes("/") ? `${name} /` : name;
}

/** The port at which Ollama listens unless it is told otherwise: who has it in a program, and nobody's client, asks Ollama. */
const ollamaPort = ":11434";

export function documentFacts(path: string, format: string, detection: Detection, text: string): DocumentFacts {
  const fileName = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const { modules } = detection;
  const shown = runtimesShown(modules);
  return {
    surroundings: { format, fileName, modules },
    shown: shown.length === 0 && text.includes(ollamaPort) ? runtimesShown(["ollama"]) : shown,
    isAboutModels: modules.some((module) => aboutModels.test(module)),
  };
}

/** `./fal-image-model`, `../llm/base`, `@ai-sdk/provider`, `crewai.llms`: models that talk, listen and paint are none of a database. */
const aboutModels =
  /(?:^|[^A-Za-z])(?:llms?|ai|langchain4?j|langchaingo|(?:chat|completion|embeddings?|image|video|speech|transcription|rerank(?:ing)?|language|multimodal|foundation)[-_]?models?)(?:$|[^A-Za-z])/i;

/** Keys under which a declaration has its value: JSON Schema's and OpenAPI's, parameters of ARM and CloudFormation, n8n's fields. */
const valueKey = /^(?:[Dd]efault|default_?[Vv]alue|value)$/;

/** What the string is bound to; where a look-up's key says nothing of it, what is looked up is bound to. */
export function tellingBinding(context: readonly Frame[]): Binding | null {
  const binding = unqualified(bindingOf(context));
  if (binding?.kind === "property" && valueKey.test(binding.name)) {
    const declared = outerBinding(context);
    if (declared !== null) return declared;
  }
  if (binding?.kind !== "fallback") return binding;
  const looked = meaningOf(binding.name);
  if (looked !== "silent" && looked !== "other") return binding;
  const outer = bindingOf(context.filter(({ kind }) => kind !== "fallback"));
  return outer !== null && (looked === "silent" || meaningOf(outer.name) === "model") ? outer : binding;
}

/** A key that is a constant is called so without the type that it is one of: `ModelKind.chat` is no kind of a model. */
function unqualified(binding: Binding | null): Binding | null {
  if (binding?.kind !== "property" || !/^[A-Z]\w*(?:\.\w+)+$/.test(binding.name) || meaningOf(binding.name) !== "other") return binding;
  return { kind: "property", name: binding.name.slice(binding.name.lastIndexOf(".") + 1) };
}

/** The key or variable whose value is the object that the string's own key stands in, where that is one model: `chatModel: { default: "..." }`. */
function outerBinding([own, outer]: readonly Frame[]): Binding | null {
  if (own === undefined || entryOf(own) === null || outer === undefined) return null;
  const key = entryOf(outer);
  if (key !== null) return meaningOf(key) === "model" ? { kind: "property", name: key } : null;
  return outer.kind === "assignment" && meaningOf(outer.name) === "model" ? { kind: "assignment", name: outer.name } : null;
}

/** The key of an object's entry; in Python, `dict(name="...")` is one. */
function entryOf(frame: Frame): string | null {
  if (frame.kind === "property") return frame.key;
  return frame.kind === "argument" && frame.callee === "dict" ? frame.keyword : null;
}

/** Whether the string is what a model is called in the object that describes it: `model: { format: "OpenAI", name: "gpt-4o" }`. */
export function isNameOfDescribed(context: readonly Frame[]): boolean {
  const own = context[0] === undefined ? null : entryOf(context[0]);
  return own !== null && /^(?:name|id|Name|Id)$/.test(own) && outerBinding(context) !== null;
}
