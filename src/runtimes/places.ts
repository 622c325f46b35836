import type { AddressSite } from "../detect/address/site.ts";
import type { Namespace } from "../identify/identity.ts";
import { readProviderId } from "../identify/names.ts";
import type { ContextPattern, Runtime, RuntimeContext } from "./runtime.ts";

/** What a runtime's file says of its places beside where they are. */
export type PlaceOptions = Omit<RuntimeContext, "pattern">;

/** The words of a list that is written in one string, as all names here are: `"model model_name"`. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/**
 * Calls, constructors and literals that take a model: `calls("ChatOllama OllamaLLM", "model")`. A number stands for the argument at that
 * position, a word for the argument, option or field of that name in any case convention.
 */
export function calls(callees: string, takes: string, options: PlaceOptions = {}): readonly RuntimeContext[] {
  const taken = words(takes).map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  const contexts: RuntimeContext[] = [];
  for (const callee of words(callees)) {
    for (const given of taken) {
      const pattern: ContextPattern =
        typeof given === "number" ? { kind: "argument", callee, position: given } : { kind: "named", callee, name: given };
      contexts.push({ pattern, ...options });
    }
  }
  return contexts;
}

/** A method in the case conventions of the languages: `generate_content`, `generateContent`, `GenerateContent`, each behind `receiver`. */
export function methods(receiver: string, names: string, takes: string, options: PlaceOptions = {}): readonly RuntimeContext[] {
  return words(names).flatMap((name) => {
    const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
    const behind = [`${receiver}.${name}`, `${receiver}.${camel}`, `${receiver.charAt(0).toUpperCase() + receiver.slice(1)}.${pascal}`];
    return [...new Set(behind)].flatMap((callee) => calls(callee, takes, options));
  });
}

/** Keys of configuration files, from the outermost one that matters, with dots: `litellm_params.model`. `*` stands for any one key. */
export function keys(
  paths: string,
  options: PlaceOptions & { readonly format?: string; readonly file?: readonly string[] } = {},
): readonly RuntimeContext[] {
  const { format, file, ...rest } = options;
  return words(paths).map((path) => ({
    pattern: { kind: "property", path: path.split("."), ...(format !== undefined && { format }), ...(file && { file }) },
    ...rest,
  }));
}

/** Flags of commands; the empty command stands for any, null for one that does not show: a container's `args`. */
export function flags(commands: readonly (string | null)[], names: string, options: PlaceOptions = {}): readonly RuntimeContext[] {
  return commands.flatMap((command) => words(names).map((name) => ({ pattern: { kind: "flag", command, name }, ...options }) as const));
}

/** Commands whose first operand is a model. */
export function operands(commands: readonly string[], options: PlaceOptions = {}): readonly RuntimeContext[] {
  return commands.map((command) => ({ pattern: { kind: "operand", command, position: 0 }, ...options }));
}

/** Variables and environment variables. Their names are conventions, not rules: by themselves they are generic evidence. */
export function variables(names: string, options: PlaceOptions = {}): readonly RuntimeContext[] {
  return words(names).map((name) => ({ pattern: { kind: "assignment", name }, evidence: "generic", ...options }));
}

/** Requests whose path names the model: another model has another service, and so another address. */
export function addresses(site: AddressSite): readonly RuntimeContext[] {
  return [{ pattern: { kind: "address", site }, swappable: false }];
}

/** How a provider's own client reads and prints: its names as they are, and only models that it has a name for. */
export function ownNames(namespace: Namespace): Pick<Runtime, "namespace" | "read" | "print"> {
  return {
    namespace,
    read: (text) => readProviderId(namespace, text),
    print: ({ member }) => member.names[namespace] ?? null,
  };
}

/** A framework's way to a provider: other places, the provider's names. */
export function through(
  provider: Runtime,
  own: Pick<Runtime, "id" | "name" | "modules" | "contexts"> & Pick<Partial<Runtime>, "needs">,
): Runtime {
  return { ...provider, ...own };
}

export const text: PlaceOptions = { task: "text-generation" };
export const embedding: PlaceOptions = { task: "embedding" };
export const rerank: PlaceOptions = { task: "rerank" };
export const image: PlaceOptions = { task: "image-generation" };
export const transcription: PlaceOptions = { task: "speech-recognition" };
export const speech: PlaceOptions = { task: "speech-synthesis" };

/** The needs of OpenAI's protocol where `setting` says which server is asked: whether it already serves hub ids shows in what is written. */
export function servedAt(setting: string): NonNullable<Runtime["needs"]> {
  return (_model, written) =>
    written?.namespace === "huggingface"
      ? [`the server behind ${setting} has to serve it`]
      : [`${setting} of a server that serves it, such as vLLM`];
}

/** What is fetched is used elsewhere, by its name. */
export const fetched: PlaceOptions = { needs: ["programs that ask for the old name"] };

/** A server answers to the name that it was started with. */
export const served: PlaceOptions = { needs: ["clients of this server that ask for the old name"] };
