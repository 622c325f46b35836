// Programs that are read in ways of their own.

import { indexOrEnd, isPython } from "./looks.ts";
import { setOf } from "./wordSets.ts";

/** words of the shell's grammar, behind which a command begins */
export const reservedWords: ReadonlySet<string> = setOf("if then else elif do while until ! { } time coproc fi done");
const declarations: ReadonlySet<string> = setOf("export local readonly declare typeset set");
/** programs that show or look for their arguments: what they are given selects nothing */
const printers: ReadonlySet<string> = setOf(
  "echo printf print cat ls cd mkdir rm tee touch chmod chown grep egrep rg sed awk cut tr tail head which type read return exit pushd popd source . log info warn error die fail usage sleep kill unset shift trap rsync tar unzip",
);
const tests: ReadonlySet<string> = setOf("[ [[ test");
export const shells: ReadonlySet<string> = setOf("sh bash zsh dash ksh fish ash");
const containerPrograms: ReadonlySet<string> = setOf("docker podman nerdctl docker-compose podman-compose");
export const sshValueFlags: ReadonlySet<string> = setOf("-i -p -l -o -F -J -L -R -D");
const launchers: ReadonlySet<string> = setOf("torchrun deepspeed horovodrun accelerate");
export const runners: ReadonlySet<string> = setOf("node tsx ts-node deno bun perl ruby php Rscript");

/** Programs that run a project's own command, and give it what stands behind `--`: `npm run chat -- --model x`. */
export const taskRunners: ReadonlySet<string> = setOf(
  "npm pnpm yarn bun npx cargo dotnet dart flutter swift nx turbo task just mix stack cabal",
);

interface Wrapper {
  /** flags of the wrapper that take the next word */
  readonly valueFlags: ReadonlySet<string>;
  /** the wrapper's own operands before the command */
  readonly operands: number;
}

const wrapper = (valueFlags: string, operands = 0): Wrapper => ({ valueFlags: setOf(valueFlags), operands });

/** Programs that run the command that follows, by their name and first words. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>(
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

/** How a program that is not simply a program with arguments is read. */
export type ProgramKind =
  /** it runs what follows: `sudo`, `uv run` */
  | "wrapper"
  /** it runs what follows somewhere else */
  | "ssh"
  | "container"
  | "cluster"
  /** it runs a script of Python, as many processes */
  | "launcher"
  | "python"
  /** another language's program, which runs a script */
  | "runner"
  | "shell"
  /** it reads its arguments as shell text */
  | "evaluator"
  /** it sets variables */
  | "declaration"
  | "test"
  /** it shows its arguments or looks for them */
  | "printer";

function kinds(kind: ProgramKind, names: Iterable<string>): readonly (readonly [string, ProgramKind])[] {
  return [...names].map((name) => [name, kind]);
}

const programKinds: ReadonlyMap<string, ProgramKind> = new Map([
  ...kinds("runner", runners),
  ...kinds("wrapper", wrapperPrograms),
  ...kinds("ssh", ["ssh"]),
  ...kinds("container", containerPrograms),
  ...kinds("cluster", ["kubectl", "oc"]),
  ...kinds("launcher", launchers),
  ...kinds("shell", shells),
  ...kinds("evaluator", ["alias", "eval"]),
  ...kinds("declaration", declarations),
  ...kinds("test", tests),
  ...kinds("printer", printers),
]);

/** How the program of that name is read; null where nothing about it is special. */
export function programKind(name: string): ProgramKind | null {
  return isPython(name) ? "python" : (programKinds.get(name) ?? null);
}

/** Every word at the beginning of a command that is not simply a program with arguments. */
export const remarkableWords: ReadonlySet<string> = new Set([...programKinds.keys(), ...reservedWords, "for", "select", "foreach"]);
