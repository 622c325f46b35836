import assert from "node:assert/strict";
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";
import fc from "fast-check";
import { parseDocument } from "yaml";
import type { SourceDocument } from "../../src/detect/candidate.ts";
import type { AssessedReference, ClientFixes } from "../../src/engine.ts";
import type { Fix } from "../../src/lint/finding.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

function firstReference(document: SourceDocument): AssessedReference {
  const [reference] = engine.analyze(document).references;
  assert.ok(reference, "the document names a model");
  return reference;
}

function clientFixes(path: string, text: string, others: readonly SourceDocument[] = []): ClientFixes {
  return engine.clientFixes(firstReference({ path, text }), { path, text }, others);
}

/** The first fix to a server. */
function fixTo(host: string, path: string, text: string, others: readonly SourceDocument[] = []): Fix {
  const { fixes, missing } = clientFixes(path, text, others);
  assert.equal(missing, null);
  const fix = fixes.find((each) => each.host?.id === host);
  assert.ok(fix, `nothing for ${host}`);
  return fix;
}

/** The document after the first fix to a server, with `MODEL` for the name that it writes. */
function rewritten(host: string, path: string, text: string): string {
  const fix = fixTo(host, path, text);
  return applyEdits(text, fix.edits).replaceAll(fix.edits[0]?.text ?? "", "MODEL");
}

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;

