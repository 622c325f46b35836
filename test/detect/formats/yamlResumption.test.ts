import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Detection } from "../../../src/detect/candidate.ts";
import { yaml } from "../../../src/detect/formats/yaml.ts";
import type { Interest } from "../../../src/detect/interest.ts";

/** Entries of which documents are made, of every kind that reads on into the next lines. */
const entries: readonly string[] = [
  "service-#:\n  image: ollama/ollama:1.#\n  command: [serve, --model, a/b-#]\n  environment:\n    MODEL: gpt-4o-#\n",
  "llm-#: { provider: openai, model: gpt-4o }\n",
  "steps:\n- run: ollama run llama-#\n- name: MODEL_#\n  value: org/name-#\n",
  "command:\n  - vllm\n  - serve\n  - org/name-#\nargs:\n- --max-len\n- '#'\n",
  "text-#: a plain text\n  that goes on\n  and on\n\nmodel: gpt-#\n",
  "quoted-#: \"one line\n  and one more\"\nother: 'x'\n",
  "script: |\n  export MODEL=a/b-#\n  python run.py --model c/d-#\n",
  "config.yaml: |\n  model: e/f-#\nfolded: >\n  vllm serve\n  g/h-#\n",
  "list:\n  - a: 1\n    models:\n      - gpt-4o-#\n      - gpt-4-#\n  - - b/c-#\n    - d/e-#\n",
  "---\nname: MODEL\nvalue: x/y-#\nimage: vllm/vllm-openai:latest\n",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
  "model: ${MODEL:-gpt-4o-#}\nurl: https://huggingface.co/a/b-#\n",
  "# nothing of interest stands here, on a line that takes its room\n",
];

/** So many lines in one entry that checkpoints lie inside of it. */
function long(head: string, line: string, tail = ""): string {
  return `${head}${Array.from({ length: Math.ceil(5000 / line.length) }, (_, i) => line.replaceAll("@", String(i))).join("")}${tail}`;
}

/** What is remembered from long before, or looked for far ahead. */
const longEntries: readonly string[] = [
  long('open-#: "x\n', "  key-@: gpt-4o-@\n"),
  long("open-#: [a, 'b\n", "  key-@: gpt-4o-@\n"),
  long("model: x\n\n", "    \n", "  goes-on-#\n"),
  long("models:\n", "- gpt-4o-@\n", "- key: a/b-#\n  model: c/d-#\n"),
  long("models:\n", "- gpt-4o-@\n- id: a/b-@\n  model: c/d-@\n"),
  long("args:\n- --model\n", "- e/f-@\n- key: v\n  model: g/h-@\n"),
  long("env:\n  - name: MODEL_#\n", "    key-@: nothing\n", "    value: org/name-#\n"),
  long("job:\n  image: vllm/vllm-openai:v#\n", "  key-@: nothing\n", "  command: --model i/j-#\n"),
  long("job:\n  command: [ollama, run]\n", "  key-@: nothing\n", "  args: [llama-#]\n"),
  long("script: |\n", "  ollama run llama-@\n"),
];

/** What is typed and pasted: each opens, closes or ends something. */
const pieces: readonly string[] = [
  ...("\"'[]{}|>:-#&*!?%,$ \tx0" satisfies string),
  ...["\n", "\n\n", "\n  ", "\n- ", "- ", ": ", "a: ", "\n---\n", "...\n", "{{ ", "}}", "{% if %}\n", "|\n", ">-\n", "model: gpt-4o\n"],
  ...["image: a/b\n", "command: ", "name: M\n", "  key:\n", '"x": ', "'", "\r\n"],
];

const interest: Interest = { inText: (text) => text.includes("gpt"), inName: (name) => name.toLowerCase().includes("model") };

const allEntries = [...entries, ...longEntries];

function documentOf(kinds: readonly number[]): string {
  return kinds.map((kind, i) => (allEntries[kind] ?? "").replaceAll("#", String(i))).join("");
}

