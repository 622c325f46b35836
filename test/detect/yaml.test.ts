import assert from "node:assert/strict";
import fc from "fast-check";
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, stringify } from "yaml";
import { yaml } from "../../src/detect/formats/yaml.ts";
import { plausible } from "../../src/detect/plausible.ts";
import { assertLinear, assertMarked, assertSound, contextText, fragments, inContext } from "./candidates.ts";

/** Every scalar value that could be a name, as the yaml library sees it: `start-end path value`. Block scalars are no values here. */
function expected(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (isMap(node)) {
      for (const pair of node.items) if (isPair(pair)) visit(pair.value, [...path, keyText(pair.key)]);
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    } else if (
      isScalar(node) &&
      !isAlias(node) &&
      node.range &&
      (node.type === "PLAIN" || node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE")
    ) {
      const value = node.type === "PLAIN" ? (node.source ?? "") : String(node.value);
      const quote = node.type === "PLAIN" ? 0 : 1;
      if (plausible(value)) found.push(`${node.range[0] + quote}-${node.range[1] - quote} ${path.join("/")} ${value}`);
    }
  };
  for (const document of parseAllDocuments(text, { keepSourceTokens: true, merge: false, version: "1.2" })) {
    assert.deepEqual(document.errors, [], text);
    visit(document.contents, []);
  }
  return found;
}

function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : String(key);
}

function found(text: string): readonly string[] {
  return yaml.detect(text).candidates.map(({ text: value, range, context }) => {
    const path = [...context]
      .reverse()
      .flatMap((frame) => (frame.kind === "property" ? [frame.key] : frame.kind === "item" ? [String(frame.index)] : []));
    return `${range.start}-${range.end} ${path.join("/")} ${value}`;
  });
}

const realistic: readonly string[] = [
  `# training
model_name_or_path: meta-llama/Llama-3.1-8B   # the base
template: llama3
stages: [sft, dpo]   # in order
lora: {rank: 8, target: all, "alpha": 16.0, modules: [q_proj, v_proj]}
learning_rate: 1.0e-4
empty:
nothing: ~
'quoted ''key''': 'it''s'
"k\\u0065y": "caf\\u00e9-x" # comment
`,
  `defaults: &defaults
  provider: openai
  model: &m gpt-4o
agents:
- name: first
  <<: *defaults
  model: *m
  tags: !!set
    ? tag-one
    ? tag-two
- &second
  name: second
  model: !custom claude-3-opus
-
  name: third
  steps:
  - - nested-one
    - nested-two
  - - nested-three
...
---
other: document-two
--- third-document
`,
  `list:
  - plain text with
    a second line
  - "double quoted
     over lines"
  - single-line
  - 'with # hash'
  - no#comment
  - url: http://x/y#z
  -   deep:   spaced-value
  - a: b-one
    c:
      - d-one
      -
        - e-one
long: >-
  folded text
  gpt-4o
literal: |2
    indented
   less
after: block-value
last: value-end`,
  `{
  "json": ["inside-yaml", {"a":"b-two"}, [one-x, two-x,],
    # a comment
    'three-x'],
  pair-list: [key-one: value-one, "k":v-two, plain],
  multi-line: [first
    second, third-x]
}
`,
  "? explicit-key\n: name: one-x\n  other: two-x\n? second\n: - three-x\n  - four-x\n? third\n:\n  five-x\n",
  "crlf: one-x\r\nlist:\r\n  - two-x\r\n  - 'three-x'\r\nflow: [four-x,\r\n  five-x]\r\nblock: |\r\n  text\r\n\r\nend: six-x\r\n",
  'emoji: "😀"\nnext: after-emoji # 😀\nkey 😀 x: value-é\nplain: gpt-4o\n',
];

