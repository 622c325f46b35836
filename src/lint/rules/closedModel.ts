import { factsOf } from "../../assess/words.ts";
import type { Rule } from "../rule.ts";

export const closedModel: Rule = {
  id: "closed-model",
  severity: "warning",
  check: ({ assessment }) => {
    if (assessment.class !== "closed") return null;
    const provider = assessment.developer ?? "the provider";
    // a record may be of several models (`Rerank 3 and 3.5`): no verb has to agree with its name
    return `${assessment.name}: closed. The weights are not available, and ${provider} can change or withdraw the model (${factsOf(assessment)}).`;
  },
};
