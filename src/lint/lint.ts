import { projectRecordNote } from "../assess/projectRecords.ts";
import type { AssessedReference, LintOptions } from "../engine.ts";
import type { Finding } from "./finding.ts";
import { rules } from "./rules.ts";
import { readSuppressions } from "./suppression.ts";

/** Paths of test code: what it names is tried, not used. */
const testPath =
  /(?:^|\/)(?:tests?|__tests__|testing|spec|specs|e2e|testdata|fixtures|__\w*(?:fixtures|mocks|snapshots)__)\/|(?:^|\/)(?:test_[^/]*|conftest)\.py$|[._-](?:test|spec|tests)\.[^/.]+$|(?:Test|Tests|IT)\.(?:java|kt|cs)$/;

export function isTestPath(path: string): boolean {
  return testPath.test(path);
}

/** Every finding for the references of one document, in the order of the text, then of the rules. */
export function lint(
  references: readonly AssessedReference[],
  document: { readonly text: string },
  options: LintOptions,
): readonly Finding[] {
  if (references.length === 0) return [];
  const isSuppressed = readSuppressions(document.text);
  const findings: Finding[] = [];
  references.forEach((reference, index) => {
    const { range } = reference.candidate;
    for (const rule of rules) {
      const severity = options.severities[rule.id] ?? rule.severity;
      if (severity === "off") continue;
      const message = rule.check(reference, options);
      if (message === null) continue;
      const mild = reference.inTest || reference.role === "option";
      findings.push({
        rule: rule.id,
        severity: mild ? "hint" : severity,
        message: message + projectRecordNote(reference.assessment),
        range,
        reference: index,
        suppressed: isSuppressed(rule.id, range.start),
      });
    }
  });
  return findings;
}
