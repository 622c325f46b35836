import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AssessedReference } from "../../src/engine.ts";
import type { Fix } from "../../src/lint/finding.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";
import { parseFixture } from "../parseFixture.ts";
import { type ModelServer, startModelServer } from "./modelServer.ts";

const root = join(import.meta.dirname, "../..");
const engine = projectEngine();

function fixture(name: string): { readonly path: string; readonly text: string; readonly reference: AssessedReference } {
  const path = `moves/${name}`;
  const { text } = parseFixture(path, readFileSync(join(root, "test/fixtures", path), "utf8"));
  const [reference] = engine.analyze({ path, text }).references;
  assert.ok(reference, `${name} names a model`);
  return { path, text, reference };
}

/** Runs a program with the real client, in a process of its own that knows of no key but the one of the host. */
async function run(program: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module", "-"], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const parts: string[] = [];
  const errors: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => errors.push(part));
  child.stdin.end(program);
  const code = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  assert.equal(code, 0, errors.join(""));
  return parts.join("");
}

/** The first whole fix to a server. */
function fixTo(host: string, { reference, path, text }: ReturnType<typeof fixture>): Fix {
  const { fixes, missing } = engine.clientFixes(reference, { path, text });
  assert.equal(missing, null);
  const fix = fixes.find((each) => each.host?.id === host);
  assert.ok(fix, `nothing for ${host}`);
  return fix;
}

describe("programs after a fix of their client, run with the real client", function () {
  this.timeout(60_000);
  let server: ModelServer;

  beforeEach(async () => {
    server = await startModelServer();
  });
  afterEach(async () => {
    await server.close();
  });

  /** What the program asks for after the fix, with the host's address replaced by the test server's. */
  async function asked(
    name: string,
    host: string,
  ): Promise<{ readonly output: string; readonly model: string; readonly requests: readonly string[] }> {
    const before = fixture(name);
    const fix = fixTo(host, before);
    const baseUrl = fix.host?.baseUrl ?? "";
    const after = applyEdits(before.text, fix.edits);
    assert.ok(after.includes(`"${baseUrl}"`) || after.includes(`'${baseUrl}'`));
    const program = after.replaceAll(baseUrl, server.address + (baseUrl.endsWith("/v1") ? "/v1" : ""));
    const output = await run(program, fix.host?.keyVariable ? { [fix.host.keyVariable]: "key-of-the-host" } : {});
    const [swapped] = fix.edits;
    assert.ok(swapped && server.requests.every(({ model }) => model === swapped.text), `asked for ${server.requests[0]?.model}`);
    return {
      output,
      model: swapped.text,
      requests: server.requests.map(({ path, key, streaming }) => `${path} ${key}${streaming ? " streaming" : ""}`),
    };
  }

  for (const [name, host, requests] of [
    ["openaiChat.mjs", "ollama", ["/v1/chat/completions ollama", "/v1/chat/completions ollama streaming"]],
    ["openaiChat.mjs", "publicai", ["/v1/chat/completions key-of-the-host", "/v1/chat/completions key-of-the-host streaming"]],
    ["openaiChat.mjs", "huggingface", ["/v1/chat/completions key-of-the-host", "/v1/chat/completions key-of-the-host streaming"]],
    ["openaiChat.mjs", "llama.cpp", ["/v1/chat/completions sk-no-key-required", "/v1/chat/completions sk-no-key-required streaming"]],
    ["openaiResponses.mjs", "ollama", ["/v1/responses ollama"]],
    ["openaiResponses.mjs", "vllm", ["/v1/responses EMPTY"]],
    ["aiSdkChat.mjs", "ollama", ["/v1/chat/completions ollama", "/v1/chat/completions ollama streaming"]],
    ["aiSdkChat.mjs", "publicai", ["/v1/chat/completions key-of-the-host", "/v1/chat/completions key-of-the-host streaming"]],
    ["aiSdkProvider.mjs", "publicai", ["/v1/chat/completions key-of-the-host"]],
    ["aiSdkProvider.mjs", "vllm", ["/v1/chat/completions EMPTY"]],
    ["langchainChat.mjs", "ollama", ["/v1/chat/completions ollama", "/v1/chat/completions ollama streaming"]],
    ["langchainChat.mjs", "publicai", ["/v1/chat/completions key-of-the-host", "/v1/chat/completions key-of-the-host streaming"]],
    ["anthropicMessages.mjs", "ollama", ["/v1/messages ollama", "/v1/messages ollama streaming"]],
    ["anthropicMessages.mjs", "vllm", ["/v1/messages EMPTY", "/v1/messages EMPTY streaming"]],
  ] as const) {
    it(`${name} asks ${host}`, async () => {
      const found = await asked(name, host);
      assert.deepEqual(found.requests, requests);
      assert.equal(found.output.split(server.answer).length - 1, requests.length, found.output);
    });
  }

  for (const [name, host, request] of [
    ["openaiEmbeddings.mjs", "ollama", "/v1/embeddings ollama"],
    ["openaiEmbeddings.mjs", "vllm", "/v1/embeddings EMPTY"],
    ["aiSdkEmbedding.mjs", "ollama", "/v1/embeddings ollama"],
    ["langchainEmbeddings.mjs", "ollama", "/v1/embeddings ollama"],
  ] as const) {
    it(`${name} asks ${host}`, async () => {
      const found = await asked(name, host);
      assert.deepEqual(found.requests, [request]);
      assert.match(found.model, /nomic-embed-text/);
      assert.equal(found.output.trim(), "3", "the length of the vector");
    });
  }

  for (const name of ["ollamaChat.mjs", "langchainOllama.mjs"]) {
    it(`${name} asks Ollama for the other name, which is the whole of that swap`, async () => {
      const { text, reference } = fixture(name);
      const [fix] = engine.fixes(reference);
      const output = await run(applyEdits(text, fix?.edits ?? []), { OLLAMA_HOST: server.address });
      assert.deepEqual(
        server.requests.map(({ path, model }) => `${path} ${model}`),
        ["/api/chat olmo-3:7b-instruct"],
      );
      assert.ok(output.includes(server.answer));
    });
  }

  it("fails without the fix's base URL: the checks above can fail", async () => {
    const before = fixture("openaiResponses.mjs");
    const fix = fixTo("vllm", before);
    const program = applyEdits(before.text, fix.edits).replaceAll(fix.host?.baseUrl ?? "", `${server.address}/elsewhere`);
    await assert.rejects(run(program, {}), /404/);
  });
});
