import { type Claim, type ClaimedClass, field, hubIdsIn, textIn, textsIn } from "./claims.ts";

/** How each source is read. Naive on purpose: a difference that has a good reason is answered in the record, where users see it. */

/**
 * An entry of the European Open Source AI Index (https://osai-index.eu/): rows with `class` open, partial or closed. Its
 * `trainingcode` row is about training code; its `code` row is about documentation.
 * Base data and training code open: open recipe. One of them open: partial recipe.
 */
export function readOsai(entry: unknown): Claim | null {
  const name = textIn(field(entry, "system", "name"));
  if (name === null) return null;
  const row = (key: string): string => textIn(field(entry, key, "class")) ?? "unknown";
  const [data, endData, code, weights] = [
    row("datasources_basemodel"),
    row("datasources_endmodel"),
    row("trainingcode"),
    row("weights_endmodel"),
  ];
  const links = [field(entry, "system", "link"), field(entry, "weights_endmodel", "link")];
  const hubIds = [...new Set(links.flatMap(textsIn).flatMap(hubIdsIn))];
  return {
    source: "OSAI",
    entry: name,
    hubIds,
    // beside a hub id, names are those of the base as often as not
    names: hubIds.length > 0 ? [] : [...textsIn(field(entry, "system", "endmodelname")), name],
    class:
      weights === "closed"
        ? "closed"
        : data === "open" && code === "open"
          ? "open-recipe"
          : data === "open" || code === "open"
            ? "partial-recipe"
            : "open-weights",
    says: `end weights ${weights}, base data ${data}, end data ${endData}, training code ${code}`,
    license: textIn(field(entry, "system", "endmodellicense") ?? field(entry, "system", "endmodel license")),
  };
}

/** What a licence field holds where the component is not there, or not licensed at all. */
const noLicense = /^(?:unlicensed|undisclosed|component\b.*)$/i;

/**
 * An entry of the Model Openness Tool (https://mot.isitopen.ai/): the framework's components, each with a licence of its own or the
 * distribution's. A component without a licence counts as not released, as it does there. Data and training code: open recipe.
 * One of them: partial recipe. No word on the class where the final parameters are not listed.
 */
export function readMot(entry: unknown): Claim | null {
  const release = field(entry, "release");
  const name = textIn(field(release, "name"));
  if (name === null) return null;
  const distribution = textIn(field(release, "license", "distribution", "name"));
  const licenses = new Map<string, string | null>();
  const components = field(release, "components");
  for (const component of Array.isArray(components) ? components : []) {
    const title = textIn(field(component, "name"));
    if (title !== null) licenses.set(title, textIn(field(component, "license")) ?? distribution);
  }
  const licensed = (title: string): boolean => {
    const license = licenses.get(title);
    return license !== undefined && license !== null && !noLicense.test(license);
  };
  const hubIds = textsIn(field(release, "huggingface")).flatMap(hubIdsIn);
  const parameters = "Model parameters (Final)";
  const weights = licenses.get(parameters);
  const [data, code] = [licensed("Datasets"), licensed("Training code")];
  const word = (state: boolean): string => (state ? "licensed" : "not licensed");
  return {
    source: "MOT",
    entry: name,
    hubIds,
    names: hubIds.length > 0 ? [] : [name],
    class:
      weights === undefined || (weights !== null && /^(?:undisclosed|component\b.*|proprietary)$/i.test(weights))
        ? null
        : data && code
          ? "open-recipe"
          : data || code
            ? "partial-recipe"
            : "open-weights",
    says: `parameters ${word(licensed(parameters))}, datasets ${word(data)}, training code ${word(code)}`,
    license: licensed(parameters) ? (weights ?? null) : null,
  };
}

/**
 * A model of os-ai-map (https://github.com/currentai-org/os-ai-map): `closed`, `restricted`, `open_weights` or `open_source`, and a
 * score from 0 to 5. Open weights with 4 of 5 is a recipe in part.
 */
