import assert from "node:assert/strict";
import type { Finding } from "../../src/lint/finding.ts";
import { mergeFindings } from "../../src/lint/merge.ts";

const finding = (rule: Finding["rule"], severity: Finding["severity"], reference: number, suppressed = false): Finding => ({
  rule,
  severity,
  message: `${rule}.`,
  range: { start: reference * 10, end: reference * 10 + 5 },
  reference,
  suppressed,
});

describe("mergeFindings", () => {
  it("puts one mark at a place: the strongest finding, naming the others", () => {
    const [merged] = mergeFindings([finding("restricted-license", "information", 0), finding("closed-model", "warning", 0)]);
    assert.equal(merged?.rule, "closed-model");
    assert.equal(merged?.message, "closed-model. Also: restricted-license.");
    assert.deepEqual(merged?.others, ["restricted-license"]);
  });
  it("goes by the order of the rules where severities are equal", () => {
    const [merged] = mergeFindings([finding("closed-model", "warning", 0), finding("retired-model", "warning", 0)]);
    assert.equal(merged?.rule, "retired-model");
  });
  it("leaves suppressed findings out, and keeps the order of the text", () => {
    const merged = mergeFindings([
      finding("closed-model", "warning", 2),
      finding("closed-model", "warning", 1),
      finding("closed-model", "warning", 0, true),
    ]);
    assert.deepEqual(
      merged.map((one) => one.reference),
      [1, 2],
    );
  });
});
