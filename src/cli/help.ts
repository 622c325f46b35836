import type { CommandName } from "./commandLine.ts";

const exitCodes = `Exit codes:
  0  done; no finding at or above the fail level
  1  findings at or above the fail level
  2  wrong usage, or some input could not be read`;

const overview = `open-recipe: how open is every AI model that a project names?

Usage: open-recipe COMMAND [OPTIONS]

Commands:
  scan [PATH...]       find model references and say how open each model is
  show MODEL...        all that is known of a model
  alternatives MODEL   models that could stand in its place, best first
  fix [PATH...]        swap in models whose recipe is open, or show how

Options:
  -h, --help           this text; with a command, that command's
  -V, --version        the version
      --no-color       no colour, even on a terminal (as NO_COLOR=1)

Records of the project's own (open-recipe.records.yaml in the working directory,
or above it in its repository) add to the catalog and correct it; every command
passes over them with --no-project-records.

Examples:
  open-recipe scan
  open-recipe scan --format json src config > models.json
  open-recipe show gpt-4o allenai/Olmo-3-7B-Instruct
  open-recipe alternatives llama3.1:8b --runtime ollama
  open-recipe fix src | git apply

${exitCodes}
`;

const topics: Readonly<Record<CommandName, string>> = {
  scan: `Usage: open-recipe scan [OPTIONS] [PATH...]

Finds model references in files and directories (default: the working directory)
and says how open each model is. Leaves out what .gitignore leaves out, vendored
directories (node_modules, .venv, vendor ...), binaries, minified programs and
files over 16 MB; a file named on the command line is scanned in any case.

Options:
      --format FORMAT         pretty (default) or json
      --fail-on LEVEL         error (default), warning, information, hint or
                              never: findings this severe or worse make exit
                              code 1; a model not in the catalog never does
      --stdin                 scan standard input
      --stdin-filename NAME   the name that standard input is scanned under
      --no-project-records    pass over open-recipe.records.yaml
      --no-color              no colour, even on a terminal
  -h, --help                  this text

Examples:
  open-recipe scan
  open-recipe scan --fail-on warning src deploy/compose.yaml
  open-recipe scan 'app/[slug]/page.tsx'
  git show HEAD:app.py | open-recipe scan --stdin --stdin-filename app.py
  open-recipe scan --format json | jq '.summary.byClass'

${exitCodes}
`,
  show: `Usage: open-recipe show [OPTIONS] MODEL...

Says all that is known of models, named as a developer writes them.

Options:
      --namespace NAME   the scheme the names are of: huggingface, openai,
                         ollama ... (default: told from each name)
      --format FORMAT    pretty (default), json (array) or jsonl (a line each)
      --stdin            read names from standard input, one a line, each after
                         its own namespace and a tab if need be; answers one
                         line each, in order (jsonl is the default)
      --no-project-records
                         pass over open-recipe.records.yaml
      --no-color         no colour, even on a terminal
  -h, --help             this text

Examples:
  open-recipe show gpt-4o
  open-recipe show --namespace ollama llama3.1:8b
  open-recipe show --format json allenai/Olmo-3-7B-Instruct | jq '.[0].datasets'
  printf 'ollama\\tllama3.1:8b\\ngpt-4o\\n' | open-recipe show --stdin

${exitCodes}
`,
  alternatives: `Usage: open-recipe alternatives [OPTIONS] MODEL

Lists models that could stand in MODEL's place, best first, with what is gained,
lost and needed.

Options:
      --runtime NAME     write the names as this runtime wants them: vllm,
                         transformers (default), ollama, litellm, openai ...
      --namespace NAME   the scheme that MODEL is of (default: the runtime's,
                         else told from the name)
      --format FORMAT    pretty (default) or json
      --no-project-records
                         pass over open-recipe.records.yaml
      --no-color         no colour, even on a terminal
  -h, --help             this text

Examples:
  open-recipe alternatives meta-llama/Llama-3.1-8B-Instruct
  open-recipe alternatives llama3.1:8b --runtime ollama
  open-recipe alternatives gpt-4o --format json | jq -r '.alternatives[].id'

${exitCodes}
`,
  fix: `Usage: open-recipe fix [OPTIONS] [PATH...]

Shows the preferred swaps in files and directories (default: the working
directory) as a unified diff. A swap is preferred when runtime, task and variant
stay the same, size and context are near, and nothing else has to change; other
swaps are for you to choose, see scan and alternatives. A name is swapped
everywhere it stands in these files, or nowhere: give it the whole project.

Options:
      --write      make the swaps instead of showing them; each file is replaced
                   as a whole, and left alone if it changed in the meantime
      --no-project-records
                   pass over open-recipe.records.yaml
      --no-color   no colour, even on a terminal
  -h, --help       this text

Examples:
  open-recipe fix
  open-recipe fix src | git apply
  open-recipe fix --write 'app/(chat)/route.ts'

${exitCodes}
`,
};

/** The help for a command, or for all of them. */
export function helpText(topic: CommandName | null): string {
  return topic === null ? overview : topics[topic];
}
