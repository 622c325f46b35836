import { agno } from "./agno.ts";
import { aiSdk } from "./aiSdk.ts";
import { anthropic } from "./anthropic.ts";
import { axolotl } from "./axolotl.ts";
import { azure } from "./azure.ts";
import { bedrock } from "./bedrock.ts";
import { bigQuery } from "./bigQuery.ts";
import { bumblebee } from "./bumblebee.ts";
import { clip } from "./clip.ts";
import { cloudflare } from "./cloudflare.ts";
import { cohere } from "./cohere.ts";
import { comfyUi } from "./comfyUi.ts";
import { continueDev } from "./continueDev.ts";
import { coqui } from "./coqui.ts";
import { dashscope } from "./dashscope.ts";
import { databricks } from "./databricks.ts";
import { deepeval } from "./deepeval.ts";
import { deepseek } from "./deepseek.ts";
import { diffusers } from "./diffusers.ts";
import { dockerModel } from "./dockerModel.ts";
import { elevenlabs } from "./elevenlabs.ts";
import { ell } from "./ell.ts";
import { ellmer } from "./ellmer.ts";
import { fal } from "./fal.ts";
import { fastembed } from "./fastembed.ts";
import { fireworks } from "./fireworks.ts";
import { genkit } from "./genkit.ts";
import { google } from "./google.ts";
import { gpt4all } from "./gpt4all.ts";
import { gradio } from "./gradio.ts";
import { groq } from "./groq.ts";
import { hfInference } from "./hfInference.ts";
import { instructor } from "./instructor.ts";
import { jina } from "./jina.ts";
import { julia } from "./julia.ts";
import { kserve } from "./kserve.ts";
import { langchain } from "./langchain.ts";
import { langchain4j } from "./langchain4j.ts";
import { litellm } from "./litellm.ts";
import { livekit } from "./livekit.ts";
import { llamaCpp } from "./llamaCpp.ts";
import { llamaFactory } from "./llamaFactory.ts";
import { lmEval } from "./lmEval.ts";
import { mastra } from "./mastra.ts";
import { mergekit } from "./mergekit.ts";
import { mirascope } from "./mirascope.ts";
import { mistral } from "./mistral.ts";
import { mistralRs } from "./mistralRs.ts";
import { mlx } from "./mlx.ts";
import { nodeLlamaCpp } from "./nodeLlamaCpp.ts";
import { nvidia } from "./nvidia.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { openrouter } from "./openrouter.ts";
import { perplexity } from "./perplexity.ts";
import { pgai } from "./pgai.ts";
import { php } from "./php.ts";
import { postgresMl } from "./postgresMl.ts";
import { promptfoo } from "./promptfoo.ts";
import { pydanticAi } from "./pydanticAi.ts";
import { qianfan } from "./qianfan.ts";
import { replicate } from "./replicate.ts";
import { rubyLlm } from "./rubyLlm.ts";
import type { Runtime } from "./runtime.ts";
import { rust } from "./rust.ts";
import { semanticKernel } from "./semanticKernel.ts";
import { sentenceTransformers } from "./sentenceTransformers.ts";
import { sglang } from "./sglang.ts";
import { snowflake } from "./snowflake.ts";
import { speechServices } from "./speechServices.ts";
import { springAi } from "./springAi.ts";
import { stability } from "./stability.ts";
import { tgi } from "./tgi.ts";
import { timm } from "./timm.ts";
import { together } from "./together.ts";
import { torchHub } from "./torchHub.ts";
import { transformers } from "./transformers.ts";
import { trl } from "./trl.ts";
import { ultralytics } from "./ultralytics.ts";
import { unsloth } from "./unsloth.ts";
import { vertex } from "./vertex.ts";
import { vllm } from "./vllm.ts";
import { voyage } from "./voyage.ts";
import { watsonx } from "./watsonx.ts";
import { whisper } from "./whisper.ts";
import { xai } from "./xai.ts";

/**
 * Every runtime. Where two describe the same place with equal care, or two that a document shows could read a name, the earlier one answers:
 * what serves or trains before what only loads, what takes every form of weights before what takes one. Adding one is one file and one line.
 */
export const runtimes: readonly Runtime[] = [
  ollama,
  vllm,
  sglang,
  tgi,
  axolotl,
  llamaFactory,
  trl,
  unsloth,
  lmEval,
  transformers,
  diffusers,
  comfyUi,
  mlx,
  kserve,
  hfInference,
  gradio,
  fastembed,
  llamaCpp,
  gpt4all,
  nodeLlamaCpp,
  mistralRs,
  mergekit,
  sentenceTransformers,
  whisper,
  timm,
  clip,
  coqui,
  torchHub,
  ultralytics,
  litellm,
  openrouter,
  ...aiSdk,
  azure,
  anthropic,
  vertex,
  google,
  mistral,
  cohere,
  groq,
  together,
  fireworks,
  replicate,
  fal,
  cloudflare,
  xai,
  deepseek,
  perplexity,
  voyage,
  jina,
  dashscope,
  qianfan,
  stability,
  nvidia,
  elevenlabs,
  speechServices,
  watsonx,
  bedrock,
  dockerModel,
  openai,
  ...springAi,
  ...langchain4j,
  semanticKernel,
  pydanticAi,
  langchain,
  livekit,
  mirascope,
  instructor,
  ell,
  deepeval,
  promptfoo,
  agno,
  mastra,
  genkit,
  continueDev,
  ellmer,
  rubyLlm,
  php,
  rust,
  bumblebee,
  ...julia,
  ...pgai,
  postgresMl,
  snowflake,
  databricks,
  bigQuery,
];

const byId: ReadonlyMap<string, Runtime> = new Map(runtimes.map((runtime) => [runtime.id, runtime]));

export function runtimeById(id: string): Runtime | undefined {
  return byId.get(id);
}