describe("the fix of a client", () => {
  describe("in Python", () => {
    it("writes base URL and key where the client is made without any", () => {
      assert.equal(
        rewritten(
          "ollama",
          "a.py",
          lines("from openai import OpenAI", "", "client = OpenAI()", 'client.chat.completions.create(model="gpt-4o-mini", messages=[])'),
        ),
        lines(
          "from openai import OpenAI",
          "",
          'client = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")',
          'client.chat.completions.create(model="MODEL", messages=[])',
        ),
      );
    });

    it("writes them as the other arguments are written: quotes, lines, comments, trailing comma", () => {
      assert.equal(
        rewritten(
          "vllm",
          "a.py",
          lines(
            "import openai",
            "client = openai.AsyncOpenAI(",
            "    timeout=20,",
            "    max_retries=2  # the default",
            ")",
            "client.chat.completions.create(model='gpt-4o-mini', messages=[])",
          ),
        ),
        lines(
          "import openai",
          "client = openai.AsyncOpenAI(",
          "    timeout=20,",
          "    max_retries=2,  # the default",
          "    base_url='http://localhost:8000/v1',",
          "    api_key='EMPTY'",
          ")",
          "client.chat.completions.create(model='MODEL', messages=[])",
        ),
      );
    });

    it("looks the key up as it was looked up, and imports os where it has to", () => {
      const text = (key: string): string =>
        lines("from openai import OpenAI", `client = OpenAI(${key})`, 'client.chat.completions.create(model="gpt-4o-mini")');
      const client = (key: string): string | undefined => /OpenAI\((.*)\)/.exec(rewritten("publicai", "a.py", text(key)))?.[1];
      const url = 'base_url="https://api.publicai.co/v1"';
      assert.equal(client('api_key=os.environ["OPENAI_API_KEY"]'), `api_key=os.environ["PUBLICAI_API_KEY"], ${url}`);
      assert.equal(client("api_key=os.getenv('OPENAI_API_KEY')"), `api_key=os.getenv('PUBLICAI_API_KEY'), ${url}`);
      // a default would be sent to the new host
      assert.equal(client('api_key=os.getenv("OPENAI_API_KEY", "sk-1")'), `api_key=os.environ["PUBLICAI_API_KEY"], ${url}`);
      assert.equal(client("api_key=settings.key"), `api_key=os.environ["PUBLICAI_API_KEY"], ${url}`);
      assert.match(rewritten("publicai", "a.py", text("")), /^import os\nfrom openai import OpenAI\n/);
      assert.match(
        rewritten("publicai", "a.py", `from __future__ import annotations\n${text("")}`),
        /^from __future__.*\nimport os\nfrom openai/,
      );
      assert.match(rewritten("publicai", "a.py", `import sys, os\n${text("")}`), /^import sys, os\nfrom openai/);
      assert.match(rewritten("publicai", "a.py", `"""\nimport os\n"""\n${text("")}`), /^"""\nimport os\n"""\nimport os\nfrom openai/);
    });

    it("replaces a base URL that is written out", () => {
      const text = lines(
        "from openai import OpenAI",
        'llm = OpenAI(base_url="https://api.openai.com/v1", api_key=KEY)',
        'llm.chat.completions.create(model="gpt-4o-mini")',
      );
      assert.match(rewritten("ollama", "a.py", text), /OpenAI\(base_url="http:\/\/localhost:11434\/v1", api_key="ollama"\)/);
    });

    it("takes the client that is called, where several are made", () => {
      const text = lines(
        "from openai import OpenAI",
        "first = OpenAI()",
        "second = OpenAI()",
        'second.chat.completions.create(model="gpt-4o-mini")',
      );
      assert.match(rewritten("ollama", "a.py", text), /first = OpenAI\(\)\nsecond = OpenAI\(base_url=/);
    });

    it("knows LangChain's and LlamaIndex' classes, and what they need besides", () => {
      assert.equal(
        rewritten(
          "ollama",
          "a.py",
          lines("from langchain_openai import ChatOpenAI", 'llm = ChatOpenAI(model="gpt-4o-mini", openai_api_key=KEY)'),
        ),
        lines(
          "from langchain_openai import ChatOpenAI",
          'llm = ChatOpenAI(model="MODEL", openai_api_key="ollama", base_url="http://localhost:11434/v1")',
        ),
      );
      assert.match(
        rewritten(
          "ollama",
          "a.py",
          lines("from langchain_openai import OpenAIEmbeddings", 'e = OpenAIEmbeddings(model="text-embedding-3-small")'),
        ),
        /api_key="ollama", check_embedding_ctx_length=False\)/,
      );
      assert.match(
        rewritten("vllm", "a.py", lines("from llama_index.llms.openai import OpenAI", 'llm = OpenAI(model="gpt-4o-mini")')),
        /^from llama_index\.llms\.openai_like import OpenAILike\nllm = OpenAILike\(model="MODEL", api_base="http:\/\/localhost:8000\/v1", api_key="EMPTY", context_window=\d+, is_chat_model=True\)\n$/,
      );
    });

    it("points Anthropic's client at servers that speak its protocol, and at no others", () => {
      const text = lines("import anthropic", "c = anthropic.Anthropic()", 'c.messages.create(model="claude-haiku-4-5", max_tokens=9)');
      assert.match(rewritten("ollama", "a.py", text), /Anthropic\(base_url="http:\/\/localhost:11434", api_key="ollama"\)/);
      assert.deepEqual([...new Set(clientFixes("a.py", text).fixes.map(({ host }) => host?.id))].sort(), ["llama.cpp", "ollama", "vllm"]);
    });
  });

  describe("in Python, made and asked as programs do it", () => {
    const create = '.chat.completions.create(model="gpt-4o-mini", messages=[])';

    it("in a function that keeps it", () => {
      const text = lines(
        "from openai import OpenAI",
        "_client = None",
        "def get_client() -> OpenAI:",
        "    global _client",
        "    if _client is None:",
        "        _client = OpenAI()",
        "    return _client",
        `get_client()${create}`,
      );
      assert.equal(
        rewritten("ollama", "a.py", text),
        text.replace("OpenAI()\n", 'OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")\n').replace('"gpt-4o-mini"', '"MODEL"'),
      );
    });

    it("where it is asked at once, whatever other clients there are", () => {
      const text = lines("from openai import OpenAI", "other = OpenAI()", `OpenAI()${create}`);
      assert.equal(
        rewritten("ollama", "a.py", text),
        lines(
          "from openai import OpenAI",
          "other = OpenAI()",
          'OpenAI(base_url="http://localhost:11434/v1", api_key="ollama").chat.completions.create(model="MODEL", messages=[])',
        ),
      );
    });

    it("not what a function of elsewhere gives", () => {
      const text = lines("from openai import OpenAI", "from app import get_client", "other = OpenAI()", `get_client()${create}`);
      assert.equal(clientFixes("a.py", text).missing, "what get_client() gives is not made in this file");
    });

    it("as what a block opens", () => {
      const text = lines("from openai import OpenAI", "with OpenAI() as client:", `    client${create}`, "def f(c=OpenAI()): ...");
      assert.match(rewritten("vllm", "a.py", text), /^with OpenAI\(base_url="http:\/\/localhost:8000\/v1", api_key="EMPTY"\) as client:$/m);
      assert.match(rewritten("vllm", "a.py", text), /^def f\(c=OpenAI\(\)\): \.\.\.$/m);
    });

    it("as the module itself, before version 1 too", () => {
      const old = lines(
        "import os",
        "import openai",
        'openai.api_key = os.getenv("OPENAI_API_KEY")',
        'openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[])',
      );
      assert.equal(
        rewritten("openrouter", "a.py", old),
        lines(
          "import os",
          "import openai",
          'openai.api_key = os.getenv("OPENROUTER_API_KEY")',
          'openai.api_base = "https://openrouter.ai/api/v1"',
          'openai.ChatCompletion.create(model="MODEL", messages=[])',
        ),
      );
      const named = lines("import openai", 'MODEL = "gpt-4o"', "openai.chat.completions.create(model=MODEL, messages=[])");
      assert.equal(
        rewritten("ollama", "a.py", named),
        lines(
          "import openai",
          'openai.base_url = "http://localhost:11434/v1/"',
          'openai.api_key = "ollama"',
          'MODEL = "MODEL"',
          "openai.chat.completions.create(model=MODEL, messages=[])",
        ),
      );
      const azure = lines("import openai", 'openai.api_type = "azure"', 'openai.ChatCompletion.create(model="gpt-4", messages=[])');
      assert.equal(clientFixes("a.py", azure).missing, "openai.api_type is set: who is asked is told in another way");
    });

    it("writes LlamaIndex's class for embeddings of others, and what it calls the model", () => {
      const text = lines(
        "from llama_index.embeddings.openai import OpenAIEmbedding",
        'e = OpenAIEmbedding(model="text-embedding-3-small", embed_batch_size=100)',
      );
      const fix = fixTo("ollama", "a.py", text);
      const after = applyEdits(text, fix.edits);
      assert.equal(
        after.replaceAll(fix.edits[0]?.text ?? "", "MODEL"),
        lines(
          "from llama_index.embeddings.openai_like import OpenAILikeEmbedding",
          'e = OpenAILikeEmbedding(model_name="MODEL", embed_batch_size=100, api_base="http://localhost:11434/v1", api_key="ollama")',
        ),
      );
      assert.ok(fix.needs?.includes("the package llama-index-embeddings-openai-like"));
      const { runtime, task, candidate } = firstReference({ path: "a.py", text: after });
      assert.deepEqual([candidate.text, runtime, task], [fix.edits[0]?.text, "openai", "embedding"]);
    });

    it("names the tools that the old provider's servers run", () => {
      const text = lines(
        "from openai import OpenAI",
        "c = OpenAI()",
        'c.responses.create(model="gpt-4o-mini", input="", tools=[{"type": "web_search"}, {"type": "function", "name": "file_search"}])',
      );
      const [fix] = clientFixes("a.py", text).fixes;
      assert.deepEqual(
        fix?.needs?.filter((need) => need.includes("old provider")),
        ["web_search, which only the old provider has: to be taken out or replaced"],
      );
    });

    it("offers nothing for what the old provider alone does", () => {
      for (const call of ["fine_tuning.jobs.create", "beta.assistants.create", "beta.threads.runs.create", "beta.realtime.connect"]) {
        const text = lines("from openai import OpenAI", "c = OpenAI()", `c.${call}(model="gpt-4o-mini")`);
        assert.deepEqual(clientFixes("a.py", text), { fixes: [], missing: "no server known here does this task" }, call);
      }
    });

    it("tells of Ollama's short default only where the model takes more", () => {
      const text = lines("from openai import OpenAI", "c = OpenAI()", 'c.embeddings.create(model="text-embedding-3-small", input="")');
      const { fixes } = clientFixes("a.py", text);
      const short = fixes.find(({ edits }) => edits[0]?.text === "nomic-embed-text:v1.5");
      assert.ok(short);
      assert.ok(!short.needs?.some((need) => need.includes("OLLAMA_CONTEXT_LENGTH")));
      assert.ok(fixes.find(({ edits }) => edits[0]?.text === "bge-m3:567m")?.needs?.some((need) => need.includes("OLLAMA_CONTEXT_LENGTH")));
    });
  });

  describe("in JavaScript", () => {
    it("keeps the beginning by which a bundler knows the variable, and how the look-up is written", () => {
      for (const [before, after] of [
        ["import.meta.env.VITE_OPENAI_API_KEY as string", "import.meta.env.VITE_OPENROUTER_API_KEY as string"],
        ["process.env.NEXT_PUBLIC_OPENAI_API_KEY ?? ''", "process.env.NEXT_PUBLIC_OPENROUTER_API_KEY ?? ''"],
        ["process.env.MY_KEY!", "process.env.OPENROUTER_API_KEY!"],
      ]) {
        const text = (key: string | undefined): string =>
          lines(
            'import OpenAI from "openai";',
            `const c = new OpenAI({ apiKey: ${key} });`,
            'c.chat.completions.create({ model: "gpt-4o-mini" });',
          );
        const fix = fixTo("openrouter", "a.ts", text(before));
        assert.ok(applyEdits(text(before), fix.edits).includes(`apiKey: ${after},`), before);
        const variable = /\w+_API_KEY/.exec(after ?? "")?.[0];
        assert.ok(fix.needs?.includes(`${variable} where the program runs`), variable);
      }
    });

    it("writes an object of options, or into it", () => {
      const text = (options: string): string =>
        lines(
          'import OpenAI from "openai";',
          `const ai = new OpenAI(${options});`,
          'ai.chat.completions.create({ model: "gpt-4o-mini" });',
        );
      const client = (options: string, host = "ollama"): string | undefined =>
        /new OpenAI\((.*?)\);/s.exec(rewritten(host, "a.ts", text(options)))?.[1];
      assert.equal(client(""), '{ baseURL: "http://localhost:11434/v1", apiKey: "ollama" }');
      assert.equal(client("{}"), '{ baseURL: "http://localhost:11434/v1", apiKey: "ollama" }');
      assert.equal(client("{ apiKey }"), '{ apiKey: "ollama", baseURL: "http://localhost:11434/v1" }');
      assert.equal(client('{ "apiKey": key() }'), '{ "apiKey": "ollama", baseURL: "http://localhost:11434/v1" }');
      assert.equal(
        client("{\n  apiKey: process.env.OPENAI_API_KEY!,\n}", "publicai"),
        '{\n  apiKey: process.env.PUBLICAI_API_KEY!,\n  baseURL: "https://api.publicai.co/v1",\n}',
      );
    });

    it("makes the AI SDK's instance anew, and asks the endpoint that servers have", () => {
      const text = lines(
        "import { generateText } from 'ai'",
        "import { openai } from '@ai-sdk/openai'",
        "",
        "await generateText({ model: openai('gpt-4o-mini') })",
      );
      assert.equal(
        rewritten("ollama", "a.ts", text),
        lines(
          "import { generateText } from 'ai'",
          "import { createOpenAI } from '@ai-sdk/openai'",
          "",
          "const openai = createOpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' })",
          "",
          "await generateText({ model: openai.chat('MODEL') })",
        ),
      );
    });

    it("names the tools that only the provider's own servers run", () => {
      const text = lines(
        'import { openai } from "@ai-sdk/openai";',
        'generateText({ model: openai.responses("gpt-4o-mini"), tools: { search: openai.tools.webSearch({}) } });',
      );
      assert.ok(
        fixTo("ollama", "a.ts", text).needs.includes(
          "openai.tools.webSearch, which only the old provider has: to be taken out or replaced",
        ),
      );
    });

    it("writes LangChain's base URL into its configuration", () => {
      const text = (rest: string): string =>
        lines('import { ChatOpenAI } from "@langchain/openai";', `new ChatOpenAI({ model: "gpt-4o-mini"${rest} });`);
      assert.match(
        rewritten("ollama", "a.ts", text("")),
        /model: "MODEL", configuration: \{ baseURL: "http:[^"]*" \}, apiKey: "ollama" \}/,
      );
      assert.match(
        rewritten("ollama", "a.ts", text(", configuration: { timeout: 9 }")),
        /configuration: \{ timeout: 9, baseURL: "http:[^"]*" \}, apiKey: "ollama" \}/,
      );
    });

    it("gives Anthropic's AI SDK provider the path that it does not add itself", () => {
      const text = lines('import { anthropic } from "@ai-sdk/anthropic";', 'const model = anthropic("claude-haiku-4-5");');
      assert.match(rewritten("ollama", "a.ts", text), /createAnthropic\(\{ baseURL: "http:\/\/localhost:11434\/v1", apiKey: "ollama" \}\)/);
    });
  });

  it("is labelled, never preferred, and says what has to be done", () => {
    const text = lines("from openai import OpenAI", "c = OpenAI()", 'c.chat.completions.create(model="gpt-4o-mini")');
    const fix = fixTo("publicai", "a.py", text);
    assert.equal(fix.title, `Swap to ${fix.edits[0]?.text} on Public AI (open recipe)`);
    assert.deepEqual(
      fix.edits.map(({ label }) => label),
      [undefined, "base URL of the client", "key of the client", "import"],
    );
    assert.ok(fix.needs.includes("PUBLICAI_API_KEY where the program runs"));
    assert.ok(fix.needs.includes("an account and key of Public AI: a new data processor"));
    assert.deepEqual(fix.host, {
      id: "publicai",
      name: "Public AI",
      local: false,
      baseUrl: "https://api.publicai.co/v1",
      keyVariable: "PUBLICAI_API_KEY",
    });
    assert.ok(clientFixes("a.py", text).fixes.every(({ preferred }) => !preferred));
  });

  it("changes the same model everywhere it is asked through the client, and names the others", () => {
    const text = lines(
      "from openai import OpenAI",
      "c = OpenAI()",
      'c.chat.completions.create(model="gpt-4o-mini")',
      'c.chat.completions.create(model="gpt-4o-mini")',
      'c.embeddings.create(model="text-embedding-3-small")',
    );
    const fix = fixTo("ollama", "a.py", text);
    assert.ok(!applyEdits(text, fix.edits).includes("gpt-4o-mini"));
    assert.ok(fix.needs.includes("text-embedding-3-small, asked through the same client: to be changed as well"));
  });

  it("begins with the model that fits best, also where a server has nothing but another one", () => {
    const text = lines("from openai import OpenAI", "client = OpenAI()", 'client.chat.completions.create(model="gpt-4o", messages=[])');
    const reference = firstReference({ path: "a.py", text });
    const { fixes } = clientFixes("a.py", text);
    assert.match(engine.fixes(reference)[0]?.title ?? "", /Olmo-3\.1-32B-Instruct/);
    assert.match(fixes[0]?.title ?? "", /olmo-3\.1:32b-instruct on Ollama/);
    assert.ok(fixes.some(({ title }) => title.includes("Olmo-3-7B-Instruct on Public AI")));
  });

  it("offers a server only what it does", () => {
    const hosts = (call: string): readonly unknown[] => {
      const text = lines("from openai import OpenAI", "c = OpenAI()", call);
      return [...new Set(clientFixes("a.py", text).fixes.map(({ host }) => host?.id))].sort();
    };
    assert.deepEqual(hosts('c.responses.create(model="gpt-4o-mini")'), ["llama.cpp", "ollama", "vllm"]);
    assert.deepEqual(hosts('c.completions.create(model="gpt-3.5-turbo-instruct")'), ["llama.cpp", "ollama", "vllm"]);
    assert.deepEqual(hosts('c.embeddings.create(model="text-embedding-3-small")'), ["ollama", "vllm"]);
    assert.deepEqual(hosts('c.images.generate(model="gpt-image-1")'), []);
    assert.ok(hosts('c.chat.completions.create(model="gpt-4o-mini")').includes("publicai"));
  });

  describe("where the file does not show enough", () => {
    const cases: readonly (readonly [name: string, path: string, text: string, missing: string])[] = [
      [
        "no client",
        "a.py",
        'import openai\nfrom app import c\nc.chat.completions.create(model="gpt-4o")\n',
        "the client is not made in this file",
      ],
      [
        "another client",
        "a.py",
        'from openai import OpenAI\nother = OpenAI()\nc.chat.completions.create(model="gpt-4o")\n',
        "c is not made in this file",
      ],
      [
        "several clients",
        "a.py",
        'from openai import OpenAI\nMODEL = "gpt-4o"\na = OpenAI()\nb = OpenAI()\na.chat.completions.create(model=MODEL)\n',
        "several clients are made in this file",
      ],
      [
        "a spread",
        "a.py",
        'from openai import OpenAI\nc = OpenAI(**kw)\nc.chat.completions.create(model="gpt-4o")\n',
        "its options come from **kw",
      ],
      [
        "a spread object",
        "a.ts",
        'import OpenAI from "openai";\nconst c = new OpenAI({ ...rest });\nc.chat.completions.create({ model: "gpt-4o" });\n',
        "its options come from ...rest",
      ],
      [
        "options of elsewhere",
        "a.ts",
        'import OpenAI from "openai";\nconst c = new OpenAI(options);\nc.chat.completions.create({ model: "gpt-4o" });\n',
        "its options stand in options",
      ],
      [
        "a base URL of elsewhere",
        "a.py",
        'from openai import OpenAI\nc = OpenAI(base_url=URL)\nc.chat.completions.create(model="gpt-4o")\n',
        "base_url is taken from URL",
      ],
      [
        "a client in a comment and in a string",
        "a.py",
        'import openai\n# c = OpenAI()\ns = "c = OpenAI()"\nc.chat.completions.create(model="gpt-4o")\n',
        "the client is not made in this file",
      ],
    ];
    for (const [name, path, text, missing] of cases) {
      it(`${name}: says so, and changes the name alone`, () => {
        const found = clientFixes(path, text);
        assert.equal(found.missing, missing);
        const [fix] = found.fixes;
        assert.equal(fix?.edits.length, 1);
        assert.match(
          fix?.needs[0] ?? "",
          /^where the client is made: the base URL http:\/\/localhost:11434\/v1 and any key, such as "ollama"$/,
        );
      });
    }

    it("does not take another library's client for the one that is made", () => {
      const text = lines(
        "from openai import AsyncOpenAI",
        "from pydantic_ai.models.openai import OpenAIResponsesModel",
        "other = AsyncOpenAI()",
        'model = OpenAIResponsesModel("gpt-4o")',
      );
      assert.equal(clientFixes("a.py", text).missing, "how the client is made is not known for this library");
    });

    it("says why nothing can be offered, wherever that is so", () => {
      const text = lines("from openai import OpenAI", "c = OpenAI()", 'MODELS = ["gpt-4o", "gpt-4o-mini"]');
      const { references } = engine.analyze({ path: "a.py", text });
      assert.deepEqual(
        references.map((reference) => [reference.candidate.text, engine.clientFixes(reference, { path: "a.py", text })]),
        [
          ["gpt-4o", { fixes: [], missing: "it is one of several names to choose from" }],
          ["gpt-4o-mini", { fixes: [], missing: "it is one of several names to choose from" }],
        ],
      );
      const bare =
        'import { createOpenAI } from "@ai-sdk/openai";\nconst provider = createOpenAI();\nexport const m = provider("gpt-4o-mini");\n';
      assert.deepEqual(clientFixes("a.ts", bare), { fixes: [], missing: "which client is asked for this name does not show" });
      const open = 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(model="allenai/Olmo-3-7B-Instruct")\n';
      assert.deepEqual(clientFixes("a.py", open), { fixes: [], missing: "its recipe is open already" });
    });

    it("offers nothing where base URL and key would not be enough", () => {
      const azure = clientFixes("a.py", 'from openai import AzureOpenAI\nc = AzureOpenAI()\nc.chat.completions.create(model="gpt-4o")\n');
      assert.deepEqual(azure, { fixes: [], missing: "an Azure deployment: its class, endpoint and API version change too" });
      const google = clientFixes(
        "a.py",
        'from google import genai\nc = genai.Client()\nc.models.generate_content(model="gemini-2.5-flash", contents="x")\n',
      );
      assert.deepEqual(google, { fixes: [], missing: "no server of open models answers this client: another one has to be used" });
      // where the name alone decides, Engine.fixes has all there is
      const own = "who is asked here takes names of its own: only the name can change";
      const agent = clientFixes("a.py", 'from crewai import Agent\nAgent(role="r", goal="g", backstory="b", llm="gpt-4o")\n');
      assert.deepEqual(agent, { fixes: [], missing: own });
      const deployment = 'resource "azurerm_cognitive_deployment" "d" {\n  model {\n    name = "gpt-4o"\n  }\n}\n';
      assert.deepEqual(clientFixes("main.tf", deployment), { fixes: [], missing: own });
    });
  });

  describe("in environment variables", () => {
    it("sets those that the client reads, and keeps a secret as a comment", () => {
      const text = lines("# keys", "OPENAI_API_KEY=sk-proj-0123456789", "OPENAI_MODEL=gpt-4o-mini");
      assert.equal(
        rewritten("ollama", ".env", text),
        lines(
          "# keys",
          "# OPENAI_API_KEY=sk-proj-0123456789",
          "OPENAI_API_KEY=ollama",
          "OPENAI_MODEL=MODEL",
          "OPENAI_BASE_URL=http://localhost:11434/v1",
        ),
      );
    });

    it("never leaves a key of the old provider to be sent to the new one", () => {
      const fix = fixTo("publicai", ".env", 'export OPENAI_API_KEY="sk-proj-0123456789"\nexport OPENAI_MODEL="gpt-4o-mini"');
      const text = applyEdits('export OPENAI_API_KEY="sk-proj-0123456789"\nexport OPENAI_MODEL="gpt-4o-mini"', fix.edits);
      assert.match(text, /^# export OPENAI_API_KEY="sk-proj-0123456789"\nexport OPENAI_API_KEY=""\n/);
      assert.match(text, /\nexport OPENAI_BASE_URL="https:\/\/api\.publicai\.co\/v1"$/);
      assert.ok(fix.needs.includes("the key of Public AI in OPENAI_API_KEY"));
    });

    it("uses the names that are there", () => {
      const text = lines("OPENAI_API_BASE=https://api.openai.com/v1", "OPENAI_API_KEY=<your key>", "OPENAI_MODEL=gpt-4o-mini");
      assert.equal(
        rewritten("vllm", ".env", text),
        lines("OPENAI_API_BASE=http://localhost:8000/v1", "OPENAI_API_KEY=EMPTY", "OPENAI_MODEL=MODEL"),
      );
    });

    it("knows the variables of another beginning where they are set, and guesses none", () => {
      const text = lines("LLM_MODEL=gpt-4o-mini", "LLM_BASE_URL=https://api.openai.com/v1", "LLM_API_KEY=");
      assert.equal(
        rewritten("ollama", ".env", text),
        lines("LLM_MODEL=MODEL", "LLM_BASE_URL=http://localhost:11434/v1", "LLM_API_KEY=ollama"),
      );
      assert.equal(clientFixes(".env", "LLM_MODEL=gpt-4o-mini\n").missing, "which variables hold base URL and key is not known here");
    });

    it("follows them into other documents, where they hold the same model", () => {
      const others: readonly SourceDocument[] = [
        { path: ".env.example", text: "OPENAI_API_KEY=\nOPENAI_MODEL=gpt-4o-mini\n" },
        { path: ".env.test", text: "OPENAI_MODEL=gpt-4o\n" },
        {
          path: "compose.yaml",
          text: lines(
            "services:",
            "  db:",
            "    environment:",
            "      - POSTGRES_DB=app",
            "  web:",
            "    environment:",
            "      - OPENAI_MODEL=gpt-4o-mini",
            // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
            "      - OPENAI_API_KEY=${OPENAI_API_KEY}",
            "    ports: [80]",
          ),
        },
      ];
      const fix = fixTo("publicai", ".env", "OPENAI_API_KEY=\nOPENAI_MODEL=gpt-4o-mini\n", others);
      const changed = (path: string): string =>
        applyEdits(
          others.find((each) => each.path === path)?.text ?? "",
          fix.edits.filter((edit) => edit.path === path),
        );
      const model = fix.edits[0]?.text ?? "";
      assert.equal(changed(".env.example"), `OPENAI_API_KEY=\nOPENAI_MODEL=${model}\nOPENAI_BASE_URL=https://api.publicai.co/v1\n`);
      assert.equal(changed(".env.test"), "OPENAI_MODEL=gpt-4o\n");
      const compose = parseDocument(changed("compose.yaml"));
      assert.deepEqual(compose.errors, []);
      assert.deepEqual(compose.toJS().services, {
        db: { environment: ["POSTGRES_DB=app"] },
        web: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
          environment: [`OPENAI_MODEL=${model}`, "OPENAI_BASE_URL=https://api.publicai.co/v1", "OPENAI_API_KEY=${PUBLICAI_API_KEY}"],
          ports: [80],
        },
      });
      assert.ok(fix.edits.every(({ path, label }) => path === undefined || label !== undefined));
    });

    it("says where the variable holds another name, in another file and in the same one", () => {
      const service = (name: string, model: string): string =>
        `  ${name}:\n    environment:\n      OPENAI_MODEL: ${model}\n      OPENAI_API_KEY: x\n`;
      const compose = `services:\n${service("a", "gpt-4o")}${service("b", "gpt-4o-mini")}`;
      const others = [
        { path: "compose.yaml", text: compose },
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
        { path: "prod.yaml", text: "env:\n  OPENAI_MODEL: ${OPENAI_MODEL}\n  OPENAI_API_KEY: x\n" },
      ];
      const fix = fixTo("ollama", ".env", "OPENAI_MODEL=gpt-4o-mini\nOPENAI_API_KEY=\n", others);
      const other = "OPENAI_MODEL in compose.yaml, which is gpt-4o there: to be changed as well where it counts";
      assert.deepEqual(
        fix.needs.filter((need) => need.startsWith("OPENAI_MODEL in")),
        [other],
      );
      const changed = applyEdits(
        compose,
        fix.edits.filter(({ path }) => path === "compose.yaml"),
      );
      assert.equal(changed.split("gpt-4o").length, 2);
      assert.ok(changed.includes(`OPENAI_MODEL: ${fix.edits[0]?.text}\n`));

      const beside = fixTo("ollama", "compose.yaml", compose);
      assert.ok(
        beside.needs.includes("OPENAI_MODEL elsewhere in this file, which is gpt-4o-mini there: to be changed as well where it counts"),
      );
    });

    it("says which variable comes before the name in the code, where no document that sets it was seen", () => {
      const text = lines(
        "import os",
        "from openai import OpenAI",
        "client = OpenAI()",
        'client.chat.completions.create(model=os.getenv("CHAT_MODEL", "gpt-4o-mini"), messages=[])',
      );
      const fix = fixTo("ollama", "a.py", text);
      assert.equal(fix.needs[0], `${fix.edits[0]?.text} in CHAT_MODEL too, wherever the environment sets it`);
    });

    it("changes the variable whose default stands in the code", () => {
      const text = lines(
        "import os",
        "from openai import OpenAI",
        "client = OpenAI()",
        'client.chat.completions.create(model=os.getenv("OPENAI_MODEL", "gpt-4o-mini"))',
      );
      const fix = fixTo("ollama", "a.py", text, [{ path: ".env", text: "OPENAI_API_KEY=sk-1\nOPENAI_MODEL=gpt-4o-mini\n" }]);
      const there = fix.edits.filter(({ path }) => path === ".env");
      assert.deepEqual(
        there.map((edit) => [edit.label, edit.range, edit.text]),
        [["OPENAI_MODEL", { start: 33, end: 44 }, fix.edits[0]?.text]],
      );
    });

    it("reaches the host from a container", () => {
      const text = lines(
        "services:",
        "  web:",
        "    environment:",
        "      OPENAI_MODEL: gpt-4o-mini",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
        "      OPENAI_API_KEY: ${OPENAI_API_KEY}",
      );
      const changed = parseDocument(rewritten("ollama", "compose.yaml", text)).toJS();
      assert.deepEqual(changed.services.web.environment, {
        OPENAI_MODEL: "MODEL",
        OPENAI_BASE_URL: "http://host.docker.internal:11434/v1",
        OPENAI_API_KEY: "ollama",
      });
    });
  });

  it("is read back as the intended model of the same client, and breaks no rule more severely", () => {
    const documents: readonly SourceDocument[] = [
      { path: "a.py", text: 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(model="gpt-4o-mini")\n' },
      { path: "a.py", text: 'import anthropic\nc = anthropic.Anthropic()\nc.messages.create(model="claude-haiku-4-5", max_tokens=9)\n' },
      { path: "a.ts", text: 'import { openai } from "@ai-sdk/openai";\nconst model = openai("gpt-4o-mini");\n' },
      { path: "a.ts", text: 'import { ChatOpenAI } from "@langchain/openai";\nnew ChatOpenAI({ model: "gpt-4o-mini" });\n' },
      { path: ".env", text: "OPENAI_MODEL=gpt-4o-mini\nOPENAI_API_KEY=\n" },
    ];
    const severities = ["hint", "information", "warning", "error"];
    for (const document of documents) {
      const before = engine.analyze(document);
      const worst = Math.max(...before.findings.map(({ severity }) => severities.indexOf(severity)));
      for (const fix of clientFixes(document.path, document.text).fixes) {
        const { references, findings } = engine.analyze({ ...document, text: applyEdits(document.text, fix.edits) });
        const [reference] = references;
        const opened = fix.title.includes("(open recipe)");
        assert.equal(reference?.assessment.class, opened ? "open-recipe" : reference?.assessment.class, fix.title);
        assert.notEqual(reference?.assessment.class, "unknown", `${document.path}: ${fix.title}`);
        // a name that is an address of the hub is told by that, and one behind Ollama's port by the port where no client is shown
        const runtimes = document.path === ".env" ? [before.references[0]?.runtime, "ollama"] : [before.references[0]?.runtime];
        if (!fix.edits[0]?.text.startsWith("hf.co/")) assert.ok(runtimes.includes(reference?.runtime), fix.title);
        if (opened) assert.ok(findings.every(({ rule }) => rule !== "closed-model" && rule !== "open-weights-only"));
        assert.ok(findings.every(({ severity }) => severities.indexOf(severity) <= worst));
      }
    }
  });
});

/** Whether the grammar reads the text without an error. */
function parses(language: "python" | "javascript", text: string): boolean {
  let whole = true;
  const parser = language === "python" ? python : javascript.configure({ dialect: "ts" });
  parser.parse(text).iterate({
    enter: ({ type }) => {
      if (type.isError) whole = false;
    },
  });
  return whole;
}

describe("the fix of a client, however the program is laid out", () => {
  const noisePython = fc.constantFrom(
    "# client = OpenAI(",
    'note = "client = OpenAI(base_url="',
    "text = '''\nclient = OpenAI()\nimport os\n'''",
    "def helper(a, b=(1, 2)):\n    return {'OpenAI': [a, b]}",
    'pattern = r"\\("',
    "",
  );
  const argument = fc.constantFrom("timeout=20", "max_retries=f(1, [2])", 'organization="o)"', "http_client=httpx.Client(verify=False)");
  const layout = fc.record({
    items: fc.uniqueArray(argument, { maxLength: 3 }),
    key: fc.constantFrom("", "api_key=KEY", 'api_key=os.environ["OPENAI_API_KEY"]', "api_key='sk-1'"),
    multiLine: fc.boolean(),
    trailing: fc.boolean(),
    comment: fc.boolean(),
    quote: fc.constantFrom('"', "'"),
    lineBreak: fc.constantFrom("\n", "\r\n"),
    host: fc.constantFrom("ollama", "publicai", "vllm"),
  });

  it("changes nothing else, and gives Python that parses", () => {
    fc.assert(
      fc.property(layout, fc.array(noisePython, { maxLength: 3 }), fc.array(noisePython, { maxLength: 3 }), (shape, above, below) => {
        const { items, key, multiLine, trailing, comment, quote, lineBreak } = shape;
        const all = key === "" ? items : [...items, key];
        const end = all.length > 0 && trailing ? "," : "";
        const inside =
          multiLine && all.length > 0 ? `\n    ${all.join(",\n    ")}${end}${comment ? "  # why" : ""}\n` : all.join(", ") + end;
        const core = `client = OpenAI(${inside})\nclient.chat.completions.create(model=${quote}gpt-4o-mini${quote}, messages=[])\n`;
        const join = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join("");
        const start = "import os\nfrom openai import OpenAI\n";
        const text = (start + join(above) + core + join(below)).replaceAll("\n", lineBreak);
        const fix = fixTo(shape.host, "a.py", text);
        const changed = applyEdits(text, fix.edits);
        assert.ok(parses("python", changed), changed);
        const before = (start + join(above)).replaceAll("\n", lineBreak);
        const behind = join(below).replaceAll("\n", lineBreak);
        assert.ok(changed.startsWith(`${before}client = OpenAI(`), changed);
        assert.ok(changed.endsWith(`(model=${quote}${fix.edits[0]?.text}${quote}, messages=[])${lineBreak}${behind}`), changed);
        for (const item of items) assert.ok(changed.includes(item));
        assert.equal(changed.split(/base_url=(?=["']http)/).length, 2);
        assert.equal(changed.slice(before.length, changed.length - behind.length).split("api_key=").length, 2);
        assert.ok(!/(?<!\r)\n/.test(changed) || lineBreak === "\n");
        // done twice, there is nothing left to do
        assert.equal(firstReference({ path: "a.py", text: changed }).assessment.class, "open-recipe");
      }),
      { numRuns: 150 },
    );
  });

  it("changes nothing else, and gives JavaScript that parses", () => {
    const noise = fc.constantFrom(
      "// const client = new OpenAI(",
      "/* new OpenAI() */",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
      "const note = `new OpenAI(${ { a: '}' }.a })`;",
      "const pattern = /new OpenAI\\([\"'`]/;",
      'const other = "new OpenAI(";',
      "",
    );
    const entry = fc.constantFrom("timeout: 20", "maxRetries: f(1, [2])", "fetch: async (url) => fetch(url, { a: 1 })", 'project: "p}"');
    const shape = fc.record({
      items: fc.uniqueArray(entry, { maxLength: 3 }),
      key: fc.constantFrom("", "apiKey", "apiKey: process.env.OPENAI_API_KEY", 'apiKey: "sk-1"'),
      multiLine: fc.boolean(),
      trailing: fc.boolean(),
      options: fc.boolean(),
      host: fc.constantFrom("ollama", "publicai", "vllm"),
    });
    fc.assert(
      fc.property(shape, fc.array(noise, { maxLength: 3 }), fc.array(noise, { maxLength: 3 }), (made, above, below) => {
        const all = made.key === "" ? made.items : [made.key, ...made.items];
        const end = all.length > 0 && made.trailing ? "," : "";
        const inside = made.multiLine && all.length > 0 ? `{\n  ${all.join(",\n  ")}${end}\n}` : `{ ${all.join(", ")}${end} }`;
        const core = `const client = new OpenAI(${all.length > 0 || made.options ? inside : ""});\nclient.chat.completions.create({ model: "gpt-4o-mini", messages: [] });\n`;
        const join = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join("");
        const start = `import OpenAI from "openai";\n${join(above)}`;
        const text = start + core + join(below);
        const fix = fixTo(made.host, "a.ts", text);
        const changed = applyEdits(text, fix.edits);
        assert.ok(parses("javascript", changed), changed);
        assert.ok(changed.startsWith(`${start}const client = new OpenAI({`), changed);
        assert.ok(changed.endsWith(`({ model: "${fix.edits[0]?.text}", messages: [] });\n${join(below)}`), changed);
        for (const item of made.items) assert.ok(changed.includes(item));
        const client = changed.slice(start.length, changed.length - join(below).length);
        assert.equal(client.split("baseURL: ").length, 2);
        assert.equal(client.split("apiKey: ").length, 2);
      }),
      { numRuns: 150 },
    );
  });

  it("looks at a long file once, and not once for each server", () => {
    const text = lines(
      'import { openai } from "@ai-sdk/openai";',
      'import { generateText } from "ai";',
      'await generateText({ model: openai("gpt-4o"), prompt });',
      ...Array.from({ length: 10_000 }, () => "const x = f(a.b.c(d), [1, 2, { k: h(3) }]);"),
    );
    const began = performance.now();
    assert.equal(clientFixes("a.ts", text).missing, null);
    // a tenth of a second where the machine has nothing else to do, and eight seconds where every server's fix looks at it anew
    assert.ok(performance.now() - began < 4000);
  });

  it("is linear in the text, however hostile", () => {
    const client = 'from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4o-mini")\n';
    const script =
      'import OpenAI from "openai";\nconst client = new OpenAI();\nclient.chat.completions.create({ model: "gpt-4o-mini" });\n';
    const starts: Readonly<Record<string, string>> = {
      "a.py": client,
      "a.ts": script,
      ".env": "OPENAI_MODEL=gpt-4o-mini\n",
      "c.yaml": "OPENAI_MODEL: gpt-4o-mini\n",
    };
    const fillers = ["OpenAI(", "f(", "`$".concat("{"), "'''", "/", "=", " ", 'A_MODEL="', "- A=b #\n", "x.", "{a:", "OpenAI()\n"];
    for (const filler of fillers) {
      for (const [path, start] of Object.entries(starts)) {
        const text = start + filler.repeat(Math.ceil(50_000 / filler.length));
        const [reference] = engine.analyze({ path, text }).references;
        if (reference === undefined) continue;
        const before = performance.now();
        engine.clientFixes(reference, { path, text }, [{ path, text }]);
        const taken = performance.now() - before;
        assert.ok(taken < 5000, `${JSON.stringify(filler)} in ${path}: ${Math.round(taken)} ms`);
      }
    }
  });

  it("gives no exception, whatever is left of a program", () => {
    const text = lines(
      'import OpenAI from "openai";',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the document that is changed
      "const client = new OpenAI({ apiKey: `${a}`, /* b */ ...c });",
      'client.chat.completions.create({ model: "gpt-4o-mini" });',
    );
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 5 }), (from, length, between) => {
        for (const path of ["a.ts", "a.py", ".env", "a.yaml"]) {
          const document = { path, text: text.slice(0, from) + between + text.slice(from + (length % 30)) };
          for (const reference of engine.analyze(document).references) {
            for (const { edits } of engine.clientFixes(reference, document, [document]).fixes.slice(0, 3)) {
              applyEdits(
                document.text,
                edits.filter((edit) => edit.path === undefined),
              );
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
