import type { Catalog, ProjectRecord } from "../catalog/catalog.ts";
import type { ModelRecord } from "../catalog/record.ts";
import type { Assessment } from "./assessment.ts";

/** Every project record that the facts of `record` rest on: its own, its bases' and parts', their datasets' and licences'. */
export function projectRecordsBehind(record: ModelRecord, catalog: Catalog): readonly ProjectRecord[] {
  const found = new Set<ProjectRecord>();
  const note = (kind: ProjectRecord["kind"], id: string | undefined): void => {
    const project = id === undefined ? undefined : catalog.projectRecord(kind, id);
    if (project) found.add(project);
  };
  const seen = new Set<string>([record.id]);
  const open: ModelRecord[] = [record];
  const follow = (id: string): void => {
    const next = seen.has(id) ? undefined : catalog.model(id);
    seen.add(id);
    if (next) open.push(next);
  };
  for (let model = open.shift(); model; model = open.shift()) {
    note("model", model.id);
    note("license", model.license);
    for (const member of model.members ?? []) note("license", member.license);
    for (const fact of Object.values(model.components)) note("license", fact.license);
    for (const stage of model.training ?? []) {
      for (const id of stage.datasets) {
        note("dataset", id);
        note("license", catalog.dataset(id)?.license);
      }
    }
    for (const base of model.bases ?? []) follow(base.model);
    for (const part of model.contains ?? []) if (part.model !== undefined) follow(part.model);
  }
  return [...found];
}

/** `project record, corrects license of meta/llama-3.1`: what it is, before its reason. */
function titleOf({ kind, id, corrects }: ProjectRecord): string {
  const subject = kind === "model" ? id : `${kind === "license" ? "licence" : kind} ${id}`;
  return corrects.length === 0 ? `project record of ${subject}` : `project record, corrects ${corrects.join(", ")} of ${subject}`;
}

/** What the project says and why, a line for each of its records: `project record of acme/assistant: our own fine-tune`. */
export function projectRecordLines({ projectRecords }: Pick<Assessment, "projectRecords">): readonly string[] {
  return projectRecords.map((record) => `${titleOf(record)}: ${record.reason}`);
}

/** ` Project record: our own fine-tune.` behind a sentence that rests on one, else nothing. */
export function projectRecordNote({ projectRecords }: Pick<Assessment, "projectRecords">): string {
  const [first, ...others] = projectRecords;
  if (first === undefined) return "";
  return ` Project record: ${first.reason.replace(/\.$/, "")}${others.length === 0 ? "" : ` (and ${others.length} more)`}.`;
}
