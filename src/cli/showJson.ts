import type { Assessment } from "../assess/assessment.ts";
import type { Source } from "../catalog/record.ts";
import { type IdentityJson, identityJson } from "./identityJson.ts";

interface SourceJson {
  readonly url: string;
  readonly shows: string | null;
  readonly seen: string;
}

/** The contract of `show --format json`: one element of the array. */
export interface ShowJson {
  readonly query: string;
  readonly identity: IdentityJson;
  readonly model: string | null;
  readonly class: string;
  readonly inferred: boolean;
  readonly confidence: string;
  readonly license: string | null;
  readonly licenseKind: string;
  readonly terms: readonly { readonly kind: string; readonly text: string; readonly source: SourceJson | null }[];
  readonly mofClass: string;
  readonly bases: readonly { readonly model: string; readonly relation: string }[];
  readonly lineage: readonly {
    readonly model: string;
    readonly name: string;
    readonly relation: string;
    readonly class: string;
    readonly depth: number;
  }[];
  readonly components: readonly {
    readonly component: string;
    readonly state: string;
    readonly license: string | null;
    readonly source: SourceJson | null;
  }[];
  readonly datasets: readonly {
    readonly id: string;
    readonly name: string;
    readonly stage: string;
    readonly state: string;
    readonly gate: string;
    readonly openness: string;
    readonly license: string | null;
  }[];
  readonly capabilities: readonly { readonly capability: string; readonly answer: string; readonly reason: string }[];
  readonly taughtBy: readonly {
    readonly teacher: string;
    readonly closed: boolean;
    readonly stage: string;
    readonly share: string | null;
    readonly source: SourceJson | null;
  }[];
  readonly opinions: readonly { readonly by: string; readonly value: string; readonly date: string; readonly url: string }[];
  readonly sources: readonly SourceJson[];
  readonly asOf: string;
}

/** An assessment as data. Every key is written out, so that what the engine adds for itself does not leak into the contract. */
export function showJson(query: string, assessment: Assessment): ShowJson {
  return {
    query,
    identity: identityJson(assessment.identity),
    model: assessment.model,
    class: assessment.class,
    inferred: assessment.inferred,
    confidence: assessment.confidence,
    license: assessment.license,
    licenseKind: assessment.licenseKind,
    terms: assessment.terms.map(({ kind, text, source }) => ({ kind, text, source: sourceJson(source) })),
    mofClass: assessment.mofClass,
    bases: assessment.bases.map(({ model, relation }) => ({ model, relation })),
    lineage: assessment.lineage.map((step) => ({
      model: step.model,
      name: step.name,
      relation: step.relation,
      class: step.class,
      depth: step.depth,
    })),
    components: assessment.components.map(({ component, state, license, source }) => ({
      component,
      state,
      license,
      source: sourceJson(source),
    })),
    datasets: assessment.datasets.map(({ id, name, stage, state, gate, openness, license }) => ({
      id,
      name,
      stage,
      state,
      gate,
      openness,
      license,
    })),
    capabilities: assessment.capabilities.map(({ capability, answer, reason }) => ({ capability, answer, reason })),
    taughtBy: assessment.taughtBy.map(({ teacher, closed, stage, share, source }) => ({
      teacher,
      closed,
      stage,
      share,
      source: sourceJson(source),
    })),
    opinions: assessment.opinions.map(({ by, value, date, url }) => ({ by, value, date, url })),
    sources: assessment.sources.map(({ url, shows, seen }) => ({ url, shows: shows ?? null, seen })),
    asOf: assessment.asOf,
  };
}

function sourceJson(source: Source | null | undefined): SourceJson | null {
  return source ? { url: source.url, shows: source.shows ?? null, seen: source.seen } : null;
}
