import type { Assessment } from "./assessment.ts";

/** What a licence keeps its users from, and which licence that is: `no commercial use (FLUX Non-Commercial License)`. */
export function restrictionLabel(assessment: Pick<Assessment, "license" | "licenseName" | "licenseKind" | "terms">): string {
  const { license, licenseName, licenseKind } = assessment;
  const own = licenseName ?? license;
  const source = hasInheritedTerms(assessment)
    ? own === null
      ? "terms of its base"
      : `${own}, with terms of its base`
    : (own ?? "its licence");
  return `${licenseKind === "non-commercial" ? "no commercial use" : "restricted use"} (${source})`;
}

/** Whether it is bound by the licence of what it was made from, whatever its own one says. */
export function hasInheritedTerms({ terms }: Pick<Assessment, "terms">): boolean {
  return terms.some(({ kind }) => kind === "inherited");
}
