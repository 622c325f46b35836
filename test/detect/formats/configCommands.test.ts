import assert from "node:assert/strict";
import { bicep } from "../../../src/detect/formats/bicep.ts";
import { hcl } from "../../../src/detect/formats/hcl.ts";
import { json } from "../../../src/detect/formats/json.ts";
import { yaml } from "../../../src/detect/formats/yaml.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("commands that run a model", () => {
  it("are told by their program, whatever their key", () => {
    const commands = `cli: "vllm serve «a/b-7b»\n  --port 1"\nserver: vllm serve --model '«a/c-8b»'\nstart: /usr/bin/ollama run «llama3:8b»\n`;
    assert.deepEqual(inContext(assertMarked(yaml, commands)), [
      "a/b-7b: operand vllm serve 0 < property cli",
      "a/c-8b: flag vllm serve --model < property server",
      "llama3:8b: operand ollama run 0 < property start",
    ]);
    assertMarked(
      yaml,
      "note: vllm serve starts the server\nhelp: ollama pull fetches a model, such as llama3:8b\nhint: use ollama run llama3:8b\n",
    );
  });
});

describe("keys of command lines", () => {
  it("are those of Ansible, of launchSettings.json, and of Terraform's provisioners", () => {
    const pulls = (text: string): string => inContext(assertMarked(text.startsWith("{") ? json : yaml, text)).join();
    assert.equal(pulls("shell: ollama pull «mistral»\n"), "mistral: operand ollama pull 0 < property shell");
    assert.match(pulls('{"commandLineArgs": "--model «a-1»"}'), /^a-1: flag {2}--model < property commandLineArgs/);
    const inHcl = inContext(assertMarked(hcl, 'provisioner "remote-exec" {\n  inline = ["set -e", "ollama pull «mistral»"]\n}\n'));
    assert.match(inHcl.join(), /^mistral: operand ollama pull 0/);
  });
});

describe("keys of lists of scripts", () => {
  it("are those that end in commands", () => {
    for (const key of ["commands", "build_commands", "postStartCommands"]) {
      const candidates = assertMarked(yaml, `${key}:\n- set -e\n- sh -c "A=$(cat x) ollama pull «llama3:8b»"\n`);
      assert.deepEqual(inContext(candidates), [`llama3:8b: operand ollama pull 0 < item 1 after set -e < property ${key}`]);
    }
    assertMarked(yaml, `notes:\n- set -e\n- sh -c "A=$(cat x) ollama pull llama3:8b"\n`);
  });
});

describe("what a container is told to run", () => {
  it("is given to its image's program where that knows it, or it is a flag or a name", () => {
    const under = (image: string, command: string): readonly string[] =>
      inContext(assertMarked(yaml, `a:\n  image: ${image}\n  command: ${command}\n`)).map((line) => line.replace(/ < .*$/, ""));
    assert.deepEqual(under("vllm/vllm-openai", '["«a/b-7b»", "--port", "1"]'), ["a/b-7b: operand vllm serve 0"]);
    assert.deepEqual(under("ollama/ollama", '["pull", "«llama3»"]'), ["llama3: operand ollama pull 0"]);
    assert.deepEqual(under("vllm/vllm-openai", '["uvicorn", "--reload"]'), []);
    assert.deepEqual(under("vllm/vllm-openai", '["tini", "--", "/run.sh"]'), []);
    assert.deepEqual(under("vllm/vllm-openai", '["/usr/bin/python3", "main-1"]'), []);
  });
});

describe("names with blanks between them", () => {
  it("are several where their key is of models and each has a number or an organisation", () => {
    const list = ["a:1b: item 0 < property Models", "c/d: item 1 after a:1b < property Models"];
    assert.deepEqual(inContext(assertMarked(yaml, "Models: «a:1b» «c/d»\n")), list);
    assert.deepEqual(inContext(assertMarked(json, '{"Models": "«a:1b»  «c/d» "}')), list);
    assertMarked(yaml, "models: a-1 and b-2\nnames: a-1 b-2\nmodel: a-1 b-2\n");
  });
});

describe("names with commas or semicolons between them", () => {
  it("are several where their key is of models", () => {
    const list = ["a-1: item 0 < property allowed_models", "b-2: item 1 after a-1 < property allowed_models"];
    assert.deepEqual(inContext(assertMarked(yaml, "allowed_models: «a-1», «b-2»\n")), list);
    assert.deepEqual(inContext(assertMarked(yaml, "allowed_models: «a-1»;«b-2»;\n")), list);
    assert.deepEqual(inContext(assertMarked(json, '{"allowed_models": "«a-1»,«b-2»"}')), list);
    assertMarked(yaml, 'names: a-1,b-2\nllm_notes: with a-1, and b-2\nmodels: "a-1, {{ b }}, c-3"\n');
  });
});

describe("what siblings say of a value", () => {
  it("names it by the setting of .NET that it is for", () => {
    const candidates = assertMarked(
      yaml,
      `env:
  - { name: «AzureOpenAIDeploymentName», value: «a-1» }
  - { name: «OpenAI__ChatModel», value: «b-2» }
  - { name: "«OpenAI:ModelId»", value: «c-3» }
`,
    );
    assert.deepEqual(
      inContext(candidates).filter((line) => /^\w-\d/.test(line)),
      [
        "a-1: assignment AzureOpenAIDeploymentName < property value < item 0 < property env",
        "b-2: assignment OpenAI__ChatModel < property value < item 1 < property env",
        "c-3: assignment OpenAI:ModelId < property value < item 2 < property env",
      ],
    );
    const [, inBicep] = assertMarked(bicep, "param env array = [{ name: '«AI_ChatDeploymentName»', value: '«a-1»' }]");
    assert.match(inContext(inBicep === undefined ? [] : [inBicep]).join(), /^a-1: assignment AI_ChatDeploymentName < property value/);
    const [, inHcl] = assertMarked(hcl, 'a "b" "c" {\n  env {\n    name = "«OpenAI__Model»"\n    value = "«a-1»"\n  }\n}\n');
    assert.match(inContext(inHcl === undefined ? [] : [inHcl]).join(), /^a-1: assignment OpenAI__Model < property value/);
  });

  it("names it by no other title", () => {
    const candidates = assertMarked(
      yaml,
      "rows:\n  - { name: «ViewModel», value: «a-1» }\n  - { name: «Title», value: «b-2» }\n  - { name: «Modelling», value: «c-3» }\n",
    );
    assert.deepEqual(
      inContext(candidates).filter((line) => /^\w-\d/.test(line)),
      [
        "a-1: property value < item 0 < property rows",
        "b-2: property value < item 1 < property rows",
        "c-3: property value < item 2 < property rows",
      ],
    );
  });
});
