/** Whose address it is: a hub's, or that of a service whose path says which model is asked. */
export type AddressSite =
  | "huggingface"
  | "modelscope"
  | "ollama"
  | "google"
  | "vertex"
  | "replicate"
  | "cloudflare"
  | "azure"
  | "fal"
  | "stability";

/** Where an address names a model: `[start, end)` is exactly the model's part. */
export interface Address {
  readonly start: number;
  readonly end: number;
  readonly site: AddressSite;
}

const plus = 43;

/**
 * What Google's paths have behind the model (https://ai.google.dev/api, https://cloud.google.com/vertex-ai/docs/reference/rest): it tells
 * `/models/gemini-2.0-flash:generateContent` from any other `/models/`.
 */
const googleMethods =
  "(?:[gG]enerate|streamGenerate|bidiGenerate|batchGenerate|embed)Content|batchEmbedContents|countTokens|predict(?:LongRunning)?|(?:r|streamR)awPredict";

/** Every place in a text where an address of a hub or a service may begin; `g`, so that a caller can go on from one to the next. */
export const addressMarks: string = [
  "(?:huggingface\\.co|hf\\.co|modelscope\\.(?:cn|ai)|ollama\\.com/library|fal\\.run)/",
  "(?:hf|huggingface|ollama)://",
  "djl://ai\\.djl\\.huggingface\\.[a-z]{2,20}/",
  `/models/(?=[a-z][\\w.@-]{1,90}:(?:${googleMethods})\\b)`,
  "api\\.replicate\\.com/v1/models/",
  "/ai/run/(?=@)",
  "api\\.stability\\.ai/v\\d(?:beta)?/generation/",
].join("|");

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

/**
 * The model that an address of Hugging Face or Ollama names: `huggingface.co/ORG/NAME...`, `hf.co/ORG/NAME`,
 * `hf://ORG/NAME` (LocalAI writes `huggingface://`, the Deep Java Library `djl://ai.djl.huggingface.pytorch/`), `huggingface.co/api/models/ORG/NAME`,
 * `ollama.com/library/NAME[:tag]`, `ollama://NAME[:tag]`, the old ownerless
 * `huggingface.co/NAME/resolve/...`, ModelScope's `modelscope.cn/models/ORG/NAME`, `/api/v1/models/ORG/NAME/repo` and `ORG/NAME.git`, and the model in a
 * request's path: Google's `/models/NAME:generateContent`, Replicate's `/v1/models/ORG/NAME/predictions`, Cloudflare's `/ai/run/@cf/ORG/NAME`, fal's
 * `fal.run/ORG/NAME/WAY`, Stability's `/v1/generation/ENGINE/...`. Null for pages of the hub, datasets and spaces, for names that a template fills
 * in, for what only people read of a repository (`/blob/main/README.md`, ModelScope's `/summary`), and for `hf.co/ORG/NAME:TAG` without a scheme, which is a name in Ollama's
 * own scheme and no address.
 * The first address of `text` counts.
 */
export function addressOf(text: string): Address | null {
  const marks = new RegExp(addressMarks, "g");
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    const address = addressAt(text, match.index, match.index + match[0].length);
    if (address !== null) return address;
  }
  return null;
}

