/**
 * Literals of which at least one stands in every document that names a model: words of the places (`model`, `from_pretrained`, `ollama`),
 * or of the families whose names can stand alone. Kept short: it only decides whether a document is worth a scan.
 */
const literals =
  /model|pretrained|pipeline|hugging|hf\.co|hf:\/\/|ollama|vllm|llm|transformer|embed|rerank|encoder|gpt|claude|gemini|gemma|llama|mistral|mixtral|qwen|deepseek|command|bert|whisper|olmo|pythia|smollm|davinci|bedrock|repo_id|checkpoint|^FROM\s/im;

/** Whether a document may name a model at all. One pass without parsing. */
export function mayHoldReference(text: string): boolean {
  return literals.test(text);
}
