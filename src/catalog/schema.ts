import { namespaces } from "../identify/identity.ts";
import type {
  BaseRelation,
  ComponentState,
  DatasetRecord,
  DatasetState,
  Developer,
  Feature,
  LicenseKind,
  ModelRecord,
  Opinion,
  Stage,
  Task,
  Term,
  Variant,
} from "./record.ts";
import { components } from "./record.ts";

/*
 * JSON Schemas of the YAML files. The lists of words are records over the unions of record.ts, so that the compiler
 * finds a word that one side lacks.
 */

type Schema = { readonly [keyword: string]: unknown };

function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): Schema & { readonly enum: readonly string[] } {
  return { enum: Object.keys(words) };
}

interface ObjectSchema extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

function object(required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): ObjectSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function list(items: Schema): Schema {
  return { type: "array", items };
}

const text: Schema = { type: "string", minLength: 1, pattern: "^\\S(.*\\S)?$" };
const address: Schema = { type: "string", pattern: "^https?://[^\\s]+$" };
const date: Schema = {
  anyOf: [
    { type: "string", pattern: "^(19|20)\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$" },
    { type: "integer", minimum: 1950, maximum: 2099 },
  ],
};
const positive: Schema = { type: "number", exclusiveMinimum: 0 };
const count: Schema = { type: "integer", minimum: 1 };
const licenseId: Schema = { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9.+-]*$" };
const modelId: Schema = { type: "string", pattern: "^[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*$" };
const datasetId: Schema = { type: "string", pattern: "^[a-z0-9][a-z0-9.]*(-[a-z0-9.]+)*$" };
const name: Schema = { type: "string", pattern: "^[^\\s*]+$" };
const pattern: Schema = { type: "string", pattern: "^(?!.*\\*\\*)(?=.*[A-Za-z0-9])\\S+$" };
const language: Schema = { type: "string", pattern: "^[a-z]{2,3}(-[A-Za-z]{2,4})?$" };

const source = object({ url: address, seen: date }, { shows: text });

const task = oneOf<Task>({
  "text-generation": true,
  code: true,
  embedding: true,
  rerank: true,
  classification: true,
  "fill-mask": true,
  translation: true,
  "vision-language": true,
  "image-generation": true,
  "image-classification": true,
  "image-embedding": true,
  "video-generation": true,
  "speech-recognition": true,
  "speech-synthesis": true,
  audio: true,
  "time-series": true,
  moderation: true,
  other: true,
});

const feature = oneOf<Feature>({
  tools: true,
  "structured-output": true,
  "image-input": true,
  "audio-input": true,
  "fill-in-the-middle": true,
  reasoning: true,
});

const stage = oneOf<Stage>({
  "pre-training": true,
  "mid-training": true,
  "long-context": true,
  instruction: true,
  preference: true,
  reinforcement: true,
  distillation: true,
  "fine-tuning": true,
});

const state = oneOf<ComponentState>({ open: true, partial: true, withheld: true, unknown: true });

const componentFact = object({ state }, { license: licenseId, source, note: text });

const component: Schema = { anyOf: [state, componentFact] };

const term = object(
  {
    kind: oneOf<Term["kind"]>({
      "user-ceiling": true,
      naming: true,
      "use-policy": true,
      "non-commercial": true,
      "research-only": true,
      indemnity: true,
      gate: true,
      inherited: true,
      attribution: true,
      "no-competition": true,
      other: true,
    }),
    text,
  },
  { source },
);

function byNamespace(value: Schema): Schema {
  return object({}, Object.fromEntries(namespaces.map((namespace) => [namespace, value])));
}

const member = object(
  { name, names: byNamespace(name) },
  {
    parameters: positive,
    activeParameters: positive,
    context: count,
    dimension: count,
    aliases: byNamespace({ ...list(name), minItems: 1, uniqueItems: true }),
    hosts: { type: "object", additionalProperties: name },
    gguf: name,
    limits: list({
      ...object({ host: name, source }, { context: count, without: { ...list(feature), minItems: 1, uniqueItems: true } }),
      anyOf: [{ required: ["context"] }, { required: ["without"] }],
    }),
    lastSeen: { type: "object", additionalProperties: date },
    license: licenseId,
    capabilityTier: { enum: [1, 2, 3, 4, 5] },
    needs: list(text),
  },
);

