import type { Alternative } from "./alternatives/alternative.ts";
import { createSwaps, mayHaveAlternatives, type SwapPlace } from "./alternatives/alternatives.ts";
import { clientFixes } from "./alternatives/clientFixes.ts";
import { noFacts } from "./alternatives/needs.ts";
import { swapTitle } from "./alternatives/words.ts";
import { createAssessor } from "./assess/assess.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { isProjectFile } from "./catalog/projectFile.ts";
import type { Detection, Format } from "./detect/candidate.ts";
import { changeBetween } from "./detect/change.ts";
import { mayHoldReference } from "./detect/documentFilter.ts";
import { detectIn, formatOf } from "./detect/formats.ts";
import { someQuotedName, someUnquotedName } from "./detect/mentionedNames.ts";
import { holdsTellingWord } from "./detect/tellingWords.ts";
import type { Analysis, AssessedReference, Engine, FoundTogether } from "./engine.ts";
import { defaultLintOptions } from "./engine.ts";
import { accept } from "./identify/accept.ts";
import { type AnswerWords, answerWords, withoutAnswers } from "./identify/answers.ts";
import { type DocumentFacts, documentFacts, factsShownBy } from "./identify/documentFacts.ts";
import { withoutOtherRepositories } from "./identify/hubRepositories.ts";
import type { Identity } from "./identify/identity.ts";
import { createInterest } from "./identify/interest.ts";
import { withoutLabels } from "./identify/labels.ts";
import { hasRoutePrefix, named } from "./identify/names.ts";
import { markOffers } from "./identify/offers.ts";
import { createPlaceReader, type PlaceReader } from "./identify/placeFacts.ts";
import type { ModelReference, PlaceFacts } from "./identify/reference.ts";
import { createResolve, readIn } from "./identify/resolve.ts";
import { lazy } from "./lazy.ts";
import type { Fix } from "./lint/finding.ts";
import { lint, testCodeOf } from "./lint/lint.ts";
import { protocolOf } from "./runtimes/clients.ts";
import type { Runtime } from "./runtimes/runtime.ts";
import { runtimeById } from "./runtimes/runtimes.ts";
import { type Protocol, runtimeAt, type Server, servedName } from "./runtimes/servers.ts";
import { tellingPath } from "./tellingPath.ts";
import type { TextRange } from "./text.ts";

const nothing: Analysis = { references: [], findings: [] };

/** Swaps at one place: more would be no choice but a catalogue. */
const mostFixes = 5;

/** What the pass over a text told, for whoever gives its analysis back with the document's next text. */
type Pass =
  /** nothing told of models in it: in the next, only the change can */
  | { readonly kind: "silent"; readonly text: string; readonly format: Format }
  | { readonly kind: "detected"; readonly detection: Detection; readonly answerWords: AnswerWords | null };

/**
 * Joins the rooms into the flow: detect, identify, accept, assess, lint. One engine serves all documents; it keeps nothing of them.
 * @param catalog with the project's own records over it, where it has any
 * @param embedded the catalog without them. A repository's own file must not decide what is written without anybody's choice: only what
 *   `embedded` alone would prefer, at a place on which no project record bears, is preferred
 */
