import type { Namespace } from "./identity.ts";

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
