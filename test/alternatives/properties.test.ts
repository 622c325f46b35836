import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { alternativeGroups } from "../../src/alternatives/alternative.ts";
import { createSwaps, type SwapPlace } from "../../src/alternatives/alternatives.ts";
import { noFacts } from "../../src/alternatives/needs.ts";
import { createAssessor } from "../../src/assess/assess.ts";
import { classes } from "../../src/assess/assessment.ts";
import { overlayCatalog } from "../../src/catalog/overlay.ts";
import { readProjectFile } from "../../src/catalog/readProjectFile.ts";
import type { Feature, Task } from "../../src/catalog/record.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { type Identity, type Namespace, namespaces } from "../../src/identify/identity.ts";
import { readIn } from "../../src/identify/resolve.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog } from "../fixtures.ts";

const catalog = projectCatalog();
const assess = createAssessor(catalog);
const swaps = createSwaps(catalog, assess);

/** Every name of every checkpoint that the catalog knows, in every scheme. */
const names: readonly { readonly namespace: Namespace; readonly name: string }[] = catalog.models.flatMap((record) => [
  ...namespaces.flatMap((namespace) =>
    (record.members ?? []).flatMap(({ names: own }) => (own[namespace] === undefined ? [] : [{ namespace, name: own[namespace] }])),
  ),
  ...namespaces.flatMap((namespace) =>
    (record.names[namespace] ?? []).filter((name) => !name.includes("*")).map((name) => ({ namespace, name })),
  ),
]);

const anyIdentity: fc.Arbitrary<Identity> = fc.constantFrom(...names).map(({ namespace, name }) => readIn(namespace, name));
const anyRuntime = fc.constantFrom(...runtimes);
const anyTask = fc.constantFrom<Task | null>(null, "text-generation", "embedding", "rerank", "speech-recognition", "code");
const anyFacts = fc.record({
  uses: fc.subarray<Feature>(["tools", "structured-output", "image-input", "audio-input", "fill-in-the-middle", "reasoning"]),
  tiedSettings: fc.subarray(["the chat template set here"]),
  context: fc.constantFrom(null, 512, 4096, 8192, 32_768, 131_072, 1_000_000),
  dimension: fc.constantFrom(null, 384, 768, 1536),
  languages: fc.subarray(["de", "en", "zh"]),
});
const anyPlace: fc.Arbitrary<SwapPlace> = fc
  .record({ identity: anyIdentity, task: anyTask, facts: fc.oneof(fc.constant(noFacts), anyFacts) })
  .map((place) => ({ ...place, assessment: assess(place.identity) }));

const rank = (openness: string): number => (classes as readonly string[]).indexOf(openness);

/** Everything that a member says of where it can be had. */
const seenNames: ReadonlyMap<string, readonly string[]> = new Map(
  catalog.models.flatMap((record) =>
    (record.members ?? []).map((member): [string, readonly string[]] => [
      member.name,
      [
        ...Object.values(member.names),
        ...Object.values(member.aliases ?? {}).flat(),
        ...Object.values(member.hosts ?? {}),
        ...(member.gguf === undefined ? [] : [member.gguf]),
      ],
    ]),
  ),
);

/** A project that would like its own model to be written everywhere. */
const claims = `
reviewed: 2026-11-01
models:
  - id: ours/assistant
    name: Assistant
    names: { huggingface: [ours/Assistant-8B], ollama: ["assistant:8b"] }
    members:
      - { name: ours/Assistant-8B, parameters: 8, context: 131072, names: { huggingface: ours/Assistant-8B, ollama: "assistant:8b" } }
    tasks: [text-generation]
    variant: instruct
    features: [tools, structured-output]
    languages: multilingual
    capabilityTier: 5
    license: Apache-2.0
    components: { model-parameters: open, training-code: open }
    training: [{ stage: pre-training, datasets: [our-text], code: open }]
    confidence: sure
    reason: Our own.
datasets:
  - { id: our-text, name: Our text, state: downloadable, gate: none, license: CC-BY-4.0, reason: Ours to give. }
`;

