import type { Rule } from "../rule.ts";

export const closedLineage: Rule = {
  id: "closed-lineage",
  severity: "off",
  check: ({ assessment }) => {
    const teachers = assessment.taughtBy.filter((teaching) => teaching.closed);
    if (teachers.length === 0) return null;
    const told = teachers.map(({ teacher, stage, share, source }) => {
      const where = source === null ? "" : ` (${source.url})`;
      return `${teacher} in ${stage}${share === null ? "" : `, ${share}`}${where}`;
    });
    return `${assessment.name}: taught by ${teachers.length === 1 ? "a closed model" : "closed models"}: ${told.join("; ")}.`;
  },
};
