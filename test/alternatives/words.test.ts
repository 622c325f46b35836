import assert from "node:assert/strict";
import { heldBackSentence, nothingFitsSentence, stillShownSentence, titleWithNeeds } from "../../src/alternatives/words.ts";

describe("the title of a fix with its needs", () => {
  const title = "Swap to allenai/Olmo-3-7B-Instruct (open recipe)";
  const withNeeds = (...needs: readonly string[]): string => titleWithNeeds({ title, needs }).slice(title.length);

  it("says nothing where nothing is needed", () => {
    assert.equal(withNeeds(), "");
  });

  it("says each need, without its explanation", () => {
    assert.equal(withNeeds("a new index: vectors of two models cannot be compared"), "; needs: a new index");
    assert.equal(withNeeds("base_url of a server that serves it, such as vLLM"), "; needs: base_url of a server that serves it");
    assert.equal(withNeeds("a token (HF_TOKEN)", "a new index: vectors differ"), "; needs: a token; a new index");
    // what stands before the mark is no need by itself
    assert.equal(withNeeds("search_document: before each text"), "; needs: search_document: before each text");
  });

  it("counts what there is no room for", () => {
    const long = "acceptance of a use policy on the hub by somebody";
    assert.equal(withNeeds(long, long, "a token"), `; needs: ${long}, and 2 more`);
    assert.equal(withNeeds("x".repeat(200), "a token"), "; needs 2 more changes");
    assert.equal(withNeeds("x".repeat(200)), "; needs one more change");
  });
});

describe("the sentences about swaps", () => {
  it("name a client with its article, and a program without one", () => {
    const sentence = (runtime: string): string | null => nothingFitsSentence({ class: "closed" }, [], true, runtime, "2026-11-01");
    const rest = "cannot name any open-recipe model that does this; another client or server can (facts of 2026-11).";
    assert.equal(sentence("Anthropic client"), `The Anthropic client ${rest}`);
    assert.equal(sentence("AI SDK (Groq)"), `The AI SDK (Groq) ${rest}`);
    assert.equal(sentence("vLLM"), `vLLM ${rest}`);
  });

  it("tell in one line what keeps a name as it is, and count the places where there are many", () => {
    const held = { text: "llama3.1:8b", swaps: 2, reason: "choice" } as const;
    assert.equal(
      heldBackSentence({ ...held, swaps: 1 }, ["compose.yaml:7"]),
      "llama3.1:8b is not swapped in 1 place: compose.yaml:7 names it too, and cannot be swapped along with it.",
    );
    assert.equal(
      heldBackSentence(held, ["a.py:1", "b.py:2", "c.py:3", "d.py:4", "e.py:5"]),
      "llama3.1:8b is not swapped in 2 places: a.py:1, b.py:2, c.py:3 and 2 other places name it too, and cannot be swapped along with them.",
    );
    assert.equal(
      heldBackSentence({ ...held, reason: "differs" }, ["a.py:1", "b.py:2"]),
      "llama3.1:8b is not swapped in 2 places: a.py:1 and b.py:2 would get different models.",
    );
    assert.equal(stillShownSentence("llama3.1:8b", ["README.md:4"]), "README.md:4 still shows llama3.1:8b.");
    assert.equal(stillShownSentence("llama3.1:8b", ["a.md:4", "b.md:1"]), "a.md:4 and b.md:1 still show llama3.1:8b.");
  });
});
