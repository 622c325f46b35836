import assert from "node:assert/strict";
import type { Alternative } from "../../src/alternatives/alternative.ts";
import type { Fix } from "../../src/lint/finding.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

/** The alternatives for the `index`th reference that can be swapped in a document. */
function alternativesIn(path: string, text: string, index = 0): readonly Alternative[] {
  const reference = engine.analyze({ path, text }).references.filter(({ swappable }) => swappable)[index];
  assert.ok(reference, "no such reference");
  return engine.alternativesFor(reference);
}

const find = (alternatives: readonly Alternative[], id: string): Alternative => {
  const found = alternatives.find((alternative) => alternative.id === id);
  assert.ok(found, `${id} is not among ${alternatives.map((each) => each.id).join(", ")}`);
  return found;
};

const fitting = (alternatives: readonly Alternative[]): readonly string[] =>
  alternatives.filter(({ group }) => group === "fits").map(({ id }) => id);

const olmo7 = "allenai/Olmo-3-7B-Instruct";
const apertus8 = "swiss-ai/Apertus-8B-Instruct-2509";

describe("needs of the place", () => {
  it("context that is set: what takes less leaves a need unmet, which it names", () => {
    const served = (length: number): readonly Alternative[] =>
      alternativesIn("serve.sh", `vllm serve mistralai/Mistral-7B-Instruct-v0.3 --max-model-len ${length}\n`);
    assert.ok(fitting(served(32768)).includes(olmo7));
    const long = served(131072);
    assert.deepEqual(fitting(long), []);
    assert.deepEqual(find(long, olmo7).unmet, ["context 64K, and 128K is set here"]);
  });

  it("OLMo 2, which takes 4K, never fits for a caller of 128K", () => {
    for (const text of ["ollama.chat(model='llama3.1:8b', options={'num_ctx': 131072})", "ollama.chat(model='llama3.1:8b')"]) {
      const all = alternativesIn("app.py", `import ollama\n${text}\n`);
      assert.ok(!fitting(all).some((id) => /OLMo-2/.test(id)), text);
    }
  });

  it("the length of answers that is asked for is part of the context", () => {
    const all = alternativesIn(
      "app.py",
      "import ollama\nollama.chat(model='mistral:7b', options={'num_ctx': 2048, 'num_predict': 100000})\n",
    );
    assert.deepEqual(find(all, olmo7).unmet, ["context 64K, and 100K is set here"]);
  });

  it("limits belong to the host: Public AI serves Apertus with 8,192 tokens and no tool calls", () => {
    const call = 'from huggingface_hub import InferenceClient\nclient = InferenceClient(model="Qwen/Qwen2.5-7B-Instruct")\n';
    const there = find(alternativesIn("app.py", call), apertus8);
    assert.equal(there.context, 8192);
    assert.equal(there.host, "Public AI");
    assert.match(there.losses.join("; "), /context 8K at Public AI instead of 128K/);
    const withTools = find(alternativesIn("app.py", `${call}client.chat_completion(messages, tools=tools)\n`), apertus8);
    assert.match(withTools.unmet.join("; "), /tool calls, used here: not known to work at Public AI/);
    assert.equal(find(engine.alternatives(engine.identify("Qwen/Qwen2.5-7B-Instruct"), "vllm"), apertus8).context, 65536);
  });

  it("tool calls: of the call that holds the name, where it holds the whole request", () => {
    const text = [
      "import ollama",
      'ollama.chat(model="llama3.1:8b", messages=messages, tools=[search])',
      'ollama.chat(model="llama3.1:8b", messages=messages)',
      'ollama.chat(model="llama3.1:8b", messages=messages, **options)',
      "",
    ].join("\n");
    const without = find(alternativesIn("app.py", text, 1), apertus8);
    assert.equal(without.group, "fits");
    for (const index of [0, 2]) {
      assert.deepEqual(find(alternativesIn("app.py", text, index), apertus8).unmet, ["tool calls, used here: not known to work"]);
    }
  });

  it("tool calls behind a server of one's own need its parser", () => {
    const all = alternativesIn(
      "app.ts",
      'import OpenAI from "openai";\nclient.chat.completions.create({ model: "gpt-4o-mini", messages, tools });\n',
    );
    assert.ok(find(all, olmo7).needs.some((need) => need.includes("--tool-call-parser")));
  });

  it("answers in a JSON schema: met by a server that holds any model to it, not by a host that nobody knows to", () => {
    const ollama = alternativesIn("app.py", 'import ollama\nollama.chat(model="llama3.1:8b", messages=m, format="json")\n');
    assert.equal(find(ollama, olmo7).group, "fits");
    const routed = alternativesIn(
      "app.py",
      'import litellm\nlitellm.completion(model="gpt-4o-mini", messages=m, response_format=Answer)\n',
    );
    assert.deepEqual(find(routed, olmo7).unmet, ["answers in a JSON schema, used here: not known to work at Public AI"]);
  });

  it("images, wherever the messages are made: nothing open-recipe sees", () => {
    const text = [
      "from openai import OpenAI",
      'content = [{"type": "image_url", "image_url": {"url": url}}]',
      'client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": content}])',
      "",
    ].join("\n");
    const all = alternativesIn("app.py", text);
    assert.deepEqual(fitting(all), []);
    assert.equal(all[0]?.id, "allenai/Molmo2-O-7B");
    assert.equal(all[0]?.group, "step-up");
    assert.ok(all.some((alternative) => alternative.class === "open-weights"));
  });

  it("thinking that is asked for", () => {
    const text = 'import litellm\nlitellm.completion(model="gpt-4o", messages=m, reasoning_effort="high")\n';
    const all = alternativesIn("app.py", text);
    assert.ok(
      fitting(all).every((id) => /Think|SmolLM3/.test(id)),
      fitting(all).join(),
    );
  });

  it("languages of speech: English alone is enough where English is asked for", () => {
    const call = (language: string): readonly Alternative[] =>
      alternativesIn(
        "app.py",
        `from transformers import pipeline\npipe = pipeline("automatic-speech-recognition", model="openai/whisper-large-v3", generate_kwargs={"language": "${language}"})\n`,
      );
    assert.ok(fitting(call("en")).includes("facebook/wav2vec2-base-960h"));
    const german = find(call("de"), "facebook/wav2vec2-base-960h");
    assert.deepEqual([german.group, german.unmet], ["open-recipe-but", ["not known to do German, asked for here"]]);
  });

  it("embeddings: the index, the vector size set beside it, and the prefixes of each text", () => {
    const text = [
      "from openai import OpenAI",
      'client.embeddings.create(model="text-embedding-3-small", input=texts)',
      'index.create_collection("docs", vectors_config=VectorParams(size=1536, distance=Distance.COSINE))',
      "",
    ].join("\n");
    assert.deepEqual(find(alternativesIn("app.py", text), "nomic-ai/nomic-embed-text-v1.5").needs, [
      "base_url of a server that serves it, such as vLLM",
      "search_document: or search_query: before each text",
      "a new index: vectors of two models cannot be compared (768 dimensions)",
      "another vector size than the 1536 set here: 768",
    ]);
  });

  it("embeddings: what the calls beside them hand to a model that talks is nothing to them", () => {
    const fixes = (...calls: readonly string[]): readonly Fix[] => {
      const text = [
        "import { openai } from '@ai-sdk/openai';",
        "import { embed, generateObject } from 'ai';",
        "export async function POST() {",
        "  await embed({ model: openai.embedding('text-embedding-3-large'), value: 'sunny' });",
        ...calls,
        "}",
        "",
      ].join("\n");
      const document = { path: "route.ts", text };
      const [reference] = engine.analyze(document).references;
      assert.ok(reference);
      return engine.clientFixes(reference, document).fixes.map((fix) => ({ ...fix, edits: [] }));
    };
    const alone = fixes();
    assert.ok(alone.length > 0);
    const beside = fixes("  await generateObject({ model: chat, schema, prompt: 'x' });");
    assert.deepEqual(beside, alone);
  });

  it("two tiers less capable is told, and never preferred", () => {
    const all = engine.alternatives(engine.identify("qwen3:8b"), "ollama");
    const think = find(all, "allenai/Olmo-3-7B-Think");
    assert.match(think.losses[0] ?? "", /two tiers lower on a scale of five/);
    assert.equal(think.preferred, false);
  });
});

