import { factsOf, inferredNote } from "../../assess/words.ts";
import type { Rule } from "../rule.ts";

export const openWeightsOnly: Rule = {
  id: "open-weights-only",
  severity: "information",
  check: ({ assessment }, { goal }) => {
    if (goal === "open-weights") return null;
    const note = `${inferredNote(assessment)}(${factsOf(assessment)}).`;
    if (assessment.class === "partial-recipe") return `${assessment.name}: the weights are free, the recipe is open only in part ${note}`;
    if (assessment.class === "open-weights") return `${assessment.name}: the weights are free, the recipe is withheld ${note}`;
    return null;
  },
};
