import { readProviderId } from "../identify/names.ts";
import { calls, embedding, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const plain = { evidence: "generic" } as const;

/** Prism, LLPhant and Symfony AI for PHP: the provider stands beside the name, which the catalog therefore decides. */
export const php: Runtime = {
  id: "php-ai",
  name: "Prism, LLPhant, Symfony AI",
  namespace: "openai",
  modules: ["Prism\\Prism", "EchoLabs\\Prism", "LLPhant", "Symfony\\AI", "PhpLlm\\LlmChain"],
  contexts: [
    ...calls("using", "1", { ...plain, modules: ["Prism\\Prism", "EchoLabs\\Prism"] }),
    ...calls("OpenAIConfig OllamaConfig AnthropicConfig MistralAIConfig", "model", { ...text, ...plain, modules: ["LLPhant"] }),
    ...calls("Gpt Claude Gemini Llama Mistral", "0 name", { ...text, ...plain, modules: ["Symfony\\AI", "PhpLlm\\LlmChain"] }),
    ...calls("Embeddings", "0 name", { ...embedding, ...plain, modules: ["Symfony\\AI", "PhpLlm\\LlmChain"] }),
    ...calls("platform->invoke", "0", { ...plain, modules: ["Symfony\\AI"] }),
  ],
  read: (name) => readProviderId("openai", name),
  print: () => null,
};
