import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import { isWithheld } from "../catalog/openWeights.ts";
import type { Candidate } from "../detect/candidate.ts";
import type { Frame } from "../detect/frame.ts";
import type { ContextMatch } from "../runtimes/match.ts";
import { isOfTraining, isPath } from "./bindingKinds.ts";
import { meaningOf } from "./bindingNames.ts";
import { tellingBinding } from "./documentFacts.ts";
import type { Identity } from "./identity.ts";
import { declaresModels } from "./modelTables.ts";
import { isFileOfConversion, isWeightsFile, named, quantizationOf } from "./names.ts";
import { joinsPath } from "./neutralToNames.ts";
import type { ModelReference } from "./reference.ts";
import { isIdOfListed, roleOf } from "./roles.ts";

/**
 * A file of weights, and the folders that lead to it: as llama.cpp reads it, of several parts any; or all of a model in one, as ComfyUI, diffusers,
 * Ultralytics and ONNX Runtime load it.
 */
const weightsFile = /^(?:[\w.:@+~-]*\/)*([A-Za-z][\w.+-]{2,120}?)(?:(?:-\d{5}-of-\d{5})?\.gguf|\.safetensors|\.ckpt|\.onnx|\.pt)$/;

/** One of whisper.cpp's files, which leave the model's name out (github.com/ggml-org/whisper.cpp, models/README.md). */
const whisperFile = /^(?:[\w.:@+~-]*\/)*ggml-((?:tiny|base|small|medium|large)[\w.-]{0,40})\.bin$/;

/**
 * Understands a file of weights by what it is called, which is by custom the model's name and its quantisation: `models/llama-2-7b-chat.Q4_K_M.gguf`
 * (github.com/ggml-org/ggml/blob/master/docs/gguf.md, "GGUF Naming Convention"). Null for anything else. Whether there is such a model, the catalog
 * knows, see {@link weightsIdentity}.
 */
export function readWeightsFile(text: string): Identity | null {
  if (!isWeightsFile(text)) return null;
  const size = whisperFile.exec(text)?.[1];
  const stem = size === undefined ? weightsFile.exec(text)?.[1] : `whisper-${size}`;
  if (stem === undefined) return null;
  // Ultralytics' names have their ending
  return named("other", text.endsWith(".pt") ? `${stem}.pt` : stem, { quantization: quantizationOf(stem) });
}

/** The model whose weights the file `text` holds, where the catalog knows it; null for what is no such file. */
export function weightsIdentity(text: string, catalog: Catalog): Identity | null {
  const identity = readWeightsFile(text);
  return identity !== null && isHeldBy(text, catalog.find(identity)) ? identity : null;
}

/**
 * Whether the file `text` holds the model that its name leads to: none has the weights of a model that is had by API alone, and what is called after one in
 * the forms that others have, too, may be a part or an adapter made for it.
 */
function isHeldBy(text: string, match: CatalogMatch | null): boolean {
  return match !== null && !isWithheld(match.record) && (text.endsWith(".gguf") || match.inferred !== "fine-tune");
}

/**
 * The model in a file of weights that a program is told to load; null for what is none, and for a file of which nothing says that it is loaded. Another model is
 * another file, which has to be fetched first.
 * @param described the place around the string that some runtime describes
 */
export function weightsReference(candidate: Candidate, described: ContextMatch | null, catalog: Catalog): ModelReference | null {
  const { text } = candidate;
  const identity = weightsIdentity(text, catalog);
  if (identity === null) return null;
  const context = candidate.context.filter((frame) => !joinsPath(frame));
  if (described === null && !isLoaded(context, text)) return null;
  return {
    candidate,
    identity,
    evidence: described === null ? "generic" : "runtime",
    role: roleOf(context),
    runtime: described?.runtime.id ?? null,
    task: described?.context.task ?? null,
    swappable: false,
    needs: [],
  };
}

function isLoaded(context: readonly Frame[], text: string): boolean {
  if (isBehindShortFlag(context)) return true;
  const binding = tellingBinding(context);
  // what a repository's file is asked for by is read as the hub's name, unless a path is asked for
  if (isFileOfConversion(text) && !(binding !== null && isPath(binding))) return false;
  if (binding !== null && /^models?$/.test(meaningOf(binding.name))) return !isOfTraining(binding);
  return declaresModels(context, text) || isIdOfListed(context, text);
}

/** Whether the string stands behind the flag by which most programs that load weights are told them: `./main -m model.gguf`. */
function isBehindShortFlag([frame]: readonly Frame[]): boolean {
  return (frame?.kind === "flag" && /^-md?$/.test(frame.name)) || (frame?.kind === "item" && /^-md?$/.test(frame.previous ?? ""));
}
