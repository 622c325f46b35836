import type { Identity } from "../identify/identity.ts";
import { isPlaceholderOrPath, named, readHubId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Docker Model Runner and compose's top-level `models:` (docs.docker.com/ai/compose/models-and-compose). */
export const dockerModel: Runtime = {
  id: "docker-model",
  name: "Docker Model Runner",
  namespace: "docker",
  modules: ["docker model"],
  contexts: [
    { pattern: { kind: "operand", command: "docker model run", position: 0 } },
    { pattern: { kind: "operand", command: "docker model pull", position: 0 } },
    {
      pattern: {
        kind: "property",
        path: ["models", "*", "model"],
        format: "yaml",
        file: ["compose*.yaml", "compose*.yml", "docker-compose*.yaml", "docker-compose*.yml"],
      },
    },
  ],
  read: readDockerName,
  print: ({ member }) => (member.names.huggingface === undefined ? null : `hf.co/${member.names.huggingface}`),
  needs: () => ["a GGUF or safetensors repository that Docker Model Runner can pull"],
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