/** The address whose mark (see {@link addressMarks}) stands at `[mark, from)`, or null where it names no model. */
export function addressAt(text: string, mark: number, from: number, limit: number = text.length): Address | null {
  if (text.charCodeAt(mark) === 47) return pathAt(text, mark, from, limit);
  if (text.startsWith("ollama://", mark)) {
    const ownerEnd = segmentEnd(text, from, limit, true);
    const end = ownerEnd > from && text.charCodeAt(ownerEnd) === 47 ? segmentEnd(text, ownerEnd + 1, limit, true) : ownerEnd;
    return end > from && end !== ownerEnd + 1 && !isTemplate(text, end, limit) ? { start: from, end, site: "ollama" } : null;
  }
  if (text.startsWith("modelscope", mark)) return modelScopeAt(text, mark, from, limit);
  if (text.startsWith("ollama", mark)) {
    if (!beginsHost(text, mark, null)) return null;
    const end = segmentEnd(text, from, limit, true);
    return end > from && !isTemplate(text, end, limit) ? { start: from, end, site: "ollama" } : null;
  }
  if (text.startsWith("fal.run", mark)) return endpointAt(text, mark, from, limit);
  if (text.startsWith("api.stability", mark)) {
    const end = beginsHost(text, mark, null) ? segmentEnd(text, from, limit, false) : from;
    return end > from && !isTemplate(text, end, limit) ? { start: from, end, site: "stability" } : null;
  }
  const scheme = text.startsWith("hf://", mark) || text.startsWith("huggingface://", mark) || text.startsWith("djl://", mark);
  // `pvc+hf://volume/folder`: a scheme of another's, whose path begins with its own
  if (scheme && text.charCodeAt(mark - 1) === plus) return null;
  let start = from;
  if (!scheme) {
    const replicate = text.startsWith("api.replicate", mark);
    const inference = text.startsWith("huggingface", mark) && text.startsWith("api-inference.", mark - 14);
    const router = text.startsWith("huggingface", mark) && text.startsWith("router.", mark - 7);
    if (!beginsHost(text, mark - (inference ? 14 : router ? 7 : 0), "www.")) return null;
    if (replicate) {
      const owner = segmentEnd(text, start, limit, false);
      const end = owner > start && text.charCodeAt(owner) === 47 ? segmentEnd(text, owner + 1, limit, false) : owner;
      return end > owner + 1 && !isTemplate(text, end, limit) ? { start, end, site: "replicate" } : null;
    }
    if (inference && !text.startsWith("models/", start)) return null;
    if (router && !text.startsWith("hf-inference/models/", start)) return null;
    if (router) start += 20;
    else if (inference) start += 7;
    else if (text.startsWith("api/models/", start)) start += 11;
  } else if (text.startsWith("models/", start)) start += 7;
  const ownerEnd = segmentEnd(text, start, limit, false);
  if (ownerEnd === start || reservedSegments.has(text.slice(start, ownerEnd).toLowerCase())) return null;
  if (ownerEnd >= limit || text.charCodeAt(ownerEnd) !== 47) return null;
  const nameEnd = segmentEnd(text, ownerEnd + 1, limit, false);
  if (nameEnd === ownerEnd + 1 || isTemplate(text, nameEnd, limit)) return null;
  if (repositoryViews.has(text.slice(ownerEnd + 1, nameEnd))) return { start, end: ownerEnd, site: "huggingface" };
  if (isForReaders(text, nameEnd, limit)) return null;
  const withScheme = scheme || text.startsWith("//", mark - 2) || text.startsWith("//www.", mark - 6) || start > from;
  if (!withScheme && nameEnd < limit && text.charCodeAt(nameEnd) === 58) return null;
  const end = text.startsWith(".git", nameEnd - 4) ? nameEnd - 4 : nameEnd;
  return { start, end, site: "huggingface" };
}

/** An endpoint of fal has so many parts at most: an owner, a model, and ways to use it. */
const mostParts = 6;

/**
 * The endpoint in a request to fal, which is a model or one way to use it: `fal.run/fal-ai/flux/dev`. What has been asked stands behind
 * `/requests`, in addresses that fal answers with.
 */
function endpointAt(text: string, mark: number, from: number, limit: number): Address | null {
  if (!beginsHost(text, mark, "queue.")) return null;
  let end = segmentEnd(text, from, limit, false);
  let parts = end > from ? 1 : 0;
  while (parts > 0 && parts < mostParts && text.charCodeAt(end) === 47) {
    const next = segmentEnd(text, end + 1, limit, false);
    if (isTemplate(text, next, limit) || text.startsWith("/requests", end)) return null;
    if (next === end + 1) break;
    end = next;
    parts++;
  }
  return parts > 1 && !isTemplate(text, end, limit) ? { start: from, end, site: "fal" } : null;
}

