/** What minifiers and bundlers write; other formats have no such files, or long lines by nature. */
const minifiable = /\.[cm]?js$/i;

/** A shorter file costs nothing to read, whatever made it. */
const shortest = 32 * 1024;

/** Bytes of a line, on the average of the whole file: people's longest programs have 50, what embeds data among its code less than 300. */
const longestAverage = 500;

/**
 * Whether a file is a program as a minifier or bundler wrote it. What it names is a copy of what the sources name, or belongs to the packages in
 * it, and nobody changes it there.
 */
export function isMinified(path: string, bytes: Uint8Array): boolean {
  if (bytes.length < shortest || !minifiable.test(path)) return false;
  const enough = bytes.length / longestAverage;
  let lines = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) if (++lines > enough) return false;
  return true;
}

const lineFeed = 10;
