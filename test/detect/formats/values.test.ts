import assert from "node:assert/strict";
import { json } from "../../../src/detect/formats/json.ts";
import { shell } from "../../../src/detect/formats/shell.ts";
import { yaml } from "../../../src/detect/formats/yaml.ts";
import { assertLinear, assertMarked, inContext } from "../candidates.ts";

describe("values of configuration", () => {
  it("knows a container's image by its registry", () => {
    assertMarked(
      yaml,
      `a: ghcr.io/acme/gpt-4:latest
b: docker.io/library/llama3:8b
c: 123.dkr.ecr.us-east-1.amazonaws.com/gpt-4:1
d: «docker.io/ai/gemma3»
e: «hf.co/org/name»
`,
    );
  });

  it("takes what a package is about for no choice", () => {
    assertMarked(json, '{"keywords": ["gpt-4", "llama"], "tags": "llama-3", "models": ["«gpt-4»"]}');
  });

  it("finds the model in the settings of a connection", () => {
    const candidates = assertMarked(
      json,
      `{"ConnectionStrings": {
  "chat": "Endpoint=https://x.openai.azure.com/;Key=k;Model=«gpt-4o»;Provider=openai",
  "other": "Endpoint=https://x/;AccessKey=\${KEY};Deployment=«my-chat»",
  "none": "Server=a;Model=gpt-4o",
  "table": "Endpoint=https://x/;Key=k;ModelName=gpt-4o"
}}`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: property Model < property chat < property ConnectionStrings",
      "my-chat: address azure < property other < property ConnectionStrings",
    ]);
  });

  it("finds the model in the last piece of a joined ARN, and nothing in other pieces", () => {
    const candidates = assertMarked(
      json,
      `{"FoundationModel": {"Fn::Join": ["", ["arn:", {"Ref": "«AWS::Partition»"}, ":bedrock:us-east-1::foundation-model/«amazon.nova-pro-v1:0»"]]},
"Bucket": {"Fn::Join": ["", ["arn:", ":s3:::foundation-model-data/a-1"]]}, "other": ":8080/a-1"}`,
    );
    assert.equal(inContext(candidates)[1], "amazon.nova-pro-v1:0: property FoundationModel");
    const [short] = assertMarked(yaml, 'FoundationModel: !Join ["", [":bedrock:us-east-1::foundation-model/«amazon.nova-pro-v1:0»"]]\n');
    assert.deepEqual(inContext(short === undefined ? [] : [short]), ["amazon.nova-pro-v1:0: property FoundationModel"]);
  });

  it("reads a model's arguments in one text", () => {
    const candidates = assertMarked(yaml, "model_args: pretrained=«org/one»,dtype=«float16»\nother: a=b\n");
    assert.deepEqual(inContext(candidates), [
      "org/one: property pretrained < property model_args",
      "float16: property dtype < property model_args",
    ]);
  });

  it("reads templates before YAML's quotes and the shell's words", () => {
    const candidates = assertMarked(
      yaml,
      `args: ["--model", "{{ .Values.model | default "«org/one»" }}", "--port", "1"]
run: vllm serve {{ .Values.name | default "«org/two»" }} --tokenizer "{{ .Values.tokenizer | default "«org/three»" }}"
plain: "{{ a" # }} "x"
last: "«gpt-4o»"
`,
    );
    assert.deepEqual(
      inContext(candidates).map((line) => line.split(" < ").slice(0, 2).join(" < ")),
      [
        "org/one: fallback model < flag  --model",
        "org/two: fallback name < operand vllm serve 0",
        "org/three: fallback tokenizer < flag vllm serve --tokenizer",
        "gpt-4o: property last",
      ],
    );
  });

  it("reads JBoss's expressions, which ask for several variables in turn", () => {
    const candidates = assertMarked(yaml, `a: \${org.acme.chat,env.CHAT_MODEL:«a-1»}\nb: \${A,B:b-2}\n`);
    assert.deepEqual(inContext(candidates), ["a-1: fallback env.CHAT_MODEL < property a"]);
  });

  it("takes linear time where templates and nesting do not end", () => {
    for (const text of ['a: "{{', '"{{ " }}', "{{ ", 'a: ["{{" , ', "{{\n", '{{ "']) assertLinear(yaml, text);
    for (const text of ["{{", '"{{', "{{ }} ", '{{ "\n']) assertLinear(shell, text);
  }).timeout(60_000);
});
