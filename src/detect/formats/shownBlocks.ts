import { beginsAsCommand } from "../commandLine/beginning.ts";
import { scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { lineEndAt, trimEnd, withoutBeginning } from "./lines.ts";
import { MappedTextBuilder } from "./mappedText.ts";
import { detectionOf, noFindings } from "./values.ts";

/** The format that a block's language names (`python`, `ts`, `compose.yaml`), or null. */
export type FormatByInfo = (info: string) => EmbeddedFormat | null;

/** Languages of what a terminal showed: commands behind prompts, and their output. */
const transcripts: ReadonlySet<string> = new Set([
  "console",
  "terminal",
  "shell-session",
  "shellsession",
  "sh-session",
  "bash-session",
  "session",
]);
/** Languages of shell text, which may show prompts all the same. */
const shells: ReadonlySet<string> = new Set(["bash", "sh", "shell", "zsh", "shellscript", "fish"]);

/** Languages in which an answer is shown as a request is. */
const exchanged: ReadonlySet<string> = new Set(["json", "jsonc", "json5", "jsonl", "jsonlines"]);

const run: readonly Frame[] = [];
const shownCode: readonly Frame[] = [{ kind: "example", of: "code" }];
const shownData: readonly Frame[] = [{ kind: "example", of: "data" }];

/**
 * Gathers what the blocks of a document for people hold: code of other languages, and what a terminal showed. A block without a language is read
 * only where its first line is a command, behind a prompt (`$ ollama run x`) or by its program.
 */
export class ShownBlocks {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly formatOf: FormatByInfo;
  /** what has been asked before: a document shows few languages many times */
  private readonly named = new Map<string, EmbeddedFormat | null>();

  constructor(text: string, findings: CommandFindings, formatOf: FormatByInfo) {
    this.text = text;
    this.findings = findings;
    this.formatOf = formatOf;
  }

  /**
   * @param language in small letters, empty where the document says none
   * @param isRun whether the document runs the block, rather than showing it
   * @param indent how many blanks at the beginning of a line are the document's
   * @param quotes how many marks of quotation stand before them
   */
  add(language: string, isRun: boolean, start: number, end: number, indent: number, quotes = 0): void {
    if (start >= end) return;
    const isShell = shells.has(language);
    const mayShowPrompts = language === "" || isShell || transcripts.has(language);
    const format = isShell || !mayShowPrompts ? this.formatNamed(language) : null;
    if (format === null && !mayShowPrompts) return;
    const block = withoutBeginning(this.text, start, end, { indent, quotes });
    const begin = mayShowPrompts || language === "powershell" ? firstCommand(block.text) : "";
    const inside = powershellPrompt.test(begin)
      ? transcriptOf(powershellPrompt, this.formatNamed("powershell"))
      : mayShowPrompts && prompt.test(begin)
        ? shellTranscript
        : language === "" && beginsAsCommand(begin)
          ? this.formatNamed("bash")
          : format;
    const outer = isRun ? run : exchanged.has(language) ? shownData : shownCode;
    if (inside !== null) addEmbedded(this.findings, block, inside, () => outer);
  }

  private formatNamed(language: string): EmbeddedFormat | null {
    let format = this.named.get(language);
    if (format === undefined) {
      format = this.formatOf(language);
      this.named.set(language, format);
    }
    return format;
  }
}

const prompt = /^[\t ]{0,20}(?:\([\w.-]{1,40}\) )?[$%>] /;
const powershellPrompt = /^[\t ]{0,20}PS(?: [^\r\n>]{0,60})?> /;
const backslash = 92;

/** The beginning of the first line that is neither empty nor a comment. */
function firstCommand(text: string): string {
  return /^(?:[\t ]{0,20}(?:#[^\n]{0,200})?\r?\n){0,20}([^\n]{0,100})/.exec(text)?.[1] ?? "";
}

/** What a terminal showed: the lines behind prompts are commands, of a shell where no other format is given, and the others their output. */
function transcriptOf(shownPrompt: RegExp, format: EmbeddedFormat | null): EmbeddedFormat {
  return {
    detect(text, interest) {
      const commands = new MappedTextBuilder(text);
      let continues = false;
      for (let line = 0; line < text.length; ) {
        const lineEnd = lineEndAt(text, line);
        const shown = continues ? null : shownPrompt.exec(text.slice(line, Math.min(lineEnd, line + 100)));
        if (continues || shown !== null) {
          commands.copy(line + (shown?.[0].length ?? 0), Math.min(lineEnd + 1, text.length));
          continues = text.charCodeAt(trimEnd(text, line, lineEnd) - 1) === backslash;
        }
        line = lineEnd + 1;
      }
      const findings = noFindings(interest);
      if (format === null) scanScript(commands.build(), findings, () => []);
      else addEmbedded(findings, commands.build(), format);
      return detectionOf(findings);
    },
  };
}

const shellTranscript = transcriptOf(prompt, null);
