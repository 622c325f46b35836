// What all addresses are read by.

/** Whose address it is: a hub's, or that of a service whose path or query says which model is asked. */
export type AddressSite =
  | "huggingface"
  | "modelscope"
  | "ollama"
  | "google"
  | "vertex"
  | "replicate"
  | "cloudflare"
  | "azure"
  | "fal"
  | "stability"
  | "openai"
  | "deepgram";

/** Where an address names a model: `[start, end)` is exactly the model's part. */
export interface Address {
  readonly start: number;
  readonly end: number;
  readonly site: AddressSite;
}

/** A hub or a service whose addresses name models. */
export interface Site {
  /** what shows that an address may stand there: a pattern, whose matches begin with one of `begins` */
  readonly mark: string;
  readonly begins: readonly string[];
  /** The address whose mark stands at `[mark, from)` of `text`, of which it takes nothing from `limit` on; null where it names no model. */
  readonly read: (text: string, mark: number, from: number, limit: number) => Address | null;
}

/** The end of `OWNER/NAME` at `start`, or -1 where that does not stand there. `tagged` allows one `:tag`. */
export function repositoryEnd(text: string, start: number, limit: number, tagged = false): number {
  const ownerEnd = segmentEnd(text, start, limit, false);
  if (ownerEnd === start || ownerEnd >= limit || text.charCodeAt(ownerEnd) !== 47) return -1;
  const end = segmentEnd(text, ownerEnd + 1, limit, tagged);
  return end === ownerEnd + 1 ? -1 : end;
}

/** Whether the host that starts at `start` is not the tail of another (`notollama.com`), save for the subdomain given. */
export function beginsHost(text: string, start: number, subdomain: string | null): boolean {
  const begin =
    subdomain !== null && start >= subdomain.length && text.startsWith(subdomain, start - subdomain.length)
      ? start - subdomain.length
      : start;
  const before = begin === 0 ? 32 : text.charCodeAt(begin - 1);
  return !isSegmentCharacter(before);
}

/** Longest segment that is followed: names of the hub have at most 96 characters. */
const longestSegment = 128;

/** The end of the path segment at `start`; a dot that ends a sentence is no part of it. `tagged` allows one `:tag`. */
export function segmentEnd(text: string, start: number, limit: number, tagged: boolean): number {
  const last = Math.min(limit, start + longestSegment);
  let end = start;
  let colon = false;
  while (end < last) {
    const code = text.charCodeAt(end);
    if (code === 58 && tagged && !colon && end > start) colon = true;
    else if (!isSegmentCharacter(code)) break;
    end++;
  }
  while (end > start && (text.charCodeAt(end - 1) === 46 || text.charCodeAt(end - 1) === 58)) end--;
  return end;
}

/** Letters, digits and `. _ -`: what owners and names of the hub are made of. */
function isSegmentCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95
  );
}

/** A `$`, `{`, `%` or `<` right after the name: the rest of it is filled in when the program runs. */
export function isTemplate(text: string, end: number, limit: number): boolean {
  if (end >= limit) return false;
  const code = text.charCodeAt(end);
  return code === 36 || code === 123 || code === 37 || code === 60;
}
