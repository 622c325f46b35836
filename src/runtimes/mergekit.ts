import { readHubId } from "../identify/names.ts";
import { keys, operands, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const others = { needs: ["the other models of the merge, which have to share its architecture"] } as const;

/** `models` with a `model` each are kept by many programs: the file's name has to say that it is a merge. */
const merges = ["merge*.yaml", "merge*.yml", "*merge.yaml", "*merge.yml", "*mergekit.yaml", "*mergekit.yml"];

/** mergekit's YAML: `models`, `slices` and `base_model` (its README, "Merge Configuration"). Parts of a merge are of one architecture. */
export const mergekit: Runtime = {
  id: "mergekit",
  name: "mergekit",
  namespace: "huggingface",
  modules: ["mergekit", "mergekit-yaml", "mergekit-moe"],
  contexts: [
    ...keys("sources.model", { ...text, ...others, format: "yaml" }),
    ...keys("models.model experts.source_model", { ...text, ...others, format: "yaml", file: merges }),
    ...operands(["mergekit-extract-lora"], { swappable: false }),
  ],
  read: (name) => (name.includes("/") ? readHubId(name.replace(/\+.*$/, "")) : null),
  print: ({ member }) => member.names.huggingface ?? null,
};
