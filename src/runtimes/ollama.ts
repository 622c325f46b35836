import { readOllamaName } from "../identify/names.ts";
import { calls, embedding, fetched, flags, keys, methods, operands, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

const own = { modules: ["ollama"] } as const;
const go = { modules: ["github.com/ollama/ollama"] } as const;
const ollamar = { modules: ["ollamar"], evidence: "known" } as const;

/** Documents that hold Modelfiles: what scripts and images write, what configurations mount, what texts show. */
const holders = ["modelfile", "shell", "dockerfile", "yaml", "markdown"] as const;

/**
 * Ollama: the command, the Modelfile (docs: `FROM <model name>:<tag>`), the clients of each language, and the classes that frameworks
 * wrap around them. A name is always printed with its tag: the default of a bare name can be another variant. What its library lacks is
 * pulled from the hub as a GGUF conversion (`hf.co/org/name`).
 */
export const ollama: Runtime = {
  id: "ollama",
  name: "Ollama",
  namespace: "ollama",
  modules: [
    "ollama",
    "ollama/ollama",
    "langchain_ollama",
    "@langchain/ollama",
    "llama_index.llms.ollama",
    "llama_index.embeddings.ollama",
    "@llamaindex/ollama",
    "haystack_integrations.components.generators.ollama",
    "autogen_ext.models.ollama",
    "ollama-ai-provider",
    "ollama-ai-provider-v2",
    "ai-sdk-ollama",
    "ollama_rs",
    "rig::providers::ollama",
    "OllamaSharp",
    "OllamaKit",
    "ollama-ai",
    "ArdaGnsrn\\Ollama",
    "Cloudstudio\\Ollama",
    "github.com/ollama/ollama",
    "github.com/tmc/langchaingo/llms/ollama",
    "io.github.ollama4j",
    "package:ollama_dart",
    "package:langchain_ollama",
    "ollamar",
    "rollama",
    "mall",
  ],
  contexts: [
    ...holders.map((format) => ({ pattern: { kind: "instruction", name: "FROM", format }, ...text }) as const),
    ...operands(["ollama run"]),
    ...operands(["ollama pull", "ollama show"], fetched),
    ...flags(["ollama launch"], "--model"),
    // what the Helm chart pulls and loads when it starts (github.com/otwld/ollama-helm)
    ...keys("ollama.models.pull ollama.models.run", { ...fetched, format: "yaml" }),
    // what the service of NixOS pulls (wiki.nixos.org/wiki/Ollama)
    ...keys("ollama.loadModels", { ...fetched, format: "nix" }),
    ...calls("ollama.chat ollama.generate", "0 model"),
    ...calls("ollama.embed ollama.embeddings", "model", embedding),
    ...calls("ollama.pull ollama.show", "0 model"),
    ...calls("chat generate pull show", "model", own),
    // Python's functions and many methods of other things are called so: only what the catalog knows counts
    ...calls("chat pull show embed embeddings", "0", { ...own, evidence: "known" }),
    // `Client().generate("...", prompt)`: a prompt of one word is rare
    ...calls("generate", "0", { ...own, evidence: "generic" }),
    ...calls("push create delete copy", "model", { ...own, swappable: false }),
    ...calls("embed embeddings", "model", { ...own, ...embedding }),
    ...calls("ChatOllama OllamaLLM OllamaFunctions", "model", text),
    ...calls("Ollama", "model id", {
      ...text,
      modules: ["langchain", "langchain_community", "@langchain", "llama_index", "@llamaindex", "llamaindex", "ollama", "agno", "phi"],
    }),
    ...calls("OllamaGenerator OllamaChatGenerator OllamaChatCompletionClient", "model", text),
    ...calls("OllamaModel", "0 model_name model_id", { ...text, modules: ["pydantic_ai", "strands"] }),
    ...calls("OllamaChatCompletion", "ai_model_id", text),
    ...calls("OllamaModel", "model", { ...text, modules: ["deepeval"] }),
    ...calls("LLM.with_ollama", "model", { ...text, modules: ["livekit", "@livekit"] }),
    ...voiceAgents(null, "OLLama"),
    ...calls(
      "OllamaEmbeddings OllamaEmbedding OllamaTextEmbedder OllamaDocumentEmbedder OllamaEmbeddingFunction",
      "model model_name",
      embedding,
    ),
    ...calls("OllamaEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("ollama", "0", { modules: ["ollama-ai-provider", "ollama-ai-provider-v2", "ai-sdk-ollama"] }),
    ...methods("ollama", "embedding text_embedding_model", "0", {
      ...embedding,
      modules: ["ollama-ai-provider", "ollama-ai-provider-v2", "ai-sdk-ollama"],
    }),
    // R
    ...calls("chat_ollama", "model", { ...text, modules: ["ellmer"] }),
    // ollamar: its functions have common names, as those of Python have (hauselin.github.io/ollama-r)
    ...calls("chat generate", "0 model", { ...text, ...ollamar }),
    ...calls("embed embeddings", "0 model", { ...embedding, ...ollamar }),
    ...calls("pull", "0 name", { ...fetched, ...ollamar }),
    ...calls("show", "0 name", ollamar),
    ...calls("pull_model show_model", "0 model", { modules: ["rollama"] }),
    ...calls("query chat", "model", { ...text, modules: ["rollama"] }),
    ...calls("embed_text", "model", { ...embedding, modules: ["rollama"] }),
    // tidyllm (rdrr.io/cran/tidyllm)
    ...calls("ollama_download_model", "0 model", fetched),
    // the backend's name, then the model's: other backends have none
    ...calls("llm_use llm.use", "1 model", { ...text, modules: ["mall"], evidence: "known" }),
    // Elixir (github.com/lebrunel/ollama-ex)
    ...calls("Ollama.pull_model Ollama.show_model", "name", fetched),
    // .NET, Rust, Go
    // a class of this name only, which a project may import for all of its files
    ...calls("OllamaApiClient", "1 default_model"),
    ...calls("OllamaChatClient", "1 model_id", text),
    // OllamaSharp's methods (awaescher.github.io/OllamaSharp); others list and delete models of any name
    ...calls("PullModelAsync", "0", { ...fetched, evidence: "known" }),
    ...calls("ShowModelAsync RequestModelUnloadAsync", "0", { evidence: "known" }),
    ...calls("AddOllamaChatCompletion AddOllamaChatClient AddOllamaTextGeneration", "0 model_id", text),
    // Aspire: the resource's name, then the model's, or the model's alone
    ...calls("ollama.AddModel", "0 1", { evidence: "known" }),
    ...calls("AddOllamaTextEmbeddingGeneration AddOllamaEmbeddingGenerator", "0 model_id", embedding),
    // Kernel Memory
    ...calls("OllamaModelConfig", "0 model_name"),
    ...calls("WithOllamaTextGeneration", "0 model_name", text),
    ...calls("WithOllamaTextEmbeddingGeneration", "0 model_name", embedding),
    ...calls("ChatMessageRequest::new GenerationRequest::new", "0", { ...text, modules: ["ollama_rs"] }),
    ...calls("GenerateEmbeddingsRequest::new", "0", { ...embedding, modules: ["ollama_rs"] }),
    ...calls("Coordinator::new", "1", { ...text, modules: ["ollama_rs"] }),
    ...calls("ChatRequest GenerateRequest PullRequest ShowRequest", "model", go),
    ...calls("EmbedRequest EmbeddingRequest", "model", { ...embedding, ...go }),
    ...calls("ollama.WithModel", "0"),
    ...calls("generate chat embed pullModel", "0", { modules: ["io.github.ollama4j"], evidence: "known" }),
    ...variables("OLLAMA_MODEL OLLAMA_CHAT_MODEL OLLAMA_LLM_MODEL", { evidence: "runtime" }),
    ...variables("OLLAMA_EMBEDDING_MODEL OLLAMA_EMBED_MODEL", { ...embedding, evidence: "runtime" }),
    { pattern: { kind: "address", site: "ollama" }, swappable: false },
  ],
  read: readOllamaName,
  print: ({ member }) => {
    const name = member.names.ollama;
    if (name?.includes(":")) return name;
    return member.gguf === undefined ? null : `hf.co/${member.gguf}`;
  },
};
