import { enclosingBrackets } from "./enclosing.ts";
import type { ModelReference } from "./reference.ts";

/** What a call to the hub says of a repository that is no model's; it means models where it says nothing (huggingface_hub, "Download files"). */
const otherType = /\brepo_?type["']?\s{0,9}[=:]\s{0,9}["'](?:dataset|space)["']/i;

/** The references without the repositories of data and of spaces: `snapshot_download("org/name", repo_type="dataset")`. */
export function withoutOtherRepositories(references: readonly ModelReference[], text: string): readonly ModelReference[] {
  if (!references.some(isRepository) || !/repo_?type/i.test(text)) return references;
  return references.filter((reference) => !isRepository(reference) || !isOfOtherType(reference, text));
}

/** Whether the string is given to a call or object as a repository of the hub. */
function isRepository({ candidate: { context, text } }: ModelReference): boolean {
  const [frame] = context;
  if (!text.includes("/")) return false;
  return frame?.kind === "argument"
    ? frame.keyword === null || /^repo/.test(frame.keyword)
    : frame?.kind === "property" && /^repo/.test(frame.key);
}

function isOfOtherType({ candidate }: ModelReference, text: string): boolean {
  const [brackets] = enclosingBrackets(text, candidate.range);
  return brackets !== undefined && otherType.test(text.slice(brackets.start, brackets.end));
}
