import { beginningOf } from "../detect/filter.ts";
import { basenameKey } from "./derived.ts";
import type { ModelRecord } from "./record.ts";

/**
 * What names of the catalog begin with, wherever they stand without anything that speaks for them: no text without one of these holds such a
 * name. Sorted; none begins with another. A single plain word is left out, as it means other things elsewhere.
 */
export function collectBeginnings(models: readonly Pick<ModelRecord, "names" | "members">[]): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (!standsAlone(name)) return;
    const basename = basenameKey(name.slice(name.lastIndexOf("/") + 1));
    // a name that is nearly all organisation, `luma/ray*`, is found by that: hardly anything else would be its own
    const isFoundByOwner = name.includes("/") && saysLittle(basename);
    const beginning = (isFoundByOwner ? null : beginningOf(basename)) ?? beginningOf(name);
    if (beginning !== null) found.add(beginning);
  };
  for (const { names, members = [] } of models) {
    for (const list of Object.values(names)) for (const name of list) add(name);
    for (const member of members) {
      for (const name of Object.values(member.names)) add(name);
      for (const list of Object.values(member.aliases ?? {})) for (const name of list) add(name);
      for (const name of Object.values(member.hosts ?? {})) add(name);
    }
  }
  const beginnings: string[] = [];
  for (const beginning of [...found].sort()) {
    const last = beginnings.at(-1);
    if (last === undefined || !beginning.startsWith(last)) beginnings.push(beginning);
  }
  return beginnings;
}

/**
 * Whether a basename's pattern is anybody's, so that it is found with its organisation only: few characters before its star, or no more than a
 * version's number, `v1.1*`.
 */
function saysLittle(basename: string): boolean {
  const star = basename.indexOf("*");
  return star >= 0 && (star < fewLetters || /^v[\d.]+$/.test(basename.slice(0, star)));
}

const fewLetters = 4;

/** Whether a name says more than a word does. */
function standsAlone(name: string): boolean {
  return /[^a-z]/i.test(name);
}
