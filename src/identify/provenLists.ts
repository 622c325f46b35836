import type { Frame } from "../detect/frame.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { isBrand, isEverydayWord } from "./bareNames.ts";
import { callPlace, type DocumentFacts, listPlace, mappingPlace, seriesPlace } from "./documentFacts.ts";
import { isHubId } from "./names.ts";
import { isReadAs } from "./readers.ts";
import { isGuessed, type Resolved } from "./resolve.ts";

/* Lists, mappings and calls in which several models are known by their names alone: what they tell of the other names there. */

/** The list that the string stands in, where others of it are models that the catalog knows; null elsewhere. */
export function provenListOf(context: readonly Frame[], { provenLists }: DocumentFacts): ProvenList | null {
  if (provenLists === undefined || provenLists.size === 0) return null;
  const call = callPlace(context);
  const list = call !== null && provenLists.has(call) ? call : listPlace(context);
  const place = list ?? seriesPlace(context);
  const known = place === null ? undefined : provenLists.get(place);
  return place === null || known === undefined ? null : { place, known, isSeries: list === null };
}

/** Whether the string is one of several models that a call is given, to choose from: `Choices("gpt-4o", "o3", "gpt-4.1")`. */
export function isOfOfferedCall(context: readonly Frame[], { provenLists }: DocumentFacts): boolean {
  const call = callPlace(context);
  return call !== null && provenLists?.has(call) === true;
}

/** A list in which several models are known. */
export interface ProvenList {
  /** see {@link listPlace} */
  readonly place: string;
  readonly known: ReadonlySet<string>;
  /** several calls, see {@link seriesPlace}: other things than models may be given to one of them */
  readonly isSeries: boolean;
}

/**
 * Whether a name that somebody has listed is one more of the list. An everyday word is one where the file shows who reads it so, or where others
 * of the list have it in theirs: `sonar` beside `sonar-pro`, `davinci` beside `text-davinci-003`.
 */
export function isOneOf({ known, isSeries }: ProvenList, text: string, { match, identity }: Resolved, shown: readonly Runtime[]): boolean {
  if (isGuessed(match)) return false;
  if (isSeries) return mayBeListed(text) && /[-\d]/.test(text);
  return mayBeListed(text) || isReadAs(text, identity, shown) || [...known].some((other) => isWordOf(other, text));
}

/** Whether the string stands in a mapping, or is a value of a variable, that says nothing of models and is given others that the catalog knows. */
export function isInProvenMapping(context: readonly Frame[], { provenMappings }: DocumentFacts): boolean {
  if (provenMappings === undefined || provenMappings.size === 0) return false;
  const mapping = mappingPlace(context);
  return mapping !== null && provenMappings.has(mapping);
}

/** Whether the string may be a shorter name in a list of models; OpenAI's short names are no words elsewhere. */
export function mayBeListed(text: string): boolean {
  return !isBrand(text) && (!isEverydayWord(text) || /^o\d$/.test(text));
}

/** Whether a name has the text as one of several words. */
function isWordOf(name: string, text: string): boolean {
  return name !== text && name.split("-").includes(text);
}

/** Whether the string is an organisation's name like several known ones of the same list. */
export function isAmongHubIds({ place }: ProvenList, text: string, { provenHubLists }: DocumentFacts): boolean {
  return provenHubLists?.has(place) === true && isHubId(text.replace(variant, "")) && /\/.*[-\d]/.test(text);
}

/** What OpenRouter's names may have behind them: `:free`, `:thinking`. */
const variant = /:[a-z]{2,20}$/;
