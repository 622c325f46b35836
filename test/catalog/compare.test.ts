import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hubIdsIn } from "../../scripts/catalog/claims.ts";
import { type Comparison, compareClaims, comparisonReport } from "../../scripts/catalog/compare.ts";
import { createLicenseReader } from "../../scripts/catalog/licenseNames.ts";
import { readModelsDev, readMot, readOsAiMap, readOsai } from "../../scripts/catalog/readClaims.ts";
import { readReferences } from "../../scripts/catalog/references.ts";
import { checkFiles } from "../../scripts/catalog.ts";
import { openCatalog } from "../../src/catalog/open.ts";
import type { CatalogIndex } from "../../src/catalog/record.ts";

const opinion = (by: string): string => `opinions: [{ by: ${by}, value: somewhat open, date: "2026-06", url: "https://example.org/" }]`;

/** Records of one lab. `extra` adds keys to the record of a name. */
function catalogWith(extra: Readonly<Record<string, string>>): CatalogIndex {
  const record = (slug: string, facts: string): string =>
    `  - id: lab/${slug}
    name: ${slug}
    tasks: [text-generation]
    confidence: sure
    sources: [{ url: "https://example.org/", seen: 2026-06 }]
${facts}
${extra[slug] === undefined ? "" : `    ${extra[slug]}\n`}`;
  const models = `developer: { name: Lab, kind: company }
reviewed: 2026-06-01
models:
${record(
  "open",
  `    names: { huggingface: [lab/open-7b] }
    license: MIT
    components: { model-parameters: open }
    training: [{ stage: pre-training, datasets: [corpus], code: open }]`,
)}
${record(
  "weights",
  `    names: { huggingface: [lab/weights-7b, "lab/weights-*-chat"], openai: [weights-large] }
    license: LicenseRef-Lab
    components: { model-parameters: open }`,
)}
${record(
  "api",
  `    names: { openai: [lab-api-1] }
    components: { model-parameters: withheld }`,
)}`;
  const { compiled, faults } = checkFiles(
    [
      { kind: "models", path: "models/lab.yaml", text: models },
      {
        kind: "datasets",
        path: "datasets/lab.yaml",
        text: `reviewed: 2026-06-01
datasets:
  - { id: corpus, name: Corpus, state: downloadable, gate: none, sources: [{ url: "https://example.org/", seen: 2026 }] }
`,
      },
      {
        kind: "licenses",
        path: "licenses.yaml",
        text: `licenses:
  - { id: MIT, name: MIT License, kind: osi }
  - { id: CC-BY-4.0, name: Creative Commons Attribution 4.0, kind: permissive-content }
  - { id: CC-BY-NC-4.0, name: Creative Commons Attribution-NonCommercial 4.0, kind: non-commercial }
  - { id: LicenseRef-Lab, name: Lab 2.0 Community License, kind: use-restricted, hubTags: [lab2] }
  - { id: LicenseRef-Kimi-Modified-MIT, name: Modified MIT License (Kimi), kind: use-restricted }
`,
      },
    ],
    "2026-11-21",
  );
  assert.deepEqual(faults, []);
  return compiled.index;
}

interface OsaiRows {
  readonly data?: string;
  readonly code?: string;
  readonly weights?: string;
  readonly license?: string;
  readonly link?: string;
  readonly end?: string;
}

/** An entry in the shape of the OSAI index. */
function osai(name: string, rows: OsaiRows): unknown {
  return {
    system: { name, link: rows.link ?? null, endmodelname: rows.end ?? null, endmodellicense: rows.license ?? null },
    datasources_basemodel: { class: rows.data ?? "closed", link: null },
    datasources_endmodel: { class: "closed", link: null },
    weights_endmodel: { class: rows.weights ?? "open", link: null },
    trainingcode: { class: rows.code ?? "closed", link: null },
    code: { class: "open", link: null },
  };
}

