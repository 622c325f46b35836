import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { ShowJson } from "../../src/cli/showJson.ts";
import { displayWidth } from "../../src/cli/terminalText.ts";
import { type Installation, installed, parseByContract } from "./openRecipe.ts";

describe("open-recipe show", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });

  const json = async (...args: string[]): Promise<readonly ShowJson[]> => {
    const run = await command.run(["show", "--format", "json", ...args]);
    assert.equal(run.stderr, "");
    assert.equal(run.code, 0);
    return parseByContract("show", run.stdout) as readonly ShowJson[];
  };

  /** The answers to lines of standard input, each a line. */
  const ask = async (
    input: string | Uint8Array,
    ...args: string[]
  ): Promise<{ answers: readonly ShowJson[]; stderr: string; code: number | null }> => {
    const { stdout, stderr, code } = await command.run(["show", "--stdin", ...args], { input });
    const lines = stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
    return { answers: parseByContract("show", `[${lines.join(",")}]`) as readonly ShowJson[], stderr, code };
  };

  it("prints an array that keeps the contract, an answer for each name", async () => {
    const answers = await json("acme/Open-7B-Instruct", "gpt-4o", "bolt-ai/Bolt-8B-Instruct-GGUF", "who/knows");
    assert.deepEqual(
      answers.map(({ query, model, inferred, ...answer }) => [query, model, answer.class, inferred]),
      [
        ["acme/Open-7B-Instruct", "acme/open-instruct", "open-recipe", false],
        ["gpt-4o", "openai/gpt-4o", "closed", false],
        ["bolt-ai/Bolt-8B-Instruct-GGUF", "bolt/bolt-instruct", "open-weights", true],
        ["who/knows", null, "unknown", false],
      ],
    );
    const [open] = answers;
    assert.equal(open?.identity.purl, "pkg:huggingface/acme/Open-7B-Instruct");
    assert.deepEqual(open?.bases, [{ model: "acme/open", relation: "fine-tune" }]);
    assert.deepEqual(open?.taughtBy, [
      {
        teacher: "GPT-4",
        closed: true,
        stage: "instruction",
        share: "a tenth of the answers",
        terms: null,
        source: { url: "https://example.org/facts", shows: "all of it", seen: "2026-05-01" },
      },
    ]);
    assert.deepEqual(
      open?.datasets.map(({ id, stage, openness, gate }) => [id, stage, openness, gate]),
      [
        ["acme-chat", "instruction", "open", "terms"],
        ["acme-mix", "pre-training", "open", "none"],
      ],
    );
  });

  it("reads names in the namespace that is given", async () => {
    const [plain, ollama] = [(await json("bolt:8b", "--namespace", "huggingface"))[0], (await json("bolt:8b", "--namespace", "ollama"))[0]];
    assert.equal(plain?.class, "unknown");
    assert.equal(ollama?.class, "open-weights");
    assert.deepEqual(ollama?.identity, { namespace: "ollama", name: "bolt", tag: "8b", revision: null, host: null, purl: null });
  });

  it("prints a line each as jsonl, the same as in the array", async () => {
    const run = await command.run(["show", "--format", "jsonl", "gpt-4o", "who/knows"]);
    assert.deepEqual(
      run.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
      await json("gpt-4o", "who/knows"),
    );
  });

  describe("with --stdin", () => {
    it("answers exactly one line each, in order, whatever the lines hold", async () => {
      const { answers, stderr, code } = await ask(
        'ollama\tbolt:8b\r\ngpt-4o\n\n  \n{"json": 1}\n\u0000\u001b[31m\nlast\tone\twith\ttabs',
        "--format",
        "jsonl",
      );
      assert.deepEqual(
        answers.map(({ query, ...answer }) => [query, answer.class]),
        [
          ["bolt:8b", "open-weights"],
          ["gpt-4o", "closed"],
          ["", "unknown"],
          ["  ", "unknown"],
          ['{"json": 1}', "unknown"],
          ["\u0000\u001b[31m", "unknown"],
          ["one\twith\ttabs", "unknown"],
        ],
      );
      assert.equal(stderr, "line 7: unknown namespace 'last'\n");
      assert.equal(code, 2);
    });

    it("answers unknown for a namespace that is none, even where the name is known", async () => {
      const { answers, stderr, code } = await ask("opanai\tgpt-4o\nopenai\tgpt-4o\n");
      assert.deepEqual(
        answers.map(({ model, identity, ...answer }) => [identity.namespace, identity.name, answer.class, model]),
        [
          ["other", "gpt-4o", "unknown", null],
          ["openai", "gpt-4o", "closed", "openai/gpt-4o"],
        ],
      );
      assert.equal(stderr, "line 1: unknown namespace 'opanai'\n");
      assert.equal(code, 2);
    });

    it("takes --namespace for lines without their own", async () => {
      const { answers } = await ask("bolt:8b\nopenai\tgpt-4o\n", "--namespace", "ollama");
      assert.deepEqual(
        answers.map(({ model }) => model),
        ["bolt/bolt-instruct", "openai/gpt-4o"],
      );
    });

    it("answers nothing to nothing, and every line of many, cut where they may", async () => {
      assert.deepEqual(await ask(""), { answers: [], stderr: "", code: 0 });
      const { answers } = await ask(`${"é".repeat(70_000)}\n${"gpt-4o\n".repeat(5000)}`);
      assert.equal(answers.length, 5001);
      assert.equal(answers[0]?.query, "é".repeat(70_000));
      assert.ok(answers.slice(1).every((answer) => answer.class === "closed"));
      assert.deepEqual(
        (await ask(Buffer.from([0xff, 0x0a, 0x61, 0x0a]))).answers.map(({ query }) => query),
        ["\ufffd", "a"],
      );
    });

    it("answers each line before it waits for the next", async () => {
      const child = command.start(["show", "--stdin"]);
      assert.ok(child.stdout);
      const lines = createInterface({ input: child.stdout });
      for (const [query, expected] of [
        ["gpt-4o", "closed"],
        ["acme/Open-7B-Instruct", "open-recipe"],
      ]) {
        child.stdin?.write(`${query}\n`);
        const [line] = await once(lines, "line");
        assert.equal(JSON.parse(line).class, expected);
      }
      child.stdin?.end();
      const [code] = await once(child, "close");
      assert.equal(code, 0);
    });

    it("prints an array as json, and a short line each as pretty", async () => {
      const input = "gpt-4o\nbolt-ai/Bolt-8B-Instruct-GGUF\nwho/knows\n";
      const array = await command.run(["show", "--stdin", "--format", "json"], { input });
      assert.deepEqual(
        (parseByContract("show", array.stdout) as readonly ShowJson[]).map((answer) => answer.class),
        ["closed", "open-weights", "unknown"],
      );
      const pretty = await command.run(["show", "--stdin", "--format", "pretty"], { input });
      assert.deepEqual(pretty.stdout.split("\n"), [
        "gpt-4o: closed, proprietary",
        "bolt-ai/Bolt-8B-Instruct-GGUF: open weights (inferred from the name), LicenseRef-Bolt",
        "who/knows: unknown",
        "",
      ]);
    });
  });

  it("reads well at 80 columns", async () => {
    const run = await command.run(["show", "acme/Open-7B-Instruct"]);
    assert.deepEqual(run.stdout.split("\n"), [
      "acme/Open-7B-Instruct",
      "open recipe: weights, training data and training code are open",
      "confidence: sure · facts of 2026-05",
      "",
      "  Identity     pkg:huggingface/acme/Open-7B-Instruct",
      "  Made by      Acme Open Lab · non-profit",
      "  Record       acme/open-instruct, reviewed 2026-05-01",
      "  For          text generation · instruct",
      "  Size         7B parameters · 64K tokens of context",
      "  Memory       14 GB at 16 bits, 3.5 GB at 4 bits (the weights alone, computed)",
      "",
      "What you can do",
      "  ● run it yourself           The weights can be downloaded.",
      "  ● fine-tune it              The weights can be downloaded.",
      "  ● use it commercially       Apache License 2.0 permits it.",
      "  ● keep it                   A downloaded copy stays.",
      "  ● audit the data            The data of every stage can be had.",
      "  ● reproduce it              Data, code and configuration of every stage are",
      "                              open.",
      "  ● train a comparable one    The pre-training data and code are open.",
      "  ● improve the recipe        The whole recipe can be changed and run again.",
      "",
      "Licence",
      "  Apache License 2.0 (Apache-2.0, osi)",
      "",
      "Recipe",
      "  ● weights   ● data   ● code   ? checkpoints   ? report",
      "  ● open         training code, model parameters (Apache-2.0), datasets",
      "  ? not known    model architecture, data preprocessing code, inference code,",
      "                 evaluation code, supporting libraries, intermediate parameters,",
      "                 model metadata, evaluation data, sample outputs, model card,",
      "                 data card, technical report, research paper, evaluation results",
      "  MOF class    not determinable; not known to be out under an open licence:",
      "               model architecture, technical report, evaluation results, model",
      "               card, data card",
      "",
      "Training data",
      "  ● instruction     Acme Chat (downloadable, on terms)",
      "  ● pre-training    Acme Mix (downloadable, Apache-2.0)",
      "",
      "Made from",
      "  fine-tune of Acme Open: open recipe",
      "  taught by GPT-4, a closed model, in instruction: a tenth of the answers",
      "    https://example.org/facts",
      "",
      "Why this class",
      "  · The weights can be downloaded.",
      "  · Instruction: data open, code open.",
      "  · Acme Chat is to be had on acceptance of its terms.",
      "  · Made from Acme Open (fine-tune), whose class is open recipe: never above it.",
      "",
      "What others say",
      "  OSAI         open (2026-04)",
      "               https://example.org/osai",
      "",
      "Sources",
      "  https://example.org/facts",
      "    all of it, seen 2026-05-01",
      "",
    ]);
    const unknown = await command.run(["show", "who/kn\u001b[31mows"]);
    assert.equal(unknown.code, 0);
    assert.ok(!unknown.stdout.includes("\u001b"));
    assert.match(unknown.stdout, /^who\/kn\[31mows\nunknown: not in the catalog\n/);
  });

  it("names what a name as it is spoken may mean, and answers for nothing but what was asked", async () => {
    const spoken = await command.run(["show", " GPT  4o"]);
    assert.match(spoken.stdout, /^GPT 4o\nunknown: not in the catalog\n[^\n]*\n\n[^\n]*\n {2}Similar {6}gpt-4o, which is in the catalog\n/);
    const unknown = await command.run(["show", "who knows", "who/knows"]);
    assert.doesNotMatch(unknown.stdout, /Similar/);
  });

  it("takes no line over the width, whatever the names", async () => {
    const run = await command.run([
      "show",
      "acme/Open-7B-Instruct",
      "gpt-4o",
      "gpt-4o-does-not-exist",
      "モデル".repeat(60),
      `https://${"a".repeat(300)}`,
      "",
      "  gpt-4o\t",
    ]);
    assert.equal(run.code, 0);
    for (const line of run.stdout.split("\n")) assert.ok(displayWidth(line) <= 80, line);
    assert.match(run.stdout, /\nGPT-4o \(gpt-4o\)\nclosed: [^\n]*\n[^\n]*\n\n {2}Identity {5}gpt-4o \(openai\)\n/);
  });

  it("colours for terminals only", async () => {
    for (const env of [{}, { NO_COLOR: "1" }]) {
      const { stdout } = await command.run(["show", "gpt-4o"], { env });
      assert.ok(!stdout.includes("\u001b"));
    }
  });
});
