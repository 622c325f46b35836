import { readHubId } from "../identify/names.ts";
import { calls, embedding, flags, keys, operands, rerank, served, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const beside = { swappable: false } as const;
const flag = { modules: ["FlagEmbedding"] } as const;
const inTxtai = { modules: ["txtai"] } as const;
// it takes names of LiteLLM's and files of llama.cpp, too
const txtaiText = { ...text, ...inTxtai, evidence: "generic" } as const;

/**
 * Hugging Face transformers and what shares its way of naming: a hub id, or a folder. Sources: huggingface.co/docs/transformers
 * (`from_pretrained`, `pipeline`), docs of PEFT and huggingface_hub, docs.haystack.deepset.ai, neuml.github.io/txtai ("Pipeline"),
 * flairnlp.github.io (`TransformerWordEmbeddings`).
 */
export const transformers: Runtime = {
  id: "transformers",
  name: "transformers",
  namespace: "huggingface",
  modules: [
    "transformers",
    "peft",
    "accelerate",
    "optimum",
    "huggingface_hub",
    "@huggingface/transformers",
    "@xenova/transformers",
    "auto_gptq",
    "awq",
    "lmdeploy",
    "ctransformers",
    "hf_hub",
    "candle_transformers",
    // swift-transformers
    "Hub",
    "Tokenizers",
  ],
  contexts: [
    ...calls(
      "AutoTokenizer.from_pretrained AutoProcessor.from_pretrained AutoConfig.from_pretrained AutoFeatureExtractor.from_pretrained AutoImageProcessor.from_pretrained Tokenizer.from_pretrained",
      "0 pretrained_model_name_or_path",
      beside,
    ),
    ...calls("AutoModelForCausalLM.from_pretrained", "0 pretrained_model_name_or_path", text),
    ...calls("from_pretrained", "0 pretrained_model_name_or_path model_name model_id model_name_or_path"),
    // a PEFT adapter is the second argument, and was trained on its base
    ...calls("PeftModel.from_pretrained", "1 model_id", beside),
    ...calls("pipeline", "1", { modules: ["transformers", "@huggingface/transformers", "@xenova/transformers", "optimum"] }),
    ...calls("pipeline", "model"),
    ...calls("pipeline", "tokenizer", beside),
    ...calls("snapshot_download", "0 repo_id", { ...beside, evidence: "generic" }),
    ...calls("hf_hub_download", "0 repo_id", { ...beside, evidence: "generic" }),
    // hf-hub for Rust, swift-transformers
    ...calls("api.model Repo::model", "0", { ...beside, evidence: "generic", modules: ["hf_hub"] }),
    // kalosm: the repository, its revision, the file in it
    ...calls("FileSource::huggingface", "0", { ...beside, evidence: "generic" }),
    ...calls("AutoTokenizer.from", "pretrained", beside),
    ...calls("Hub.Repo", "id", { ...beside, evidence: "generic", modules: ["Tokenizers", "Transformers"] }),
    ...calls("snapshot getFilenames", "from", { ...beside, evidence: "generic", modules: ["Tokenizers", "Transformers"] }),
    ...calls("LanguageModelConfigurationFromHub", "model_name", beside),
    ...calls("HuggingFacePipeline.from_model_id", "model_id"),
    ...calls("HuggingFaceTransformersEmbeddings", "model", embedding),
    ...calls("HuggingFaceLLM", "model_name", text),
    ...calls("HuggingFaceLLM", "tokenizer_name", beside),
    ...calls(
      "HuggingFaceLocalGenerator HuggingFaceLocalChatGenerator TransformersChatGenerator TransformersModel",
      "0 model model_id",
      text,
    ),
    ...calls(
      "ExtractiveReader TransformersTextRouter TransformersZeroShotTextRouter TransformersZeroShotDocumentClassifier",
      "model",
      beside,
    ),
    ...calls("Embeddings", "path", { ...embedding, ...inTxtai }),
    ...calls("LLM", "0 path", txtaiText),
    ...calls("RAG Extractor", "1 path", txtaiText),
    ...calls("Summary Translation Labels Similarity Questions Entity Transcription TextToSpeech TextToAudio Caption Objects", "0 path", {
      ...beside,
      ...inTxtai,
    }),
    ...calls("TransformerWordEmbeddings TransformerDocumentEmbeddings", "0 model", beside),
    ...calls("SequenceTagger.load TextClassifier.load", "0 model_path", { ...beside, modules: ["flair"] }),
    // SpeechBrain
    ...calls("from_hparams", "source", beside),
    ...calls("BERTScorer", "model_type", beside),
    ...calls("FlagModel FlagAutoModel.from_finetuned BGEM3FlagModel", "0 model_name_or_path", { ...embedding, ...flag }),
    ...calls("FlagReranker FlagLLMReranker LayerWiseFlagLLMReranker", "0 model_name_or_path", { ...rerank, ...flag }),
    ...calls("CreateMLCEngine", "0", { modules: ["@mlc-ai/web-llm"], ...beside }),
    ...keys("pretrained_model_name_or_path base_model_name_or_path model_name_or_path"),
    ...keys("adapter_name_or_path", beside),
    // of a model's tokenizer, which a configuration states where it is not the model's own
    ...keys("tokenizer_name tokenizer_name_or_path hf_tokenizer_name processor_name", { ...beside, evidence: "generic" }),
    ...flags([""], "--model_name_or_path --model-name-or-path --pretrained_model_name_or_path --base_model"),
    ...flags([""], "--tokenizer_name --tokenizer_name_or_path", beside),
    ...flags(["optimum-cli", "ct2-transformers-converter"], "--model -m", beside),
    // ms-swift, FastChat, LMDeploy
    ...flags(["swift"], "--model --model_id_or_path", text),
    ...flags(["fastchat.serve.cli", "fastchat.serve.model_worker", "fastchat.serve.vllm_worker"], "--model-path", text),
    ...operands(["lmdeploy chat"], text),
    ...flags(["infinity_emb"], "--model-id", { ...embedding, ...served }),
    { pattern: { kind: "operand", command: "lmdeploy serve", position: 1 }, ...text },
    ...operands(["hf download", "huggingface-cli download"], beside),
    { pattern: { kind: "address", site: "huggingface" }, ...beside },
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
