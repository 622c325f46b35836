import type { Catalog } from "../catalog/catalog.ts";
import type { Feature, Member, ModelRecord, Task, Variant } from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";
import type { PlaceFacts } from "../identify/reference.ts";

/** What a place asks of the model that stands there: by the model that does now, and by the code around it. */
export interface PlaceNeeds {
  readonly task: Task;
  readonly variant: Variant | null;
  /** billions; null where the provider does not say */
  readonly parameters: number | null;
  /** billions that are likely where `parameters` is null: good enough for an order, for nothing else */
  readonly likelyParameters: number | null;
  /** tokens that the model takes that stands there now: what the place might use, not what it shows to use */
  readonly context: number | null;
  readonly capabilityTier: number | null;
  readonly languages: NonNullable<ModelRecord["languages"]> | null;
  /** what the model there now can do, whether the place shows to use it or not */
  readonly features: readonly Feature[];
  readonly facts: PlaceFacts;
}

/** Nothing around the name tells more. */
export const noFacts: PlaceFacts = { uses: [], tiedSettings: [], context: null, dimension: null, languages: [] };

/** What the place needs; null where the task is not known. */
export function needsOf(identity: Identity, catalog: Catalog, placeTask: Task | null, facts: PlaceFacts): PlaceNeeds | null {
  const match = catalog.find(identity);
  if (match === null) return null;
  const { record, member } = match;
  const task = placeTask !== null && record.tasks.includes(placeTask) ? placeTask : record.tasks[0];
  if (task === undefined) return null;
  const uses = talking.has(task) ? facts.uses : [];
  return {
    task,
    variant: uses.includes("reasoning") ? "thinking" : (record.variant ?? null),
    parameters: parametersOf(member, identity),
    likelyParameters: isDefaultTag(identity) ? usualDefault : null,
    context: member?.context ?? null,
    capabilityTier: tierOf(record, member),
    languages: isForEnglish(identity.name) ? "english" : (record.languages ?? null),
    features: record.features ?? [],
    facts: { ...facts, uses },
  };
}

/** Tasks in which a model is talked to: what calls beside it hand to a model that talks is nothing to one that embeds or draws. */
const talking: ReadonlySet<Task> = new Set(["text-generation", "code", "vision-language"]);

/** Names of families that come by language say which one: `bge-small-en-v1.5`, `whisper-tiny.en`. */
function isForEnglish(name: string): boolean {
  return /[-_.]en(?=$|[-_.])/i.test(name);
}

/** How capable a checkpoint is within its task, 1 to 5; null where nobody has said. */
export function tierOf(record: ModelRecord, member: Member | null): number | null {
  return member?.capabilityTier ?? record.capabilityTier ?? null;
}

/** A checkpoint's size in billions, from the record or from its name: `...-7B-Instruct`, `llama3.1:8b`. */
function parametersOf(member: Member | null, identity: Identity): number | null {
  if (member?.parameters !== undefined) return member.parameters;
  const match = /(?:^|[-_:./])(\d+(?:\.\d+)?)\s*([bm])(?=$|[-_:.])/i.exec(`${identity.name}:${identity.tag ?? ""}`);
  if (!match?.[1]) return null;
  const size = Number(match[1]);
  return match[2]?.toLowerCase() === "m" ? size / 1000 : size;
}

/** Defaults of Ollama's and Docker's names are made for one ordinary machine: 4 to 8 billion for most (listing of 2026-08). */
const usualDefault = 7;

function isDefaultTag({ namespace, tag }: Identity): boolean {
  return (namespace === "ollama" || namespace === "docker") && (tag === null || tag === "latest");
}
