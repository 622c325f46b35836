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
import type { PrettyStyle } from "./scanPretty.ts";
import { classStyle } from "./showPretty.ts";
import { createPaint, printable, toJson, wrap } from "./terminalText.ts";

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
    const known = runtimes.map((runtime) => runtime.id).sort();
    environment.say(`open-recipe: unknown runtime '${command.runtime}'; known are ${[...new Set(known)].join(", ")}`);
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

function pretty(assessment: Assessment, found: readonly Alternative[], nothingFits: string | null, { paint, width }: PrettyStyle): string {
  const name = printable(assessment.name);
  const output = [`${paint("bold", name)}: ${paint(classStyle(assessment.class), classLabel(assessment.class))}`];
  for (const line of projectRecordLines(assessment)) output.push(...wrap(printable(line), width));
  if (assessment.class === "open-recipe") output.push("Its recipe is open: there is nothing to swap it for.");
  if (assessment.class === "unknown") output.push("It is not in the catalog, so that nothing can be compared with it.");
  if (nothingFits !== null) output.push(...wrap(nothingFits, width));
  let group: AlternativeGroup | null = null;
  for (const alternative of found) {
    if (alternative.group !== group) {
      group = alternative.group;
      output.push("", groupTitles[group]);
    }
    output.push(`  ${paint("bold", printable(alternative.text))}${alternative.preferred ? paint("green", "  preferred") : ""}`);
    const facts = [
      classLabel(alternative.class),
      alternative.license ?? alternative.licenseKind,
      ...(alternative.parameters === null ? [] : [parametersLabel(alternative.parameters)]),
      ...(alternative.context === null ? [] : [`${tokensLabel(alternative.context)} tokens of context`]),
    ];
    output.push(
      `    ${paint(classStyle(alternative.class), facts[0] ?? "")}${facts
        .slice(1)
        .map((fact) => `, ${fact}`)
        .join("")}`,
    );
    if (alternative.step !== null) output.push(...wrap(alternative.step, width - 4).map((line) => `    ${line}`));
    for (const [sign, items] of [
      ["+", alternative.gains],
      ["-", alternative.losses],
      ["mark:", alternative.marks],
      ["needs:", alternative.needs],
    ] as const) {
      for (const item of items) {
        const indent = " ".repeat(4 + sign.length + 1);
        const [first = "", ...rest] = wrap(printable(item), width - indent.length);
        output.push(
          `    ${paint(sign === "+" ? "green" : sign === "-" ? "red" : "yellow", sign)} ${first}`,
          ...rest.map((line) => indent + line),
        );
      }
    }
  }
  return `${output.join("\n")}\n`;
}
