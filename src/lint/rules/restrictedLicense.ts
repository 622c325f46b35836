import type { Rule } from "../rule.ts";

export const restrictedLicense: Rule = {
  id: "restricted-license",
  severity: "information",
  check: ({ assessment }) => {
    const { licenseKind, class: openness } = assessment;
    if (openness === "closed" || openness === "unknown") return null;
    if (licenseKind !== "use-restricted" && licenseKind !== "non-commercial") return null;
    const name = assessment.licenseName ?? assessment.license ?? "its licence";
    const clause = assessment.terms[0]?.text;
    const kind = licenseKind === "non-commercial" ? "forbids commercial use" : "restricts use";
    return `${assessment.name}: ${name} ${kind}${clause === undefined ? "." : `: ${clause}`}`;
  },
};