function compare(claims: readonly ReturnType<typeof readOsai>[], extra: Readonly<Record<string, string>> = {}): Comparison {
  const index = catalogWith(extra);
  return compareClaims(
    claims.filter((claim) => claim !== null),
    openCatalog(index),
    index.licenses,
  );
}

/** Each disagreement in a few words. */
function told({ disagreements }: Comparison): readonly string[] {
  return disagreements.map(
    ({ record, about, ours, theirs, higher, answered }) =>
      `${record} ${about} ${ours}/${theirs}${higher ? " higher" : ""} ${answered ? "answered" : "open"}`,
  );
}

const openHub = "https://huggingface.co/lab/open-7b";
const weightsHub = "https://huggingface.co/lab/weights-7b";

describe("hub ids in a text", () => {
  it("stand in its addresses, or are the text", () => {
    assert.deepEqual(hubIdsIn("https://huggingface.co/lab/open-7b/blob/main/README.md · Hugging Face"), ["lab/open-7b"]);
    assert.deepEqual(hubIdsIn("lab/open-7b"), ["lab/open-7b"]);
  });

  it("are no datasets, collections, papers, or other sites", () => {
    for (const text of [
      "https://huggingface.co/datasets/lab/corpus",
      "https://huggingface.co/collections/lab/all-1",
      "https://huggingface.co/papers/2309.16609",
      "https://github.com/lab/open-7b",
      "Lab 2: an open model",
      "",
    ]) {
      assert.deepEqual(hubIdsIn(text), [], text);
    }
  });
});

describe("an entry of the OSAI index, read naively", () => {
  const classOf = (rows: OsaiRows): string | null | undefined => readOsai(osai("Open", rows))?.class;

  it("is an open recipe with open base data and training code, in part with one of them", () => {
    assert.equal(classOf({ data: "open", code: "open" }), "open-recipe");
    assert.equal(classOf({ data: "open" }), "partial-recipe");
    assert.equal(classOf({ code: "open" }), "partial-recipe");
    assert.equal(classOf({ data: "partial", code: "partial" }), "open-weights");
    assert.equal(classOf({ data: "open", code: "open", weights: "closed" }), "closed");
  });

  it("goes by its hub id alone where it has one: its end model's name can be the base's", () => {
    const claim = readOsai(osai("Guru", { link: "https://huggingface.co/lab/unknown", end: "weights-7b" }));
    assert.deepEqual([claim?.hubIds, claim?.names], [["lab/unknown"], []]);
  });

  it("is none where it has no name", () => {
    for (const entry of [null, [], "text", {}, { system: "open" }]) assert.equal(readOsai(entry), null);
  });
});

describe("an entry of the Model Openness Tool, read naively", () => {
  const mot = (components: readonly unknown[], distribution?: string): unknown => ({
    release: {
      name: "Open",
      huggingface: "lab/open-7b",
      license: distribution === undefined ? {} : { distribution: { name: distribution, path: "" } },
      components,
    },
  });
  const parameters = { name: "Model parameters (Final)" };

  it("counts components that are licensed, by themselves or by the distribution", () => {
    assert.equal(readMot(mot([parameters, { name: "Datasets" }, { name: "Training code" }], "MIT"))?.class, "open-recipe");
    assert.equal(readMot(mot([parameters, { name: "Datasets", license: "ODC-By-1.0" }]))?.class, "partial-recipe");
    assert.equal(readMot(mot([parameters, { name: "Datasets", license: "unlicensed" }], "MIT"))?.class, "open-weights");
    assert.equal(readMot(mot([parameters, { name: "Datasets", license: "Component not included" }], "MIT"))?.class, "open-weights");
  });

  it("says nothing of the class where the parameters are not listed, or not there", () => {
    assert.equal(readMot(mot([{ name: "Datasets" }], "MIT"))?.class, null);
    assert.equal(readMot(mot([{ ...parameters, license: "Component not included" }]))?.class, null);
  });

  it("has the parameters' licence, else the distribution's", () => {
    assert.equal(readMot(mot([{ ...parameters, license: "Apache-2.0" }], "MIT"))?.license, "Apache-2.0");
    assert.equal(readMot(mot([parameters], "MIT"))?.license, "MIT");
    assert.equal(readMot(mot([{ ...parameters, license: "unlicensed" }], "MIT"))?.license, null);
  });
});

