import assert from "node:assert/strict";
import { changesOf } from "../../src/alternatives/consequences.ts";
import { needsOf, noFacts } from "../../src/alternatives/needs.ts";
import { createOffers, createServe, type Offer, type Serving } from "../../src/alternatives/offers.ts";
import { createAssessor } from "../../src/assess/assess.ts";
import type { Identity } from "../../src/identify/identity.ts";
import { named } from "../../src/identify/names.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog } from "../fixtures.ts";

const catalog = projectCatalog();
const assess = createAssessor(catalog);
const current = assess(named("openai", "gpt-4o"));
const needs = needsOf(current.identity, catalog, null, noFacts);

/** What may stand where a swap is written: it decides which way a router takes. */
const written: readonly Identity[] = [
  current.identity,
  named("ollama", "llama3.1", { tag: "8b" }),
  named("openrouter", "meta-llama/llama-3.1-8b-instruct"),
  named("huggingface", "meta-llama/Llama-3.1-8B-Instruct", { host: "vllm" }),
  named("other", "aisingapore/sea-lion", { host: "publicai" }),
];

const serve = createServe();

/** Every checkpoint on offer. */
function* allOffers(): Generator<Offer> {
  const offers = createOffers(catalog, assess);
  const told = new Set<string>();
  for (const task of new Set(catalog.models.flatMap(({ tasks }) => tasks))) {
    for (const openness of ["open-recipe", "partial-recipe", "open-weights"] as const) {
      for (const offer of offers(task, openness)) {
        const key = `${offer.record.id} ${offer.member.name}`;
        if (!told.has(key)) yield offer;
        told.add(key);
      }
    }
  }
}

/** Every name under which a checkpoint is offered in any runtime, each with its first serving. */
function allServings(): readonly { readonly offer: Offer; readonly serving: Serving }[] {
  const found = new Map<string, { readonly offer: Offer; readonly serving: Serving }>();
  for (const offer of allOffers()) {
    for (const runtime of runtimes) {
      for (const each of written) {
        const serving = serve(offer, runtime, each);
        if (serving !== null) found.set(`${offer.record.id} ${offer.member.name} ${runtime.id} ${serving.text}`, { offer, serving });
      }
    }
  }
  return [...found.values()];
}

describe("every name that any runtime can be offered, over all records", () => {
  const all = allServings();

  it("is many", () => {
    const named = new Set(all.map(({ serving }) => serving.runtime.id));
    assert.ok(all.length > 5_000, `${all.length} names`);
    assert.ok(named.size > 40, `in ${named.size} runtimes`);
  });

  it("is a name that the record lists for the checkpoint, to the letter, in the scheme in which its runtime reads it", () => {
    for (const { offer, serving } of all) {
      const { names, aliases = {}, hosts = {}, gguf } = offer.member;
      const { text, runtime } = serving;
      const identity = runtime.read(text);
      assert.ok(identity, `${runtime.id} cannot read ${text}`);
      const { namespace, name, tag, host } = identity;
      const here = host === "publicai" ? [hosts["publicai"], names.huggingface] : [names[namespace], ...(aliases[namespace] ?? [])];
      const known = [...here, ...(namespace === "huggingface" ? [gguf] : [])];
      const read = tag === null || namespace === "huggingface" ? name : `${name}:${tag}`;
      assert.ok(
        known.includes(read),
        `${runtime.id} would write ${text} for ${offer.member.name}: ${read} (${namespace}) is not among its names`,
      );
    }
  });

  it("has a source: that of its record, and where somebody else serves it the date on which it was seen there, or else says that nobody knows", () => {
    assert.ok(needs);
    let dated = 0;
    let undated = 0;
    for (const { offer, serving } of all) {
      const { record } = offer;
      assert.ok(record.sources.length > 0 && !record.unverified, `${record.id} stands on no source`);
      if (serving.host === null) continue;
      const toCheck: readonly string[] = changesOf(current, needs, offer, serving, catalog.asOf).filter((change) =>
        change.startsWith("a check that"),
      );
      if (serving.lastSeen === null) {
        undated++;
        assert.deepEqual(toCheck, [`a check that ${serving.host} serves it today: when it was last seen there is not known`]);
      } else {
        dated++;
        assert.match(serving.lastSeen, /^20\d\d-\d\d/);
        assert.ok(serving.lastSeen <= catalog.asOf, `${serving.text} was seen on ${serving.lastSeen}`);
      }
    }
    assert.ok(dated > undated, `${dated} dated, ${undated} not`);
  });
});
