import type { FixEdit } from "../../lint/finding.ts";
import type { ClientSetting } from "../../runtimes/client.ts";
import { type Call, callOf, entriesOf, type ItemList, objectAt } from "../calls.ts";
import type { ClientLanguage } from "../clientLanguages.ts";
import { type ItemSetting, itemEdits, type WriteItem } from "../itemEdits.ts";
import {
  type ClientPlace,
  type ClientProgram,
  type ClientTarget,
  itemFor,
  keyLabel,
  literalOf,
  missing,
  qualifierOf,
  type ReadNotation,
  renamedVariable,
  replaceIn,
  takenFrom,
  unknownLibrary,
  urlLabel,
  wrapped,
  writtenKey,
} from "./notation.ts";

/** `OpenAI(base_url="...", api_key="...")` */
export const readArguments: ReadNotation = (program, call) => {
  const { separator } = program.language;
  return inList(program, call, (name, value) => name + separator + value);
};

/** `new OpenAI({ baseURL: "...", apiKey: "..." })`; without an object, one is written. */
export const readObject: ReadNotation = (program, call) => {
  const { source, language } = program;
  const [options] = call.items;
  if (options === undefined) return { kind: "made", list: null, point: (target) => objectOfOptions(program, target, call) };
  const list = objectAt(source, options.value);
  if (list === null) return missing(`its options stand in ${source.text.slice(options.start, options.end)}`);
  return inList(program, list, (name, value) => name + language.separator + value);
};

function objectOfOptions(program: ClientProgram, target: ClientTarget, { start }: Call): readonly FixEdit[] {
  const settings = settingsFor(program, target);
  const written = settings.map(({ name, value }) => name + program.language.separator + value).join(", ");
  return [{ range: { start, end: start }, text: `{ ${written} }`, label: "base URL and key of the client" }];
}

function writeEntry({ entrySeparator, separator }: ClientLanguage): WriteItem {
  return (name, value) => name + (entrySeparator ?? separator) + value;
}

/** All settings as they are written where none is there yet. */
function settingsFor(program: ClientProgram, target: ClientTarget): readonly { readonly name: string; readonly value: string }[] {
  const { client, language } = program;
  const { baseUrl, apiKey } = client;
  const url = wrapped(baseUrl, target.quote + target.baseUrl + target.quote);
  const extra = client.extra?.(target.context) ?? [];
  return [
    baseUrl.within
      ? { name: baseUrl.within.names[0] ?? "", value: wrapped(baseUrl.within, writeEntry(language)(baseUrl.names[0] ?? "", url)) }
      : { name: baseUrl.names[0] ?? "", value: url },
    { name: apiKey.names[0] ?? "", value: wrapped(apiKey, writtenKey(program, target).value) },
    ...extra.map(({ name, value }) => ({ name, value: value.kind === "text" ? target.quote + value.text + target.quote : value.text })),
  ];
}

/** `openai.NewClient(option.WithBaseURL("..."), option.WithAPIKey("..."))` */
export const readFunctions: ReadNotation = (program, call) => {
  const { source, client } = program;
  const of = client.notation.kind === "functions" ? client.notation.of : undefined;
  const qualifier = of === undefined ? qualifierOf(call.callee) : `${of}.`;
  const items = call.items.map((item) => {
    const made = callOf(source, item.value);
    const [argument] = made?.items ?? [];
    const isOption = made !== null && qualifierOf(made.callee) === qualifier;
    return { ...item, name: isOption ? made.callee.slice(qualifier.length) : null, value: argument?.value ?? item.value, isOption };
  });
  const other = items.find(({ isOption }) => !isOption);
  if (other) return missing(`its options come from ${source.text.slice(other.start, other.end)}`);
  return inList(program, { ...call, items }, (name, value) => `${qualifier}${name}(${value})`);
};

/** Nothing may come in that would set the arguments again, or hide what they are. */
function inList(program: ClientProgram, list: ItemList, write: WriteItem): ClientPlace {
  const { source, client } = program;
  const { text } = source;
  const { baseUrl, apiKey, without } = client;
  const spread = list.items.find((item) => item.spread);
  if (spread) return missing(`its options come from ${text.slice(spread.start, spread.end)}`);
  if (list.items.some(({ name }) => name !== null && without?.includes(name))) return missing(unknownLibrary);

  const holder = baseUrl.within === undefined ? null : itemFor(list, baseUrl.within);
  const inner = holder === null ? null : entriesOf(source, holder.value);
  if (holder !== null && (inner === null || inner.items.some((item) => item.spread)))
    return missing(`${baseUrl.within?.names[0]} is not written out`);
  const url = baseUrl.within === undefined ? itemFor(list, baseUrl) : inner && itemFor(inner, baseUrl);
  if (url && literalOf(program, baseUrl, url.value) === null) return takenFrom(source, url.name ?? baseUrl.names[0] ?? "", url.value);
  const key = itemFor(list, apiKey);
  const isNamed = apiKey.named === true && key !== null && key.name === null;
  if (isNamed && list.items.indexOf(key) < list.items.findLastIndex(({ name }) => name === null))
    return missing("its arguments are told by their place");

  return {
    kind: "made",
    list,
    point: (target) => {
      const edits: FixEdit[] = [];
      const settings: ItemSetting[] = [];
      const [first, second, ...extra] = settingsFor(program, target);
      if (first === undefined || second === undefined) return null;
      if (inner !== null) {
        const value = wrapped(baseUrl, target.quote + target.baseUrl + target.quote);
        const entry: ItemSetting = { name: baseUrl.names[0] ?? "", value, label: urlLabel, item: url };
        const within = itemEdits(text, inner, [entry], writeEntry(program.language), replaceIn(program));
        if (within === null) return null;
        edits.push(...within);
      } else settings.push({ ...first, label: urlLabel, item: url });

      const written = writtenKey(program, target);
      const renamed = key === null || key.shorthand || isNamed ? null : renamedVariable(program, apiKey, key.value, written);
      if (renamed !== null) edits.push(renamed);
      else settings.push({ ...second, label: keyLabel, item: key, isRenamed: isNamed || isOtherWay(apiKey, key?.name ?? null) });
      // what is said of these already may be meant
      for (const { name, value } of extra)
        if (itemFor(list, { names: [name] }) === null) settings.push({ name, value, label: name, item: null });
      const own = itemEdits(text, list, settings, write, replaceIn(program));
      return own === null ? null : [...edits, ...own];
    },
  };
}

function isOtherWay({ replaces }: ClientSetting, name: string | null): boolean {
  return name !== null && (replaces?.includes(name) ?? false);
}
