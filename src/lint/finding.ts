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

/** An edit of a fix: of the document of the finding, or of another one. */
export interface FixEdit extends TextEdit {
  /** what it changes, for a preview: `base URL of the client`; absent: the model's name */
  readonly label?: string;
  /** the other document's path, as it was handed in; absent: the finding's own document */
  readonly path?: string;
}

/** Who serves the model after a fix that changes the client too. */
export interface FixHost {
  /** id in runtimes/servers.ts */
  readonly id: string;
  /** for people: `Ollama`, `Public AI` */
  readonly name: string;
  /** runs on the user's own machine: no new data processor */
  readonly local: boolean;
  /** as the client there takes it */
  readonly baseUrl: string;
  /** environment variable that holds the key; null: any key does */
  readonly keyVariable: string | null;
}

/** A change that can be made at a finding. Data, so that every surface applies the same. */
export interface Fix {
  /** `Swap to allenai/Olmo-3-7B-Instruct (open recipe)` */
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly FixEdit[];
  /** what is lost, in words */
  readonly losses: readonly string[];
  /** what else has to change by hand; empty for a preferred fix */
  readonly needs: readonly string[];
  /** set where the fix moves the place to another host, see Engine.clientFixes */
  readonly host?: FixHost;
}
