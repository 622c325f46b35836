const tab = 9;
const newline = 10;
const space = 32;
const doubleQuote = 34;
const dollar = 36;
const backslash = 92;
const backtick = 96;
const openBrace = 123;
const closeBrace = 125;

// What a character is to a run of others: 0 for a part of it, else the end of it, or the brace that may begin a template in it.
const ending = 1;
const brace = 2;

function endingAt(characters: string): Uint8Array {
  const classes = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = ending;
  classes[openBrace] = brace;
  return classes;
}

const inWord: Uint8Array = endingAt(" \t\r\n#\\'\"$`();|&<>");
const inDoubleQuotes: Uint8Array = endingAt('"$`\\');

/** Whether the character is an ordinary one of a word. */
export function isOrdinary(unit: number): boolean {
  return unit >= 128 || inWord[unit] !== ending;
}

/** Whether the character ends what double quotes hold as it is written. */
export function endsQuotedRun(unit: number): boolean {
  return unit < 128 && inDoubleQuotes[unit] === ending;
}

/** Whether the character ends what `${...}` holds as it is written. */
export function endsParameterRun(unit: number): boolean {
  return unit === closeBrace || unit === newline || unit === dollar || unit === backtick || unit === backslash || unit === doubleQuote;
}

export function isBlank(unit: number): boolean {
  return unit === space || unit === tab;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The next character at or behind `from` that ends a run of ordinary ones or is a brace. */
export function wordRunEnd(text: string, from: number): number {
  return runEnd(text, from, inWord);
}

/** The same in double quotes. */
export function quotedRunEnd(text: string, from: number): number {
  return runEnd(text, from, inDoubleQuotes);
}

function runEnd(text: string, from: number, classes: Uint8Array): number {
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit < 128 && classes[unit] !== 0) break;
    i++;
  }
  return i;
}
