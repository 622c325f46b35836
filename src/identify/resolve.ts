import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import { detached } from "../detached.ts";
import { remembered } from "../remembered.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { type Identity, makersSchemes, type Namespace } from "./identity.ts";
import {
  bedrockName,
  looksLikeBedrockId,
  named,
  readHubId,
  readOllamaName,
  readOpenRouterId,
  readProviderId,
  readRoutedName,
} from "./names.ts";
import { readPrefixed } from "./prefixed.ts";

/** An identity with the record that answers for it. */
export interface Resolved {
  readonly identity: Identity;
  readonly match: CatalogMatch | null;
  /** only the part behind a prefix is known that nobody else has: where nothing says that a model is meant, it may be a path */
  readonly isBehindPrefix?: true;
}

/** Whether nobody has listed the name: it is read from a family's, or from what others make of a model. */
export function isGuessed(match: CatalogMatch | null): boolean {
  return match === null || (!match.tuned && (match.inferred !== null || match.family !== null || match.spelling === "free"));
}

/** Schemes of a plain word, in the order in which they are asked when nothing around it tells. */
const plainSchemes: readonly Namespace[] = [...makersSchemes, "groq", "other"];

/** Every way in which `text` could be read with nothing known of its place, likeliest first. */
function* readings(text: string): Generator<Identity> {
  const add = function* (identity: Identity | null): Generator<Identity> {
    if (identity) yield identity;
  };
  if (looksLikeBedrockId(text)) yield* add(readProviderId("bedrock", bedrockName(text)));
  if (text.startsWith("@cf/") || text.startsWith("@hf/")) yield* add(readProviderId("cloudflare", text));
  if (text.startsWith("accounts/fireworks/")) yield* add(readProviderId("fireworks", text));
  const slash = text.indexOf("/");
  if (slash > 0) {
    if (text.startsWith("registry.ollama.ai/")) yield* add(readOllamaName(text));
    if (text.startsWith("models/")) yield* add(readProviderId("google", text));
    // Docker's own organisation; nobody else's names begin so
    if (text.startsWith("ai/")) yield readIn("docker", text);
    yield* add(readHubId(text));
    yield* add(readRoutedName(text));
    yield* add(readOpenRouterId(text));
    // a hub name has one `/`: more are a gateway's words before somebody's name
    if (text.includes("/", slash + 1)) yield* add(readProviderId("other", text));
    yield* add(readProviderId("nvidia", text));
    yield* add(readProviderId("replicate", text));
    const colon = text.indexOf(":");
    if (colon > 0 && colon < slash) yield* add(readPrefixed(text));
    return;
  }
  const colon = text.indexOf(":");
  if (colon > 0) {
    yield* add(readOllamaName(text));
    yield* add(readPrefixed(text));
    yield* add(readProviderId("openai", text));
    return;
  }
  for (const namespace of plainSchemes) yield* add(readProviderId(namespace, text));
  yield* add(readProviderId("vertex", text));
  yield* add(readOllamaName(text));
  yield* add(readHubId(text));
  yield named("sentence-transformers", text);
  yield* add(readProviderId("github-models", text));
  yield* add(readProviderId("together", text));
  yield named("timm", text);
}

/** How much was guessed for a match: 0 for a listed name of the reading's own scheme. */
function guesswork({ inferred, family, spelling }: CatalogMatch): number {
  if (inferred !== null || spelling === "free") return family === null ? 6 : 8;
  if (family !== null) return 4;
  return spelling === "own" ? 0 : 2;
}

/** What speaks against a scheme for a word of which nothing is known but the word. */
function strangeness({ namespace, tag }: Identity, { spelling }: CatalogMatch): number {
  // Ollama gives other labs' names to whatever it holds by default: hosts mean the model itself
  if (namespace === "ollama") return tag === null ? 3 : 0;
  // what a scheme only takes over from others is no name of it
  return spelling === "own" || namespace === "other" ? 0 : 1;
}

/**
 * Whether OpenAI's scheme is only what a router falls back on: the name is known as another's, and OpenAI has none for that model. LangChain asks
 * OpenAI for what it cannot place, which makes no `llama_3_70B` OpenAI's.
 */
function isAnothers({ namespace }: Identity, { spelling, record }: CatalogMatch): boolean {
  return namespace === "openai" && spelling !== "own" && record.names.openai === undefined;
}

/**
 * Understands a name with the help of the runtimes that the file shows, then by every scheme in turn. The reading with the least
 * guesswork answers: a listed name of the reading's own scheme, a host's spelling of a listed name, a name of which a family's pattern
 * alone knows, an inferred one; among equals the first. A name that is known by another scheme's spelling belongs to no scheme that we could name.
 * @returns null where no scheme can read it; without a record, of a plain word whose reader nothing shows, no scheme is claimed
 */
