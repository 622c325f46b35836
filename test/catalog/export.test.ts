import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { csvField, csvTable } from "../../scripts/catalog/csv.ts";
import { dataLicense, exportCatalog } from "../../scripts/catalog/export.ts";
import { checkFiles, checkProject, readCommand } from "../../scripts/catalog.ts";
import type { CatalogIndex } from "../../src/catalog/record.ts";

/** Reads a table by RFC 4180, character by character: the other way round than it is written. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(field);
      field = "";
    } else if (character === "\r" && text[i + 1] === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
      i++;
    } else field += character;
  }
  assert.equal(field, "", "the last line ends in CRLF");
  return rows;
}

function textOf(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name);
  assert.ok(text !== undefined, name);
  return text;
}

describe("a field of a table", () => {
  it("is quoted only where RFC 4180 asks for it", () => {
    assert.equal(csvField("Olmo 3"), "Olmo 3");
    assert.equal(csvField("a, b"), '"a, b"');
    assert.equal(csvField('the "open" one'), '"the ""open"" one"');
    assert.equal(csvField("two\nlines"), '"two\nlines"');
    assert.equal(csvField(" edge"), '" edge"');
  });

  it("joins a list, and is empty where there is nothing", () => {
    assert.equal(csvField(["a", "b"]), "a | b");
    assert.equal(csvField([]), "");
    assert.equal(csvField(null), "");
    assert.equal(csvField(undefined), "");
    assert.equal(csvField(-1), "-1");
  });

  it("is never a formula to a spreadsheet", () => {
    for (const start of ["=", "+", "-", "@", "\t=", " =", "\r=", "＝"]) {
      assert.match(csvField(`${start}1+1`), /^"?'/, JSON.stringify(start));
    }
    assert.equal(csvField("@cf/meta/llama-3-8b"), "'@cf/meta/llama-3-8b");
    assert.equal(csvField("a=b"), "a=b");
  });

  it("comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        // what the apostrophe is put before comes back with it
        const expected = rows.map((row) => row.map((text) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)));
        assert.deepEqual(readCsv(csvTable(["x", "y"], rows)), [["x", "y"], ...expected]);
      }),
    );
  });
});

const models = `developer: { name: Example Lab, kind: non-profit }
reviewed: 2026-06-01
models:
  - id: lab/tuned
    name: Tuned, "the second"
    names: { huggingface: [lab/tuned-*], cloudflare: ["@cf/lab/tuned"] }
    members:
      - { name: lab/tuned-7b, names: { huggingface: lab/tuned-7b } }
    tasks: [text-generation, code]
    variant: instruct
    released: 2026-05
    license: MIT
    components: { model-parameters: open }
    training:
      - { stage: instruction, datasets: [chats], code: open }
    bases: [{ model: lab/base, relation: fine-tune }]
    confidence: likely
    reason: =SUM(A1)
    sources:
      - { url: "https://example.org/b", seen: 2026-06 }
      - { url: "https://example.org/a", shows: weights, seen: 2026-06 }
      - { url: "https://example.org/a", shows: data, seen: 2026-06 }
  - id: lab/base
    name: Base
    names: { huggingface: [lab/base] }
    tasks: [text-generation]
    license: MIT
    components: { model-parameters: open }
    training:
      - { stage: pre-training, datasets: [corpus], code: open }
    confidence: sure
    sources: [{ url: "https://example.org/base", seen: 2026-06 }]
  - id: lab/api
    name: API
    names: { openai: [lab-api] }
    tasks: [text-generation]
    components: { model-parameters: withheld }
    confidence: sure
    sources: [{ url: "https://example.org/api", seen: 2026-06 }]
`;

const datasets = `reviewed: 2026-06-01
datasets:
  - { id: corpus, name: Corpus, state: downloadable, gate: none, license: MIT, sources: [{ url: "https://example.org/corpus", seen: 2026 }] }
  - { id: chats, name: Chats, state: withheld, gate: none, sources: [{ url: "https://example.org/chats", seen: 2026 }] }
`;

const licenses = `licenses:
  - { id: MIT, name: MIT License, kind: osi, terms: [{ kind: attribution, text: The notice is kept. }] }
`;

function smallCatalog(): CatalogIndex {
  const { compiled, faults } = checkFiles(
    [
      { kind: "models", path: "models/lab.yaml", text: models },
      { kind: "datasets", path: "datasets/lab.yaml", text: datasets },
      { kind: "licenses", path: "licenses.yaml", text: licenses },
    ],
    "2026-11-21",
  );
  assert.deepEqual(faults, []);
  return compiled.index;
}

/** The rows of a table as objects, by the names of its columns. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [columns = [], ...rows] = readCsv(text);
  return rows.map((row) => {
    assert.equal(row.length, columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""]));
  });
}

describe("the exported catalog", () => {
  const files = exportCatalog(smallCatalog(), "1.2.3");

  it("has one table of each kind of record, and all of it as JSON", () => {
    assert.deepEqual([...files.keys()], ["catalog.json", "datasets.csv", "licences.csv", "models.csv"]);
  });

  it("has one row for each model, by id, with the class that its facts give", () => {
    const rows = rowsOf(textOf(files, "models.csv"));
    assert.deepEqual(
      rows.map((row) => [row["id"], row["class"], row["confidence"], row["license"], row["license_kind"]]),
      [
        ["lab/api", "closed", "sure", "", "proprietary"],
        ["lab/base", "open-recipe", "sure", "MIT", "osi"],
        ["lab/tuned", "partial-recipe", "likely", "MIT", "osi"],
      ],
    );
    const tuned = rows[2] ?? {};
    assert.equal(tuned["name"], 'Tuned, "the second"');
    assert.equal(tuned["developer"], "lab");
    assert.equal(tuned["developer_name"], "Example Lab");
    assert.equal(tuned["tasks"], "text-generation | code");
    assert.equal(tuned["bases"], "fine-tune: lab/base");
    assert.equal(tuned["datasets"], "chats | corpus");
    assert.equal(tuned["names_huggingface"], "lab/tuned-* | lab/tuned-7b");
    assert.equal(tuned["names_cloudflare"], "'@cf/lab/tuned");
    assert.equal(tuned["names_github_models"], "");
    assert.equal(tuned["reason"], "'=SUM(A1)");
    assert.equal(tuned["sources"], "https://example.org/a | https://example.org/b");
    assert.equal(tuned["reviewed"], "2026-06-01");
  });

  it("has the datasets and licences", () => {
    assert.deepEqual(
      rowsOf(textOf(files, "datasets.csv")).map((row) => [row["id"], row["state"], row["gate"], row["license"]]),
      [
        ["chats", "withheld", "none", ""],
        ["corpus", "downloadable", "none", "MIT"],
      ],
    );
    assert.deepEqual(rowsOf(textOf(files, "licences.csv")), [
      { id: "MIT", name: "MIT License", kind: "osi", hub_tags: "", terms: "attribution: The notice is kept." },
    ]);
  });

  it("says in the JSON under which licence, and keeps the values as they are", () => {
    const exported: unknown = JSON.parse(textOf(files, "catalog.json"));
    assert.ok(typeof exported === "object" && exported !== null && "models" in exported && Array.isArray(exported.models));
    assert.ok("license" in exported && "version" in exported && "asOf" in exported && "attribution" in exported);
    assert.deepEqual([exported.license, exported.version, exported.asOf], ["CC-BY-4.0", "1.2.3", "2026-06-01"]);
    assert.match(String(exported.attribution), /https:\/\/osai-index\.eu\//);
    const tuned = exported.models[2];
    assert.equal(tuned.reason, "=SUM(A1)");
    assert.deepEqual(tuned.names, { huggingface: ["lab/tuned-*", "lab/tuned-7b"], cloudflare: ["@cf/lab/tuned"] });
  });

  it("is the same for the same catalog, in whatever order the records come", () => {
    const index = smallCatalog();
    const reversed = {
      ...index,
      models: index.models.toReversed(),
      datasets: index.datasets.toReversed(),
      licenses: index.licenses.toReversed(),
    };
    assert.deepEqual(exportCatalog(reversed, "1.2.3"), files);
  });

  it("has all of the project's records", () => {
    const { index } = checkProject("2026-11-21").compiled;
    const whole = exportCatalog(index, "1.2.3");
    assert.equal(readCsv(textOf(whole, "models.csv")).length, index.models.length + 1);
    assert.equal(readCsv(textOf(whole, "datasets.csv")).length, index.datasets.length + 1);
    assert.equal(readCsv(textOf(whole, "licences.csv")).length, index.licenses.length + 1);
  });
});

describe("the arguments of catalog.ts", () => {
  it("are a command, and a folder where one is asked for", () => {
    assert.deepEqual(readCommand(["check"]), { kind: "check" });
    assert.deepEqual(readCommand(["build"]), { kind: "build" });
    assert.deepEqual(readCommand(["compare", "/data"]), { kind: "compare", folder: "/data" });
    assert.deepEqual(readCommand(["export", "/out"]), { kind: "export", folder: "/out" });
    const byDefault = readCommand(["export"]);
    assert.ok(byDefault?.kind === "export" && byDefault.folder.endsWith(join("dist", "catalog-export")));
  });

  it("are none where something is missing or too much", () => {
    for (const args of [[], ["compare"], ["check", "x"], ["export", "a", "b"], ["list"]])
      assert.equal(readCommand(args), null, args.join(" "));
  });
});

describe("how the project wants to be cited", () => {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, "..", "..", name), "utf8");

  it("agrees with the manifest and with the licence of the exported data", () => {
    const citation: unknown = parse(read("CITATION.cff"));
    const manifest: unknown = JSON.parse(read("package.json"));
    assert.ok(typeof citation === "object" && citation !== null && typeof manifest === "object" && manifest !== null);
    const { version, title, license, authors } = citation as Readonly<Record<string, unknown>>;
    const wanted = manifest as Readonly<Record<string, unknown>>;
    assert.equal((citation as Readonly<Record<string, unknown>>)["cff-version"], "1.2.0");
    assert.deepEqual({ version, title, license }, { version: wanted["version"], title: wanted["displayName"], license: wanted["license"] });
    assert.deepEqual(authors, [{ name: "The Open Recipe contributors" }]);
    assert.ok(read("docs/catalog.md").includes(dataLicense));
    assert.ok(read("THIRD-PARTY-NOTICES.md").includes("https://osai-index.eu"));
  });
});

describe("the third-party notices", () => {
  const root = join(import.meta.dirname, "..", "..");
  const manifestOf = (
    name: string,
  ): { readonly version: string; readonly license: string; readonly dependencies?: Readonly<Record<string, string>> } =>
    JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));

  /** The packages that src/ imports, with all that they depend on: what the bundles are made of. */
  function bundledPackages(): readonly string[] {
    const found = new Set<string>();
    const open = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => [
        ...readFileSync(join(root, "src", path), "utf8").matchAll(/^(?:import|\} from|export \{[^}]*\} from)\b[^"\n]*"([^".][^"]*)"/gm),
      ])
      // types leave nothing in a bundle
      .filter(([statement]) => !statement.startsWith("import type"))
      .flatMap(([, name]) => (name === undefined || isBuiltin(name) || name === "vscode" ? [] : [name]));
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      open.push(...Object.keys(manifestOf(name).dependencies ?? {}));
    }
    return [...found].sort();
  }

  it("name every library of the bundles with its version and licence, and no other", () => {
    const notices = readFileSync(join(root, "THIRD-PARTY-NOTICES.md"), "utf8");
    const libraries = notices.slice(notices.indexOf("## Bundled libraries"));
    const listed = [...libraries.matchAll(/^### (\S+) (\S+)\n\n<[^>]+>, (\S+)$/gm)].map(
      ([, name, version, license]) => `${name} ${version} ${license}`,
    );
    assert.deepEqual(
      listed,
      bundledPackages().map((name) => `${name} ${manifestOf(name).version} ${manifestOf(name).license}`),
    );
  });
});
