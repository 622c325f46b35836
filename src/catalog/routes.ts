import type { Identity, Namespace } from "../identify/identity.ts";
import { remembered } from "../remembered.ts";
import { withoutMarks } from "./derived.ts";

/*
 * Under which keys the names of each scheme are looked for. Hosts serve the models of others under spellings of their
 * own; the rewrites below undo what a host is known to do to a name, and the vendor tables say whose scheme the rest
 * of the name belongs to.
 */

/** A name to look for, in lower case. */
export interface NameKey {
  readonly namespace: Namespace;
  readonly name: string;
}

/** Where an identity is looked for, group after group; in a group, exact names of all keys go before any pattern. */
export interface Route {
  readonly names: readonly (readonly NameKey[])[];
  /** hub names without their organisation, as hosts write them: one that is exactly a record's goes before any pattern */
  readonly basenames: readonly string[];
  /** a hub name from which quantisers' and fine-tuners' names may be followed to their base */
  readonly hub: string | null;
  /** a customer's own fine-tune at the provider, named after its base */
  readonly tuned: boolean;
  /** other spellings of the name, for when nothing else answers: what they lead to is inferred from the name */
  readonly respelled: (() => Respelled) | null;
}

/** Where a host's free spelling of a name is looked for. */
export interface Respelled {
  readonly names: readonly NameKey[];
  /** as {@link Route.basenames}; resellers' names without their vendor count too */
  readonly basenames: readonly string[];
}

/** Undoes one habit of a scheme; gives the name back as it was where it does not apply. */
type Rewrite = (name: string) => string;

const replacing =
  (pattern: RegExp, replacement: string): Rewrite =>
  (name) =>
    name.replace(pattern, replacement);

