import { isSubcommand } from "./subcommands.ts";

const dot = 46;
const slash = 47;
const colon = 58;
const at = 64;

/** The program that a container image runs when a command for it begins with a flag; null where that is not known. */
export function imageProgram(image: string): readonly string[] | null {
  return imagePrograms.get(imageName(image)) ?? null;
}

// What the images' ENTRYPOINT runs, as their Dockerfiles say.
const imagePrograms: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
  Object.entries({
    "vllm/vllm-openai": ["vllm", "serve"],
    "ollama/ollama": ["ollama"],
    "huggingface/text-generation-inference": ["text-generation-launcher"],
    "huggingface/text-embeddings-inference": ["text-embeddings-router"],
    "ggml-org/llama.cpp": ["llama-server"],
    "ggerganov/llama.cpp": ["llama-server"],
    "berriai/litellm": ["litellm"],
    "michaelf34/infinity": ["infinity_emb"],
  }),
);

/** Shells and interpreters, which run what they are given, whatever the image runs by itself. */
const runsOthers = /^(?:.*\/)?(?:(?:ba|da|z)?sh|python3?)$/;

/**
 * Whether a command that begins with `first` is run instead of an image's `program`, and not given to it: that program's own name, a shell, or a
 * word alone that it does not know, such as `uvicorn`. Flags are given to it, and what has a mark or a number in it.
 */
export function runsInstead(first: string, program: readonly string[]): boolean {
  const [name = ""] = program;
  return first === name || runsOthers.test(first) || (/^[a-z]+$/.test(first) && !isSubcommand(name, first));
}

/** The name of a container image without registry, tag and digest: `ghcr.io/a/b:1` is `a/b`. */
export function imageName(image: string): string {
  let firstSlash = -1;
  let tag = -1;
  /** a dot or a port before the first slash */
  let isHost = false;
  let end = 0;
  for (; end < image.length; end++) {
    const code = image.charCodeAt(end);
    if (code === at) break;
    if (code === slash) {
      if (firstSlash < 0) firstSlash = end;
      tag = -1;
    } else if (code === colon && tag < 0) tag = end;
    if (firstSlash < 0 && (code === colon || code === dot)) isHost = true;
  }
  const hasRegistry = firstSlash >= 0 && (isHost || image.startsWith("localhost/"));
  return image.slice(hasRegistry ? firstSlash + 1 : 0, tag < 0 ? end : tag);
}
