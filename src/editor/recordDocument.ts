import * as vscode from "vscode";
import type { Assessment } from "../assess/assessment.ts";
import { projectRecordLines } from "../assess/projectRecords.ts";
import {
  capabilityLabel,
  citationLabel,
  classLabel,
  classMeaning,
  energyLabel,
  factsOf,
  frameworkLabel,
  inferredNote,
  languagesLabel,
  makerLabel,
  memoryLabel,
  sizeLabel,
  stripParts,
  taskLabel,
} from "../assess/words.ts";
import type { Source } from "../catalog/record.ts";
import { type Namespace, namespaces } from "../identify/identity.ts";
import { purlOf } from "../identify/purl.ts";
import { readIn } from "../identify/resolve.ts";
import type { Engines } from "./engines.ts";
import { codeSpan, escapeMarkdown } from "./markdown.ts";

/** Scheme of the read-only documents that hold a model's full record. */
export const recordScheme = "open-recipe-record";

/**
 * The address of a model's record: scheme and name say all, and the file that names it where its folder has records of its own on it. The
 * manifest has documents of this scheme opened as a preview.
 */
export function recordUri(assessment: Assessment, file: vscode.Uri): vscode.Uri {
  const { identity } = assessment;
  const written = identity.tag === null ? identity.name : `${identity.name}:${identity.tag}`;
  return vscode.Uri.from({
    scheme: recordScheme,
    path: `/${assessment.name.replace(/[^\w.-]+/g, " ").trim()}.md`,
    query: JSON.stringify([identity.namespace, written, ...(assessment.projectRecords.length === 0 ? [] : [file.toString()])]),
  });
}

export function createRecordProvider(engines: Engines): vscode.TextDocumentContentProvider {
  return {
    provideTextDocumentContent(uri) {
      const asked = parseQuery(uri.query);
      return asked === null
        ? "This address names no record."
        : recordText(engines.engineFor(asked.file).assess(readIn(asked.namespace, asked.name)));
    },
  };
}

function parseQuery(query: string): { readonly namespace: Namespace; readonly name: string; readonly file: vscode.Uri | null } | null {
  try {
    const value: unknown = JSON.parse(query);
    if (!Array.isArray(value)) return null;
    const [namespace, name, file] = value as readonly unknown[];
    const known = namespaces.find((candidate) => candidate === namespace);
    if (known === undefined || typeof name !== "string") return null;
    return { namespace: known, name, file: typeof file === "string" ? vscode.Uri.parse(file) : null };
  } catch {
    // anybody can open an address of our scheme: what is not ours is answered with a sentence
    return null;
  }
}

