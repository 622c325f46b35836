import { readHubId } from "../identify/names.ts";
import { calls, keys } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const beside = { swappable: false } as const;

/**
 * Bumblebee for Elixir: a repository is `{:hf, "org/name"}`, with options behind it where needed, or `{:local, "folder"}` (hexdocs.pm/bumblebee,
 * `Bumblebee.repository`). It runs the architectures that it implements itself.
 */
export const bumblebee: Runtime = {
  id: "bumblebee",
  name: "Bumblebee",
  namespace: "huggingface",
  modules: ["Bumblebee"],
  contexts: [
    ...calls("Bumblebee.load_model", "hf"),
    ...calls(
      "Bumblebee.load_tokenizer Bumblebee.load_featurizer Bumblebee.load_generation_config Bumblebee.load_spec Bumblebee.load_scheduler",
      "hf",
      beside,
    ),
    // a repository that is kept in a variable or attribute
    ...keys("hf", { format: "elixir", evidence: "generic" }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
  needs: () => ["an architecture that Bumblebee implements", "the tokenizer and the generation config of the same repository"],
};
