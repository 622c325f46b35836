import type { ComponentState, LicenseKind, PartialDate, Term } from "../catalog/record.ts";
import type { Capability, CapabilityAnswer, OpennessClass } from "./assessment.ts";

/** What the capabilities follow from. */
export interface CapabilityFacts {
  readonly class: OpennessClass;
  readonly weights: ComponentState;
  /** of all stages, the bases' included */
  readonly data: ComponentState;
  readonly code: ComponentState;
  /** of the stages in which the trunk came to be */
  readonly trunkData: ComponentState;
  readonly trunkCode: ComponentState;
  readonly licenseKind: LicenseKind;
  readonly licenseName: string | null;
  readonly terms: readonly Term[];
  readonly withdrawn: PartialDate | null;
  /** a customer's fine-tune at the provider */
  readonly tuned: boolean;
}

type Answer = Omit<CapabilityAnswer, "capability">;

const answer = (value: Answer["answer"], reason: string): Answer => ({ answer: value, reason });

/** The eight answers, each with its reason. */
export function capabilitiesOf(facts: CapabilityFacts): readonly CapabilityAnswer[] {
  const of = (capability: Capability, { answer: value, reason }: Answer): CapabilityAnswer => ({ capability, answer: value, reason });
  return [
    of("run-locally", runLocally(facts)),
    of("fine-tune", fineTune(facts)),
    of("use-commercially", useCommercially(facts)),
    of("keep", keep(facts)),
    of("audit-data", auditData(facts)),
    of("reproduce", reproduce(facts)),
    of("train-comparable", trainComparable(facts)),
    of("improve-recipe", improveRecipe(facts)),
  ];
}

function runLocally({ weights, withdrawn }: CapabilityFacts): Answer {
  if (weights === "withheld") return answer("no", "The weights are withheld; it runs at the provider only.");
  if (weights === "unknown") return answer("unknown", "Whether the weights can be downloaded is not known.");
  if (withdrawn !== null) return answer("partly", `Its developer withdrew the weights (${withdrawn}); copies may exist.`);
  return weights === "open" ? answer("yes", "The weights can be downloaded.") : answer("partly", "The weights can be downloaded in part.");
}

function fineTune(facts: CapabilityFacts): Answer {
  if (facts.weights === "withheld") {
    return facts.tuned
      ? answer("partly", "The provider tuned a copy of its own; it cannot be taken along.")
      : answer("no", "The weights are withheld; where the provider tunes a copy as a service, the copy stays with it.");
  }
  const local = runLocally(facts);
  if (local.answer === "yes" && facts.licenseKind === "none")
    return answer("partly", "The weights are there, but no licence permits changing them.");
  return local;
}

function useCommercially({ weights, licenseKind, licenseName, terms }: CapabilityFacts): Answer {
  const name = licenseName ?? "the licence";
  switch (licenseKind) {
    case "osi":
    case "permissive-content":
      return answer("yes", `${name} permits it.`);
    case "use-restricted": {
      const clause = terms.find(
        ({ kind }) => kind === "user-ceiling" || kind === "use-policy" || kind === "naming" || kind === "no-competition",
      );
      return answer("partly", clause ? clause.text : `A licence that restricts use binds (${name}).`);
    }
    case "non-commercial":
      return answer(
        "no",
        terms.find(({ kind }) => kind === "non-commercial" || kind === "research-only")?.text ?? `${name} permits no commercial use.`,
      );
    case "proprietary":
      return weights === "withheld"
        ? answer("partly", "On the provider's terms, which it may change.")
        : answer("partly", `On the terms of ${name}.`);
    case "none":
      return answer("no", "No licence permits it.");
    case "unknown":
      return answer("unknown", "The licence is not known.");
  }
}

function keep({ weights, withdrawn }: CapabilityFacts): Answer {
  if (weights === "withheld") return answer("no", "The provider can change it or switch it off.");
  if (weights === "unknown") return answer("unknown", "Whether the weights can be downloaded is not known.");
  if (withdrawn !== null) return answer("partly", `Its developer withdrew the weights (${withdrawn}); whoever has a copy keeps it.`);
  return weights === "open" ? answer("yes", "A downloaded copy stays.") : answer("partly", "Only a part of the weights can be downloaded.");
}

function auditData({ class: openness, data }: CapabilityFacts): Answer {
  if (openness === "unknown") return answer("unknown", "Nothing is known of its training data.");
  if (data === "open") return answer("yes", "The data of every stage can be had.");
  if (data === "partial") return answer("partly", "A part of the training data can be had.");
  return data === "withheld" ? answer("no", "The training data are withheld.") : answer("no", "No release of the training data is known.");
}

function reproduce({ class: openness, data, code }: CapabilityFacts): Answer {
  if (openness === "unknown") return answer("unknown", "Nothing is known of its recipe.");
  if (openness === "open-recipe") return answer("yes", "Data, code and configuration of every stage are open.");
  if (openness === "partial-recipe" && data !== "withheld" && data !== "unknown" && (code === "open" || code === "partial")) {
    return answer("partly", "Data and code are open for a part of the stages.");
  }
  return answer("no", openness === "partial-recipe" ? "Of data and code, one is withheld." : "The recipe is withheld.");
}

function trainComparable({ class: openness, trunkData, trunkCode }: CapabilityFacts): Answer {
  if (openness === "unknown") return answer("unknown", "Nothing is known of its recipe.");
  if (openness === "open-recipe" || (openness === "partial-recipe" && trunkData === "open" && trunkCode === "open")) {
    return answer("yes", "The pre-training data and code are open.");
  }
  if (openness === "partial-recipe") return answer("partly", "The pre-training data or code is open in part.");
  return answer("no", "Neither the pre-training data nor the code is open.");
}

function improveRecipe({ class: openness, code }: CapabilityFacts): Answer {
  if (openness === "unknown") return answer("unknown", "Nothing is known of its recipe.");
  if (openness === "open-recipe") return answer("yes", "The whole recipe can be changed and run again.");
  if (openness === "closed") return answer("no", "The recipe is withheld.");
  if (openness === "partial-recipe") return answer("partly", "Only the open part of the recipe can be changed.");
  return code === "open" || code === "partial"
    ? answer("partly", "Only the training on top of the base can be changed.")
    : answer("no", "The recipe is withheld.");
}
