import type { Assessment, CapabilityAnswer, OpennessClass } from "../assess/assessment.ts";
import { projectRecordLines } from "../assess/projectRecords.ts";
import { hasInheritedTerms } from "../assess/restriction.ts";
import {
  citationLabel,
  classLabel,
  classMeaning,
  energyLabel,
  factsOf,
  frameworkLabel,
  languagesLabel,
  makerLabel,
  memoryLabel,
  sizeLabel,
  stripParts,
  taskLabel,
} from "../assess/words.ts";
import type { ComponentState, Source } from "../catalog/record.ts";
import { purlOf } from "../identify/purl.ts";
import type { PrettyStyle } from "./scanPretty.ts";
import { displayWidth, printable, type Style, wrap } from "./terminalText.ts";

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

type Mark = readonly [mark: string, style: Style];

const stateMarks: Readonly<Record<ComponentState, Mark>> = {
  open: ["●", "green"],
  partial: ["◐", "cyan"],
  withheld: ["○", "red"],
  unknown: ["?", "dim"],
};

const answerMarks: Readonly<Record<CapabilityAnswer["answer"], Mark>> = {
  yes: ["●", "green"],
  partly: ["◐", "cyan"],
  no: ["○", "red"],
  unknown: ["?", "dim"],
};

const stateWords: Readonly<Record<ComponentState, string>> = {
  open: "open",
  partial: "in part",
  withheld: "withheld",
  unknown: "not known",
};

/** In the order of the framework's own answers. */
const stateOrder: readonly ComponentState[] = ["open", "partial", "withheld", "unknown"];

/** In fewer words than elsewhere: the reason stands beside them. */
const capabilityWords: Readonly<Record<CapabilityAnswer["capability"], string>> = {
  "run-locally": "run it yourself",
  "fine-tune": "fine-tune it",
  "use-commercially": "use it commercially",
  keep: "keep it",
  "audit-data": "audit the data",
  reproduce: "reproduce it",
  "train-comparable": "train a comparable one",
  "improve-recipe": "improve the recipe",
};

const indent = "  ";
const labelWidth = 13;
const capabilityWidth = 26;

/** An assessment in one line: `gpt-4o: closed, proprietary`. */
export function showLine(query: string, assessment: Assessment, { paint }: PrettyStyle): string {
  const verdict = paint(classStyle(assessment.class), classLabel(assessment.class));
  const license = assessment.license ?? (assessment.licenseKind === "unknown" ? null : assessment.licenseKind);
  return `${printable(query)}: ${verdict}${assessment.inferred ? " (inferred from the name)" : ""}${assessment.projectRecords.length === 0 ? "" : " (project record)"}${license === null ? "" : `, ${license}`}`;
}

/** What is known to be said in a section: a mark or label, then text. */
interface Row {
  /** stands before the text, once */
  readonly label?: string;
  readonly mark?: Mark;
  readonly text: string;
  /** marked words in one line, in place of all else */
  readonly strip?: readonly { readonly mark: Mark; readonly word: string }[];
  /** smaller print, from a line of its own */
  readonly note?: string;
}

interface Section {
  readonly title: string | null;
  readonly rows: readonly Row[];
  readonly labelWidth: number;
}

/**
 * An assessment for people: verdict first, then what it rests on. What has nothing to say is left out; no line is wider than the terminal.
 * @param similar another spelling of the query that the catalog knows, where it does not know this one
 */
export function showPretty(query: string, assessment: Assessment, style: PrettyStyle, similar: string | null = null): string {
  const sections = [
    identitySection(assessment, similar),
    section(
      "Project records (open-recipe.records.yaml)",
      projectRecordLines(assessment).map((text) => ({ text })),
    ),
    capabilitySection(assessment),
    licenseSection(assessment),
    recipeSection(assessment),
    dataSection(assessment),
    lineageSection(assessment),
    section(
      "Energy of the training",
      assessment.energyConsumptions.map((item) => ({ text: energyLabel(item), note: item.source.url })),
    ),
    section("Why this class", assessment.reasons.map(bullet)),
    section(
      "What others say",
      assessment.opinions.map(({ by, value, date, url }) => ({ label: by, text: `${value} (${date})`, note: url })),
    ),
    section("To cite", assessment.citation === null ? [] : [plain(citationLabel(assessment.citation))]),
    section("Sources", [...assessment.sources, ...componentSources(assessment)].map(sourceRow)),
  ];
  const printed = sections.filter(({ rows }) => rows.length > 0).map((one) => print(one, style));
  return `${[head(query, assessment, style), ...printed].join("\n\n")}\n`;
}

