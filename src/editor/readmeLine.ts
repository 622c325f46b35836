import type { Assessment } from "../assess/assessment.ts";
import type { TextEdit } from "../text.ts";

/** Sections in which people look for what a work is built on. */
const sectionTitle = /^(?:built (?:with|on)|models?|ai models?|acknowledge?ments?|credits)$/i;

/** `Built with [Olmo 3](https://...), an open-recipe model ...`: only what the assessment says; null where its class is another. */
export function builtWithLine(assessment: Pick<Assessment, "class" | "name" | "checkpoint" | "identity">): string | null {
  if (assessment.class !== "open-recipe") return null;
  const hub = assessment.identity.namespace === "huggingface" ? assessment.identity.name : hubNameOf(assessment.name);
  const name = hub === null ? assessment.name : `[${escapeText(hub.slice(hub.indexOf("/") + 1))}](https://huggingface.co/${hub})`;
  return `Built with ${name}, an open-recipe model: its weights, training data and training code are open.`;
}

/** Checkpoints are called by their hub ids. */
function hubNameOf(name: string): string | null {
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : null;
}

function escapeText(text: string): string {
  return text.replace(/[[\]_*\\]/g, "\\$&");
}

/**
 * The edit that adds `line` to a Markdown text: at the end of its section on models or acknowledgements, else as such a section at the end.
 * Line endings stay those of the text. Null where the line is there already.
 */
export function insertionOf(text: string, line: string): TextEdit | null {
  if (text.includes(line)) return null;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const section = sectionEnd(text);
  if (section !== null) {
    return { range: { start: section, end: section }, text: `${newline}${newline}${line}` };
  }
  const end = text.trimEnd().length;
  const before = end === 0 ? "" : `${newline}${newline}`;
  const after = text.length > end ? "" : newline;
  return { range: { start: end, end }, text: `${before}## Built with${newline}${newline}${line}${after}` };
}

/** Where the text of the first such section ends, before the blank lines that follow it; null where there is none. */
function sectionEnd(text: string): number | null {
  const lines = /^.*$/gm;
  let level: number | null = null;
  let end = 0;
  let fence: string | null = null;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text)) {
    const content = match[0].trimEnd();
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    }
    const heading = fence === null ? /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(content) : null;
    if (heading) {
      const depth = heading[1]?.length ?? 0;
      if (level !== null && depth <= level) return end;
      if (level === null && sectionTitle.test(heading[2] ?? "")) level = depth;
    }
    if (level !== null && content !== "") end = match.index + content.length;
    if (match[0] === "") lines.lastIndex++;
  }
  return level === null ? null : end;
}
