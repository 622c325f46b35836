import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { hostOf } from "../assess/hosts.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Feature, Member, ModelRecord, PartialDate, Task } from "../catalog/record.ts";
import { type Identity, makersSchemes } from "../identify/identity.ts";
import { named } from "../identify/names.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import type { PlaceNeeds } from "./needs.ts";

/** A checkpoint on offer, with the verdict on it. */
export interface Offer {
  readonly record: ModelRecord;
  readonly member: Member;
  readonly assessment: Assessment;
}

/** The checkpoints that can be offered for a task, by class. */
export type Offers = (task: Task, openness: OpennessClass) => readonly Offer[];

/**
 * Every checkpoint that could be offered anywhere: weights that can be had on the hub, of a record that stands on sources and that nobody has
 * taken back. A task's checkpoints are judged at the first place that asks for it.
 */
export function createOffers(catalog: Catalog, assess: (identity: Identity) => Assessment): Offers {
  const byTask = new Map<Task, ReadonlyMap<OpennessClass, readonly Offer[]>>();
  return (task, openness) => {
    let offers = byTask.get(task);
    if (offers === undefined) {
      offers = collect(task, catalog, assess);
      byTask.set(task, offers);
    }
    return offers.get(openness) ?? [];
  };
}

function collect(task: Task, catalog: Catalog, assess: (identity: Identity) => Assessment): ReadonlyMap<OpennessClass, readonly Offer[]> {
  const offers = new Map<OpennessClass, Offer[]>();
  for (const record of catalog.openModels(task)) {
    if (record.withdrawn || record.retired || record.unverified) continue;
    for (const member of record.members ?? []) {
      if (member.names.huggingface === undefined) continue;
      const assessment = assess(named("huggingface", member.names.huggingface));
      // a name that leads to another record is not this checkpoint's
      if (assessment.model !== record.id || assessment.inferred || assessment.withdrawn !== null) continue;
      const list = offers.get(assessment.class);
      if (list) list.push({ record, member, assessment });
      else offers.set(assessment.class, [{ record, member, assessment }]);
    }
  }
  return offers;
}

/** Tasks whose models can do what a place asks for, the first one best. */
export function tasksFor({ task, facts }: PlaceNeeds): readonly Task[] {
  switch (task) {
    case "text-generation":
      return facts.uses.includes("image-input") ? ["text-generation", "vision-language"] : ["text-generation"];
    // a model for text can write code, and can stand for one that sees where nothing that sees is open
    case "code":
    case "vision-language":
      return [task, "text-generation"];
    default:
      return [task];
  }
}

/** An offer as one runtime would name it, and what whoever serves it there makes of it. */
export interface Serving {
  /** what to write */
  readonly text: string;
  readonly runtime: Runtime;
  /** who serves it, for people; null where it runs on one's own machines or the name does not tell */
  readonly host: string | null;
  /** the very weights are fetched from their repository on the hub */
  readonly fromHub: boolean;
  /** a server of one's own behind OpenAI's protocol or its like: vLLM, SGLang */
  readonly ownServer: boolean;
  /** the server holds answers to a JSON schema, whatever the model */
  readonly constrains: boolean;
  /** tokens; null where nobody says */
  readonly context: number | null;
  readonly features: readonly Feature[];
  readonly lastSeen: PartialDate | null;
}

/** How `offer` is written in `runtime`, or null where it cannot be. */
export function serve({ record, member }: Offer, runtime: Runtime, written: Identity): Serving | null {
  const text = runtime.print({ member }, written);
  if (text === null) return null;
  const printed = runtime.read(text) ?? named(runtime.namespace, text);
  const server = serverOf(printed, runtime);
  const limit = member.limits?.find(({ host }) => host === server);
  const contexts = [member.context, limit?.context].filter((context) => context !== undefined);
  const service = server === "publicai" ? "Public AI" : hostOf(printed, makersSchemes.includes(printed.namespace));
  const ownServer =
    printed.host === "vllm" || servers.has(runtime.id) || (printed.namespace === "huggingface" && runtime.namespace !== "huggingface");
  return {
    text,
    runtime,
    host: service,
    fromHub: service === null && printed.namespace === "huggingface" && printed.name === member.names.huggingface,
    ownServer: ownServer && service === null && server !== "ollama" && runtime.namespace !== "sentence-transformers",
    constrains: service === null && (server === "ollama" || ownServer || runtime.id === "llama.cpp"),
    context: contexts.length === 0 ? null : Math.min(...contexts),
    features: (record.features ?? []).filter((feature) => !limit?.without?.includes(feature)),
    lastSeen: member.lastSeen?.[server] ?? null,
  };
}

/** What vLLM and its like serve. Speech and images take other servers, and which one serves which model is not known. */
const servedTasks: ReadonlySet<Task> = new Set(["text-generation", "code", "vision-language", "embedding", "rerank", "classification"]);

/** Whether a server of one's own can be named that does the task; anything else is looked after by who runs it. */
export function canServe({ ownServer }: Serving, { task }: PlaceNeeds): boolean {
  return !ownServer || servedTasks.has(task);
}

/** Runtimes that are themselves servers, or their engine. */
const servers: ReadonlySet<string> = new Set(["vllm", "sglang", "tgi"]);

/** By what key limits and sightings are kept: the host that a route names, else the scheme. Hugging Face's client asks Public AI. */
function serverOf(printed: Identity, runtime: Runtime): string {
  return runtime.id === "hf-inference" ? "publicai" : (printed.host ?? printed.namespace);
}