/** The whole record of a model in Markdown. */
export function recordText(assessment: Assessment): string {
  const { identity } = assessment;
  const sections = [
    `# ${escapeMarkdown(assessment.name)}`,
    `**${classLabel(assessment.class)}** ${inferredNote(assessment)}— ${classMeaning(assessment.class)}. Confidence: ${assessment.confidence}. ${factsOf(assessment).replace(/^f/, "F")}.`,
    list("Named here", [
      `${codeSpan(identity.tag === null ? identity.name : `${identity.name}:${identity.tag}`)} in the scheme ${identity.namespace}`,
      ...(purlOf(identity) === null ? [] : [codeSpan(purlOf(identity) ?? "")]),
      ...(assessment.model === null
        ? []
        : [`record ${codeSpan(assessment.model)}${assessment.reviewed === null ? "" : `, reviewed ${assessment.reviewed}`}`]),
      ...(assessment.family === null ? [] : [`known by the pattern ${codeSpan(assessment.family)} alone`]),
      ...(assessment.developer === null ? [] : [`made by ${escapeMarkdown(madeBy(assessment))}`]),
      ...(assessment.hostedBy === null ? [] : [`hosted by ${escapeMarkdown(assessment.hostedBy)}`]),
      ...(assessment.moving ? ["a moving alias: it can mean other weights tomorrow"] : []),
    ]),
    list("The model", modelLines(assessment).map(escapeMarkdown)),
    list("Project records", projectRecordLines(assessment).map(escapeMarkdown)),
    list("Why this class", assessment.reasons.map(escapeMarkdown)),
    list(
      "Recipe",
      stripParts.map((part) => `${part}: ${assessment.recipe[part]}`),
    ),
    list(
      "What you can do with it",
      assessment.capabilities.map((item) => `${capabilityLabel(item.capability)}: **${item.answer}** — ${escapeMarkdown(item.reason)}`),
    ),
    list("Licence", [
      `${escapeMarkdown(assessment.licenseName ?? assessment.license ?? "none stated")} (${assessment.licenseKind})`,
      ...assessment.terms.map((term) => `${escapeMarkdown(term.text)}${sourceNote(term.source ?? null)}`),
    ]),
    list(
      "Lineage",
      assessment.lineage.map((step) => `${escapeMarkdown(step.relation)} of ${escapeMarkdown(step.name)}: ${classLabel(step.class)}`),
    ),
    list(
      "Training data",
      assessment.datasets.map(
        (set) =>
          `${escapeMarkdown(set.name)} (${set.stage}): ${set.state}, ${set.openness}${set.license === null ? "" : `, ${escapeMarkdown(set.license)}`}`,
      ),
    ),
    list(
      "Taught by",
      assessment.taughtBy.map(
        (item) =>
          `${escapeMarkdown(item.teacher)}${item.closed ? " (closed)" : ""} in ${item.stage}${item.share === null ? "" : `: ${escapeMarkdown(item.share)}`}${item.terms === null ? "" : `. ${escapeMarkdown(item.terms)}`}${sourceNote(item.source)}`,
      ),
    ),
    list("Components of the Model Openness Framework", [
      frameworkLabel(assessment),
      ...assessment.components.map(
        (item) =>
          `${item.component}: ${item.state}${item.license === null ? "" : ` (${escapeMarkdown(item.license)})`}${sourceNote(item.source)}`,
      ),
    ]),
    list(
      "Energy of the training",
      assessment.energyConsumptions.map((item) => `${escapeMarkdown(energyLabel(item))}${sourceNote(item.source)}`),
    ),
    list(
      "What others say",
      assessment.opinions.map((opinion) => `${opinion.by}, ${opinion.date}: ${escapeMarkdown(opinion.value)}${link(opinion.url)}`),
    ),
    list("To cite", assessment.citation === null ? [] : [escapeMarkdown(citationLabel(assessment.citation))]),
    list(
      "Sources",
      assessment.sources.map(
        (source) =>
          `${source.shows === undefined ? "" : `${escapeMarkdown(source.shows)}: `}${link(source.url).trim()} (seen ${source.seen})`,
      ),
    ),
  ];
  return `${sections.filter((section) => section !== null).join("\n\n")}\n`;
}

function madeBy({ developer, maker }: Assessment): string {
  return maker === null ? (developer ?? "") : `${developer} (${makerLabel(maker)})`;
}

/** What it is for, how large it is, when it came and goes. */
function modelLines(assessment: Assessment): readonly string[] {
  const { checkpoint, memory, languages, released, retired, withdrawn } = assessment;
  return [
    taskLabel(assessment),
    languages ? `languages: ${languagesLabel(languages)}` : null,
    checkpoint && sizeLabel(checkpoint),
    memory && `memory: ${memoryLabel(memory)}`,
    released === null ? null : `released ${released}`,
    retired === null ? null : `its provider has announced its end for ${retired.date}`,
    withdrawn === null ? null : `its developer withdrew the weights (${withdrawn.date})`,
  ].filter((line) => line !== null);
}

function list(title: string, items: readonly string[]): string | null {
  return items.length === 0 ? null : `## ${title}\n\n${items.map((item) => `- ${item}`).join("\n")}`;
}

function sourceNote(source: Source | null): string {
  return source === null ? "" : link(source.url);
}

/** Only web addresses become links. */
function link(url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? ` <${url}>` : ` ${escapeMarkdown(url)}`;
}
