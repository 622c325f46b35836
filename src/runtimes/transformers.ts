import { readHubId } from "../identify/names.ts";
import { calls, embedding, flags, keys, operands, rerank, served, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const beside = { swappable: false } as const;
const flag = { modules: ["FlagEmbedding"] } as const;
const webLlm = { modules: ["@mlc-ai/web-llm"], ...beside } as const;
/** TransformersPHP. */
const php = "Codewithkyrian\\Transformers";
const swift = { modules: ["swift.llm"] } as const;
/** swift-transformers, whose part that downloads is imported alone or with the rest. */
const hubOfSwift = ["Hub", "HubApi", "Tokenizers", "Transformers"];
const encoder = { ...beside, evidence: "generic" } as const;
/** The encoders of LLaVA and what is made from it, by their names in configurations, commands and dataclasses. */
const towers = "vision_tower mm_vision_tower image_tower mm_image_tower video_tower mm_video_tower audio_tower";
/** What SpeechBrain's recipes call the hub's part of a system (`hparams/*.yaml`), and the checkpoints that they fetch. */
const recipeSources =
  "wav2vec2_hub wav2vec2_source whisper_hub encoder_hub encoder_source speaker_encoder_hub pretrained_lm_tokenizer_path pretrained_tokenizer_path";
const inTxtai = { modules: ["txtai"] } as const;
// it takes names of LiteLLM's and files of llama.cpp, too
const txtaiText = { ...text, ...inTxtai, evidence: "generic" } as const;

/** The flags of command lines that set what is called so: `--vision_tower`, `--vision-tower`. */
function flagsOf(names: string): string {
  return names
    .split(" ")
    .map((name) => `--${name} --${name.replaceAll("_", "-")}`)
    .join(" ");
}

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
    // libraries whose own `from_pretrained`, or what they call it, takes a hub id
    "pyannote.audio",
    "setfit",
    "gliner",
    "span_marker",
    "parler_tts",
    "audiocraft",
    "colbert",
    "ragatouille",
    "pylate",
    "llmlingua",
    "FlagEmbedding",
    "flair",
    "hf_hub",
    "candle_transformers",
    // swift-transformers
    "Hub",
    "Tokenizers",
    php,
  ],
  contexts: [
    ...calls(
      "AutoTokenizer.from_pretrained AutoProcessor.from_pretrained AutoConfig.from_pretrained AutoFeatureExtractor.from_pretrained AutoImageProcessor.from_pretrained Tokenizer.from_pretrained",
      "0 pretrained_model_name_or_path",
      beside,
    ),
    ...calls("AutoModelForCausalLM.from_pretrained", "0 pretrained_model_name_or_path", text),
    ...calls("from_pretrained", "0 pretrained_model_name_or_path model_name model_id model_name_or_path"),
    ...calls("fromPretrained", "0 model_name_or_path", { modules: [php] }),
    // daulet's tokenizers for Go
    ...calls("tokenizers.FromPretrained", "0", beside),
    ...calls("from_quantized", "0 model_name_or_path quant_path", text),
    // a PEFT adapter is the second argument, and was trained on its base
    ...calls("PeftModel.from_pretrained", "1 model_id", beside),
    ...calls("load_adapter", "0 peft_model_id model_id", { ...beside, evidence: "generic", modules: ["peft", "transformers"] }),
    ...calls("pipeline", "1", { modules: ["transformers", "@huggingface/transformers", "@xenova/transformers", "optimum"] }),
    ...calls("pipeline", "1 model_name", { modules: [php] }),
    // transformers and informers for Ruby
    ...calls("Transformers.pipeline Informers.pipeline", "1"),
    ...calls("pipeline", "model"),
    ...calls("pipeline", "tokenizer", beside),
    ...calls("snapshot_download", "0 repo_id", { ...beside, evidence: "generic" }),
    ...calls("hf_hub_download", "0 repo_id", { ...beside, evidence: "generic" }),
    // hf-hub for Rust, swift-transformers
    ...calls("api.model Repo::model", "0", { ...beside, evidence: "generic", modules: ["hf_hub"] }),
    // what kind of repository it is stands behind it
    ...calls("Repo::new Repo::with_revision", "0", { ...beside, evidence: "known", modules: ["hf_hub"] }),
    // kalosm: the repository, its revision, the file in it
    ...calls("FileSource::huggingface", "0", { ...beside, evidence: "generic" }),
    ...calls("AutoTokenizer.from", "pretrained", beside),
    ...calls("Hub.Repo HubRepo", "id", { ...beside, evidence: "generic", modules: hubOfSwift }),
    ...calls("snapshot getFilenames getFileMetadata", "from", { ...beside, evidence: "generic", modules: hubOfSwift }),
    ...calls("HuggingFace.Hub.Repo", "id", { ...beside, evidence: "generic" }),
    ...calls("HuggingFace.Hub.snapshot HuggingFace.Hub.getFilenames", "from", { ...beside, evidence: "generic" }),
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
    ...calls("from_hparams foreign_class", "0 source", beside),
    ...keys(recipeSources, { ...encoder, format: "yaml" }),
    ...calls("BERTScorer bertscore.compute", "model_type", beside),
    // audiocraft, ColBERT, LLMLingua, COMET
    ...calls("get_pretrained", "0 name", { ...beside, modules: ["audiocraft"] }),
    ...calls("Checkpoint", "0", { ...beside, modules: ["colbert"] }),
    ...calls("Indexer Searcher", "checkpoint", { ...beside, modules: ["colbert"] }),
    ...calls("PromptCompressor", "0 model_name", beside),
    ...calls("download_model", "0", { ...beside, modules: ["comet"] }),
    ...calls("FlagModel FlagAutoModel.from_finetuned BGEM3FlagModel", "0 model_name_or_path", { ...embedding, ...flag }),
    ...calls("FlagReranker FlagLLMReranker LayerWiseFlagLLMReranker", "0 model_name_or_path", { ...rerank, ...flag }),
    ...calls("CreateMLCEngine CreateServiceWorkerMLCEngine CreateExtensionServiceWorkerMLCEngine engine.reload", "0", webLlm),
    ...calls("CreateWebWorkerMLCEngine", "1", webLlm),
    ...keys("pretrained_model_name_or_path base_model_name_or_path model_name_or_path"),
    ...keys("adapter_name_or_path", beside),
    ...variables("tokenizer_path hf_path hub_id hf_id vae_path text_encoder_path", {
      ...encoder,
      modules: ["transformers", "huggingface_hub"],
    }),
    ...keys(towers, encoder),
    // of what draws
    ...keys("text_encoder text_encoder_name", { ...encoder, format: "yaml" }),
    // Truss of Baseten: what an engine is built of, what is put on it, and an engine that has been built
    ...keys("checkpoint_repository.repo lora_adapters.*.repo engine_repository", { ...encoder, format: "yaml" }),
    ...variables(towers, encoder),
    ...flags([""], flagsOf(towers), encoder),
    // of a model's tokenizer, which a configuration states where it is not the model's own
    ...keys("tokenizer_name tokenizer_name_or_path hf_tokenizer_name processor_name", { ...beside, evidence: "generic" }),
    ...flags([""], "--model_name_or_path --model-name-or-path --pretrained_model_name_or_path --base_model"),
    ...flags([""], "--tokenizer_name --tokenizer_name_or_path", beside),
    ...flags(["optimum-cli", "ct2-transformers-converter"], "--model -m", beside),
    // Outlines and Guidance, LitGPT
    ...calls("models.transformers models.mlxlm models.exl2", "0 model_name", { ...text, modules: ["outlines"] }),
    ...calls("models.Transformers", "0 model", { ...text, modules: ["guidance"] }),
    ...calls("LLM.load", "0 model", { ...text, modules: ["litgpt"] }),
    // ms-swift, FastChat, LMDeploy
    ...calls("get_model_tokenizer PtEngine VllmEngine LmdeployEngine", "0 model_id_or_path", { ...text, ...swift }),
    ...calls("pipeline", "0 model_path", { ...text, modules: ["lmdeploy"] }),
    ...flags(["swift"], "--model --model_id_or_path", text),
    ...flags(["fastchat.serve.cli", "fastchat.serve.model_worker", "fastchat.serve.vllm_worker"], "--model-path", text),
    ...operands(["lmdeploy chat"], text),
    ...flags(["infinity_emb"], "--model-id", { ...embedding, ...served }),
    { pattern: { kind: "operand", command: "lmdeploy serve", position: 1 }, ...text },
    ...operands(["hf download", "huggingface-cli download"], beside),
    { pattern: { kind: "address", site: "huggingface" }, ...beside },
    { pattern: { kind: "address", site: "modelscope" }, ...beside },
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
