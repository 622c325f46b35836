import type { Frame } from "./frame.ts";

/**
 * What may come of a string, asked before anybody looks closer: most strings of a program are no models, and nothing around them speaks of any.
 * Says yes rather too often: what it says no to is never seen again.
 */
export interface Interest {
  /** Whether `text` may be a model's own name, one that tells by itself that it is one. */
  readonly inText: (text: string) => boolean;
  /** Whether a key, a variable or a function of that name (dotted, as written) may be given a model. */
  readonly inName: (name: string) => boolean;
}

/** Whether anything may come of a string in this context at all. */
export function isOfInterest(text: string, context: readonly Frame[], interest: Interest): boolean {
  return interest.inText(text) || context.some((frame) => isFrameOfInterest(frame, interest));
}

/** Whether a layer of context is a place where a model may be named, whatever the string in it. */
export function isFrameOfInterest(frame: Frame, interest: Interest): boolean {
  switch (frame.kind) {
    case "argument":
      return interest.inName(frame.callee) || (frame.keyword !== null && interest.inName(frame.keyword));
    case "property":
      return interest.inName(frame.key);
    case "assignment":
      return interest.inName(frame.name);
    case "fallback":
    case "declaration":
      return frame.name !== null && interest.inName(frame.name);
    case "item":
    case "comparison":
    case "example":
      return false;
    default:
      return true;
  }
}
