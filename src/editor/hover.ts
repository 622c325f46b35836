import * as vscode from "vscode";
import type { Alternative } from "../alternatives/alternative.ts";
import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { projectRecordLines } from "../assess/projectRecords.ts";
import { capabilityClauses, classLabel, classMeaning, factsOf, stripParts } from "../assess/words.ts";
import type { ComponentState } from "../catalog/record.ts";
import type { AssessedReference } from "../engine.ts";
import { type Analyses, rangeIn } from "./analyses.ts";
import { commandLink, hoverCommands } from "./commandLinks.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Colours of the theme: charts have one of each that is legible on light and dark. */
type Color = "green" | "yellow" | "red" | "blue" | "foreground";

function colored(color: Color, text: string): string {
  return `<span style="color:var(--vscode-charts-${color});">${text}</span>`;
}

/** An icon of VS Code's own set. */
function icon(name: string, color: Color): string {
  return colored(color, `$(${name})`);
}

const classIcon: Readonly<Record<OpennessClass, string>> = {
  closed: icon("lock", "red"),
  "open-weights": icon("package", "yellow"),
  "partial-recipe": icon("color-mode", "blue"),
  "open-recipe": icon("pass-filled", "green"),
  unknown: icon("question", "foreground"),
};

/** `color-mode` is a circle of which one half is filled. */
const stateIcon: Readonly<Record<ComponentState, string>> = {
  open: icon("check", "green"),
  partial: icon("color-mode", "yellow"),
  withheld: icon("close", "red"),
  unknown: icon("question", "foreground"),
};

export function createHoverProvider(analyses: Analyses): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const reference = analyses.referenceAt(document, position);
      if (reference === null) return null;
      const engine = analyses.engineOf(document);
      const alternatives = engine.alternativesFor(reference).filter(({ group }) => group !== "open-recipe-but");
      const card = new vscode.MarkdownString(cardText(reference, alternatives, engine.nothingFitsFor(reference), document));
      card.supportThemeIcons = true;
      // for the colours of the icons alone: VS Code lets a span have a theme's colour, and foreign text has no tags left
      card.supportHtml = true;
      card.isTrusted = { enabledCommands: hoverCommands };
      return new vscode.Hover(card, rangeIn(document, reference.candidate.range));
    },
  };
}

/** The card: at most twelve lines in up to four groups. Everything from the document or the catalog is escaped. */
function cardText(
  reference: AssessedReference,
  alternatives: readonly Alternative[],
  nothingFits: string | null,
  document: vscode.TextDocument,
): string {
  const { assessment } = reference;
  const isKnown = assessment.class !== "unknown";
  const groups = [
    [headline(assessment), nameLine(reference, document), projectLine(assessment), retirementLine(assessment)],
    isKnown
      ? [strip(assessment), capabilityLine(assessment), licenseLine(assessment), lineageLine(assessment), teacherLine(assessment)]
      : [],
    swapLines(reference, alternatives, nothingFits, document),
    [`[Report a wrong fact](${recordLink("openRecipe.reportFact", reference, document)})`],
  ];
  return groups
    .map((lines) => lines.filter((line) => line !== null).join("  \n"))
    .filter((group) => group !== "")
    .join("\n\n");
}

function headline({ class: openness }: Assessment): string {
  return `${classIcon[openness]} **${capitalized(classLabel(openness))}**: ${classMeaning(openness)}`;
}

function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The way to the full record stands high, since VS Code makes a hover too low for a whole card. */
function nameLine(reference: AssessedReference, document: vscode.TextDocument): string {
  const { assessment } = reference;
  const { name, developer, confidence, inferred } = assessment;
  const parts = [
    `**${escapeMarkdown(name)}**${developer === null ? "" : ` by ${escapeMarkdown(developer)}`}`,
    ...(assessment.class === "unknown" ? [] : [`confidence: ${confidence}`]),
    ...(inferred ? ["inferred from the name"] : []),
    ...(assessment.hostedBy === null || assessment.hostedBy === developer ? [] : [`hosted by ${escapeMarkdown(assessment.hostedBy)}`]),
    factsOf(assessment),
    `[Full record](${recordLink("openRecipe.showRecord", reference, document)})`,
  ];
  return parts.join(" · ");
}

