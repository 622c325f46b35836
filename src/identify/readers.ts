import type { Runtime } from "../runtimes/runtime.ts";
import type { Identity } from "./identity.ts";
import { hasRoutePrefix } from "./names.ts";

/* Who of the runtimes that a document shows would read a name, and what for. */

/** The runtime among those shown that reads names of this scheme; a name with a route's prefix is read by who routes. */
export function runtimeOf(text: string, identity: Identity, shown: readonly Runtime[]): Runtime | undefined {
  if (hasRoutePrefix(text)) return shown.find((runtime) => runtime.id === "litellm");
  return (
    shown.find((runtime) => runtime.namespace === identity.namespace && reads(runtime, text, identity)) ??
    (identity.namespace === "other" ? shown.find((runtime) => isRouter(runtime) && runtime.read(text)?.name === identity.name) : undefined)
  );
}

/** Whether a runtime hands plain names on to whom it takes for their host, OpenAI where it knows nobody: not the protocol's own client. */
function isRouter({ namespace, isCommonProtocol }: Runtime): boolean {
  return namespace === "openai" && isCommonProtocol !== true;
}

/** Whether the runtime takes the text for what it has been resolved to. */
export function reads(runtime: Runtime, text: string, { namespace, name }: Identity): boolean {
  const identity = runtime.read(text);
  return identity !== null && identity.namespace === namespace && identity.name === name;
}

/** Whether one of the runtimes takes the text for just this: by its scheme, or as Whisper's packages take a size. */
export function isReadAs(text: string, identity: Identity, shown: readonly Runtime[]): boolean {
  return shown.some((runtime) => runtime.namespace === identity.namespace || reads(runtime, text, identity));
}
