import type { CatalogMatch } from "../catalog/catalog.ts";
import { isWithheld } from "../catalog/openWeights.ts";
import type { Identity } from "./identity.ts";
import { named, quantizationOf } from "./names.ts";

/**
 * A file of weights, and the folders that lead to it: as llama.cpp reads it, of several parts any; or all of an image model in one, as
 * ComfyUI and diffusers load it.
 */
const weightsFile = /^(?:[\w.:@+~-]*\/)*([A-Za-z][\w.+-]{2,120}?)(?:(?:-\d{5}-of-\d{5})?\.gguf|\.safetensors|\.ckpt)$/;

/** One of whisper.cpp's files, which leave the model's name out (github.com/ggml-org/whisper.cpp, models/README.md). */
const whisperFile = /^(?:[\w.:@+~-]*\/)*ggml-((?:tiny|base|small|medium|large)[\w.-]{0,40})\.bin$/;

/**
 * Understands a file of weights by what it is called, which is by custom the model's name and its quantisation: `models/llama-2-7b-chat.Q4_K_M.gguf`
 * (github.com/ggml-org/ggml/blob/master/docs/gguf.md, "GGUF Naming Convention"). Null for anything else. Whether there is such a model, the catalog
 * knows, see {@link isHeldBy}.
 */
export function readWeightsFile(text: string): Identity | null {
  const size = whisperFile.exec(text)?.[1];
  const name = size === undefined ? weightsFile.exec(text)?.[1] : `whisper-${size}`;
  return name === undefined ? null : named("other", name, { quantization: quantizationOf(name) });
}

/**
 * Whether the file `text` holds the model that its name leads to: none has the weights of a model that is had by API alone, and what is called after one in
 * the forms that others have, too, may be a part or an adapter made for it.
 */
export function isHeldBy(text: string, match: CatalogMatch | null): boolean {
  return match !== null && !isWithheld(match.record) && (text.endsWith(".gguf") || match.inferred !== "fine-tune");
}
