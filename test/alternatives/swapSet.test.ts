import assert from "node:assert/strict";
import fc from "fast-check";
import { modelKey, preferredSwaps } from "../../src/alternatives/preferredSwaps.ts";
import { type SwapDocument, type SwapSet, swapSet } from "../../src/alternatives/swapSet.ts";
import { readIn } from "../../src/identify/resolve.ts";
import { runtimeById } from "../../src/runtimes/runtimes.ts";
import { applyEdits, createLineIndex } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

type Files = Readonly<Record<string, string>>;

function documentsOf(files: Files, fixed: readonly string[] = []): readonly SwapDocument<string>[] {
  return Object.entries(files).map(([path, text]) => ({
    document: path,
    places: preferredSwaps(engine.analyze({ path, text }), engine).places,
    isFixed: fixed.includes(path),
  }));
}

function changed(files: Files, { documents }: SwapSet<string>): Files {
  const texts = { ...files };
  for (const { document, swaps } of documents) {
    texts[document] = applyEdits(
      texts[document] ?? "",
      swaps.flatMap(({ edits }) => edits),
    );
  }
  return texts;
}

/** What holds names back: `llama3.1:8b (2): choice: compose.yaml:3`. */
function heldBack(files: Files, set: SwapSet<string>): readonly string[] {
  return set.heldBack.map(
    ({ text, swaps, reason, places }) =>
      `${text} (${swaps}): ${reason}: ${places.map(({ document, range }) => `${document}:${createLineIndex(files[document] ?? "").positionAt(range.start).line}`).join(", ")}`,
  );
}

const chat = (name: string): string => `import ollama\nollama.chat(model="${name}", messages=[])\n`;
const load = (name: string): string => `from transformers import AutoModelForCausalLM\nAutoModelForCausalLM.from_pretrained("${name}")\n`;
const tokenizer = (name: string): string => `from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained("${name}")\n`;
const llama = "meta-llama/Llama-3.1-8B-Instruct";
const olmo = "allenai/Olmo-3-7B-Instruct";

/** All the names swapped in all the files. */
function assertSwapped(before: (name: string) => Files, from: string, to: string): void {
  const set = swapSet(documentsOf(before(from)));
  assert.deepEqual(heldBack(before(from), set), []);
  assert.deepEqual(changed(before(from), set), before(to));
}

/** Nothing is swapped, and this is why. */
function assertHeld(files: Files, ...why: readonly string[]): void {
  const set = swapSet(documentsOf(files));
  assert.deepEqual(heldBack(files, set), why);
  assert.deepEqual(changed(files, set), files);
}

