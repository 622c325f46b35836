import type { Detection, Format } from "../candidate.ts";
import type { CommandFindings } from "../commandLine.ts";
import type { Interest } from "../interest.ts";
import { javascript } from "../languages/javascript.ts";
import { addEmbedded } from "./embedded.ts";
import { lineEndAt, trimEnd } from "./lines.ts";
import { sliceOf } from "./mappedText.ts";
import { detectionOf, noFindings } from "./values.ts";

/**
 * Finds the candidates of a component's code: its `<script>` blocks, and Astro's code between `---` at the top. Templates and styles
 * are for people's eyes.
 */
function detectComponent(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  let i = addFrontCode(text, findings);
  const mark = /<!--|<script(?=[\s>])/gi;
  while (i < text.length) {
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
    addEmbedded(findings, sliceOf(text, start, end), javascript);
    i = end + 1;
  }
  return detectionOf(findings);
}

/** The code between two lines of `---` at the top; where the template begins. */
function addFrontCode(text: string, findings: CommandFindings): number {
  const start = /^\s{0,100}---[\t \r]{0,9}\n/.exec(text)?.[0].length;
  if (start === undefined) return 0;
  for (let line = start; line < text.length; line = lineEndAt(text, line) + 1) {
    if (!text.startsWith("---", line) || trimEnd(text, line, lineEndAt(text, line)) !== line + 3) continue;
    addEmbedded(findings, sliceOf(text, start, line), javascript);
    return line + 3;
  }
  return 0;
}

/** Components of Vue, Svelte and Astro. */
export const component: Format = {
  id: "component",
  languageIds: ["vue", "svelte", "astro"],
  fileNames: ["*.vue", "*.svelte", "*.astro"],
  detect: detectComponent,
};
