import type { FixEdit } from "../../lint/finding.ts";
import { occurrences, statementAt } from "../calls.ts";
import { keyLabel, missing, qualifierOf, type ReadNotation, renamedVariable, replaceIn, unknownLibrary, writtenKey } from "./notation.ts";

/** Names for a new variable, in the order in which they are tried. */
const names: readonly string[] = ["config", "clientConfig", "openaiConfig", "localConfig"];

/** `openai.NewClient(key)` has no place for a base URL: another expression is written, with the key that is there where that is to be kept. */
export const readExpression: ReadNotation = (program, call) => {
  const { source, client } = program;
  const { notation } = client;
  if (notation.kind !== "expression") return missing(unknownLibrary);
  const { text } = source;
  if (call.items.length > notation.arguments || call.items.some(({ spread }) => spread))
    return missing(`${call.callee} is given more than a key`);
  const before = notation.before ?? [];
  const statement = before.length === 0 ? null : statementAt(source, call.calleeRange.start);
  if (before.length > 0 && statement === null) return missing("it is made where no statement can stand before it");
  const variable = names.find((name) => occurrences(source, name).length === 0);
  if (variable === undefined) return missing("no name is free for its configuration");
  const [key] = call.items;
  return {
    kind: "made",
    list: null,
    point: (target) => {
      const written = writtenKey(program, target);
      const renamed = key === undefined ? null : renamedVariable(program, client.apiKey, key.value, written);
      const keyEdits = key === undefined || renamed !== null ? [] : replaceIn(program)(key.value, written.value);
      if (keyEdits === null) return null;
      const isOwn = ({ range }: FixEdit): boolean => key !== undefined && range.start === key.value.start;
      // the look-up or variable that is there stays, where its name or its own value is what changes
      const kept =
        key === undefined || keyEdits.some(isOwn)
          ? written.value
          : renamed === null
            ? text.slice(key.start, key.end)
            : text.slice(key.start, renamed.range.start) + renamed.text + text.slice(renamed.range.end, key.end);
      const fill = (template: string): string =>
        template
          .replaceAll(/\$of(?:\.|::)/g, () => qualifierOf(call.callee))
          .replaceAll("$name", () => variable)
          .replaceAll("$url", () => target.quote + target.baseUrl + target.quote)
          .replaceAll("$key", () => kept);
      const label = "client with base URL and key";
      const lines: readonly FixEdit[] =
        statement === null
          ? []
          : [
              {
                range: { start: statement.start, end: statement.start },
                text: before.map((line) => `${fill(line)}${text.includes("\r\n") ? "\r\n" : "\n"}${statement.indentation}`).join(""),
                label,
              },
            ];
      const elsewhere = keyEdits.filter((edit) => !isOwn(edit)).map((edit) => ({ label: keyLabel, ...edit }));
      const range = { start: call.calleeRange.start, end: call.end + 1 };
      return [...lines, { range, text: fill(notation.write), label }, ...elsewhere];
    },
  };
};
