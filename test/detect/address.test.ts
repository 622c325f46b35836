import assert from "node:assert/strict";
import fc from "fast-check";
import { addressOf } from "../../src/detect/address.ts";

/** The model's part and the site, as `site:part`. */
function read(text: string): string | null {
  const address = addressOf(text);
  return address === null ? null : `${address.site}:${text.slice(address.start, address.end)}`;
}

describe("the model that a hub's address names", () => {
  for (const [text, expected] of [
    ["https://huggingface.co/allenai/OLMo-2-1124-7B", "huggingface:allenai/OLMo-2-1124-7B"],
    ["https://huggingface.co/allenai/OLMo-2-1124-7B/resolve/main/a.gguf?download=true", "huggingface:allenai/OLMo-2-1124-7B"],
    ["https://www.huggingface.co/a/b#files", "huggingface:a/b"],
    ["https://huggingface.co/api/models/a/b/revision/main", "huggingface:a/b"],
    ["https://api-inference.huggingface.co/models/a/b", "huggingface:a/b"],
    ["https://huggingface.co/gpt2/resolve/main/config.json", "huggingface:gpt2"],
    ["git clone https://huggingface.co/a/b.git", "huggingface:a/b"],
    ["at https://hf.co/a/b.", "huggingface:a/b"],
    ["hf://a/b/model.safetensors", "huggingface:a/b"],
    ["hf://a/b@main", "huggingface:a/b"],
    ["hf://models/a/b", "huggingface:a/b"],
    ["HF://mlc-ai/b-MLC", "huggingface:mlc-ai/b-MLC"],
    ["huggingface://a/b/c.gguf", "huggingface:a/b"],
    ["djl://ai.djl.huggingface.pytorch/a/b", "huggingface:a/b"],
    ["djl://ai.djl.huggingface.pytorch/bert-base-cased", "huggingface:bert-base-cased"],
    ["hf.co/a/b", "huggingface:a/b"],
    ["https://huggingface.co/docs/x and https://huggingface.co/a/b", "huggingface:a/b"],
    ["https://modelscope.cn/models/a/b/resolve/master/b.gguf", "modelscope:a/b"],
    ["https://modelscope.cn/api/v1/models/a/b/repo?FilePath=c.gguf", "modelscope:a/b"],
    ["git clone https://www.modelscope.cn/a/b.git", "modelscope:a/b"],
    ["https://www.modelscope.ai/models/a/b", "modelscope:a/b"],
    ["https://ollama.com/library/llama3.1:8b-instruct-q4_0", "ollama:llama3.1:8b-instruct-q4_0"],
    ["https://ollama.com/library/llama3.1", "ollama:llama3.1"],
    ["ollama://qwen2:0.5b", "ollama:qwen2:0.5b"],
    ["ollama://user/name:7b", "ollama:user/name:7b"],
    ["https://router.huggingface.co/hf-inference/models/a/b/pipeline/feature-extraction", "huggingface:a/b"],
    ["https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent?key=k", "google:gemini-2.0-flash"],
    ["https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-pro", "google:gemini-2.5-pro"],
    ["/v1beta/models/gemini-2.0-flash:streamGenerateContent", "google:gemini-2.0-flash"],
    ["https://x/v1/projects/p/locations/l/publishers/anthropic/models/claude-3@20240620:rawPredict", "vertex:claude-3@20240620"],
    ["publishers/google/models/code-gecko:predict", "vertex:code-gecko"],
    ["https://generativelanguage.googleapis.com/v1beta/models/imagen-3.0:predict", "google:imagen-3.0"],
    ["https://api.replicate.com/v1/models/meta/llama-3-8b/predictions", "replicate:meta/llama-3-8b"],
    ["https://fal.run/fal-ai/flux-realism", "fal:fal-ai/flux-realism"],
    ["https://queue.fal.run/fal-ai/flux/dev?fal_webhook=x", "fal:fal-ai/flux/dev"],
    ["https://api.stability.ai/v1/generation/stable-diffusion-v1-6/text-to-image", "stability:stable-diffusion-v1-6"],
    ["wss://api.openai.com/v1/realtime?model=gpt-4o-realtime-preview", "openai:gpt-4o-realtime-preview"],
    ["wss://api.openai.com/v1/realtime?intent=x&model=gpt-realtime&a=b", "openai:gpt-realtime"],
    ["wss://api.deepgram.com/v1/listen?language=en&model=nova-2&smart_format=true", "deepgram:nova-2"],
    ["https://api.cloudflare.com/client/v4/accounts/1/ai/run/@cf/meta/llama-3-8b", "cloudflare:@cf/meta/llama-3-8b"],
  ] as const) {
    it(`${text} names ${expected}`, () => assert.equal(read(text), expected));
  }
  for (const text of [
    "",
    "https://generativelanguage.googleapis.com/v1beta/models/",
    "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-pro?key=k",
    "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-$kind",
    "https://generativelanguage.example.com/v1beta/models/gemini-2.5-pro",
    "huggingface.co/",
    "https://huggingface.co/allenai",
    "https://ollama.com/library/:8b",
    "https://huggingface.co/datasets/a/b",
    "https://huggingface.co/spaces/a/b",
    "https://huggingface.co/docs/transformers/index",
    "https://huggingface.co/papers/2501.00656",
    "https://hf.co/cli/install.sh",
    "https://huggingface.co/blog/a/b",
    "https://huggingface.co/oauth/token",
    "pvc+hf://volume/folder/a/b",
    "https://modelscope.cn/models/a/b/summary",
    "https://modelscope.cn/models/a",
    "https://modelscope.cn/studios/a/b",
    "https://modelscope.cn/datasets/a/b",
    "https://modelscope.cn/.git",
    "https://notmodelscope.cn/models/a/b",
    "https://modelscope.cn/models/a/{name}",
    "ollama://",
    `ollama://\${NAME}`,
    "ollama://user/",
    "/models/user:list",
    "http://localhost/v1/models/sklearn-iris:predict",
    "/models/User:generateContent",
    "/models/gemini-2.0-flash",
    "https://api.replicate.com/v1/models/meta",
    "https://fal.run/fal-ai",
    "https://fal.run/fal-ai/flux-%s",
    "https://queue.fal.run/fal-ai/flux/dev/requests/1/status",
    "https://fal.run/fal-ai/flux/%s",
    "https://myfal.run/fal-ai/flux",
    "https://api.stability.ai/v1/generation/",
    "https://api.stability.ai/v1/user/account",
    "https://router.huggingface.co/v1/chat/completions",
    "wss://api.openai.com/v1/realtime?submodel=gpt-realtime",
    "wss://api.openai.com/v1/realtime?model={name}",
    "wss://api.openai.com/v1/realtime?model=",
    "https://example.org/chat?model=gpt-4o",
    "https://api.deepgram.com/v1/models?model=nova-2",
    "/ai/run/@cf/meta",
    "https://huggingface.co/collections/a/b",
    "https://huggingface.co/api/datasets/a/b",
    "hf://datasets/a/b",
    "huggingface://a",
    "djl://ai.djl.pytorch/a/0.0.1/b",
    "djl://ai.djl.huggingface.pytorch/{model}",
    "djl://ai.djl.huggingface.pytorch/bert-{size}",
    "djl://ai.djl.huggingface.pytorch/",
    "djl://ai.djl.huggingface.pytorch/a/",
    "https://discuss.huggingface.co/t/topic",
    "https://nothf.co/a/b",
    "https://huggingface.co/a/$NAME",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the text that is read
    "https://huggingface.co/a/b-${SIZE}",
    "https://huggingface.co/a/{name}",
    "https://ollama.com/blog/a",
    "https://ollama.com/library/",
  ]) {
    it(`${text} names none`, () => assert.equal(read(text), null));
  }
  it("leaves a name in Ollama's own scheme alone", () => assert.equal(read("hf.co/a/b-GGUF:Q4_K_M"), null));
  it("stays inside the text, whatever it is", () => {
    const part = fc.constantFrom(
      "huggingface.co/",
      "hf.co/",
      "hf://",
      "ollama.com/library/",
      "api/models/",
      "a",
      "/",
      ":",
      ".",
      " ",
      "www.",
      "$",
      "b-1",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        const address = addressOf(text);
        if (address === null) return;
        assert.ok(address.start < address.end && address.end <= text.length);
        assert.match(text.slice(address.start, address.end), /^[\w.-]+[/:]?[\w.:-]*$/);
      }),
    );
  });
});