describe("a model of os-ai-map, read naively", () => {
  const entry = (verdict: string, score: number, components: string): unknown => ({
    name: "open-7b",
    display_name: "Open 7B",
    huggingface_model: [{ url: openHub }],
    openness: { class: verdict, score, components, sources: [] },
  });

  it("has its class by the verdict, and by the score where open weights come with a part of the recipe", () => {
    assert.equal(readOsAiMap(entry("closed", 1, ""))?.class, "closed");
    assert.equal(readOsAiMap(entry("restricted", 2, ""))?.class, "open-weights");
    assert.equal(readOsAiMap(entry("open_weights", 3, ""))?.class, "open-weights");
    assert.equal(readOsAiMap(entry("open_weights", 4, ""))?.class, "partial-recipe");
    assert.equal(readOsAiMap(entry("open_source", 5, ""))?.class, "open-recipe");
    assert.equal(readOsAiMap(entry("surprising", 5, ""))?.class, null);
  });

  it("has the licence without its remarks", () => {
    assert.equal(readOsAiMap(entry("open_weights", 3, "weights:open(MIT, on HF);data:closed;license:MIT(OSI)"))?.license, "MIT");
    assert.equal(readOsAiMap(entry("closed", 1, "weights:closed;license:Proprietary(API-only)"))?.license, null);
  });
});

describe("models.dev, read naively", () => {
  const flag = (openWeights: boolean, baseModel: string | null = null): unknown => ({ openWeights, baseModel, name: "x" });

  it("has one claim for all spellings of a model", () => {
    const claims = readModelsDev({
      host: { "lab/weights-7b": flag(true), "weights-7b:free": flag(true) },
      bedrock: { "us.lab.weights-7b-v1:0": flag(true) },
    });
    assert.deepEqual(
      claims.map(({ entry, class: claimed }) => [entry, claimed]),
      [["weights-7b", "not-closed"]],
    );
  });

  it("hears the lab before others, then the majority; a draw says nothing", () => {
    const classOf = (file: unknown): unknown => readModelsDev(file)[0]?.class;
    assert.equal(
      classOf({ lab: { "m-1": flag(false, "lab/m-1") }, a: { "m-1": flag(true, "lab/m-1") }, b: { "m-1": flag(true) } }),
      "closed",
    );
    assert.equal(classOf({ a: { "m-1": flag(true) }, b: { "m-1": flag(true) }, c: { "m-1": flag(false) } }), "not-closed");
    assert.equal(classOf({ a: { "m-1": flag(true) }, b: { "m-1": flag(false) } }), null);
  });

  it("does not hear a provider whose flags mostly contradict the others'", () => {
    const names = ["m-1", "m-2", "m-3", "m-4", "m-5"];
    const models = (openWeights: boolean): unknown => Object.fromEntries(names.map((name) => [name, flag(openWeights)]));
    const file = { a: models(true), b: models(true), c: models(true), reseller: { ...Object(models(false)), "only-here": flag(false) } };
    const claims = readModelsDev(file);
    assert.deepEqual(
      claims.map(({ entry, class: claimed }) => `${entry} ${claimed}`),
      ["m-1 not-closed", "m-2 not-closed", "m-3 not-closed", "m-4 not-closed", "m-5 not-closed", "only-here null"],
    );
  });

  it("passes over what is no flag", () => {
    assert.deepEqual(readModelsDev({ a: null, b: { x: { openWeights: "yes" } }, c: [] }), []);
    assert.deepEqual(readModelsDev(null), []);
  });
});

