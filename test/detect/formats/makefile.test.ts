import assert from "node:assert/strict";
import { makefile } from "../../../src/detect/formats/makefile.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("Makefiles", () => {
  it("finds variables of every kind", () => {
    const candidates = assertMarked(
      makefile,
      `MODEL ?= «a-1» # gpt-4
B := "«b-2»"
C = «c-3»
D ::= «d-4»
export E = «e-5»
override F := «f-6»
LIST = «g-7» «h-8»
ARGS = --model «i-9» --port 1
M = $(or $(MODEL),«j-10»)
N = $(shell cat model)
build: O = «k-11»
ifeq ($(MODEL),gpt-4)
P = $(MODEL)
endif
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment MODEL",
      "b-2: assignment B",
      "c-3: assignment C",
      "d-4: assignment D",
      "e-5: assignment E",
      "f-6: assignment F",
      "g-7: item 0 < assignment LIST",
      "h-8: item 1 after g-7 < assignment LIST",
      "i-9: flag  --model < assignment ARGS",
      "j-10: fallback MODEL < assignment M",
      "k-11: assignment O",
    ]);
  });

  it("scans recipes as shell, with make's expansions unresolved", () => {
    const candidates = assertMarked(
      makefile,
      `.PHONY: run
run: deps other-1
	@ollama run «llama3»
	-vllm serve $(MODEL) --tokenizer $\${TOKENIZER:-«org/tok»}
	# ollama run gpt-4

	MODEL=«m-1» python run.py \\
	  --model «m-2»
define SCRIPT
ollama pull «p-1»
endef
one: ; ollama pull «q-1»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "llama3: operand ollama run 0",
      "org/tok: fallback TOKENIZER < flag vllm serve --tokenizer",
      "m-1: assignment MODEL",
      "m-2: flag run.py --model",
      "p-1: operand ollama pull 0",
      "q-1: operand ollama pull 0",
    ]);
  });
});
