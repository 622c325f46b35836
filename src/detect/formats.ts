import type { Detection, Format, SourceDocument } from "./candidate.ts";
import { dotenv } from "./formats/dotenv.ts";
import { json } from "./formats/json.ts";
import { modelfile } from "./formats/modelfile.ts";
import { detectCell, notebook } from "./formats/notebook.ts";
import { shell } from "./formats/shell.ts";
import { yaml } from "./formats/yaml.ts";
import { javascript } from "./languages/javascript.ts";
import { python } from "./languages/python.ts";

/** Every format, in the order in which file names are tried. Adding one is one import and one line. */
export const formats: readonly Format[] = [python, javascript, json, yaml, dotenv, shell, modelfile, notebook];

const byLanguageId: ReadonlyMap<string, Format> = new Map(
  formats.flatMap((format) => format.languageIds.map((id) => [id, format] as const)),
);

/** The format of a document: by the editor's language id, else by its file name; null where it is none of ours. */
export function formatOf(document: Pick<SourceDocument, "path" | "languageId">): Format | null {
  const byLanguage = document.languageId === undefined ? undefined : byLanguageId.get(document.languageId);
  if (byLanguage) return byLanguage;
  const name = document.path.slice(document.path.lastIndexOf("/") + 1).toLowerCase();
  return formats.find((format) => format.fileNames.some((pattern) => matchesFileName(name, pattern))) ?? null;
}

/** Whether the lower-case file name matches a pattern with at most one `*`. */
export function matchesFileName(name: string, pattern: string): boolean {
  const star = pattern.indexOf("*");
  if (star < 0) return name === pattern;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

/**
 * The candidates of a document. A notebook cell that an editor shows as a document of its own is read as the notebook reads it: with its
 * magics, and with what the other cells import.
 */
export function detectIn(document: SourceDocument, format: Format): Detection {
  if (document.otherCells === undefined) return format.detect(document.text);
  const language = document.languageId ?? format.id;
  const { candidates, modules } = detectCell(document.text, language);
  return { candidates, modules: [...new Set([...modules, ...detectCell(document.otherCells, language).modules])] };
}
