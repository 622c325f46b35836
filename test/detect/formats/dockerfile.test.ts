import assert from "node:assert/strict";
import { dockerfile } from "../../../src/detect/formats/dockerfile.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("Dockerfiles", () => {
  it("finds variables in both forms, and no images", () => {
    const candidates = assertMarked(
      dockerfile,
      `# syntax=docker/dockerfile:1
FROM ollama/ollama:latest AS base
ARG MODEL=«gpt-4o»
ARG OTHER
ENV A=«a-1» B="«b-2»" \\
    # C=gpt-4
    D='«d-3»'
env OLD «o-1»
ENV URL=https://huggingface.co/«org/name»/resolve/main/x.gguf
LABEL model=gpt-4
ENV E=\${MODEL:-«e-4»}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: assignment MODEL",
      "a-1: assignment A",
      "b-2: assignment B",
      "d-3: assignment D",
      "o-1: assignment OLD",
      "org/name: address huggingface < assignment URL",
      "e-4: fallback MODEL < assignment E",
    ]);
    assert.deepEqual(dockerfile.detect("FROM ollama/ollama:latest").modules, ["ollama/ollama"]);
  });

  it("scans commands as shell and as lists of words", () => {
    const candidates = assertMarked(
      dockerfile,
      `FROM x/y
RUN --mount=type=cache,target=/root/.cache pip install «vllm» && \\
    # a comment
    huggingface-cli download «org/one» \\

    --local-dir /models
RUN ["ollama", "pull", "«two:8b»"]
HEALTHCHECK --interval=5s CMD ollama run «three»
CMD python -m vllm.entrypoints.openai.api_server --model «org/four»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "vllm: operand pip install 0",
      "org/one: operand huggingface-cli download 0",
      "two:8b: operand ollama pull 0",
      "three: operand ollama run 0",
      "org/four: flag vllm.entrypoints.openai.api_server --model",
    ]);
  });

  it("gives a command of flags to the entry point or the image's program", () => {
    const candidates = assertMarked(
      dockerfile,
      `FROM vllm/vllm-openai:v0.9
CMD ["--model", "«org/one»"]
FROM python:3.12
ENTRYPOINT ["ollama"]
CMD ["run", "«two»"]
`,
    );
    assert.deepEqual(inContext(candidates), ["org/one: flag vllm serve --model", "two: operand ollama run 0"]);
  });

  it("gives nothing to an image's program where another is run instead, or beside it", () => {
    const candidates = assertMarked(
      dockerfile,
      `FROM vllm/vllm-openai:v0.9
HEALTHCHECK CMD ["curl", "http://x"]
CMD ["--model", "«org/one»"]
FROM vllm/vllm-openai:v0.9
ENTRYPOINT ["start-1", "/app/main.py"]
FROM vllm/vllm-openai:v0.9
CMD ["python3", "/app/main.py"]
FROM vllm/vllm-openai:v0.9
CMD ["uvicorn", "--reload"]
`,
    );
    assert.deepEqual(inContext(candidates), ["org/one: flag vllm serve --model"]);
  });

  it("reads here-documents as scripts and files", () => {
    const candidates = assertMarked(
      dockerfile,
      `FROM x
RUN <<EOF
set -e
ollama pull «one»
EOF
RUN python3 <<PY
from transformers import pipeline
pipeline("«text-generation»", model="«org/two»")
PY
COPY <<-"END" /app/config.yaml
	model: «three»
	END
COPY <<EOF /app/Modelfile
FROM «five»
EOF
COPY <<EOF /app/Dockerfile
FROM mistral
EOF
RUN ollama pull «four»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "one: operand ollama pull 0",
      "text-generation: argument pipeline 0",
      "org/two: argument pipeline model",
      "three: property model",
      "five: instruction FROM",
      "four: operand ollama pull 0",
    ]);
  });

  it("knows another escape character", () => {
    assertMarked(dockerfile, "# escape=`\nFROM x\nRUN ollama pull `\n  «one»\n");
  });
});