const model = object(
  {
    id: modelId,
    name: text,
    names: { ...byNamespace({ ...list(pattern), minItems: 1, uniqueItems: true }), minProperties: 1 },
    tasks: { ...list(task), minItems: 1, uniqueItems: true },
    components: {
      type: "object",
      properties: Object.fromEntries(components.map((id) => [id, component])),
      required: ["model-parameters"],
      additionalProperties: false,
    },
    confidence: oneOf<ModelRecord["confidence"]>({ sure: true, likely: true, disputed: true }),
  },
  {
    sources: list(source),
    members: list(member),
    variant: oneOf<Variant>({ base: true, instruct: true, thinking: true }),
    features: { ...list(feature), uniqueItems: true },
    languages: { anyOf: [{ enum: ["english", "multilingual"] }, { ...list(language), minItems: 1 }] },
    capabilityTier: { enum: [1, 2, 3, 4, 5] },
    released: date,
    retired: object({ date }, { source, names: list(pattern) }),
    withdrawn: object({ date }, { source }),
    license: licenseId,
    terms: list(term),
    training: list(
      object(
        { stage, datasets: { ...list(datasetId), uniqueItems: true }, code: state },
        { undisclosed: { type: "boolean" }, source, note: text },
      ),
    ),
    bases: list(
      object(
        {
          model: modelId,
          relation: oneOf<BaseRelation>({
            "fine-tune": true,
            merge: true,
            prune: true,
            expand: true,
            upcycle: true,
            quantisation: true,
            conversion: true,
          }),
        },
        { source },
      ),
    ),
    contains: list({
      ...object({ part: text }, { model: modelId, name: text, recipe: { enum: ["open", "withheld", "unknown"] }, source }),
      anyOf: [{ required: ["model"] }, { required: ["recipe"] }],
    }),
    taughtBy: list(object({ teacher: text, closed: { type: "boolean" }, stage }, { share: text, terms: text, source })),
    reason: text,
    opinions: list(
      object({
        by: oneOf<Opinion["by"]>({ OSAI: true, MOT: true, "os-ai-map": true }),
        value: text,
        date,
        url: address,
      }),
    ),
    energyConsumptions: list({
      ...object(
        { activity: { enum: [...stage.enum, "training"] }, source },
        { energyCost: positive, co2CostEquivalent: positive, note: text },
      ),
      anyOf: [{ required: ["energyCost"] }, { required: ["co2CostEquivalent"] }],
    }),
    citation: object(
      { title: text, authors: { ...list(text), minItems: 1 }, year: { type: "integer", minimum: 1950, maximum: 2099 } },
      { arxiv: { type: "string", pattern: "^\\d{4}\\.\\d{4,5}$" }, doi: { type: "string", pattern: "^10\\.\\d{4,}/\\S+$" }, url: address },
    ),
    unverified: { type: "boolean" },
    reviewed: date,
    moving: list(pattern),
  },
);

const dataset = object(
  {
    id: datasetId,
    name: text,
    state: oneOf<DatasetState>({
      downloadable: true,
      rebuildable: true,
      pointers: true,
      documented: true,
      withdrawn: true,
      withheld: true,
    }),
    gate: oneOf<DatasetRecord["gate"]>({ none: true, terms: true, agreement: true, fee: true }),
  },
  {
    sources: list(source),
    license: licenseId,
    huggingface: list(name),
    withdrawn: object({ date, copies: list(address) }),
    reason: text,
    unverified: { type: "boolean" },
    reviewed: date,
  },
);

const license = object(
  {
    id: licenseId,
    name: text,
    kind: oneOf<LicenseKind>({
      osi: true,
      "permissive-content": true,
      "use-restricted": true,
      "non-commercial": true,
      proprietary: true,
      none: true,
      unknown: true,
    }),
  },
  { hubTags: list(name), terms: list(term) },
);

const developer = object(
  {
    name: text,
    kind: oneOf<Developer["kind"]>({
      company: true,
      "non-profit": true,
      university: true,
      "public-body": true,
      community: true,
      person: true,
    }),
  },
  { seat: { type: "string", pattern: "^[A-Z]{2}$" } },
);

/** `models/<developer>.yaml` */
export const modelsFileSchema: Schema = object({ developer, models: list(model) }, { reviewed: date });

/** `datasets/<maker>.yaml` */
export const datasetsFileSchema: Schema = object({ datasets: list(dataset) }, { reviewed: date });

/** `licenses.yaml` */
export const licensesFileSchema: Schema = object({ licenses: list(license) });

/** A record of the index: as written, with what the compiler fills in. */
function compiled(written: ObjectSchema, filled: Readonly<Record<string, Schema>>): Schema {
  return {
    ...written,
    properties: { ...written.properties, ...filled },
    required: [...new Set([...written.required, ...Object.keys(filled)])],
  };
}

const dateText: Schema = { type: "string", pattern: "^\\d{4}(-\\d\\d){0,2}$" };

/** The index. In dist/catalog.json more keys stand beside these, for look-ups: indexFile.ts. */
export const catalogIndexSchema: Schema = object({
  version: { const: 1 },
  asOf: dateText,
  developers: list(compiled(developer, { id: { type: "string", pattern: "^[a-z0-9][a-z0-9.-]*$" } })),
  licenses: list(license),
  datasets: list(compiled(dataset, { sources: list(source), reviewed: dateText })),
  models: list(
    compiled(model, {
      developer: { type: "string", pattern: "^[a-z0-9][a-z0-9.-]*$" },
      sources: list(source),
      reviewed: dateText,
      components: {
        type: "object",
        properties: Object.fromEntries(components.map((id) => [id, componentFact])),
        required: ["model-parameters"],
        additionalProperties: false,
      },
    }),
  ),
});

/** The project's own file as a whole: its entries are checked one by one, by whether they add or correct. */
export const projectFileSchema: Schema = object(
  {},
  { reviewed: date, models: list({ type: "object" }), datasets: list({ type: "object" }), licenses: list({ type: "object" }) },
);

/** One sentence or two: it is shown wherever the record speaks. */
const projectReason: Schema = { ...text, maxLength: 500 };

interface ProjectEntrySchemas {
  /** an entry whose id the catalog does not have: a whole record */
  readonly added: Schema;
  /** an entry with an id of the catalog's: the fields that it replaces */
  readonly corrected: Schema;
}

function projectEntry({ properties, required }: ObjectSchema): ProjectEntrySchemas {
  const all = { ...properties, reason: projectReason };
  // one component can be corrected alone
  const fields = properties["components"] === undefined ? all : { ...all, components: { ...properties["components"], required: [] } };
  return {
    added: { ...object({}, all), required: [...required, "reason"] },
    corrected: { ...object({}, fields), required: ["id", "reason"] },
  };
}

/** Entries of the project's own file. */
export const projectEntrySchemas: Readonly<Record<"models" | "datasets" | "licenses", ProjectEntrySchemas>> = {
  models: projectEntry(model),
  datasets: projectEntry(dataset),
  licenses: projectEntry(license),
};