export function createEngine(catalog: Catalog, embedded: Catalog = catalog): Engine {
  const assess = createAssessor(catalog);
  const swaps = createSwaps(catalog, assess);
  const assessEmbedded = embedded === catalog ? assess : createAssessor(embedded);
  const swapsEmbedded = embedded === catalog ? swaps : createSwaps(embedded, assessEmbedded);

  const ranked = (place: SwapPlace, runtime: Runtime): readonly Alternative[] => {
    const alternatives = swaps.alternatives(place, runtime);
    if (embedded === catalog) return alternatives;
    const isUntouched = place.assessment.projectRecords.length === 0;
    const unaided = isUntouched
      ? swapsEmbedded.alternatives({ ...place, assessment: assessEmbedded(place.identity) }, runtime).find(({ preferred }) => preferred)
      : undefined;
    return alternatives.map((each) => (each.preferred && each.text !== unaided?.text ? { ...each, preferred: false } : each));
  };

  const resolve = createResolve(catalog);
  const interest = createInterest(catalog);

  const bareName = (identity: Identity): SwapPlace => ({ identity, assessment: assess(identity), task: null, facts: noFacts });

  /** Whether a text speaks of models, or names one: many say `model` of something else. */
  const tellsOfModels = (text: string, { namesAreQuoted }: Format): boolean =>
    holdsTellingWord(text) || (namesAreQuoted ? someQuotedName(text, interest.isName) : someUnquotedName(text, interest.isName));

  const passes = new WeakMap<Analysis, Pass>();

  /** A client that the document points at another server asks for that server's names. */
  const asServed = (reference: ModelReference, text: string): ModelReference => {
    const isClient = reference.runtime !== null && protocolOf(reference.runtime) !== null;
    if (!isClient || catalog.find(reference.identity) !== null) return reference;
    const identity = servedName(reference.candidate.text, text, (served) => catalog.find(served) !== null);
    return identity === null ? reference : { ...reference, identity };
  };

  const alternativesFor = (reference: AssessedReference): readonly Alternative[] => {
    // the text around it is not read where that decides nothing
    if (!reference.swappable || !mayHaveAlternatives(reference.assessment)) return [];
    const runtime = swapRuntime(reference);
    if (runtime === null) return [];
    // nothing is changed without a choice where it is not plain who reads the name, where it is only offered, or in a test
    const mayPrefer = reference.runtime !== null && reference.role === "use" && !reference.inTest && reference.needs.length === 0;
    const alternatives = ranked(placeOf(reference), runtime);
    if (reference.needs.length === 0 && (mayPrefer || !alternatives.some(({ preferred }) => preferred))) return alternatives;
    return alternatives.map((alternative) => ({
      ...alternative,
      preferred: alternative.preferred && mayPrefer,
      needs: [...alternative.needs, ...reference.needs],
    }));
  };

  const engine: Engine = {
    analyze(given, options = defaultLintOptions, before) {
      const format = formatOf(given);
      if (format === null || isProjectFile(given.path) || !mayHoldReference(given.text)) return nothing;
      const earlier = before ? passes.get(before) : undefined;
      const doubtful = earlier?.kind === "silent" && earlier.format === format ? changedPart(earlier.text, given.text) : given.text;
      if (!tellsOfModels(doubtful, format) && !holdsTellingWord(given.otherCells ?? "")) {
        if (before === undefined) return nothing;
        const analysis = { ...nothing };
        passes.set(analysis, { kind: "silent", text: given.text, format });
        return analysis;
      }
      const document = { ...given, path: tellingPath(given.path) };
      const passed = earlier?.kind === "detected" ? earlier : null;
      const detection = detectIn(document, format, interest, before === undefined ? undefined : (passed?.detection ?? null));
      const facts = documentFacts(document.path, format.id, detection, document.text);
      const acceptAll = (known: DocumentFacts): readonly ModelReference[] =>
        detection.candidates.flatMap((candidate) => {
          const reference = accept(candidate, known, catalog, resolve);
          return reference ? [asServed(reference, document.text)] : [];
        });
      const clear = acceptAll(facts);
      // what is plain by itself tells what kind of document this is, and that tells of the rest
      const shown = factsShownBy(clear, facts, catalog);
      const all = shown === null ? clear : acceptAll(shown);
      const words = answerWords(all, document.text, passed?.answerWords ?? null);
      // what the references ask later keeps alive all that functions in here speak of: not the analysis before, and so all before it
      const isAskedAgain = before !== undefined;
      const told = (analysis: Analysis): Analysis => {
        if (isAskedAgain) passes.set(analysis, { kind: "detected", detection, answerWords: words });
        return analysis;
      };
      const accepted = withoutOtherRepositories(withoutAnswers(all, words), document.text);
      if (accepted.length === 0) return told({ references: [], findings: [] });
      let reader: PlaceReader | undefined;
      const placeFacts = (range: TextRange): PlaceFacts => {
        reader ??= createPlaceReader(document.text, document.otherCells);
        return reader(range);
      };
      const isInTest = testCodeOf(document);
      const companions = companionsByName(accepted);
      const beside = (): FoundTogether => ({ references, modules: detection.modules });
      const references: readonly AssessedReference[] = markOffers(withoutLabels(accepted), document).map((reference): AssessedReference => {
        // field by field: a spread to which fields are added takes ten times the memory, at each keystroke
        const { candidate, identity, evidence, role, runtime, task, swappable, needs } = reference;
        return {
          candidate,
          identity,
          evidence,
          role,
          runtime,
          task,
          swappable,
          needs,
          assessment: assess(identity),
          inTest: isInTest(candidate.range.start),
          place: lazy(() => placeFacts(candidate.range)),
          beside,
          companions: (swappable ? companions.get(companionKey(reference)) : undefined) ?? [],
        };
      });
      return told({ references, findings: lint(references, document, options) });
    },

    identify(query, namespace) {
      if (namespace !== undefined) return readIn(namespace, query);
      const resolved = resolve(query, []);
      // a plain word that no record answers to belongs to no scheme that we could name
      return resolved !== null && (resolved.match !== null || /[/:]/.test(query)) ? resolved.identity : named("other", query);
    },

    assess,
    alternativesFor,

    alternatives: (identity, runtime) => ranked(bareName(identity), namedRuntime(runtime)),

    nothingFits: (identity, runtime) => swaps.nothingFits(bareName(identity), namedRuntime(runtime)),

    clientFixes(reference, document, others = []) {
      const { references, modules } = reference.beside();
      const rank = (server: Server, protocol: Protocol): readonly Alternative[] =>
        ranked(placeOf(reference), runtimeAt(server, protocol)).map((alternative) => ({
          ...alternative,
          preferred: false,
          needs: [...alternative.needs, ...reference.needs],
        }));
      return clientFixes({ reference, document, references, modules, others, rank });
    },

    nothingFitsFor(reference) {
      const runtime = swapRuntime(reference);
      return runtime === null || !reference.swappable ? null : swaps.nothingFits(placeOf(reference), runtime);
    },

    swap,

    fixes(reference) {
      const fixes: Fix[] = [];
      for (const alternative of alternativesFor(reference)) {
        if (alternative.group === "open-recipe-but") continue;
        if (fixes.push(swap(reference, alternative)) === mostFixes) break;
      }
      return fixes;
    },
  };
  return engine;
}

