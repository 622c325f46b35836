import type { Detection, Format } from "../candidate.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { addEmbedded } from "./embedded.ts";
import { json } from "./json.ts";
import { lineEndAt, skipBlanks, trimEnd, unquoted } from "./lines.ts";
import { sliceOf } from "./mappedText.ts";
import { addValue, type DocumentFindings, detectionOf, noFindings } from "./values.ts";

const hash = 35;
const slash = 47;
const less = 60;
const greater = 62;
const at = 64;
const openBracket = 91;
const openBrace = 123;

/** What part of a request a line is in. */
type Part = "before" | "head" | "body" | "response";

/** A line of a request at the most: longer ones are data. */
const longestLine = 4000;

/** Methods of RFC 9110 and RFC 5789, and what clients call other protocols. */
const method = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT|GRAPHQL|GRPC|WEBSOCKET|WSS?)[ \t]+/;

/**
 * The model in the path of a request to Azure OpenAI, which is the name of a deployment: behind `/deployments/`, or behind the variable that
 * ends so, before the operation (learn.microsoft.com/azure/ai-services/openai/reference).
 */
const deployment = /(?:\/deployments\/|\}\}\/)([\w.-]{2,100})(?=\/(?:(?:chat\/|extensions\/chat\/)?completions|embeddings|images|audio)\b)/;

/**
 * Finds what requests to a model's API name in files of REST Client and JetBrains' HTTP Client: variables (`@model = x`), the address of the
 * request line with its parameters, headers, and the body, which may be JSON, a form, or parts of one. Comments, scripts and kept responses
 * are passed over. `###` parts requests.
 */
class HttpReader {
  private readonly text: string;
  private readonly findings: DocumentFindings;
  private part: Part = "before";
  private bodyStart = -1;
  private isScript = false;

  constructor(text: string, findings: DocumentFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    for (let line = 0; line < text.length; ) {
      const end = lineEndAt(text, line);
      this.readLine(line, trimEnd(text, line, end));
      line = end + 1;
    }
    this.endBody(text.length);
  }

