import { readHubId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** A server answers to the name that it was started with. */
const served: readonly string[] = ["clients of this server that ask for the old name"];

/** vLLM, which reads hub ids (docs.vllm.ai: `vllm serve`, `LLM`, `EngineArgs`). */
export const vllm: Runtime = {
  id: "vllm",
  name: "vLLM",
  namespace: "huggingface",
  modules: ["vllm", "vllm/vllm-openai"],
  contexts: [
    { pattern: { kind: "argument", callee: "LLM", position: 0 }, modules: ["vllm"] },
    { pattern: { kind: "argument", callee: "LLM", keyword: "model" }, modules: ["vllm"] },
    { pattern: { kind: "argument", callee: "EngineArgs", keyword: "model" } },
    { pattern: { kind: "argument", callee: "AsyncEngineArgs", keyword: "model" } },
    { pattern: { kind: "argument", callee: "VLLM", keyword: "model" } },
    { pattern: { kind: "operand", command: "vllm serve", position: 0 }, needs: served },
    { pattern: { kind: "flag", command: "vllm serve", name: "--model" }, needs: served },
    { pattern: { kind: "flag", command: "vllm bench", name: "--model" } },
    { pattern: { kind: "flag", command: "vllm.entrypoints.openai.api_server", name: "--model" }, needs: served },
    { pattern: { kind: "flag", command: "vllm.entrypoints.api_server", name: "--model" }, needs: served },
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
