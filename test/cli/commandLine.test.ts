import assert from "node:assert/strict";
import { commandNames, parseCommandLine } from "../../src/cli/commandLine.ts";
import { helpText } from "../../src/cli/help.ts";

/** What is wrong with a command line, in the words that the user reads. */
function wrong(...args: string[]): string {
  const parsed = parseCommandLine(args);
  assert.equal(parsed.kind, "wrong-usage", JSON.stringify(parsed));
  return parsed.kind === "wrong-usage" ? parsed.message : "";
}

describe("parseCommandLine", () => {
  it("reads scan", () => {
    assert.deepEqual(parseCommandLine(["scan"]), {
      kind: "run",
      command: { kind: "scan", paths: ["."], format: "pretty", failOn: "error", stdinName: null },
      color: true,
      projectRecords: true,
    });
    assert.deepEqual(parseCommandLine(["scan", "--format=json", "a[1].py", "--fail-on", "hint", "--no-color", "--", "-x.py"]), {
      kind: "run",
      command: { kind: "scan", paths: ["a[1].py", "-x.py"], format: "json", failOn: "hint", stdinName: null },
      color: false,
      projectRecords: true,
    });
    assert.deepEqual(parseCommandLine(["scan", "--stdin", "--stdin-filename", "x.py"]), {
      kind: "run",
      command: { kind: "scan", paths: ["."], format: "pretty", failOn: "error", stdinName: "x.py" },
      color: true,
      projectRecords: true,
    });
  });

  it("reads show; lines in mean lines out", () => {
    assert.deepEqual(parseCommandLine(["show", "gpt-4o", "--namespace", "openai"]), {
      kind: "run",
      command: { kind: "show", models: ["gpt-4o"], namespace: "openai", format: "pretty", stdin: false },
      color: true,
      projectRecords: true,
    });
    assert.deepEqual(parseCommandLine(["--no-color", "show", "--stdin"]), {
      kind: "run",
      command: { kind: "show", models: [], namespace: null, format: "jsonl", stdin: true },
      color: false,
      projectRecords: true,
    });
  });

  it("reads alternatives and fix", () => {
    assert.deepEqual(parseCommandLine(["alternatives", "bolt:8b", "--runtime", "ollama", "--format", "json"]), {
      kind: "run",
      command: { kind: "alternatives", model: "bolt:8b", namespace: null, runtime: "ollama", format: "json" },
      color: true,
      projectRecords: true,
    });
    assert.deepEqual(parseCommandLine(["fix", "--write", "src"]), {
      kind: "run",
      command: { kind: "fix", paths: ["src"], write: true },
      color: true,
      projectRecords: true,
    });
  });

  it("reads --no-project-records with every command", () => {
    for (const args of [["scan"], ["show", "gpt-4o"], ["alternatives", "gpt-4o"], ["fix"]]) {
      const parsed = parseCommandLine([...args, "--no-project-records"]);
      assert.equal(parsed.kind === "run" && parsed.projectRecords, false, args[0]);
    }
  });

  it("reads questions about itself", () => {
    assert.deepEqual(parseCommandLine(["--version"]), { kind: "version" });
    assert.deepEqual(parseCommandLine(["-V"]), { kind: "version" });
    assert.deepEqual(parseCommandLine(["--help"]), { kind: "help", topic: null });
    assert.deepEqual(parseCommandLine(["show", "-h"]), { kind: "help", topic: "show" });
  });

  it("says in one line what is wrong", () => {
    assert.equal(wrong(), "no command given");
    assert.equal(wrong("lint"), "unknown command 'lint'");
    assert.equal(wrong("--colour"), "unknown option '--colour'");
    assert.equal(wrong("scan", "--colour"), "unknown option '--colour'");
    assert.match(wrong("scan", "--format"), /^option '--format <value>' argument missing$/);
    assert.equal(wrong("scan", "--format", "xml"), "--format is one of pretty, json, not 'xml'");
    assert.equal(wrong("scan", "--fail-on", "fatal"), "--fail-on is one of error, warning, information, hint, never, not 'fatal'");
    assert.equal(wrong("scan", ""), "a path is empty");
    assert.equal(wrong("scan", "--stdin"), "--stdin needs --stdin-filename: the name tells the format");
    assert.equal(wrong("scan", "--stdin-filename", "x.py"), "--stdin-filename goes with --stdin");
    assert.equal(wrong("scan", "--stdin", "--stdin-filename", "x.py", "src"), "--stdin takes no paths");
    assert.equal(wrong("show"), "show needs a model's name");
    assert.equal(wrong("show", "--stdin", "x"), "--stdin takes no model names");
    assert.match(wrong("show", "x", "--namespace", "hf"), /^--namespace is one of huggingface, openai, .*, other, not 'hf'$/);
    assert.equal(wrong("alternatives"), "alternatives needs a model's name");
    assert.equal(wrong("alternatives", "a", "b"), "alternatives takes one model's name, and was given 'b' too");
    assert.equal(wrong("fix", "--format", "json"), "unknown option '--format'");
  });
});

describe("helpText", () => {
  for (const topic of [null, ...commandNames]) {
    it(`fits 80 columns, with examples that are command lines, for ${topic ?? "all commands"}`, () => {
      const text = helpText(topic);
      for (const line of text.split("\n")) assert.ok(line.length <= 80, line);
      const examples = text.slice(text.indexOf("Examples:")).match(/open-recipe [^|>\n]+/g) ?? [];
      assert.ok(examples.length >= 3);
      for (const example of examples) {
        const args = (example.match(/'[^']*'|\S+/g) ?? []).slice(1).map((arg) => arg.replaceAll("'", ""));
        assert.equal(parseCommandLine(args).kind, "run", example);
      }
    });
  }
});
