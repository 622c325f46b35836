import assert from "node:assert/strict";
import type { Assessment } from "../../src/assess/assessment.ts";
import { restrictionLabel } from "../../src/assess/restriction.ts";
import { type AssessedReference, defaultLintOptions } from "../../src/engine.ts";
import type { RuleId } from "../../src/lint/finding.ts";
import { rules } from "../../src/lint/rules.ts";
import { projectCatalog, projectEngine } from "../fixtures.ts";

const engine = projectEngine();
const assessed = (name: string): Assessment => engine.assess(engine.identify(name));

function message(rule: RuleId, name: string, changes: Partial<Assessment> = {}): string | null {
  const assessment = { ...assessed(name), ...changes };
  const reference = { assessment, identity: assessment.identity } as AssessedReference;
  return rules.find(({ id }) => id === rule)?.check(reference, defaultLintOptions) ?? null;
}

/** Dates of facts change with the catalog. */
const undated = (text: string | null): string => (text ?? "").replace(/facts of \d{4}-\d{2}/, "facts of DATE");

describe("the messages of the rules", () => {
  it("are right of one model and of several", () => {
    const several = { name: "Rerank 3 and 3.5", developer: "Cohere" };
    assert.equal(
      undated(message("closed-model", "gpt-4o", several)),
      "Rerank 3 and 3.5: closed. The weights are not available, and Cohere can change or withdraw the model (facts of DATE).",
    );
    assert.equal(
      undated(message("closed-model", "gpt-4o", { developer: null })),
      "gpt-4o: closed. The weights are not available, and the provider can change or withdraw the model (facts of DATE).",
    );
    assert.equal(
      message("retired-model", "gpt-4o", { ...several, retired: { date: "2026-10", url: "https://example.org" } }),
      "Rerank 3 and 3.5: retirement announced by the provider for 2026-10 (https://example.org).",
    );
  });

  it("say what can be had and what is withheld, and whether that is told by the name alone", () => {
    const name = "meta-llama/Llama-3.1-8B-Instruct";
    const rest = "the weights can be downloaded, the recipe is withheld";
    assert.equal(undated(message("open-weights-only", name)), `${name}: ${rest} (facts of DATE).`);
    assert.equal(
      undated(message("open-weights-only", name, { inferred: true })),
      `${name}: ${rest} (inferred from the name, facts of DATE).`,
    );
    assert.equal(
      undated(message("unknown-model", "nobody/nothing")),
      "nobody/nothing is not in the catalog (facts of DATE): nothing is known here of how open it is.",
    );
  });

  it("name the licence that restricts, and do not say the same of it twice", () => {
    const restricted = (changes: Partial<Assessment>): string | null =>
      message("restricted-license", "meta-llama/Llama-3.1-8B-Instruct", { name: "X", ...changes });
    assert.match(
      restricted({}) ?? "",
      /^X: restricted use \(Llama 3\.1 Community License\)\. Above 700 million monthly users at the release date, /,
    );
    const short = { kind: "non-commercial", text: "Commercial use is not allowed." } as const;
    const licence = { license: "CC-BY-NC-4.0", licenseName: "CC BY-NC 4.0", licenseKind: "non-commercial" } as const;
    assert.equal(restricted({ ...licence, terms: [short] }), "X: no commercial use (CC BY-NC 4.0).");
    const inherited = { kind: "inherited", text: "Still bound by the Gemma Terms of Use of its base Gemma." } as const;
    assert.equal(
      restricted({ license: "Apache-2.0", licenseName: "Apache License 2.0", licenseKind: "use-restricted", terms: [inherited] }),
      "X: restricted use (Apache License 2.0, with terms of its base). Still bound by the Gemma Terms of Use of its base Gemma.",
    );
    assert.equal(
      restricted({ license: null, licenseName: null, licenseKind: "use-restricted", terms: [] }),
      "X: restricted use (its licence).",
    );
  });

  it("count the teachers", () => {
    const teacher = { teacher: "GPT-4", closed: true, stage: "instruction", share: null, terms: null, source: null } as const;
    const taught = (taughtBy: Assessment["taughtBy"]): string | null => message("closed-lineage", "gpt-4o", { name: "X", taughtBy });
    assert.equal(taught([teacher]), "X: taught by a closed model: GPT-4 in instruction.");
    assert.equal(
      taught([teacher, { ...teacher, teacher: "ChatGPT", share: "a tenth" }]),
      "X: taught by closed models: GPT-4 in instruction; ChatGPT in instruction, a tenth.",
    );
  });

  it("are whole sentences for every record", () => {
    let said = 0;
    for (const { names } of projectCatalog().models) {
      for (const [namespace, [name]] of Object.entries(names)) {
        if (name === undefined) continue;
        const assessment = engine.assess(engine.identify(name, namespace as Assessment["identity"]["namespace"]));
        const reference = { assessment, identity: assessment.identity } as AssessedReference;
        for (const rule of rules) {
          const text = rule.check(reference, defaultLintOptions);
          if (text === null) continue;
          said++;
          assert.match(text, /[.)]$/, text);
          assert.doesNotMatch(text, /\.\.|: :|\(\)|\) \(|\s{2}|\b(?:undefined|null|NaN)\b|recommend|equivalent/, text);
        }
        if (assessment.licenseKind === "use-restricted") assert.match(restrictionLabel(assessment), /^restricted use \(.+\)$/);
      }
    }
    assert.ok(said > 2000, `${said} messages`);
  });
});
