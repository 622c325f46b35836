import assert from "node:assert/strict";
import { isModule, matchContext, runtimesShown } from "../../src/runtimes/match.ts";
import { runtimeById, runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog } from "../fixtures.ts";

describe("runtimes", () => {
  it("have ids of their own", () => {
    const ids = runtimes.map((runtime) => runtime.id);
    assert.deepEqual([...new Set(ids)], ids);
    for (const id of ids) assert.equal(runtimeById(id)?.id, id);
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

  it("print Ollama's names with a tag only", () => {
    const ollama = runtimeById("ollama");
    assert.equal(ollama?.print({ member: { name: "x/y", names: { ollama: "olmo-3" } } }, null), null);
    assert.equal(ollama?.print({ member: { name: "x/y", names: { ollama: "olmo-3:7b-instruct" } } }, null), "olmo-3:7b-instruct");
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
