import assert from "node:assert/strict";
import type { Format } from "../../../src/detect/candidate.ts";
import { formatOf } from "../../../src/detect/formats.ts";
import { assertMarked, inContext } from "../candidates.ts";

function formatFor(path: string): Format {
  const format = formatOf({ path });
  assert.ok(format);
  return format;
}

const markdown = formatFor("README.md");

describe("Markdown", () => {
  it("finds front matter, which is no example", () => {
    const candidates = assertMarked(markdown, "---\nmodel: «gpt-4o»\nbase_model:\n  - «org/name»\n---\nmodel: gpt-4\n");
    assert.deepEqual(inContext(candidates), ["gpt-4o: property model", "org/name: item 0 < property base_model"]);
    assert.deepEqual(inContext(assertMarked(markdown, '+++\nmodel = "«a-1»"\n+++\n')), ["a-1: property model"]);
    assertMarked(markdown, "---\nmodel: gpt-4o\n");
  });

  it("reads PHP without a tag at its beginning as code, and with one from there on", () => {
    assertMarked(markdown, "```php\n$model = '«gpt-4o»';\n```\n");
    assertMarked(markdown, "```php\n$model = 'gpt-4';\n<?php $model = '«gpt-4o»';\n```\n");
  });

  it("finds fenced blocks by their info strings, as examples", () => {
    const candidates = assertMarked(
      markdown,
      `# Title
Use \`gpt-4o\` or model: gpt-4o.

\`\`\`yaml title="x"
model: «a-1»
\`\`\`
1. Step
   ~~~py
   Model("«b-2»")
   ~~~
- \`\`\`Makefile
  M = «c-3»
  \`\`\`
\`\`\`\`text
\`\`\`yaml
model: gpt-4
\`\`\`
\`\`\`\`
<!--
\`\`\`yaml
model: gpt-4
\`\`\`
-->
    model: gpt-4
\`\`\`
model: gpt-4
\`\`\`
\`\`\`compose.yaml
model: «d-4»`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < example",
      "b-2: argument Model 0 < example",
      "c-3: assignment M < example",
      "d-4: property model < example",
    ]);
  });

  it("tells data, which may be an answer, from code", () => {
    const candidates = assertMarked(markdown, '```json\n{"model": "«a-1»"}\n```\n```yaml\nmodel: «b-2»\n```\n');
    assert.deepEqual(inContext(candidates), ["a-1: property model < example of data", "b-2: property model < example"]);
  });

  it("reads commands behind prompts, and no output", () => {
    const candidates = assertMarked(
      markdown,
      `\`\`\`
$ ollama run «llama3»
>>> gpt-4
\`\`\`
\`\`\`console
(venv) $ vllm serve \\
    «org/one»
INFO --model gpt-4
$ ollama pull «two»
\`\`\`
\`\`\`bash
ollama pull «three»
\`\`\`
`,
    );
    assert.deepEqual(inContext(candidates), [
      "llama3: operand ollama run 0 < example",
      "org/one: operand vllm serve 0 < example",
      "two: operand ollama pull 0 < example",
      "three: operand ollama pull 0 < example",
    ]);
  });

  it("reads a block without a language that begins as a command does", () => {
    const candidates = assertMarked(
      markdown,
      `\`\`\`
CUDA_VISIBLE_DEVICES=0 python train.py \\
    --model_name_or_path «org/one»
\`\`\`
\`\`\`
# start it
docker run --gpus all vllm/vllm-openai:latest --model «org/two»
\`\`\`
\`\`\`
export MODEL=«three»
\`\`\`
`,
    );
    assert.deepEqual(inContext(candidates), [
      "org/one: flag train.py --model_name_or_path < example",
      "org/two: flag vllm serve --model < example",
      "three: assignment MODEL < example",
    ]);
    for (const shown of [
      "python is used with --model gpt-4o",
      "Docker run --model gpt-4o",
      "curl takes --model gpt-4o",
      "loaded --model gpt-4o",
    ])
      assertMarked(markdown, `\`\`\`\n${shown}\n\`\`\`\n`);
  });

  it("knows programs that only their flags tell from words, and settings alone", () => {
    const shown = '```\nwhisperx «talk.wav» --model «large-v2»\n```\n```\n# keys\nAPI_KEY="a b"\nMODEL="«org/one»"\n```\n';
    assert.deepEqual(inContext(assertMarked(markdown, shown)), [
      "talk.wav: operand whisperx 0 < example",
      "large-v2: flag whisperx --model < example",
      "org/one: assignment MODEL < example",
    ]);
    for (const words of ["whisper and --model large-v2", "Model=gpt-4o", "MODEL=gpt-4o was used"])
      assertMarked(markdown, `\`\`\`\n${words}\n\`\`\`\n`);
  });

  it("calls languages as their fenced blocks do", () => {
    const text = '```C++\nask("«a-1»");\n```\n```pwsh\nInvoke-Chat -Model "«b-2»"\n```\n```docker-compose\nmodel: «c-3»\n```\n';
    assert.deepEqual(inContext(assertMarked(markdown, text)), [
      "a-1: argument ask 0 < example",
      "b-2: argument Invoke-Chat Model < example",
      "c-3: property model < example",
    ]);
  });

  it("finds fenced blocks in quotations, up to the end of these", () => {
    const text = `> [!TIP]
> Run
> \`\`\`bash
> ollama pull \\
>   «llama3.2»
> \`\`\`
> model: gpt-4
>
> > - ~~~yaml
> >   model: «a-1»
> model: gpt-4

> \`\`\`yaml
> model: «b-2»
model: gpt-4
`;
    assert.deepEqual(inContext(assertMarked(markdown, text)), [
      "llama3.2: operand ollama pull 0 < example",
      "a-1: property model < example",
      "b-2: property model < example",
    ]);
  });

  it("reads indented code that begins as a command does, where no paragraph goes on in it", () => {
    const text = `### Run
    ollama run «llama3.2»

\tollama pull «a-1»
prose
    ollama run gpt-4

    ollama run «b-2»

      ollama run «c-3»

1. Step

    \`\`\`yaml
    model: «d-4»
    \`\`\`
`;
    assert.deepEqual(inContext(assertMarked(markdown, text)), [
      "llama3.2: operand ollama run 0 < example",
      "a-1: operand ollama pull 0 < example",
      "b-2: operand ollama run 0 < example",
      "c-3: operand ollama run 0 < example",
      "d-4: property model < example",
    ]);
    assertMarked(markdown, 'Text\n\n    model: gpt-4o\n    Model("gpt-4o")\n');
  });

  it("finds prompts behind comments and empty lines, and PowerShell's", () => {
    const shell = "```shell\n# Run the server\n\n$ ollama serve\n$ ollama pull «phi3»\npulling gpt-4\n```\n";
    assert.deepEqual(inContext(assertMarked(markdown, shell)), ["phi3: operand ollama pull 0 < example"]);
    const powershell = '```powershell\nPS C:\\> Invoke-Chat -Model "«a-1»"\nrd   gemini-2.0a   -Model "gpt-4"\n```\n';
    assert.deepEqual(inContext(assertMarked(markdown, powershell)), ["a-1: argument Invoke-Chat Model < example"]);
    assertMarked(markdown, '```powershell\nInvoke-Chat -Model "«a-1»"\n```\n');
  });

  it("takes the blocks that a document runs for code", () => {
    const quarto = formatFor("report.qmd");
    assert.equal(quarto, formatFor("report.Rmd"));
    const text = '---\ntitle: x y\n---\n```{python}\nModel("«a-1»")\n```\n```{.python}\nModel("«b-2»")\n```\n';
    assert.deepEqual(inContext(assertMarked(quarto, text)), ["a-1: argument Model 0", "b-2: argument Model 0 < example"]);
  });

  it("knows prompt files and MDX", () => {
    assertMarked(formatFor("x.prompt"), "---\nmodel: «googleai/gemini-2.0-flash»\n---\nmodel: x-1\n");
    assertMarked(formatFor("x.prompty"), "---\nmodel:\n  configuration:\n    azure_deployment: «gpt-4o»\n---\n");
    assertMarked(formatFor("x.mdx"), '---\nmodel: «gpt-4o»\n---\n<Card model="gpt-4" />\n');
  });
});
