import assert from "node:assert/strict";
import type { CommandFindings } from "../../src/detect/commandLine/findings.ts";
import { imageName } from "../../src/detect/commandLine/images.ts";
import { wordOf } from "../../src/detect/commandLine/words.ts";
import { scanCommand, scanScript } from "../../src/detect/commandLine.ts";
import { sliceOf } from "../../src/detect/formats/mappedText.ts";
import { inContext } from "./candidates.ts";

function scan(line: string): readonly string[] {
  const findings: CommandFindings = { candidates: [], interest: null, modules: new Set() };
  scanScript(sliceOf(line, 0, line.length), findings, () => []);
  return inContext(findings.candidates);
}

function programs(line: string): readonly string[] {
  const modules = new Set<string>();
  scanScript(sliceOf(line, 0, line.length), { candidates: [], interest: null, modules }, () => []);
  return [...modules];
}

/** What a list of words gives: the command of a container. */
function scanWords(words: readonly string[], before: readonly string[] = []): readonly string[] {
  const findings: CommandFindings = { candidates: [], interest: null, modules: new Set() };
  scanCommand(
    words.map((text, index) => wordOf({ text, offset: 0, segments: null }, index)),
    findings,
    () => [],
    before,
  );
  return inContext(findings.candidates);
}

describe("command lines", () => {
  it("reads the script that a container's shell is given", () => {
    assert.deepEqual(scanWords(["-c", "sleep 3; ollama pull llama3.2:1b"]), ["llama3.2:1b: operand ollama pull 0"]);
    assert.deepEqual(scanWords(["-c", "4096", "-m", "gpt-4o"]), ["gpt-4o: flag  -m"]);
  });

  it("names the command by its program and subcommands", () => {
    assert.deepEqual(scan("/usr/local/bin/ollama run --verbose llama3.2:1b"), ["llama3.2:1b: operand ollama run 0"]);
    assert.deepEqual(scan("vllm serve a/b --enable-lora --tokenizer c/d"), [
      "a/b: operand vllm serve 0",
      "c/d: flag vllm serve --tokenizer",
    ]);
    assert.deepEqual(scan("vllm bench serve --model a/b"), ["a/b: flag vllm bench serve --model"]);
    assert.deepEqual(scan("docker model run ai/smollm2"), ["ai/smollm2: operand docker model run 0"]);
    assert.deepEqual(scan("llm -m gpt-4o 'a prompt'"), ["gpt-4o: flag llm -m"]);
    assert.deepEqual(scan("lms load qwen3 --yes"), ["qwen3: operand lms load 0"]);
    assert.deepEqual(scan("mlx_lm.generate --model=a/b"), ["a/b: flag mlx_lm.generate --model"]);
    assert.deepEqual(scan("az cognitiveservices account deployment create --model-name gpt-4o"), [
      "gpt-4o: flag az cognitiveservices account deployment create --model-name",
    ]);
  });

  it("takes a model for no subcommand", () => {
    assert.deepEqual(scan("ollama run serve"), ["serve: operand ollama run 0"]);
    assert.deepEqual(scan("ollama cp llama3 mine"), ["llama3: operand ollama cp 0", "mine: operand ollama cp 1"]);
  });

  it("passes over wrappers and launchers", () => {
    for (const wrapper of [
      "sudo -u me",
      "env -u X",
      "exec",
      "time",
      "nohup",
      "timeout 10",
      "uv run --with x",
      "uvx --from vllm",
      "poetry run",
      "conda run -n e",
      "ssh -p 1 host",
      "docker exec -it c",
      "docker compose exec -T c",
      "kubectl exec p -c c --",
    ]) {
      assert.deepEqual(scan(`${wrapper} vllm serve a/b`), ["a/b: operand vllm serve 0"], wrapper);
    }
    for (const launcher of [
      "python",
      "python3.11 -u",
      "accelerate launch --num_processes 8",
      "torchrun --nproc_per_node 8",
      "deepspeed --num_gpus 4",
      "python -m torch.distributed.run --nnodes 1",
    ]) {
      assert.deepEqual(scan(`${launcher} src/train.py --model_name_or_path a/b`), ["a/b: flag train.py --model_name_or_path"], launcher);
    }
    assert.deepEqual(scan("python -m vllm.entrypoints.openai.api_server --model a/b"), [
      "a/b: flag vllm.entrypoints.openai.api_server --model",
    ]);
  });

  it("reads assignments in front, and of containers", () => {
    assert.deepEqual(scan("MODEL=gpt-4o env B=phi3 make"), ["gpt-4o: assignment MODEL", "phi3: assignment B"]);
    assert.deepEqual(scan("docker run -e MODEL=gpt-4o --rm org/app"), ["gpt-4o: assignment MODEL"]);
  });

  it("never takes a container's image for a model, but knows what some images run", () => {
    const line = "docker run -d --gpus all -v a:/b -p 1:1 docker.io/vllm/vllm-openai:v0.9 --model a/b";
    assert.deepEqual(scan(line), ["a/b: flag vllm serve --model"]);
    assert.deepEqual(programs(line), ["vllm/vllm-openai"]);
    assert.deepEqual(scan("docker pull ollama/ollama"), []);
    assert.equal(imageName("ghcr.io:443/a/b/c:1@sha256:ab"), "a/b/c");
    assert.equal(imageName("localhost/a"), "a");
    assert.equal(imageName("vllm/vllm-openai"), "vllm/vllm-openai");
  });

  it("gives a flag its value, after a blank or an equals sign, or several for a plural", () => {
    assert.deepEqual(scan("x --model=a1 -m b2 --models c3 d4 --verbose e5 -- --model f6"), [
      "a1: flag x --model",
      "b2: flag x -m",
      "c3: flag x --models",
      "d4: flag x --models",
      "e5: operand x 0",
      "f6: operand x 2",
    ]);
  });

  it("takes pairs apart", () => {
    assert.deepEqual(scan("lm_eval --model_args pretrained=a/b,dtype=float16 model.name=c/d MODEL=e5"), [
      "a/b: property pretrained < flag lm_eval --model_args",
      "float16: property dtype < flag lm_eval --model_args",
      "c/d: property name < property model < operand lm_eval 0",
      "e5: assignment MODEL < operand lm_eval 1",
    ]);
  });

  it("reads words that stand in a list, with what stands before it elsewhere", () => {
    const findings: CommandFindings = { candidates: [], interest: null, modules: new Set() };
    const words = ["a/b", "--tokenizer", "c/d"].map((text, index) => wordOf({ text, offset: index * 20, segments: null }, index));
    scanCommand(words, findings, (word) => [{ kind: "item", index: word.index, previous: null }], ["vllm", "serve"]);
    assert.deepEqual(inContext(findings.candidates), ["a/b: operand vllm serve 0 < item 0", "c/d: flag vllm serve --tokenizer < item 2"]);
    assert.deepEqual(
      findings.candidates.map(({ range }) => range),
      [
        { start: 0, end: 3 },
        { start: 40, end: 43 },
      ],
    );
  });
});
