import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { capabilityLabel, classLabel, classMeaning, stripParts } from "../assess/words.ts";
import type { ComponentState } from "../catalog/record.ts";
import { purlOf } from "../identify/purl.ts";
import type { PrettyStyle } from "./scanPretty.ts";
import { type Paint, printable, type Style, wrap } from "./terminalText.ts";

/** The colour of a class: the same wherever the command line shows one. */
export function classStyle(openness: OpennessClass): Style {
  const styles: Readonly<Record<OpennessClass, Style>> = {
    closed: "red",
    "open-weights": "yellow",
    "partial-recipe": "cyan",
    "open-recipe": "green",
    unknown: "dim",
  };
  return styles[openness];
}

const stateMarks: Readonly<Record<ComponentState, readonly [mark: string, style: Style]>> = {
  open: ["●", "green"],
  partial: ["◐", "cyan"],
  withheld: ["○", "red"],
  unknown: ["?", "dim"],
};

const labelWidth = 12;

/** An assessment in one line: `gpt-4o: closed, proprietary`. */
export function showLine(query: string, assessment: Assessment, { paint }: PrettyStyle): string {
  const verdict = paint(classStyle(assessment.class), classLabel(assessment.class));
  const license = assessment.license ?? (assessment.licenseKind === "unknown" ? null : assessment.licenseKind);
  return `${printable(query)}: ${verdict}${assessment.inferred ? " (inferred from the name)" : ""}${license === null ? "" : `, ${license}`}`;
}

/** An assessment for people: verdict first, then what it rests on. Rows without anything to say are left out. */
export function showPretty(query: string, assessment: Assessment, style: PrettyStyle): string {
  const { paint, width } = style;
  const output: string[] = [];
  const row = (label: string, items: readonly string[]): void => {
    items.forEach((item, index) => {
      const [first = "", ...rest] = wrap(printable(item), width - labelWidth - 2);
      output.push(`  ${paint("dim", (index === 0 ? label : "").padEnd(labelWidth))}${first}`);
      for (const line of rest) output.push(`  ${" ".repeat(labelWidth)}${line}`);
    });
  };

  const title = printable(assessment.name);
  output.push(paint("bold", title) + (title === printable(query) ? "" : `  (${printable(query)})`));
  const sureness = [
    ...(assessment.inferred ? ["inferred from the name"] : []),
    ...(assessment.class === "unknown" || assessment.confidence === "sure" ? [] : [assessment.confidence]),
  ];
  const verdict = `: ${classMeaning(assessment.class)}${sureness.length > 0 ? ` (${sureness.join(", ")})` : ""}`;
  output.push(paint(classStyle(assessment.class), classLabel(assessment.class)) + verdict);
  output.push("");

  const purl = purlOf(assessment.identity);
  row("Identity", [purl ?? `${assessment.identity.name} (${assessment.identity.namespace})`]);
  if (assessment.model !== null) {
    if (assessment.developer !== null) row("Developer", [assessment.developer]);
    row("Record", [assessment.model]);
    strip(assessment, paint).forEach((line, index) => {
      output.push(`  ${paint("dim", (index === 0 ? "Recipe" : "").padEnd(labelWidth))}${line}`);
    });
    const { licenseName, license, licenseKind } = assessment;
    row("Licence", [
      license === null ? licenseKind : `${licenseName ?? license} (${licenseName === null ? "" : `${license}, `}${licenseKind})`,
    ]);
  }
  row(
    "Terms",
    assessment.terms.map((term) => term.text),
  );
  if (assessment.retired) row("Retired", [`${assessment.retired.date}, ${assessment.retired.url}`]);
  if (assessment.withdrawn) row("Withdrawn", [`${assessment.withdrawn.date}, ${assessment.withdrawn.url}`]);
  if (assessment.moving) row("Alias", ["moving: the name can mean other weights tomorrow"]);
  for (const [label, answer] of [
    ["You can", "yes"],
    ["In part", "partly"],
    ["You cannot", "no"],
  ] as const) {
    const capabilities = assessment.capabilities.filter((item) => item.answer === answer).map((item) => capabilityLabel(item.capability));
    if (capabilities.length > 0) row(label, [capabilities.join(", ")]);
  }
  row(
    "Built on",
    assessment.lineage.map(
      (step) => `${"  ".repeat(Math.max(step.depth - 1, 0))}${step.name} (${step.relation}): ${classLabel(step.class)}`,
    ),
  );
  row(
    "Data",
    assessment.datasets.map(
      (dataset) =>
        `${dataset.stage}: ${dataset.name} (${dataset.state}${dataset.gate === "none" ? "" : `, gate: ${dataset.gate}`}${dataset.license === null ? "" : `, ${dataset.license}`})`,
    ),
  );
  row(
    "Taught by",
    assessment.taughtBy.map(
      ({ teacher, closed, stage, share }) =>
        `${teacher}${closed ? ", a closed model," : ""} in ${stage}${share === null ? "" : `: ${share}`}`,
    ),
  );
  if (assessment.model !== null) row("MOF class", [assessment.mofClass]);
  row(
    "Opinions",
    assessment.opinions.map(({ by, value, date, url }) => `${by}: ${value} (${date}) ${url}`),
  );
  row("Why", assessment.reasons);
  row(
    "Sources",
    assessment.sources.map(({ url, shows, seen }) => `${url} (${shows === undefined ? "" : `${shows}, `}seen ${seen})`),
  );
  row("Facts of", [assessment.asOf]);
  return `${output.join("\n")}\n`;
}

/** `● weights  ○ data  ○ code  ...`, and what its marks mean. */
function strip(assessment: Assessment, paint: Paint): readonly string[] {
  const states = stripParts.map((part) => assessment.recipe[part]);
  const parts = stripParts.map((part) => {
    const [mark, style] = stateMarks[assessment.recipe[part]];
    return `${paint(style, mark)} ${part}`;
  });
  const order: readonly ComponentState[] = ["open", "partial", "withheld", "unknown"];
  const legend = order.filter((state) => states.includes(state)).map((state) => `${stateMarks[state][0]} ${state}`);
  return [parts.join("  "), paint("dim", `(${legend.join("  ")})`)];
}
