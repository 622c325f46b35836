import type { Alternative } from "./alternatives/alternative.ts";
import { needsOf, type Offer, offersOf, rankAlternatives } from "./alternatives/alternatives.ts";
import { createAssessor } from "./assess/assess.ts";
import { classLabel } from "./assess/words.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { isProjectFile } from "./catalog/projectFile.ts";
import type { Task } from "./catalog/record.ts";
import { mayHoldReference } from "./detect/filter.ts";
import { detectIn, formatOf } from "./detect/formats.ts";
import type { Analysis, AssessedReference, Engine } from "./engine.ts";
import { defaultLintOptions } from "./engine.ts";
import { accept, documentFacts } from "./identify/accept.ts";
import type { Identity } from "./identify/identity.ts";
import { hasRoutePrefix, named } from "./identify/names.ts";
import { readPlaceFacts } from "./identify/placeFacts.ts";
import type { ModelReference, PlaceFacts } from "./identify/reference.ts";
import { readIn, resolve } from "./identify/resolve.ts";
import type { Fix } from "./lint/finding.ts";
import { isTestPath, lint } from "./lint/lint.ts";
import type { Runtime } from "./runtimes/runtime.ts";
import { runtimeById } from "./runtimes/runtimes.ts";
import type { TextRange } from "./text.ts";

const nothing: Analysis = { references: [], findings: [] };
const noFacts: PlaceFacts = { uses: [], tiedSettings: [] };

/** Swaps at one place: more would be no choice but a catalogue. */
const mostFixes = 5;

/** What ranking needs to know of a place. */
type Ranked = Pick<AssessedReference, "identity" | "assessment" | "task" | "place">;

/** Ranks the checkpoints of `catalog` for places; those of one document are kept with its analysis, as a model is often named many times in it. */
function createRanking(catalog: Catalog, assess: Engine["assess"]): (reference: Ranked, runtime: Runtime) => readonly Alternative[] {
  let offers: readonly Offer[] | undefined;
  const rankedIn = new WeakMap<PlaceFacts, Map<string, readonly Alternative[]>>();
  return ({ assessment, identity, task, place }, runtime) => {
    if (assessment.class === "open-recipe" || assessment.class === "unknown") return [];
    const facts = place();
    const known = rankedIn.get(facts) ?? new Map<string, readonly Alternative[]>();
    rankedIn.set(facts, known);
    const key = JSON.stringify([runtime.id, identity, task]);
    let alternatives = known.get(key);
    if (alternatives === undefined) {
      offers ??= offersOf(catalog, assess);
      const needs = needsOf(identity, catalog, task, facts);
      alternatives = needs === null ? [] : rankAlternatives(assessment, needs, offers, runtime);
      known.set(key, alternatives);
    }
    return alternatives;
  };
}

/**
 * Joins the rooms into the flow: detect, identify, accept, assess, lint. One engine serves all documents; it keeps nothing of them.
 * @param catalog with the project's own records over it, where it has any
 * @param embedded the catalog without them. A repository's own file must not decide what is written without anybody's choice: only what
 *   `embedded` alone would prefer, at a place on which no project record bears, is preferred
 */
