import { type Address, type AddressSite, beginsHost, isTemplate, repositoryEnd, type Site, segmentEnd } from "./site.ts";

/** The model at `[from, end)`; null where nothing stands there, and where the rest of its name is filled in. */
function wholeName(text: string, from: number, end: number, limit: number, site: AddressSite): Address | null {
  return end > from && !isTemplate(text, end, limit) ? { start: from, end, site } : null;
}

/** Reads a model of one name right behind the mark, which begins with a host. */
function nameBehindHost(site: AddressSite, tagged: boolean): Site["read"] {
  return (text, mark, from, limit) => {
    const end = beginsHost(text, mark, null) ? segmentEnd(text, from, limit, tagged) : from;
    return wholeName(text, from, end, limit, site);
  };
}

/** `ollama.com/library/NAME[:tag]` */
export const ollamaLibrary: Site = { mark: "ollama\\.com/library/", begins: ["ollama.com"], read: nameBehindHost("ollama", true) };

/** `ollama://NAME[:tag]` */
export const ollamaScheme: Site = {
  mark: "ollama://",
  begins: ["ollama://"],
  read(text, _mark, from, limit) {
    const single = segmentEnd(text, from, limit, true);
    const end = text.charCodeAt(single) === 47 ? repositoryEnd(text, from, limit, true) : single;
    return wholeName(text, from, end, limit, "ollama");
  },
};

/**
 * `modelscope.cn/models/ORG/NAME`, `/api/v1/models/ORG/NAME/repo` (modelscope.cn, "Model download"), and a repository that is cloned, right behind
 * the host: `ORG/NAME.git`. What people read of a model is its `/summary`.
 */
export const modelScope: Site = {
  mark: "modelscope\\.(?:cn|ai)/",
  begins: ["modelscope"],
  read(text, mark, from, limit) {
    if (!beginsHost(text, mark, "www.")) return null;
    const path = ["api/v1/models/", "models/"].find((beginning) => text.startsWith(beginning, from)) ?? "";
    const start = from + path.length;
    const nameEnd = repositoryEnd(text, start, limit);
    if (nameEnd < 0 || isTemplate(text, nameEnd, limit) || text.startsWith("/summary", nameEnd)) return null;
    const end = text.startsWith(".git", nameEnd - 4) ? nameEnd - 4 : nameEnd;
    return (path === "" && end === nameEnd) || text.charCodeAt(end - 1) === 47 ? null : { start, end, site: "modelscope" };
  },
};

/**
 * What Google's paths have behind the model (https://ai.google.dev/api, https://cloud.google.com/vertex-ai/docs/reference/rest): it tells
 * `/models/gemini-2.0-flash:generateContent` from any other `/models/`.
 */
const googleMethods =
  "(?:[gG]enerate|streamGenerate|bidiGenerate|batchGenerate|embed)Content|batchEmbedContents|countTokens|predict(?:LongRunning)?|(?:r|streamR)awPredict";

/** `/models/NAME:generateContent` */
export const google: Site = {
  mark: `/models/(?=[a-z][\\w.@-]{1,90}:(?:${googleMethods})\\b)`,
  begins: ["/models/"],
  read(text, mark, from, limit) {
    const end = text.indexOf(":", from);
    if (end < 0 || end >= limit) return null;
    const before = text.slice(Math.max(0, mark - 60), mark);
    // servers of other models predict by such paths, too
    if (text.startsWith(":predict", end) && !/googleapis\.com|publishers\/[\w-]{1,40}$/.test(before)) return null;
    return { start: from, end, site: /(?:^|[^\w.-])publishers\/[\w-]{1,40}$/.test(before) ? "vertex" : "google" };
  },
};

/**
 * `generativelanguage.googleapis.com/v1beta/models/NAME`, the whole of it, to which a program adds the method: the resource's own address
 * (https://ai.google.dev/api/models).
 */
export const googleResource: Site = {
  // behind the name nothing goes on: the method, a query, a template
  mark: "generativelanguage\\.googleapis\\.com/v\\d(?:alpha|beta)?\\d?/models/(?=[a-z][\\w.-]{1,90}(?:[\"'`\\s,;)}\\]]|$))",
  begins: ["generativelanguage"],
  read(text, _mark, from, limit) {
    const end = segmentEnd(text, from, limit, false);
    return end > from ? { start: from, end, site: "google" } : null;
  },
};

/** `api.replicate.com/v1/models/ORG/NAME/predictions` */
export const replicate: Site = {
  mark: "api\\.replicate\\.com/v1/models/",
  begins: ["api.replicate"],
  read(text, mark, from, limit) {
    const end = beginsHost(text, mark, "www.") ? repositoryEnd(text, from, limit) : -1;
    return wholeName(text, from, end, limit, "replicate");
  },
};

/** `/ai/run/@cf/ORG/NAME` */
export const cloudflare: Site = {
  mark: "/ai/run/(?=@)",
  begins: ["/ai/run/"],
  read(text, _mark, from, limit) {
    const group = segmentEnd(text, from + 1, limit, false);
    const end = group > from + 1 && text.charCodeAt(group) === 47 ? repositoryEnd(text, group + 1, limit) : -1;
    return wholeName(text, from, end, limit, "cloudflare");
  },
};

/** An endpoint of fal has so many parts at most: an owner, a model, and ways to use it. */
const mostParts = 6;

/** `fal.run/ORG/NAME/WAY`: an endpoint is a model or one way to use it. What has been asked stands behind `/requests`, in what fal answers with. */
export const fal: Site = { mark: "fal\\.run/", begins: ["fal.run"], read: endpointAt };

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

/** `api.stability.ai/v1/generation/ENGINE/text-to-image` */
export const stability: Site = {
  mark: "api\\.stability\\.ai/v\\d(?:beta)?/generation/",
  begins: ["api.stability"],
  read: nameBehindHost("stability", false),
};

/** Names of models that a request's address gives as `model`, behind up to four other parameters. */
function modelOfQuery(site: AddressSite, path: string, begins: string): Site {
  return {
    mark: `${path}\\?(?:[\\w.-]{1,40}=[\\w.:%-]{0,80}&){0,4}model=`,
    begins: [begins],
    read(text, _mark, from, limit) {
      const end = segmentEnd(text, from, limit, false);
      return wholeName(text, from, end, limit, site);
    },
  };
}

/** `wss://api.openai.com/v1/realtime?model=NAME`, at whichever host (platform.openai.com, "Realtime API with WebSocket") */
export const realtime: Site = modelOfQuery("openai", "/realtime", "/realtime?");

/** `api.deepgram.com/v1/listen?model=NAME` (developers.deepgram.com, "Model Options") */
export const deepgram: Site = modelOfQuery("deepgram", "api\\.deepgram\\.com/v\\d/(?:listen|speak)", "api.deepgram");
