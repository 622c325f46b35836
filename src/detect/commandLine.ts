import type { Frame } from "./candidate.ts";
import { jsonContext, readJsonStrings } from "./formats/jsonReader.ts";
import { mappedJsonString } from "./formats/jsonStrings.ts";
import { documentRange, type MappedText, subText } from "./formats/mappedText.ts";
import { type HereDocument, readCommands, type SimpleCommand, type Word } from "./formats/shellLexer.ts";
import { addValue, addVariableValue, type CandidateList, inside } from "./formats/values.ts";

/** Where the candidates of command lines are gathered. */
export interface CommandFindings extends CandidateList {
  /** the programs that are run, modules of Python and container images (without registry and tag) among them */
  readonly modules: Set<string>;
}

/** The layers of context around a word's own flag or operand, for instance the list of a configuration file it stands in. */
export type OuterContext = (word: Word) => readonly Frame[];

const noFrames: OuterContext = () => [];

/** Command lines inside command lines (`sh -c "..."`, `ssh host "..."`) are followed to this depth. */
const maximumScriptDepth = 4;

/**
 * The simple commands of shell text that begins at `offset` of a document, those in substitutions included; the ranges of
 * the words ({@link documentRange}) are positions in that document.
 */
export function splitCommandLine(text: string, offset: number): readonly SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  readCommands(text, (command) => {
    commands.push(offset === 0 ? command : { ...command, words: command.words.map((word) => moved(word, offset)) });
  });
  return commands;
}

function moved(word: Word, offset: number): Word {
  const { segments } = word;
  if (segments === null) return { ...word, offset: word.offset + offset };
  // of each three, the first is a position in the word itself
  return { ...word, offset: word.offset + offset, segments: segments.map((number, i) => (i % 3 === 0 ? number : number + offset)) };
}

/** A word of a command line that is written as a value of its own: an element of a list in a configuration file. */
export function wordOf(value: MappedText, index: number): Word {
  return { text: value.text, offset: value.offset, segments: value.segments, quoted: false, literal: false, index };
}

/**
 * Scans the shell text that is the value `script`: variables, defaults, flags and operands of its commands. `outer` is what
 * surrounds the whole; `before` are words that stand before the first command in another place, and are not added;
 * `onHereDocument` is told the texts in the script that are none of the shell's.
 */
export function scanScript(
  script: MappedText,
  findings: CommandFindings,
  outer: () => readonly Frame[],
  before: readonly string[] = [],
  onHereDocument?: (document: HereDocument) => void,
): void {
  scanNested(script, findings, outer, 0, before, onHereDocument);
}

function scanNested(
  script: MappedText,
  findings: CommandFindings,
  outer: () => readonly Frame[],
  depth: number,
  before: readonly string[] = [],
  onHereDocument?: (document: HereDocument) => void,
): void {
  const plain = script.segments === null && script.offset === 0;
  const local: CommandFindings = plain ? findings : { ...findings, candidates: [] };
  let pending = before;
  readCommands(
    script.text,
    (command) => {
      if (pending.length > 0 && command.kind === "command") {
        const words = [...pending.map(silentWord), ...command.words];
        new CommandReader(words, local, outer, depth, pending.length).read();
        pending = [];
      } else scanSimpleCommand(command, local, outer, depth);
    },
    onHereDocument,
  );
  if (plain) return;
  for (const candidate of local.candidates) {
    findings.candidates.push({ ...candidate, range: documentRange(script, candidate.range.start, candidate.range.end) });
  }
}

function scanSimpleCommand(command: SimpleCommand, findings: CommandFindings, outer: OuterContext, depth: number): void {
  const { words } = command;
  switch (command.kind) {
    case "patterns":
      for (const word of words) addWord(findings, word, () => inside({ kind: "comparison" }, outer(word)));
      return;
    case "array":
      scanArray(command, findings, outer);
      return;
    default:
      // a substitution alone runs what nobody knows
      if (words.length === 1 && words[0]?.text === "$") return;
      if (command.target !== null && isEnvironmentFile(command.target) && isPrinter(words)) scanPrinted(words, findings, outer, depth);
      else new CommandReader(words, findings, outer, depth).read();
  }
}

