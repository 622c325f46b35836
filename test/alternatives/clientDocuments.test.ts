import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "yaml";
import type { AssessedReference, ClientFixes } from "../../src/engine.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;

function firstReference(path: string, text: string): AssessedReference {
  const [reference] = engine.analyze({ path, text }).references;
  assert.ok(reference, "the document names a model");
  return reference;
}

function clientFixes(path: string, text: string): ClientFixes {
  return engine.clientFixes(firstReference(path, text), { path, text });
}

/** The document after the first fix to a host, with `MODEL` for the name; read back as that model of the same client. */
function rewritten(host: string, path: string, text: string): string {
  const { fixes, missing } = clientFixes(path, text);
  assert.equal(missing, null);
  const fix = fixes.find((each) => each.host?.id === host);
  assert.ok(fix, `nothing for ${host}`);
  const after = applyEdits(text, fix.edits);
  const back = firstReference(path, after);
  assert.equal(back.candidate.text, fix.edits[0]?.text);
  assert.equal(back.runtime, firstReference(path, text).runtime);
  assert.equal(back.assessment.class, "open-recipe");
  return after.replaceAll(fix.edits[0]?.text ?? "", "MODEL");
}

describe("the fix of a client in properties", () => {
  it("writes Spring AI 2's base URL with its version, and keeps a secret as a comment", () => {
    const text = lines("spring.ai.openai.api-key = sk-proj-0123456789", "spring.ai.openai.chat.model = gpt-4o-mini", "server.port = 80");
    assert.equal(
      rewritten("ollama", "application.properties", text),
      lines(
        "# spring.ai.openai.api-key = sk-proj-0123456789",
        "spring.ai.openai.api-key = ollama",
        "spring.ai.openai.chat.model = MODEL",
        "spring.ai.openai.base-url = http://localhost:11434/v1",
        "server.port = 80",
      ),
    );
  });

  it("writes Spring AI 1's without, as its name for the model tells, and says so", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
    const text = lines("spring.ai.openai.api-key=${OPENAI_API_KEY}", "spring.ai.openai.chat.options.model=gpt-4o-mini");
    assert.equal(
      rewritten("publicai", "application.properties", text),
      lines(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
        "spring.ai.openai.api-key=${PUBLICAI_API_KEY}",
        "spring.ai.openai.chat.options.model=MODEL",
        "spring.ai.openai.base-url=https://api.publicai.co",
      ),
    );
    const needs = clientFixes("application.properties", text).fixes[0]?.needs ?? [];
    assert.ok(needs.includes("Spring AI 1: from Spring AI 2 on, spring.ai.openai.base-url ends with /v1"));
  });

  it("finds the keys of YAML wherever they are nested, and puts new ones beside them", () => {
    const text = lines(
      "spring:",
      "  ai:",
      "    openai:",
      "      chat:",
      "        options:",
      "          model: 'gpt-4o-mini' # cheap",
      "      embedding.options.model: text-embedding-3-small",
      "---",
      "spring.config.activate.on-profile: prod",
      "spring.ai.openai.api-key: other",
    );
    const after = rewritten("vllm", "application.yml", text);
    assert.equal(
      after.slice(0, after.indexOf("---")),
      lines(
        "spring:",
        "  ai:",
        "    openai:",
        "      base-url: http://localhost:8000",
        "      api-key: EMPTY",
        "      chat:",
        "        options:",
        "          model: 'MODEL' # cheap",
        "      embedding.options.model: text-embedding-3-small",
      ),
    );
    assert.deepEqual(parseDocument(after.slice(0, after.indexOf("---"))).errors, []);
    assert.equal(after.slice(after.indexOf("---")), text.slice(text.indexOf("---")));
  });

  it("writes LangChain4j's beside the model's, and Quarkus' for the provider", () => {
    assert.equal(
      rewritten(
        "ollama",
        "application.properties",
        lines("langchain4j.open-ai.chat-model.api-key=demo", "langchain4j.open-ai.chat-model.model-name=gpt-4o-mini"),
      ),
      lines(
        "# langchain4j.open-ai.chat-model.api-key=demo",
        "langchain4j.open-ai.chat-model.api-key=ollama",
        "langchain4j.open-ai.chat-model.model-name=MODEL",
        "langchain4j.open-ai.chat-model.base-url=http://localhost:11434/v1",
      ),
    );
    assert.equal(
      rewritten("ollama", "application.properties", "quarkus.langchain4j.openai.chat-model.model-name=gpt-4o-mini"),
      [
        "quarkus.langchain4j.openai.chat-model.model-name=MODEL",
        "quarkus.langchain4j.openai.base-url=http://localhost:11434/v1",
        "quarkus.langchain4j.openai.api-key=ollama",
      ].join("\n"),
    );
  });

  it("says why nothing whole can be written", () => {
    const elsewhere = lines(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
      "spring.ai.openai.base-url=${LLM_URL:https://api.openai.com}",
      "spring.ai.openai.chat.model=gpt-4o-mini",
    );
    assert.equal(
      clientFixes("application.properties", elsewhere).missing,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
      "spring.ai.openai.base-url is taken from ${LLM_URL:https://api.openai.com}",
    );
    const own = lines("spring.ai.openai.chat.base-url=https://proxy", "spring.ai.openai.chat.model=gpt-4o-mini");
    assert.equal(
      clientFixes("application.properties", own).missing,
      "spring.ai.openai.chat.base-url goes before the base URL and key of all",
    );
  });

  it("changes nothing else, and has no exception, whatever is left of a file", () => {
    const text = lines("spring:", "  ai:", "    openai:", "      api-key: sk-1", "      chat:", "        model: gpt-4o-mini", "    x: [");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 4 }), (from, length, between) => {
        for (const path of ["application.yml", "application.properties"]) {
          const cut = text.slice(0, from) + between + text.slice(from + length);
          for (const reference of engine.analyze({ path, text: cut }).references) {
            const { fixes, missing } = engine.clientFixes(reference, { path, text: cut });
            assert.ok(fixes.length > 0 || missing !== null);
            for (const { edits } of fixes.slice(0, 3)) applyEdits(cut, edits);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

type Source = string | readonly string[];

function notebook(cells: readonly { readonly type?: string; readonly source: Source }[], language = "python"): string {
  const all = cells.map(({ type = "code", source }) => ({ cell_type: type, metadata: {}, outputs: [], source }));
  return JSON.stringify({ cells: all, metadata: { kernelspec: { language } }, nbformat: 4 }, null, 1);
}

/** The sources of a notebook's cells. */
function sourcesOf(text: string): readonly string[] {
  const { cells } = JSON.parse(text) as { cells: readonly { source: Source }[] };
  return cells.map(({ source }) => (typeof source === "string" ? source : source.join("")));
}

describe("the fix of a client in a notebook", () => {
  it("changes the client in another cell, in the file's own escapes", () => {
    const text = notebook([
      { type: "markdown", source: ["client = OpenAI(\n"] },
      { source: ["!pip install 'openai\n", "%env A=(\n", "from openai import OpenAI\n", 'note = "\\u00e9\\n\\""\n', "client = OpenAI()"] },
      { source: "%%bash\necho 'it(" },
      { source: '%%time\nclient.chat.completions.create(model="gpt-4o-mini")\n' },
    ]);
    const after = rewritten("publicai", "a.ipynb", text);
    assert.deepEqual(sourcesOf(after), [
      "client = OpenAI(\n",
      lines(
        "!pip install 'openai",
        "%env A=(",
        "import os",
        "from openai import OpenAI",
        'note = "\\u00e9\\n\\""',
        'client = OpenAI(base_url="https://api.publicai.co/v1", api_key=os.environ["PUBLICAI_API_KEY"])',
      ).slice(0, -1),
      "%%bash\necho 'it(",
      '%%time\nclient.chat.completions.create(model="MODEL")\n',
    ]);
  });

  it("changes only the characters that it says", () => {
    const text = notebook([
      { source: ["import openai\n", "c = openai.OpenAI()\n"] },
      { source: ['c.responses.create(model="gpt-4o-mini")'] },
    ]);
    const [fix] = clientFixes("a.ipynb", text).fixes;
    assert.ok(fix);
    assert.deepEqual(
      fix.edits.map(({ range, text: written }) => [text.slice(range.start, range.end), written]),
      [
        ["gpt-4o-mini", fix.edits[0]?.text],
        ["", 'base_url=\\"http://localhost:11434/v1\\"'],
        ["", ', api_key=\\"ollama\\"'],
      ],
    );
  });

  it("knows the language of the kernel, and says where it does not", () => {
    const csharp = notebook([{ source: "using OpenAI.Chat;" }, { source: 'var c = new ChatClient("gpt-4o-mini", key);' }], "C#");
    assert.match(rewritten("ollama", "a.ipynb", csharp), /ChatClient\(\\"MODEL\\", new ApiKeyCredential\(\\"ollama\\"\)/);
  });

  it("says of a cell that an editor shows by itself that it is not the whole file", () => {
    const text = 'client.chat.completions.create(model="gpt-4o-mini")\n';
    const document = { path: "a.ipynb", languageId: "python", text, otherCells: "from openai import OpenAI\nclient = OpenAI()\n" };
    const [reference] = engine.analyze(document).references;
    assert.ok(reference);
    assert.equal(engine.clientFixes(reference, document).missing, "the client is not made in this cell");
  });

  it("has no exception, whatever is left of the file", () => {
    const text = notebook([
      { source: ["from openai import OpenAI\n", "c = OpenAI()\n"] },
      { source: ['c.chat.completions.create(model="gpt-4o")'] },
    ]);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 4 }), (from, length, between) => {
        const cut = text.slice(0, from) + between + text.slice(from + length);
        for (const reference of engine.analyze({ path: "a.ipynb", text: cut }).references) {
          for (const { edits } of engine.clientFixes(reference, { path: "a.ipynb", text: cut }).fixes.slice(0, 3)) applyEdits(cut, edits);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the fix of a client in a component", () => {
  it("changes the scripts of Vue and Svelte, and reads nothing else as code", () => {
    const text = lines(
      "<!-- <script>new OpenAI(</script> -->",
      "<template><p>It's new OpenAI( {</p></template>",
      '<script setup lang="ts">',
      'import OpenAI from "openai";',
      "const ai = new OpenAI({ apiKey });",
      'ai.chat.completions.create({ model: "gpt-4o-mini" });',
      "</script>",
    );
    for (const path of ["Chat.vue", "Chat.svelte"]) {
      assert.equal(
        rewritten("ollama", path, text),
        text.replace("{ apiKey }", '{ apiKey: "ollama", baseURL: "http://localhost:11434/v1" }').replace("gpt-4o-mini", "MODEL"),
      );
    }
  });

  it("changes the code at the top of Astro", () => {
    const text = lines(
      "---",
      'import OpenAI from "openai";',
      "const ai = new OpenAI();",
      'ai.chat.completions.create({ model: "gpt-4o-mini" });',
      "---",
      "<p>It's</p>",
    );
    assert.match(rewritten("vllm", "a.astro", text), /new OpenAI\(\{ baseURL: "http:\/\/localhost:8000\/v1", apiKey: "EMPTY" \}\);\n/);
  });
});

describe("servers of open models", () => {
  it("offer conversions to llama.cpp's, by their repository on the hub", () => {
    const text = 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(model="gpt-4o-mini")\n';
    const fix = clientFixes("a.py", text).fixes.find(({ host }) => host?.id === "llama.cpp");
    assert.deepEqual(fix?.host, {
      id: "llama.cpp",
      name: "llama-server",
      local: true,
      baseUrl: "http://localhost:8080/v1",
      keyVariable: null,
    });
    assert.equal(fix?.needs[0], `a running llama-server (llama.cpp) that has the model: llama-server --jinja -hf ${fix.edits[0]?.text}`);
    assert.match(rewritten("llama.cpp", "a.py", text), /OpenAI\(base_url="http:\/\/localhost:8080\/v1", api_key="sk-no-key-required"\)/);
  });

  it("offer no static embeddings behind vLLM, which does not load them", () => {
    const text = 'from openai import OpenAI\nc = OpenAI()\nc.embeddings.create(model="text-embedding-3-small", input="x")\n';
    const names = clientFixes("a.py", text).fixes.map(({ edits }) => edits[0]?.text ?? "");
    assert.ok(names.length > 0);
    assert.deepEqual(
      names.filter((name) => /potion|m2v|static-/i.test(name)),
      [],
    );
  });
});
