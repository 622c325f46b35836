import { huggingFace } from "./address/huggingface.ts";
import {
  cloudflare,
  deepgram,
  fal,
  google,
  googleResource,
  modelScope,
  ollamaLibrary,
  ollamaScheme,
  realtime,
  replicate,
  stability,
} from "./address/services.ts";
import type { Address, Site } from "./address/site.ts";

/** Every hub and service whose addresses name models. Adding one is a site and its place here. */
const sites: readonly Site[] = [
  huggingFace,
  modelScope,
  ollamaLibrary,
  ollamaScheme,
  google,
  googleResource,
  replicate,
  cloudflare,
  fal,
  stability,
  realtime,
  deepgram,
];

/** Every place in a text where an address may begin. */
export const addressMarks: string = sites.map(({ mark }) => mark).join("|");

/** The first address of `text` that names a model. None does whose model a template fills in. */
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
  const site = sites.find(({ begins }) => begins.some((beginning) => text.startsWith(beginning, mark)));
  return site?.read(text, mark, from, limit) ?? null;
}
