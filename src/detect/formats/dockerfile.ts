import type { Detection, Format } from "../candidate.ts";
import { imageName, imageProgram, runsInstead } from "../commandLine/images.ts";
import { wordOf } from "../commandLine/words.ts";
import { scanCommand, scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Interest } from "../interest.ts";
import { python } from "../languages/python.ts";
import { dotenv } from "./dotenv.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { readJsonStrings } from "./json/reader.ts";
import { mappedJsonString } from "./json/strings.ts";
import { json } from "./json.ts";
import { lineEndAt, skipBlanks, trimEnd } from "./lines.ts";
import { documentRange, type MappedText, MappedTextBuilder, sliceOf, subText } from "./mappedText.ts";
import { modelfile } from "./modelfile.ts";
import { shell } from "./shell.ts";
import type { Word } from "./shellLexer/word.ts";
import { toml } from "./toml.ts";
import { addValue, detectionOf, noFindings } from "./values.ts";
import { yaml } from "./yaml.ts";

interface HereDocument {
  readonly delimiter: string;
  readonly tabs: boolean;
}

/**
 * Finds the variables (`ARG`, `ENV` in both forms) and the command lines (`RUN`, `CMD`, `ENTRYPOINT`, `HEALTHCHECK`, as shell text or as
 * a list of words) of a Dockerfile, and the files and scripts in its here-documents. `FROM` names an image, which is no model, but tells
 * what program a `CMD` of flags is for. Comments between continued lines are passed over.
 */
class DockerfileReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly escape: number;
  /** what a command of flags is given to: the entry point, else the image's own program */
  private program: readonly string[] = [];

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
    this.escape = /^(?:#[^\n]{0,200}\n){0,5}?#[\t ]{0,9}escape[\t ]{0,9}=[\t ]{0,9}`/i.test(text.slice(0, 1000)) ? 96 : 92;
  }

  read(): void {
    const { text } = this;
    for (let line = 0; line < text.length; ) {
      const start = skipBlanks(text, line, lineEndAt(text, line));
      if (start >= text.length || text.charCodeAt(start) === 10 || text.charCodeAt(start) === 35) {
        line = lineEndAt(text, line) + 1;
        continue;
      }
      const { value, next } = this.readLine(start);
      line = this.readInstruction(value, next);
    }
  }

  /** The logical line at `from`, without its continuations, and where the line behind it begins. */
  private readLine(from: number): { readonly value: MappedText; readonly next: number } {
    const { text } = this;
    const builder = new MappedTextBuilder(text);
    let start = from;
    for (;;) {
      const lineEnd = lineEndAt(text, start);
      const end = trimEnd(text, start, lineEnd);
      const isContinued = lineEnd < text.length && end > start && text.charCodeAt(end - 1) === this.escape;
      builder.copy(start, isContinued ? end - 1 : end);
      if (!isContinued) return { value: builder.build(), next: lineEnd + 1 };
      start = lineEnd + 1;
      for (;;) {
        const first = skipBlanks(text, start, lineEndAt(text, start));
        const isPassedOver = first < text.length && (text.charCodeAt(first) === 35 || text.charCodeAt(first) === 10);
        if (!isPassedOver) break;
        start = lineEndAt(text, start) + 1;
      }
      if (start >= text.length) return { value: builder.build(), next: start };
    }
  }

  /** Reads one instruction with its here-documents, which begin at `next`; where the next instruction begins. */
  private readInstruction(line: MappedText, next: number): number {
    const match = /^(?:ONBUILD\s{1,20})?([A-Za-z]{2,12})\s{1,100}(?:--[a-z]+=?\S{0,300}\s{1,20}){0,9}/i.exec(line.text.slice(0, 4000));
    if (match === null) return next;
    const name = (match[1] ?? "").toUpperCase();
    const rest = subText(line, match[0].length, line.text.length);
    const documents = name === "RUN" || name === "COPY" || name === "ADD" ? hereDocumentsOf(rest.text) : [];
    switch (name) {
      case "FROM":
        this.readFrom(rest.text);
        break;
      case "ARG":
        scanScript(rest, this.findings, () => [], exported);
        break;
      case "ENV":
        this.readEnvironment(rest);
        break;
      case "RUN":
        if (this.readWords(rest, []) === null) scanScript(rest, this.findings, () => []);
        break;
      case "ENTRYPOINT":
        this.program = this.readCommand(rest, []) ?? [];
        break;
      case "CMD":
        this.readCommand(rest, this.program);
        break;
      case "HEALTHCHECK": {
        const command = /^(?:--\S{1,100}\s{1,20}){0,9}CMD\s{1,20}/i.exec(rest.text.slice(0, 1000));
        if (command !== null) this.readCommand(subText(rest, command[0].length, rest.text.length), []);
        break;
      }
      case "ADD":
        for (const source of rest.text.matchAll(/\S{1,2000}/g)) {
          if (!source[0].includes("://")) continue;
          addValue(this.findings, subText(rest, source.index, source.index + source[0].length), () => []);
        }
        break;
    }
    return documents.length === 0 ? next : this.readHereDocuments(name, rest.text, documents, next);
  }

  private readFrom(image: string): void {
    const name = /^\S{1,300}/.exec(image)?.[0] ?? "";
    this.program = imageProgram(name) ?? [];
    if (name !== "" && !name.includes("$")) this.findings.modules.add(imageName(name));
  }

  /** `ENV A=b C="d e"`, and the old `ENV A the whole rest`. */
  private readEnvironment(rest: MappedText): void {
    const old = /^([A-Za-z_]\w{0,200})[\t ]{1,20}(?=[^=\s])/.exec(rest.text);
    const name = old?.[1];
    if (old === null || name === undefined) scanScript(rest, this.findings, () => [], exported);
    else addValue(this.findings, subText(rest, old[0].length, rest.text.length), () => [{ kind: "assignment", name }]);
  }

  /** A command, which `program` is given where that runs it: its words, or null for shell text. */
  private readCommand(rest: MappedText, program: readonly string[]): readonly string[] | null {
    const words = this.readWords(rest, program);
    if (words === null) scanScript(rest, this.findings, () => []);
    return words;
  }

  /** The words of a list `["program", "--flag"]`, after it has been scanned; null for shell text. */
  private readWords(rest: MappedText, program: readonly string[]): readonly string[] | null {
    if (!rest.text.startsWith("[") || !/^\[\s{0,100}["\]]/.test(rest.text)) return null;
    const words: Word[] = [];
    readJsonStrings<never>(rest.text, {
      string(start, end, escaped, stack) {
        if (stack.length === 1) words.push(wordOf(mappedJsonString(rest.text, start, end, escaped), words.length));
      },
    });
    const first = words[0]?.text ?? "";
    const before = runsInstead(first, program) ? [] : program;
    const local: CommandFindings = { ...this.findings, candidates: [] };
    scanCommand(words, local, () => [], before);
    for (const candidate of local.candidates) {
      this.findings.candidates.push({ ...candidate, range: documentRange(rest, candidate.range.start, candidate.range.end) });
    }
    return words.slice(0, 8).map((word) => word.text);
  }

  /** The bodies of here-documents: scripts of a `RUN`, files of a `COPY`. Where the line behind the last one begins. */
  private readHereDocuments(instruction: string, head: string, documents: readonly HereDocument[], from: number): number {
    const { text } = this;
    let start = from;
    for (const { delimiter, tabs } of documents) {
      let line = start;
      while (line < text.length) {
        let first = line;
        if (tabs) while (text.charCodeAt(first) === 9) first++;
        const end = trimEnd(text, first, lineEndAt(text, line));
        if (end - first === delimiter.length && text.startsWith(delimiter, first)) break;
        line = lineEndAt(text, line) + 1;
      }
      const body = sliceOf(text, start, Math.min(line, text.length));
      const format = instruction === "RUN" ? scriptFormat(head, body.text) : fileFormat(head);
      if (format !== null) addEmbedded(this.findings, body, format);
      start = lineEndAt(text, Math.min(line, text.length)) + 1;
    }
    return start;
  }
}

/** The word that makes a command of a list of variables. */
const exported: readonly string[] = ["export"];

function hereDocumentsOf(text: string): readonly HereDocument[] {
  if (!text.includes("<<")) return [];
  return [...text.matchAll(/(?<!<)<<(-?)(["']?)([A-Za-z_]\w{0,60})\2/g)].map((match) => ({
    delimiter: match[3] ?? "",
    tabs: match[1] === "-",
  }));
}

/** What runs a here-document of RUN: the program before it, else the script's own first line, else the shell. */
function scriptFormat(head: string, body: string): EmbeddedFormat | null {
  const before = head.slice(0, head.indexOf("<<")).trim();
  const program = before === "" ? (/^#!\S{1,200}(?:[\t ]{1,9}\S{1,100})?/.exec(body)?.[0] ?? "sh") : (before.split(/\s+/, 1)[0] ?? "");
  if (/python[\d.]{0,5}$/.test(program)) return python;
  return /sh$/.test(program) ? shell : null;
}

/** The format of the file that a here-document of COPY becomes. */
function fileFormat(head: string): EmbeddedFormat | null {
  const target = head.trim().slice(head.trim().lastIndexOf(" ") + 1);
  if (/(?:^|\/)modelfile(?:\.[\w-]+)?$/i.test(target)) return modelfile;
  const extension = /\.(ya?ml|json|toml|env|sh|py)$/.exec(target.toLowerCase())?.[1];
  switch (extension) {
    case "yaml":
    case "yml":
      return yaml;
    case "json":
      return json;
    case "toml":
      return toml;
    case "env":
      return dotenv;
    case "sh":
      return shell;
    case "py":
      return python;
    default:
      return null;
  }
}

function detectDockerfile(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new DockerfileReader(text, findings).read();
  return detectionOf(findings);
}

/** Dockerfiles and Containerfiles. */
export const dockerfile: Format = {
  id: "dockerfile",
  languageIds: ["dockerfile"],
  fileNames: [
    "dockerfile",
    "dockerfile.*",
    "*.dockerfile",
    "dockerfile-*",
    "containerfile",
    "containerfile.*",
    "*.containerfile",
    "*.dockerfile.j2",
  ],
  detect: detectDockerfile,
};