/** Whether lines like `NAME=value` in the file are variables of what runs next: GitHub's files of a workflow, `.env`, a shell's profile. */
function isEnvironmentFile(file: string): boolean {
  return /\bGITHUB_(?:ENV|OUTPUT)\b|(?:^|\/)(?:\.env[\w.-]*|[\w.-]+\.env|\.(?:bash|zsh)(?:rc|_profile|env)|\.z?profile|environment)$/.test(
    file,
  );
}

function isPrinter(words: readonly Word[]): boolean {
  const name = words[0]?.text;
  return name === "echo" || name === "printf";
}

/** `echo "MODEL=x" >> .env`: what is printed sets variables there. */
function scanPrinted(words: readonly Word[], findings: CommandFindings, outer: OuterContext, depth: number): void {
  for (const word of words.slice(1)) {
    if (word.literal || depth >= maximumScriptDepth) continue;
    const end = word.text.endsWith("\\n") ? word.text.length - 2 : word.text.length;
    const line = subText(word, 0, end);
    if (assignmentAt(line.text.replace(/^export /, "")) > 0) scanNested(line, findings, () => outer(word), depth + 1);
  }
}

function scanArray(command: SimpleCommand, findings: CommandFindings, outer: OuterContext): void {
  const name = command.name ?? "";
  let previous: string | null = null;
  command.words.forEach((word, index) => {
    const keyed = /^\[([^\]]{1,64})\]=/.exec(word.text);
    const item: Frame = { kind: "item", index, previous };
    previous = word.text;
    if (keyed === null) addWord(findings, word, () => inside(item, inside({ kind: "assignment", name }, outer(word))));
    else {
      addWord(findings, wordFrom(word, keyed[0].length), () => [
        { kind: "property", key: keyed[1] ?? "" },
        { kind: "assignment", name },
        ...outer(word),
      ]);
    }
  });
}

/**
 * Scans one command given as words, the program first: flags' values and operands become candidates, wrappers (`sudo`,
 * `uv run`, `docker exec NAME`) are passed over. `before` are words that stand before it in another place, and are not added.
 */
export function scanCommand(
  words: readonly Word[],
  findings: CommandFindings,
  outer: OuterContext = noFrames,
  before: readonly string[] = [],
): void {
  const all = before.length === 0 ? words : [...before.map(silentWord), ...words];
  new CommandReader(all, findings, outer, 0, before.length).read();
}

function silentWord(text: string): Word {
  return { ...nothing, text };
}

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

