import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { Trail } from "../trail.ts";
import { lineEndAt } from "./lines.ts";
import { skipSpace } from "./toml/characters.ts";
import { readHeader, readKey } from "./toml/keys.ts";
import { isRestKnown, restore } from "./toml/rest.ts";
import { TomlScan } from "./toml/state.ts";
import { readValue } from "./toml/values.ts";
import { detectionOf, findingsOf, inOrder, noFindings } from "./values.ts";

const openBracket = 91;

/**
 * Finds the strings of TOML: basic and literal, on one line and over several, in arrays, inline tables, tables and arrays of tables.
 * What is broken ends with its line, so that a file is understood while it is typed.
 *
 * The rooms in toml/, each of which imports those before it only:
 *
 * - state: all that a pass remembers, and what surrounds a value; characters; strings; keys, with headers
 * - nested: arrays and inline tables; values: of entries; rest: from where one can go on after a change
 */
function detectToml(text: string, interest?: Interest, before?: Detection | null): Detection {
  if (before === undefined) {
    const findings = noFindings(interest);
    readFrom(new TomlScan(text, findings), null);
    return detectionOf(findings);
  }
  const trail = new Trail(text, TomlScan, interest ?? null, before);
  const scan = new TomlScan(text, findingsOf(trail));
  if (trail.start !== null) restore(scan, trail.start);
  readFrom(scan, trail);
  inOrder(trail.candidates);
  return trail.detection();
}

/** Reads on, to the end or to where `trail` knows the rest. */
function readFrom(scan: TomlScan, trail: Trail | null): void {
  const { text } = scan;
  while (scan.at < text.length) {
    skipSpace(scan);
    if (scan.at >= text.length) return;
    if (trail !== null && scan.at >= trail.next && isRestKnown(scan, trail)) return;
    if (text.charCodeAt(scan.at) === openBracket) readHeader(scan);
    else if (readKey(scan, scan.root) && readValue(scan)) continue;
    // whatever is left of the line says nothing more
    scan.at = lineEndAt(text, scan.at) + 1;
  }
}

/** TOML: pyproject.toml, Cargo.toml, configurations of agents and command lines. */
export const toml: Format = {
  id: "toml",
  languageIds: ["toml"],
  fileNames: ["*.toml", "pipfile"],
  detect: detectToml,
};
