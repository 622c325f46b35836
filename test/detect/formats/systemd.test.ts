import assert from "node:assert/strict";
import { systemd } from "../../../src/detect/formats/systemd.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("systemd's units", () => {
  it("finds command lines and variables", () => {
    const candidates = assertMarked(
      systemd,
      `[Unit]
Description=gpt-4o
[Service]
# Environment=MODEL=gpt-4
Environment=MODEL=«a-1» "OTHER=«b-2»"
ExecStart=-/usr/bin/vllm serve «org/one» \\
  # a comment
  --tokenizer «org/two»
ExecStartPre=/bin/sh -c 'ollama pull «three»'
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment MODEL",
      "b-2: assignment OTHER",
      "org/one: operand vllm serve 0",
      "org/two: flag vllm serve --tokenizer",
      "three: operand ollama pull 0",
    ]);
  });

  it("knows containers", () => {
    const candidates = assertMarked(systemd, "[Container]\nImage=docker.io/vllm/vllm-openai:v1\nExec=--model «org/one»\n");
    assert.deepEqual(inContext(candidates), ["org/one: flag vllm serve --model"]);
  });
});
