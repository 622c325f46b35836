import type { Rule } from "../rule.ts";

export const retiredModel: Rule = {
  id: "retired-model",
  severity: "warning",
  check: ({ assessment }) => {
    const { retired } = assessment;
    return retired === null ? null : `${assessment.name}: its provider has announced its end for ${retired.date} (${retired.url}).`;
  },
};
