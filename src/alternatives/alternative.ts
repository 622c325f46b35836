import type { OpennessClass } from "../assess/assessment.ts";
import type { LicenseKind, Task } from "../catalog/record.ts";

export type AlternativeGroup = "fits" | "step-up" | "open-recipe-but";

/** A model that could replace the one here, with the exact text this place needs. */
export interface Alternative {
  /** the member's name: `allenai/Olmo-3-7B-Instruct` */
  readonly id: string;
  /** what to write in the runtime of the place */
  readonly text: string;
  readonly group: AlternativeGroup;
  readonly preferred: boolean;
  readonly class: OpennessClass;
  readonly license: string | null;
  readonly licenseKind: LicenseKind;
  readonly task: Task;
  /** billions */
  readonly parameters: number | null;
  /** tokens */
  readonly context: number | null;
  readonly gains: readonly string[];
  readonly losses: readonly string[];
  /** what else has to be done or changed */
  readonly needs: readonly string[];
}
