import { projectRecordNote } from "../assess/projectRecords.ts";
import type { AssessedReference, LintOptions } from "../engine.ts";
import type { TextRange } from "../text.ts";
import type { Finding } from "./finding.ts";
import { rules } from "./rules.ts";
import { readSuppressions } from "./suppression.ts";

/**
 * Folders and files of test code, by the conventions of the languages' own tools: `tests/`, Gradle's and Xcode's `commonTest/` and `AppTests/`,
 * .NET's `App.UnitTests/`; `x_test.go`, `x_spec.rb`, `x.vitest.ts`, `x.test-d.ts`, `x.stories.tsx`, `XTest.java`, `XTests.swift`, `XSuite.scala`.
 */
const testFolder =
  /(?:^|\/)(?:[Tt]ests?|__tests__|testing|[Ss]pecs?|e2e|testdata|[Ff]ixtures|__\w*(?:fixtures|mocks|snapshots)__|[^/]+(?:Tests?|[._-]tests?)|tests?[._-](?:data|files|fixtures?|helpers?|resources|support|utils?))\//;
const testFile =
  /(?:^|\/)(?:test_[^/]*|conftest)\.py$|(?:^|\/)tests?\.(?:rs|go|jl)$|[._-](?:(?:vi)?tests?|spec|stories)(?:-d)?\.[^/.]+$|(?:Test|Tests|TestCase|IT|Spec|Suite)\.(?:java|kt|cs|fs|vb|swift|scala|php|groovy)$/;

export function isTestPath(path: string): boolean {
  return testFolder.test(path) || testFile.test(path);
}

/** Which offsets of a document are test code: all of a test file, and the test modules inside of a Rust file (`#[cfg(test)] mod tests { ... }`). */
export function testCodeOf({ path, text }: { readonly path: string; readonly text: string }): (offset: number) => boolean {
  if (isTestPath(path)) return () => true;
  if (!path.endsWith(".rs") || !text.includes("#[cfg(test)]")) return () => false;
  const modules: TextRange[] = [];
  for (const { index: start } of text.matchAll(/^#\[cfg\(test\)\]\s*(?:#\[[^\]\n]*\]\s*)*(?:pub(?:\([a-z]+\))? )?mod \w+ \{/gm)) {
    const before = modules.at(-1);
    if (before && start < before.end) continue;
    // a module of the outermost level ends with the first brace that starts a line
    const close = text.indexOf("\n}", start);
    modules.push({ start, end: close < 0 ? text.length : close });
  }
  return (offset) => modules.some(({ start, end }) => start <= offset && offset < end);
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
