import assert from "node:assert/strict";
import fc from "fast-check";
import { yaml } from "../../../src/detect/formats/yaml.ts";
import { assertAlike, assertAlikeAfterEdits, assertReadsLittle, checkpointsOf, documentsOf, long } from "../resumption.ts";

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

/** What is remembered from long before, or looked for far ahead. */
const longEntries: readonly string[] = [
  `open-#: "x\n${long("  key-@: gpt-4o-@\n")}`,
  `open-#: [a, 'b\n${long("  key-@: gpt-4o-@\n")}`,
  `model: x\n\n${long("    \n")}  goes-on-#\n`,
  `models:\n${long("- gpt-4o-@\n")}- key: a/b-#\n  model: c/d-#\n`,
  `models:\n${long("- gpt-4o-@\n- id: a/b-@\n  model: c/d-@\n")}`,
  `args:\n- --model\n${long("- e/f-@\n- key: v\n  model: g/h-@\n")}`,
  `env:\n  - name: MODEL_#\n${long("    key-@: nothing\n")}    value: org/name-#\n`,
  `job:\n  image: vllm/vllm-openai:v#\n${long("  key-@: nothing\n")}  command: --model i/j-#\n`,
  `job:\n  command: [ollama, run]\n${long("  key-@: nothing\n")}  args: [llama-#]\n`,
  `script: |\n${long("  ollama run llama-@\n")}`,
];

/** What is typed and pasted: each opens, closes or ends something. */
const pieces: readonly string[] = [
  ...("\"'[]{}|>:-#&*!?%,$ \tx0" satisfies string),
  ...["\n", "\n\n", "\n  ", "\n- ", "- ", ": ", "a: ", "\n---\n", "...\n", "{{ ", "}}", "{% if %}\n", "|\n", ">-\n", "model: gpt-4o\n"],
  ...["image: a/b\n", "command: ", "name: M\n", "  key:\n", '"x": ', "'", "\r\n"],
];

/** Documents of the entries; most of them stand one level deeper as a whole. */
const documents = fc
  .tuple(documentsOf([...entries, ...longEntries, ...longEntries], [["", ""]]), fc.constantFrom("", "  ", "- "))
  .map(([text, indent]) => {
    if (indent === "") return text;
    const lines = text.split("\n");
    return `outer:\n${lines.map((line, i) => (indent === "- " && i % 7 !== 0 ? "  " : indent) + line).join("\n")}`;
  });

describe("YAML after a change", () => {
  it("finds what a whole pass finds, after any edit", () => {
    assertAlikeAfterEdits(yaml, documents, pieces);
  }).timeout(120_000);

  it("remembers what an entry far above says, and looks for what a quote far above begins", () => {
    for (const entry of longEntries) {
      const text = `first: x\n${entry.replaceAll("#", "1")}last: y\n`;
      for (const piece of ['"', "'", "x", "\n", "- ", "\nz: ", "#"]) {
        const places = [text.length - 9, text.length - 20, text.length >> 1, 12, 30];
        assertAlike(yaml, [text, ...places.flatMap((at) => [text.slice(0, at) + piece + text.slice(at), text])]);
      }
    }
  }).timeout(60_000);

  it("goes on from entries at the outermost level and further in", () => {
    const services = long((entries[0] ?? "").replaceAll("#", "@"), 20_000);
    assert.ok(checkpointsOf(yaml.detect(services, undefined, null)) > 2);
    assert.ok(checkpointsOf(yaml.detect(`services:\n${services.replaceAll(/^/gm, "  ")}`, undefined, null)) > 2);
    assert.equal(yaml.detect(services).resumption, undefined);
  });

  it("reads only what a change reaches", () => {
    const services = long((entries[0] ?? "").replaceAll("#", "@"), 200_000);
    assertReadsLittle(yaml, `services:\n${services.replaceAll(/^/gm, "  ")}`, "gpt-4o-1000");
  });
});
