import type { Format } from "../candidate.ts";
import { embeddedObject } from "../embeddedJson.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { isFrameOfInterest } from "../interest.ts";
import type { StringKind } from "../languages/profile.ts";
import { documentRange, type MappedText } from "./mappedText.ts";
import { addAllInside, allInside } from "./values.ts";

/** What a document that holds text of another format needs of that format. */
export type EmbeddedFormat = Pick<Format, "detect">;

/**
 * Adds what `format` finds in `region`, a value of the document that is text of that format: a script in a workflow, a fenced block, a file in
 * a ConfigMap. Ranges become the document's own; `outer` is what surrounds the region.
 */
export function addEmbedded(
  findings: CommandFindings,
  region: MappedText,
  format: EmbeddedFormat,
  outer: () => readonly Frame[] = () => [],
): void {
  const frames = outer();
  const { interest } = findings;
  // what surrounds the region surrounds all that it holds
  const isRead = interest === null || frames.some((frame) => isFrameOfInterest(frame, interest));
  const { candidates, modules } = format.detect(region.text, isRead ? undefined : interest);
  for (const name of modules) findings.modules.add(name);
  for (const candidate of candidates) {
    const range = documentRange(region, candidate.range.start, candidate.range.end);
    findings.candidates.push({
      ...candidate,
      range,
      context: frames.length === 0 ? candidate.context : allInside(candidate.context, frames),
    });
  }
}

/** Adds what the object holds that the string `[start, end)` of the document is, see {@link embeddedObject}; `outer` is what surrounds the string. */
export function addEmbeddedObject(
  findings: CommandFindings,
  text: string,
  start: number,
  end: number,
  kind: StringKind,
  outer: () => readonly Frame[],
): void {
  addAllInside(findings, embeddedObject(text, start, end, kind), outer);
}
