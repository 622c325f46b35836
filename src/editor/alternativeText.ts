import type { Alternative } from "../alternatives/alternative.ts";
import { classLabel, gigabytesLabel, parametersLabel, tokensLabel } from "../assess/words.ts";
import type { Fix } from "../lint/finding.ts";
import { withoutIcons } from "./plainText.ts";

/** An entry of a list: what is chosen, on the same line what it is, below it what that means here. */
export interface ItemText {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/**
 * An alternative in words. A screen reader reads the three texts one after the other, and the list cuts what is too long for a line: whole words,
 * no icons, and first what differs from one alternative to the next. What is gained is much the same for all of them, and stands last.
 */
export function alternativeText(alternative: Alternative): ItemText {
  const { text, preferred, class: openness, license, parameters, memory, context, host, step } = alternative;
  const { losses, needs, marks, gains } = alternative;
  const facts = [
    ...(preferred ? ["preferred"] : []),
    classLabel(openness),
    license ?? "no licence stated",
    ...(parameters === null ? [] : [`${parametersLabel(parameters)} parameters`]),
    ...(memory === null ? [] : [`${gigabytesLabel(memory.bits16)} of weights, ${gigabytesLabel(memory.bits4)} at 4 bits`]),
    ...(context === null ? [] : [`${tokensLabel(context)} tokens of context`]),
    ...(host === null ? [] : [`served by ${host}`]),
  ];
  return plain({
    label: text,
    description: facts.join(", "),
    detail: [
      ...(step === null ? [] : [step]),
      ...told("Loses", losses),
      ...told("Needs", needs),
      ...told("Note", marks),
      ...told("Gains", gains),
    ].join(" "),
  });
}

/** A fix that moves the client too. Its title is made for a light bulb; here the model and its host are enough. */
export function fixText({ title, edits, losses, needs, host }: Fix): ItemText {
  const changes = edits.length === 1 ? "1 change" : `${edits.length} changes`;
  const files = new Set(edits.map(({ path }) => path ?? "")).size;
  const where = files === 1 ? changes : `${changes} in ${files} files`;
  return plain({
    label: title.replace(/^Swap to /, ""),
    description: `${where}, shown before ${edits.length === 1 ? "it is" : "they are"} made${host === undefined || host.local ? "" : `; a new data processor: ${host.name}`}`,
    detail: [...told("Needs", needs), ...told("Loses", losses)].join(" "),
  });
}

function told(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join("; ")}.`];
}

function plain({ label, description, detail }: ItemText): ItemText {
  return { label: withoutIcons(label), description: withoutIcons(description), detail: withoutIcons(detail) };
}