describe("what a swap costs", () => {
  const on = (name: string, runtime: string, id: string): Alternative => find(engine.alternatives(engine.identify(name), runtime), id);

  it("a gate and a token where the weights come from the hub, and not where a host or a conversion has them", () => {
    const gate = /acceptance of its use policy on the hub/;
    assert.match(on("Qwen/Qwen2.5-7B-Instruct", "vllm", apertus8).needs.join("; "), gate);
    assert.match(on("Qwen/Qwen2.5-7B-Instruct", "vllm", apertus8).needs.join("; "), /HF_TOKEN/);
    assert.doesNotMatch(on("qwen2.5:7b", "ollama", apertus8).needs.join("; "), gate);
    assert.doesNotMatch(on("Qwen/Qwen2.5-7B-Instruct", "hf-inference", apertus8).needs.join("; "), gate);
  });

  it("terms that bind more than now, and teachers, are marks; terms are never taken on without a choice", () => {
    const apertus = on("qwen2.5:7b", "ollama", apertus8);
    assert.match(apertus.marks.join("; "), /indemnify/);
    assert.equal(apertus.preferred, false);
    assert.match(on("llama3.1:8b", "ollama", olmo7).marks.join("; "), /^taught by GPT-4\.1 \(instruction: .*2,152,112/);
    assert.match(on("llama2:7b", "ollama", "allenai/OLMo-2-1124-7B-Instruct").marks.join("; "), /Gemma/);
  });

  it("a new data processor, once, where somebody else will serve", () => {
    const { needs, host } = on("gpt-4o-mini", "litellm", olmo7);
    assert.equal(host, "Public AI");
    assert.equal(needs.filter((need) => need.includes("data processor")).length, 1);
    assert.equal(on("llama3.1:8b", "ollama", olmo7).host, null);
  });

  it("the moderation of a closed API, and what it can do that nothing here shows to use", () => {
    const { losses } = on("gpt-4o-mini", "openai", olmo7);
    assert.ok(losses.includes("the provider's own moderation"));
    assert.ok(losses.includes("images: not known to work, not used here"));
    assert.ok(!on("llama3.1:8b", "ollama", olmo7).losses.includes("the provider's own moderation"));
  });

  it("what stands beside a routed name, where another provider is asked", () => {
    const proxy = (model: string): string => `model_list:\n  - model_name: chat\n    litellm_params:\n      model: ${model}\n`;
    const needs = (model: string): readonly string[] => find(alternativesIn("litellm.yaml", proxy(model)), olmo7).needs;
    const settings = "another key and base URL where they are set beside the name: those are the old provider's";
    assert.ok(needs("openai/gpt-4o-mini").includes(settings));
    assert.ok(!needs("ollama/llama3.1:8b").includes(settings));
  });

  it("prints names with the date on which they were last seen", () => {
    assert.match(on("llama3.1:8b", "ollama", olmo7).lastSeen ?? "", /^2026-\d{2}/);
  });
});
