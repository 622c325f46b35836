import assert from "node:assert/strict";
import { readIndex, writeIndex } from "../../src/catalog/indexFile.ts";
import { openCatalog, openSource } from "../../src/catalog/open.ts";
import type { CatalogIndex } from "../../src/catalog/record.ts";
import { closedModel, dataset, identity, index, model } from "./records.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("The index as a file", () => {
  const whole = index(
    [
      model("lab/base", { names: { huggingface: ["lab/Base-7B", "lab/Base-*"] }, reason: "Größe, 🧪\nzwei Zeilen" }),
      model("lab/tuned", {
        names: { huggingface: ["lab/Tuned-*"], ollama: ["tuned"] },
        variant: "instruct",
        bases: [{ model: "lab/base", relation: "fine-tune" }],
        members: [{ name: "lab/Tuned-7B", parameters: 7, names: { huggingface: "lab/Tuned-7B" }, aliases: { ollama: ["tuned:7b"] } }],
        moving: ["tuned"],
      }),
      closedModel("maker/closed-4", { names: { openai: ["closed-4"] } }),
    ],
    [dataset("corpus"), dataset("other-corpus", { state: "withheld" })],
  );
  /** What was decoded in the course of a reading. */
  let decoded: string[] = [];
  const read = (file: string): ReturnType<typeof openSource> =>
    openSource(
      readIndex(encode(file), (bytes) => {
        const text = new TextDecoder().decode(bytes);
        decoded.push(text);
        return text;
      }),
    );
  beforeEach(() => {
    decoded = [];
  });

  it("is JSON with all that the index has", () => {
    const { summaries, namespaces, datasetIds, beginnings, names, ...rest } = JSON.parse(writeIndex(whole)) as CatalogIndex &
      Record<string, unknown>;
    assert.deepEqual(rest, JSON.parse(JSON.stringify(whole)));
    assert.ok(Array.isArray(summaries) && Array.isArray(datasetIds));
    assert.deepEqual(namespaces, ["huggingface", "openai", "ollama"]);
    assert.equal(beginnings, "base closed# tuned");
    assert.deepEqual(names, {
      huggingface: [
        [0, null, false, ["lab/Base-7B", "lab/Base-*"]],
        [1, null, false, ["lab/Tuned-*"]],
        [1, 0, false, ["lab/Tuned-7B"]],
      ],
      openai: [[2, null, false, ["closed-4"]]],
      ollama: [
        [1, null, false, ["tuned"]],
        [1, 0, true, ["tuned:7b"]],
      ],
    });
  });

  const asked = [
    identity("huggingface", "lab/Base-7B"),
    identity("huggingface", "lab/base-13b"),
    identity("huggingface", "lab/Tuned-7B"),
    identity("ollama", "tuned", { tag: "7b" }),
    identity("ollama", "tuned"),
    identity("openai", "closed-4"),
    identity("huggingface", "bartowski/Tuned-7B-GGUF"),
    identity("huggingface", "nobody/Nothing-1B"),
  ];

  it("answers as the index in memory does, and so does any other JSON of the index", () => {
    const expected = openCatalog(whole);
    for (const file of [writeIndex(whole), JSON.stringify(whole), JSON.stringify(whole, null, 2), writeIndex(index([]))]) {
      const catalog = read(file);
      if (catalog.models.length === 0) continue;
      for (const one of asked) assert.deepEqual(catalog.find(one), expected.find(one), one.name);
      assert.deepEqual(catalog.models, expected.models);
      for (const id of ["corpus", "other-corpus", "none"]) assert.deepEqual(catalog.dataset(id), expected.dataset(id));
      assert.deepEqual(catalog.license("MIT"), expected.license("MIT"));
      assert.equal(catalog.developerName("ai2"), "Ai2");
      assert.deepEqual(catalog.model("lab/tuned"), expected.model("lab/tuned"));
    }
  });

  it("has a record and a scheme's names read when they are asked for, and once", () => {
    const catalog = read(writeIndex(whole));
    assert.equal(decoded.length, 1, "the first line alone");
    const match = catalog.find(identity("huggingface", "lab/Tuned-7B"));
    assert.equal(decoded.length, 3, "the names of the hub, and the record");
    assert.equal(match?.member?.parameters, 7);
    assert.equal(catalog.model("lab/tuned"), match?.record);
    assert.equal(decoded.length, 3);
    assert.equal(catalog.find(identity("ollama", "tuned"))?.record, match?.record);
    assert.equal(decoded.length, 4, "the names of Ollama");
    assert.equal(catalog.find(identity("ollama", "tuned", { tag: "7b" }))?.record, match?.record);
    assert.equal(decoded.length, 4);
  });

  it("is refused where it is cut off, of another version, or no index", () => {
    const file = writeIndex(whole);
    assert.throws(() => read(file.slice(0, -20)), /cut off/);
    assert.throws(() => read(file.replace('"version":1', '"version":2')), /another version/);
    for (const text of ["", "null", "[", file.slice(0, 40)]) assert.throws(() => read(text), Error, text);
  });
});
