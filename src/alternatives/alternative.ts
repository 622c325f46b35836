import type { OpennessClass, WeightsMemory } from "../assess/assessment.ts";
import type { LicenseKind, PartialDate, Task } from "../catalog/record.ts";

/**
 * `fits`: an open recipe that meets every need of the place. `step-up`: meets every need, of a class that is higher than now and not yet
 * the goal. `open-recipe-but`: an open recipe that leaves a need unmet, which {@link Alternative.unmet} names.
 */
export type AlternativeGroup = "fits" | "step-up" | "open-recipe-but";

/** Best group first: the order in which alternatives stand. */
export const alternativeGroups: readonly AlternativeGroup[] = ["fits", "step-up", "open-recipe-but"];

/** A model that could replace the one here, with the exact text this place needs. */
export interface Alternative {
  /** the member's name: `allenai/Olmo-3-7B-Instruct` */
  readonly id: string;
  /** what to write in the runtime of the place */
  readonly text: string;
  readonly group: AlternativeGroup;
  /** may be made without anybody's choice; only what `fits`, is like for like, and needs nothing else is */
  readonly preferred: boolean;
  readonly class: OpennessClass;
  readonly license: string | null;
  readonly licenseKind: LicenseKind;
  readonly task: Task;
  /** billions */
  readonly parameters: number | null;
  /** tokens that it takes where it is served under `text` */
  readonly context: number | null;
  /** gigabytes that its weights take, computed from the number of parameters */
  readonly memory: WeightsMemory | null;
  /** who serves it under `text`, for people: `Public AI`; null where it runs on one's own machines or `text` does not tell */
  readonly host: string | null;
  /** step-ups: what is reached and what is still missing, in three short sentences: `Step 1 of 2: open weights. You can ...`; else null */
  readonly step: string | null;
  /** `open-recipe-but`: the needs that it leaves unmet, each in a few words; they stand first in `losses` too. Else empty */
  readonly unmet: readonly string[];
  /** when `text` was last seen to be served, where a source tells */
  readonly lastSeen: PartialDate | null;
  readonly gains: readonly string[];
  /** what is lost, the weightiest first */
  readonly losses: readonly string[];
  /** what has to be known of it: terms that bind its user beyond those of now, and its teachers (`taught by GPT-4.1 (instruction: ...)`) */
  readonly marks: readonly string[];
  /** what else has to be done or changed */
  readonly needs: readonly string[];
}
