import assert from "node:assert/strict";
import { hcl } from "../../../src/detect/formats/hcl.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("HCL", () => {
  it("names a default by its variable, and what it allows as a choice", () => {
    const candidates = assertMarked(
      hcl,
      `variable "chat_model" {
  type        = string
  description = "which one"
  default     = "«gpt-4o»" # gpt-4
  validation {
    condition     = contains(["«gpt-4o»", "«gpt-4o-mini»"], var.chat_model)
    error_message = "one of them"
  }
}
variable "models" { default = { small = "«a-1»", "big" : "«b-2»" } }
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: assignment chat_model",
      "gpt-4o: item 0 < declaration enum < assignment chat_model",
      "gpt-4o-mini: item 1 after gpt-4o < declaration enum < assignment chat_model",
      "a-1: property small < assignment models",
      "b-2: property big < assignment models",
    ]);
  });

  it("knows resources, nested blocks, lists, locals and files of values", () => {
    const candidates = assertMarked(
      hcl,
      `/* model = "gpt-4" */
resource "aws_bedrockagent_agent" "main" {
  foundation_model = "«a-1»" // gpt-4
  settings {
    model = "«b-2»"
  }
  all = [
    "«c-3»",
    { name = "«d-4»" },
  ]
  body = jsonencode({ modelId = "«e-5»" })
}
locals {
  model = var.x == "«f-6»" ? "«g-7»" : "«h-8»"
}
module "rag" {
  model = coalesce(var.model, "«i-9»")
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property foundation_model < property aws_bedrockagent_agent",
      "b-2: property model < property settings < property aws_bedrockagent_agent",
      "c-3: item 0 < property all < property aws_bedrockagent_agent",
      "d-4: property name < item 1 after c-3 < property all < property aws_bedrockagent_agent",
      "e-5: property modelId < property body < property aws_bedrockagent_agent",
      "f-6: comparison < assignment model",
      "g-7: assignment model",
      "h-8: assignment model",
      "i-9: fallback model < property model < property module",
    ]);
    assert.deepEqual(inContext(assertMarked(hcl, 'model = "«x-1»"\n')), ["x-1: assignment model"]);
  });

  it("reads the end of an ARN whose beginning is a template, and no other template", () => {
    const candidates = assertMarked(
      hcl,
      `resource "aws_iam_policy" "p" {
  arn = "arn:aws:bedrock:\${var.region}::foundation-model/«anthropic.claude-3-haiku-20240307-v1:0»"
  any = "arn:aws:bedrock:\${var.region}::foundation-model/*"
  name = "\${var.prefix}-gpt-4o"
  esc = "$\${x}"
}
`,
    );
    assert.deepEqual(inContext(candidates), ["anthropic.claude-3-haiku-20240307-v1:0: property arn < property aws_iam_policy"]);
  });

  it("decodes escapes, and ends a string with its line", () => {
    const { candidates } = hcl.detect('model = "gpt\\u002d4o"\nother = "x\\\nmodel = "gpt-4"\n');
    assert.deepEqual(
      candidates.map(({ text, range }) => [text, range.start, range.end]),
      [
        ["gpt-4o", 9, 20],
        ["gpt-4", 43, 48],
      ],
    );
  });

  it("passes over what is nested too deep, and goes on behind it", () => {
    const nested = `${"[".repeat(10_001)}"gpt-4o", { model = "gpt-4o" \n }${"]".repeat(10_001)}`;
    const { candidates } = hcl.detect(`a "b" {\n c = { d = ${nested}, model = "phi3" }\n model = "llama3"\n}\n`);
    assert.deepEqual(inContext(candidates), ["phi3: property model < property c < property a", "llama3: property model < property a"]);
  });

  it("reads here-documents by what they are", () => {
    const candidates = assertMarked(
      hcl,
      `resource "x" "y" {
  user_data = <<-EOT
    #!/bin/bash
    ollama pull «llama3»
  EOT
  policy = <<EOF
{ "model": "«a-1»" }
EOF
  values = [<<EOF
model: «b-2»
EOF
  ]
  text = <<EOF
model: gpt-4
EOF
  model = "«c-3»"
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "llama3: operand ollama pull 0 < property user_data < property x",
      "a-1: property model < property policy < property x",
      "b-2: property model < item 0 < property values < property x",
      "c-3: property model < property x",
    ]);
  });

  it("reads a here-document that is a mapping or ends with the word for one, and JSON in quotes", () => {
    const candidates = assertMarked(
      hcl,
      `locals {
  proxy = <<EOT
models:
  - model: «a-1»
EOT
  chart = <<YAML
model: «b-2»
YAML
  note = <<EOT
The model: c-3
EOT
  body = "{\\"n\\": 1, \\"model\\": \\"«d-4»\\"}"
  form = "{\\"model\\": \\"\${var.model}-5\\"}"
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < item 0 < property models < assignment proxy",
      "b-2: property model < assignment chart",
      "d-4: property model < assignment body",
    ]);
  });

  it("reads the files that a script writes, and settings that have a name and a value", () => {
    const candidates = assertMarked(
      hcl,
      `locals {
  user_data = <<-EOF
    #!/bin/bash
    cat > /etc/litellm.yaml <<YAML
    model: «a-1»
    YAML
    cat <<TEXT
    model: no-1
    TEXT
    ollama pull «b-2»
  EOF
}
resource "helm_release" "ollama" {
  set {
    name  = "ollama.models.pull[0]"
    value = "«c-3»"
  }
  set {
    name  = "«model_color»"
    value = "«d-4»"
  }
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model",
      "b-2: operand ollama pull 0 < assignment user_data",
      "c-3: assignment ollama.models.pull[0] < property value < property set < property helm_release",
      "model_color: property name < property set < property helm_release",
      "d-4: property value < property set < property helm_release",
    ]);
  });
});
