import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { type MappedText, subText } from "./mappedText.ts";
import { fileNameOf, shell } from "./shell.ts";
import type { HereDocument } from "./shellLexer/word.ts";
import { readCommands } from "./shellLexer.ts";
import { embeddedFormat } from "./yaml/files.ts";

/** Adds what a script inside of another document runs, and what stands in the files that it writes; `yaml` reads those that are YAML. */
export function addScript(findings: CommandFindings, script: MappedText, yaml: EmbeddedFormat, outer: () => readonly Frame[]): void {
  addEmbedded(findings, script, shell, outer);
  addWrittenFiles(findings, script, (name) => embeddedFormat(name, yaml));
}

/**
 * Adds what stands in the files that a script inside of another document writes (`cat > config.yaml <<EOF`), and in the requests that it
 * sends. `formatOf` is asked for the format of a file with that name. Scripts that scripts write are not followed, so that none is read twice.
 */
export function addWrittenFiles(
  findings: CommandFindings,
  script: MappedText,
  formatOf: (fileName: string) => EmbeddedFormat | null,
): void {
  const { text } = script;
  if (!text.includes("<<")) return;
  const documents: HereDocument[] = [];
  readCommands(
    text,
    () => {},
    (document) => documents.push(document),
  );
  for (const { line, start, end } of documents) {
    const name = fileNameOf(line, text.slice(start, Math.min(end, start + 100)));
    const format = name === null ? null : formatOf(name);
    if (format !== null && format !== shell) addEmbedded(findings, subText(script, start, end), format);
  }
}
