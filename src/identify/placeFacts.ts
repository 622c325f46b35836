import type { Feature } from "../catalog/record.ts";
import type { PlaceFacts } from "./reference.ts";

/** How programs show that they use a feature: argument names and methods of the clients and their wrappers. */
const featureMarks: readonly { readonly feature: Feature; readonly mark: RegExp }[] = [
  {
    feature: "tools",
    mark: /\b(?:tools|functions|tool_choice|toolChoice)["']?[ \t]*[=:]|\bbind_tools\(|\bbindTools\(|--enable-auto-tool-choice/,
  },
  {
    feature: "structured-output",
    mark: /\b(?:response_format|responseFormat|json_schema|guided_json|response_schema|responseSchema)["']?[ \t]*[=:]|with_?structured_?output\(|\bgenerateObject\(|\bstreamObject\(|\bformat[ \t]*[=:][ \t]*["']json/i,
  },
  { feature: "image-input", mark: /\bimage_url\b|\binput_image\b|["']type["'][ \t]*:[ \t]*["']image["']|\bimages[ \t]*[=:][ \t]*\[/ },
  { feature: "audio-input", mark: /\binput_audio\b/ },
  { feature: "fill-in-the-middle", mark: /<\|?fim_prefix\|?>|<fim_prefix>|\bsuffix[ \t]*=/ },
];

/** Settings that are written for one model and wrong for another. */
const settingMarks: readonly { readonly words: string; readonly mark: RegExp }[] = [
  {
    words: "the chat template set here",
    mark: /^[ \t]*(?:chat_template|template)[ \t]*:|^[ \t]*TEMPLATE\s|--chat-template\b|\bchat_template[ \t]*=/m,
  },
  { words: "the special tokens set here", mark: /^[ \t]*special_tokens[ \t]*:|\badd_special_tokens\(|^[ \t]*PARAMETER[ \t]+stop\s/m },
  { words: "the LoRA target modules", mark: /\b(?:lora_target_modules|target_modules|lora_target)[ \t]*[=:]/ },
  {
    words: "the adapter, which was trained on this base",
    mark: /^[ \t]*ADAPTER\s|\badapter_name_or_path[ \t]*[=:]|\bPeftModel\.from_pretrained\(/m,
  },
  { words: "the tool-call parser (--tool-call-parser)", mark: /--tool-call-parser\b/ },
  { words: "the reasoning parser (--reasoning-parser)", mark: /--reasoning-parser\b/ },
];

/** What the document's text shows. Read once a document, and only where it has references. Whole documents are looked at: doubt counts against a swap. */
export function readPlaceFacts(text: string): PlaceFacts {
  return {
    uses: featureMarks.filter(({ mark }) => mark.test(text)).map(({ feature }) => feature),
    tiedSettings: settingMarks.filter(({ mark }) => mark.test(text)).map(({ words }) => words),
  };
}
