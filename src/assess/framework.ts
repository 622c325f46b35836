import type { Component, LicenseKind } from "../catalog/record.ts";
import type { ComponentAssessment } from "./assessment.ts";

/*
 * The classes of the Model Openness Framework 1.0 (White et al., arXiv 2403.13784, table of classes): each holds what the one below
 * it holds, and every component has to be out under an open licence of its own kind: code under a licence of the Open Source Initiative,
 * data and documents under that or one for open content; parameters count as data. A research paper stands for the technical report,
 * which it extends. Sample outputs and model metadata are optional (so does the framework's own tool, lfai/model_openness_tool, have it).
 */

const classThree: readonly Component[] = [
  "model-architecture",
  "model-parameters",
  "technical-report",
  "evaluation-results",
  "model-card",
  "data-card",
];

const classTwo: readonly Component[] = ["training-code", "inference-code", "evaluation-code", "evaluation-data", "supporting-libraries"];

const classOne: readonly Component[] = ["research-paper", "datasets", "data-preprocessing-code", "intermediate-parameters"];

const code: ReadonlySet<Component> = new Set<Component>([
  "model-architecture",
  "data-preprocessing-code",
  "training-code",
  "inference-code",
  "evaluation-code",
  "supporting-libraries",
]);

export interface FrameworkVerdict {
  readonly mofClass: "I" | "II" | "III" | "not determinable";
  /** what the next class asks for that is not known to be out under an open licence; nothing for class I */
  readonly mofMissing: readonly Component[];
}

/** The class that the components prove. What nobody looked at counts as missing. */
export function frameworkClass(components: readonly ComponentAssessment[], kindOf: (license: string) => LicenseKind): FrameworkVerdict {
  const proved = new Set<Component>();
  for (const { component, state, license } of components) {
    const kind = license === null ? "unknown" : kindOf(license);
    if (state === "open" && (kind === "osi" || (kind === "permissive-content" && !code.has(component)))) proved.add(component);
  }
  if (proved.has("research-paper")) proved.add("technical-report");
  const missing = (needed: readonly Component[]): readonly Component[] => needed.filter((component) => !proved.has(component));
  const three = missing(classThree);
  if (three.length > 0) return { mofClass: "not determinable", mofMissing: three };
  const two = missing(classTwo);
  if (two.length > 0) return { mofClass: "III", mofMissing: two };
  const one = missing(classOne);
  return one.length > 0 ? { mofClass: "II", mofMissing: one } : { mofClass: "I", mofMissing: [] };
}
