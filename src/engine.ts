import type { Alternative } from "./alternatives/alternative.ts";
import type { Assessment } from "./assess/assessment.ts";
import type { SourceDocument } from "./detect/candidate.ts";
import type { Identity, Namespace } from "./identify/identity.ts";
import type { ModelReference, PlaceFacts } from "./identify/reference.ts";
import type { Finding, Fix, RuleId, Severity } from "./lint/finding.ts";
import type { TextRange } from "./text.ts";

/** What the user decides. */
export interface LintOptions {
  /** the class from which on nothing is said of a reference */
  readonly goal: "open-recipe" | "open-weights";
  /** severities that differ from the rules' own */
  readonly severities: Partial<Readonly<Record<RuleId, Severity>>>;
}

export const defaultLintOptions: LintOptions = { goal: "open-recipe", severities: {} };

/** A reference with the verdict on what it names. */
export interface AssessedReference extends ModelReference {
  readonly assessment: Assessment;
  /** stands in test code: tried, not used */
  readonly inTest: boolean;
  /** what the document shows beside the name; read from its text at the first call, since only swaps ask */
  readonly place: () => PlaceFacts;
  /** other places of the document that name the same model for the same program and have to change with this one: its tokenizer */
  readonly companions: readonly TextRange[];
}

/** All that is said of one document. */
export interface Analysis {
  readonly references: readonly AssessedReference[];
  /** every finding, in the order of the text; several may stand at one place */
  readonly findings: readonly Finding[];
}

/** The engine: text in, findings out. Pure; made once from a catalog and used by every surface. */
export interface Engine {
  analyze(document: SourceDocument, options?: LintOptions): Analysis;
  /** Understands a model's name as a developer writes it, outside of any document. */
  identify(query: string, namespace?: Namespace): Identity;
  assess(identity: Identity): Assessment;
  /** Alternatives for a reference in its place, best first. */
  alternativesFor(reference: AssessedReference): readonly Alternative[];
  /** Alternatives for a name in a runtime (by id; null: as a hub id), best first. */
  alternatives(identity: Identity, runtime: string | null): readonly Alternative[];
  /** The swaps for a reference as edits of the document's text, best first; empty where nothing can be offered. */
  fixes(reference: AssessedReference): readonly Fix[];
}
