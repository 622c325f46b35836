import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { Trail } from "../trail.ts";
import type { EmbeddedFormat } from "./embedded.ts";
import { skipBlanks } from "./lines.ts";
import { detectionOf, findingsOf, inOrder, noFindings } from "./values.ts";
import { closeTo } from "./yaml/levels.ts";
import { endsLine, isMarker, skipSpaces, startLine } from "./yaml/lines.ts";
import { readNode } from "./yaml/nodes.ts";
import { isAtRest, restore, stateOf } from "./yaml/rest.ts";
import { YamlScan } from "./yaml/state.ts";

const percent = 37;
const dash = 45;
const openBrace = 123;

/** Files inside a file (`config.yaml: |` in a ConfigMap) are followed to this depth. */
const maximumFileDepth = 2;

/**
 * Finds the scalars of YAML by lines and indentation, in one pass and without a tree: block and flow collections, quoted and
 * plain scalars, anchors, tags, several documents. Command lines (`command`, `args`, `run`, `script`) are scanned as shell,
 * and embedded files as what they are. Templates of Helm and Jinja and GitHub's expressions give their defaults only.
 * Every character is looked at a bounded number of times, whatever the nesting.
 *
 * The rooms in yaml/, each of which imports those before it only:
 *
 * - state: all that a pass remembers, and what surrounds a value; lines; levels: into collections and out of them
 * - templates; quotes; keys; rest: from where one can go on after a change; scalars: what a scalar is to what it stands in; plain: scalars without quotes
 * - files, blocks: scalars of whole lines; flow: collections in brackets; nodes: those of block collections
 */
function detectYaml(text: string, depth: number, interest?: Interest, before?: Detection | null): Detection {
  if (before === undefined) {
    const findings = noFindings(interest);
    readFrom(new YamlScan(text, findings, innerOf(depth)), 0, null);
    return detectionOf(findings);
  }
  const trail = new Trail(text, YamlScan, interest ?? null, before);
  const scan = new YamlScan(text, findingsOf(trail), innerOf(depth));
  if (trail.start !== null) restore(scan, trail.start.state);
  readFrom(scan, trail.start?.at ?? 0, trail);
  inOrder(trail.candidates);
  return trail.detection();
}

/** What reads YAML inside of a file that stands so deep in others. */
function innerOf(depth: number): EmbeddedFormat | null {
  return depth < maximumFileDepth ? { detect: (file, interest) => detectYaml(file, depth + 1, interest) } : null;
}

/** Reads on from the line at `from`, to the end or to where `trail` knows the rest. */
function readFrom(scan: YamlScan, from: number, trail: Trail | null): void {
  let line = from;
  while (line < scan.text.length) {
    if (trail !== null && line >= trail.next && isAtRest(scan, line) && trail.rest(line, scan.seenTo, [], stateOf(scan))) return;
    line = readEntry(scan, line);
  }
  closeTo(scan, -1);
}

/** Reads what begins on the line at `line`; where the line behind it begins. */
function readEntry(scan: YamlScan, line: number): number {
  const { text } = scan;
  startLine(scan, line);
  const first = skipSpaces(text, line);
  const column = first - line;
  let at = skipBlanks(text, first, scan.lineEnd);
  if (endsLine(scan, at)) return scan.lineEnd + 1;
  const unit = text.charCodeAt(at);
  if (column === 0 && isMarker(text, at)) {
    closeTo(scan, -1);
    at = skipBlanks(text, at + 3, scan.lineEnd);
    return unit === dash && !endsLine(scan, at) ? readNode(scan, at) : scan.lineEnd + 1;
  }
  const isTemplateLine = unit === openBrace && (text.charCodeAt(at + 1) === openBrace || text.charCodeAt(at + 1) === percent);
  return isTemplateLine || (unit === percent && column === 0) ? scan.lineEnd + 1 : readNode(scan, at);
}

/** YAML: compose files, Kubernetes, Helm, GitHub Actions, configurations of training and serving. */
export const yaml: Format = {
  id: "yaml",
  languageIds: ["yaml", "dockercompose", "github-actions-workflow", "helm"],
  fileNames: ["*.yaml", "*.yml", "*_yaml"],
  detect: (text, interest, before) => detectYaml(text, 0, interest, before),
};
