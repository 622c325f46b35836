import { lineEnd } from "../detect/scanner/tables.ts";
import type { FixEdit } from "../lint/finding.ts";
import type { PropertyClient } from "../runtimes/client.ts";
import { propertyClients } from "../runtimes/clients.ts";
import type { Server } from "../runtimes/servers.ts";
import type { TextRange } from "../text.ts";
import { isSecret, keyedEnd } from "./variableEdits.ts";

/** A key of a configuration file, in a line of its own. */
interface Property {
  /** whole, with dots */
  readonly key: string;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly indentation: string;
  /** inside its quotes; null: it holds other keys */
  readonly value: TextRange | null;
}

/** How properties of one document are pointed at a server. `none`: its model is named by no property that is known. */
export type PropertyWay =
  | { readonly kind: "none" }
  | { readonly kind: "missing"; readonly reason: string }
  | {
      readonly kind: "whole";
      readonly point: (
        server: Server,
        text: string,
      ) => { readonly edits: readonly FixEdit[]; readonly needs: readonly string[]; readonly baseUrl: string } | null;
    };

/** Finds the properties that make the client of a reference. */
export function propertyEdits(text: string, format: string, runtime: string | null, range: TextRange): PropertyWay {
  const known = propertyClients.filter((each) => each.runtime === runtime);
  if (known.length === 0 || (format !== "properties" && format !== "yaml")) return { kind: "none" };
  const sections = format === "yaml" ? yamlSections(text) : propertiesSections(text);
  const isModel = ({ value }: Property): boolean => value !== null && value.start <= range.start && range.end <= value.end;
  const section = sections.find((each) => each.some(isModel)) ?? [];
  const model = section.find(isModel);
  const client = known.find((each) => each.model === model?.key);
  if (model === undefined || client === undefined) return { kind: "none" };
  return wayOf(text, format === "yaml", section, model, client);
}

function wayOf(text: string, isYaml: boolean, section: readonly Property[], model: Property, client: PropertyClient): PropertyWay {
  const find = (key: string): Property | undefined => section.find((each) => each.key === key && each.value !== null);
  const textOf = (property: Property | undefined): string => (property?.value ? text.slice(property.value.start, property.value.end) : "");
  const overriding = client.overriding?.find((key) => find(key) !== undefined);
  if (overriding !== undefined) return { kind: "missing", reason: `${overriding} goes before the base URL and key of all` };
  const url = find(client.baseUrl);
  const key = find(client.apiKey);
  if (textOf(url).includes("${")) return { kind: "missing", reason: `${client.baseUrl} is taken from ${textOf(url)}` };
  return {
    kind: "whole",
    point: (server) => {
      const served = server.baseUrls[client.protocol];
      if (served === undefined) return null;
      const baseUrl = client.baseUrlOf?.(served) ?? served;
      const secret = server.key.kind === "text" ? server.key.text : `\${${server.key.name}}`;
      const edits: FixEdit[] = [];
      const set = (name: string, present: Property | undefined, value: string): void => {
        if (present?.value) edits.push({ range: present.value, text: value, label: name });
        else edits.push(added(text, isYaml, section, model, name, value));
      };
      set(client.baseUrl, url, baseUrl);
      if (key !== undefined && isSecret(textOf(key))) {
        const at = key.lineStart + key.indentation.length;
        const line = text.slice(key.lineStart, key.value?.start) + secret + text.slice(key.value?.end, key.lineEnd);
        edits.push(
          { range: { start: at, end: at }, text: "# ", label: `${client.apiKey}, kept as a comment` },
          { range: { start: key.lineEnd, end: key.lineEnd }, text: lineBreakOf(text) + line, label: client.apiKey },
        );
      } else set(client.apiKey, key, secret);
      return {
        edits,
        baseUrl,
        needs: [...(server.key.kind === "variable" ? [`${server.key.name} where the program runs`] : []), ...(client.needs ?? [])],
      };
    },
  };
}

/** A new property: in YAML the first one of the longest key that is there, else behind the model's line, written as that is. */
function added(text: string, isYaml: boolean, section: readonly Property[], model: Property, key: string, value: string): FixEdit {
  const label = key;
  const lineBreak = lineBreakOf(text);
  const holders = isYaml ? section.filter((each) => each.value === null && key.startsWith(`${each.key}.`)) : [];
  const holder = holders.reduce<Property | null>((longest, each) => (each.key.length > (longest?.key.length ?? 0) ? each : longest), null);
  const child = section.find((each) => holder !== null && each.lineStart > holder.lineEnd);
  if (holder !== null && child !== undefined) {
    const range = { start: holder.lineEnd, end: holder.lineEnd };
    return { range, text: `${lineBreak}${child.indentation}${key.slice(holder.key.length + 1)}: ${value}`, label };
  }
  const sign = isYaml ? ": " : /^[ \t]*[=:][ \t]*/.exec(text.slice(model.lineStart + model.indentation.length + model.key.length))?.[0];
  const range = { start: model.lineEnd, end: model.lineEnd };
  return { range, text: `${lineBreak}${isYaml ? "" : model.indentation}${key}${sign ?? "="}${value}`, label };
}

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The lines of a text with where they end. */
function linesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const lines: { readonly start: number; readonly end: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    lines.push({ start, end });
    start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return lines;
}

/** `key=value`, in the documents of the file (Spring parts them with `#---`). */
function propertiesSections(text: string): readonly (readonly Property[])[] {
  const sections: Property[][] = [[]];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (/^[#!]---[ \t]*$/.test(line)) sections.push([]);
    const [whole, indentation = "", key = ""] = /^([ \t]*)([\w.%"[\]-]+)[ \t]*[=:][ \t]*/.exec(line) ?? [];
    if (whole === undefined) continue;
    const value = { start: start + whole.length, end: start + line.trimEnd().length };
    sections.at(-1)?.push({ key, lineStart: start, lineEnd: end, indentation, value: value.end < value.start ? null : value });
  }
  return sections;
}

/** Keys of mappings with those around them, in the documents of the file. What else YAML can be is passed over. */
function yamlSections(text: string): readonly (readonly Property[])[] {
  const sections: Property[][] = [[]];
  let around: { readonly depth: number; readonly key: string }[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (/^---(?:[ \t]|$)/.test(line)) {
      sections.push([]);
      around = [];
    }
    const [whole, indentation = "", quote = "", name = "", space = ""] = /^([ ]*)(["']?)([\w.-]+)\2:([ \t]*)(?=[^ \t]|$)/.exec(line) ?? [];
    if (whole === undefined || quote.length > 1) continue;
    if (space === "" && whole.length < line.length) continue;
    around = around.filter(({ depth }) => depth < indentation.length);
    const key = [...around.map((each) => each.key), name].join(".");
    const valueEnd = keyedEnd(line, whole.length);
    const isHolder = valueEnd === null || valueEnd.end <= valueEnd.start;
    if (isHolder) around.push({ depth: indentation.length, key: name });
    const value = isHolder ? null : { start: start + valueEnd.start, end: start + valueEnd.end };
    sections.at(-1)?.push({ key, lineStart: start, lineEnd: end, indentation, value });
  }
  return sections;
}