describe("licences as people write them", () => {
  const reader = createLicenseReader(catalogWith({}).licenses);

  it("are found by id, name and hub tag, whatever the filling words", () => {
    assert.deepEqual(reader.idsIn("mit"), ["MIT"]);
    assert.deepEqual(reader.idsIn("The MIT Licence"), ["MIT"]);
    assert.deepEqual(reader.idsIn("Lab-2.0-Community"), ["LicenseRef-Lab"]);
    assert.deepEqual(reader.idsIn("lab2"), ["LicenseRef-Lab"]);
    assert.deepEqual(reader.idsIn("MIT (code) and CC-BY-NC-4.0 and additional terms"), ["MIT", "CC-BY-NC-4.0"]);
    assert.deepEqual(reader.idsIn("Purposely left ambiguous"), []);
  });

  it("can mean a licence that they name in part, but never another of the same beginning", () => {
    assert.equal(reader.canMean("Modified MIT License", "LicenseRef-Kimi-Modified-MIT"), true);
    assert.equal(reader.canMean("MIT", "LicenseRef-Kimi-Modified-MIT"), false);
    assert.equal(reader.canMean("CC-BY-4.0", "CC-BY-NC-4.0"), false);
  });
});

describe("the comparison", () => {
  it("has nothing to say where both agree", () => {
    const same = readOsai(osai("Open", { link: openHub, data: "open", code: "open", license: "MIT License" }));
    assert.deepEqual(told(compare([same])), []);
  });

  it("passes over what is not in the catalog", () => {
    const { matched, claims, disagreements } = compare([readOsai(osai("Other", { link: "https://huggingface.co/other/model" }))]);
    assert.deepEqual([matched, claims, disagreements], [0, 1, []]);
  });

  it("finds the record by name where there is no hub id", () => {
    assert.deepEqual(told(compare([readOsai(osai("weights-large", { code: "open" }))])), [
      "lab/weights class open-weights/partial-recipe open",
    ]);
  });

  it("is answered by that source's opinion where ours is lower, by no other's", () => {
    const higherClaim = readOsai(osai("Weights", { link: weightsHub, code: "open" }));
    assert.deepEqual(told(compare([higherClaim])), ["lab/weights class open-weights/partial-recipe open"]);
    assert.deepEqual(told(compare([higherClaim], { weights: opinion("OSAI") })), [
      "lab/weights class open-weights/partial-recipe answered",
    ]);
    assert.deepEqual(told(compare([higherClaim], { weights: opinion("MOT") })), ["lab/weights class open-weights/partial-recipe open"]);
    assert.deepEqual(told(compare([higherClaim], { weights: "reason: The code is that of the fine-tune." })), [
      "lab/weights class open-weights/partial-recipe answered",
    ]);
  });

  it("is answered by a reason alone where ours is higher", () => {
    const lowerClaim = readOsai(osai("Open", { link: openHub, code: "open" }));
    assert.deepEqual(told(compare([lowerClaim], { open: opinion("OSAI") })), ["lab/open class open-recipe/partial-recipe higher open"]);
    assert.deepEqual(told(compare([lowerClaim], { open: "reason: The corpus came out later." })), [
      "lab/open class open-recipe/partial-recipe higher answered",
    ]);
  });

  it("compares licences, and takes only words on licences for an answer", () => {
    const claim = readOsai(osai("Open", { link: openHub, data: "open", code: "open", license: "CC-BY-NC-4.0" }));
    assert.deepEqual(told(compare([claim])), ["lab/open licence MIT/CC-BY-NC-4.0 open"]);
    assert.deepEqual(told(compare([claim], { open: "reason: The corpus came out later." })), ["lab/open licence MIT/CC-BY-NC-4.0 open"]);
    assert.deepEqual(told(compare([claim], { open: "reason: The licence was changed in May 2026." })), [
      "lab/open licence MIT/CC-BY-NC-4.0 answered",
    ]);
  });

  it("tells of licences that it cannot compare", () => {
    const { disagreements, unreadLicenses } = compare([
      readOsai(osai("Open", { link: openHub, data: "open", code: "open", license: "Unclear" })),
    ]);
    assert.deepEqual([disagreements, [...unreadLicenses.keys()]], [[], ["Unclear"]]);
  });

  it("takes the exact hub name of a record for an answer to a bare flag, and a pattern for none", () => {
    const closed = { openWeights: false, baseModel: null };
    const claims = readModelsDev({
      host: { "lab/weights-7b": closed, "lab/weights-13b-chat": closed, "lab-api-1": { ...closed, openWeights: true } },
    });
    assert.deepEqual(told(compare(claims)), [
      "lab/api class closed/not closed open",
      "lab/weights class open-weights/closed higher open",
      "lab/weights class open-weights/closed higher answered",
    ]);
  });

  it("is printed by source, the open ones first and there the higher ones, with a summary", () => {
    const comparison = compare(
      [
        readOsai(osai("Open", { link: openHub, code: "open", license: "CC-BY-4.0" })),
        readOsai(osai("Weights", { link: weightsHub, code: "open" })),
        readOsAiMap({ name: "lab-api-1", openness: { class: "open_weights", score: 3 } }),
      ],
      { weights: opinion("OSAI") },
    );
    const words = (data: string): string => `(end weights open, base data ${data}, end data closed, training code open)`;
    assert.deepEqual(comparisonReport(comparison), [
      "OSAI: 3 disagreements, 2 open",
      `  open     lab/open: class open-recipe, OSAI on Open partial-recipe ${words("closed")}; ours is higher`,
      "  open     lab/open: licence MIT, OSAI on Open CC-BY-4.0",
      `  answered lab/weights: class open-weights, OSAI on Weights partial-recipe ${words("closed")}`,
      "",
      "os-ai-map: 1 disagreements, 1 open",
      "  open     lab/api: class closed, os-ai-map on lab-api-1 open-weights (3 of 5, open_weights)",
      "",
      "compare: 3 entries, 3 in the catalog; 4 disagreements, 1 answered, 3 open; 0 licences not compared",
    ]);
  });
});

