import { restrictionLabel } from "../../assess/restriction.ts";
import type { Rule } from "../rule.ts";

/** UTF-16 units: `Commercial use is not allowed.` */
const shortClause = 50;

export const restrictedLicense: Rule = {
  id: "restricted-license",
  severity: "information",
  check: ({ assessment }) => {
    const { licenseKind, class: openness, terms, name } = assessment;
    if (openness === "closed" || openness === "unknown") return null;
    if (licenseKind !== "use-restricted" && licenseKind !== "non-commercial") return null;
    // a short clause of that kind says no more than the label
    const clause = terms.find(({ kind, text }) => kind !== "non-commercial" || text.length > shortClause)?.text;
    return `${name}: ${restrictionLabel(assessment)}.${clause === undefined ? "" : ` ${clause}`}`;
  },
};
