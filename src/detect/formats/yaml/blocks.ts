// Scalars of whole lines: `|` and `>`.

import { assignmentAt } from "../../commandLine/looks.ts";
import { scanScript } from "../../commandLine.ts";
import { beginsMapping, mappingStrings } from "../../embeddedYaml.ts";
import { noteSeen } from "../../trail.ts";
import { addConfigValue, addElement, isCommandKey } from "../configCommands.ts";
import { addEmbedded } from "../embedded.ts";
import { json } from "../json.ts";
import { skipBlanks } from "../lines.ts";
import { type MappedText, MappedTextBuilder } from "../mappedText.ts";
import { addAllInside } from "../values.ts";
import { addWrittenFiles } from "../writtenFiles.ts";
import { embeddedFormat, inlineFunction } from "./files.ts";
import { isMarker, isSeparator, skipSpaces, startLine } from "./lines.ts";
import { wordList } from "./scalars.ts";
import type { YamlScan } from "./state.ts";

const plus = 43;
const dash = 45;
const digit0 = 48;
const digit9 = 57;
const greater = 62;
const backslash = 92;

/** The first line of shell text under a key that does not say so. */
const looksLikeCommand =
  /^(?:#!\S*\/(?:env )?(?:ba|z|da|k)?sh\b|set -|(?:sudo |exec )?(?:ollama|vllm|python3?|pip3?|uv|uvx|docker|curl|wget|huggingface-cli|hf|npx|bash|export|cd|accelerate|torchrun|deepspeed|litellm|llamafactory-cli) )/;

/** The first line of an object or array of JSON; two braces begin a template. */
const beginsJson = /^(?:\{[ \t]*(?:"|[\r\n]|$)|\[[ \t]*(?:["{]|[\r\n]|$))/;

/** A literal (`|`) or folded (`>`) block: shell text or an embedded file, else prose. The start of the line behind it. */
export function readBlockScalar(scan: YamlScan, at: number, parentIndent: number): number {
  const { text } = scan;
  const folded = text.charCodeAt(at) === greater;
  let explicit = 0;
  let i = at + 1;
  for (; i < scan.lineEnd && !isSeparator(text.charCodeAt(i)); i++) {
    const unit = text.charCodeAt(i);
    if (unit > digit0 && unit <= digit9) explicit = unit - digit0;
    else if (unit !== dash && unit !== plus) return scan.lineEnd + 1;
  }
  const start = scan.lineEnd + 1;
  let indent = explicit > 0 ? Math.max(parentIndent, 0) + explicit : -1;
  let end = start;
  let first = -1;
  for (let line = start; line < text.length; line = scan.lineEnd + 1) {
    startLine(scan, line);
    const content = skipSpaces(text, line);
    if (skipBlanks(text, content, scan.lineEnd) >= scan.lineEnd) continue;
    const column = content - line;
    if (indent < 0) indent = column > parentIndent ? column : Number.POSITIVE_INFINITY;
    if (column < indent || (column === 0 && isMarker(text, content))) {
      noteSeen(scan, content);
      break;
    }
    if (first < 0) first = content;
    end = scan.lineEnd;
  }
  if (first >= 0) addBlock(scan, start, end, indent, first, folded);
  else if (scan.top?.sequence) scan.top.current = null;
  return first >= 0 ? Math.min(end + 1, text.length) : start;
}

function addBlock(scan: YamlScan, start: number, end: number, indent: number, first: number, folded: boolean): void {
  const { top, findings, text } = scan;
  if (top?.sequence && top.key === null) {
    top.current = null;
    const list = wordList(scan, top, text.slice(first, first + 2));
    if (list !== null) {
      addElement(list, blockText(text, start, end, indent, folded, true), top.index);
      addHereDocuments(scan, start, end, indent);
      return;
    }
  } else if (top !== null) {
    const key = top.key ?? "";
    const file = scan.inner === null ? null : (embeddedFormat(key, scan.inner) ?? inlineFunction(key, text, first, end));
    if (file !== null) {
      addEmbedded(findings, blockText(text, start, end, indent, false, false), file);
      return;
    }
    if (isCommandKey(key)) {
      addConfigValue(findings, blockText(text, start, end, indent, folded, true), key, top.facts, false, scan.surroundings);
      addHereDocuments(scan, start, end, indent);
      return;
    }
  }
  const line = text.slice(first, Math.min(end, first + 120));
  if (beginsJson.test(line)) addEmbedded(findings, blockText(text, start, end, indent, false, false), json, scan.surroundings);
  else if (beginsMapping(text, first, end)) {
    addAllInside(findings, mappingStrings(blockText(text, start, end, indent, false, false)), scan.surroundings);
  } else if (looksLikeCommand.test(line) || assignmentAt(line) > 0) {
    scanScript(blockText(text, start, end, indent, folded, true), findings, scan.surroundings);
    addHereDocuments(scan, start, end, indent);
  }
}

/** Adds what stands in the files that the script in a block writes (`cat > config.yaml <<EOF`), and in the requests that it sends. */
function addHereDocuments(scan: YamlScan, start: number, end: number, indent: number): void {
  const { text, findings, inner } = scan;
  if (inner === null || !text.slice(start, end).includes("<<")) return;
  addWrittenFiles(findings, blockText(text, start, end, indent, false, false), (name) => embeddedFormat(name, inner));
}

/** The text of a block. As a command line, lines that begin with a flag continue the one before: no command begins with a dash. */
function blockText(text: string, start: number, end: number, indent: number, folded: boolean, isCommand: boolean): MappedText {
  const builder = new MappedTextBuilder(text);
  let line = start;
  while (line < end) {
    const found = text.indexOf("\n", line);
    const lineEnd = found < 0 || found > end ? end : found;
    builder.copy(Math.min(line + indent, lineEnd), lineEnd);
    const next = lineEnd + 1;
    if (next < end) {
      const content = text.charCodeAt(next + indent);
      const continues = isCommand && (folded || content === dash) && text.charCodeAt(lineEnd - 1) !== backslash;
      if (continues && lineEnd > line && !isSeparator(content)) builder.replace(" ", lineEnd, next);
      else builder.copy(lineEnd, next);
    }
    line = next;
  }
  return builder.build();
}
