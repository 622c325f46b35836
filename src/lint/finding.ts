import type { TextEdit, TextRange } from "../text.ts";

export type Severity = "error" | "warning" | "information" | "hint" | "off";

/** Ids of rules are stable for ever. Retired ids stay here as a comment. */
export const ruleIds = [
  "closed-model",
  "open-weights-only",
  "restricted-license",
  "unknown-model",
  "retired-model",
  "closed-lineage",
  "unpinned-model",
] as const;

export type RuleId = (typeof ruleIds)[number];

/** What a rule says of one reference. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  readonly range: TextRange;
  /** index into the references of the same analysis */
  readonly reference: number;
  /** silenced by a comment in the document; surfaces for people leave it out */
  readonly suppressed: boolean;
}

/** A change that can be made at a finding. Data, so that every surface applies the same. */
export interface Fix {
  /** `Swap to allenai/Olmo-3-7B-Instruct (open recipe)` */
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** what is lost, in words */
  readonly losses: readonly string[];
  /** what else has to change by hand; empty for a preferred fix */
  readonly needs: readonly string[];
}
