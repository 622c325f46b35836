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

  it("is JSON with all that the index has, in ASCII", () => {
    const file = writeIndex(whole);
    assert.match(file, /^[\n\x20-\x7e]*$/);
    const { namespaces, counts, length, openModels, beginnings, basenames, names, ...rest } = JSON.parse(file) as CatalogIndex &
      Record<string, unknown>;
    assert.deepEqual(rest, JSON.parse(JSON.stringify(whole)));
    assert.deepEqual(namespaces, ["huggingface", "openai", "ollama"]);
    assert.deepEqual(counts, { datasets: 2, models: 3 });
    assert.equal(length, file.length - file.indexOf("\n") - 1);
    assert.deepEqual(openModels, { "text-generation": [1] });
    assert.deepEqual(beginnings, ["base#", "base7b#", "closed4#", "tuned#", "tuned7b#"]);
    assert.deepEqual(Object.keys(names as object), namespaces);
    const { hub } = basenames as { readonly hub: { readonly names: readonly string[] } };
    assert.deepEqual(hub.names, ["base-7b", "tuned-7b"]);
  });

  it("has its records in the order of their ids, whatever order they are given in", () => {
    assert.equal(writeIndex({ ...whole, models: [...whole.models].reverse(), datasets: [...whole.datasets].reverse() }), writeIndex(whole));
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
      for (const task of ["text-generation", "embedding"] as const) assert.deepEqual(catalog.openModels(task), expected.openModels(task));
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
    assert.equal(catalog.find(identity("ollama", "tuned"))?.record, match?.record);
    assert.equal(decoded.length, 4, "the names of Ollama");
    assert.equal(catalog.find(identity("ollama", "tuned", { tag: "7b" }))?.record, match?.record);
    assert.equal(decoded.length, 4);
    assert.equal(catalog.model("lab/tuned"), match?.record);
    const before = decoded.length;
    assert.equal(catalog.model("lab/tuned"), match?.record);
    assert.equal(decoded.length, before, "its place is known by now");
  });

  it("finds records by their ids, and none that is not there", () => {
    const ids = ["a/a", "lab/base", "lab/base-2", "maker/closed-4", "z/z"];
    for (let count = 0; count <= ids.length; count++) {
      const held = ids.slice(0, count);
      const catalog = read(
        writeIndex(
          index(
            held.map((id) => model(id)),
            held.map((id) => dataset(id.replace("/", "-"))),
          ),
        ),
      );
      for (const id of ids) {
        assert.equal(catalog.model(id)?.id, held.includes(id) ? id : undefined, id);
        assert.equal(catalog.dataset(id.replace("/", "-")) !== undefined, held.includes(id), id);
      }
      for (const id of ["", "lab/bas", "lab/base-", "{", "\uffff"]) assert.equal(catalog.model(id), undefined, id);
    }
  });

  it("is refused where it is cut off, of another version, or no index", () => {
    const file = writeIndex(whole);
    for (const length of [1, 20, file.length - file.indexOf("\n") - 1]) assert.throws(() => read(file.slice(0, -length)), /cut off/);
    assert.throws(() => read(file.replace('"version":1', '"version":2')), /another version/);
    for (const text of ["", "null", "[", file.slice(0, 40)]) assert.throws(() => read(text), Error, text);
  });
});
