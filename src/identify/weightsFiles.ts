import type { Identity } from "./identity.ts";
import { isFileOfConversion, named, quantizationOf } from "./names.ts";

/** A file of weights as llama.cpp reads it, and the folders that lead to it; of several parts, any. */
const weightsFile = /^(?:[\w.:@+~-]*\/)*([A-Za-z][\w.+-]{2,120}?)(?:-\d{5}-of-\d{5})?\.gguf$/;

/**
 * Understands a file of weights by what it is called, which is by custom the model's name and its quantisation: `models/llama-2-7b-chat.Q4_K_M.gguf`
 * (github.com/ggml-org/ggml/blob/master/docs/gguf.md, "GGUF Naming Convention"). Null for anything else. Whether there is such a model, the catalog knows.
 */
export function readWeightsFile(text: string): Identity | null {
  if (!text.endsWith(".gguf") || isFileOfConversion(text)) return null;
  const name = weightsFile.exec(text)?.[1];
  return name === undefined ? null : named("other", name, { quantization: quantizationOf(name) });
}