  private readLine(start: number, end: number): void {
    const { text } = this;
    if (text.startsWith("###", start)) {
      this.endBody(start);
      this.part = "before";
      this.isScript = false;
      return;
    }
    const first = skipBlanks(text, start, end);
    const unit = text.charCodeAt(first);
    if (this.isScript) {
      this.isScript = !text.startsWith("%}", end - 2);
      return;
    }
    // scripts and files of the response: `> {% ... %}`, `<> file`
    if ((unit === greater || unit === less) && first < end && /^(?:[<>] ?\{%|<> |>>? )/.test(text.slice(first, first + 5))) {
      this.endBody(start);
      this.isScript = text.startsWith("{%", skipBlanks(text, first + 1, end)) && !text.startsWith("%}", end - 2);
      return;
    }
    switch (this.part) {
      case "before":
        this.readBefore(first, end);
        break;
      case "head":
        this.readHead(start, first, end);
        break;
      case "body":
        if (this.bodyStart < 0 && first < end) this.bodyStart = first;
        break;
      case "response":
        break;
    }
  }

  private readBefore(first: number, end: number): void {
    const { text } = this;
    const unit = text.charCodeAt(first);
    if (first >= end || unit === hash || (unit === slash && text.charCodeAt(first + 1) === slash)) return;
    if (unit === at) {
      const variable = /^@([\w.-]{1,100})[ \t]*=[ \t]*/.exec(text.slice(first, Math.min(end, first + 300)));
      const [all = "", name = ""] = variable ?? [];
      if (variable !== null) addValue(this.findings, unquoted(text, first + all.length, end), () => [{ kind: "assignment", name }]);
      return;
    }
    if (text.startsWith("HTTP/", first)) {
      this.part = "response";
      return;
    }
    this.part = "head";
    const from = first + (method.exec(text.slice(first, first + 20))?.[0].length ?? 0);
    this.readAddress(from, end);
  }

  private readHead(start: number, first: number, end: number): void {
    const { text } = this;
    if (first >= end) {
      this.part = "body";
      this.bodyStart = -1;
      return;
    }
    const unit = text.charCodeAt(first);
    if (unit === hash || (unit === slash && text.charCodeAt(first + 1) === slash)) return;
    // the address goes on over lines that begin with its next part
    if (first > start || unit === 63 || unit === 38) {
      this.readAddress(first, end);
      return;
    }
    const header = /^([\w-]{1,100}):[ \t]*/.exec(text.slice(first, Math.min(end, first + 200)));
    const [all = "", key = ""] = header ?? [];
    if (header !== null) addValue(this.findings, sliceOf(text, first + all.length, end), () => [{ kind: "property", key }]);
  }

  /** The model in an address's path, and the values of its parameters. */
  private readAddress(from: number, lineEnd: number): void {
    const { text, findings } = this;
    const written = text.slice(from, Math.min(lineEnd, from + longestLine)).replace(/[ \t]+HTTP\/[\d.]+$/, "");
    const query = written.search(/[?&]/);
    const pathEnd = query < 0 ? written.length : query;
    const deployed = deployment.exec(written.slice(0, pathEnd));
    const name = deployed?.[1];
    if (deployed !== null && name !== undefined) {
      const start = from + deployed.index + deployed[0].length - name.length;
      addValue(findings, sliceOf(text, start, start + name.length), () => [{ kind: "address", site: "azure" }]);
    } else if (pathEnd > 0) addValue(findings, sliceOf(text, from, from + pathEnd), () => []);
    if (query >= 0) this.addPairs(from + query + 1, from + written.length);
  }

  /** `name=value&name=value` */
  private addPairs(from: number, end: number): void {
    const { text, findings } = this;
    for (let start = from; start < end; ) {
      const mark = text.indexOf("&", start);
      const stop = mark < 0 || mark > end ? end : mark;
      const equal = text.indexOf("=", start);
      if (equal > start && equal < stop && equal - start < 100) {
        const key = text.slice(start, equal).replace(/^[\s&]+/, "");
        addValue(findings, sliceOf(text, equal + 1, trimEnd(text, equal + 1, stop)), (): readonly Frame[] => [{ kind: "property", key }]);
      }
      start = stop + 1;
    }
  }

  private endBody(end: number): void {
    const { text, bodyStart: start } = this;
    this.bodyStart = -1;
    if (this.part !== "body" || start < 0 || start >= end) return;
    const unit = text.charCodeAt(start);
    if (unit === openBrace || unit === openBracket) addEmbedded(this.findings, sliceOf(text, start, end), json);
    else if (text.startsWith("--", start)) this.readParts(start, end);
    else if (/^[\w.[\]-]{1,100}=/.test(text.slice(start, start + 110))) {
      // a form may go on over lines
      for (let line = start; line < end; line = lineEndAt(text, line) + 1) this.addPairs(line, Math.min(lineEndAt(text, line), end));
    }
  }

  /** The parts of a form: each has its name in a header, and its value behind a blank line. */
  private readParts(start: number, end: number): void {
    const { text, findings } = this;
    let name: string | null = null;
    let isValue = false;
    for (let line = start; line < end; ) {
      const stop = Math.min(lineEndAt(text, line), end);
      const last = trimEnd(text, line, stop);
      if (text.startsWith("--", line)) {
        name = null;
        isValue = false;
      } else if (last === line) isValue = name !== null;
      else if (isValue && name !== null) {
        const key = name;
        addValue(findings, sliceOf(text, line, last), () => [{ kind: "property", key }]);
        name = null;
        isValue = false;
      } else if (!isValue) {
        const header = text.slice(line, Math.min(last, line + 300));
        const [, named] = /^content-disposition:.*?\bname="?([\w.-]{1,100})/i.exec(header) ?? [];
        // a file has a name of its own
        if (named !== undefined && !/\bfilename=/i.test(header)) name = named;
      }
      line = stop + 1;
    }
  }
}

function detectHttp(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new HttpReader(text, findings).read();
  return detectionOf(findings);
}

/** Requests in files, for REST Client and JetBrains' HTTP Client. */
export const http: Format = {
  id: "http",
  languageIds: ["http", "rest"],
  fileNames: ["*.http", "*.rest"],
  detect: detectHttp,
};
