import assert from "node:assert/strict";
import { imageName } from "../../src/detect/commandLine/images.ts";
import { wordOf } from "../../src/detect/commandLine/words.ts";
import { scanCommand, scanScript } from "../../src/detect/commandLine.ts";
import type { CommandFindings } from "../../src/detect/findings.ts";
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

  it("reads the JSON that a variable holds, but for what a server answered with", () => {
    assert.deepEqual(scan(`BODY='{"model": "gpt-4o"}'`), ["gpt-4o: property model < assignment BODY"]);
    assert.deepEqual(scan('body="{\\"model\\": \\"gpt-4o\\"}"'), ["gpt-4o: property model < assignment body"]);
    assert.deepEqual(scan(`MODELS='["a/b", "c/d"]'`), ["a/b: item 0 < assignment MODELS", "c/d: item 1 after a/b < assignment MODELS"]);
    assert.deepEqual(scan(`R='{"object": "chat.completion", "model": "gpt-4o"}'`), []);
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

  it("takes lists with commas apart behind flags for models", () => {
    for (const flag of ["--model gpt-4,claude-3-sonnet", "--model=gpt-4,claude-3-sonnet", "--model 'gpt-4, claude-3-sonnet'"]) {
      assert.deepEqual(
        scan(`chat ${flag}`),
        ["gpt-4: item 0 < flag chat --model", "claude-3-sonnet: item 1 after gpt-4 < flag chat --model"],
        flag,
      );
    }
    assert.deepEqual(scan("x --models=a1,b2 -m c3,d4"), [
      "a1: item 0 < flag x --models",
      "b2: item 1 after a1 < flag x --models",
      "c3: item 0 < flag x -m",
      "d4: item 1 after c3 < flag x -m",
    ]);
    assert.deepEqual(scanWords(["chat", "--models", "a1,b2"]), [
      "a1: item 0 < flag chat --models",
      "b2: item 1 after a1 < flag chat --models",
    ]);
    const findings: CommandFindings = { candidates: [], interest: null, modules: new Set() };
    const line = 'chat --models="a/b, c/d"';
    scanScript(sliceOf(line, 0, line.length), findings, () => []);
    assert.deepEqual(inContext(findings.candidates), ["a/b: item 0 < flag chat --models", "c/d: item 1 after a/b < flag chat --models"]);
    assert.deepEqual(
      findings.candidates.map(({ range }) => range),
      [
        { start: 15, end: 18 },
        { start: 20, end: 23 },
      ],
    );
  });

  it("leaves what is no list as it is", () => {
    assert.deepEqual(scan("x --model a/b"), ["a/b: flag x --model"]);
    assert.deepEqual(scan("helm install --set a=b1,c=d2"), [
      "b1: property a < flag helm install --set",
      "d2: property c < flag helm install --set",
    ]);
    assert.deepEqual(scan('x "--models=a1,b2 --port 80"'), ["a1: item 0 < flag  --models", "b2: item 1 after a1 < flag  --models"]);
    assert.deepEqual(scan("x --models main=a1,small=b2"), ["a1: property main < flag x --models", "b2: property small < flag x --models"]);
    for (const line of ['git -m "Add o3, gpt-4o"', "x --tags gpt-4o,o3", "x --models $A,$B", "x --models ,,", "x --model-revision a1,b2"])
      assert.deepEqual(scan(line), [], line);
  });

  it("takes no commit or branch of a repository for a model", () => {
    assert.deepEqual(scan("x --model a/b --model_revision sft_qwen_7b__42 --tokenizer-revision=qwen2"), ["a/b: flag x --model"]);
  });

  it("takes pairs apart", () => {
    assert.deepEqual(scan("lm_eval --model_args pretrained=a/b,dtype=float16 model.name=c/d MODEL=e5"), [
      "a/b: property pretrained < flag lm_eval --model_args",
      "float16: property dtype < flag lm_eval --model_args",
      "c/d: assignment model.name < operand lm_eval 0",
      "e5: assignment MODEL < operand lm_eval 1",
    ]);
  });

  it("names what an operand sets by the end of its key, and by more where that says nothing", () => {
    assert.deepEqual(scan("python m.py actor.model.path=a/b model.partial_pretrain=c/d ++critic.model.name=e/f"), [
      "a/b: assignment model.path < operand m.py 0",
      "c/d: assignment partial_pretrain < operand m.py 1",
      "e/f: assignment model.name < operand m.py 2",
    ]);
    // what belongs to a model is none
    assert.deepEqual(scan("python m.py model.override.attention=flash_2"), ["flash_2: assignment attention < operand m.py 0"]);
    assert.deepEqual(scan("helm install --set model.name=a/b"), ["a/b: property name < property model < flag helm install --set"]);
  });

  it("reads the command that a program is given behind two dashes, or behind an operator that is handed over", () => {
    for (const line of [
      "ray job submit --address=x -- python3 -m trl.cli --model a/b",
      "uv run mason.py --gpus 8 -- python3 -m trl.cli --model a/b",
      "ssh host cd app \\&\\& python3 -m trl.cli --model a/b",
      "uv run mason.py -- source env.sh \\&\\& python3 -m trl.cli --model a/b",
      "uv run mason.py -- source env.sh \\&\\&python3 trl.cli --model a/b",
      "x --y \\; python3 -m trl.cli --model a/b",
    ]) {
      assert.deepEqual(scan(line).slice(-1), ["a/b: flag trl.cli --model"], line);
    }
    assert.deepEqual(scan("npm run talk -- --model gpt-4o").slice(-1), ["gpt-4o: flag npm run --model"]);
    // files, or a text
    assert.deepEqual(scan("git checkout -- a/b c/d"), ["checkout: operand git 0", "a/b: operand git 1", "c/d: operand git 2"]);
    assert.deepEqual(scan("echo a \\&\\& b"), []);
  });

  it("reads lists of arguments, and tells them from lists of names", () => {
    assert.deepEqual(scan('ARGS=(--model a/b --port 80 "--tokenizer=c/d")'), ["a/b: flag  --model", "c/d: flag  --tokenizer"]);
    assert.deepEqual(scan("RUN=(vllm serve a/b --dtype auto)"), ["a/b: operand vllm serve 0", "auto: flag vllm serve --dtype"]);
    assert.deepEqual(scan("SETTINGS=(\n  actor.model.path=a/b\n  x.y=1\n)"), ["a/b: assignment model.path < operand  0"]);
    assert.deepEqual(scan("MODELS=(a/b c/d)"), ["a/b: item 0 < assignment MODELS", "c/d: item 1 after a/b < assignment MODELS"]);
  });

  it("takes apart the words that a variable of models keeps", () => {
    assert.deepEqual(scan('MODELS="llama3.2 phi3:mini"'), [
      "llama3.2: item 0 < assignment MODELS",
      "phi3:mini: item 1 after llama3.2 < assignment MODELS",
    ]);
    assert.deepEqual(
      scan('MODELS="all of them, gpt-4o too"'),
      scan('MODEL="all of them, gpt-4o too"').map((line) => line.replace("MODEL", "MODELS")),
    );
    assert.ok(!scan('MODEL="llama3.2 phi3"').some((line) => line.includes("item")));
  });

  it("gives a loop's words to what takes its variable", () => {
    const loop = (name: string, body: string): readonly string[] => scan(`for ${name} in aa bb; do ${body}; done; x cc`);
    assert.deepEqual(loop("m", 'ollama pull "$m"'), [
      "aa: operand ollama pull 0 < item 0 < assignment m",
      "bb: operand ollama pull 0 < item 1 after aa < assignment m",
      "cc: operand x 0",
    ]);
    assert.deepEqual(loop("m", `x --model=\${m}`).slice(0, 1), ["aa: flag x --model < item 0 < assignment m"]);
    // the name says what they are, or nothing takes them as they are
    assert.deepEqual(loop("model", "ollama pull $model").slice(0, 1), ["aa: item 0 < assignment model"]);
    for (const body of ["echo $m", "ollama pull $m:latest", "ollama pull $n"])
      assert.ok(loop("m", body).includes("aa: item 0 < assignment m"), body);
    assert.deepEqual(scan("for m in aa; do ollama pull $m; done; for m in bb; do y; done"), [
      "aa: operand ollama pull 0 < item 0 < assignment m",
      "bb: item 0 < assignment m",
    ]);
  });

  it("reads what a filter of jq writes, and not what it asks", () => {
    assert.deepEqual(scan(`jq -n '{model: "gpt-4o", messages: []}'`), ["gpt-4o: property model"]);
    assert.deepEqual(scan(`jq -n --arg p "$p" '{"model": "gpt-4o", prompt: $p}' | curl -d @- x`), ["gpt-4o: property model"]);
    assert.deepEqual(scan(`jq '.agent.model = "gpt-4o"' config.json`).slice(0, 1), ["gpt-4o: property model"]);
    assert.deepEqual(scan(`jq 'select(.model == "gpt-4o")'`), []);
  });

  it("passes over the files and values that a filter of jq is given by a name", () => {
    for (const flag of ["--rawfile", "--slurpfile", "--argjson"])
      assert.deepEqual(scan(`jq -n ${flag} p x '{model: "gpt-4o", prompt: $p}'`), ["gpt-4o: property model"], flag);
  });

  it("reads objects and arrays with blanks behind a flag, in Python's quotes too", () => {
    for (const value of [`'[{"model": "gpt-4o"}]'`, `"[{'model': 'gpt-4o'}]"`]) {
      for (const flag of ["--lock=", "--lock "])
        assert.deepEqual(scan(`serve ${flag}${value}`), ["gpt-4o: property model < item 0 < flag serve --lock"], flag + value);
    }
  });

  it("names what jq is given by a name", () => {
    assert.deepEqual(scan("jq -n --arg model gpt-4o --arg role user '{model: $model}'"), [
      "gpt-4o: assignment model",
      "user: assignment role",
    ]);
    assert.deepEqual(scan("x --arg gpt-4o b2"), ["gpt-4o: flag x --arg", "b2: operand x 0"]);
  });

  it("reads commands that a variable keeps", () => {
    assert.deepEqual(scan('RUN="python train.py --model a/b"'), ["a/b: flag train.py --model < assignment RUN"]);
    assert.deepEqual(scan('RUN="accelerate launch --n 1 \\\n  train.py \\\n  --model a/b"'), [
      "a/b: flag train.py --model < assignment RUN",
    ]);
    assert.deepEqual(scan('RUN="ollama run llama3.2"'), ["llama3.2: operand ollama run 0 < assignment RUN"]);
    for (const text of ["Use --model a/b to choose", "python runs a/b", "ollama is a program", "echo --model a/b"]) {
      assert.ok(!scan(`TEXT="${text}"`).some((line) => line.startsWith("a/b: flag") || line.includes("operand")), text);
    }
  });

  it("takes no dataset or Space of the hub for a model", () => {
    assert.deepEqual(scan("hf download a/b --repo-type dataset --local-dir c/d"), []);
    assert.deepEqual(scan("huggingface-cli download --repo-type=space a/b"), []);
    assert.deepEqual(scan("hf download --repo-type model a/b"), ["model: flag hf download --repo-type", "a/b: operand hf download 0"]);
  });

  it("reads code that an interpreter is given", () => {
    assert.deepEqual(scan("python -c \"from x import F; F('a/b')\""), ["a/b: argument F 0"]);
    assert.deepEqual(scan("Rscript -e 'pull(\"gpt-4o\")'"), ["gpt-4o: argument pull 0"]);
    assert.deepEqual(scan("node -e \"chat({ model: 'gpt-4o' })\""), ["gpt-4o: property model < argument chat 0"]);
    assert.deepEqual(programs("python3 -c 'import vllm'"), ["vllm"]);
    // a flag of the script
    assert.deepEqual(scan("python chat.py -c \"F('a/b')\""), []);
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