export function resolve(text: string, catalog: Catalog, shown: readonly Runtime[]): Resolved | null {
  let first: Identity | null = null;
  let best: (Resolved & { readonly guesswork: number }) | null = null;
  const seen = new Set<string>();
  /** `given`: the file shows who reads the name; `anybodys`: and its protocol is that of many servers */
  const consider = (identity: Identity, given: boolean, anybodys = false): Resolved | null => {
    first ??= identity;
    const key = `${identity.namespace} ${identity.name} ${identity.tag ?? ""}`;
    if (seen.has(key)) return null;
    seen.add(key);
    const match = catalog.find(identity);
    if (match === null) return null;
    const guessed =
      guesswork(match) + ((given && (anybodys || !isAnothers(identity, match))) || text.includes("/") ? 0 : strangeness(identity, match));
    if (guessed === 0 || (given && guessed === 2)) return { identity, match };
    if (best === null || guessed < best.guesswork) best = { identity, match, guesswork: guessed };
    return null;
  };
  for (const runtime of shown) {
    const identity = runtime.read(text);
    const found = identity && consider(identity, true, runtime.isCommonProtocol === true);
    if (found) return found;
  }
  // what a provider lists as its own is no tag of what Ollama has by the provider's name: `mistral:mistral-small-latest`
  const prefixed = text.includes(":") ? readPrefixed(text) : null;
  const listed = prefixed && catalog.find(prefixed);
  if (prefixed && listed && guesswork(listed) === 0) return { identity: prefixed, match: listed };
  for (const identity of readings(text)) {
    const found = consider(identity, false);
    if (found) return found;
  }
  if (best !== null) return inItsScheme(text, best, catalog);
  const routed = behindGateway(text, catalog);
  if (routed !== null) return routed;
  const isPlain = !/[/:]/.test(text);
  return first && { identity: shown.length === 0 && isPlain ? named("other", text) : first, match: null };
}

/**
 * What a gateway is asked for: by a provider's name (`azure_openai/gpt-4o`), or by a prefix of its own (`langdb/gpt-4o`). Of the latter only what a
 * maker lists is known to be meant, since hubs have copies of everything else.
 */
function behindGateway(text: string, catalog: Catalog): Resolved | null {
  const slash = text.indexOf("/");
  if (slash <= 0 || text.includes("/", slash + 1)) return null;
  const prefixed = readPrefixed(text, "/");
  const known = prefixed && catalog.find(prefixed);
  if (prefixed && known && known.inferred === null) return { identity: prefixed, match: known };
  for (const namespace of makersSchemes) {
    const identity = readProviderId(namespace, text.slice(slash + 1));
    const match = identity && catalog.find(identity);
    if (match && guesswork(match) === 0) return { identity, match, isBehindPrefix: true };
  }
  return null;
}

/** The marks of Together's own builds (`Llama-3.3-70B-Instruct-Turbo`), which the hub does not have. */
const togethersBuild = /-(?:turbo|lite|tput|reference|free)$/i;

/**
 * The ids of OpenRouter's and NVIDIA's lists have small letters only: a name with others that they know somebody's copy by is the hub's, or
 * Together's, where that scheme reads the same model out of it.
 */
function inItsScheme(text: string, resolved: Resolved, catalog: Catalog): Resolved {
  const { identity, match } = resolved;
  if ((identity.namespace !== "openrouter" && identity.namespace !== "nvidia") || !/[A-Z]/.test(text)) return resolved;
  const own = togethersBuild.test(text) ? readProviderId("together", text) : readHubId(text);
  return own !== null && catalog.find(own)?.record === match?.record ? { identity: own, match } : resolved;
}

/** {@link resolve} for one catalog. */
export type Resolve = (text: string, shown: readonly Runtime[]) => Resolved | null;

/** Names that are kept with their answers: a project uses few, many times. */
const mostKept = 10_000;

/** {@link resolve} with its answers kept. */
export function createResolve(catalog: Catalog): Resolve {
  interface Question {
    readonly text: string;
    readonly shown: readonly Runtime[];
  }
  const kept = remembered(
    mostKept,
    ({ text, shown }: Question): Resolved | null => resolve(detached(text), catalog, shown),
    ({ text, shown }) => shown.reduce((key, { id }) => `${key} ${id}`, text),
  );
  return (text, shown) => kept({ text, shown });
}

/** Reads a name in a given scheme, as `show --namespace` has it; total: what cannot be read is taken as it stands. */
export function readIn(namespace: Namespace, text: string): Identity {
  switch (namespace) {
    case "huggingface":
      return readHubId(text) ?? named(namespace, text);
    case "ollama":
      return readOllamaName(text) ?? named(namespace, text);
    case "openrouter":
      return readOpenRouterId(text) ?? named(namespace, text);
    case "docker": {
      const [name = text, tag = null] = text.split(":");
      return named(namespace, name, { tag });
    }
    case "bedrock":
      return named(namespace, bedrockName(text));
    case "sentence-transformers":
      return text.includes("/") ? (readHubId(text) ?? named(namespace, text)) : named(namespace, text);
    default:
      return readProviderId(namespace, text) ?? named(namespace, text);
  }
}
