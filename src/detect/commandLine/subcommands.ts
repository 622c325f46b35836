import { indexOrEnd } from "./looks.ts";
import type { Command } from "./state.ts";
import { setOf } from "./wordSets.ts";

/** Subcommands of programs whose names a verb does not show. */
const subcommands: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>(
  Object.entries({
    ollama: setOf("serve create show run stop pull push list ls ps cp rm launch"),
    vllm: setOf("serve chat complete bench run-batch collect-env latency throughput"),
    hf: setOf("download upload upload-large-folder repo repos cache auth jobs models datasets endpoints deploy"),
    "huggingface-cli": setOf("download upload upload-large-folder repo scan-cache delete-cache tag repo-files"),
    "llamafactory-cli": setOf("train chat export api webchat webui eval version env"),
    docker: setOf("model run pull push rm list inspect status package configure bench"),
    lms: setOf("get load unload ls ps server import chat"),
    llm: setOf("chat prompt install uninstall embed embed-multi models default keys set logs"),
    tune: setOf("run download cp ls validate"),
    trl: setOf("sft dpo grpo kto reward rloo chat vllm-serve"),
    swift: setOf("sft infer deploy rlhf pt export eval app sample rollout merge-lora"),
    axolotl: setOf("train evaluate inference preprocess merge-lora fetch"),
    openai: setOf("api chat.completions.create completions.create embeddings.create"),
    mlx_lm: setOf("generate chat server convert lora fuse"),
    sglang: setOf("serve generate"),
    xinference: setOf("launch register list"),
    modelscope: setOf("download upload"),
    ramalama: setOf("run pull serve chat bench perplexity convert"),
    "mistralrs-server": setOf("plain gguf vision-plain run"),
    "mistral-finetune": setOf("train"),
    foundry: setOf("model run download load"),
    dotnet: setOf("run build test publish exec tool add new user-secrets set"),
    launchctl: setOf("setenv"),
    azd: setOf("env set up provision deploy init"),
    pulumi: setOf("config set up preview"),
  }),
);

const anyones: ReadonlySet<string> = new Set([...subcommands.values()].flatMap((words) => [...words]));

/** Whether some program has the word for a subcommand. */
export function mayBeSubcommand(word: string): boolean {
  return anyones.has(word);
}

/** Whether the word behind a program's name is known to be one of its subcommands. */
export function isSubcommand(program: string, word: string): boolean {
  return subcommands.get(program)?.has(word) === true;
}

/** Commands whose first operand names a setting and whose second is its value. */
export const settingCommands: ReadonlySet<string> = new Set([
  "setx",
  "launchctl setenv",
  "dotnet user-secrets set",
  "azd env set",
  "pulumi config set",
]);

const verbs = setOf(
  "run serve server start launch pull push get load create show add set use train finetune fine-tune chat complete completions generate embed eval evaluate infer inference deploy download export import convert quantize test bench benchmark build install init exec config model models agent",
);

/** programs that are all subcommands: every leading word is one */
const nestedPrograms = setOf("aws az gcloud gh kubectl oc optimum-cli doctl heroku flyctl");

/** second words that are subcommands too */
const secondLevel: ReadonlySet<string> = new Set([
  "vllm bench serve",
  "vllm bench latency",
  "vllm bench throughput",
  "llm models default",
  "openai api chat.completions.create",
  "openai api completions.create",
  "openai api embeddings.create",
  "foundry model run",
  "foundry model download",
  "foundry model load",
  "dotnet user-secrets set",
  "azd env set",
  "pulumi config set",
]);

/** The command's name with the subcommands that follow; passes over them. */
export function withSubcommands(command: Command, program: string): string {
  if (command.isRead) return program;
  let name = program;
  const own = subcommands.get(program.slice(0, indexOrEnd(program, " ")));
  const nested = nestedPrograms.has(program);
  for (let count = 0; count < (nested ? 6 : 3) && !command.isRead; count++) {
    const { text, quoted } = command.word;
    const isSubcommand = nested ? /^[a-z][a-z0-9.-]{0,40}$/.test(text) : own !== undefined ? own.has(text) : count < 2 && verbs.has(text);
    if (quoted || !isSubcommand) break;
    // only the first of several: `ollama run serve` runs a model called serve
    if (own !== undefined && count > 0 && !secondLevel.has(`${name} ${text}`)) break;
    name += ` ${text}`;
    command.i++;
  }
  return name;
}
