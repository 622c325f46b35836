import type { Assessment } from "../assess/assessment.ts";
import { factsOf } from "../assess/words.ts";
import type { TextEdit } from "../text.ts";

/** Sections in which people look for what a work is built on. */
const sectionTitle = /^(?:built (?:with|on)|models?|ai models?|acknowledge?ments?|credits)$/i;

/** What `builtWithLine` has to say of a model, or why nothing. */
export type BuiltWith = { readonly kind: "line"; readonly line: string } | { readonly kind: "none"; readonly reason: string };

/**
 * `Built with [Olmo 3](https://...), an open-recipe model ...`: only what the assessment says, and as sure as it is. In public nothing is said
 * of a model whose recipe is not open, or is open only by its name, by a word of the project's own, or in one opinion of two.
 */
export function builtWithLine(
  assessment: Pick<Assessment, "class" | "name" | "identity" | "confidence" | "inferred" | "projectRecords" | "asOf">,
): BuiltWith {
  const none = (reason: string): BuiltWith => ({ kind: "none", reason });
  if (assessment.class !== "open-recipe") return none("it is not an open-recipe model");
  if (assessment.projectRecords.length > 0) return none("it is an open-recipe model by the project's own record, and not by the catalog");
  if (assessment.inferred) return none("it is taken for an open-recipe model by its name alone");
  if (assessment.confidence === "disputed") return none("whether it is an open-recipe model is disputed");
  const hub = hubNameOf(assessment.identity.namespace === "huggingface" ? assessment.identity.name : assessment.name);
  const name =
    hub === null ? escapeText(assessment.name) : `[${escapeText(hub.slice(hub.indexOf("/") + 1))}](https://huggingface.co/${hub})`;
  const far = assessment.confidence === "sure" ? "" : `, as far as is known (${factsOf(assessment)})`;
  return { kind: "line", line: `Built with ${name}${claim}: its weights, training data and training code are open${far}.` };
}

const claim = ", an open-recipe model";

/** Checkpoints are called by their hub ids. */
function hubNameOf(name: string): string | null {
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : null;
}

function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[[\]_*<`\\]/g, "\\$&");
}

/**
 * The edit that adds `line` to a Markdown text: at the end of its section on models or acknowledgements, else as such a section at the end.
 * Line endings stay those of the text. Null where such a line on the model is there already, of whatever date.
 */
export function insertionOf(text: string, line: string): TextEdit | null {
  const said = line.indexOf(claim);
  if (text.includes(said < 0 ? line : line.slice(0, said + claim.length))) return null;
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

/** A heading of Markdown, in either of its forms. */
interface Heading {
  readonly depth: number;
  readonly title: string;
}

/** Where the text of the first such section ends, before the blank lines that follow it; null where there is none. */
function sectionEnd(text: string): number | null {
  const lines = /^.*$/gm;
  let level: number | null = null;
  let end = 0;
  /** the line before, and where the section ended before that */
  let above = "";
  let endAbove = 0;
  let fence: string | null = null;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text)) {
    const content = match[0].trimEnd();
    const [, mark, info] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(content) ?? [];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      // only a bare mark ends what another one began
      else if (info === "" && mark.startsWith(fence)) fence = null;
    }
    const underlined = fence === null ? underlinedHeading(above, content) : null;
    const heading = fence === null ? (underlined ?? markedHeading(content)) : null;
    if (heading !== null) {
      if (level !== null && heading.depth <= level) return underlined === null ? end : endAbove;
      if (level === null && sectionTitle.test(heading.title)) level = heading.depth;
    }
    if (match[0] === "") {
      lines.lastIndex++;
      // between the two marks of a line's end there is no line
      if (text[match.index - 1] === "\r" && text[match.index] === "\n") continue;
    }
    endAbove = end;
    if (level !== null && content !== "") end = match.index + content.length;
    above = heading === null && fence === null ? content : "";
  }
  return level === null ? null : end;
}

/** `## Models` */
function markedHeading(line: string): Heading | null {
  const [, marks = "", title = ""] = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(line) ?? [];
  return marks === "" ? null : { depth: marks.length, title };
}

/** A line of `===` or `---` below a text, which is no list, quote or table. */
function underlinedHeading(above: string, line: string): Heading | null {
  const isText = /^ {0,3}[^\s>|*+-]/.test(above) && !/^ {0,3}\d+[.)]/.test(above);
  const mark = isText ? /^ {0,3}(=+|-{2,})$/.exec(line)?.[1] : undefined;
  return mark === undefined ? null : { depth: mark.startsWith("=") ? 1 : 2, title: above.trim() };
}