/** No word and no name that tells of models is longer, with what stands before and behind it, in UTF-16 units. */
const longestMention = 400;

/** What of a text may tell something that the text before it did not. */
function changedPart(before: string, text: string): string {
  const { start, newEnd } = changeBetween(before, text);
  return text.slice(Math.max(0, start - longestMention), newEnd + longestMention);
}

/** The edit of one alternative: the name, and what goes by the same name for the same program. */
function swap({ candidate, companions }: AssessedReference, alternative: Alternative): Fix {
  return {
    title: swapTitle(alternative),
    preferred: alternative.preferred,
    edits: [candidate.range, ...companions].map((range) => ({ range, text: alternative.text })),
    losses: alternative.losses,
    needs: alternative.needs,
  };
}

function placeOf({ identity, assessment, task, place }: AssessedReference): SwapPlace {
  return { identity, assessment, task, facts: place() };
}

/** @throws RangeError where no runtime has the id */
function namedRuntime(id: string | null): Runtime {
  const runtime = runtimeById(id ?? "transformers");
  if (runtime === undefined) throw new RangeError(`no runtime is called "${id}"`);
  return runtime;
}

/** The runtime whose form a swap is written in: the place's own, else the one that reads names of this scheme from a hub. */
function swapRuntime(reference: ModelReference): Runtime | null {
  if (reference.runtime !== null) return runtimeById(reference.runtime) ?? null;
  // `google/gemma-2-9b-it` is a hub id, though LiteLLM has a route of that name: a route is no part of what it leads to
  const { text } = reference.candidate;
  if (hasRoutePrefix(text) && reference.identity.name !== text) return runtimeById("litellm") ?? null;
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
