/*
 * Programs without a client for forms write the body of a request (`multipart/form-data`) themselves, as transcriptions of speech are asked for: a line
 * that names the field, an empty line, and a line with the value, each ended by an escaped line break of the protocol. Values stand in the string of their
 * field, or are all of the next one.
 */

const r = 114;
const n = 110;
const backslash = 92;

/** Further back in a long string fields are not looked for. */
const longestForm = 2000;

/** Further back in the string before no field is named. */
const longestField = 160;

/** The name of a field that is called after a model, with its quotes as code writes them, and line breaks up to the value. */
const field = String.raw`form-data; ?name=(?:\\?["'])((?:\w{1,20}_)?model(?:_?(?:id|name))?)(?:\\?["'])((?:\\r\\n)*)`;

const fieldAtEnd = new RegExp(`${field}$`, "i");
const fields = new RegExp(field, "gi");

/** All of a string: its value between line breaks. */
const line = /^(?:\\r\\n){0,2}([^\s\\]{1,200})\\r\\n$/;

/** The value behind a field's line breaks, and its end. */
const value = /([^\s\\]{1,200})\\r\\n/y;

/** A field of a form: its name, and where its value stands. */
export interface FormField {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the string that ends at `end` ends its line as a form's fields do. Asked of every string of a program. */
export function endsField(text: string, start: number, end: number): boolean {
  return (
    text.charCodeAt(end - 1) === n &&
    text.charCodeAt(end - 2) === backslash &&
    text.charCodeAt(end - 3) === r &&
    text.charCodeAt(end - 4) === backslash &&
    end - start > 4
  );
}

/** The model's fields that the string `[start, end)` gives values to; the string before it stands in `[previousStart, previousEnd)`. */
export function formFields(text: string, start: number, end: number, previousStart: number, previousEnd: number): readonly FormField[] {
  const written = text.slice(Math.max(start, end - longestForm), end);
  const whole = line.exec(written)?.[1];
  if (whole !== undefined) {
    if (previousStart < 0) return [];
    const key = fieldAtEnd.exec(text.slice(Math.max(previousStart, previousEnd - longestField), previousEnd))?.[1];
    const at = start + written.indexOf(whole);
    return key === undefined ? [] : [{ key, start: at, end: at + whole.length }];
  }
  const found: FormField[] = [];
  for (const match of written.matchAll(fields)) {
    const [named, key] = match;
    value.lastIndex = match.index + named.length;
    const given = value.exec(written)?.[1];
    if (key === undefined || given === undefined || !named.endsWith("n")) continue;
    const at = end - written.length + match.index + named.length;
    found.push({ key, start: at, end: at + given.length });
  }
  return found;
}
