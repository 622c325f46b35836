import type { Alternative, AlternativeGroup } from "../alternatives/alternative.ts";
import type { Assessment } from "../assess/assessment.ts";
import { projectRecordLines } from "../assess/projectRecords.ts";
import { classLabel, parametersLabel, tokensLabel } from "../assess/words.ts";
import type { Engine } from "../engine.ts";
import type { Identity } from "../identify/identity.ts";
import { runtimeById, runtimes } from "../runtimes/runtimes.ts";
import type { AlternativesCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { type IdentityJson, identityJson } from "./identityJson.ts";
import { nearest } from "./nearest.ts";
import type { PrettyStyle } from "./scanPretty.ts";
import { classStyle } from "./showPretty.ts";
import { createPaint, displayWidth, printable, toJson, wrap } from "./terminalText.ts";

/** The contract of `alternatives --format json`. */
export interface AlternativesJson {
  readonly query: string;
  readonly identity: IdentityJson;
  readonly class: string;
  /** as asked for; null where none was: then the names are those of the hub */
  readonly runtime: string | null;
  readonly alternatives: readonly AlternativeJson[];
}

/** Lists what could stand in a model's place. */
export async function alternatives(command: AlternativesCommand, environment: Environment): Promise<ExitCode> {
  if (command.runtime !== null && runtimeById(command.runtime) === undefined) {
    environment.say(`open-recipe: unknown runtime '${command.runtime}'; ${runtimesToTry(command.runtime)}`);
    return 2;
  }
  const engine = await environment.loadEngine();
  const identity = identityOf(command, engine);
  const assessment = engine.assess(identity);
  const found = engine.alternatives(identity, command.runtime);
  if (command.format === "json") {
    const output: AlternativesJson = {
      query: command.model,
      identity: identityJson(identity),
      class: assessment.class,
      runtime: command.runtime,
      alternatives: found.map(alternativeJson),
    };
    await environment.print(`${toJson(output, 2)}\n`);
  } else {
    const nothingFits = engine.nothingFits(identity, command.runtime);
    await environment.print(pretty(assessment, found, nothingFits, { paint: createPaint(environment.color), width: environment.width }));
  }
  return 0;
}

/** Of more than a hundred runtimes those whose ids are near to what was asked for, else the commonest. */
function runtimesToTry(asked: string): string {
  const known = [...new Set(runtimes.map(({ id }) => id))].sort();
  const near = nearest(asked, known);
  const named = near.length > 0 ? near : commonRuntimes;
  const list = `${named.slice(0, -1).join(", ")}${named.length > 1 ? " or " : ""}${named.at(-1)}`;
  return near.length > 0 ? `did you mean ${list}?` : `such as ${list} (there are ${known.length})`;
}

const commonRuntimes: readonly string[] = ["transformers", "vllm", "ollama", "openai", "litellm"];

/** The name as the namespace reads it, else as the runtime does, else by what it looks like. */
function identityOf(command: AlternativesCommand, engine: Engine): Identity {
  if (command.namespace === null && command.runtime !== null) {
    const read = runtimeById(command.runtime)?.read(command.model);
    if (read && engine.assess(read).model !== null) return read;
  }
  return engine.identify(command.model, command.namespace ?? undefined);
}

/** One alternative in the contract: marks stand behind the losses there. */
type AlternativeJson = Omit<Alternative, "memory" | "host" | "step" | "unmet" | "lastSeen" | "marks">;

function alternativeJson(alternative: Alternative): AlternativeJson {
  const { id, text, group, preferred, license, licenseKind, task, parameters, context, gains, needs } = alternative;
  const losses = [...alternative.losses, ...alternative.marks];
  return { id, text, group, preferred, class: alternative.class, license, licenseKind, task, parameters, context, gains, losses, needs };
}

const groupTitles: Readonly<Record<AlternativeGroup, string>> = {
  fits: "Fits",
  "step-up": "Steps up",
  "open-recipe-but": "Open recipe, but",
};

function pretty(assessment: Assessment, found: readonly Alternative[], nothingFits: string | null, style: PrettyStyle): string {
  const { paint, width } = style;
  const name = printable(assessment.name);
  const label = classLabel(assessment.class);
  const verdict = paint(classStyle(assessment.class), label);
  // a name is never broken: it is there to be copied
  const isWide = displayWidth(name) + 2 + label.length > width;
  const output = isWide ? [`${paint("bold", name)}:`, verdict] : [`${paint("bold", name)}: ${verdict}`];
  const say = (sentence: string): void => void output.push(...wrap(sentence, width));
  for (const line of projectRecordLines(assessment)) say(printable(line));
  if (assessment.class === "open-recipe") say("Its recipe is open: there is nothing to swap it for.");
  if (assessment.class === "unknown") say("It is not in the catalog, so nothing can be compared with it.");
  if (nothingFits !== null) say(nothingFits);
  let group: AlternativeGroup | null = null;
  for (const alternative of found) {
    if (alternative.group !== group) {
      group = alternative.group;
      output.push("", groupTitles[group]);
    }
    output.push(...alternativeLines(alternative, style));
  }
  return `${output.join("\n")}\n`;
}

function alternativeLines(alternative: Alternative, { paint, width }: PrettyStyle): readonly string[] {
  const text = printable(alternative.text);
  const mark = alternative.preferred ? paint("green", "preferred") : "";
  const isWide = displayWidth(text) + "    preferred".length > width;
  const label = classLabel(alternative.class);
  const facts = [
    label,
    alternative.license ?? alternative.licenseKind,
    ...(alternative.parameters === null ? [] : [parametersLabel(alternative.parameters)]),
    ...(alternative.context === null ? [] : [`${tokensLabel(alternative.context)} tokens of context`]),
  ];
  const [first = "", ...more] = wrap(printable(facts.join(", ")), width - 4);
  const isTerm = (each: string): boolean => each.startsWith("terms: ");
  const remarks = (
    [
      ["+", "green", alternative.gains],
      ["-", "red", alternative.losses],
      ["terms:", "yellow", alternative.marks.filter(isTerm).map((each) => each.slice("terms: ".length))],
      ["note:", "yellow", alternative.marks.filter((each) => !isTerm(each))],
      ["needs:", "yellow", alternative.needs],
    ] as const
  ).flatMap(([sign, style, items]) => {
    const indent = " ".repeat(4 + sign.length + 1);
    return items.flatMap((item) => {
      const [head = "", ...rest] = wrap(printable(item), width - indent.length);
      return [`    ${paint(style, sign)} ${head}`, ...rest.map((line) => indent + line)];
    });
  });
  return [
    `  ${paint("bold", text)}${mark === "" || isWide ? "" : `  ${mark}`}`,
    ...(mark !== "" && isWide ? [`    ${mark}`] : []),
    `    ${paint(classStyle(alternative.class), label)}${first.slice(label.length)}`,
    ...more.map((line) => `    ${line}`),
    ...(alternative.step === null ? [] : wrap(alternative.step, width - 4).map((line) => `    ${line}`)),
    ...remarks,
  ];
}
