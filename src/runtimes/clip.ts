import type { Identity } from "../identify/identity.ts";
import { named } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** OpenAI's own names of its vision transformers, and the repositories that have the same weights (https://huggingface.co/openai/clip-vit-base-patch32 and its like). */
const repositories: ReadonlyMap<string, string> = new Map([
  ["ViT-B/32", "openai/clip-vit-base-patch32"],
  ["ViT-B/16", "openai/clip-vit-base-patch16"],
  ["ViT-L/14", "openai/clip-vit-large-patch14"],
  ["ViT-L/14@336px", "openai/clip-vit-large-patch14-336"],
]);

/** Those with convolutions, which the hub does not have: `RN50x4`. */
const resNet = /^RN(?:50|101|50x4|50x16|50x64)$/;

function readName(name: string): Identity | null {
  const repository = repositories.get(name);
  if (repository !== undefined) return named("huggingface", repository);
  return resNet.test(name) ? named("other", name) : null;
}

/**
 * CLIP, which is asked for by the name of its image encoder (OpenAI's package `clip`). What is around it is made for this one model, so that
 * nothing is printed.
 */
export const clip: Runtime = {
  id: "clip",
  name: "CLIP",
  namespace: "other",
  modules: ["clip"],
  contexts: calls("clip.load", "0 name", { swappable: false }),
  read: readName,
  print: () => null,
};
