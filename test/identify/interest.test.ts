import assert from "node:assert/strict";
import type { Candidate } from "../../src/detect/candidate.ts";
import { detectIn, formatOf } from "../../src/detect/formats.ts";
import type { Frame } from "../../src/detect/frame.ts";
import { isOfInterest } from "../../src/detect/interest.ts";
import { accept } from "../../src/identify/accept.ts";
import { documentFacts } from "../../src/identify/documentFacts.ts";
import { createInterest } from "../../src/identify/interest.ts";
import { createResolve } from "../../src/identify/resolve.ts";
import type { ContextPattern } from "../../src/runtimes/runtime.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog, readFixtures } from "../fixtures.ts";

describe("createInterest", () => {
  const interest = createInterest(projectCatalog());

  for (const name of [
    "model",
    "baseModelId",
    "OPENAI_MODEL",
    "client.chat.completions.with_model",
    "AutoModel.from_pretrained",
    "repo_id",
  ]) {
    it(`is in a place called ${name}`, () => assert.equal(interest.inName(name), true));
  }

  for (const name of ["logger.info", "request.headers.get", "name", "title", "x"]) {
    it(`is not in a place called ${name}`, () => assert.equal(interest.inName(name), false));
  }

  it("is in names that tell by themselves, and in no other text", () => {
    assert.equal(interest.inText("meta-llama/Llama-3.1-8B-Instruct"), true);
    assert.equal(interest.inText("gpt-4o-mini"), true);
    assert.equal(interest.inText("x-request-id"), false);
  });

  it("knows names from what only looks like one", () => {
    for (const name of ["meta-llama/Llama-3.1-8B-Instruct", "jamba-1.5-mini", "nobody/anything-7b", "o3", "us.amazon.nova-pro-v1:0"]) {
      assert.equal(interest.isName(name), true, name);
    }
    for (const name of ["text/plain", "ActiveRecord::Base", "data-remote", "base64", "state.lock", "command", "github.com/a/gpt-4"]) {
      assert.equal(interest.isName(name), false, name);
    }
  });

  it("is in every place that a runtime describes, whatever stands there", () => {
    const missed = runtimes.flatMap(({ id, contexts }) =>
      contexts
        .filter(({ pattern }) => !isOfInterest("my-own", contextOf(pattern), interest))
        .map(({ pattern }) => `${id}: ${pattern.kind}`),
    );
    assert.deepEqual(missed, []);
  });
});

describe("what is of no interest", () => {
  for (const [path, text] of [
    ["a.yaml", "title: my-own\nsettings:\n  model: my-own\n  list: [my-own, gpt-4o]\n"],
    ["a.json", '{ "title": "my-own", "settings": { "model": "my-own", "list": ["my-own", "gpt-4o"] } }'],
    ["a.toml", 'title = "my-own"\n[settings]\nmodel = "my-own"\nlist = ["my-own", "gpt-4o"]\n'],
    ["a.md", "```yaml\ntitle: my-own\nsettings: { model: my-own, list: [my-own, gpt-4o] }\n```\n"],
  ] as const) {
    it(`is no candidate of ${path}`, () => {
      const document = { path, text };
      const format = formatOf(document);
      assert.ok(format !== null);
      const { candidates } = detectIn(document, format, createInterest(projectCatalog()));
      assert.deepEqual(
        candidates.map(({ text: value, context }) => [value, context.find((frame) => frame.kind === "property")]),
        [
          ["my-own", { kind: "property", key: "model" }],
          ["gpt-4o", { kind: "property", key: "list" }],
        ],
      );
    });
  }

  it("is nothing in a file that stands at a place of interest", () => {
    const document = { path: "main.tf", text: 'resource "a" "b" {\n  model_values = <<EOT\n---\ntitle: my-own\nEOT\n}\n' };
    const format = formatOf(document);
    assert.ok(format !== null);
    const { candidates } = detectIn(document, format, createInterest(projectCatalog()));
    assert.deepEqual(
      candidates.map(({ text }) => text),
      ["my-own"],
    );
  });

  it("is nothing that would be accepted: the references of every fixture are the same without asking", () => {
    const catalog = projectCatalog();
    const interest = createInterest(catalog);
    const resolve = createResolve(catalog);
    let asked = 0;
    let left = 0;
    for (const { name, text } of readFixtures()) {
      const document = { path: name, text };
      const format = formatOf(document);
      if (format === null) continue;
      const all = detectIn(document, format);
      const some = detectIn(document, format, interest);
      const facts = { ...documentFacts(name, format.id, all, text), isRegister: true };
      const acceptable = ({ candidates }: { readonly candidates: readonly Candidate[] }): readonly Candidate[] =>
        candidates.filter((candidate) => accept(candidate, facts, catalog, resolve) !== null);
      const wanted = some.candidates.filter(({ text: own, context }) => isOfInterest(own, context, interest));
      assert.deepEqual(acceptable({ candidates: wanted }), acceptable(all), name);
      assert.deepEqual(some.modules, all.modules, name);
      asked += all.candidates.length;
      left += wanted.length;
    }
    assert.ok(left < asked, "nothing was left out");
  });
});

/** What surrounds a string that stands in such a place. */
function contextOf(pattern: ContextPattern): readonly Frame[] {
  switch (pattern.kind) {
    case "argument":
      return [{ kind: "argument", callee: pattern.callee, position: pattern.position, keyword: null }];
    case "named":
      return [{ kind: "argument", callee: pattern.callee, position: null, keyword: pattern.name }];
    case "property":
      return pattern.path.toReversed().map((key) => ({ kind: "property", key: key === "*" ? "any" : key }));
    case "assignment":
      return [{ kind: "assignment", name: pattern.name }];
    case "flag":
      return [{ kind: "flag", command: pattern.command ?? "", name: pattern.name }];
    case "operand":
      return [{ kind: "operand", command: pattern.command, position: pattern.position }];
    case "instruction":
      return [{ kind: "instruction", name: pattern.name }];
    case "address":
      return [{ kind: "address", site: pattern.site }];
  }
}