/** `gpt-4o-2024-08-06`, `claude-3-5-sonnet-20241022`, `claude-3-5-sonnet@20241022` */
const withoutDate = replacing(/[-@]20\d{2}-?[01]\d-?[0-3]\d$/, "");
/** `gpt-4-0613`, `grok-4-0709` */
const withoutMonthAndDay = replacing(/-[01]\d[0-3]\d$/, "");
const withoutLatest: Rewrite = (name) => (name.endsWith("-latest") ? name.slice(0, -"-latest".length) : name);
/** Vertex: `text-bison@001`, `claude-3-5-sonnet-v2@20241022` */
const withoutVersionAtAt = replacing(/@[^@/]*$/, "");
/** Google: `gemini-1.5-pro-002`, `gemini-2.5-flash-preview-09-2025` */
const withoutBuild = replacing(/-(?:00\d|\d{2}-20\d{2})$/, "");
/** `mistral-large@2411-001`, `codestral@latest` */
const atAsDash = replacing(/@(\d{4}|latest)(?:-\d+)?$/, "-$1");
/** `claude-3.5-sonnet` of resellers is `claude-3-5-sonnet` at Anthropic */
const dotsAsDashes = replacing(/(\d)\.(?=\d)/g, "$1-");
/** resellers keep the order of Claude 3, `claude-4-sonnet`; since Claude 4 Anthropic's is `claude-sonnet-4` */
const claudeFamilyFirst = replacing(/^claude-([4-9](?:-\d)?)-(opus|sonnet|haiku)(?=-|$)/, "claude-$2-$1");
/** LiteLLM writes the zone of the deployment before the model: `eu/gpt-4o-2024-08-06` */
const withoutAzureZone = replacing(/^(?:eu|us|apac|global|global-standard)\//, "");
/** Fireworks' models in Azure's catalogue: `FW-GLM-5` */
const withoutAzureFireworks = replacing(/^fw-/, "");
/** Azure's first names had no dot, `gpt-35-turbo`, and deployments are called so still: `gpt-41-mini` */
const azureDot = replacing(/^gpt-(\d)(\d)(?=-|$)/, "gpt-$1.$2");
/** `azureml://registries/azure-openai/models/gpt-4o/versions/2024-08-06` */
const azureRegistry = replacing(/^azureml:\/\/.*\/models\/([^/]+)(?:\/.*)?$/, "$1");
/** `arn:aws:bedrock:us-east-1::foundation-model/...`, `.../inference-profile/us....` */
const withoutArn = replacing(/^arn:[^/]*:(?:foundation-model|inference-profile)\//, "");
/** cross-region inference profiles: `us.anthropic...`, `apac.`, `global.` */
const withoutRegion = replacing(/^(?:[a-z]{2}|us-gov|apac|global)\.(?=[a-z0-9]+\.)/, "");
/** `-v1:0`, `-v1:0:200k`, `-1:0`, `:0` */
const withoutBedrockVersion = replacing(/(?:-v?\d+)?:\d+(?::\w+)?$|-v\d+$/, "");
/** `mistral-7b-instruct-v0:2` is Mistral-7B-Instruct-v0.2 */
const bedrockVersionAsDot = replacing(/-v(\d+):(\d+)$/, "-v$1.$2");
/** `llama3-1-8b-instruct`, `llama4-scout-17b-instruct` */
const bedrockLlama: Rewrite = (name) => name.replace(/(^|\.)llama(\d)-(\d)-/, "$1llama-$2.$3-").replace(/(^|\.)llama(\d)-/, "$1llama-$2-");
/** `projects/.../publishers/google/models/gemini-2.5-pro`, `publishers/meta/models/...` */
const publisher = replacing(/^(?:.*\/)?publishers\/([^/]+)\/models\//, "$1/");
const withoutMaas = replacing(/-maas$/, "");
/** Fireworks: `accounts/fireworks/models/llama-v3p1-70b-instruct` */
const withoutAccount = replacing(/^accounts\/[^/]+\/models\//, "");
const fireworksPoint = replacing(/(\d)p(?=\d)/g, "$1.");
const fireworksVersion = replacing(/-v(?=\d)/g, "-");
/** OpenRouter's variants and Replicate's version: `:free`, `:5ba3…` */
const withoutVariant = replacing(/:[a-z0-9-]+$/, "");
const withoutTilde = replacing(/^~/, "");
/** Cloudflare: `@cf/meta/llama-3.1-8b-instruct` */
const withoutCloudflare = replacing(/^@(?:cf|hf)\//, "");
/** builds that hosts add: Together's `-Turbo`, Groq's `-versatile` and context length, Cloudflare's `-fast` */
const withoutHostBuild = replacing(/-(?:turbo|turbo-free|lite|reference|versatile|instant|fast|original|tput|free|32768|8192|131072)$/, "");
const withoutModels = replacing(/^models\//, "");
const withoutHubPrefix = replacing(/^hf[-_]hub:/, "");
/** gateways that write another scheme's name behind their own: `workers-ai/@cf/...`, `~anthropic/claude-sonnet-latest` */
const withoutGateway = replacing(/^(?:workers-ai\/(?=@)|~)/, "");
/** `ft:gpt-4o-mini-2024-07-18:org::id` */
const tunedBase = replacing(/^ft:([^:]*)(?::.*)?$/, "$1");

interface Scheme {
  readonly rewrites: readonly Rewrite[];
  /** other schemes that share the name */
  readonly also?: readonly Namespace[];
  /** the vendor stands before the name: `openai/gpt-4o`, `anthropic.claude-...`, `cohere-command-r` */
  readonly vendor?: "/" | "." | "-";
  /** a name may be a hub's, with its organisation or without */
  readonly hub?: true;
}

const host: Scheme = { rewrites: [withoutVariant, withoutHostBuild], vendor: "/", hub: true };

const schemes: Readonly<Record<Namespace, Scheme>> = {
  huggingface: { rewrites: [], hub: true },
  openai: { rewrites: [tunedBase, withoutDate, withoutMonthAndDay, withoutLatest], hub: true },
  anthropic: { rewrites: [dotsAsDashes, withoutVersionAtAt, withoutDate, withoutLatest, claudeFamilyFirst] },
  google: { rewrites: [withoutModels, withoutBuild, withoutLatest], hub: true },
  mistral: { rewrites: [tunedBase, withoutLatest], hub: true },
  cohere: { rewrites: [tunedBase, withoutLatest], vendor: "/", hub: true },
  xai: { rewrites: [withoutMonthAndDay, withoutLatest] },
  deepseek: { rewrites: [], hub: true },
  // its agent API serves other makers' models, too
  perplexity: { rewrites: [], vendor: "/", hub: true },
  voyage: { rewrites: [], hub: true },
  bedrock: {
    rewrites: [withoutArn, withoutRegion, bedrockVersionAsDot, withoutBedrockVersion, bedrockLlama],
    // in Anthropic's own client the vendor may be left out
    also: ["anthropic"],
    vendor: ".",
    hub: true,
  },
  azure: {
    rewrites: [azureRegistry, withoutAzureZone, withoutAzureFireworks, azureDot],
    also: ["openai", "anthropic", "mistral", "cohere", "xai", "deepseek"],
    vendor: "-",
    hub: true,
  },
  vertex: {
    rewrites: [publisher, atAsDash, withoutVersionAtAt, withoutMaas],
    also: ["google", "anthropic", "mistral"],
    vendor: "/",
    hub: true,
  },
  ollama: { rewrites: [] },
  openrouter: { rewrites: [withoutTilde, withoutVariant], vendor: "/", hub: true },
  groq: host,
  together: host,
  fireworks: { rewrites: [withoutAccount, fireworksPoint, fireworksVersion], vendor: "/", hub: true },
  deepinfra: host,
  nvidia: host,
  cloudflare: { rewrites: [withoutCloudflare, withoutHostBuild], vendor: "/", hub: true },
  "github-models": { rewrites: [], also: ["openai", "mistral", "cohere", "xai", "deepseek"], vendor: "/", hub: true },
  replicate: host,
  docker: { rewrites: [replacing(/^ai\//, "")], hub: true },
  "sentence-transformers": { rewrites: [] },
  timm: { rewrites: [withoutHubPrefix] },
  modelscope: { rewrites: [], hub: true },
  other: {
    rewrites: [withoutGateway, withoutVariant, withoutLatest],
    also: ["openai", "anthropic", "google", "mistral", "cohere", "xai", "deepseek", "perplexity", "voyage", "cloudflare"],
    vendor: "/",
    hub: true,
  },
};

/** Vendors' names in other schemes' prefixes, and the schemes of their own. */
const vendors: ReadonlyMap<string, Namespace> = new Map<string, Namespace>([
  ["openai", "openai"],
  ["azure-openai", "openai"],
  ["anthropic", "anthropic"],
  ["google", "google"],
  ["mistral", "mistral"],
  ["mistralai", "mistral"],
  ["mistral-ai", "mistral"],
  ["cohere", "cohere"],
  ["x-ai", "xai"],
  ["xai", "xai"],
  ["deepseek", "deepseek"],
  ["perplexity", "perplexity"],
  ["voyage", "voyage"],
  ["voyageai", "voyage"],
]);

/** Vendors that have hub organisations, but no scheme of their own. */
const hubVendors: ReadonlyMap<string, string> = new Map([
  ["meta", "meta-llama"],
  ["mistral", "mistralai"],
  ["mistral-ai", "mistralai"],
  ["deepseek", "deepseek-ai"],
  ["z-ai", "zai-org"],
  ["moonshot", "moonshotai"],
  ["minimax", "minimaxai"],
  ["cohere", "coherelabs"],
  ["xai", "xai-org"],
  ["x-ai", "xai-org"],
  ["ai21", "ai21labs"],
]);

/** What resellers write before `/`, and how OpenRouter, whose names are common to them, writes it. */
const resellerVendors: ReadonlyMap<string, string> = new Map([
  ["alibaba", "qwen"],
  ["bfl", "black-forest-labs"],
  ["bytedance", "bytedance-seed"],
  ["volcengine", "bytedance-seed"],
  ["deepseek-ai", "deepseek"],
  ["grok", "x-ai"],
  ["xai", "x-ai"],
  ["meta", "meta-llama"],
  ["mistral", "mistralai"],
  ["mistral-ai", "mistralai"],
  ["minimaxai", "minimax"],
  ["moonshot", "moonshotai"],
  ["stepfun-ai", "stepfun"],
  ["zai", "z-ai"],
  ["zai-org", "z-ai"],
]);

/**
 * What hosts and resellers do to a name at will. None of it is anybody's rule, so that what it leads to is inferred.
 * A vendor before a dash or dot: `anthropic-claude-opus-4`, `meta.llama-3.3-70b-instruct`.
 */
const withoutVendorWord = replacing(
  /^(?:alicloud|anthropic|azure|coding|cohere|databricks|deepseek-ai|google|meta|mistralai|moonshot|nvidia|openai|snowflake|xai|xiaomi|z-ai|zai-org|zai)[-.](?=[a-z])/,
  "",
);
/** how it is served: `kimi-k2.5-fast`, `deepseek-v4-flash-thinking`, `glm-4.7-original`, `qwen3-235b-tee` */
const withoutServing = replacing(
  /-(?:fast|turbo|flex|lightning|versatile|instant|highspeed|high-throughput|cheaper|original|tee|thinking|free|web|cs|fw|us|nvfp4|fp8(?:-dynamic)?)$/,
  "",
);
/** `kimi-k2-thinking-251104` of Volcengine */
const withoutShortDate = replacing(/-2\d[01]\d[0-3]\d$/, "");
/** `qwen3-5-9b` is Qwen3.5 9B */
const dashAsDot = replacing(/(\d)[-_](?=\d(?:[-_]|$))/g, "$1.");
/** `minimax-m25`, `qwen25-coder-32b` */
const versionPoint = replacing(/([a-z]\d)(\d)(?=-|$)/, "$1.$2");
/** `llama3.3-70b` is Llama-3.3-70B, `gpt4o` is gpt-4o; `gpt4all` is another name */
const nameApart = replacing(/^([a-z]{3,})(?=\d+[a-z]?(?![a-z0-9]))/, "$1-");
/** `qwen-2.5-72b` is Qwen2.5-72B */
const nameJoined = replacing(/^([a-z]+)-(?=\d)/, "$1");
const respellings: readonly Rewrite[] = [
  withoutVariant,
  withoutShortDate,
  withoutServing,
  withoutServing,
  withoutVendorWord,
  dashAsDot,
  versionPoint,
  nameApart,
  nameJoined,
];

/** Names longer than this are nobody's: ARNs are the longest in use. */
export const longestName: number = 512;

/** No scheme has more ways to spell a name: a bound for hostile names. */
const mostSpellings = 16;

/** The name as written, then with each rewrite applied to all before it. */
function spell(name: string, rewrites: readonly Rewrite[]): readonly string[] {
  const spellings = [name];
  for (const rewrite of rewrites) {
    // not those that this one adds
    const { length } = spellings;
    for (let index = 0; index < length; index++) {
      const spelling = spellings[index] ?? "";
      const changed = rewrite(spelling);
      if (changed !== spelling && changed !== "" && spellings.length < mostSpellings && !spellings.includes(changed))
        spellings.push(changed);
    }
  }
  return spellings;
}

const nowhere: Route = { names: [], basenames: [], hub: null, tuned: false, respelled: null };

/** The keys for `identity`, likeliest first. */
export function routeOf(identity: Identity): Route {
  const name = identity.name.toLowerCase();
  // no scheme has white space or controls in its names: what holds them is a sentence, or rubbish
  if (name === "" || name.length > longestName || /[\s\p{Cc}]/u.test(name)) return nowhere;
  const tag = identity.tag?.toLowerCase() ?? null;
  switch (identity.namespace) {
    case "huggingface":
      return { ...nowhere, names: [[{ namespace: "huggingface", name }]], hub: name };
    case "ollama":
      return {
        ...nowhere,
        names: tagged("ollama", name, tag),
        // many publish a model under its hub name
        respelled: () => ({ names: [], basenames: tag === null ? [name] : [`${name}-${tag}`, name] }),
      };
    case "docker":
      return {
        ...nowhere,
        // Docker's own builds are marked in the name: `ai/gemma3-qat`
        names: withoutMarks(name).flatMap((step) => tagged("docker", step, tag)),
        basenames: [name.slice(name.lastIndexOf("/") + 1)],
      };
    case "sentence-transformers": {
      const hub = name.includes("/") ? [name] : [`sentence-transformers/${name}`, name];
      return {
        ...nowhere,
        names: [[{ namespace: "sentence-transformers", name }, ...hub.map((key) => ({ namespace: "huggingface", name: key }) as const)]],
        hub: name.includes("/") ? name : null,
      };
    }
    case "timm": {
      const spellings = spell(name, schemes.timm.rewrites);
      const last = spellings.at(-1) ?? name;
      const keys: NameKey[] = spellings.map((key) => ({ namespace: "timm", name: key }));
      keys.push({ namespace: "huggingface", name: last.includes("/") ? last : `timm/${last}` });
      return { ...nowhere, names: [keys], hub: last.includes("/") ? last : null };
    }
    default:
      return hosted(identity, name, tag);
  }
}

/** Schemes whose tag chooses the weights: the tag's own name goes before the bare name. */
function tagged(namespace: Namespace, name: string, tag: string | null): readonly (readonly NameKey[])[] {
  const bare = [{ namespace, name }];
  return tag === null ? [[...bare, { namespace, name: `${name}:latest` }]] : [[{ namespace, name: `${name}:${tag}` }], bare];
}

function hosted(identity: Identity, name: string, tag: string | null): Route {
  const { namespace } = identity;
  const scheme = schemes[namespace];
  const keys: NameKey[] = [];
  const add = (key: NameKey): void => {
    if (!keys.some((known) => known.namespace === key.namespace && known.name === key.name)) keys.push(key);
  };
  // Bedrock's version after the colon is part of its ids
  const whole = namespace === "bedrock" && tag !== null ? `${name}:${tag}` : name;
  const dated = identity.revision !== null && !whole.includes(identity.revision.toLowerCase());
  const plain = spell(whole, scheme.rewrites);
  const spellings = dated ? [...new Set([...spell(`${whole}-${identity.revision?.toLowerCase()}`, scheme.rewrites), ...plain])] : plain;
  for (const spelling of spellings) add({ namespace, name: spelling });
  // its clients may leave the account out
  if (namespace === "fireworks" && !whole.includes("/")) add({ namespace, name: `accounts/fireworks/models/${whole}` });
  for (const other of scheme.also ?? []) {
    const { rewrites } = schemes[other];
    // most names are spelled in one way, and then no key can be there already
    if (spellings.length === 1) for (const again of spell(whole, rewrites)) keys.push({ namespace: other, name: again });
    else for (const spelling of spellings) for (const again of spell(spelling, rewrites)) add({ namespace: other, name: again });
  }
  const hubNames: NameKey[] = [];
  const basenames: string[] = [];
  let hub: string | null = null;
  for (const spelling of spellings) {
    const at = scheme.vendor === undefined ? -1 : spelling.indexOf(scheme.vendor);
    const vendor = at > 0 ? spelling.slice(0, at) : null;
    const rest = spelling.slice(at + 1);
    const vendorScheme = vendor === null ? undefined : vendors.get(vendor);
    if (vendorScheme !== undefined)
      for (const again of spell(rest, schemes[vendorScheme].rewrites)) add({ namespace: vendorScheme, name: again });
    // OpenRouter's and GitHub's `amazon/nova-pro-v1`
    if (vendor === "amazon" && scheme.vendor === "/") add({ namespace: "bedrock", name: `amazon.${rest}` });
    if (!scheme.hub) continue;
    if (scheme.vendor !== "." && spelling.includes("/")) {
      hubNames.push({ namespace: "huggingface", name: spelling });
      hub ??= spelling;
      // a gateway's word before the hub's name: `Pro/deepseek-ai/DeepSeek-V3`
      const owner = spelling.lastIndexOf("/", spelling.lastIndexOf("/") - 1);
      if (owner >= 0) hubNames.push({ namespace: "huggingface", name: spelling.slice(owner + 1) });
    }
    // resellers name as OpenRouter does
    if (namespace === "other" && vendor !== null) {
      for (const known of [vendor, resellerVendors.get(vendor)]) if (known) add({ namespace: "openrouter", name: `${known}/${rest}` });
    }
    const hubVendor = vendor === null ? undefined : hubVendors.get(vendor);
    if (hubVendor !== undefined) hubNames.push({ namespace: "huggingface", name: `${hubVendor}/${rest}` });
    basenames.push(spelling.slice(spelling.lastIndexOf("/") + 1));
    // `deepseek.r1-v1:0` is DeepSeek-R1
    if (scheme.vendor === "." && vendor !== null) basenames.push(rest, `${vendor}-${rest}`);
  }
  return {
    names: [[...keys, ...hubNames]],
    basenames: [...new Set(basenames)],
    hub,
    tuned: name.startsWith("ft:"),
    respelled: scheme.vendor === undefined ? null : () => respell(namespace, spellings),
  };
}

/** The last part of a host's name, in the spellings that are in use for it. */
function respell(namespace: Namespace, spellings: readonly string[]): Respelled {
  const last = spellings.at(-1) ?? "";
  const basenames = spell(last.slice(last.lastIndexOf("/") + 1), respellings);
  const schemesOfIt = respelledSchemes(namespace);
  const names: NameKey[] = [];
  for (const basename of basenames) {
    for (const one of schemesOfIt) {
      const again = one === "anthropic" ? spell(basename, schemes.anthropic.rewrites) : [basename];
      for (const name of again) names.push({ namespace: one, name });
    }
  }
  return { names, basenames };
}

/** The schemes in which a host's name is looked for when it is respelled. */
const respelledSchemes: (namespace: Namespace) => readonly Namespace[] = remembered(100, (namespace: Namespace) => [
  ...new Set<Namespace>([namespace, ...(schemes[namespace].also ?? []), "other"]),
]);
