import type { TextRange } from "../../text.ts";
import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { javascript } from "../languages/javascript.ts";
import { addTemplate } from "./componentTemplate.ts";
import { addEmbedded } from "./embedded.ts";
import { lineEndAt, trimEnd } from "./lines.ts";
import { sliceOf } from "./mappedText.ts";
import { detectionOf, noFindings } from "./values.ts";

/** Finds the candidates of a component's code, and of the attributes and expressions in its template. Styles and texts are for people's eyes. */
function detectComponent(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  for (const { start, end } of scriptsOf(text)) addEmbedded(findings, sliceOf(text, start, end), javascript);
  const front = frontCode(text);
  addTemplate(text, front === null ? 0 : front.end + frontMark.length, findings);
  return detectionOf(findings);
}

/** Where a component's code stands, in order: Astro's between two lines of `---` at the top, and the `<script>` blocks. */
export function scriptsOf(text: string): readonly TextRange[] {
  const front = frontCode(text);
  const scripts: TextRange[] = front === null ? [] : [front];
  const mark = /<!--|<script(?=[\s>])/gi;
  for (let i = front === null ? 0 : front.end + frontMark.length; i < text.length; ) {
    mark.lastIndex = i;
    const match = mark.exec(text);
    if (match === null) break;
    if (match[0] === "<!--") {
      const close = text.indexOf("-->", match.index);
      i = close < 0 ? text.length : close + 3;
      continue;
    }
    const start = text.indexOf(">", match.index) + 1;
    if (start === 0) break;
    const close = text.indexOf("</script", start);
    const end = close < 0 ? text.length : close;
    scripts.push({ start, end });
    i = end + 1;
  }
  return scripts;
}

const frontMark = "---";

function frontCode(text: string): TextRange | null {
  const start = /^\s{0,100}---[\t \r]{0,9}\n/.exec(text)?.[0].length;
  if (start === undefined) return null;
  for (let line = start; line < text.length; line = lineEndAt(text, line) + 1) {
    if (text.startsWith(frontMark, line) && trimEnd(text, line, lineEndAt(text, line)) === line + frontMark.length)
      return { start, end: line };
  }
  return null;
}

/** Components of Vue, Svelte and Astro, and pages of HTML with their scripts and forms. */
export const component: Format = {
  id: "component",
  languageIds: ["vue", "svelte", "astro", "html"],
  fileNames: ["*.vue", "*.svelte", "*.astro", "*.html", "*.htm"],
  detect: detectComponent,
};
