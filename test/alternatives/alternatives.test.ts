import assert from "node:assert/strict";
import fc from "fast-check";
import type { Alternative } from "../../src/alternatives/alternative.ts";
import { classes } from "../../src/assess/assessment.ts";
import { applyEdits } from "../../src/text.ts";
import { projectCatalog, projectEngine } from "../fixtures.ts";

const engine = projectEngine();

function alternatives(name: string, runtime: string): readonly Alternative[] {
  return engine.alternatives(engine.identify(name), runtime);
}

describe("alternatives", () => {
  it("writes the form that each runtime needs", () => {
    const first = (name: string, runtime: string): string | undefined => alternatives(name, runtime)[0]?.text;
    assert.equal(first("llama3.1:8b", "ollama"), "olmo-3:7b-instruct");
    assert.equal(first("Qwen/Qwen2.5-7B-Instruct", "vllm"), "allenai/Olmo-3-7B-Instruct");
    assert.equal(first("meta-llama/Llama-3.1-8B-Instruct", "transformers"), "allenai/Olmo-3-7B-Instruct");
    assert.equal(first("ollama/llama3.1:8b", "litellm"), "ollama_chat/olmo-3:7b-instruct");
    assert.match(first("all-MiniLM-L6-v2", "sentence-transformers") ?? "", /^nomic-ai\/nomic-embed-text-v1/);
  });

  it("never writes an Ollama name without its tag", () => {
    for (const name of ["llama3.1:8b", "mistral", "phi4", "deepseek-r1:7b", "codellama:7b", "qwen2.5:32b"]) {
      for (const { text } of alternatives(name, "ollama")) assert.match(text, /:|^hf\.co\//, `${text} for ${name}`);
    }
  });

  it("prefers only what needs no other change, is of the same kind, and near in size", () => {
    const preferred = (name: string, runtime: string): readonly string[] =>
      alternatives(name, runtime).flatMap((alternative) => (alternative.preferred ? [alternative.text] : []));
    assert.ok(preferred("llama3.1:8b", "ollama").includes("olmo-3:7b-instruct"));
    assert.deepEqual(preferred("gpt-4o", "openai"), [], "another server is needed");
    assert.deepEqual(preferred("all-MiniLM-L6-v2", "sentence-transformers"), [], "a new index");
    assert.deepEqual(preferred("llama3.1:70b", "ollama"), [], "nothing of that size has an open recipe there");
    assert.ok(!preferred("llama3.1:8b", "ollama").some((text) => text.includes("think")));
  });

  it("says what else has to change", () => {
    assert.match(alternatives("gpt-4o", "openai")[0]?.needs.join(" ") ?? "", /base_url of a server/);
    assert.match(alternatives("text-embedding-3-small", "openai")[0]?.needs.join(" ") ?? "", /a new index/);
    const apertus = alternatives("Qwen/Qwen2.5-7B-Instruct", "vllm").find(({ id }) => id === "swiss-ai/Apertus-8B-Instruct-2509");
    assert.notDeepEqual(apertus?.needs, [], "a gate is a need");
  });

  it("says once that the form of the weights changes, and makes no such swap by itself", () => {
    const first = (name: string, runtime: string): Alternative | undefined => alternatives(name, runtime)[0];
    const gguf = first("bartowski/Meta-Llama-3.1-8B-Instruct-GGUF", "vllm");
    assert.deepEqual(gguf?.needs, ["a conversion to GGUF, if llama.cpp reads this name or memory is short"]);
    assert.equal(gguf.preferred, false);
    assert.equal(first("bartowski/Meta-Llama-3.1-8B-Instruct-GGUF", "llama.cpp")?.preferred, true, "a conversion is named there");
    assert.deepEqual(first("Qwen/Qwen2.5-7B-Instruct-AWQ", "vllm")?.needs, ["a quantised form, if AWQ was chosen to save memory"]);
    assert.deepEqual(first("mlx-community/Meta-Llama-3.1-8B-Instruct-4bit", "mlx")?.needs, [
      "an mlx-lm that knows its architecture",
      "a conversion with mlx_lm.convert, where the memory is made for quantised weights",
    ]);
  });

  it("names the needs that an open recipe leaves unmet", () => {
    const texts = alternatives("deepseek-r1:7b", "ollama");
    const instruct = texts.find(({ text }) => text === "olmo-3:7b-instruct");
    assert.equal(instruct?.group, "open-recipe-but");
    assert.match(instruct?.losses.join(" ") ?? "", /an instruct model instead of a thinking model/);
  });

  it("offers nothing for a model whose recipe is open, and nothing for one that is not known", () => {
    assert.deepEqual(alternatives("allenai/Olmo-3-7B-Instruct", "transformers"), []);
    assert.deepEqual(alternatives("acme-lab/private-7b", "transformers"), []);
  });

  it("only goes up: every alternative of every checkpoint is of a higher class, best group first, and can be read back", () => {
    const order = ["fits", "step-up", "open-recipe-but"];
    let seen = 0;
    for (const record of projectCatalog().models) {
      for (const member of record.members ?? []) {
        if (member.names.huggingface === undefined) continue;
        const identity = engine.identify(member.names.huggingface, "huggingface");
        const current = engine.assess(identity);
        const offered = engine.alternatives(identity, "transformers");
        seen += offered.length;
        for (const alternative of offered) {
          const rank = (openness: string): number => (classes as readonly string[]).indexOf(openness);
          assert.ok(rank(alternative.class) > rank(current.class), `${alternative.id} for ${member.name}`);
          assert.equal(engine.assess(engine.identify(alternative.text, "huggingface")).class, alternative.class);
        }
        const groups = offered.filter(({ preferred }) => !preferred).map(({ group }) => order.indexOf(group));
        assert.deepEqual([...groups].sort(), groups, member.name);
      }
    }
    assert.ok(seen > 100);
  });
});

describe("fixes", () => {
  const llama = "meta-llama/Llama-3.1-8B-Instruct";
  const loading = `tokenizer = AutoTokenizer.from_pretrained("${llama}")\nmodel = AutoModelForCausalLM.from_pretrained("${llama}")\n`;

  it("takes the tokenizer along with its model, and is offered at the model only", () => {
    const { references } = engine.analyze({ path: "app.py", text: loading });
    assert.deepEqual(
      references.map((reference) => engine.fixes(reference).length > 0),
      [false, true],
    );
    const [fix] = references[1] ? engine.fixes(references[1]) : [];
    assert.equal(fix?.title, "Swap to allenai/Olmo-3-7B-Instruct (open recipe)");
    assert.equal(fix?.preferred, true);
    assert.equal(applyEdits(loading, fix?.edits ?? []), loading.replaceAll(llama, "allenai/Olmo-3-7B-Instruct"));
  });

  it("is not preferred where the document uses what the model is not known to do", () => {
    const text = `reply = ollama.chat(model="llama3.1:8b", messages=[{"role": "user", "content": "", "images": [picture]}])\n`;
    const [reference] = engine.analyze({ path: "app.py", text: `import ollama\n${text}` }).references;
    assert.ok(reference);
    assert.ok(engine.fixes(reference).every((fix) => !fix.preferred));
    assert.equal(engine.nothingFitsFor(reference), "Nothing open-recipe does this today (facts of 2026-11).");
  });

  it("is not preferred where settings hang on the model", () => {
    const text = "base_model: mistralai/Mistral-7B-v0.3\nlora_target_modules: [q_proj]\n";
    const [reference] = engine.analyze({ path: "sft.yaml", text }).references;
    assert.ok(reference);
    const [fix] = engine.fixes(reference);
    assert.equal(fix?.preferred, false);
    assert.deepEqual(fix?.needs, ["the LoRA target modules"]);
  });

  it("keeps the route that a name takes, also where nothing else shows who reads it", () => {
    const [reference] = engine.analyze({ path: "routes.yaml", text: "model: ollama/llama3.1:8b\n" }).references;
    assert.ok(reference);
    const [fix] = engine.fixes(reference);
    assert.equal(fix?.edits[0]?.text, "ollama_chat/olmo-3:7b-instruct");
    assert.equal(fix?.preferred, false);
  });

  it("takes no hub id for a route, though LiteLLM has one of its organisation's name", () => {
    const [reference] = engine.analyze({ path: "run.sh", text: "export MODEL_NAME=google/gemma-2-9b-it\n" }).references;
    assert.ok(reference);
    assert.equal(engine.fixes(reference)[0]?.edits[0]?.text, "allenai/Olmo-3-7B-Instruct");
  });

  it("is not preferred where a name is only fetched", () => {
    const [reference] = engine.analyze({ path: "fetch.sh", text: "ollama pull llama3.1:8b\n" }).references;
    assert.ok(reference);
    const [fix] = engine.fixes(reference);
    assert.deepEqual([fix?.preferred, fix?.needs], [false, ["programs that ask for the old name"]]);
  });

  it("is never preferred for what is only offered, or in a test", () => {
    const preferred = (path: string, text: string): readonly boolean[] =>
      engine.analyze({ path, text }).references.flatMap((reference) => engine.fixes(reference).map((fix) => fix.preferred));
    const call = 'import ollama\nollama.chat(model="llama3.1:8b", messages=[])\n';
    assert.ok(preferred("app.py", call).includes(true));
    assert.ok(!preferred("tests/app.py", call).includes(true));
    const offered = preferred("app.py", 'import ollama\nMODELS = ["llama3.1:8b"]\n');
    assert.ok(offered.length > 0 && !offered.includes(true));
  });

  it("says that a server's clients have to follow", () => {
    const [reference] = engine.analyze({ path: "serve.sh", text: "vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000\n" }).references;
    assert.ok(reference);
    const [fix] = engine.fixes(reference);
    assert.equal(fix?.preferred, false);
    assert.deepEqual(fix?.needs, ["clients of this server that ask for the old name"]);
  });

  it("leaves a tokenizer's choice to the model that it is for", () => {
    const [reference] = engine.analyze({ path: "count.py", text: 'import tiktoken\ntiktoken.encoding_for_model("gpt-4o")\n' }).references;
    assert.ok(reference);
    assert.deepEqual(engine.fixes(reference), []);
  });

  it("offers five at the most", () => {
    const [reference] = engine.analyze({
      path: "app.py",
      text: 'import litellm\nlitellm.completion(model="gpt-4o", messages=[])\n',
    }).references;
    assert.ok(reference);
    assert.equal(engine.fixes(reference).length, 5);
  });

  it("changes only the bytes that it says, and leaves no class finding behind", () => {
    const names = ["llama3.1:8b", "qwen2.5:7b", "mistral:7b", "gemma2:9b"];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.stringMatching(/^[a-z 😀#]{0,20}$/u),
        fc.constantFrom("\n", "\r\n"),
        (name, comment, end) => {
          const text = `import ollama  # ${comment}${end}ollama.chat(model="${name}", messages=[])  # ${comment}${end}`;
          const [reference] = engine.analyze({ path: "app.py", text }).references;
          assert.ok(reference);
          const fix = engine.fixes(reference).find(({ preferred }) => preferred);
          assert.ok(fix, name);
          const after = applyEdits(text, fix.edits);
          assert.equal(after, text.replace(name, fix.edits[0]?.text ?? ""));
          assert.deepEqual(engine.analyze({ path: "app.py", text: after }).findings, []);
        },
      ),
    );
  });
});
