import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { sliceOf } from "./mappedText.ts";
import { addValue, noFindings } from "./values.ts";

const block = '"""';

/**
 * Finds the base model and the adapters of an Ollama Modelfile: `FROM x`, `ADAPTER x`, quoted or not. What other
 * instructions say (TEMPLATE, SYSTEM, LICENSE, MESSAGE, PARAMETER) is text for the model, over several lines inside `"""`.
 * https://docs.ollama.com/modelfile
 */
function detectModelfile(text: string, interest?: Interest): Detection {
  const found = noFindings(interest);
  let i = 0;
  while (i < text.length) {
    const newline = text.indexOf("\n", i);
    const lineEnd = newline < 0 ? text.length : newline;
    let next = lineEnd + 1;
    let start = i;
    while (start < lineEnd && isBlank(text.charCodeAt(start))) start++;
    let nameEnd = start;
    while (nameEnd < lineEnd && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
    const name = nameEnd - start > 16 ? "" : text.slice(start, nameEnd).toUpperCase();
    let from = nameEnd;
    let to = lineEnd;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (name === "FROM" || name === "ADAPTER") {
      if (to - from > 1 && text.charCodeAt(from) === 34 && text.charCodeAt(to - 1) === 34) {
        const quotes = text.startsWith(block, from) && to - from >= 6 ? 3 : 1;
        from += quotes;
        to -= quotes;
      }
      if (!text.slice(from, to).includes(" ")) addValue(found, sliceOf(text, from, to), () => [{ kind: "instruction", name }]);
    } else if (text.charCodeAt(start) !== 35) {
      // only a value can open a block: SYSTEM """, MESSAGE user """
      const open = text.slice(from, to).indexOf(block);
      if (open >= 0) {
        const close = text.indexOf(block, from + open + 3);
        const closeEnd = close < 0 ? text.length : close + 3;
        if (closeEnd > lineEnd) {
          const after = text.indexOf("\n", closeEnd);
          next = after < 0 ? text.length : after + 1;
        }
      }
    }
    i = next;
  }
  return { candidates: found.candidates, modules: ["ollama"] };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** Ollama's Modelfile. */
export const modelfile: Format = {
  id: "modelfile",
  languageIds: ["modelfile"],
  fileNames: ["modelfile", "modelfile.*", "*.modelfile", "modelfile-*"],
  detect: detectModelfile,
};
