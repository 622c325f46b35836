import { isPlaceholderOrPath, named, readHubId } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** OpenCLIP's names of pairs of encoders; which weights are meant stands beside as `pretrained`. */
const openClip = /^(?:coca_)?(?:ViT|ViTamin|EVA0[12]|RN\d{2,3}(?:x\d{1,2})?|MobileCLIP)(?:-[\w-]{1,60})?$/;

const own = { task: "image-classification", modules: ["timm"] } as const;

/**
 * timm: an architecture with the tag of its weights (`resnet50.a1_in1k`), or `hf-hub:org/name` (huggingface.co/docs/timm). Without a tag the
 * default weights of that version of timm are meant; without `pretrained` none at all. OpenCLIP reads `hf-hub:` in the same way, and has names
 * of its own for the rest (github.com/mlfoundations/open_clip).
 */
export const timm: Runtime = {
  id: "timm",
  name: "timm",
  namespace: "timm",
  modules: ["timm"],
  contexts: [
    ...calls("timm.create_model", "0 model_name", { task: "image-classification" }),
    ...calls("create_model", "0 model_name", own),
    ...calls(
      "open_clip.create_model open_clip.create_model_and_transforms open_clip.create_model_from_pretrained open_clip.get_tokenizer",
      "0 model_name",
      { swappable: false, evidence: "generic" },
    ),
  ],
  read: (name) => {
    const hub = /^(?:hf-hub|hf_hub):(.+)$/.exec(name)?.[1];
    if (hub !== undefined) return readHubId(hub);
    if (openClip.test(name)) return named("other", name);
    return isPlaceholderOrPath(name) || !/^[a-z]\w*(?:\.\w+)*$/.test(name) ? null : named("timm", name.replace(/^timm\//, ""));
  },
  print: ({ member }) => member.names.timm ?? null,
};
