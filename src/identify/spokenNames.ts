import type { Frame } from "../detect/candidate.ts";
import type { Namespace } from "./identity.ts";
import type { ModelReference } from "./reference.ts";

/** Providers that write all their names in small letters, and take no others. */
const inSmallLetters: ReadonlySet<Namespace> = new Set<Namespace>([
  "openai",
  "anthropic",
  "google",
  "xai",
  "perplexity",
  "cohere",
  "voyage",
]);

/** Generations that people speak of by number: the names that the API took for them went on (`gpt-3.5-turbo`). */
const generation = /^gpt-[1-3]$/;

/**
 * Whether the text is what people call a model, and no name that its provider would take: `GPT-4o`, `gpt-3`. Nobody says an organisation with it: a hub's
 * name stays one where the document only shows a client of the provider's protocol.
 */
export function isSpokenName(text: string, namespace: Namespace): boolean {
  return inSmallLetters.has(namespace) && !text.includes("/") && (text !== text.toLowerCase() || generation.test(text));
}

/** A label stands near to its model, in the same call or record. */
const farthest = 120;

/** The references of one document without those that repeat their neighbour in other letters, for people to read: `new("gpt-5.5", "GPT-5.5")`. */
export function withoutLabels(references: readonly ModelReference[]): readonly ModelReference[] {
  const labels = new Set<ModelReference>();
  for (let at = 1; at < references.length; at++) {
    const first = references[at - 1];
    const second = references[at];
    if (first === undefined || second === undefined || !differInLetters(first.candidate.text, second.candidate.text)) continue;
    if (second.candidate.range.start - first.candidate.range.end > farthest || !areNeighbours(first, second)) continue;
    labels.add(isSmall(second.candidate.text) ? first : second);
  }
  return labels.size === 0 ? references : references.filter((reference) => !labels.has(reference));
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
