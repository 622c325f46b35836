import type { Identity } from "../identify/identity.ts";
import { isPlaceholderOrPath, named, readHubId } from "../identify/names.ts";
import { fetched, keys, operands } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Docker Model Runner and compose's top-level `models:` (docs.docker.com/ai/compose/models-and-compose), which pull GGUF files. */
export const dockerModel: Runtime = {
  id: "docker-model",
  name: "Docker Model Runner",
  namespace: "docker",
  modules: ["docker model"],
  contexts: [
    ...operands(["docker model run", "docker model configure"]),
    ...operands(["docker model pull"], fetched),
    ...operands(["docker model push", "docker model inspect", "docker model rm"], { swappable: false }),
    ...keys("models.*.model", { format: "yaml", file: ["compose*.yaml", "compose*.yml", "docker-compose*.yaml", "docker-compose*.yml"] }),
  ],
  read: readDockerName,
  print: ({ member }) => member.names.docker ?? (member.gguf === undefined ? null : `hf.co/${member.gguf}`),
};

/** `ai/name:tag`, or a hub id after `hf.co/`. */
function readDockerName(text: string): Identity | null {
  if (/^(?:hf\.co|huggingface\.co)\//.test(text)) {
    const hub = readHubId(text);
    return hub && { ...hub, host: "docker" };
  }
  const match = /^((?:[\w.-]+\/){1,2}[\w.-]+)(?::([\w.-]+))?$/.exec(text);
  if (!match?.[1] || isPlaceholderOrPath(match[1])) return null;
  return named("docker", match[1], { tag: match[2] ?? null });
}
