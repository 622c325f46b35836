import { setOf } from "./wordSets.ts";

/** Whether the flag's value is a commit, branch or tag of a model's repository, whatever that is called: `--model_revision sft_qwen_7b__42`. */
export function takesRevision(flag: string): boolean {
  return flag.endsWith("revision");
}

/**
 * Whether the flag's value is a list of models with commas: `--models gpt-4o,o3`. Other flags have texts behind them, as `git commit -m "Fix it,
 * at last"` does.
 */
export function takesModels(flag: string, value: string): boolean {
  return value.includes(",") && (flag === "-m" ? !/\s/.test(value) : /^--[\w.-]{0,60}model/i.test(flag));
}

/** Programs for which every flag but these stands alone. */
const valueFlagsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>(
  Object.entries({
    ollama: setOf("--keepalive --format -f --file -q --quantize --dimensions"),
  }),
);

const flagsAlone = setOf(
  "-h --help --version -v --verbose -vv -q --quiet -y --yes --force --debug --dry-run --rm -it -i -t -d --detach --interactive --tty --stream --json --local --offline --recursive -r --silent -s -L -S -f -sS -fsSL -sSL -sSfL --fail --location --insecure --force-download --resume-download --private --trust-remote-code --trust_remote_code --enforce-eager --load-in-4bit --load-in-8bit --load_in_4bit --load_in_8bit --fp16 --bf16 --tf32 --flash-attn --jinja --cpu --gpu-only --lora --qlora --packing --share --api --reload --exact --watch --all --no-stream -ngl-all --privileged --init --read-only -P --publish-all --ignore-runtime-memory-check --use_peft --gradient_checkpointing --push_to_hub",
);

const aloneBeginning = /^--(?:no[-_]|do_|(?:enable|disable|use|skip|allow|return)-)/;

/** Flags of `docker run` and its relatives without a value. */
export const containerFlagsAlone: ReadonlySet<string> = setOf(
  "--detach --interactive --tty --rm --privileged --init --read-only --publish-all --no-healthcheck --oom-kill-disable --build --quiet -q -T --no-deps --service-ports",
);

/** `-f` is silent about failure for curl and a file for others. */
const curlFlagsAlone = setOf("-f -s -S -L -k -i -I -v -g -O -J -N -sS -fsSL -sSL -sL -LO -OL -fL -sSfL -LsSf -fsS -sk");
const everywhereValue = setOf("-f -L -S -s -d -t -i -r");

/** Whether the flag of a program takes the next word, as far as its name tells. */
export function takesValue(program: string, flag: string): boolean {
  const own = valueFlagsOf.get(program);
  if (own !== undefined) return own.has(flag);
  if (program === "curl" || program === "wget") return !curlFlagsAlone.has(flag) && !(flag.startsWith("--") && flagsAlone.has(flag));
  return everywhereValue.has(flag) || !(flagsAlone.has(flag) || aloneBeginning.test(flag));
}
