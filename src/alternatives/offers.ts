import type { Assessment, OpennessClass } from "../assess/assessment.ts";
import { hostOf } from "../assess/hosts.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Feature, Member, ModelRecord, PartialDate, Task } from "../catalog/record.ts";
import { type Identity, makersSchemes } from "../identify/identity.ts";
import { named } from "../identify/names.ts";
import { remembered } from "../remembered.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import type { PlaceNeeds } from "./needs.ts";

/** A checkpoint on offer, with the verdict on it. */
export interface Offer {
  readonly record: ModelRecord;
  readonly member: Member;
  readonly assessment: Assessment;
  /** in how many schemes and hosts the checkpoint can be named */
  readonly reach: number;
}

/** The checkpoints that can be offered for a task, by class. */
export type Offers = (task: Task, openness: OpennessClass) => readonly Offer[];

/**
 * Every checkpoint that could be offered anywhere: weights that can be had on the hub, of a record that stands on sources and that nobody has
 * taken back. A task's checkpoints of a class are judged at the first place that asks for them.
 */
export function createOffers(catalog: Catalog, assess: (identity: Identity) => Assessment): Offers {
  const recordsFor = remembered(mostTasks, (task: Task) => recordsByClass(task, catalog, assess));
  const byTask = new Map<Task, Map<OpennessClass, readonly Offer[]>>();
  return (task, openness) => {
    const byClass = byTask.get(task) ?? new Map<OpennessClass, readonly Offer[]>();
    byTask.set(task, byClass);
    let offers = byClass.get(openness);
    if (offers === undefined) {
      offers = (recordsFor(task).get(openness) ?? []).flatMap((record) => offersOf(record, assess));
      byClass.set(openness, offers);
    }
    return offers;
  };
}

const mostTasks = 100;

/** The records for a task by their class: that of the first checkpoint, as all checkpoints of a record come from one recipe. */
function recordsByClass(
  task: Task,
  catalog: Catalog,
  assess: (identity: Identity) => Assessment,
): ReadonlyMap<OpennessClass, readonly ModelRecord[]> {
  const records = new Map<OpennessClass, ModelRecord[]>();
  for (const record of catalog.openModels(task)) {
    if (record.withdrawn || record.retired || record.unverified) continue;
    for (const member of record.members ?? []) {
      const offer = offerOf(record, member, assess);
      if (offer === null) continue;
      const list = records.get(offer.assessment.class);
      if (list) list.push(record);
      else records.set(offer.assessment.class, [record]);
      break;
    }
  }
  return records;
}

function offersOf(record: ModelRecord, assess: (identity: Identity) => Assessment): readonly Offer[] {
  return (record.members ?? []).flatMap((member) => offerOf(record, member, assess) ?? []);
}

function offerOf(record: ModelRecord, member: Member, assess: (identity: Identity) => Assessment): Offer | null {
  const name = member.names.huggingface;
  if (name === undefined) return null;
  const assessment = assess(named("huggingface", name));
  // a name that leads to another record is not this checkpoint's
  if (assessment.model !== record.id || assessment.inferred || assessment.withdrawn !== null) return null;
  return { record, member, assessment, reach: reachOf(member) };
}

function reachOf({ names, hosts }: Member): number {
  return Object.keys(names).length + Object.keys(hosts ?? {}).length;
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

/** How an offer is written in a runtime, or null where it cannot be. `written` is what stands there now. */
export type Serve = (offer: Offer, runtime: Runtime, written: Identity) => Serving | null;

/** Makes a {@link Serve} that keeps its answers: the same few hundred offers are looked at for every place. */
export function createServe(): Serve {
  const byRuntime = new Map<Runtime, Map<Offer, Serving[]>>();
  return (offer, runtime, written) => {
    const text = runtime.print(offer, written);
    if (text === null) return null;
    let byOffer = byRuntime.get(runtime);
    if (byOffer === undefined) {
      byOffer = new Map();
      byRuntime.set(runtime, byOffer);
    }
    // one text, or one for each way that a router takes
    const known = byOffer.get(offer);
    const before = known?.find((serving) => serving.text === text);
    if (before !== undefined) return before;
    const serving = servedAs(text, offer, runtime);
    if (known) known.push(serving);
    else byOffer.set(offer, [serving]);
    return serving;
  };
}

/** What becomes of `offer` where `runtime` is given `text`, its own name for it. */
function servedAs(text: string, { record, member }: Offer, runtime: Runtime): Serving {
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