function projectLine(assessment: Assessment): string | null {
  const [first, ...rest] = projectRecordLines(assessment);
  if (first === undefined) return null;
  return `$(repo) ${escapeMarkdown(capitalized(first))}${rest.length === 0 ? "" : ` and ${rest.length} more`}`;
}

function retirementLine(assessment: Assessment): string | null {
  return assessment.retired === null
    ? null
    : `${icon("warning", "yellow")} Its provider has announced its end for ${escapeMarkdown(assessment.retired.date)}`;
}

function strip(assessment: Assessment): string {
  return stripParts.map((part) => `${stateIcon[assessment.recipe[part]]} ${part}`).join(" \u00a0 ");
}

function capabilityLine(assessment: Assessment): string | null {
  const clauses = capabilityClauses(assessment).map(
    ({ words, verbs }, index) => `**${index === 0 ? capitalized(words) : words}** ${verbs.join(", ")}`,
  );
  return clauses.length === 0 ? null : clauses.join(" · ");
}

function licenseLine(assessment: Assessment): string {
  const name =
    assessment.licenseName ?? assessment.license ?? (assessment.licenseKind === "proprietary" ? "proprietary terms" : "no licence stated");
  const clause = assessment.terms[0];
  return `$(law) ${escapeMarkdown(name)}${clause === undefined ? "" : `: ${escapeMarkdown(clause.text)}`}`;
}

function lineageLine(assessment: Assessment): string | null {
  if (assessment.lineage.length === 0) return null;
  return `$(git-branch) ${assessment.lineage.map((step) => `${escapeMarkdown(step.relation)} of ${escapeMarkdown(step.name)} (${classLabel(step.class)})`).join(" ← ")}`;
}

function teacherLine(assessment: Assessment): string | null {
  const [first, ...rest] = assessment.taughtBy;
  if (first === undefined) return null;
  const share = first.share === null ? "" : ` (${escapeMarkdown(first.share)})`;
  const others = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return `$(mortar-board) taught by ${escapeMarkdown(first.teacher)} in ${escapeMarkdown(first.stage)}${share}${others}`;
}

/** Two swaps at most, each with what is gained, lost and needed, and what both need; and one line where none is an open recipe that fits. */
function swapLines(
  reference: AssessedReference,
  alternatives: readonly Alternative[],
  nothingFits: string | null,
  document: vscode.TextDocument,
): readonly string[] {
  const { assessment } = reference;
  if (assessment.class === "open-recipe" || assessment.class === "unknown" || !reference.swappable) return [];
  const more = `[More alternatives...](${recordLink("openRecipe.chooseAlternative", reference, document)})`;
  const none = nothingFits === null ? [] : [escapeMarkdown(nothingFits)];
  if (alternatives.length === 0) return [...none, more];
  const [first, second] = alternatives;
  const shown = alternatives.slice(0, 2);
  const shared = second === undefined ? [] : (first?.needs ?? []).filter((need) => second.needs.includes(need));
  const lines = shown.map((alternative) => {
    const link = commandLink("openRecipe.swap", [
      document.uri.toString(),
      reference.candidate.range.start,
      reference.candidate.range.end,
      alternative.text,
    ]);
    // the first gain is the class, which the card has explained
    const gains = [classLabel(alternative.class), ...alternative.gains.slice(1)];
    const needs = alternative.needs.filter((need) => !shared.includes(need)).map((need) => `needs: ${need}`);
    const costs = [...alternative.losses, ...needs].slice(0, 2);
    return `$(arrow-swap) [Swap to ${escapeMarkdown(alternative.text)}](${link})${listed("green", "+", gains)}${listed("red", "−", costs)}`;
  });
  return [...none, ...lines, ...(shared[0] === undefined ? [] : [`$(tools) Both need: ${escapeMarkdown(shared[0])}`]), more];
}

/** A no-break space keeps the sign with the first word, which it could not do with an icon. */
function listed(color: Color, sign: string, items: readonly string[]): string {
  return items.length === 0 ? "" : ` ${colored(color, sign)}\u00a0${items.map(escapeMarkdown).join(", ")}`;
}

function recordLink(
  command: "openRecipe.showRecord" | "openRecipe.reportFact" | "openRecipe.chooseAlternative",
  { candidate }: AssessedReference,
  document: vscode.TextDocument,
): string {
  return commandLink(command, [document.uri.toString(), candidate.range.start, candidate.range.end]);
}