function head(query: string, assessment: Assessment, { paint, width }: PrettyStyle): string {
  const title = printable(assessment.name).trim();
  const asked = printable(query).trim();
  const name = title === "" ? "(no name)" : title;
  const shown = name === asked || asked === "" ? name : `${name} (${asked})`;
  const [first = "", ...rest] = wrap(shown, width, true);
  const label = classLabel(assessment.class);
  const [verdict = "", ...more] = wrap(`${label}: ${classMeaning(assessment.class)}`, width);
  const facts = [
    ...(assessment.class === "unknown" ? [] : [`confidence: ${assessment.confidence}`]),
    ...(assessment.inferred ? ["inferred from the name"] : []),
    factsOf(assessment),
  ].join(" · ");
  return [
    ...[first, ...rest].map((line) => paint("bold", line)),
    paint(classStyle(assessment.class), verdict.slice(0, label.length)) + verdict.slice(label.length),
    ...more,
    ...wrap(facts, width).map((line) => paint("dim", line)),
  ].join("\n");
}

function identitySection(assessment: Assessment, similar: string | null): Section {
  const { identity, maker, developer, hostedBy, checkpoint, memory, retired, withdrawn, languages } = assessment;
  const known = assessment.model !== null;
  const made = developer === null ? null : maker === null ? developer : `${developer} · ${makerLabel(maker)}`;
  const written = identity.tag === null ? identity.name : `${identity.name}:${identity.tag}`;
  const size = checkpoint && sizeLabel(checkpoint);
  const served = hostedBy === null ? null : known && assessment.class !== "closed" ? `${hostedBy}: the class is the model's` : hostedBy;
  const rows: readonly (readonly [label: string, text: string | null])[] = [
    ["Identity", written.trim() === "" ? null : (purlOf(identity) ?? `${written} (${identity.namespace})`)],
    ["Similar", similar && `${similar}, which is in the catalog`],
    ["Made by", made],
    ["Hosted by", served],
    [
      "Record",
      assessment.model === null ? null : `${assessment.model}${assessment.reviewed === null ? "" : `, reviewed ${assessment.reviewed}`}`,
    ],
    ["Known by", assessment.family === null ? null : `the pattern ${assessment.family} alone`],
    ["Alias", assessment.moving ? "moving: the name can mean other weights tomorrow" : null],
    ["Retired", retired && `${retired.date}, ${retired.url}`],
    ["Withdrawn", withdrawn && `${withdrawn.date}, ${withdrawn.url}`],
    ["For", taskLabel(assessment)],
    ["Languages", languages ? languagesLabel(languages) : null],
    ["Released", assessment.released],
    ["Size", size],
    ["Memory", memory && memoryLabel(memory)],
  ];
  return {
    title: null,
    labelWidth,
    rows: rows.flatMap(([label, text]) => (text === null ? [] : [{ label, text }])),
  };
}

function capabilitySection(assessment: Assessment): Section {
  // of a model that nobody knows all eight answers are the same
  const known = assessment.class !== "unknown" || assessment.model !== null;
  const rows = assessment.capabilities.map(
    ({ capability, answer, reason }): Row => ({ mark: answerMarks[answer], label: capabilityWords[capability], text: reason }),
  );
  return { title: "What you can do", labelWidth: capabilityWidth, rows: known ? rows : [] };
}

function licenseSection(assessment: Assessment): Section {
  const { license, licenseName, licenseKind, terms, model } = assessment;
  if (model === null) return section("Licence", []);
  const kind = `${licenseKind.replaceAll("-", " ")}${hasInheritedTerms(assessment) ? " by terms of its base" : ""}`;
  const name = license === null ? (licenseKind === "proprietary" ? "the provider's terms" : "none stated") : (licenseName ?? license);
  const detail = license === null || license === licenseName ? kind : `${license}, ${kind}`;
  return section("Licence", [
    plain(`${name} (${detail})`),
    ...terms.map((term): Row => ({ ...bullet(term.text), ...(term.source && { note: term.source.url }) })),
  ]);
}

