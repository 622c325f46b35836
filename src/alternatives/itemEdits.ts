import { lineEnd } from "../detect/scanner/tables.ts";
import type { FixEdit } from "../lint/finding.ts";
import type { TextRange } from "../text.ts";
import type { Item, ItemList } from "./calls.ts";

/** An argument or entry that is to have a value. */
export interface ItemSetting {
  readonly name: string;
  /** as written in the language */
  readonly value: string;
  readonly label: string;
  /** where it stands already; null: it is added */
  readonly item: Item | null;
  /** what stands there says its value in another way, or has no name: it is written anew with its name */
  readonly isRenamed?: boolean;
}

/** How an item is written: `name=value`, `name: value`, `option.Name(value)`. */
export type WriteItem = (name: string, value: string) => string;

/** Takes a value out of the program and puts another in; null where what else would have to go does not show. */
export type ReplaceValue = (value: TextRange, text: string) => readonly FixEdit[] | null;

/**
 * The edits that give items of a list their values: where an item is there its value is replaced, else it is added at the end, written as
 * its neighbours are: on a line of its own with their indentation and trailing comma, or on the same line. Null where a value cannot go.
 */
export function itemEdits(
  text: string,
  list: ItemList,
  settings: readonly ItemSetting[],
  write: WriteItem,
  replace: ReplaceValue,
): readonly FixEdit[] | null {
  const edits: FixEdit[] = [];
  for (const { item, name, value, label, isRenamed } of settings) {
    if (item === null) continue;
    const replaced =
      isRenamed === true
        ? replace({ start: item.start, end: item.end }, write(name, value))
        : replace(item.value, item.shorthand ? write(item.name ?? name, value) : value);
    if (replaced === null) return null;
    edits.push(...replaced.map((edit) => ({ label, ...edit })));
  }
  const added = settings.filter(({ item }) => item === null);
  return [
    ...edits,
    ...additions(
      text,
      list,
      added.map(({ name, value, label }) => ({ text: write(name, value), label })),
    ),
  ];
}

function additions(
  text: string,
  list: ItemList,
  written: readonly { readonly text: string; readonly label: string }[],
): readonly FixEdit[] {
  const last = list.items.at(-1);
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
