/**
 * A copy of `value`, plain data, with strings of its own: a part that is cut out of a text keeps all of the text in memory, however short it is.
 * For what is kept longer than the text.
 */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
