import { type Mark, type MarkedText, shows } from "./marks.ts";

/**
 * Settings that are written for one model and wrong for another, by the documentation of who reads them: Axolotl, LLaMA-Factory, TRL, Unsloth,
 * mergekit, vLLM, llama.cpp, Ollama. A setting that says "the model's own" (`tokenizer_default`) or "all of them" ties nothing.
 */
export const tiedMarks: readonly (Mark & { readonly words: string })[] = [
  {
    words: "the chat template set here",
    stems: ["template", "_part"],
    mark: /^[ \t]*(?:chat_template|template)[ \t]*:[ \t]*(?!tokenizer_default)[^\s#]|^[ \t]*TEMPLATE\s|--(?:chat-)?template\b|\bchat_template[ \t]*=|\b(?:instruction|response)_part[ \t]*=/m,
  },
  {
    words: "the special tokens set here",
    stems: ["special_tokens", "PARAMETER", "eos_token", "pad_token", "bos_token"],
    mark: /^[ \t]*special_tokens[ \t]*:|\badd_special_tokens\(|^[ \t]*PARAMETER[ \t]+stop\s|\b(?:eos|pad|bos)_token["']?[ \t]*[=:][ \t]*["'][<[]/m,
  },
  {
    words: "the LoRA target modules",
    stems: ["lora_target", "target_modules", "modules_to_save"],
    mark: /\b(?:lora_target_modules|target_modules|lora_target|modules_to_save)["']?[ \t]*[=:](?![ \t]*["']?all)|--(?:lora_target|target_modules)[ \t]+(?!all)\w/,
  },
  {
    words: "the adapter, which was trained on this base",
    stems: ["ADAPTER", "adapter_name_or_path", "lora_model_dir", "peftmodel", "lora-modules"],
    mark: /^[ \t]*ADAPTER\s|\b(?:adapter_name_or_path|lora_model_dir)["']?[ \t]*[=:]|\bPeftModel\.from_pretrained\(|--lora-modules\b/m,
  },
  {
    words: "the classes of the model's architecture that are named here",
    stems: ["model_type", "tokenizer_type", "layer_cls_to_wrap", "_derived_model"],
    mark: /^[ \t]*(?:model_type|tokenizer_type)[ \t]*:[ \t]*(?!Auto)\w+(?:ForCausalLM|Tokenizer|TokenizerFast)\b|\btransformer_layer_cls_to_wrap["']?[ \t]*[=:]|_transformer_layer_cls_to_wrap["']?[ \t]*[=:]|\bis_(?:llama|mistral|qwen|falcon)_derived_model[ \t]*:/m,
  },
  { words: "the layer ranges, which are the architecture's", stems: ["layer_range"], mark: /\blayer_range["']?[ \t]*:/ },
  {
    words: "the revision, which is one of the old repository",
    stems: ["revision"],
    mark: /\b(?:revision|base_model_revision|revision_of_model)["']?[ \t]*[=:][ \t]*(?:["'](?!main\b)[\w./-]|(?!main\b|[nN]one\b|null\b|self\b|args\b)[0-9a-f]{7,40}\b)|--revision[ =](?!main\b)/,
  },
  { words: "the file chosen with --hf-file", stems: ["--hf-file", "-hff"], mark: /--hf-file\b|(?:^|\s)-hff\s/ },
  {
    words: "the quantisation method (--quantization)",
    stems: ["quantization"],
    mark: /--quantization[ =](?!bitsandbytes|fp8)|\bquantization[ \t]*=[ \t]*["'](?:awq|gptq)/,
  },
  {
    words: "the RoPE scaling set here",
    stems: ["rope-scaling", "hf-overrides", "rope_scaling"],
    mark: /--(?:rope-scaling|hf-overrides)\b|^[ \t]*rope_scaling[ \t]*:/m,
  },
  { words: "the tool-call parser (--tool-call-parser)", stems: ["--tool-call-parser"], mark: /--tool-call-parser\b/ },
  { words: "the reasoning parser (--reasoning-parser)", stems: ["--reasoning-parser"], mark: /--reasoning-parser\b/ },
];

/** Settings of a document that hang on the model it names, in words. */
export function tiedSettingsIn(text: MarkedText): readonly string[] {
  return tiedMarks.filter((each) => shows(text, each)).map(({ words }) => words);
}
