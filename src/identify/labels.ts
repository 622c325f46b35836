import type { Frame } from "../detect/frame.ts";
import type { ModelReference } from "./reference.ts";

/** A label stands near to its model, in the same call or record; in UTF-16 units. */
const farthest = 120;
/** The same where one of them stands in an object within the other's. */
const farthestInside = 1000;

/**
 * The references of one document without those that only call something by the model that their neighbour names: a repetition in other letters
 * or without the organisation, for people to read, a deployment of the model, the name by which a server answers.
 */
export function withoutLabels(references: readonly ModelReference[]): readonly ModelReference[] {
  const labels = new Set<ModelReference>();
  for (let at = 1; at < references.length; at++) {
    const first = references[at - 1];
    const second = references[at];
    const label = first === undefined || second === undefined ? null : labelOf(first, second);
    if (label !== null) labels.add(label);
  }
  return labels.size === 0 ? references : references.filter((reference) => !labels.has(reference));
}

/** Which one of two references that stand next to each other is the other one's label, if any. */
function labelOf(first: ModelReference, second: ModelReference): ModelReference | null {
  const distance = second.candidate.range.start - first.candidate.range.end;
  if (distance > farthestInside) return null;
  if (isCalledByModel(first, second)) return first;
  if (isCalledByModel(second, first)) return second;
  if (distance > farthest || !areNeighbours(first, second)) return null;
  if (isNameWithin(first, second)) return first;
  if (isNameWithin(second, first)) return second;
  if (!differInLetters(first.candidate.text, second.candidate.text)) return null;
  return isSmall(second.candidate.text) ? first : second;
}

/** Whether the first is called by the name of the second, which is its model. */
function isCalledByModel(first: ModelReference, second: ModelReference): boolean {
  return first.evidence !== "runtime" && (isHolderOf(first, second) || isServedName(first, second));
}

/**
 * Whether the first is the name of an object that has the second as its `model`: Azure's deployments, in Bicep, ARM's templates and Terraform
 * (`{ name: "chat", model: { format: "OpenAI", name: "gpt-4o" } }`), where the model may be one of `properties`.
 */
function isHolderOf({ candidate: { context: a } }: ModelReference, { candidate: { context: b } }: ModelReference): boolean {
  if (!isProperty(a[0], "name") || !isProperty(b[0], "name") || !isProperty(b[1], "model")) return false;
  const around = b.slice(isProperty(b[2], "properties") ? 3 : 2);
  return JSON.stringify(a.slice(1)) === JSON.stringify(around);
}

function isProperty(frame: Frame | undefined, key: string): boolean {
  return frame?.kind === "property" && frame.key === key;
}

/**
 * Whether the first is what a server is told to answer to, and the second the model that it loads: KServe's `--model_name` beside `--model_id`
 * (kserve.github.io, "Hugging Face runtime").
 */
function isServedName({ candidate: { context: a } }: ModelReference, { candidate: { context: b } }: ModelReference): boolean {
  const [name] = a;
  const [id] = b;
  return (
    name?.kind === "flag" &&
    id?.kind === "flag" &&
    name.command === id.command &&
    a.length === b.length &&
    /^--model[_-]name$/.test(name.name) &&
    /^--model[_-]id$/.test(id.name)
  );
}

/** Whether the first is what is shown of the second: `{ id: "google/gemini-2.5-pro", name: "gemini-2.5-pro" }`. */
function isNameWithin({ candidate, evidence }: ModelReference, { candidate: { text, context } }: ModelReference): boolean {
  if (!/^(?:display_?)?(?:name|label|title)$/i.test(keyOf(candidate.context)) || !/^(?:model_?)?(?:id|value|slug)$/i.test(keyOf(context)))
    return false;
  return (
    evidence === "bare" &&
    text.endsWith(`/${candidate.text}`) &&
    JSON.stringify(context.slice(1)) === JSON.stringify(candidate.context.slice(1))
  );
}

function keyOf([frame]: readonly Frame[]): string {
  return frame?.kind === "property" ? frame.key : frame?.kind === "argument" ? (frame.keyword ?? "") : "";
}

function differInLetters(a: string, b: string): boolean {
  return a.length === b.length && a !== b && a.toLowerCase() === b.toLowerCase();
}

function isSmall(text: string): boolean {
  return text === text.toLowerCase();
}

/** Whether both are arguments of one call, or fields of one record. */
function areNeighbours({ candidate: { context: a } }: ModelReference, { candidate: { context: b } }: ModelReference): boolean {
  if (a.length !== b.length) return false;
  const [first] = a;
  const [second] = b;
  if (first?.kind === "argument" && second?.kind === "argument") return first.callee === second.callee && !isSamePlace(first, second);
  // the values of one record without a name: `new("a", "b")`, `("a", "b")`
  if (first?.kind === "item" && second?.kind === "item") return first.index === second.index;
  return first?.kind === "property" && second?.kind === "property" && first.key !== second.key;
}

type Argument = Extract<Frame, { readonly kind: "argument" }>;

/** The same argument of two calls: `f("a"), f("A")`. */
function isSamePlace(a: Argument, b: Argument): boolean {
  return a.position === b.position && a.keyword === b.keyword;
}
