import assert from "node:assert/strict";
import { isModule, matchContext, runtimesShown } from "../../src/runtimes/match.ts";
import { runtimeById, runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog } from "../fixtures.ts";
import { places } from "./places.ts";
import { swaps } from "./swaps.ts";

describe("runtimes", () => {
  it("have ids of their own", () => {
    const ids = runtimes.map((runtime) => runtime.id);
    assert.deepEqual([...new Set(ids)], ids);
    for (const id of ids) assert.equal(runtimeById(id)?.id, id);
  });

  it("each have a row in the table of places or of swaps", () => {
    const shown = new Set([...places.map(([found]) => found.split(" ")[0] ?? ""), ...swaps.map(([id]) => id)]);
    // the AI SDK's providers are made by one function; two stand for all in the fixtures
    const missing = runtimes.map(({ id }) => id).filter((id) => !shown.has(id) && !id.startsWith("ai-sdk/"));
    assert.deepEqual(missing, []);
  });

  it("read back what they print: the same record answers", () => {
    const catalog = projectCatalog();
    let printed = 0;
    for (const record of catalog.models) {
      for (const member of record.members ?? []) {
        for (const runtime of runtimes) {
          const text = runtime.print({ member }, null);
          if (text === null) continue;
          printed++;
          const identity = runtime.read(text);
          assert.ok(identity, `${runtime.id} prints ${text} and cannot read it`);
          assert.equal(catalog.find(identity)?.record.id, record.id, `${runtime.id} prints ${text} for ${member.name}`);
        }
      }
    }
    assert.ok(printed > 100, `only ${printed} names were printed`);
  });

  it("print Ollama's names with a tag only, and a conversion where its library lacks the model", () => {
    const ollama = runtimeById("ollama");
    assert.equal(ollama?.print({ member: { name: "x/y", names: { ollama: "olmo-3" } } }, null), null);
    assert.equal(ollama?.print({ member: { name: "x/y", names: { ollama: "olmo-3:7b-instruct" } } }, null), "olmo-3:7b-instruct");
    assert.equal(ollama?.print({ member: { name: "x/y", names: { ollama: "y" }, gguf: "z/y-GGUF" } }, null), "hf.co/z/y-GGUF");
  });

  it("keep the route that is written, where it leads to the model", () => {
    const litellm = runtimeById("litellm");
    const member = { name: "x/y", names: { huggingface: "x/y", ollama: "y:7b", openrouter: "x/y" }, hosts: { publicai: "x/y" } };
    for (const [written, printed] of [
      ["ollama_chat/llama3.1:8b", "ollama_chat/y:7b"],
      ["openrouter/openai/gpt-4o", "openrouter/x/y"],
      ["hosted_vllm/a/b", "hosted_vllm/x/y"],
      ["gpt-4o", "publicai/x/y"],
    ]) {
      const identity = litellm?.read(written ?? "") ?? null;
      assert.equal(litellm?.print({ member }, identity), printed);
    }
    assert.deepEqual(litellm?.needs?.({ member }, litellm.read("ollama/llama3.1")), []);
    assert.match(litellm?.needs?.({ member }, litellm.read("gpt-4o")).join() ?? "", /new data processor/);
  });
});

describe("matchContext", () => {
  const surroundings = { format: "python", fileName: "app.py", modules: ["openai", "vllm"] };
  const argument = (callee: string, position: number | null, keyword: string | null) =>
    ({ kind: "argument", callee, position, keyword }) as const;

  it("compares the end of the callee, at a dot", () => {
    assert.equal(matchContext([argument("self.client.chat.completions.create", null, "model")], surroundings)?.runtime.id, "openai");
    assert.equal(matchContext([argument("mycompletions.create", null, "model")], surroundings), null);
  });
  it("asks for the module where the callee alone says little", () => {
    assert.equal(matchContext([argument("LLM", 0, null)], surroundings)?.runtime.id, "vllm");
    assert.equal(matchContext([argument("LLM", 0, null)], { ...surroundings, modules: [] }), null);
  });
  it("sees through the default of a look-up", () => {
    const context = [{ kind: "fallback", name: "M" } as const, argument("ChatOpenAI", null, "model")];
    assert.equal(matchContext(context, surroundings)?.runtime.id, "openai");
  });
  it("takes the name of a look-up where what it stands in says nothing", () => {
    const context = [{ kind: "fallback", name: "OLLAMA_MODEL" } as const, { kind: "assignment", name: "x" } as const];
    assert.equal(matchContext(context, surroundings)?.runtime.id, "ollama");
    const setting = [{ kind: "fallback", name: "spring.ai.ollama.chat.options.model" } as const, argument("Value", 0, null)];
    assert.equal(matchContext(setting, surroundings)?.runtime.id, "spring-ai/ollama");
  });
  it("compares names in any case convention, and keys with dots in them", () => {
    assert.equal(matchContext([argument("ChatOllama", null, "Model")], surroundings)?.runtime.id, "ollama");
    assert.equal(matchContext([argument("ChatOpenAI", null, "modelName")], surroundings)?.runtime.id, "openai");
    const keys = ["model", "options", "spring.ai.openai.chat"].map((key) => ({ kind: "property", key }) as const);
    assert.equal(matchContext(keys, surroundings)?.runtime.id, "spring-ai/openai");
    assert.equal(matchContext(keys.slice(0, 2), surroundings), null);
  });
  it("sees through what only wraps a value", () => {
    const context = [argument("aws.String", 0, null), argument("bedrockruntime.ConverseInput", null, "ModelId")];
    assert.equal(matchContext(context, surroundings)?.runtime.id, "bedrock");
  });
  it("tells a command from one that does not show", () => {
    const flag = (command: string) => [{ kind: "flag", command, name: "--model_id" } as const];
    assert.equal(matchContext(flag(""), surroundings)?.runtime.id, "kserve");
    assert.equal(matchContext(flag("train.py"), surroundings), null);
  });
  it("tells a tokenizer's place from a model's", () => {
    const match = matchContext([argument("AutoTokenizer.from_pretrained", 0, null)], surroundings);
    assert.equal(match?.context.swappable, false);
    assert.equal(matchContext([argument("AutoModel.from_pretrained", 0, null)], surroundings)?.context.swappable, undefined);
  });
});

describe("runtimesShown", () => {
  it("goes by package names, not by their beginnings", () => {
    assert.ok(isModule("openai.types", "openai"));
    assert.ok(!isModule("openaixyz", "openai"));
    assert.deepEqual(
      runtimesShown(["ollama", "./openai"]).map((runtime) => runtime.id),
      ["ollama"],
    );
  });
});
