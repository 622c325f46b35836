import type { Identity } from "../identify/identity.ts";
import { lazy } from "../lazy.ts";
import type { Catalog, CatalogMatch } from "./catalog.ts";
import { openCatalog, rememberedMatches } from "./open.ts";
import { openTasks } from "./openWeights.ts";
import type { ProjectRecords } from "./projectFile.ts";
import type { Member, ModelRecord } from "./record.ts";

/**
 * The catalog with the project's own records over it. Names that the project states lead to its records, all others where they lead without
 * them; a corrected record answers in the catalog's place. `catalog` itself stays as it is, and is returned where there is nothing to add.
 */
export function overlayCatalog(catalog: Catalog, project: ProjectRecords): Catalog {
  if (project.records.length === 0) return catalog;
  const models = byId(project.models);
  const datasets = byId(project.datasets);
  const licenses = byId(project.licenses);
  const records = new Map(project.records.map((record) => [`${record.kind} ${record.id}`, record]));
  // corrections have only the names here that the file states: the catalog's lead to them by way of the catalog
  const own = openCatalog({
    version: 1,
    asOf: catalog.asOf,
    developers: [],
    licenses: [],
    datasets: [],
    models: project.models.map((model) => {
      const stated = project.statedNames.get(model.id);
      return stated === undefined ? model : { ...model, names: stated.names, members: stated.members ?? [] };
    }),
  });

  const effective = (match: CatalogMatch): CatalogMatch => {
    const record = models.get(match.record.id);
    return record === undefined ? match : { ...match, record, member: memberOf(record, match.member) };
  };

  function look(identity: Identity): CatalogMatch | null {
    const stated = own.find(identity);
    // the project's own patterns mean the names that it uses
    if (stated !== null && stated.inferred === null) return { ...effective(stated), family: null };
    const ours = catalog.find(identity);
    if (ours !== null && ours.inferred === null) return effective(ours);
    const match = stated ?? ours;
    return match && effective(match);
  }

  const all = lazy(() => [
    ...catalog.models.map((model) => models.get(model.id) ?? model),
    ...project.models.filter(({ id }) => !catalog.model(id)),
  ]);

  return {
    asOf: catalog.asOf,
    get models() {
      return all();
    },
    openModels: (task) => all().filter((model) => openTasks(model).includes(task)),
    find: rememberedMatches(look),
    mayHold: (text) => own.mayHold(text) || catalog.mayHold(text),
    model: (id) => models.get(id) ?? catalog.model(id),
    dataset: (id) => datasets.get(id) ?? catalog.dataset(id),
    license: (id) => licenses.get(id) ?? catalog.license(id),
    developer: catalog.developer,
    developerName: catalog.developerName,
    projectRecord: (kind, id) => records.get(`${kind} ${id}`),
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function memberOf(record: ModelRecord, member: Member | null): Member | null {
  return member && (record.members?.find(({ name }) => name === member.name) ?? null);
}
