import assert from "node:assert/strict";
import fc from "fast-check";
import { type ParseError, parse } from "jsonc-parser";
import { json } from "../../src/detect/formats/json.ts";
import { plausible } from "../../src/detect/plausible.ts";
import { assertLinear, assertMarked, assertSound, contextText, fragments, inContext } from "./candidates.ts";

/** The strings of a value that are no keys and could be names, with their key path; list positions count as keys. */
function stringsOf(value: unknown, path: readonly (string | number)[] = []): readonly string[] {
  if (typeof value === "string") return plausible(value) ? [`${path.join("/")} ${value}`] : [];
  if (Array.isArray(value)) return value.flatMap((element, index) => stringsOf(element, [...path, index]));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, [...path, key]));
  return [];
}

function found(text: string): readonly string[] {
  return json.detect(text).candidates.map(({ text: value, context }) => {
    const path = [...context]
      .reverse()
      .flatMap((frame) => (frame.kind === "property" ? [frame.key] : frame.kind === "item" ? [String(frame.index)] : []));
    return `${path.join("/")} ${value}`;
  });
}

describe("JSON", () => {
  it("finds strings with their key path and the element before", () => {
    const candidates = assertMarked(json, `{ "model": "«gpt-4o»", "l": ["«a1»", 2, "«b2»", {"k": "«c3»"}], "n": {"gpt-4": 1} }`);
    assert.deepEqual(candidates.map(contextText), [
      "property model",
      "item 0 < property l",
      "item 2 < property l",
      "property k < item 3 after b2 < property l",
    ]);
  });

  it("reads comments, trailing commas, lines, and text that is cut", () => {
    assertMarked(json, `{ // "gpt-4"\n "a": "«gpt-4o»", /* "x": "gpt-4" */ }\n{"b": "«phi3»",}\n[["«qwen3»"`);
    assertMarked(json, `{"a": "«gpt-4o»", "b": {"c": "«gpt-4»`);
    assertMarked(json, `{"a": "«gpt-4»\n, "b": "«phi3»"}`);
  });

  it("decodes escapes and keeps the range of what is written", () => {
    const text = String.raw`{"m": "openai\/gpt-4o", "n": "\u006f1-mini"}`;
    assert.deepEqual(
      json.detect(text).candidates.map(({ text: value, range }) => [value, text.slice(range.start, range.end)]),
      [
        ["openai/gpt-4o", String.raw`openai\/gpt-4o`],
        ["o1-mini", String.raw`\u006f1-mini`],
      ],
    );
  });

  it("reads the JSON in a string, also where a workflow evaluates it, and no answer of a server", () => {
    const text = String.raw`{"a": "{\"model\": \"«gpt-4o»\"}", "b": "={\n  \"model\": \"«phi3»\" }"}`;
    assert.deepEqual(assertMarked(json, text).map(contextText), ["property model < property a", "property model < property b"]);
    assertMarked(
      json,
      String.raw`{"a": "{\"object\": \"chat.completion\", \"model\": \"gpt-4o\"}", "b": "={{ $json.model }}", "c": "= {x}"}`,
    );
  });

  it("reads lists that are command lines, with the program beside them", () => {
    const candidates = assertMarked(
      json,
      `{"a": {"command": "«npx»", "args": ["-y", "pkg", "--model", "«gpt-4o»"]}, "b": {"command": ["vllm", "serve"], "args": ["«x/y»"]}, "c": ["--model", "«phi3»"]}`.replace(
        '"npx"',
        '"«npx»"',
      ),
    );
    assert.deepEqual(candidates.slice(1).map(contextText), [
      "flag pkg --model < item 3 after --model < property args < property a",
      "operand vllm serve 0 < item 0 < property args < property b",
      "flag  --model < item 1 after --model < property c",
    ]);
  });

  it("scans command lines in strings", () => {
    const text = String.raw`{"scripts": {"dev": "ollama pull llama3 && ollama run \"phi3\""}, "postCreateCommand": "vllm serve a/b"}`;
    const { candidates, modules } = json.detect(text);
    assert.deepEqual(
      candidates.map((candidate) => [text.slice(candidate.range.start, candidate.range.end), contextText(candidate)]),
      [
        ["llama3", "operand ollama pull 0 < property dev < property scripts"],
        ["phi3", "operand ollama run 0 < property dev < property scripts"],
        ["a/b", "operand vllm serve 0 < property postCreateCommand"],
      ],
    );
    assert.deepEqual(modules, ["ollama", "vllm"]);
  });

  it("knows environments as lists and as pairs", () => {
    const candidates = assertMarked(json, `{"Env": ["MODEL=«gpt-4o»"], "environment": [{"name": "«A_MODEL»", "value": "«phi3»"}]}`);
    assert.equal(contextText(candidates[0]), "assignment MODEL < item 0 < property Env");
    assert.equal(contextText(candidates[2]), "assignment A_MODEL < property value < item 0 < property environment");
  });

  it("keeps the innermost layers only", () => {
    const depth = 10_000;
    const [candidate] = json.detect(`${'{"a":'.repeat(depth)}"gpt-4o"`).candidates;
    assert.equal(candidate?.text, "gpt-4o");
    assert.equal(candidate.context.length, 16);
  });

  it("passes over what is nested too deep, and goes on behind it", () => {
    const depth = 10_001;
    const nested = `${"[".repeat(depth)}"gpt-4o", {"model": "gpt-4o"}${"]".repeat(depth)}`;
    const candidates = json.detect(`{"a": ${nested}, "model": "llama3"}`).candidates;
    assert.deepEqual(inContext(candidates), ["llama3: property model"]);
  });

  it("finds what jsonc-parser finds", () => {
    const name = fc.constantFrom("gpt-4o", "a/b", "x y", "", "é", "😀", "llama3:8b", 'q"uote', "back\\slash", "new\nline", "v1.2", "12");
    const key = fc.constantFrom("model", "a", "b", "c d", "é", "list", "", "models");
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        name,
        fc.integer(),
        fc.constant(null),
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(key, tie("node"), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, "\t"), fc.boolean(), (tree, indent, carriageReturns) => {
        const written = JSON.stringify(tree, null, indent);
        const text = carriageReturns ? written.replaceAll("\n", "\r\n") : written;
        const errors: ParseError[] = [];
        assert.deepEqual(found(text), stringsOf(parse(text, errors)));
        assert.deepEqual(errors, []);
      }),
      { numRuns: 500 },
    );
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(json, parts.join(""))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => assertSound(json, text)),
      { numRuns: 200 },
    );
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of ['"', "[", "{", '[{"a":', '"a1",', '{"args":["-m",', "\\", '"\\u00', "/*", "]", '{"command":["a b",'])
      assertLinear(json, repeated);
  });
});