function found({ candidates, modules }: Detection): Omit<Detection, "resumption"> {
  return { candidates, modules };
}

function checkpoints(detection: Detection): number {
  return detection.resumption?.checkpoints.length ?? 0;
}

/** Mostly long ones, with short ones between them, all of it as deep as one level more. */
const documents = fc
  .tuple(
    fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(allEntries.length - 1) }, { weight: 1, arbitrary: fc.nat(entries.length - 1) }), {
      minLength: 3,
      maxLength: 10,
    }),
    fc.constantFrom("", "  ", "- "),
  )
  .map(([kinds, indent]) => {
    const text = documentOf(kinds);
    if (indent === "") return text;
    const lines = text.split("\n");
    return `outer:\n${lines.map((line, i) => (indent === "- " && i % 7 !== 0 ? "  " : indent) + line).join("\n")}`;
  });

/** Most changes are made near the one before. */
const edits = fc.array(
  fc.record({
    at: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    cut: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(900)),
    piece: fc.constantFrom(...pieces, ""),
  }),
  { minLength: 1, maxLength: 10 },
);

describe("YAML after a change", () => {
  it("finds what a whole pass finds, after any edit", () => {
    fc.assert(
      fc.property(documents, edits, fc.boolean(), (document, changes, asked) => {
        const of = asked ? interest : undefined;
        let text = document;
        let place = 0;
        let before = yaml.detect(text, of, null);
        for (const { at, cut, piece } of changes) {
          place = at === null ? Math.min(place, text.length) : Math.floor(at * text.length);
          text = text.slice(0, place) + piece + text.slice(place + cut);
          place += piece.length;
          before = yaml.detect(text, of, before);
          const whole = found(yaml.detect(text, of));
          if (!isDeepStrictEqual(found(before), whole)) assert.deepEqual(found(before), whole);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it("remembers what an entry far above says, and looks for what a quote far above begins", () => {
    for (const entry of longEntries) {
      const text = `first: x\n${entry.replaceAll("#", "1")}last: y\n`;
      for (const piece of ['"', "'", "x", "\n", "- ", "\nz: ", "#"]) {
        let before = yaml.detect(text, undefined, null);
        for (const at of [text.length - 9, text.length - 20, text.length >> 1, 12, 30]) {
          const edited = text.slice(0, at) + piece + text.slice(at);
          before = yaml.detect(edited, undefined, before);
          assert.deepEqual(found(before), found(yaml.detect(edited)));
          before = yaml.detect(text, undefined, before);
          assert.deepEqual(found(before), found(yaml.detect(text)));
        }
      }
    }
  }).timeout(60_000);

  it("goes on from entries at the outermost level and further in", () => {
    const flat = documentOf(Array.from({ length: 200 }, () => 1));
    assert.ok(checkpoints(yaml.detect(flat, undefined, null)) > 2);
    const nested = `services:\n${documentOf(Array.from({ length: 200 }, () => 0)).replaceAll(/^/gm, "  ")}`;
    assert.ok(checkpoints(yaml.detect(nested, undefined, null)) > 2);
    assert.equal(yaml.detect(flat).resumption, undefined);
  });

  it("reads only what a change reaches", () => {
    const text = `services:\n${documentOf(Array.from({ length: 2000 }, () => 0)).replaceAll(/^/gm, "  ")}`;
    const at = text.indexOf("gpt-4o-1000");
    const asked: string[] = [];
    const noting: Interest = { inText: (part) => asked.push(part) > 0, inName: () => true };
    const before = yaml.detect(text, noting, null);
    assert.ok(asked.length > 4000);
    asked.length = 0;
    const after = yaml.detect(`${text.slice(0, at)}x${text.slice(at)}`, noting, before);
    assert.ok(asked.length > 0 && asked.length < 400, `${asked.length} values`);
    assert.ok(after.candidates.some((candidate) => candidate.text === "xgpt-4o-1000"));
  });
});
