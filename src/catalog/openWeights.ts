import type { ModelRecord, Task } from "./record.ts";

/** Whether nobody can have the weights. */
export function isWithheld({ components }: ModelRecord): boolean {
  return components["model-parameters"]?.state === "withheld";
}

/** The tasks of a model that lists its checkpoints and does not withhold the weights; none of any other. */
export function openTasks(record: ModelRecord): readonly Task[] {
  return isWithheld(record) || (record.members ?? []).length === 0 ? [] : record.tasks;
}

/** For each task the places of the models that are open for it, see {@link openTasks}. */
export type OpenModels = Readonly<Partial<Record<Task, readonly number[]>>>;

export function collectOpenModels(models: readonly ModelRecord[]): OpenModels {
  const places: Partial<Record<Task, number[]>> = {};
  for (const [place, record] of models.entries()) {
    for (const task of new Set(openTasks(record))) {
      places[task] ??= [];
      places[task].push(place);
    }
  }
  return places;
}
