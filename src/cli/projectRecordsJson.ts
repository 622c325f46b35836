import type { Assessment } from "../assess/assessment.ts";

/** One record of the project's own file, as far as a verdict rests on it. */
export interface ProjectRecordJson {
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
  readonly corrects: readonly string[];
}

/** The key `projectRecords`, where there are any to tell of. */
export function projectRecordsJson({ projectRecords }: Assessment): { readonly projectRecords?: readonly ProjectRecordJson[] } {
  if (projectRecords.length === 0) return {};
  return { projectRecords: projectRecords.map(({ kind, id, reason, corrects }) => ({ kind, id, reason, corrects })) };
}
