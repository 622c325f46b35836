import type { Rule } from "./rule.ts";
import { closedLineage } from "./rules/closedLineage.ts";
import { closedModel } from "./rules/closedModel.ts";
import { openWeightsOnly } from "./rules/openWeightsOnly.ts";
import { restrictedLicense } from "./rules/restrictedLicense.ts";
import { retiredModel } from "./rules/retiredModel.ts";
import { unknownModel } from "./rules/unknownModel.ts";
import { unpinnedModel } from "./rules/unpinnedModel.ts";

/** Every rule. The order decides which finding leads where several of one severity stand at one place. */
export const rules: readonly Rule[] = [
  retiredModel,
  closedModel,
  openWeightsOnly,
  restrictedLicense,
  closedLineage,
  unpinnedModel,
  unknownModel,
];