function recipeSection(assessment: Assessment): Section {
  const { model, components, recipe } = assessment;
  if (model === null) return section("Recipe", []);
  const byState = stateOrder.map((state): Row => {
    const named = components
      .filter((one) => one.state === state)
      .map(({ component, license }) => `${component.replaceAll("-", " ")}${license === null ? "" : ` (${license})`}`);
    return { mark: stateMarks[state], label: stateWords[state], text: named.join(", ") };
  });
  return {
    title: "Recipe",
    labelWidth,
    rows: [
      { strip: stripParts.map((part) => ({ mark: stateMarks[recipe[part]], word: part })), text: "" },
      ...byState.filter(({ text }) => text !== ""),
      { label: "MOF class", text: frameworkLabel(assessment).replace(/^class /, "") },
    ],
  };
}

function dataSection({ datasets }: Assessment): Section {
  const rows = datasets.map(({ name, stage, state, gate, openness, license }): Row => {
    const facts = [
      state,
      ...(gate === "none" ? [] : [gate === "fee" ? "for a fee" : `on ${gate}`]),
      ...(license === null ? [] : [license]),
    ];
    return { mark: stateMarks[openness], label: stage, text: `${name} (${facts.join(", ")})` };
  });
  return { title: "Training data", labelWidth: 16, rows };
}

function lineageSection({ lineage, taughtBy }: Assessment): Section {
  return section("Made from", [
    ...lineage.map((step) =>
      plain(`${indent.repeat(Math.max(step.depth - 1, 0))}${step.relation} of ${step.name}: ${classLabel(step.class)}`),
    ),
    ...taughtBy.map(({ teacher, closed, stage, share, terms, source }): Row => {
      const told = `taught by ${teacher}${closed ? ", a closed model," : ""} in ${stage}${share === null ? "" : `: ${share}`}`;
      const note = [...(terms === null ? [] : [terms]), ...(source === null ? [] : [source.url])].join(" ");
      return note === "" ? plain(told) : { text: told, note };
    }),
  ]);
}

/** Where the components were seen, each address once. */
function componentSources({ components }: Assessment): readonly Source[] {
  const byAddress = new Map<string, Source>();
  for (const { component, source } of components) {
    if (source === null) continue;
    const name = component.replaceAll("-", " ");
    const known = byAddress.get(source.url);
    byAddress.set(source.url, { ...source, shows: known === undefined ? name : `${known.shows}, ${name}` });
  }
  return [...byAddress.values()];
}

function sourceRow({ url, shows, seen }: Source): Row {
  return { text: url, note: `${shows === undefined ? "" : `${shows}, `}seen ${seen}` };
}

function plain(text: string): Row {
  return { text };
}

function bullet(text: string): Row {
  return { label: "·", text };
}

function section(title: string, rows: readonly Row[]): Section {
  return { title, rows, labelWidth };
}

/**
 * A section's lines. Labels that repeat the one above are left out, so that the eye finds where the next thing begins; a note that the
 * next row has as well stands under the last of them.
 */
function print({ title, rows, labelWidth: room }: Section, { paint, width }: PrettyStyle): string {
  const output = title === null ? [] : [paint("bold", title)];
  for (const [index, { label, mark, strip, text, note }] of rows.entries()) {
    if (strip !== undefined) {
      output.push(indent + strip.map(({ mark: [sign, color], word }) => `${paint(color, sign)} ${word}`).join("   "));
      continue;
    }
    const isBullet = label === "·";
    const repeats = !isBullet && label !== undefined && label === rows[index - 1]?.label;
    const shown = label === undefined || repeats ? "" : printable(label);
    const column = isBullet ? 2 : label === undefined ? 0 : Math.max(room, displayWidth(shown) + 1);
    const nesting = /^ */.exec(text)?.[0] ?? "";
    const signed = mark === undefined ? "" : `${paint(mark[1], mark[0])} `;
    const before = indent.length + (mark === undefined ? 0 : 2) + column + nesting.length;
    const hanging = " ".repeat(before);
    const lines = wrap(printable(text), Math.max(width - before, 16), true);
    const head = `${indent}${signed}${mark === undefined ? paint("dim", shown) : shown}${" ".repeat(column - displayWidth(shown))}${nesting}`;
    output.push(...lines.map((line, at) => (at === 0 ? head : hanging) + line));
    if (note === undefined || note === rows[index + 1]?.note) continue;
    const under = label === undefined || isBullet ? hanging + indent : hanging;
    for (const line of wrap(printable(note), Math.max(width - under.length, 16), true)) output.push(under + paint("dim", line));
  }
  return output.map((line) => line.trimEnd()).join("\n");
}
