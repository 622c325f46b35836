import { type Address, beginsHost, isTemplate, repositoryEnd, type Site, segmentEnd } from "./site.ts";

/**
 * First path segments of huggingface.co that are no owner of a model. The hub reserves them for its own pages
 * (https://huggingface.co/docs/hub: datasets, spaces, docs, papers ...).
 */
const reservedSegments: ReadonlySet<string> = new Set([
  "api",
  "assets",
  "blog",
  "buckets",
  "chat",
  "collections",
  "contact",
  "course",
  "datasets",
  "cli",
  "docs",
  "enterprise",
  "front",
  "inference",
  "inference-api",
  "inference-endpoints",
  "join",
  "kernels",
  "learn",
  "login",
  "models",
  "new",
  "oauth",
  "organizations",
  "papers",
  "posts",
  "pricing",
  "privacy",
  "search",
  "settings",
  "spaces",
  "static",
  "storage",
  "support",
  "tasks",
  "terms-of-service",
  "welcome",
]);

/** What follows the name in the address of a file or view of a repository: `/gpt2/resolve/main/config.json`. */
const repositoryViews: ReadonlySet<string> = new Set(["resolve", "blob", "raw", "tree", "commit", "commits", "discussions"]);

/** What people read of a repository: its talk, its card and other prose, its licence, pictures. Programs load none of it. */
const forReaders =
  /^\/(?:discussions\b|(?:blob|raw|resolve|tree)\/[^\s/"'`]{1,100}\/(?:[\w.-]{1,80}\/){0,8}(?:(?:README|LICEN[CS]E|NOTICE|USE_POLICY|MODEL_CARD)(?![\w-])|[\w.-]{1,80}\.(?:md|pdf|png|jpe?g|gif|svg|webp)(?![\w.-])))/i;

function isForReaders(text: string, nameEnd: number, limit: number): boolean {
  return text.charCodeAt(nameEnd) === 47 && forReaders.test(text.slice(nameEnd, Math.min(limit, nameEnd + 1000)));
}

const plus = 43;
const slash = 47;

/** The Deep Java Library's scheme, which names the engine as well. */
const zooScheme = "djl://";

/** Schemes of loaders: MLC LLM writes `HF://`, LocalAI `huggingface://`. */
const schemes = ["hf://", "HF://", "huggingface://", zooScheme] as const;

/** Subdomains that serve models, each with what stands before the model in its paths. */
const servers = [
  { subdomain: "api-inference.", path: "models/" },
  { subdomain: "router.", path: "hf-inference/models/" },
] as const;

/**
 * `huggingface.co/ORG/NAME...`, `hf.co/ORG/NAME`, `hf://ORG/NAME`, `huggingface.co/api/models/ORG/NAME` and the old ownerless
 * `huggingface.co/NAME/resolve/...`. Null for pages of the hub, datasets and spaces, for what only people read of a repository
 * (`/blob/main/README.md`), and for `hf.co/ORG/NAME:TAG` without a scheme, which is a name in Ollama's own scheme and no address.
 */
function huggingFaceAt(text: string, mark: number, from: number, limit: number): Address | null {
  const isScheme = schemes.some((scheme) => text.startsWith(scheme, mark));
  const path = isScheme ? schemePath(text, mark, from) : hostPath(text, mark, from);
  if (path === null) return null;
  const start = from + path.length;
  const ownerEnd = segmentEnd(text, start, limit, false);
  if (reservedSegments.has(text.slice(start, ownerEnd).toLowerCase())) return null;
  const nameEnd = text.startsWith(zooScheme, mark) ? zooNameEnd(text, start, ownerEnd, limit) : repositoryEnd(text, start, limit);
  if (nameEnd < 0 || isTemplate(text, nameEnd, limit)) return null;
  if (repositoryViews.has(text.slice(ownerEnd + 1, nameEnd))) return { start, end: ownerEnd, site: "huggingface" };
  if (isForReaders(text, nameEnd, limit)) return null;
  const withScheme = isScheme || text.startsWith("//", mark - 2) || text.startsWith("//www.", mark - 6) || path !== "";
  if (!withScheme && nameEnd < limit && text.charCodeAt(nameEnd) === 58) return null;
  const end = text.startsWith(".git", nameEnd - 4) ? nameEnd - 4 : nameEnd;
  return { start, end, site: "huggingface" };
}

/** Where a name in the Deep Java Library's zoo ends: there, the hub's first models have no owner either (`djl://ai.djl.huggingface.pytorch/bert-base-cased`). */
function zooNameEnd(text: string, start: number, ownerEnd: number, limit: number): number {
  const isAlone = ownerEnd > start && text.charCodeAt(ownerEnd) !== slash;
  return isAlone ? ownerEnd : repositoryEnd(text, start, limit);
}

/** What stands between a scheme and the model; null where the scheme is another's, whose path begins with its own: `pvc+hf://volume/folder`. */
function schemePath(text: string, mark: number, from: number): string | null {
  if (text.charCodeAt(mark - 1) === plus) return null;
  return text.startsWith("models/", from) ? "models/" : "";
}

/** What stands between the host and the model; null where the host is another's, or serves no model by such a path. */
function hostPath(text: string, mark: number, from: number): string | null {
  const server = text.startsWith("huggingface", mark)
    ? servers.find(({ subdomain }) => text.startsWith(subdomain, mark - subdomain.length))
    : undefined;
  if (!beginsHost(text, mark - (server?.subdomain.length ?? 0), "www.")) return null;
  if (server !== undefined) return text.startsWith(server.path, from) ? server.path : null;
  return text.startsWith("api/models/", from) ? "api/models/" : "";
}

export const huggingFace: Site = {
  mark: "(?:huggingface\\.co|hf\\.co)/|(?:hf|HF|huggingface)://|djl://ai\\.djl\\.huggingface\\.[a-z]{2,20}/",
  begins: ["huggingface", "hf", "HF", "djl"],
  read: huggingFaceAt,
};
