import { readHubId } from "../identify/names.ts";
import { calls, words } from "./places.ts";
import type { Runtime, RuntimeContext } from "./runtime.ts";

const pipelines = words(
  "DiffusionPipeline AutoPipelineForText2Image AutoPipelineForImage2Image AutoPipelineForInpainting StableDiffusionPipeline StableDiffusionImg2ImgPipeline StableDiffusionXLPipeline StableDiffusionXLImg2ImgPipeline StableDiffusion3Pipeline StableDiffusionControlNetPipeline FluxPipeline FluxKontextPipeline PixArtSigmaPipeline SanaPipeline QwenImagePipeline",
);

/** Parts of a pipeline that are made for one model and do not fit another. */
const parts = words(
  "AutoencoderKL UNet2DConditionModel ControlNetModel EulerDiscreteScheduler DDIMScheduler DPMSolverMultistepScheduler FluxTransformer2DModel",
);

const from = (classes: readonly string[], options: Omit<RuntimeContext, "pattern">): readonly RuntimeContext[] =>
  calls(classes.map((name) => `${name}.from_pretrained`).join(" "), "0 pretrained_model_name_or_path", options);

/** Diffusers: a pipeline's class says what it draws with, so that another family needs another class (huggingface.co/docs/diffusers). */
export const diffusers: Runtime = {
  id: "diffusers",
  name: "Diffusers",
  namespace: "huggingface",
  modules: ["diffusers"],
  contexts: [
    ...from(pipelines, { task: "image-generation" }),
    ...from(parts, { swappable: false }),
    ...calls("from_single_file", "0 pretrained_model_link_or_path", { evidence: "known" }),
    ...calls("load_lora_weights load_ip_adapter load_textual_inversion", "0", { swappable: false }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
  needs: () => ["a pipeline class that knows its architecture, and prompts and sizes made for it"],
};
