import { lineEnd } from "../detect/scanner/tables.ts";
import type { FixEdit } from "../lint/finding.ts";
import type { Item, ItemList } from "./calls.ts";

/** An argument or entry that is to have a value. */
export interface Setting {
  /** the name to write, and others by which it may stand there already */
  readonly names: readonly string[];
  /** as written in the language */
  readonly value: string;
  readonly label: string;
  /** an existing value is left as it is */
  readonly keep?: true;
}

/** The item that has one of the names, or null. */
export function itemNamed(list: ItemList, names: readonly string[]): Item | null {
  return list.items.find(({ name }) => name !== null && names.includes(name)) ?? null;
}

/**
 * The edits that give items of a list their values: where an item is there its value is replaced, else it is added at the end, written as
 * its neighbours are: on a line of its own with their indentation and trailing comma, or on the same line.
 * @param separator what stands between name and value: `=`, `: `
 */
export function settingEdits(text: string, list: ItemList, settings: readonly Setting[], separator: string): readonly FixEdit[] {
  const edits: FixEdit[] = [];
  const added: Setting[] = [];
  for (const setting of settings) {
    const item = itemNamed(list, setting.names);
    if (item === null) added.push(setting);
    else if (setting.keep !== true) {
      const name = item.shorthand ? `${item.name}${separator}` : "";
      edits.push({ range: { start: item.value.start, end: item.value.end }, text: name + setting.value, label: setting.label });
    }
  }
  return [...edits, ...additions(text, list, added, separator)];
}

function additions(text: string, list: ItemList, added: readonly Setting[], separator: string): readonly FixEdit[] {
  const last = list.items.at(-1);
  const written = added.map(({ names, value, label }) => ({ text: `${names[0] ?? ""}${separator}${value}`, label }));
  const insert = (at: number, parts: readonly { readonly text: string; readonly label: string }[]): readonly FixEdit[] =>
    parts.map((part) => ({ range: { start: at, end: at }, ...part }));
  if (written.length === 0) return [];

  if (last === undefined) {
    // braces have blanks inside, where nothing has been written that would tell
    const inBraces = text[list.start - 1] === "{" && text.slice(list.start, list.end).trim() === "";
    const isTight = inBraces && list.start === list.end;
    return insert(
      list.start,
      written.map((part, index) => ({
        ...part,
        text: `${index > 0 ? ", " : inBraces ? " " : ""}${part.text}${isTight && index === written.length - 1 ? " " : ""}`,
      })),
    );
  }

  const lineStart = Math.max(text.lastIndexOf("\n", last.start - 1), text.lastIndexOf("\r", last.start - 1)) + 1;
  const indentation = text.slice(lineStart, last.start);
  const endOfLine = lineEnd(text, last.end);
  const isOwnLine = lineStart >= list.start && indentation.trim() === "" && endOfLine < list.end;
  if (!isOwnLine) {
    return insert(
      last.end,
      written.map((part) => ({ ...part, text: `, ${part.text}` })),
    );
  }
  const lineBreak = text.startsWith("\r\n", endOfLine) ? "\r\n" : text.charAt(endOfLine);
  if (list.trailingComma) {
    return insert(
      endOfLine,
      written.map((part) => ({ ...part, text: `${lineBreak}${indentation}${part.text},` })),
    );
  }
  // a comment may stand between the last item and the end of its line
  const comma: readonly FixEdit[] =
    endOfLine === last.end ? [] : [{ range: { start: last.end, end: last.end }, text: ",", label: written[0]?.label ?? "" }];
  return [
    ...comma,
    ...insert(
      endOfLine,
      written.map((part, index) => ({
        ...part,
        text: `${index === 0 && comma.length > 0 ? "" : ","}${lineBreak}${indentation}${part.text}`,
      })),
    ),
  ];
}
