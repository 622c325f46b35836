import type { AssessedReference, LintOptions } from "../engine.ts";
import type { RuleId, Severity } from "./finding.ts";

/** One rule: what it says of a reference, or null where it has nothing to say. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly check: (reference: AssessedReference, options: LintOptions) => string | null;
}
