import type { TextRange } from "../src/text.ts";

/**
 * Fixtures carry the expectation at the place it belongs to: `«gpt-4o»{closed-model}` is a model's name and, in order, the rules
 * that have something to say there; `option` among them says that the reference has that role, `runtime=ID` and `evidence=LEVEL` what
 * else is expected. The marks are taken out before the document is looked at, so that ranges are exact in every format.
 */
export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  readonly range: TextRange;
  readonly text: string;
  readonly role: "use" | "option";
  readonly rules: readonly string[];
  readonly runtime: string | null;
  readonly evidence: string | null;
}

const mark = /«([^«»]*)»\{([^{}]*)\}/g;

export function parseFixture(name: string, marked: string): Fixture {
  const expected: Expectation[] = [];
  const parts: string[] = [];
  let from = 0;
  let length = 0;
  for (const match of marked.matchAll(mark)) {
    const before = marked.slice(from, match.index);
    const text = match[1] ?? "";
    const words = (match[2] ?? "").split(" ").filter((word) => word !== "");
    const stated = (key: string): string | null => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1) ?? null;
    parts.push(before, text);
    const start = length + before.length;
    expected.push({
      range: { start, end: start + text.length },
      text,
      role: words.includes("option") ? "option" : "use",
      rules: words.filter((word) => word !== "option" && !word.includes("=")),
      runtime: stated("runtime"),
      evidence: stated("evidence"),
    });
    length = start + text.length;
    from = match.index + match[0].length;
  }
  parts.push(marked.slice(from));
  return { name, text: parts.join(""), expected };
}
