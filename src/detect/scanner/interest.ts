// Whether a string is worth a candidate: far cheaper to ask than to say what surrounds it.

import type { Interest } from "../interest.ts";
import { calleeOf, isRegister, keyText, nameText, reachesOut } from "./frames.ts";
import type { Group } from "./group.ts";
import type { Scan } from "./state.ts";

/** Whether `text`, the string at this place, or a name around it is of interest. */
export function isOfInterest(scan: Scan, text: string): boolean {
  const { interest, group } = scan;
  if (interest === null || interest.inText(text)) return true;
  // members of enums and unions and arguments of commands: few, and told by more than a name
  if (group.inType || group.role === "union" || scan.enumIndent >= 0 || scan.tables.profile.dashArguments === true) return true;
  return isElementOfInterest(scan, interest, group) || isAroundOfInterest(scan, interest, scan.depth);
}

/** Whether what stands around the group at `level` is of interest. It stays as it is while the group is open, and so does the answer. */
function isAroundOfInterest(scan: Scan, interest: Interest, level: number): boolean {
  let known = level;
  while (known > 0 && scan.groups[known]?.aroundOfInterest == null) known--;
  let answer = known > 0 && scan.groups[known]?.aroundOfInterest === true;
  for (let at = known + 1; at <= level; at++) {
    const group = scan.groups[at];
    const parent = scan.groups[at - 1];
    if (group === undefined || parent === undefined) return answer;
    answer = reachesOut(group) && (answer || isElementOfInterest(scan, interest, parent));
    group.aroundOfInterest = answer;
  }
  return answer;
}

/** Whether a name between the element that is being read in `group` and the group itself is of interest. */
function isElementOfInterest(scan: Scan, interest: Interest, group: Group): boolean {
  const { text, tables } = scan;
  if (group.keyStart >= 0 && interest.inName(keyText(text, group.keyStart, group.keyEnd))) return true;
  if (group.targetStart >= 0 && interest.inName(keyText(text, group.targetStart, group.targetEnd))) return true;
  if (group.namedStart >= 0 && interest.inName(text.slice(group.namedStart, group.namedEnd))) return true;
  if (group.targetsStart >= 0 && nameText(text, group.targetsStart, group.targetsEnd).split(",").some(interest.inName)) return true;
  if (group.fallback && group.fallbackStart >= 0 && interest.inName(nameText(text, group.fallbackStart, group.fallbackEnd))) return true;
  switch (group.role) {
    case "call":
      return isCallOfInterest(scan, interest, group);
    case "statements":
      return group.valued && group.receiverStart >= 0 && interest.inName(nameText(text, group.receiverStart, group.receiverEnd));
    case "object":
    case "list":
      // what a loop calls its elements
      if (group.bodyStart >= 0 && interest.inName(nameText(text, group.bodyStart, group.bodyEnd))) return true;
      // `{{"model", "x"}}`, `["--model", "x"]`
      return group.previousStart >= 0 && interest.inName(text.slice(group.previousStart, group.previousEnd));
    case "class":
      return group.member || isRegister(text, group);
    case "enum":
      return true;
    case "tag":
      return group.nameStart >= 0 && interest.inName(calleeOf(tables, text, group).name);
    default:
      return false;
  }
}

function isCallOfInterest(scan: Scan, interest: Interest, group: Group): boolean {
  const { text } = scan;
  const callee = calleeOf(scan.tables, text, group);
  if (group.flagStart >= 0 || interest.inName(callee.name)) return true;
  if (callee.stores && group.previousStart >= 0 && interest.inName(text.slice(group.previousStart, group.previousEnd))) return true;
  if (callee.parametrizes)
    return group.firstArgumentStart >= 0 && interest.inName(text.slice(group.firstArgumentStart, group.firstArgumentEnd));
  if (callee.lookup === null) return false;
  // what is declared behind it is looked up for few
  if (callee.lookup.key === "declared") return true;
  return (
    (group.receiverStart >= 0 && interest.inName(nameText(text, group.receiverStart, group.receiverEnd))) ||
    (group.firstArgumentStart >= 0 && interest.inName(nameText(text, group.firstArgumentStart, group.firstArgumentEnd))) ||
    (group.secondArgumentStart >= 0 && interest.inName(nameText(text, group.secondArgumentStart, group.secondArgumentEnd)))
  );
}
