import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";
import { type Installation, installed, parseByContract, type Run } from "./openRecipe.ts";

const file = "open-recipe.records.yaml";
const call = (name: string): string => `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${name}")\n`;
const corrected = `models:
  - id: bolt/bolt-instruct
    license: Apache-2.0
    reason: Bolt gave us the weights under it.
`;
const added = `reviewed: 2026-11-01
models:
  - id: ours/assistant
    name: Assistant
    names: { huggingface: [ours/Assistant-8B] }
    tasks: [text-generation]
    components: { model-parameters: open }
    bases: [{ model: bolt/bolt-instruct, relation: fine-tune }]
    confidence: sure
    reason: Our own fine-tune.
`;
const told = { kind: "model", id: "bolt/bolt-instruct", reason: "Bolt gave us the weights under it.", corrects: ["license"] };

interface Told {
  readonly model: string | null;
  readonly class: string;
  readonly license: string | null;
  readonly projectRecords?: readonly unknown[];
}

describe("The project's own records, on the command line", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });
  const run = (cwd: string, ...args: string[]): Promise<Run> => command.run(args, { cwd });
  const showJson = async (cwd: string, ...args: string[]): Promise<Told | undefined> => {
    const { stdout } = await run(cwd, "show", "--format", "json", ...args);
    return (parseByContract("show", stdout) as readonly Told[])[0];
  };

  it("show tells what they correct, and why; without them nothing is corrected", () =>
    inTemporaryFolder({ [file]: corrected }, async (folder) => {
      const shown = await showJson(folder, "bolt-ai/Bolt-8B-Instruct");
      assert.equal(shown?.license, "Apache-2.0");
      assert.deepEqual(shown?.projectRecords, [told]);
      const { stdout } = await run(folder, "show", "bolt-ai/Bolt-8B-Instruct");
      assert.match(
        stdout.replace(/\s+/g, " "),
        /project record, corrects license of bolt\/bolt-instruct: Bolt gave us the weights under it\./,
      );
      const without = await showJson(folder, "bolt-ai/Bolt-8B-Instruct", "--no-project-records");
      assert.equal(without?.license, "LicenseRef-Bolt");
      assert.equal(without !== undefined && "projectRecords" in without, false);
    }));

  it("scan knows a private model, and names the record in the finding and the reference", () =>
    inTemporaryFolder({ [file]: added, "app.py": call("ours/Assistant-8B") }, async (folder) => {
      const { stdout } = await run(folder, "scan", "--format", "json");
      const { references, findings } = parseByContract("scan", stdout) as {
        readonly references: readonly Told[];
        readonly findings: readonly { readonly rule: string; readonly message: string }[];
      };
      assert.deepEqual(
        references.map(({ model, class: openness, projectRecords }) => ({ model, openness, projectRecords })),
        [
          {
            model: "ours/assistant",
            openness: "open-weights",
            projectRecords: [{ kind: "model", id: "ours/assistant", reason: "Our own fine-tune.", corrects: [] }],
          },
        ],
      );
      assert.match(findings[0]?.message ?? "", / Project record: Our own fine-tune\.$/);
      const pretty = (await run(folder, "scan")).stdout;
      assert.match(pretty.replace(/\s+/g, " "), /Project record: Our own fine-tune\./);
      assert.match(pretty, /^Project records decide on 1 place: see open-recipe\.records\.yaml\.$/m);
      const without = await run(folder, "scan", "--no-project-records");
      assert.match(without.stdout.replace(/\s+/g, " "), /ours\/Assistant-8B is not in the catalog/);
    }));

  it("a record that takes every finding away leaves its trace", () =>
    inTemporaryFolder(
      {
        [file]:
          "models: [{ id: bolt/bolt-instruct, license: MIT-0, training: [], reason: x }]\nlicenses: [{ id: MIT-0, name: MIT No Attribution, kind: osi, reason: x }]\n",
        "app.py": call("bolt-ai/Bolt-8B-Instruct"),
      },
      async (folder) => {
        assert.match((await run(folder, "scan")).stdout, /^Project records decide on 1 place/m);
      },
    ));

  it("the nearest file up to the repository's root counts; above the root, and outside of a repository, none does", () =>
    inTemporaryFolder(
      { [`repository/${file}`]: corrected, "repository/.git/HEAD": "", "repository/a/b/x.py": "", [file]: added, "other/x.py": "" },
      async (folder) => {
        const licenseIn = async (path: string): Promise<string | null | undefined> =>
          (await showJson(join(folder, path), "bolt-ai/Bolt-8B-Instruct"))?.license;
        assert.equal(await licenseIn("repository/a/b"), "Apache-2.0");
        const ours = async (path: string): Promise<string | null | undefined> =>
          (await showJson(join(folder, path), "ours/Assistant-8B"))?.model;
        assert.equal(await ours("repository"), null);
        assert.equal(await ours("other"), null);
        assert.equal(await ours("."), "ours/assistant");
      },
    ));

  it("faults are told with their place, after everything else, and make exit code 2; what has none counts", () =>
    inTemporaryFolder(
      { [file]: `${corrected}  - { id: acme/open, licence: MIT, reason: x }\n`, "app.py": call("bolt-ai/Bolt-8B-Instruct") },
      async (folder) => {
        const fault = `${file}:5:22: models[1].licence: unknown key\n`;
        const shown = await run(folder, "show", "bolt-ai/Bolt-8B-Instruct", "--format", "jsonl");
        assert.deepEqual([shown.code, shown.stderr], [2, fault]);
        assert.deepEqual((JSON.parse(shown.stdout) as Told).projectRecords, [told]);
        const fixed = await run(folder, "fix");
        assert.equal(fixed.code, 2);
        assert.ok(fixed.stderr.endsWith(fault), fixed.stderr);
        assert.deepEqual((await run(folder, "show", "gpt-4o", "--no-project-records")).stderr, "");
      },
    ));

  it("alternatives says that a record of the project speaks of the model", () =>
    inTemporaryFolder({ [file]: corrected }, async (folder) => {
      const { stdout } = await run(folder, "alternatives", "bolt-ai/Bolt-8B-Instruct");
      assert.match(
        stdout.replace(/\s+/g, " "),
        /open weights project record, corrects license of bolt\/bolt-instruct: Bolt gave us the weights under it\./,
      );
    }));

  it("what the file describes is not scanned as use", () =>
    inTemporaryFolder({ [file]: added }, async (folder) => {
      const { stdout } = await run(folder, "scan", "--format", "json");
      assert.deepEqual((JSON.parse(stdout) as { readonly references: readonly unknown[] }).references, []);
    }));

  describe("never make fix --write write what the catalog alone would not", () => {
    const source = call("bolt-ai/Bolt-8B-Instruct");
    const evil = (more: string): string => `reviewed: 2026-11-01
models:
  - id: evil/open
    name: Evil Open
    names: { huggingface: [evil/Open-8B-Instruct] }
    members:
      - { name: evil/Open-8B-Instruct, parameters: 8, context: 131072, names: { huggingface: evil/Open-8B-Instruct } }
    tasks: [text-generation]
    variant: instruct
    license: Apache-2.0
    components: { model-parameters: open, training-code: open }
    training: [{ stage: pre-training, datasets: [acme-mix], code: open }]
    confidence: sure
    reason: Trust us.
${more}`;
    const write = async (records: string): Promise<string> => {
      let text = "";
      await inTemporaryFolder({ [file]: records, "app.py": source }, async (folder) => {
        await run(folder, "fix", "--write");
        text = readFileSync(join(folder, "app.py"), "utf8");
      });
      return text;
    };
    const usual = call("acme/Open-7B-Instruct");

    it("a model that the project adds is offered, and not preferred", async () => {
      assert.equal(await write(evil("")), usual);
      await inTemporaryFolder({ [file]: evil("") }, async (folder) => {
        const { stdout } = await run(folder, "alternatives", "bolt-ai/Bolt-8B-Instruct", "--format", "json");
        const { alternatives } = parseByContract("alternatives", stdout) as {
          readonly alternatives: readonly { readonly id: string; readonly preferred: boolean; readonly needs: readonly string[] }[];
        };
        const offered = alternatives.find(({ id }) => id === "evil/Open-8B-Instruct");
        assert.deepEqual([offered?.preferred, offered?.needs], [false, ["your trust in the project record: Trust us."]]);
      });
    });

    it("a correction that gives ours another name to write makes it one to choose", async () => {
      const renamed = `  - id: acme/open-instruct
    members: [{ name: acme/Open-7B-Instruct, parameters: 7, context: 65536, names: { huggingface: evil/Open-8B-Instruct } }]
    reason: Trust us.
`;
      assert.equal(await write(`reviewed: 2026-11-01\nmodels:\n${renamed}`), source);
      assert.equal(await write(evil(renamed)), source);
    });

    it("no swap is preferred at a place on which a record bears, itself or by its dataset or licence", async () => {
      assert.equal(await write(corrected), source);
      assert.equal(await write("licenses: [{ id: LicenseRef-Bolt, kind: proprietary, reason: Trust us. }]"), source);
      assert.equal(await write("datasets: [{ id: acme-chat, gate: none, reason: Trust us. }]"), source, "the offer rests on the dataset");
    });

    it("a closed model that is said to be like an open one is left alone", async () => {
      const likened = `models:
  - id: openai/gpt-4o
    components: { model-parameters: open }
    members: [{ name: gpt-4o, parameters: 7, context: 65536, names: { openai: gpt-4o, huggingface: bolt-ai/Bolt-8B-Instruct } }]
    reason: Trust us.
`;
      assert.equal(await write(likened), source);
    });

    it("a record of something else changes nothing", async () => {
      assert.equal(await write("models: [{ id: openai/gpt-4o, name: Four, reason: x }]"), usual);
    });
  });
});
