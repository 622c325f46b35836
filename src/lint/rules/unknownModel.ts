import { factsOf } from "../../assess/words.ts";
import type { Rule } from "../rule.ts";

export const unknownModel: Rule = {
  id: "unknown-model",
  severity: "hint",
  check: ({ assessment, identity }) =>
    assessment.class === "unknown"
      ? `${identity.name} is not in the catalog (${factsOf(assessment)}): nothing is known here of how open it is.`
      : null,
};
