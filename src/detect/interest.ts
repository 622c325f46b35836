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
