import assert from "node:assert/strict";
import { type AlternativesJson, alternatives as runAlternatives } from "../../src/cli/alternatives.ts";
import type { Environment } from "../../src/cli/environment.ts";
import { projectEngine } from "../fixtures.ts";
import { type Installation, installed, parseByContract } from "./openRecipe.ts";

describe("open-recipe alternatives", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });

  const json = async (...args: string[]): Promise<AlternativesJson> => {
    const run = await command.run(["alternatives", "--format", "json", ...args]);
    assert.equal(run.stderr, "");
    assert.equal(run.code, 0);
    return parseByContract("alternatives", run.stdout) as AlternativesJson;
  };

  it("prints what could stand there, with what is gained and lost", async () => {
    assert.deepEqual(await json("bolt-ai/Bolt-8B-Instruct"), {
      query: "bolt-ai/Bolt-8B-Instruct",
      identity: {
        namespace: "huggingface",
        name: "bolt-ai/Bolt-8B-Instruct",
        tag: null,
        revision: null,
        host: null,
        purl: "pkg:huggingface/bolt-ai/Bolt-8B-Instruct",
      },
      class: "open-weights",
      runtime: null,
      alternatives: [
        {
          id: "acme/Open-7B-Instruct",
          text: "acme/Open-7B-Instruct",
          group: "fits",
          preferred: true,
          class: "open-recipe",
          license: "Apache-2.0",
          licenseKind: "osi",
          task: "text-generation",
          parameters: 7,
          context: 65536,
          gains: [
            "open recipe: anyone can audit its data and training code, and reproduce it",
            "Apache-2.0 instead of Bolt Community License",
          ],
          losses: ["context 64K instead of 128K", "taught by GPT-4 (instruction: a tenth of the answers)"],
          needs: [],
        },
      ],
    });
  });

  it("reads and writes names as the runtime does", async () => {
    const { identity, runtime, alternatives } = await json("bolt:8b", "--runtime", "ollama");
    assert.deepEqual([identity.namespace, identity.name, identity.tag, runtime], ["ollama", "bolt", "8b", "ollama"]);
    assert.deepEqual(
      alternatives.map(({ text }) => text),
      ["acme-open:7b-instruct"],
    );
    assert.equal((await json("gpt-4o", "--runtime", "vllm")).identity.namespace, "openai");
  });

  it("has none for what is open already, or not known", async () => {
    assert.deepEqual((await json("acme/Open-7B-Instruct")).alternatives, []);
    assert.deepEqual((await json("who/knows")).alternatives, []);
  });

  it("reads well at 80 columns", async () => {
    assert.deepEqual((await command.run(["alternatives", "bolt-ai/Bolt-8B-Instruct"])).stdout.split("\n"), [
      "bolt-ai/Bolt-8B-Instruct: open weights",
      "",
      "Fits",
      "  acme/Open-7B-Instruct  preferred",
      "    open recipe, Apache-2.0, 7B, 64K tokens of context",
      "    + open recipe: anyone can audit its data and training code, and reproduce it",
      "    + Apache-2.0 instead of Bolt Community License",
      "    - context 64K instead of 128K",
      "    note: taught by GPT-4 (instruction: a tenth of the answers)",
      "",
    ]);
    assert.equal(
      (await command.run(["alternatives", "acme/Open-7B-Instruct"])).stdout,
      "acme/Open-7B-Instruct: open recipe\nIts recipe is open: there is nothing to swap it for.\n",
    );
    assert.equal(
      (await command.run(["alternatives", "who/knows"])).stdout,
      "who/knows: unknown\nIt is not in the catalog, so nothing can be compared with it.\n",
    );
  });

  it("breaks no line later than the terminal does, but for names, which are there to be copied", async () => {
    const engine = projectEngine();
    for (const width of [40, 80, 120]) {
      for (const model of ["gpt-4o", "text-embedding-3-small", "rerank-v3.5", "meta-llama/Llama-3.1-8B-Instruct", "Qwen/Qwen2.5-3B"]) {
        let printed = "";
        const environment = {
          width,
          color: false,
          loadEngine: async () => engine,
          print: async (text: string) => {
            printed += text;
            return true;
          },
        } as unknown as Environment;
        await runAlternatives({ kind: "alternatives", model, namespace: null, runtime: null, format: "pretty" }, environment);
        const lines = printed.split("\n");
        assert.ok(lines.length > 10);
        for (const line of lines) assert.ok(line.length <= width || !line.trim().includes(" "), `${width}: ${line}`);
      }
    }
  });

  it("says where nothing fits, and stops there where no step up can be named either", async () => {
    assert.equal(
      (await command.run(["alternatives", "gpt-4o", "--runtime", "anthropic"])).stdout,
      "GPT-4o: closed\nThe Anthropic client cannot name any open-recipe model that does this; another\nclient or server can (facts of 2026-06).\n",
    );
  });

  it("knows no runtime of another name", async () => {
    const run = await command.run(["alternatives", "gpt-4o", "--runtime", "nope"]);
    assert.equal(run.code, 2);
    assert.equal(run.stdout, "");
    assert.match(
      run.stderr,
      /^open-recipe: unknown runtime 'nope'; such as transformers, vllm, ollama, openai or litellm \(there are \d+\)\n$/,
    );
    const meant = async (runtime: string): Promise<string> =>
      (await command.run(["alternatives", "gpt-4o", "--runtime", runtime])).stderr.replace(/^open-recipe: unknown runtime '[^']*'; /, "");
    assert.equal(await meant("olama"), "did you mean ollama?\n");
    assert.equal(await meant("VLLM"), "did you mean vllm?\n");
    assert.equal(await meant("spring"), "did you mean spring-ai/anthropic, spring-ai/ollama or spring-ai/openai?\n");
  });
});
