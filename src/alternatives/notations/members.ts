import type { FixEdit } from "../../lint/finding.ts";
import type { TextRange } from "../../text.ts";
import { type Assignment, assignmentsIn } from "../calls.ts";
import type { TokenizedText } from "../tokenizedText.ts";
import {
  type ClientPlace,
  type ClientProgram,
  type ClientTarget,
  keyLabel,
  literalOf,
  missing,
  type ReadNotation,
  renamedVariable,
  replaceIn,
  takenFrom,
  urlLabel,
  writtenKey,
} from "./notation.ts";

/** `config := openai.DefaultConfig(key)` and `config.BaseURL = "..."` behind it. */
export const readMembers: ReadNotation = (program, call) => {
  const { source, client } = program;
  const { target: variable } = call;
  if (variable === null) return missing("its configuration is not held in a variable");
  const name = `${variable}.${client.baseUrl.names[0]}`;
  const [url] = assignmentsIn(source, (target) => target === name);
  if (url && literalOf(program, client.baseUrl, url.value) === null) return takenFrom(source, name, url.value);
  const key = call.items[client.apiKey.position ?? 0];
  if (key === undefined) return missing("its key is not written where it is made");
  return {
    kind: "made",
    list: null,
    point: (target) => {
      const written = writtenKey(program, target);
      const renamed = renamedVariable(program, client.apiKey, key.value, written);
      const keyEdits = renamed === null ? replaceIn(program)(key.value, written.value) : [renamed];
      const urlEdits = assigned(program, target, url ?? null, name, statementBehind(source.text, call.end + 1));
      return keyEdits === null || urlEdits === null ? null : [...keyEdits.map((edit) => ({ label: keyLabel, ...edit })), ...urlEdits];
    },
  };
};

/** `openai.base_url = "..."` and `openai.api_key = "..."`: the module's own client. */
export function readModule(program: ClientProgram, module: string, importEnd: number): ClientPlace {
  const { source, client } = program;
  const urlName = `${module}.${client.baseUrl.names[0]}`;
  const keyName = `${module}.${client.apiKey.names[0]}`;
  const [other] = assignmentsIn(source, (target) => client.without?.some((name) => target === `${module}.${name}`) ?? false);
  if (other) return missing(`${other.target} is set: who is asked is told in another way`);
  const all = assignmentsIn(source, (target) => target === urlName || target === keyName);
  const url = all.find(({ target }) => target === urlName);
  const keys = all.filter(({ target }) => target === keyName);
  const [key] = keys;
  if (keys.length > 1) return missing(`${keyName} is set in several places`);
  if (url && literalOf(program, client.baseUrl, url.value) === null) return takenFrom(source, urlName, url.value);
  const anchor = key ?? url;
  const at = anchor === undefined ? { end: importEnd, indentation: "" } : statementBehind(source.text, anchor.value.end);
  return {
    kind: "made",
    list: null,
    point: (target) => {
      const written = writtenKey(program, target);
      const renamed = key === undefined ? null : renamedVariable(program, client.apiKey, key.value, written);
      const urlEdits = assigned(program, target, url ?? null, urlName, at);
      const keyEdits: readonly FixEdit[] =
        renamed !== null
          ? [renamed]
          : key === undefined
            ? [inserted(source, at, `${keyName} = ${written.value}`, keyLabel)]
            : [{ range: key.value, text: written.value, label: keyLabel }];
      return urlEdits === null ? null : [...urlEdits, ...keyEdits];
    },
  };
}

function assigned(
  program: ClientProgram,
  { quote, baseUrl }: ClientTarget,
  present: Assignment | null,
  name: string,
  at: StatementEnd,
): readonly FixEdit[] | null {
  const value = quote + baseUrl + quote;
  if (present === null) return [inserted(program.source, at, `${name} = ${value}`, urlLabel)];
  return replaceIn(program)(present.value, value)?.map((edit) => ({ label: urlLabel, ...edit })) ?? null;
}

interface StatementEnd {
  readonly end: number;
  readonly indentation: string;
}

/** Where the line ends that a statement ends on, and how the line that it begins on is indented. */
function statementBehind(text: string, end: number): StatementEnd {
  const lineStart = text.lastIndexOf("\n", end - 1) + 1;
  const rest = /[^\r\n]*/.exec(text.slice(end, end + 2000))?.[0] ?? "";
  return { end: end + rest.length, indentation: /^[ \t]*/.exec(text.slice(lineStart, end))?.[0] ?? "" };
}

function inserted({ text }: TokenizedText, { end, indentation }: StatementEnd, statement: string, label: string): FixEdit {
  const range: TextRange = { start: end, end };
  return { range, text: `${text.includes("\r\n") ? "\r\n" : "\n"}${indentation}${statement}`, label };
}
