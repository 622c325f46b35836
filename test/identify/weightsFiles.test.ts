import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import { readWeightsFile } from "../../src/identify/weightsFiles.ts";
import { closedModel, index, model } from "../catalog/records.ts";
import { placedNamesBy, rolesBy } from "./found.ts";

describe("readWeightsFile", () => {
  const read = (text: string): string | null => {
    const identity = readWeightsFile(text);
    return identity && [identity.namespace, identity.name, identity.quantization].join(" ");
  };

  it("reads a file by its name, wherever it is kept", () => {
    assert.equal(read("llama-2-7b-chat.Q4_K_M.gguf"), "other llama-2-7b-chat.Q4_K_M Q4_K_M");
    for (const folder of ["models/", "./", "../../models/7B/", "/srv/models/", "~/models/", "C:/models/"])
      assert.equal(read(`${folder}Phi-3-mini-4k-instruct-q4.gguf`), "other Phi-3-mini-4k-instruct-q4 q4", folder);
  });

  it("reads one of several parts as the whole", () => {
    assert.equal(read("gpt-oss-120b-mxfp4-00001-of-00003.gguf"), "other gpt-oss-120b-mxfp4 mxfp4");
  });

  it("reads one that other programs load, by its ending where that is a part of the name", () => {
    assert.equal(read("onnx/all-MiniLM-L6-v2.onnx"), "other all-MiniLM-L6-v2 ");
    assert.equal(read("models/yolov8n.pt"), "other yolov8n.pt ");
  });

  it("reads whisper.cpp's files, which leave the name out", () => {
    assert.equal(read("models/ggml-base.en.bin"), "other whisper-base.en ");
    assert.equal(read("ggml-large-v3-turbo-q5_0.bin"), "other whisper-large-v3-turbo-q5_0 q5_0");
    assert.equal(read("ggml-model-q4_0.bin"), null);
  });

  it("reads nothing else", () => {
    for (const text of ["llama-2-7b-chat", ".gguf", "models/.gguf", "7b.gguf", "a b.gguf", "llama.bin", "https://acme.ai/wave.gguf?x"])
      assert.equal(read(text), null, text);
  });
});

describe("a file of weights", () => {
  const models = [
    model("acme/wave", { names: { huggingface: ["acme/Wave-7B-Instruct"] } }),
    closedModel("openai/gpt-4o", { names: { other: ["gpt-4o"] } }),
  ];
  const namesIn = placedNamesBy(models);
  const rolesIn = rolesBy(models);
  const file = "models/Wave-7B-Instruct.Q4_K_M.gguf";

  it("is the model in it where a model is asked for", () => {
    assert.deepEqual(namesIn("a.py", `model_path = "./${file}"\n`), [`./${file} 14`]);
    assert.deepEqual(namesIn("a.json", `{"DefaultModel": "Wave-7B-Instruct.Q4_K_M.gguf"}\n`), ["Wave-7B-Instruct.Q4_K_M.gguf 18"]);
    assert.deepEqual(namesIn("a.py", `MODEL_PATH = os.path.join(folder, "Wave-7B-Instruct.Q8_0.gguf")\n`), [
      "Wave-7B-Instruct.Q8_0.gguf 35",
    ]);
    assert.deepEqual(namesIn("a.py", `subprocess.run(["./main", "-m", "${file}", "-p", "a model"])\n`), [`${file} 33`]);
    assert.deepEqual(namesIn("a.yaml", `parameters:\n  model: /${file}\n`), [`/${file} 21`]);
    assert.deepEqual(namesIn("a.sh", `./build/bin/llama-server -m ${file} --port 8080\n`), [`${file} 28`]);
    assert.deepEqual(namesIn("a.sh", `./main -m ${file} -p "a model"\n`), [`${file} 10`]);
    assert.deepEqual(namesIn("b.sh", "./main -m Wave-7B-Instruct.gguf\n"), ["Wave-7B-Instruct.gguf 10"]);
    assert.deepEqual(namesIn("Modelfile", `FROM ./${file}\n`), [`./${file} 5`]);
    assert.deepEqual(namesIn("A.cs", `using LLama;\nvar p = new ModelParams("${file}");\n`), [`${file} 38`]);
  });

  it("is all of an image model in one file, but no part of one and no adapter", () => {
    const workflow = (key: string, name: string): string => `{"4": {"class_type": "CheckpointLoader", "inputs": {"${key}": "${name}"}}}\n`;
    assert.deepEqual(namesIn("w.json", workflow("ckpt_name", "wave-7b-instruct.safetensors")), ["wave-7b-instruct.safetensors 66"]);
    assert.deepEqual(namesIn("w.json", workflow("unet_name", "sub/wave-7b-instruct-fp8.ckpt")), ["sub/wave-7b-instruct-fp8.ckpt 66"]);
    assert.deepEqual(namesIn("w.json", workflow("ckpt_name", "wave-7b-instruct-lora.safetensors")), []);
    assert.deepEqual(namesIn("w.json", workflow("lora_name", "wave-7b-instruct.safetensors")), []);
    assert.deepEqual(
      namesIn("w.json", '{"nodes": [{"type": "CheckpointLoader", "widgets_values": ["wave-7b-instruct.safetensors", "default"]}]}\n'),
      ["wave-7b-instruct.safetensors 60"],
    );
  });

  it("is one of several that are offered in a list of models", () => {
    assert.deepEqual(rolesIn("a.py", `MODELS = ["${file}"]\n`), [`${file} option`]);
  });

  it("is none where its name tells of no model, where another thing is asked for, and where it is made", () => {
    const texts = [
      'model_path = "./models/ggml-model-q4_0.gguf"\n',
      'model_path = "./models/gpt-4o.gguf"\n',
      `path = "${file}"\n`,
      `hf_hub_download(repo, filename="${file}")\n`,
      `print("${file}")\n`,
      `assert model_path == "${file}"\n`,
      `new_model = "${file}"\n`,
      'model_path = "./models/Wave-7B-Instruct.Q4_K_M"\n',
    ];
    for (const text of texts) assert.deepEqual(namesIn("a.py", text), [], text);
    assert.deepEqual(namesIn("a.sh", `llama-quantize wave.gguf ${file} Q4_K_M\nscp ${file} host:\n`), []);
  });

  it("is left alone by swaps, another model being another file", () => {
    const engine = createEngine(openCatalog(index(models)));
    const { references } = engine.analyze({ path: "a.py", text: `llm = Llama(model_path="${file}")\n` });
    assert.deepEqual(
      references.map((reference) => [reference.assessment.model, reference.role, engine.fixes(reference).length]),
      [["acme/wave", "use", 0]],
    );
  });
});
