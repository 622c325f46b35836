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
  /** what the code around the name shows; read from the text at the first call, since only swaps ask */
  readonly place: () => PlaceFacts;
  /** other places of the document that name the same model for the same program and have to change with this one: its tokenizer */
  readonly companions: readonly TextRange[];
  /** all that was found in its document: only what changes a client asks */
  readonly beside: () => FoundTogether;
}

/** What was found in one document. */
export interface FoundTogether {
  readonly references: readonly AssessedReference[];
  /** packages that the document uses */
  readonly modules: readonly string[];
}

/** All that is said of one document. */
export interface Analysis {
  readonly references: readonly AssessedReference[];
  /** every finding, in the order of the text; several may stand at one place */
  readonly findings: readonly Finding[];
}

/** Fixes that change a client together with the name of its model, see {@link Engine.clientFixes}. */
export interface ClientFixes {
  /**
   * One for each model and host that serves it, best model first, hosts in the order of servers.ts; never preferred. The first edit is the name at the
   * reference; every other one has a `label`. `host` says who is asked afterwards
   */
  readonly fixes: readonly Fix[];
  /**
   * null: the fixes are whole, and the program works after each one once its `needs` are met. Else what the documents do not show, in
   * words (`the client is not made in this file`): the fixes change the name alone, and the first of their `needs` says which base URL and
   * key to set where the client is made. With no fixes: why there can be none
   */
  readonly missing: string | null;
}

/** The engine: text in, findings out. Pure; made once from a catalog and used by every surface. */
export interface Engine {
  /**
   * @param before the analysis of the document as it was before a change, null for the first of several: only what the change can reach is read
   *   again where the format allows it, and the result is the same as without. Absent where the document will not be asked about again
   */
  analyze(document: SourceDocument, options?: LintOptions, before?: Analysis | null): Analysis;
  /** Understands a model's name as a developer writes it, outside of any document. */
  identify(query: string, namespace?: Namespace): Identity;
  assess(identity: Identity): Assessment;
  /** Alternatives for a reference in its place, best first. */
  alternativesFor(reference: AssessedReference): readonly Alternative[];
  /** Alternatives for a name in a runtime (by id; null: as a hub id), best first. */
  alternatives(identity: Identity, runtime: string | null): readonly Alternative[];
  /**
   * The swaps for a reference as edits of the document's text, best first: what fits, then steps up. Empty where nothing can be offered; what
   * leaves a need unmet is for whoever asks for more alternatives, see {@link Engine.swap}.
   */
  fixes(reference: AssessedReference): readonly Fix[];
  /** One of the alternatives for a reference as an edit, whatever its group. */
  swap(reference: AssessedReference, alternative: Alternative): Fix;
  /**
   * The sentence for a place at which no alternative fits: `Nothing open-recipe does this today (facts of 2026-11).`, or that its client
   * cannot name any. Null where one fits, and where there is nothing to look for. Said before any step up is offered.
   */
  nothingFitsFor(reference: AssessedReference): string | null;
  /** The same for a name in a runtime (by id; null: as a hub id). */
  nothingFits(identity: Identity, runtime: string | null): string | null;
  /**
   * The swaps of a closed API's model as one edit of model, base URL and key of its client, to local servers (Ollama, vLLM) and to hosts
   * that serve it. Computed when asked, for one place; `fixes` is empty where no server speaks the client's protocol or does its task.
   * @param document the one that `reference` was found in, unchanged
   * @param others documents in which the same environment variables may stand: `.env`, `.env.example`, `compose.yaml` beside it. Their
   *   edits carry their `path`
   */
  clientFixes(reference: AssessedReference, document: SourceDocument, others?: readonly SourceDocument[]): ClientFixes;
}
