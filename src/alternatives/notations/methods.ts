import type { FixEdit } from "../../lint/finding.ts";
import type { ClientSetting } from "../../runtimes/client.ts";
import { callsIn, methodsBehind } from "../calls.ts";
import {
  keyLabel,
  lastSegment,
  literalOf,
  missing,
  type ReadNotation,
  renamedVariable,
  replaceIn,
  takenFrom,
  urlLabel,
  writtenKey,
} from "./notation.ts";

/** Methods that make the client of what was set before them. */
const endings: ReadonlySet<string> = new Set(["build", "make"]);

/** `OpenAiChatModel.builder().baseUrl("...").apiKey("...").build()`: what is not there is added at the end, laid out as the end is. */
export const readMethods: ReadNotation = (program, call) => {
  const { source, client } = program;
  const { text } = source;
  const methods = methodsBehind(source, call);
  const last = methods.findIndex(({ name }) => endings.has(name));
  // what is not made yet may be given settings in statements behind: `builder.apiKey("...")`
  const own = new Set(methods.map(({ nameStart }) => nameStart));
  const settings = [...client.baseUrl.names, ...client.apiKey.names];
  const behind =
    last >= 0 || call.target === null
      ? []
      : callsIn(source, (callee) => settings.includes(lastSegment(callee))).flatMap((each) => {
          const name = lastSegment(each.callee);
          const of = each.callee.slice(0, each.callee.length - name.length).replace(/(?:\.|->|::)$/, "");
          return own.has(each.calleeRange.start) ? [] : [{ ...each, name, of }];
        });
  if (behind.some(({ of, name }, index) => of !== call.target || behind.findIndex((each) => each.name === name) !== index))
    return missing("its settings are made in several statements");
  const set = [...methods, ...behind];
  const find = ({ names }: ClientSetting): (typeof set)[number] | undefined => set.findLast(({ name }) => names.includes(name));
  const url = find(client.baseUrl);
  const key = find(client.apiKey);
  const [urlValue] = url?.items ?? [];
  const [keyValue] = key?.items ?? [];
  if (urlValue && literalOf(program, client.baseUrl, urlValue.value) === null) return takenFrom(source, url?.name ?? "", urlValue.value);

  const before = last < 0 ? call : (methods[last - 1] ?? call);
  const at = (last < 0 ? call.end : before.end) + 1;
  const next = last < 0 ? methods[0] : methods[last];
  const mark = next === undefined ? (client.languages.includes("php") ? "->" : ".") : text.slice(at, next.nameStart);
  return {
    kind: "made",
    list: null,
    point: (target) => {
      const edits: FixEdit[] = [];
      const added: FixEdit[] = [];
      const write = ({ names }: ClientSetting, present: typeof urlValue, value: string, label: string): boolean => {
        const replaced = present === undefined ? null : replaceIn(program)(present.value, value);
        if (present === undefined) added.push({ range: { start: at, end: at }, text: `${mark}${names[0]}(${value})`, label });
        else edits.push(...(replaced ?? []).map((edit) => ({ label, ...edit })));
        return present === undefined || replaced !== null;
      };
      const written = writtenKey(program, target);
      const renamed = renamedVariable(program, client.apiKey, keyValue?.value ?? null, written);
      if (!write(client.baseUrl, urlValue, target.quote + target.baseUrl + target.quote, urlLabel)) return null;
      if (renamed !== null) edits.push(renamed);
      else if (!write(client.apiKey, keyValue, written.value, keyLabel)) return null;
      return [...edits, ...added];
    },
  };
};