/** The paths of ModelScope (modelscope.cn, "Model download"); a repository that is cloned stands right behind the host. */
function modelScopeAt(text: string, mark: number, from: number, limit: number): Address | null {
  if (!beginsHost(text, mark, "www.")) return null;
  const path = ["api/v1/models/", "models/"].find((beginning) => text.startsWith(beginning, from)) ?? "";
  const start = from + path.length;
  const ownerEnd = segmentEnd(text, start, limit, false);
  if (ownerEnd === start || ownerEnd >= limit || text.charCodeAt(ownerEnd) !== 47) return null;
  const nameEnd = segmentEnd(text, ownerEnd + 1, limit, false);
  const end = text.startsWith(".git", nameEnd - 4) ? nameEnd - 4 : nameEnd;
  if (end <= ownerEnd + 1 || isTemplate(text, nameEnd, limit) || text.startsWith("/summary", nameEnd)) return null;
  return path === "" && end === nameEnd ? null : { start, end, site: "modelscope" };
}

/** What people read of a repository: its talk, its card and other prose, its licence, pictures. Programs load none of it. */
const forReaders =
  /^\/(?:discussions\b|(?:blob|raw|resolve|tree)\/[^\s/"'`]{1,100}\/(?:[\w.-]{1,80}\/){0,8}(?:(?:README|LICEN[CS]E|NOTICE|USE_POLICY|MODEL_CARD)(?![\w-])|[\w.-]{1,80}\.(?:md|pdf|png|jpe?g|gif|svg|webp)(?![\w.-])))/i;

function isForReaders(text: string, nameEnd: number, limit: number): boolean {
  return text.charCodeAt(nameEnd) === 47 && forReaders.test(text.slice(nameEnd, Math.min(limit, nameEnd + 1000)));
}

/** The model in the path of a request: `/models/NAME:method` of Google, `/ai/run/@cf/ORG/NAME` of Cloudflare. */
function pathAt(text: string, mark: number, from: number, limit: number): Address | null {
  if (text.startsWith("/ai/", mark)) {
    let end = from + 1;
    for (let part = 0; part < 3 && end > from; part++) {
      const segment = segmentEnd(text, end, limit, false);
      if (segment === end) return null;
      end = part < 2 ? (text.charCodeAt(segment) === 47 ? segment + 1 : from) : segment;
    }
    return end > from && !isTemplate(text, end, limit) ? { start: from, end, site: "cloudflare" } : null;
  }
  const end = text.indexOf(":", from);
  if (end < 0 || end >= limit) return null;
  const before = text.slice(Math.max(0, mark - 60), mark);
  // servers of other models predict by such paths, too
  if (text.startsWith(":predict", end) && !/googleapis\.com|publishers\/[\w-]{1,40}$/.test(before)) return null;
  return {
    start: from,
    end,
    site: /(?:^|[^\w.-])publishers\/[\w-]{1,40}$/.test(before) ? "vertex" : "google",
  };
}

/** Whether the host that starts at `start` is not the tail of another (`notollama.com`), save for the subdomain given. */
function beginsHost(text: string, start: number, subdomain: string | null): boolean {
  const begin =
    subdomain !== null && start >= subdomain.length && text.startsWith(subdomain, start - subdomain.length)
      ? start - subdomain.length
      : start;
  const before = begin === 0 ? 32 : text.charCodeAt(begin - 1);
  return !isSegmentCharacter(before);
}

/** Longest segment that is followed: names of the hub have at most 96 characters. */
const longestSegment = 128;

/** The end of the path segment at `start`; a dot that ends a sentence is no part of it. `tagged` allows one `:tag`. */
function segmentEnd(text: string, start: number, limit: number, tagged: boolean): number {
  const last = Math.min(limit, start + longestSegment);
  let end = start;
  let colon = false;
  while (end < last) {
    const code = text.charCodeAt(end);
    if (code === 58 && tagged && !colon && end > start) colon = true;
    else if (!isSegmentCharacter(code)) break;
    end++;
  }
  while (end > start && (text.charCodeAt(end - 1) === 46 || text.charCodeAt(end - 1) === 58)) end--;
  return end;
}

/** Letters, digits and `. _ -`: what owners and names of the hub are made of. */
function isSegmentCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95
  );
}

/** A `$`, `{`, `%` or `<` right after the name: the rest of it is filled in when the program runs. */
function isTemplate(text: string, end: number, limit: number): boolean {
  if (end >= limit) return false;
  const code = text.charCodeAt(end);
  return code === 36 || code === 123 || code === 37 || code === 60;
}
