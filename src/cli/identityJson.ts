import type { Identity } from "../identify/identity.ts";
import { purlOf } from "../identify/purl.ts";

/** An identity as the JSON outputs print it. */
export interface IdentityJson {
  readonly namespace: string;
  readonly name: string;
  readonly tag: string | null;
  readonly revision: string | null;
  readonly host: string | null;
  readonly purl: string | null;
}

export function identityJson(identity: Identity): IdentityJson {
  const { namespace, name, tag, revision, host } = identity;
  return { namespace, name, tag, revision, host, purl: purlOf(identity) };
}