describe("YAML", () => {
  it("finds the scalars that the yaml library finds, at the same place and path", () => {
    for (const text of realistic) {
      const all = expected(text);
      assert.ok(all.length > 3 || text.startsWith("emoji"));
      assert.deepEqual(found(text), all, text);
    }
  });

  it("finds what the library finds in what the library writes", () => {
    const scalar = fc.constantFrom(
      "gpt-4o",
      "a/b",
      "two words",
      "",
      "true",
      "12",
      "# no",
      "a: b",
      "it's",
      'q"q',
      "llama3:8b",
      "multi\nline\ntext",
      "- x",
      "é",
      "😀x",
      "~x",
      "x #y",
      "[x",
      "{y",
      "&z",
      "*w",
      "!v",
      "%u",
      "@t",
      "`s",
    );
    const key = fc.constantFrom("model", "a", "b c", "it's", "é", "x:y", "list", "-", "12", "k#");
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        scalar,
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(key, tie("node"), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(
        fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }),
        fc.record({
          indent: fc.constantFrom(2, 4),
          indentSeq: fc.boolean(),
          lineWidth: fc.constantFrom(0, 20),
          collectionStyle: fc.constantFrom("any" as const, "flow" as const),
          defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
        }),
        (value, options) => {
          const text = stringify(value, options);
          assert.deepEqual(found(text), expected(text), text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("names the list element before, and what surrounds a value", () => {
    const candidates = assertMarked(yaml, "models:\n  - «gpt-4o»\n  - name: «phi3»\n  - «qwen3»\n");
    assert.deepEqual(candidates.map(contextText), [
      "item 0 < property models",
      "property name < item 1 after gpt-4o < property models",
      "item 2 < property models",
    ]);
  });

  it("reads compose files: images, commands, environments", () => {
    const candidates = assertMarked(
      yaml,
      `services:
  a:
    image: ghcr.io/vllm/vllm-openai:v0.9
    command: --model «a/b» --port 1
    environment:
      - MODEL=«gpt-4o»
      - "OTHER=\${OTHER:-«phi3»}"
  b:
    image: "ollama/ollama"
    entrypoint: ["/bin/sh", "-c", "ollama pull «llama3»"]
    environment:
      MODEL: \${MODEL:-\${B:-«qwen3»}}
      PLAIN: $PLAIN
  c:
    command:
      - vllm
      - serve
      - «c/d»
      - --tokenizer=«e/f»
    build:
      args: [MODEL=«bge-m3»]
`,
    );
    assert.deepEqual(
      candidates.map((candidate) => contextText(candidate).replace(/ < property \w+ < property services$/, "")),
      [
        "flag vllm serve --model < property command",
        "assignment MODEL < item 0 < property environment",
        "fallback OTHER < assignment OTHER < item 1 after MODEL=gpt-4o < property environment",
        "operand ollama pull 0 < item 2 after -c < property entrypoint",
        "fallback B < fallback MODEL < property MODEL < property environment",
        "operand vllm serve 0 < item 2 after serve < property command",
        "flag vllm serve --tokenizer < item 3 after c/d < property command",
        "assignment MODEL < item 0 < property args < property build < property c < property services",
      ].map((text) => text.replace(/ < property \w+ < property services$/, "")),
    );
    assert.deepEqual(yaml.detect("image: vllm/vllm-openai:1\n").modules, ["vllm/vllm-openai"]);
  });

  it("reads Kubernetes: a command and its arguments, variables by name", () => {
    const candidates = assertMarked(
      yaml,
      `containers:
- image: lmsysorg/sglang
  command: ["/bin/sh", "-c"]
  args:
  - |
    vllm serve «a/b» \\
      --tokenizer «c/d»
  env:
  - name: «MODEL_ID»
    value: «e/f»
`,
    );
    assert.deepEqual(
      candidates.map((candidate) => contextText(candidate).replace(" < item 0 < property containers", "")),
      [
        "operand vllm serve 0 < item 0 < property args",
        "flag vllm serve --tokenizer < item 0 < property args",
        "property name < item 0 < property env",
        "assignment MODEL_ID < property value < item 0 < property env",
      ],
    );
  });

  it("reads GitHub Actions: expressions and scripts", () => {
    const candidates = assertMarked(
      yaml,
      `steps:
- run: |
    # ollama pull x1
    ollama pull «phi3»
    MODEL=«qwen3» ./x.sh
- run: ollama run «llama3»
- with:
    model: \${{ vars.M || '«gpt-4o»' }}
    other: \${{ github.event.inputs.model == '«gpt-4»' && '«o1-mini»' || "«o3-mini»" }}
    third: \${{ secrets.KEY }}
`,
    );
    assert.deepEqual(
      candidates.map((candidate) => contextText(candidate).replace(/ < (property with < )?item \d < property steps$/, "")),
      [
        "operand ollama pull 0 < property run",
        "assignment MODEL < property run",
        "operand ollama run 0 < property run",
        "fallback M < property model",
        "comparison < property other",
        "fallback null < property other",
        "fallback null < property other",
      ],
    );
  });

  it("takes defaults only from templates", () => {
    const candidates = assertMarked(
      yaml,
      `{{- if .Values.a }}
a: {{ .Values.model.name | default "«gpt-4o»" | quote }}
b: "{{ default \\"«phi3»\\" .Values.b }}"
c: {{ .Values.c }}
{{- end }}
d: {{ model | default('«qwen3»') }}
e: "org/{{ name }}"
{% for x in y %}
f: [{{ .Values.f }}, «llama3»]
g: \${spring.model:«bge-m3»}
`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "fallback model.name < property a",
      "fallback b < property b",
      "fallback model < property d",
      "item 1 after {{ .Values.f }} < property f",
      "fallback spring.model < property g",
    ]);
  });

  it("scans lists of scripts, folded commands and files inside the file", () => {
    const candidates = assertMarked(
      yaml,
      `script:
  - ollama pull «phi3»
  - |
    ollama pull «qwen3»
command: >
  vllm serve «a/b»
  --tokenizer «c/d»
args: vllm
  serve «e/f»
prose: |
  gpt-4o is a model
config.yaml: |
  model_list:
    - model: «gpt-4o»
`,
    );
    assert.equal(contextText(candidates[5]), "property model < item 0 < property model_list");
  });

  it("reads JSON and YAML in blocks, and no prose that begins with a bracket", () => {
    const candidates = assertMarked(
      yaml,
      `environment:
  MODELS: >
    [
      { "id": "«a-1»", "tags": ["x y"] },
      {"id": "«b-2»"}
    ]
  REQUEST: |
    {"model": "«c-3»"}
  NOTE: |
    [see b-2] "c-3"
  TEMPLATE: |
    {{ if "d-4" }}
spec:
  serveConfigV2: |
    applications:
      - args:
          model: «e-5»
  other: |
    model: e-5
  targets: |
    # of tuning
    enabled: true
    a/b@2.0:
      base_model: «org/f-6»
  note: |
    prose: of a model
    model: like f-6, and so on
  Modelfile: |
    FROM «llama3.2»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property id < item 0 < property MODELS < property environment",
      "b-2: property id < item 1 < property MODELS < property environment",
      "c-3: property model < property REQUEST < property environment",
      "e-5: property model < property args < item 0 < property applications",
      "org/f-6: property base_model < property a/b@2.0 < property targets < property spec",
      "llama3.2: instruction FROM",
    ]);
  });

  it("reads the JSON in a scalar, and no answer of a server", () => {
    const candidates = assertMarked(
      yaml,
      `environment:
  REQUEST: '{"model": "«a-1»", "note": "it''s"}'
  ESCAPED: "{\\"model\\": \\"«b-2»\\", \\"other\\": \\"\${NAME:-«c-3»}\\"}"
  MODELS: '["«d-4»", "«e-5»"]'
  PEOPLE: '["d-4", "e-5"]'
  ANSWER: '{"id": "chatcmpl-1", "model": "d-4", "choices": []}'
  TEMPLATE: "{{ if d-4 }}"
list:
  - BODY={"model":"«f-6»"}
  - "MODELS=[\\"«g-7»\\"]"
  - {name: X, value: '{"model": "«h-8»"}'}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < property REQUEST < property environment",
      "b-2: property model < property ESCAPED < property environment",
      "c-3: fallback NAME < property other < property ESCAPED < property environment",
      "d-4: item 0 < property MODELS < property environment",
      "e-5: item 1 after d-4 < property MODELS < property environment",
      "f-6: property model < assignment BODY < item 0 < property list",
      'g-7: item 0 < assignment MODELS < item 1 after BODY={"model":"f-6"} < property list',
      'h-8: property model < property value < item 2 after MODELS=["g-7"] < property list',
    ]);
    assertLinear(yaml, 'a: \'{"b": "c-1"}\'\n');
    assertLinear(yaml, "models: '[\"c-1\"]'\n");
    assertLinear(yaml, '- X={"b":"c-1"}\n');
  });

  it("reads the functions that a template of CloudFormation holds, in Python and JavaScript", () => {
    const candidates = assertMarked(
      yaml,
      `Resources:
  A:
    Properties:
      Code:
        ZipFile: |
          import boto3
          # model = "no-1"
          MODEL = "«a-1»"
  B:
    Properties:
      Code:
        ZipFile: !Sub |
          const aws = require("aws");
          // const model = "no-2";
          exports.handler = async () => ask({ model: "«b-2»" });
  C:
    Text: |
      MODEL = "no-3"
`,
    );
    assert.deepEqual(inContext(candidates), ["a-1: assignment MODEL", "b-2: property model < argument ask 0 < assignment exports.handler"]);
  });

  it("reads the files that a script writes, and the requests that it sends", () => {
    const candidates = assertMarked(
      yaml,
      `jobs:
  test:
    steps:
      - run: |
          cat > litellm.yaml <<EOF
          model_list:
          - litellm_params:
              model: «a-1»
          EOF
          curl "$URL" -d @- <<'EOF'
          {"model": "«b-2»"}
          EOF
          cat <<EOF
          model: no-1
          EOF
          cat << EOF >> .env
          CHAT_MODEL=«c-3»
          EOF
script:
  - |
    cat > config.json <<EOF
    { "model": "«d-4»" }
    EOF
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < property litellm_params < item 0 < property model_list",
      "b-2: property model",
      "c-3: assignment CHAT_MODEL",
      "d-4: property model",
    ]);
  });

  it("gives a setting's value to what it is called", () => {
    const candidates = assertMarked(
      yaml,
      "parameters:\n  - name: «embedding_model»\n    value: «a-1»\n  - name: «model-7»\n    value: «b-2»\n",
    );
    assert.deepEqual(inContext(candidates), [
      "embedding_model: property name < item 0 < property parameters",
      "a-1: assignment embedding_model < property value < item 0 < property parameters",
      "model-7: property name < item 1 < property parameters",
      "b-2: property value < item 1 < property parameters",
    ]);
  });

  it("gives a container's shell what stands in its command", () => {
    const candidates = assertMarked(
      yaml,
      `services:
  pull:
    image: ollama/ollama
    entrypoint: /bin/sh
    command:
      - "-c"
      - "sleep 3; ollama pull «llama3.2:1b»; ollama pull «nomic-embed-text»"
`,
    );
    assert.deepEqual(
      inContext(candidates).map((line) => line.replace(/ < .*/, "")),
      ["llama3.2:1b: operand ollama pull 0", "nomic-embed-text: operand ollama pull 0"],
    );
  });

  it("goes on after what is being typed", () => {
    assertMarked(yaml, `a: "gpt-4o\nb: «phi3»\nc: [«qwen3», {d: x1\ne: «llama3»\nf: 'gpt\n- «bge-m3»\n`);
    assertMarked(yaml, "a:\n\t- «gpt-4o»\n\tb: «phi3»\na: «qwen3»\n");
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(yaml, parts.join(""))),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => assertSound(yaml, text)),
      { numRuns: 200 },
    );
  });

  it("keeps the innermost layers only", () => {
    const [candidate] = yaml.detect(`${"[".repeat(10_000)}gpt-4o`).candidates;
    assert.equal(candidate, undefined);
    const [closed] = yaml.detect(`${"[".repeat(10_000)}gpt-4o]`).candidates;
    assert.equal(closed?.text, "gpt-4o");
    assert.equal(closed.context.length, 16);
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of [
      '"',
      "'",
      "[",
      "{",
      "{{",
      "- ",
      "? ",
      "a: ",
      "a:\n",
      'a: "\n',
      "a: 'x\n \"",
      "a: |\n",
      "a: b\n\n\n",
      "a: b\n  c\n",
      "A=b\n",
      "a: [x\n",
      "[a: b, ",
      "--- - ",
      "&a ",
      "#",
      "${a:-",
      "args: [",
      "run: |\n  x y\n",
      "run: |\n  cat <<E\n",
      "a: |\n  [\n",
      "{{ ' }}",
      "script:\n- a b\n",
    ]) {
      assertLinear(yaml, repeated);
    }
    let deep = "";
    for (let depth = 0; depth < 300; depth++) deep += `${" ".repeat(depth)}a:\n`;
    assertLinear(yaml, deep);
  });
});
