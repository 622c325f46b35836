import assert from "node:assert/strict";
import { createMarkFinder } from "../../src/identify/marks.ts";
import { tiedMarks, tiedSettingsIn } from "../../src/identify/tiedSettings.ts";

const find = createMarkFinder(tiedMarks);

const template = "the chat template set here";
const tokens = "the special tokens set here";
const targets = "the LoRA target modules";
const classes = "the classes of the model's architecture that are named here";
const revision = "the revision, which is one of the old repository";

describe("settings that hang on the model", () => {
  const cases: readonly (readonly [source: string, ...words: string[]])[] = [
    ["base_model: x/y\nchat_template: llama3\n", template],
    ["base_model: x/y\nchat_template: tokenizer_default\n"],
    ["model_name_or_path: x/y\ntemplate: llama3\n", template],
    ["llamafactory-cli train --template qwen", template],
    ["spec:\n  template:\n    metadata: {}\n"],
    ['special_tokens:\n  pad_token: "<|end_of_text|>"\n', tokens],
    ["lora_target: all\n"],
    ["lora_target: q_proj,v_proj\n", targets],
    ["lora_target_modules:\n  - q_proj\n", targets],
    ["lora_target_linear: true\n"],
    ['LoraConfig(target_modules="all-linear")'],
    ['LoraConfig(target_modules=["q_proj"])', targets],
    ["model_type: LlamaForCausalLM\n", classes],
    ["model_type: AutoModelForCausalLM\n"],
    ["fsdp_config:\n  fsdp_transformer_layer_cls_to_wrap: LlamaDecoderLayer\n", classes],
    ["sources:\n  - model: x/y\n    layer_range: [0, 32]\n", "the layer ranges, which are the architecture's"],
    ['from_pretrained("x/y", revision="3fa1b2c")', revision],
    ['from_pretrained("x/y", revision="main")'],
    ["vllm serve x/y --revision 3fa1b2c", revision],
    ["llama-cli --hf-repo x/y --hf-file y-Q4_K_M.gguf", "the file chosen with --hf-file"],
    ["vllm serve x/y --quantization awq", "the quantisation method (--quantization)"],
  ];

  for (const [source, ...words] of cases) {
    it(`${source.trim().replace(/\s+/g, " ")}: ${words.join(", ") || "nothing"}`, () => {
      assert.deepEqual(tiedSettingsIn(find(source)), words);
    });
  }

  it("are found in linear time in whatever text", () => {
    for (const piece of [" ", "\t\n", "template", "template: ", "revision=", "revision = ", '"', "target_modules ", "model_type: a"]) {
      const text = piece.repeat(200_000 / piece.length);
      const before = process.cpuUsage();
      tiedSettingsIn(find(text));
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 1_000_000, `${JSON.stringify(piece)} takes ${(user + system) / 1000} ms`);
    }
  });
});
