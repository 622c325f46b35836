import type { Rule } from "../rule.ts";

export const unpinnedModel: Rule = {
  id: "unpinned-model",
  severity: "off",
  check: ({ assessment, identity }) => {
    if (assessment.moving) return `${identity.name} is a moving alias: it can mean other weights tomorrow.`;
    if (identity.namespace === "huggingface" && identity.revision === null)
      return `${identity.name} is named without a revision: the repository can change.`;
    if (identity.namespace === "ollama" && (identity.tag === null || identity.tag === "latest"))
      return `${identity.name} is named without a fixed tag: its default can change.`;
    return null;
  },
};
