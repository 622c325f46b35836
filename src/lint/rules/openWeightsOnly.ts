import { classMeaning, factsOf } from "../../assess/words.ts";
import type { Rule } from "../rule.ts";

export const openWeightsOnly: Rule = {
  id: "open-weights-only",
  severity: "information",
  check: ({ assessment }, { goal }) => {
    const { name, class: openness, inferred } = assessment;
    if (goal === "open-weights" || (openness !== "partial-recipe" && openness !== "open-weights")) return null;
    return `${name}: ${classMeaning(openness)} (${inferred ? "inferred from the name, " : ""}${factsOf(assessment)}).`;
  },
};
