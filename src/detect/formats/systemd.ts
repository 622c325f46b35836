import type { Detection, Format } from "../candidate.ts";
import { imageName, imageProgram } from "../commandLine/images.ts";
import { assignmentAt } from "../commandLine/looks.ts";
import { scanScript } from "../commandLine.ts";
import type { Interest } from "../interest.ts";
import { isEscaped, lineEndAt, skipBlanks, trimEnd } from "./lines.ts";
import { type MappedText, MappedTextBuilder, subText } from "./mappedText.ts";
import { detectionOf, noFindings } from "./values.ts";

/** Settings that run a command line (systemd.service(5)). */
const commandSettings: ReadonlySet<string> = new Set([
  "ExecStart",
  "ExecStartPre",
  "ExecStartPost",
  "ExecCondition",
  "ExecReload",
  "ExecStop",
  "ExecStopPost",
]);

/** The word that makes a command of a list of variables. */
const exported: readonly string[] = ["export"];

/**
 * Finds the command lines (`ExecStart=`) and variables (`Environment=`) of systemd's units, and the same of Podman's (`Image=`, `Exec=`): a
 * backslash at the end continues a line, comments in between are passed over.
 */
function detectSystemd(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  let image = "";
  for (let line = 0; line < text.length; ) {
    const lineEnd = lineEndAt(text, line);
    const start = skipBlanks(text, line, lineEnd);
    const sign = assignmentAt(text.slice(start, Math.min(lineEnd, start + 64)));
    if (sign < 0) {
      line = lineEnd + 1;
      continue;
    }
    const name = text.slice(start, start + sign);
    const { value, next } = readValue(text, start + sign + 1);
    if (commandSettings.has(name)) scanScript(withoutPrefix(value), findings, () => []);
    else if (name === "Environment") scanScript(value, findings, () => [], exported);
    else if (name === "Image") {
      image = value.text;
      findings.modules.add(imageName(image));
    } else if (name === "Exec") scanScript(value, findings, () => [], (image === "" ? null : imageProgram(image)) ?? [imageName(image)]);
    line = next;
  }
  return detectionOf(findings);
}

/** The value at `from` with the lines that continue it, and where the line behind it begins. */
function readValue(text: string, from: number): { readonly value: MappedText; readonly next: number } {
  const builder = new MappedTextBuilder(text);
  let start = from;
  for (;;) {
    const lineEnd = lineEndAt(text, start);
    const end = trimEnd(text, start, lineEnd);
    const isContinued = lineEnd < text.length && isEscaped(text, end, start);
    builder.copy(start, isContinued ? end - 1 : end);
    if (!isContinued) return { value: builder.build(), next: lineEnd + 1 };
    builder.replace(" ", end - 1, lineEnd + 1);
    start = lineEnd + 1;
    while (start < text.length && isComment(text, start)) start = lineEndAt(text, start) + 1;
    if (start >= text.length) return { value: builder.build(), next: start };
  }
}

function isComment(text: string, line: number): boolean {
  const first = text.charCodeAt(skipBlanks(text, line, lineEndAt(text, line)));
  return first === 35 || first === 59;
}

/** `ExecStart=-/bin/x`: the marks before a program say how it is run. */
function withoutPrefix(value: MappedText): MappedText {
  const marks = /^[\s@:+!|-]{0,20}/.exec(value.text)?.[0].length ?? 0;
  return marks === 0 ? value : subText(value, marks, value.text.length);
}

/** Units of systemd, and of Podman's Quadlet. */
export const systemd: Format = {
  id: "systemd",
  languageIds: ["systemd", "systemd-unit-file", "systemd-conf"],
  fileNames: ["*.service", "*.container"],
  detect: detectSystemd,
};
