/*
 * Checks data against the schemas of schema.ts where nothing but the engine is at hand: in the editor and on the command line. It knows the
 * keywords that those schemas use and no others; test/catalog/validate.test.ts holds it against a full implementation.
 */

/** Where in the data something is wrong, and what. */
export interface SchemaFault {
  readonly keys: readonly (string | number)[];
  readonly message: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** Faults told of one value at most: after a few dozen nobody reads on. */
const mostFaults = 50;

/** All that keeps `value` from being of `schema`; empty where nothing does. Total, whatever `value` holds. */
export function validate(schema: Schema, value: unknown): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  check(schema, value, [], faults);
  return faults;
}

function check(schema: Schema, value: unknown, keys: SchemaFault["keys"], faults: SchemaFault[]): void {
  if (faults.length >= mostFaults) return;
  const fault = (message: string, ...more: SchemaFault["keys"]): void => void faults.push({ keys: [...keys, ...more], message });
  const { type, anyOf } = schema;
  if (typeof type === "string" && !isOfType(value, type)) {
    fault(`must be ${typeNames[type] ?? type}`);
    return;
  }
  if ("const" in schema && value !== schema["const"]) fault(`must be ${String(schema["const"])}`);
  const words = schema["enum"];
  if (Array.isArray(words) && !words.includes(value)) fault(`must be one of ${words.join(", ")}`);
  if (typeof value === "string") checkText(schema, value, fault);
  else if (typeof value === "number") checkNumber(schema, value, fault);
  else if (Array.isArray(value)) checkList(schema, value, keys, faults, fault);
  else if (isPlainObject(value)) checkObject(schema, value, keys, faults, fault);
  if (Array.isArray(anyOf)) checkAny(anyOf as readonly Schema[], value, keys, faults);
}

const typeNames: Readonly<Record<string, string>> = {
  object: "a map of keys",
  array: "a list",
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
};

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "object":
      return isPlainObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      // the schema's other words are typeof's
      return typeof value === type;
  }
}

/** What a YAML or JSON map becomes; a date, a set or another library's object is none. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

type Fault = (message: string, ...more: SchemaFault["keys"]) => void;

function checkText(schema: Schema, value: string, fault: Fault): void {
  const { minLength, maxLength, pattern } = schema;
  if (typeof minLength === "number" && value.length < minLength) fault("must not be empty");
  else if (typeof maxLength === "number" && value.length > maxLength) fault(`must not be longer than ${maxLength} characters`);
  else if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value)) fault(`must match ${pattern}`);
}

function checkNumber(schema: Schema, value: number, fault: Fault): void {
  const { minimum, maximum, exclusiveMinimum } = schema;
  if (typeof minimum === "number" && value < minimum) fault(`must be ${minimum} or more`);
  if (typeof maximum === "number" && value > maximum) fault(`must be ${maximum} or less`);
  if (typeof exclusiveMinimum === "number" && value <= exclusiveMinimum) fault(`must be more than ${exclusiveMinimum}`);
}

function checkList(schema: Schema, value: readonly unknown[], keys: SchemaFault["keys"], faults: SchemaFault[], fault: Fault): void {
  const { items, minItems, maxItems, uniqueItems } = schema;
  if (typeof minItems === "number" && value.length < minItems) fault("must not be empty");
  if (typeof maxItems === "number" && value.length > maxItems) fault(`must not have more than ${maxItems} entries`);
  // unique lists are lists of words
  if (uniqueItems === true && new Set(value).size < value.length) fault("must not have an entry twice");
  if (isPlainObject(items)) for (const [index, item] of value.entries()) check(items, item, [...keys, index], faults);
}

function checkObject(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  keys: SchemaFault["keys"],
  faults: SchemaFault[],
  fault: Fault,
): void {
  const { properties, required, additionalProperties, minProperties } = schema;
  const known = isPlainObject(properties) ? properties : {};
  const present = Object.keys(value);
  if (typeof minProperties === "number" && present.length < minProperties) fault("must not be empty");
  if (Array.isArray(required)) {
    for (const key of required) if (!Object.hasOwn(value, String(key))) fault(`${String(key)} is missing`);
  }
  for (const key of present) {
    const expected = Object.hasOwn(known, key) ? known[key] : additionalProperties;
    if (isPlainObject(expected)) check(expected, value[key], [...keys, key], faults);
    else if (expected === false) fault("unknown key", key);
  }
}

/** None of the forms holds: the faults of the one that the value came nearest to, which is the one that fails deepest inside. */
function checkAny(forms: readonly Schema[], value: unknown, keys: SchemaFault["keys"], faults: SchemaFault[]): void {
  let nearest: readonly SchemaFault[] | null = null;
  let depth = -1;
  for (const form of forms) {
    const found: SchemaFault[] = [];
    check(form, value, keys, found);
    if (found.length === 0) return;
    const deepest = Math.max(...found.map((one) => one.keys.length));
    if (deepest <= depth) continue;
    nearest = found;
    depth = deepest;
  }
  if (nearest !== null) faults.push(...nearest);
}