describe("a name that stands in several files", () => {
  it("is swapped in all of them", () => {
    assertSwapped((name) => ({ "a.py": chat(name), "b/c.py": chat(name) + chat(name) }), "llama3.1:8b", "olmo-3:7b-instruct");
  });

  it("takes its tokenizer along from another file, and what fetches it", () => {
    assertSwapped((name) => ({ "model.py": load(name), "tokens.py": tokenizer(name) }), llama, olmo);
    assertSwapped((name) => ({ "app.py": chat(name), "setup.sh": `ollama pull ${name}\n` }), "llama3.1:8b", "olmo-3:7b-instruct");
    // neither is a choice of its own
    assertHeld({ "tokens.py": tokenizer(llama) });
    assertHeld({ "setup.sh": "ollama pull llama3.1:8b\n" });
  });

  it("stays in all of them where one place needs more", () => {
    const serve = `vllm serve ${llama} --port 8000\n`;
    assertHeld({ "app.py": load(llama), "serve.sh": serve }, `${llama} (1): choice: serve.sh:1`);
    // the chat template is the old model's
    const training = `base_model: ${llama}\nchat_template: llama3\n`;
    assertHeld({ "app.py": load(llama), "axolotl.yaml": training }, `${llama} (1): choice: axolotl.yaml:1`);
  });

  it("stays where nothing tells who resolves it, where it is offered, in a test, and where a comment silences it", () => {
    const app = chat("llama3.1:8b");
    const held = (files: Files, place: string): void => assertHeld({ "app.py": app, ...files }, `llama3.1:8b (1): choice: ${place}`);
    held({ "config.yaml": "llm:\n  model: llama3.1:8b\n" }, "config.yaml:2");
    held({ "models.py": 'MODELS = ["llama3.1:8b", "gpt-4o"]\n' }, "models.py:1");
    held({ "tests/test_app.py": app }, "tests/test_app.py:2");
    held({ "other.py": `# open-recipe-disable-next-line\n${app.split("\n")[1]}\n`, "z.py": "import ollama\n" }, "other.py:2");
  });

  it("stays where it would become two models", () => {
    const [first, second] = documentsOf({ "a.py": chat("mistral:7b"), "b.py": chat("mistral:7b") });
    assert.ok(first && second);
    const other = { ...second, places: second.places.map((place) => ({ ...place, targetKey: "another model" })) };
    const two = swapSet([first, other]);
    assert.deepEqual(two.documents, []);
    assert.deepEqual(
      two.heldBack.map(({ reason, swaps, places }) => ({ reason, swaps, files: places.map(({ document }) => document) })),
      [{ reason: "differs", swaps: 2, files: ["a.py", "b.py"] }],
    );
  });

  it("is swapped in code where only documentation shows it still, which is told", () => {
    const files = { "app.py": chat("llama3.1:8b"), "README.md": "# App\n\n```sh\nollama run llama3.1:8b\n```\n" };
    const set = swapSet(documentsOf(files));
    assert.deepEqual(changed(files, set), { ...files, "app.py": chat("olmo-3:7b-instruct") });
    assert.deepEqual(
      set.shown.map(({ text, places }) => ({ text, files: places.map(({ document }) => document) })),
      [{ text: "llama3.1:8b", files: ["README.md"] }],
    );
  });

  it("stays everywhere where a file that has it cannot be changed, and is not told of where no other file has it", () => {
    const files = { "a.py": chat("llama3.1:8b"), "b.py": chat("llama3.1:8b"), "c.py": chat("gemma2:9b") };
    const set = swapSet(documentsOf(files, ["b.py"]));
    assert.deepEqual(changed(files, set), { ...files, "c.py": chat("olmo-3:7b-instruct") });
    assert.deepEqual(heldBack(files, set), ["llama3.1:8b (1): choice: b.py:2"]);
    const alone = { "b.py": chat("llama3.1:8b") };
    assert.deepEqual(swapSet(documentsOf(alone, ["b.py"])), { documents: [], heldBack: [], others: 0, shown: [] });
  });

  it("hangs on no other name", () => {
    const files = { "a.py": chat("llama3.1:8b") + chat("gemma2:9b"), "setup.yaml": "model: llama3.1:8b\n" };
    const set = swapSet(documentsOf(files));
    assert.deepEqual(changed(files, set), { ...files, "a.py": chat("llama3.1:8b") + chat("olmo-3:7b-instruct") });
  });

  it("asks for one model afterwards, whatever the files", () => {
    const names = ["llama3.1:8b", "llama3.1", "llama3.1:latest", "gemma2:9b"];
    const place = fc.constantFrom(
      chat,
      (name: string) => `import litellm\nlitellm.completion(model="ollama/${name}", messages=[])\n`,
      (name: string) => `MODELS = ["${name}", "gpt-4o"]\n`,
      (name: string) => `import ollama\nollama.pull("${name}")\n`,
      (name: string) => `# open-recipe-disable-next-line\nmodel = "${name}"\n`,
    );
    const anyFile = fc.tuple(fc.constantFrom("src/a", "src/b", "tests/test_c"), place, fc.constantFrom(...names));
    const keysOf = (files: Files): ReadonlyMap<string, number> => {
      const counts = new Map<string, number>();
      for (const { places } of documentsOf(files)) for (const { key } of places) counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts;
    };
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 6 }), (parts) => {
        const files = Object.fromEntries(parts.map(([path, write, name], index) => [`${path}${index}.py`, write(name)]));
        const set = swapSet(documentsOf(files));
        const before = keysOf(files);
        const after = keysOf(changed(files, set));
        const target = modelKey(readIn("ollama", "olmo-3:7b-instruct"));
        for (const [key, count] of before) {
          const left = after.get(key) ?? 0;
          assert.ok(left === 0 || left === count, `${left} of ${count} places of ${key} are left`);
        }
        for (const key of after.keys()) assert.ok(before.has(key) || key === target, key);
        const swapped = set.documents.reduce((sum, { swaps }) => sum + swaps.length, 0);
        assert.equal(after.get(target) ?? 0, swapped);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what makes two names one", () => {
  const keyIn = (runtime: string, name: string): string => {
    const identity = runtimeById(runtime)?.read(name);
    assert.ok(identity, `${runtime} cannot read ${name}`);
    return modelKey(identity);
  };

  it("is what answers, not how it is written or reached on one's own machines", () => {
    assert.equal(keyIn("ollama", "llama3.1"), keyIn("ollama", "llama3.1:latest"));
    assert.equal(keyIn("ollama", "llama3.1:8b"), keyIn("litellm", "ollama_chat/llama3.1:8b"));
    assert.equal(keyIn("vllm", llama), keyIn("litellm", `hosted_vllm/${llama}`));
    assert.equal(keyIn("transformers", llama), keyIn("transformers", llama.toLowerCase()));
  });

  it("is not the same model under another name, or at a host", () => {
    assert.notEqual(keyIn("ollama", "llama3.1:8b"), keyIn("ollama", "llama3.1"));
    assert.notEqual(keyIn("ollama", "llama3.1:8b"), keyIn("ollama", "llama3.1:8b-instruct-q8_0"));
    assert.notEqual(keyIn("transformers", llama), keyIn("litellm", `huggingface/${llama}`));
    assert.notEqual(keyIn("transformers", llama), keyIn("litellm", `together_ai/${llama}`));
    assert.notEqual(keyIn("openai", "gpt-4o"), keyIn("litellm", "azure/gpt-4o"));
  });
});
