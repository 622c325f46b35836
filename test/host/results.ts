import { readFileSync } from "node:fs";

/** The environment variables by which a launcher tells the runner in the extension host what to do. */
export const environmentNames = {
  /** Comma-separated names of suites. */
  suites: "OPEN_RECIPE_TEST_SUITES",
  /** The file to which results are appended, one JSON value a line. */
  results: "OPEN_RECIPE_TEST_RESULTS",
} as const;

/** A line of the results file. */
export type ResultLine =
  | { readonly kind: "passed"; readonly title: string; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly title: string; readonly error: string }
  /** The last line of a run that came to its end. */
  | { readonly kind: "ended" };

/** Reads a results file; an absent one has no lines. */
export function readResults(file: string): readonly ResultLine[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  // We wrote these lines ourselves; the last may be cut where the host was killed.
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ResultLine);
}
