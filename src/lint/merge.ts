import type { TextRange } from "../text.ts";
import type { Finding, RuleId } from "./finding.ts";
import { rules } from "./rules.ts";

/** What people see at one place: the strongest finding, naming the others. */
export interface MergedFinding {
  readonly range: TextRange;
  readonly severity: Finding["severity"];
  readonly rule: RuleId;
  readonly message: string;
  /** the other rules that have something to say here, strongest first */
  readonly others: readonly RuleId[];
  /** index into the references of the analysis */
  readonly reference: number;
  readonly finding: Finding;
}

/** From strongest to mildest. */
export const severityOrder: readonly Finding["severity"][] = ["error", "warning", "information", "hint"];

const ruleOrder: ReadonlyMap<RuleId, number> = new Map(rules.map((rule, index) => [rule.id, index]));

function compare(a: Finding, b: Finding): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || (ruleOrder.get(a.rule) ?? 0) - (ruleOrder.get(b.rule) ?? 0)
  );
}

/** One mark a place, in the order of the text. Suppressed findings are left out. */
export function mergeFindings(findings: readonly Finding[]): readonly MergedFinding[] {
  const places = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const here = places.get(finding.reference);
    if (here) here.push(finding);
    else places.set(finding.reference, [finding]);
  }
  const merged: MergedFinding[] = [];
  for (const here of places.values()) {
    here.sort(compare);
    const [strongest, ...rest] = here;
    if (!strongest) continue;
    const others = rest.map((finding) => finding.rule);
    merged.push({
      range: strongest.range,
      severity: strongest.severity,
      rule: strongest.rule,
      message: others.length === 0 ? strongest.message : `${strongest.message} Also: ${others.join(", ")}.`,
      others,
      reference: strongest.reference,
      finding: strongest,
    });
  }
  return merged.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
