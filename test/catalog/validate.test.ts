import assert from "node:assert/strict";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { projectEntrySchemas, projectFileSchema } from "../../src/catalog/schema.ts";
import { validate } from "../../src/catalog/validate.ts";
import { model } from "./records.ts";

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });

describe("validate", () => {
  const { reason: _, developer: __, ...facts } = { ...model("acme/one"), reason: "" };
  const record = { ...facts, reason: "Ours." };
  const { added, corrected } = projectEntrySchemas.models;

  it("finds nothing wrong with a whole record, nor with a correction of one field", () => {
    assert.deepEqual(validate(added, record), []);
    assert.deepEqual(validate(corrected, { id: "acme/one", license: "MIT", reason: "They wrote to us." }), []);
  });

  it("says what is wrong, and where", () => {
    const wrong = {
      ...record,
      name: " ",
      tasks: ["text-generation", "text-generation"],
      components: { "model-parameters": { state: "opne" }, "training-code": "shut" },
      released: 1492,
      members: [{ name: "acme/One", names: {}, parameters: 0, hosts: { host: 7 } }],
      colour: "red",
    };
    assert.deepEqual(
      validate(added, wrong).map(({ keys, message }) => `${keys.join(".")}: ${message}`),
      [
        "name: must match ^\\S(.*\\S)?$",
        "tasks: must not have an entry twice",
        "components.model-parameters.state: must be one of open, partial, withheld, unknown",
        "components.training-code: must be one of open, partial, withheld, unknown",
        "released: must be a text",
        "colour: unknown key",
        "members.0.parameters: must be more than 0",
        "members.0.hosts.host: must be a text",
      ].sort((a, b) => order(wrong, a) - order(wrong, b)),
    );
  });

  /** Faults come in the order of the keys as they are written. */
  function order(value: object, fault: string): number {
    return Object.keys(value).indexOf(fault.split(/[.:]/)[0] ?? "");
  }

  it("takes keys that every object has for keys of the data, and for unknown ones", () => {
    const hostile: unknown = parse(
      '{ id: acme/one, reason: x, __proto__: { name: y }, constructor: 1, toString: 2, names: { valueOf: ["a"] } }',
    );
    assert.deepEqual(
      validate(corrected, hostile).map(({ keys, message }) => `${keys.join(".")}: ${message}`),
      ["__proto__: unknown key", "constructor: unknown key", "toString: unknown key", "names.valueOf: unknown key"],
    );
  });

  it("takes no date, set or list for a map", () => {
    for (const value of [new Date(0), new Set(), [], null, "models", Number.NaN]) {
      assert.deepEqual(validate(projectFileSchema, value), [{ keys: [], message: "must be a map of keys" }]);
    }
  });

  it("says so where a full implementation of JSON Schema does, whatever the data", () => {
    const schemas = [added, corrected, projectEntrySchemas.datasets.added, projectEntrySchemas.licenses.corrected, projectFileSchema];
    const validators = schemas.map((schema) => ({ schema, full: ajv.compile(schema) }));
    const words = [
      "open",
      "acme/one",
      "MIT",
      "2026-05",
      2026,
      0,
      -1,
      1.5,
      true,
      null,
      "",
      " ",
      [],
      {},
      ["a", "a"],
      [{ url: "https://a.b/c", seen: 2026 }],
    ];
    const value = fc.oneof(fc.constantFrom(...words), fc.jsonValue({ maxDepth: 3 }));
    const keys = [
      ...Object.keys(record),
      "license",
      "training",
      "bases",
      "contains",
      "retired",
      "languages",
      "citation",
      "terms",
      "state",
      "gate",
      "kind",
    ];
    const changed = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 }).map((fields) => ({ ...record, ...fields }));
    fc.assert(
      fc.property(fc.oneof(changed, value), (data) => {
        for (const { schema, full } of validators) assert.equal(validate(schema, data).length === 0, full(data), JSON.stringify(data));
      }),
      { numRuns: 2000 },
    );
  });
});
