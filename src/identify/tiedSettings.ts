/**
 * Settings that are written for one model and wrong for another, by the documentation of who reads them: Axolotl, LLaMA-Factory, TRL, Unsloth,
 * mergekit, vLLM, llama.cpp, Ollama. A setting that says "the model's own" (`tokenizer_default`) or "all of them" ties nothing.
 */
const marks: readonly { readonly words: string; readonly mark: RegExp }[] = [
  {
    words: "the chat template set here",
    mark: /^[ \t]*(?:chat_template|template)[ \t]*:[ \t]*(?!tokenizer_default)[^\s#]|^[ \t]*TEMPLATE\s|--(?:chat-)?template\b|\bchat_template[ \t]*=|\b(?:instruction|response)_part[ \t]*=/m,
  },
  {
    words: "the special tokens set here",
    mark: /^[ \t]*special_tokens[ \t]*:|\badd_special_tokens\(|^[ \t]*PARAMETER[ \t]+stop\s|\b(?:eos|pad|bos)_token["']?[ \t]*[=:][ \t]*["'][<[]/m,
  },
  {
    words: "the LoRA target modules",
    mark: /\b(?:lora_target_modules|target_modules|lora_target|modules_to_save)["']?[ \t]*[=:](?![ \t]*["']?all)|--(?:lora_target|target_modules)[ \t]+(?!all)\w/,
  },
  {
    words: "the adapter, which was trained on this base",
    mark: /^[ \t]*ADAPTER\s|\b(?:adapter_name_or_path|lora_model_dir)["']?[ \t]*[=:]|\bPeftModel\.from_pretrained\(|--lora-modules\b/m,
  },
  {
    words: "the classes of the model's architecture that are named here",
    mark: /^[ \t]*(?:model_type|tokenizer_type)[ \t]*:[ \t]*(?!Auto)\w+(?:ForCausalLM|Tokenizer|TokenizerFast)\b|\btransformer_layer_cls_to_wrap["']?[ \t]*[=:]|_transformer_layer_cls_to_wrap["']?[ \t]*[=:]|\bis_(?:llama|mistral|qwen|falcon)_derived_model[ \t]*:/m,
  },
  { words: "the layer ranges, which are the architecture's", mark: /\blayer_range["']?[ \t]*:/ },
  {
    words: "the revision, which is one of the old repository",
    mark: /\b(?:revision|base_model_revision|revision_of_model)["']?[ \t]*[=:][ \t]*(?:["'](?!main\b)[\w./-]|(?!main\b|[nN]one\b|null\b|self\b|args\b)[0-9a-f]{7,40}\b)|--revision[ =](?!main\b)/,
  },
  { words: "the file chosen with --hf-file", mark: /--hf-file\b|(?:^|\s)-hff\s/ },
  {
    words: "the quantisation method (--quantization)",
    mark: /--quantization[ =](?!bitsandbytes|fp8)|\bquantization[ \t]*=[ \t]*["'](?:awq|gptq)/,
  },
  { words: "the RoPE scaling set here", mark: /--(?:rope-scaling|hf-overrides)\b|^[ \t]*rope_scaling[ \t]*:/m },
  { words: "the tool-call parser (--tool-call-parser)", mark: /--tool-call-parser\b/ },
  { words: "the reasoning parser (--reasoning-parser)", mark: /--reasoning-parser\b/ },
];

/** Settings of a document that hang on the model it names, in words. */
export function tiedSettingsIn(text: string): readonly string[] {
  return marks.filter(({ mark }) => mark.test(text)).map(({ words }) => words);
}