function indexOrEnd(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? text.length : index;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const reservedWords = setOf("if then else elif do while until ! { } time coproc fi done");
const declarations = setOf("export local readonly declare typeset set");
/** programs that show or look for their arguments: what they are given selects nothing */
const printers = setOf(
  "echo printf print cat ls cd mkdir rm tee touch chmod chown grep egrep rg sed awk cut tr tail head which type read return exit pushd popd source . log info warn error die fail usage sleep kill unset shift trap rsync tar unzip",
);
const tests = setOf("[ [[ test");
const shells = setOf("sh bash zsh dash ksh fish ash");
const containerPrograms = setOf("docker podman nerdctl docker-compose podman-compose");
const sshValueFlags = setOf("-i -p -l -o -F -J -L -R -D");
const launchers = setOf("torchrun deepspeed horovodrun");
const runners = setOf("node tsx ts-node deno bun python python2 python3 pypy pypy3 ipython perl ruby php Rscript");

interface Wrapper {
  /** flags of the wrapper that take the next word */
  readonly valueFlags: ReadonlySet<string>;
  /** the wrapper's own operands before the command */
  readonly operands: number;
}

const wrapper = (valueFlags: string, operands = 0): Wrapper => ({ valueFlags: setOf(valueFlags), operands });

/** Programs that run the command that follows, by their name and first words. */
const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>(
  Object.entries({
    sudo: wrapper("-u -g -h -p -C -D -R -T --user --group"),
    doas: wrapper("-u -C"),
    env: wrapper("-u -C -S --unset --chdir"),
    exec: wrapper("-a"),
    command: wrapper(""),
    builtin: wrapper(""),
    nohup: wrapper(""),
    setsid: wrapper(""),
    time: wrapper("-f -o"),
    nice: wrapper("-n"),
    ionice: wrapper("-c -n"),
    timeout: wrapper("-s -k --signal --kill-after", 1),
    stdbuf: wrapper("-i -o -e"),
    xargs: wrapper("-I -n -P -L -d -s -a -E"),
    watch: wrapper("-n -d"),
    taskset: wrapper("-c", 0),
    numactl: wrapper("-m -N -C"),
    caffeinate: wrapper("-t -w"),
    srun: wrapper("-N -n -c -p -t -G -A -J -o -e -w"),
    mpirun: wrapper("-n -np -H --hostfile --host -x"),
    nsys: wrapper("-o -t"),
    uvx: wrapper("--from --with --python -p --index-url --env-file --with-editable"),
    npx: wrapper("-p --package"),
    bunx: wrapper("-p --package"),
    "uv run": wrapper(
      "--with --with-requirements --with-editable --extra --group --python -p --env-file --package --project --directory --index --index-url",
    ),
    "uv tool run": wrapper("--from --with --python -p --index-url"),
    "pnpm exec": wrapper(""),
    "pnpm dlx": wrapper("--package"),
    "yarn dlx": wrapper("-p --package"),
    "bun x": wrapper(""),
    "npm exec": wrapper("-p --package"),
    "poetry run": wrapper(""),
    "pipenv run": wrapper(""),
    "pdm run": wrapper(""),
    "hatch run": wrapper(""),
    "rye run": wrapper(""),
    "pixi run": wrapper("-e --environment"),
    "conda run": wrapper("-n -p --name --prefix --cwd"),
    "mamba run": wrapper("-n -p --name --prefix"),
    "micromamba run": wrapper("-n -p --name --prefix"),
    "doppler run": wrapper("-p -c --project --config"),
    "op run": wrapper("--env-file"),
    "dotenv run": wrapper("-f"),
    "heroku run": wrapper("-a --app"),
  }),
);

const wrapperPrograms: ReadonlySet<string> = new Set([...wrappers.keys()].map((name) => name.slice(0, indexOrEnd(name, " "))));

/** Every program that is not simply a program with arguments. */
const specialPrograms: ReadonlySet<string> = new Set([
  ...wrapperPrograms,
  ...declarations,
  ...printers,
  ...tests,
  ...shells,
  ...containerPrograms,
  ...launchers,
  ...runners,
  ..."accelerate ssh alias eval kubectl oc".split(" "),
]);

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

/** Commands whose first operand names a setting and whose second is its value. */
const settingCommands = new Set(["setx", "launchctl setenv", "dotnet user-secrets set", "azd env set", "pulumi config set"]);

const verbs = setOf(
  "run serve server start launch pull push get load create show add set use train finetune fine-tune chat complete completions generate embed eval evaluate infer inference deploy download export import convert quantize test bench benchmark build install init exec config model models agent",
);

/** programs that are all subcommands: every leading word is one */
const nestedPrograms = setOf("aws az gcloud gh kubectl oc optimum-cli doctl heroku flyctl");

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

const containerFlagsAlone = setOf(
  "--detach --interactive --tty --rm --privileged --init --read-only --publish-all --no-healthcheck --oom-kill-disable --build --quiet -q -T --no-deps --service-ports",
);

/** `-f` is silent about failure for curl and a file for others. */
const curlFlagsAlone = setOf("-f -s -S -L -k -i -I -v -g -O -J -N -sS -fsSL -sSL -sL -LO -OL -fL -sSfL -LsSf -fsS -sk");
const everywhereValue = setOf("-f -L -S -s -d -t -i -r");

class CommandReader {
  private i = 0;
  private readonly words: readonly Word[];
  private readonly findings: CommandFindings;
  private readonly outer: OuterContext;
  private readonly depth: number;
  private readonly silent: number;

  constructor(words: readonly Word[], findings: CommandFindings, outer: OuterContext, depth: number, silent = 0) {
    this.words = words;
    this.findings = findings;
    this.outer = outer;
    this.depth = depth;
    this.silent = silent;
  }

  read(): void {
    while (this.i < this.words.length && !this.at(0).quoted && reservedWords.has(this.at(0).text)) this.i++;
    if (this.readLoop()) return;
    // every turn passes over at least one word
    while (this.i < this.words.length) {
      this.readAssignments();
      if (this.i >= this.words.length) return;
      const { text } = this.at(0);
      if (isPlainProgram(text)) {
        this.readOrdinary(text);
        return;
      }
      const name = baseName(text);
      if (!(specialPrograms.has(name) || isPython(name)) || !this.readWrapper(name)) {
        this.readProgram(name);
        return;
      }
    }
  }

  private at(distance: number): Word {
    return this.words[this.i + distance] ?? nothing;
  }

  /** `for NAME in a b c` */
  private readLoop(): boolean {
    const { text } = this.at(0);
    if ((text !== "for" && text !== "select" && text !== "foreach") || this.at(2).text !== "in") return false;
    const name = this.at(1).text;
    let previous: string | null = null;
    for (let k = this.i + 3; k < this.words.length; k++) {
      const word = this.words[k] ?? nothing;
      const item: Frame = { kind: "item", index: k - this.i - 3, previous };
      addWord(this.findings, word, () => inside(item, inside({ kind: "assignment", name }, this.outer(word))));
      previous = word.text;
    }
    return true;
  }

  private readAssignments(): void {
    while (this.i < this.words.length && assignmentAt(this.at(0).text) > 0) {
      if (this.i >= this.silent) this.readAssignment(this.at(0));
      this.i++;
    }
  }

  private readAssignment(word: Word): void {
    const equals = assignmentAt(word.text);
    if (equals < 0) return;
    const name = word.text.slice(0, word.text.charCodeAt(equals - 1) === 43 ? equals - 1 : equals);
    const value = wordFrom(word, equals + 1);
    if (isFlagText(value.text)) this.nested(value, () => inside({ kind: "assignment", name }, this.outer(word)));
    else if (!value.literal) addVariableValue(this.findings, value, () => inside({ kind: "assignment", name }, this.outer(word)));
  }

  /** Passes over a program that runs the rest of the words; false where the word is the program itself. */
  private readWrapper(name: string): boolean {
    if (wrapperPrograms.has(name)) {
      for (let count = 3; count > 0; count--) {
        const known = wrappers.get([name, this.at(1).text, this.at(2).text].slice(0, count).join(" "));
        if (known === undefined) continue;
        this.i += count;
        this.skipFlags(known.valueFlags);
        this.i += known.operands;
        return this.i < this.words.length;
      }
      return false;
    }
    if (name === "ssh") {
      this.i++;
      this.skipFlags(sshValueFlags);
      this.i++;
      const word = this.at(0);
      if (!word.text.includes(" ")) return true;
      this.nested(word, () => this.outer(word));
      this.i = this.words.length;
      return true;
    }
    if (containerPrograms.has(name)) return this.readContainer(name);
    if (name === "kubectl" || name === "oc") {
      let dashes = this.i + 1;
      while (dashes < this.words.length && this.words[dashes]?.text !== "--") dashes++;
      if (dashes >= this.words.length) return false;
      this.i = dashes + 1;
      return true;
    }
    if (launchers.has(name) || (name === "accelerate" && this.at(1).text === "launch") || this.isTorchModule(name)) {
      for (let k = this.i + 1; k < this.words.length; k++) {
        const text = this.words[k]?.text ?? "";
        const isModule = (text === "-m" || text === "--module") && !(this.isTorchModule(name) && k === this.i + 1);
        if (text.endsWith(".py") || isModule) {
          this.findings.modules.add(name);
          this.i = isModule ? k + 1 : k;
          return true;
        }
      }
      return false;
    }
    return false;
  }

  private isTorchModule(name: string): boolean {
    return isPython(name) && this.at(1).text === "-m" && this.at(2).text.startsWith("torch.distributed.");
  }

  private skipFlags(valueFlags: ReadonlySet<string>): void {
    while (this.i < this.words.length) {
      const { text } = this.at(0);
      if (text === "--") {
        this.i++;
        return;
      }
      if (text.charCodeAt(0) !== dash) return;
      this.i += valueFlags.has(text) ? 2 : 1;
    }
  }

  /** `docker run IMAGE ...`, `docker exec NAME ...`, `docker compose run SERVICE ...`; `docker model` is a program of its own. */
  private readContainer(name: string): boolean {
    let k = this.i + 1;
    const next = (): string => this.words[k]?.text ?? "";
    let compose = name.endsWith("-compose");
    if (next() === "compose") {
      compose = true;
      k++;
    }
    while (next().charCodeAt(0) === dash) k += next().includes("=") ? 1 : 2;
    const action = next();
    if (action === "model") return false;
    k++;
    if (action === "exec" || (compose && action === "run")) {
      k = this.skipContainerFlags(k);
      this.i = k + 1;
      return true;
    }
    if (action === "run" || action === "create") {
      k = this.skipContainerFlags(k);
      const image = this.words[k];
      if (image === undefined) {
        this.i = this.words.length;
        return true;
      }
      if (!image.text.includes("$")) this.findings.modules.add(imageName(image.text));
      this.i = k + 1;
      const program = imageProgram(image.text);
      if (program !== null && !startsProgram(this.at(0).text, program)) {
        this.readArguments(this.withSubcommands(program.join(" ")), program[0] ?? "");
        this.i = this.words.length;
      } else if (this.at(0).text.charCodeAt(0) === dash) {
        this.readArguments(imageName(image.text), imageName(image.text));
        this.i = this.words.length;
      }
      return true;
    }
    // images, networks and the like: no models; a build's arguments are variables
    for (; k < this.words.length; k++) if (next() === "--build-arg") this.readAssignment(this.words[k + 1] ?? nothing);
    this.i = this.words.length;
    return true;
  }

  private skipContainerFlags(from: number): number {
    let k = from;
    while (k < this.words.length) {
      const { text } = this.words[k] ?? nothing;
      if (text.charCodeAt(0) !== dash) break;
      if (text === "-e" || text === "--env") {
        this.readAssignment(this.words[k + 1] ?? nothing);
        k += 2;
      } else if (text.startsWith("--env=")) {
        this.readAssignment(wordFrom(this.words[k] ?? nothing, "--env=".length));
        k++;
      } else k += text.includes("=") || /^-[ditP]+$/.test(text) || containerFlagsAlone.has(text) ? 1 : 2;
    }
    return k;
  }

  private readProgram(name: string): void {
    const first = this.at(0);
    if (first.text.includes("$") || name === "") {
      this.i++;
      this.readArguments("", "");
      return;
    }
    if (first.text.charCodeAt(0) === dash) {
      this.readArguments("", "");
      return;
    }
    if (first.text.includes(" ")) {
      if (this.i >= this.silent) this.nested(first, () => this.outer(first));
      this.i++;
      this.readArguments("", "");
      return;
    }
    if (!specialPrograms.has(name) && !isPython(name)) {
      this.readOrdinary(name);
      return;
    }
    if (declarations.has(name)) {
      for (this.i++; this.i < this.words.length; this.i++) this.readAssignment(this.at(0));
      return;
    }
    if (tests.has(name)) {
      for (this.i++; this.i < this.words.length; this.i++) {
        const word = this.at(0);
        if (word.text.charCodeAt(0) !== dash && word.text !== "]" && word.text !== "]]") {
          addWord(this.findings, word, () => inside({ kind: "comparison" }, this.outer(word)));
        }
      }
      return;
    }
    if (printers.has(name)) return;
    if (name === "alias" || name === "eval") {
      for (this.i++; this.i < this.words.length; this.i++) {
        const word = this.at(0);
        const value = name === "alias" ? wordFrom(word, word.text.indexOf("=") + 1) : word;
        this.nested(value, () => this.outer(word));
      }
      return;
    }
    if (shells.has(name)) {
      this.readShell();
      return;
    }
    if (isPython(name) || runners.has(name)) {
      this.readScriptRunner(name);
      return;
    }
    if (containerPrograms.has(name)) {
      // `docker model run`: the flags of docker itself stand before
      this.i++;
      while (this.i < this.words.length && this.at(0).text !== "model") this.i++;
      this.i++;
      this.findings.modules.add("docker model");
      this.readArguments(this.withSubcommands("docker model"), "docker model");
      return;
    }
    this.readOrdinary(name);
  }

  /** A program whose arguments are its own. */
  private readOrdinary(name: string): void {
    this.i++;
    if (isLetter(name.charCodeAt(0))) this.findings.modules.add(name);
    this.readArguments(this.withSubcommands(name), name);
  }

  /** `bash -c "..."` and `bash script.sh ...` */
  private readShell(): void {
    let k = this.i + 1;
    while (k < this.words.length) {
      const { text } = this.words[k] ?? nothing;
      if (text.charCodeAt(0) !== dash) break;
      k++;
      if (/^-[a-z]*c$/.test(text)) {
        const script = this.words[k];
        if (script !== undefined && k >= this.silent) this.nested(script, () => this.outer(script));
        return;
      }
    }
    this.i = k + 1;
    const script = baseName(this.words[k]?.text ?? "");
    this.readArguments(script, script);
  }

  private readScriptRunner(runner: string): void {
    this.i++;
    while (this.i < this.words.length) {
      const { text } = this.at(0);
      if (text === "run" && (runner === "deno" || runner === "bun")) {
        this.i++;
        continue;
      }
      if (text.charCodeAt(0) !== dash) break;
      this.i++;
      if (isPython(runner)) {
        if (text === "-c") return;
        if (text === "-X" || text === "-W") this.i++;
        if (text === "-m") {
          const module = this.at(0).text;
          this.i++;
          this.findings.modules.add(module.slice(0, indexOrEnd(module, ".")));
          this.readArguments(this.withSubcommands(module), module);
          return;
        }
      } else if (text === "-e" || text === "--eval" || text === "-p") return;
      else if (text === "-r" || text === "--require" || text === "--import" || text === "--loader") this.i++;
    }
    const script = baseName(this.at(0).text);
    this.i++;
    this.readArguments(script, script);
  }

  /** The command's name with the subcommands that follow; passes over them. */
  private withSubcommands(program: string): string {
    if (this.i >= this.words.length) return program;
    let name = program;
    const own = subcommands.get(program.slice(0, indexOrEnd(program, " ")));
    const nested = nestedPrograms.has(program);
    for (let count = 0; count < (nested ? 6 : 3) && this.i < this.words.length; count++) {
      const { text, quoted } = this.at(0);
      const isSubcommand = nested ? /^[a-z][a-z0-9.-]{0,40}$/.test(text) : own !== undefined ? own.has(text) : count < 2 && verbs.has(text);
      if (quoted || !isSubcommand) break;
      // only the first of several: `ollama run serve` runs a model called serve
      if (own !== undefined && count > 0 && !secondLevel.has(`${name} ${text}`)) break;
      name += ` ${text}`;
      this.i++;
    }
    return name;
  }

  private readArguments(command: string, program: string): void {
    let position = 0;
    let flags = true;
    let lastOperand = "";
    while (this.i < this.words.length) {
      const word = this.at(0);
      const index = this.i;
      const { text } = word;
      this.i++;
      if (flags && text === "--") {
        flags = false;
        continue;
      }
      if (!flags || text.charCodeAt(0) !== dash || text.length < 2) {
        const at = position++;
        if (settingCommands.has(command)) {
          if (at === 1) this.argument(word, { kind: "assignment", name: lastOperand });
        } else if (index >= this.silent) this.argument(word, { kind: "operand", command, position: at });
        lastOperand = text;
        continue;
      }
      if (text.includes(" ")) {
        // a whole tail of a command line in one word
        if (index >= this.silent) this.nested(word, () => this.outer(word));
        continue;
      }
      const equals = text.indexOf("=");
      if (equals > 0) {
        const frame: Frame = { kind: "flag", command, name: text.slice(0, equals) };
        if (index >= this.silent) this.argument(wordFrom(word, equals + 1), frame, word);
        continue;
      }
      if (!this.takesValue(program, text)) continue;
      const frame: Frame = { kind: "flag", command, name: text };
      const many = /models?[-_]?names$|models$/.test(text);
      let count = 0;
      while (this.i < this.words.length && (count === 0 || many)) {
        const value = this.at(0);
        if (value.text.charCodeAt(0) === dash && !(value.quoted && value.text.includes(" "))) break;
        if (this.i >= this.silent) this.argument(value, frame);
        this.i++;
        count++;
      }
    }
  }

  private takesValue(program: string, flag: string): boolean {
    const own = valueFlagsOf.get(program);
    if (own !== undefined) return own.has(flag);
    if (program === "curl" || program === "wget") return !curlFlagsAlone.has(flag) && !(flag.startsWith("--") && flagsAlone.has(flag));
    if (everywhereValue.has(flag)) return true;
    return !flagsAlone.has(flag) && !aloneBeginning.test(flag);
  }

  private argument(word: Word, frame: Frame, whole: Word = word): void {
    const { text } = word;
    if (text.length < 2 || !hasLetter(text)) return;
    const first = text.charCodeAt(0);
    if ((first === openBrace || first === openBracket) && text.includes('"') && !text.startsWith("{{")) {
      scanJson(word, this.findings, () => inside(frame, this.outer(whole)));
    } else if (first === dash && isFlagText(text)) this.nested(word, () => inside(frame, this.outer(whole)));
    else if (text.includes("=") && keyAt(text) > 0) scanPairs(word, this.findings, () => inside(frame, this.outer(whole)));
    else addWord(this.findings, word, () => inside(frame, this.outer(whole)));
  }

  private nested(script: MappedText, outer: () => readonly Frame[]): void {
    if (this.depth >= maximumScriptDepth) return;
    scanNested(script, this.findings, outer, this.depth + 1);
  }
}

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

const nothing: Word = { text: "", offset: 0, segments: null, quoted: false, literal: false, index: -1 };

const [doubleQuote, dash, dot, slash, colon, at, openBracket, openBrace] = [34, 45, 46, 47, 58, 64, 91, 123] as const;

function addWord(findings: CommandFindings, word: MappedText & { readonly literal: boolean }, context: () => readonly Frame[]): void {
  if (!word.literal) addValue(findings, word, context);
}

/** `pretrained=x,dtype=y`, `model.name=x`, `MODEL="x"`: each value with its key. */
export function scanPairs(
  word: MappedText & { readonly literal: boolean },
  findings: CommandFindings,
  context: () => readonly Frame[],
): void {
  if (word.literal) return;
  const { text } = word;
  let from = 0;
  while (from < text.length) {
    const comma = text.indexOf(",", from);
    const to = comma < 0 ? text.length : comma;
    const equals = keyAt(text.slice(from, Math.min(to, from + maximumKeyLength)));
    if (equals > 0) {
      const key = text.slice(from, from + equals);
      const isQuoted =
        text.charCodeAt(from + equals + 1) === doubleQuote && text.charCodeAt(to - 1) === doubleQuote && to - from > equals + 2;
      const value = isQuoted ? subText(word, from + equals + 2, to - 1) : subText(word, from + equals + 1, to);
      addValue(findings, value, () => [...keyFrames(key), ...context()]);
    }
    from = to + 1;
  }
}

function keyFrames(key: string): readonly Frame[] {
  if (/^[A-Z][A-Z0-9_]*$/.test(key)) return [{ kind: "assignment", name: key }];
  const frames: Frame[] = [];
  for (const part of key.split(".").reverse()) frames.push({ kind: "property", key: part });
  return frames.slice(0, 8);
}

/** The strings of a JSON text given as an argument: the body of a request, an override. */
function scanJson(value: MappedText, findings: CommandFindings, context: () => readonly Frame[]): void {
  readJsonStrings<never>(value.text, {
    string(start, end, escaped, stack) {
      const inner = mappedJsonString(value.text, start, end, escaped);
      const local: CandidateList = { candidates: [], interest: findings.interest };
      addValue(local, inner, () => [...jsonContext(stack), ...context()]);
      for (const candidate of local.candidates) {
        findings.candidates.push({ ...candidate, range: documentRange(value, candidate.range.start, candidate.range.end) });
      }
    },
  });
}

function wordFrom(word: Word, start: number): Word {
  const part = subText(word, start, word.text.length);
  return { text: part.text, offset: part.offset, segments: part.segments, quoted: word.quoted, literal: word.literal, index: word.index };
}

const maximumKeyLength = 64;

/** The position of the `=` of `NAME=value` or `NAME+=value`, or -1. */
export function assignmentAt(text: string): number {
  let i = 0;
  while (i < text.length && i < 256) {
    const unit = text.charCodeAt(i);
    if (unit === 61) return i > 0 ? i : -1;
    if (unit === 43 && i > 0 && text.charCodeAt(i + 1) === 61) return i + 1;
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
    if (!isLetter && !(i > 0 && unit >= 48 && unit <= 57)) return -1;
    i++;
  }
  return -1;
}

/** The position of the `=` behind a key (`a.b-c=`), or -1. */
function keyAt(text: string): number {
  const match = /^\+{0,2}[A-Za-z_][A-Za-z0-9_.-]{0,62}=/.exec(text);
  return match === null ? -1 : match[0].length - 1;
}

/** The tail of a command line: flags with their values in one text. */
function isFlagText(text: string): boolean {
  return text.startsWith("-") && text.includes(" ") && /^--?[A-Za-z]/.test(text);
}

/** `/usr/bin/ollama`, `ollama.exe`, `pkg@1.2` */
function baseName(text: string): string {
  if (isPlainName(text)) return text;
  let name = text.slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1);
  if (name.endsWith(".exe")) name = name.slice(0, -4);
  const version = name.indexOf("@");
  return version > 0 ? name.slice(0, version) : name;
}

/** No path, no ending and no version. */
function isPlainName(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 46 || unit === 47 || unit === 64 || unit === 92) return false;
  }
  return true;
}

/** The name of a program as most are written, which is none of those that are read in ways of their own. */
function isPlainProgram(text: string): boolean {
  if (!isLetter(text.charCodeAt(0))) return false;
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isLetter(unit) && !isDigit(unit) && unit !== dash && unit !== 95 && unit !== 58) return false;
  }
  return !specialPrograms.has(text) && !isPython(text);
}

function hasLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isPython(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first !== 112 && first !== 105) return false;
  return /^(?:python|pypy)(?:\d(?:\.\d{1,2})?)?$/.test(name) || name === "ipython";
}

function startsProgram(text: string, program: readonly string[]): boolean {
  const name = baseName(text);
  return name === program[0] || shells.has(name) || isPython(name);
}
