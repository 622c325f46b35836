import type { Rule } from "../rule.ts";

export const retiredModel: Rule = {
  id: "retired-model",
  severity: "warning",
  check: ({ assessment }) => {
    const { retired } = assessment;
    return retired === null ? null : `${assessment.name}: retirement announced by the provider for ${retired.date} (${retired.url}).`;
  },
};