export function createEngine(catalog: Catalog, embedded: Catalog = catalog): Engine {
  const assess = createAssessor(catalog);
  const rank = createRanking(catalog, assess);
  const assessEmbedded = embedded === catalog ? assess : createAssessor(embedded);
  const rankEmbedded = embedded === catalog ? rank : createRanking(embedded, assessEmbedded);

  const ranked = (reference: Ranked, runtime: Runtime): readonly Alternative[] => {
    const alternatives = rank(reference, runtime);
    if (embedded === catalog) return alternatives;
    const isUntouched = reference.assessment.projectRecords.length === 0;
    const unaided = isUntouched
      ? rankEmbedded({ ...reference, assessment: assessEmbedded(reference.identity) }, runtime).find(({ preferred }) => preferred)
      : undefined;
    return alternatives.map((each) => (each.preferred && each.text !== unaided?.text ? { ...each, preferred: false } : each));
  };

  const alternativesFor = (reference: AssessedReference): readonly Alternative[] => {
    const runtime = swapRuntime(reference);
    if (runtime === null || !reference.swappable) return [];
    // nothing is changed without a choice where it is not plain who reads the name, where it is only offered, or in a test
    const mayPrefer = reference.runtime !== null && reference.role === "use" && !reference.inTest && reference.needs.length === 0;
    return ranked(reference, runtime).map((alternative) => ({
      ...alternative,
      preferred: alternative.preferred && mayPrefer,
      needs: [...alternative.needs, ...reference.needs],
    }));
  };

  return {
    analyze(document, options = defaultLintOptions) {
      const format = formatOf(document);
      if (format === null || isProjectFile(document.path) || !mayHoldReference(document.text)) return nothing;
      const detection = detectIn(document, format);
      const facts = documentFacts(document.path, format.id, detection);
      const accepted: ModelReference[] = [];
      for (const candidate of detection.candidates) {
        const reference = accept(candidate, facts, catalog);
        if (reference) accepted.push(reference);
      }
      if (accepted.length === 0) return nothing;
      let placeFacts: PlaceFacts | undefined;
      const place = (): PlaceFacts => {
        placeFacts ??= readPlaceFacts(document.otherCells === undefined ? document.text : `${document.text}\n${document.otherCells}`);
        return placeFacts;
      };
      const inTest = isTestPath(document.path);
      const companions = companionsByName(accepted);
      const references = accepted.map(
        (reference): AssessedReference => ({
          ...reference,
          assessment: assess(reference.identity),
          inTest,
          place,
          companions: (reference.swappable ? companions.get(companionKey(reference)) : undefined) ?? [],
        }),
      );
      return { references, findings: lint(references, document, options) };
    },

    identify(query, namespace) {
      if (namespace !== undefined) return readIn(namespace, query);
      const resolved = resolve(query, catalog, []);
      // a plain word that no record answers to belongs to no scheme that we could name
      return resolved !== null && (resolved.match !== null || /[/:]/.test(query)) ? resolved.identity : named("other", query);
    },

    assess,
    alternativesFor,

    alternatives(identity: Identity, runtimeId: string | null) {
      const runtime = runtimeById(runtimeId ?? "transformers");
      if (runtime === undefined) throw new RangeError(`no runtime is called "${runtimeId}"`);
      return ranked({ identity, assessment: assess(identity), task: null as Task | null, place: () => noFacts }, runtime);
    },

    fixes(reference) {
      return alternativesFor(reference)
        .slice(0, mostFixes)
        .map(
          (alternative): Fix => ({
            title: titleOf(alternative),
            preferred: alternative.preferred,
            edits: [reference.candidate.range, ...reference.companions].map((range) => ({ range, text: alternative.text })),
            losses: alternative.losses,
            needs: alternative.needs,
          }),
        );
    },
  };
}

/** What the swap does, and what it leaves unmet. */
function titleOf({ text, class: openness, group, losses }: Alternative): string {
  const unmet = group === "open-recipe-but" && losses[0] !== undefined ? `, but ${losses[0]}` : "";
  return `Swap to ${text} (${classLabel(openness)}${unmet})`;
}

/** The runtime whose form a swap is written in: the place's own, else the one that reads names of this scheme from a hub. */
function swapRuntime(reference: ModelReference): Runtime | null {
  if (reference.runtime !== null) return runtimeById(reference.runtime) ?? null;
  if (hasRoutePrefix(reference.candidate.text)) return runtimeById("litellm") ?? null;
  const { namespace } = reference.identity;
  const id =
    namespace === "huggingface"
      ? "transformers"
      : namespace === "sentence-transformers" || namespace === "ollama" || namespace === "openrouter" || namespace === "openai"
        ? namespace
        : null;
  return id === null ? null : (runtimeById(id) ?? null);
}

/** Places of a name that no swap is offered at, and that would be left behind by one: the tokenizer beside its model. */
function companionsByName(all: readonly ModelReference[]): ReadonlyMap<string, readonly TextRange[]> {
  const ranges = new Map<string, TextRange[]>();
  for (const reference of all) {
    if (reference.swappable || reference.candidate.context[0]?.kind === "address") continue;
    const key = companionKey(reference);
    const list = ranges.get(key);
    if (list) list.push(reference.candidate.range);
    else ranges.set(key, [reference.candidate.range]);
  }
  return ranges;
}

function companionKey(reference: ModelReference): string {
  return `${reference.runtime ?? ""} ${reference.candidate.text}`;
}