export function readOsAiMap(entry: unknown): Claim | null {
  const slug = textIn(field(entry, "name"));
  const verdict = textIn(field(entry, "openness", "class"));
  if (slug === null || verdict === null) return null;
  const score = field(entry, "openness", "score");
  const classes: Readonly<Record<string, ClaimedClass>> = {
    closed: "closed",
    restricted: "open-weights",
    open_weights: typeof score === "number" && score >= 4 ? "partial-recipe" : "open-weights",
    open_source: "open-recipe",
  };
  const listed = field(entry, "huggingface_model");
  const urls = (list: unknown): readonly string[] => (Array.isArray(list) ? list.flatMap((item) => textsIn(field(item, "url"))) : []);
  const license = /(?:^|[;-])license:([^;(]*)/.exec(textIn(field(entry, "openness", "components")) ?? "")?.[1]?.trim() ?? "";
  return {
    source: "os-ai-map",
    entry: slug,
    hubIds: [...new Set([...urls(listed), ...urls(field(entry, "openness", "sources"))].flatMap(hubIdsIn))],
    names: [slug, ...textsIn(field(entry, "display_name"))],
    class: classes[verdict] ?? null,
    says: `${typeof score === "number" ? `${score} of 5, ` : ""}${verdict}`,
    license: license === "" || /^(?:proprietary|tbd|mixed)\b/i.test(license) ? null : license,
  };
}

/** One provider's flag for one of the ids it serves, as models.dev (https://models.dev/) has it. */
export interface Flag {
  readonly provider: string;
  readonly id: string;
  /** `lab/model`, where the entry names the record that it inherits from */
  readonly baseModel: string | null;
  readonly openWeights: boolean;
}

/** models.dev as one object: provider, then id, then `{ openWeights, baseModel }`. */
export function readFlags(file: unknown): readonly Flag[] {
  const flags: Flag[] = [];
  if (typeof file !== "object" || file === null) return flags;
  for (const [provider, models] of Object.entries(file)) {
    if (typeof models !== "object" || models === null) continue;
    for (const [id, model] of Object.entries(models)) {
      const openWeights = field(model, "openWeights");
      if (typeof openWeights === "boolean") flags.push({ provider, id, baseModel: textIn(field(model, "baseModel")), openWeights });
    }
  }
  return flags;
}

/** An id without what hosts put around a model's name: vendor, region, variant, case and separators. */
export function modelKey(id: string): string {
  return (
    id
      .slice(id.lastIndexOf("/") + 1)
      .toLowerCase()
      .replace(/^(?:[a-z-]+\.){1,2}(?=[a-z])/, "")
      // Bedrock's version
      .replace(/-v?\d:\d+$/, "")
      .replace(/:.*$/, "")
      .replace(/[._\s]/g, "-")
  );
}

/** How often a provider's flags may contradict the majority of the others before it is not heard any more. */
const contradictionLimit = 0.2;

/** How many other providers have to speak of a model, for its majority to be worth something. */
const enoughOthers = 3;

/** How many of a provider's models have to be compared before it is judged. */
const enoughModels = 5;

/**
 * The providers whose flags contradict those of the others too often. Resellers leave the flag at its default, so that it says nothing of the
 * model. Judged on models of which at least three others speak.
 */
function unreliableProviders(models: Iterable<readonly Flag[]>): ReadonlySet<string> {
  const counts = new Map<string, { compared: number; contradicting: number }>();
  for (const flags of models) {
    for (const { provider, openWeights } of flags) {
      const others = flags.filter((flag) => flag.provider !== provider);
      if (new Set(others.map((flag) => flag.provider)).size < enoughOthers) continue;
      const open = others.filter((flag) => flag.openWeights).length;
      if (open * 2 === others.length) continue;
      const count = counts.get(provider) ?? { compared: 0, contradicting: 0 };
      count.compared++;
      if (open * 2 > others.length !== openWeights) count.contradicting++;
      counts.set(provider, count);
    }
  }
  const bad = [...counts].filter(
    ([, { compared, contradicting }]) => compared >= enoughModels && contradicting > compared * contradictionLimit,
  );
  return new Set(bad.map(([provider]) => provider));
}

/**
 * One claim for each model that models.dev knows, whatever its spelling. Its providers contradict each other on many: the lab's own entry
 * counts before others', then the majority of the providers that mostly agree with the rest; a draw says nothing.
 */
export function readModelsDev(file: unknown): readonly Claim[] {
  const byModel = new Map<string, Flag[]>();
  for (const flag of readFlags(file)) {
    const key = modelKey(flag.baseModel ?? flag.id);
    const same = byModel.get(key);
    if (same) same.push(flag);
    else byModel.set(key, [flag]);
  }
  const unheard = unreliableProviders(byModel.values());
  return [...byModel.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, flags]) => claimOf(key, flags, unheard));
}

function claimOf(key: string, flags: readonly Flag[], unheard: ReadonlySet<string>): Claim {
  const own = flags.filter(({ provider, baseModel }) => baseModel?.startsWith(`${provider}/`));
  const heard = own.length > 0 ? own : flags.filter(({ provider }) => !unheard.has(provider));
  const open = heard.filter(({ openWeights }) => openWeights).length;
  const closed = heard.length - open;
  return {
    source: "models.dev",
    entry: key,
    hubIds: [],
    names: [...new Set(flags.flatMap(({ id, baseModel }) => (baseModel === null ? [id] : [id, baseModel])))],
    class: open === closed ? null : open > closed ? "not-closed" : "closed",
    says: `open weights: yes ${providersOf(heard, true)}, no ${providersOf(heard, false)}`,
    license: null,
  };
}

/** The providers with this flag: three by name, the others as a number. */
function providersOf(flags: readonly Flag[], openWeights: boolean): string {
  const providers = [...new Set(flags.filter((flag) => flag.openWeights === openWeights).map(({ provider }) => provider))].sort();
  if (providers.length === 0) return "none";
  return [...providers.slice(0, 3), ...(providers.length > 3 ? [`${providers.length - 3} more`] : [])].join(" + ");
}
