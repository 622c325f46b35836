import { readOllamaName } from "../identify/names.ts";
import type { Runtime, RuntimeContext } from "./runtime.ts";

/**
 * Ollama: the command, the Modelfile (docs: `FROM <model name>:<tag>`), the Python and JavaScript clients, and the wrappers
 * of LangChain and LlamaIndex. A name is always printed with its tag: the default of a bare name can be another variant.
 */
export const ollama: Runtime = {
  id: "ollama",
  name: "Ollama",
  namespace: "ollama",
  modules: ["ollama", "langchain_ollama", "@langchain/ollama", "llama_index.llms.ollama", "ollama-ai-provider", "ollama/ollama"],
  contexts: [
    { pattern: { kind: "instruction", name: "FROM", format: "modelfile" }, task: "text-generation" },
    { pattern: { kind: "operand", command: "ollama run", position: 0 } },
    { pattern: { kind: "operand", command: "ollama pull", position: 0 } },
    { pattern: { kind: "operand", command: "ollama show", position: 0 } },
    { pattern: { kind: "argument", callee: "ollama.chat", keyword: "model" } },
    { pattern: { kind: "argument", callee: "ollama.chat", position: 0 } },
    { pattern: { kind: "argument", callee: "ollama.generate", keyword: "model" } },
    { pattern: { kind: "argument", callee: "ollama.generate", position: 0 } },
    { pattern: { kind: "argument", callee: "ollama.embed", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "ollama.embeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "ollama.pull", position: 0 } },
    ...["chat", "generate", "embed", "embeddings", "pull", "show", "push", "create", "delete"].flatMap(
      (callee): readonly RuntimeContext[] => [
        { pattern: { kind: "argument", callee, position: 0 }, modules: ["ollama"] },
        { pattern: { kind: "argument", callee, keyword: "model" }, modules: ["ollama"] },
        { pattern: { kind: "option", callee, key: "model" }, modules: ["ollama"] },
      ],
    ),
    { pattern: { kind: "argument", callee: "ChatOllama", keyword: "model" } },
    { pattern: { kind: "argument", callee: "OllamaLLM", keyword: "model" } },
    { pattern: { kind: "argument", callee: "Ollama", keyword: "model" }, modules: ["langchain", "llama_index", "ollama"] },
    { pattern: { kind: "argument", callee: "OllamaEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "OllamaEmbedding", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "option", callee: "ollama.chat", key: "model" } },
    { pattern: { kind: "option", callee: "ollama.generate", key: "model" } },
    { pattern: { kind: "option", callee: "ollama.embed", key: "model" }, task: "embedding" },
    { pattern: { kind: "option", callee: "ChatOllama", key: "model" } },
    { pattern: { kind: "option", callee: "OllamaEmbeddings", key: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "ollama", position: 0 }, modules: ["ollama-ai-provider", "ai-sdk-ollama"] },
    { pattern: { kind: "assignment", name: "OLLAMA_MODEL" } },
    { pattern: { kind: "assignment", name: "OLLAMA_EMBEDDING_MODEL" }, task: "embedding" },
    { pattern: { kind: "address", site: "ollama" }, swappable: false },
  ],
  read: readOllamaName,
  print: ({ member }) => {
    const name = member.names.ollama;
    return name?.includes(":") ? name : null;
  },
};
