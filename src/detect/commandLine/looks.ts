// What a word is by its looks.

const plus = 43;
const dash = 45;
const dot = 46;
const slash = 47;
const digit0 = 48;
const digit9 = 57;
const colon = 58;
const equals = 61;
const at = 64;
const backslash = 92;

/** The position of the `=` of `NAME=value` or `NAME+=value`, or -1. */
export function assignmentAt(text: string): number {
  let i = 0;
  while (i < text.length && i < 256) {
    const unit = text.charCodeAt(i);
    if (unit === equals) return i > 0 ? i : -1;
    if (unit === plus && i > 0 && text.charCodeAt(i + 1) === equals) return i + 1;
    if (!isLetter(unit) && unit !== 95 && !(i > 0 && isDigit(unit))) return -1;
    i++;
  }
  return -1;
}

/** Longer keys are none. */
export const maximumKeyLength = 64;

/** The position of the `=` behind a key (`a.b-c=`), or -1. */
export function keyAt(text: string): number {
  const match = /^\+{0,2}[A-Za-z_][A-Za-z0-9_.-]{0,62}=/.exec(text);
  return match === null ? -1 : match[0].length - 1;
}

/** The tail of a command line: flags with their values in one text. */
export function isFlagText(text: string): boolean {
  return text.startsWith("-") && text.includes(" ") && isFlag(text);
}

/** `-m`, `--model`, `--model=x` */
export function isFlag(text: string): boolean {
  return /^--?[A-Za-z]/.test(text);
}

/** `--model` */
export function isLongFlag(text: string): boolean {
  return text.startsWith("--") && isLetter(text.charCodeAt(2));
}

/** Whether a word is, or begins with, an operator that is handed over to another shell: `ssh host cd app \&\& ./run`. */
export function isOperator(text: string): boolean {
  return text === ";" || ((text.startsWith("&&") || text.startsWith("||")) && !text.includes(" "));
}

/** `/usr/bin/ollama`, `ollama.exe`, `pkg@1.2` */
export function baseName(text: string): string {
  if (isPlainName(text)) return text;
  let name = text.slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1);
  if (name.endsWith(".exe")) name = name.slice(0, -4);
  const version = name.indexOf("@");
  return version > 0 ? name.slice(0, version) : name;
}

/** No path, no ending and no version. */
function isPlainName(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === dot || unit === slash || unit === at || unit === backslash) return false;
  }
  return true;
}

/** Whether a text is a name without any marks but `-`, `_` and `:`. */
export function isSimpleName(text: string): boolean {
  if (!isLetter(text.charCodeAt(0))) return false;
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isLetter(unit) && !isDigit(unit) && unit !== dash && unit !== 95 && unit !== colon) return false;
  }
  return true;
}

/** Whether a word is longer than any that says nothing: it has a letter and something else. */
export function mayBeName(text: string): boolean {
  if (text.length < 2) return false;
  for (let i = 0; i < text.length; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= digit0 && unit <= digit9;
}

export function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** A Python by its program's name, with its version. */
export function isPython(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first !== 112 && first !== 105) return false;
  return /^(?:python|pypy)(?:\d(?:\.\d{1,2})?)?$/.test(name) || name === "ipython";
}

/** Where `part` begins in `text`, or the end of it. */
export function indexOrEnd(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? text.length : index;
}
