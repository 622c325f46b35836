import assert from "node:assert/strict";
import fc from "fast-check";
import { enclosingBlock, enclosingBrackets } from "../../src/identify/enclosing.ts";
import { createPlaceReader } from "../../src/identify/placeFacts.ts";
import type { PlaceFacts } from "../../src/identify/reference.ts";
import type { TextRange } from "../../src/text.ts";

/** Where `‹…›` stands in a source, and the source without these marks. */
function marked(source: string): { readonly text: string; readonly place: TextRange } {
  const start = source.indexOf("‹");
  const end = source.indexOf("›") - 1;
  assert.ok(start >= 0 && end > start);
  return { text: source.replace("‹", "").replace("›", ""), place: { start, end } };
}

function factsAt(source: string): PlaceFacts {
  const { text, place } = marked(source);
  return createPlaceReader(text)(place);
}

function bracketsAt(source: string): readonly string[] {
  const { text, place } = marked(source);
  return enclosingBrackets(text, place).map(({ start, end }) => text.slice(start, end));
}

describe("brackets around a place", () => {
  it("are the calls and objects that hold it, innermost first", () => {
    assert.deepEqual(bracketsAt('f(g("‹m›"), {a: 1})'), ['("m")', '(g("m"), {a: 1})']);
    assert.deepEqual(bracketsAt('x = {\n  "model": "‹m›",\n  "tools": [a, (b)],\n}\n'), ['{\n  "model": "m",\n  "tools": [a, (b)],\n}']);
  });

  it("are not ended by brackets in strings and comments", () => {
    assert.deepEqual(bracketsAt(`f("a)", '''b)''', "‹m›", # c)\n  "d)")`), [`("a)", '''b)''', "m", # c)\n  "d)")`]);
    assert.deepEqual(bracketsAt('f("‹m›", // don\'t)\n  1)'), ['("m", // don\'t)\n  1)']);
    assert.deepEqual(bracketsAt("this.#f({ model: '‹m›', b: `)` })"), ["{ model: 'm', b: `)` }", "({ model: 'm', b: `)` })"]);
  });

  it("are none where the place stands in none, or where its call does not end", () => {
    assert.deepEqual(bracketsAt('MODEL = "‹m›"\nf(1)\n'), []);
    assert.deepEqual(bracketsAt('f("‹m›", '), []);
  });

  it("are none where the quotes before cannot be told", () => {
    assert.deepEqual(bracketsAt('"""\nText begins here (\n"""\nf("‹m›")'), ['("m")']);
    assert.deepEqual(bracketsAt('    x """\nbegins f( """ "‹m›")'), []);
  });
});

describe("the block around a place", () => {
  it("is the item or section by its indentation", () => {
    const source = "models:\n  - name: a\n    model: ‹m›\n    num_ctx: 5\n  - name: b\n    num_ctx: 9\n";
    const { text, place } = marked(source);
    const { start, end } = enclosingBlock(text, place);
    assert.equal(text.slice(start, end), "  - name: a\n    model: m\n    num_ctx: 5");
  });
});

describe("what the code around a name shows", () => {
  it("nothing, where there is nothing", () => {
    assert.deepEqual(factsAt('f(model="‹m›")'), { uses: [], tiedSettings: [], context: null, dimension: null, languages: [] });
  });

  it("context lengths and lengths of answers, the nearest of each", () => {
    assert.equal(factsAt("vllm serve ‹m› --max-model-len 32768").context, 32768);
    assert.equal(factsAt("FROM ‹m›\nPARAMETER num_ctx 16384\n").context, 16384);
    assert.equal(factsAt("base_model: ‹m›\nsequence_len: 8_192\n").context, 8192);
    assert.equal(factsAt('f(model="‹m›", max_model_len="16k")').context, null, "a text is no number");
    assert.equal(factsAt('f(model="‹m›", n_ctx=16k)').context, 16384);
    assert.equal(factsAt('f(model="‹m›", max_tokens=300)\nf(model="n", max_tokens=9000)\n').context, 300);
    assert.equal(factsAt('f(model="‹m›", max_tokens=300)\ng(num_ctx=9000)\n').context, 9000);
    assert.equal(factsAt("- model: ‹m›\n  contextLength: 8000\n- model: n\n  contextLength: 90000\n").context, 8000);
  });

  it("features: of the request that holds the name, else of the document", () => {
    const other = 'create(model="n", messages=m, tools=t)\n';
    assert.deepEqual(factsAt(`create(model="‹m›", messages=m)\n${other}`).uses, []);
    assert.deepEqual(factsAt(`create(model="‹m›", messages=m, tools=t)\n`).uses, ["tools"]);
    assert.deepEqual(factsAt(`create({ model: "‹m›", messages, tools })`).uses, ["tools"]);
    assert.deepEqual(factsAt(`generateText({ model: openai("‹m›"), prompt: "", tools })`).uses, ["tools"]);
    assert.deepEqual(factsAt(`create(model="‹m›", messages=m, **more)\n${other}`).uses, ["tools"]);
    assert.deepEqual(factsAt(`MODEL = "‹m›"\n${other}`).uses, ["tools"]);
    assert.deepEqual(factsAt(`llm = ChatOpenAI(model="‹m›")\nllm.with_structured_output(Answer)\n`).uses, ["structured-output"]);
  });

  it("what messages hold counts wherever they are made", () => {
    assert.deepEqual(factsAt('part = {"type": "input_audio"}\ncreate(model="‹m›", messages=[part])\n').uses, ["audio-input"]);
  });

  it("sizes of vectors and languages", () => {
    for (const size of ["VectorParams(size=768)", "embedding vector(768)", "dimensions=768", '"dims": 768', "EMBEDDING_DIM = 768"]) {
      assert.equal(factsAt(`f("‹m›")\n${size}\n`).dimension, 768, size);
    }
    assert.deepEqual(factsAt('f("‹m›", language="de")').languages, ["de"]);
    assert.deepEqual(factsAt("whisper a.mp3 --model ‹m› --language en\n").languages, ["en"]);
    assert.deepEqual(factsAt('f("‹m›", language="english")').languages, ["en"]);
    assert.deepEqual(factsAt('LANG=en_US.UTF-8\nf("‹m›")').languages, []);
  });

  it("reads any text without an exception, and the cells of a notebook that are not at hand as part of the document", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."(){}[]\"'`#/\\\n :=-,tools1vector "), maxLength: 300 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = Math.min(a % (text.length + 1), b % (text.length + 1));
          const end = Math.max(a % (text.length + 1), b % (text.length + 1));
          for (const range of [...enclosingBrackets(text, { start, end }), enclosingBlock(text, { start, end })]) {
            assert.ok(0 <= range.start && range.start <= start && end <= range.end && range.end <= text.length);
          }
          createPlaceReader(text)({ start, end });
        },
      ),
    );
    const { text, place } = marked('f(model="‹m›")');
    assert.deepEqual(createPlaceReader(text, "bind_tools([a])")(place).uses, ["tools"]);
  });

  it("takes linear time, whatever the text", () => {
    for (const unit of ["{ tools ", "((((", '"""', "vector( ", "max_tokens: 1", ", \n"]) {
      const text = unit.repeat(200_000);
      const reader = createPlaceReader(text);
      const started = performance.now();
      for (let i = 0; i < 20; i++) reader({ start: 400_000 + i, end: 400_001 + i });
      assert.ok(performance.now() - started < 2000, unit);
    }
  });
});
