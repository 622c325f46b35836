import type { Identity } from "./identity.ts";

/**
 * The package URL of an identity, where a purl type exists for its scheme: `pkg:huggingface/org/name@revision`
 * (package-url/purl-spec, huggingface definition: the name keeps its case, the revision goes in lower case). Null elsewhere.
 */
export function purlOf(identity: Identity): string | null {
  if (identity.namespace !== "huggingface") return null;
  const path = identity.name.split("/").map(encode).join("/");
  const revision = identity.revision === null ? "" : `@${encode(identity.revision.toLowerCase())}`;
  return `pkg:huggingface/${path}${revision}`;
}

/** Half of a surrogate pair has no UTF-8 form, and `encodeURIComponent` throws at it. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
