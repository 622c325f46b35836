import { factsOf } from "../../assess/words.ts";
import type { Rule } from "../rule.ts";

export const closedModel: Rule = {
  id: "closed-model",
  severity: "warning",
  check: ({ assessment }) => {
    if (assessment.class !== "closed") return null;
    const provider = assessment.developer ?? "the provider";
    return `${assessment.name} is closed: its weights are not available, and ${provider} can change or withdraw it (${factsOf(assessment)}).`;
  },
};