describe("every alternative of every name in every runtime, whatever the place needs", () => {
  const each = (check: (place: SwapPlace, found: ReturnType<typeof swaps.alternatives>) => void): void => {
    let seen = 0;
    fc.assert(
      fc.property(anyPlace, anyRuntime, (place, runtime) => {
        const found = swaps.alternatives(place, runtime);
        seen += found.length;
        check(place, found);
      }),
      { numRuns: 600 },
    );
    assert.ok(seen > 300, `only ${seen} alternatives were seen`);
  };

  it("is preferred only where it fits, leaves nothing unmet, and needs nothing else; and one at the most", () => {
    each((place, found) => {
      const preferred = found.filter((alternative) => alternative.preferred);
      assert.ok(preferred.length <= 1);
      for (const { id, group, needs, unmet, class: openness, context } of preferred) {
        assert.equal(group, "fits", id);
        assert.deepEqual([needs, unmet], [[], []], id);
        assert.equal(openness, "open-recipe", id);
        assert.ok(place.facts.context === null || (context ?? 0) >= place.facts.context, id);
      }
    });
  });

  it("is of a higher class than what is there, and open weights are for closed models at which nothing fits", () => {
    each(({ assessment }, found) => {
      for (const alternative of found) {
        assert.ok(rank(alternative.class) > rank(assessment.class), `${alternative.id} for ${assessment.name}`);
        if (alternative.class !== "open-weights") continue;
        assert.equal(assessment.class, "closed");
        assert.ok(found.every(({ group }) => group !== "fits"));
      }
    });
  });

  it("is in the group that its class and its unmet needs put it in, which it tells", () => {
    each((_place, found) => {
      for (const { class: openness, group, unmet, losses, step } of found) {
        const expected = openness !== "open-recipe" ? "step-up" : unmet.length === 0 ? "fits" : "open-recipe-but";
        assert.equal(group, expected);
        assert.ok(group === "open-recipe-but" || unmet.length === 0);
        assert.deepEqual(losses.slice(0, unmet.length), unmet);
        assert.equal(step !== null, group === "step-up");
      }
      const groups = found.map(({ group }) => alternativeGroups.indexOf(group));
      assert.deepEqual(
        [...groups].sort((a, b) => a - b),
        groups,
      );
    });
  });

  it("is of a record that stands on sources, that nobody took back, and by a name that was seen", () => {
    each((_place, found) => {
      for (const { id, text } of found) {
        const records = catalog.models.filter(({ members }) => members?.some(({ name }) => name === id));
        assert.ok(
          records.some(({ unverified, withdrawn, retired }) => !unverified && !withdrawn && !retired),
          id,
        );
        assert.ok(
          (seenNames.get(id) ?? []).some((name) => text.includes(name)),
          `${text} for ${id}`,
        );
      }
    });
  });

  it("stands in an order that does not hang on the order of the records", () => {
    const shuffled = fc.shuffledSubarray([...catalog.models], { minLength: catalog.models.length });
    fc.assert(
      fc.property(shuffled, fc.array(fc.tuple(anyPlace, anyRuntime), { minLength: 40, maxLength: 40 }), (models, places) => {
        const others = createSwaps({ ...catalog, models }, assess);
        for (const [place, runtime] of places) {
          assert.deepEqual(others.alternatives(place, runtime), swaps.alternatives(place, runtime));
        }
      }),
      { numRuns: 4 },
    );
  });

  it("is never preferred on the word of a project record, nor does any stand above it for one", () => {
    const { records, faults } = readProjectFile(parse(claims), catalog);
    assert.deepEqual(faults, []);
    const overlaid = overlayCatalog(catalog, records);
    const engine = createEngine(overlaid, catalog);
    const embedded = createEngine(catalog);
    let offered = 0;
    for (const name of ["llama3.1:8b", "mistral:7b", "qwen2.5:7b", "gemma2:9b", "phi4-mini", "deepseek-r1:7b"]) {
      const preferred = (from: Engine): readonly string[] =>
        from.alternatives(from.identify(name), "ollama").flatMap((alternative) => (alternative.preferred ? [alternative.text] : []));
      const found = engine.alternatives(engine.identify(name), "ollama");
      offered += found.filter(({ id }) => id === "ours/Assistant-8B").length;
      assert.ok(found.every(({ id, preferred: is }) => !is || id !== "ours/Assistant-8B"));
      assert.ok(
        preferred(engine).every((text) => preferred(embedded).includes(text)),
        name,
      );
    }
    assert.ok(offered > 0, "the project's own model is offered");
  });

  it("gains a licence only over another one, which takes something away", () => {
    each(({ assessment }, found) => {
      for (const { gains, license } of found) {
        const told = gains.filter((gain) => license !== null && gain.startsWith(`${license} `) && gain.includes(" instead of "));
        if (told.length === 0) continue;
        assert.notEqual(license, assessment.license);
        assert.ok(assessment.licenseKind === "use-restricted" || assessment.licenseKind === "non-commercial", told.join());
        assert.ok(assessment.terms.every(({ kind }) => kind !== "inherited"));
      }
    });
  });

  it("is told in words that judge nobody and promise nothing", () => {
    each((place, found) => {
      const words = found.flatMap(({ gains, losses, marks, needs, step }) => [...gains, ...losses, ...marks, ...needs, step ?? ""]);
      for (const text of words) {
        assert.doesNotMatch(text, /recommend|equivalent|drop-in|\bbest\b|fake|openwash/i);
        assert.doesNotMatch(text, /\b(?:undefined|null|NaN)\b/);
        assert.equal(text, text.trim());
      }
      const [first] = runtimes;
      if (first !== undefined) assert.doesNotMatch(swaps.nothingFits(place, first) ?? "", /recommend|equivalent/i);
    });
  });
});
