import type { OpennessClass } from "../../src/assess/assessment.ts";

/** The public sources that the catalog is compared with. */
export const claimSources = ["OSAI", "MOT", "os-ai-map", "models.dev"] as const;

export type ClaimSource = (typeof claimSources)[number];

/** What a source says of one model, read naively: by its own words alone, as somebody would who knows nothing else. */
export interface Claim {
  readonly source: ClaimSource;
  /** the entry's name in its source, for people */
  readonly entry: string;
  /** hub ids of the model it is about, in its links and fields; the first that the catalog knows answers */
  readonly hubIds: readonly string[];
  /** other names of it, tried when no hub id is known */
  readonly names: readonly string[];
  /** null where the source says nothing of the class */
  readonly class: ClaimedClass | null;
  /** the words that lead to the class */
  readonly says: string;
  /** the licence of the weights as the source writes it, or null */
  readonly license: string | null;
}

/** A class, or only that there are weights to download: a flag tells no more. */
export type ClaimedClass = Exclude<OpennessClass, "unknown"> | "not-closed";

/** Sites of the hub whose first path segment is no organisation. */
const notOrganisations = new Set(["datasets", "spaces", "collections", "papers", "blog", "docs", "organizations", "learn"]);

/** The hub ids in a text: in addresses of the hub, or the text itself where it is `org/name` alone. Each once, in order. */
export function hubIdsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?:huggingface\.co|hf\.co)\/([\w][\w.-]*)\/([\w][\w.-]*)/g)) {
    const [, organisation, name] = match;
    if (organisation !== undefined && name !== undefined && !notOrganisations.has(organisation)) found.add(`${organisation}/${name}`);
  }
  if (/^[\w][\w.-]*\/[\w][\w.-]*$/.test(text) && !text.includes("huggingface.co")) found.add(text);
  return [...found];
}

/** A field of foreign data: nothing is thrown where it is not there. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  let inner = value;
  for (const key of keys) {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return undefined;
    inner = Object.hasOwn(inner, key) ? (inner as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return inner;
}

/** All texts in a field that holds a text, a list of texts, or nothing. Dates and numbers as text. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

/** The one text of a field, or null. */
export function textIn(value: unknown): string | null {
  return textsIn(value)[0] ?? null;
}
