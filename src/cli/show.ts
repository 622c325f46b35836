import type { Assessment } from "../assess/assessment.ts";
import type { Engine } from "../engine.ts";
import { type Namespace, namespaces } from "../identify/identity.ts";
import type { ShowCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { readLines } from "./readLines.ts";
import { showJson } from "./showJson.ts";
import { showLine, showPretty } from "./showPretty.ts";
import { createPaint, toJson } from "./terminalText.ts";

interface Answer {
  readonly query: string;
  readonly assessment: Assessment;
}

/** Says all that is known of models. A model that is not known is an answer, too. */
export async function show(command: ShowCommand, environment: Environment): Promise<ExitCode> {
  const engine = await environment.loadEngine();
  const style = { paint: createPaint(environment.color), width: environment.width };
  const answer = (query: string, namespace: Namespace | null): Answer => ({
    query,
    // what a shell or a file leaves around a name is no part of it
    assessment: engine.assess(engine.identify(query.trim(), namespace ?? undefined)),
  });
  if (!command.stdin) {
    const answers = command.models.map((model) => answer(model, command.namespace));
    if (command.format === "jsonl")
      await environment.print(answers.map((each) => `${toJson(showJson(each.query, each.assessment))}\n`).join(""));
    else if (command.format === "json") await environment.print(jsonArray(answers));
    else {
      const pretty = (each: Answer): string => showPretty(each.query, each.assessment, style, similarTo(each, engine));
      await environment.print(answers.map(pretty).join("\n"));
    }
    return 0;
  }
  const gathered: Answer[] = [];
  let code: ExitCode = 0;
  let number = 0;
  for await (const line of readLines(environment.input())) {
    number++;
    const tab = line.indexOf("\t");
    const query = tab < 0 ? line : line.slice(tab + 1);
    const name = tab < 0 ? "" : line.slice(0, tab);
    const namespace = name === "" ? command.namespace : (namespaces.find((known) => known === name) ?? null);
    const isWrong = name !== "" && namespace === null;
    if (isWrong) {
      code = 2;
      environment.say(`line ${number}: unknown namespace '${name}'`);
    }
    const each = isWrong ? nothingKnown(engine, query) : answer(query, namespace);
    if (command.format === "json") gathered.push(each);
    else {
      const text =
        command.format === "jsonl" ? toJson(showJson(each.query, each.assessment)) : showLine(each.query, each.assessment, style);
      // Each answer leaves at once, so that a program can ask, read, and ask again.
      if (!(await environment.print(`${text}\n`))) break;
    }
  }
  if (command.format === "json") await environment.print(jsonArray(gathered));
  return code;
}

function jsonArray(answers: readonly Answer[]): string {
  return `${toJson(
    answers.map(({ query, assessment }) => showJson(query, assessment)),
    2,
  )}\n`;
}

/** A name as it is spoken (`GPT 4o`, `claude opus 4.5`), as programs write it, where only that one is known. */
function similarTo({ query, assessment }: Answer, engine: Engine): string | null {
  const words = query.trim().toLowerCase().split(/\s+/);
  if (assessment.model !== null || assessment.class !== "unknown" || words.length < 2) return null;
  const written = words.join("-");
  return engine.assess(engine.identify(written)).model === null ? null : written;
}

/** The answer where the scheme of a name is no scheme: no record has an empty name, so that none can answer by chance. */
function nothingKnown(engine: Engine, query: string): Answer {
  const nameless = { namespace: "other", name: "", tag: null, quantization: null, revision: null, host: null } as const;
  return { query, assessment: { ...engine.assess(nameless), identity: { ...nameless, name: query }, name: query } };
}