describe("the reference folder", () => {
  let folder = "";
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "open-recipe-"));
    write("osai/Open.yaml", `---\nsystem:\n  name: Open\n  link: ${openHub}\ntrainingcode: { class: open }\n`);
    write("mot/Open.yml", "release:\n  name: Open\n  huggingface: lab/open-7b\n  components: []\n");
    write("os-ai-map/open.yaml", "name: open\nopenness: { class: closed, score: 1 }\n");
    write("models.dev/models.json", '{ "host": { "open-7b": { "openWeights": true } } }');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives the claims of all four sources", () => {
    const { claims, faults } = readReferences(folder);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      claims.map(({ source, entry }) => `${source} ${entry}`),
      ["OSAI Open", "MOT Open", "os-ai-map open", "models.dev open-7b"],
    );
  });

  it("gives one line for a file that cannot be read, and the claims of the others", () => {
    write("osai/Broken.yaml", "system: [");
    write("models.dev/models.json", "{");
    rmSync(join(folder, "mot"), { recursive: true });
    const { claims, faults } = readReferences(folder);
    assert.deepEqual(
      claims.map(({ source }) => source),
      ["OSAI", "os-ai-map"],
    );
    assert.equal(faults.length, 3);
    assert.ok(faults[0]?.startsWith(`${join(folder, "osai", "Broken.yaml")}: `));
    assert.equal(faults[1], `${join(folder, "mot")}: no such folder`);
    assert.ok(faults[2]?.startsWith(`${join(folder, "models.dev", "models.json")}: `));
    assert.ok(faults.every((fault) => !fault.includes("\n")));
  });
});
