import { addressOf } from "../address.ts";
import type { Candidate, Detection } from "../candidate.ts";
import type { CandidateList, CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { type Interest, isOfInterest } from "../interest.ts";
import { plausibleBetween } from "../plausible.ts";
import type { Trail } from "../trail.ts";
import { embeddedValues } from "./expressions.ts";
import { isWhiteSpace } from "./lines.ts";
import { documentRange, type MappedText } from "./mappedText.ts";

const slash = 47;
const colon = 58;

/**
 * How many layers of context a candidate keeps, from the innermost outward. Without a limit, deep nesting would make the
 * contexts of a document quadratic in its size; no key path that names a model is nearly as deep.
 */
export const maximumContextDepth = 16;

/**
 * How deep collections are followed. What is nested deeper than any configuration, and than most libraries read, gives no candidates, so that
 * a text of a million brackets costs little memory.
 */
export const maximumNesting = 10_000;

/** Longer texts are no addresses. */
const maximumAddressLength = 2048;

/** Longer values are no lists of names with commas. */
const maximumListLength = 16_384;

/** Longer lists of words on one logical line name no models: the longest of real projects are all their files. */
export const maximumWordsLength = 65_536;

/** What is found in a whole document. */
export interface DocumentFindings extends CommandFindings {
  readonly modules: Set<string>;
}

/** What a document's reader begins with. */
export function noFindings(interest: Interest | undefined): DocumentFindings {
  return { candidates: [], interest: interest ?? null, modules: new Set() };
}

/**
 * Adds the candidates of one configuration value: the value itself, the model's part of a hub address, or the defaults
 * inside its expressions (`${MODEL:-x}`, `${{ vars.MODEL || 'x' }}`, `{{ .Values.model | default "x" }}`). A value with an
 * expression is itself unresolved and not added. The value of a variable may be a list with commas.
 */
export function addValue(out: CandidateList, value: MappedText, context: () => readonly Frame[]): void {
  const { text } = value;
  if (text.length < 2) return;
  const marks = marksIn(text, 0, text.length);
  if ((marks & equalsMark) !== 0 && text.includes(";") && addConnection(out, value, context)) return;
  if ((marks & slashMark) !== 0 && addAddress(out, value, 0, text.length, context)) return;
  const isTemplated = (marks & dollarMark) !== 0 || ((marks & braceMark) !== 0 && text.includes("{{"));
  // what begins with a colon is no name: the piece of one at most
  if (isTemplated || text.charCodeAt(0) === colon) addTemplate(out, value, marks, context);
  else if ((marks & foreignMark) === 0 && plausibleBetween(text, 0, text.length)) addName(out, value, 0, text.length, context);
}

/** What the settings of a connection to a model begin with. */
const connection = /^(?:Endpoint|\w{0,20}Key)=/i;

/** The setting that names the model: .NET's Aspire writes `Endpoint=https://...;Key=...;Model=gpt-4o`. */
const connectionModel = /^\s{0,4}(?:Model|(Deployment(?:Id|Name)?))=/i;

/** Adds the model in the settings of a connection; false where the text is none. A deployment is called as its owner likes. */
function addConnection(out: CandidateList, value: MappedText, context: () => readonly Frame[]): boolean {
  const { text } = value;
  if (text.length > maximumAddressLength || !connection.test(text)) return false;
  for (let start = text.indexOf(";") + 1; start > 0; start = text.indexOf(";", start) + 1) {
    const semicolon = text.indexOf(";", start);
    const end = semicolon < 0 ? text.length : semicolon;
    const setting = connectionModel.exec(text.slice(start, start + 30));
    if (setting === null) continue;
    const frame: Frame = setting[1] === undefined ? { kind: "property", key: "Model" } : { kind: "address", site: "azure" };
    addText(out, value, start + setting[0].length, end, () => inside(frame, context()));
    return true;
  }
  return false;
}

/** Whether a part of the text is filled in when the program or its configuration is read. */
function isTemplate(text: string): boolean {
  return text.includes("$") || text.includes("{{");
}

function addTemplate(out: CandidateList, value: MappedText, marks: number, context: () => readonly Frame[]): void {
  const { text } = value;
  const tail = templatedArnTail(text);
  if (tail > 0) {
    addText(out, value, tail, text.length, text.charCodeAt(0) === colon ? () => outsideOfJoin(context()) : context);
    return;
  }
  // `${NAME:-x}` or, in quotes, `{{ default "x" }}`
  const mayHold = (marks & braceMark) !== 0 && ((marks & dollarMark) !== 0 ? mayClose(text, marks) : quote.test(text));
  const embedded = mayHold ? embeddedValues(text) : [];
  if (embedded.length === 0) return;
  const frames = context();
  for (const { start, end, frames: inner } of embedded) addText(out, value, start, end, () => allInside(inner, frames));
}

/** What is written as `${...}` gives nothing while it is open; what is written as `{{ ... }}` does. */
function mayClose(text: string, marks: number): boolean {
  return (marks & closingMark) !== 0 || text.includes("{{");
}

/** What the values of templates stand in. */
const quote = /["'`]/;

const slashMark = 1;
const dollarMark = 2;
const braceMark = 4;
const foreignMark = 8;
const equalsMark = 16;
const closingMark = 32;

/** For each ASCII code: whether it is what addresses, templates or assignments are told by, and whether no name holds it. */
const markOf: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === "/") return slashMark;
  if (character === "$") return dollarMark | foreignMark;
  if (character === "{") return braceMark | foreignMark;
  if (character === "}") return closingMark | foreignMark;
  if (character === "=") return equalsMark | foreignMark;
  return /[\w.:@+~-]/.test(character) ? 0 : foreignMark;
});

/** All marks of `[start, end)`, in one pass: most values are told by them to be nothing. */
function marksIn(text: string, start: number, end: number): number {
  let found = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    found |= code < 128 ? (markOf[code] ?? 0) : foreignMark;
  }
  return found;
}

/**
 * What a value is by its characters, before it is cut out of the document: a name if it is anything; words, which only a command line could
 * be; or something that is to be looked at closer, with an address, a template or an assignment in it.
 */
export function lookOf(text: string, start: number, end: number): "name" | "words" | "other" {
  const marks = marksIn(text, start, end);
  if (marks === 0 || (marks === slashMark && !mayBeAddress(text, start, end))) return "name";
  return (marks & ~closingMark) === foreignMark ? "words" : "other";
}

/** Whether a text with a slash may be what {@link addAddress} or {@link templatedArnTail} finds a model in, by its first letter and those around its slashes. */
function mayBeAddress(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === 104 || first === colon) return true;
  for (let i = start; i < end; i++) {
    const next = text.charCodeAt(i + 1);
    if (text.charCodeAt(i) === slash && (next === slash || next === 109)) return true;
  }
  return false;
}

const shortestTail = ":foundation-model/x".length;

/**
 * Where the model begins in a Bedrock ARN whose region or account a template fills in (`arn:aws:bedrock:${var.region}::foundation-model/x`), or of
 * which this is the last piece of those that CloudFormation joins (`:bedrock:us-east-1::foundation-model/x`); -1 elsewhere.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileModelSource.html
 */
function templatedArnTail(text: string): number {
  if (text.length < shortestTail || !/^(?:arn:|[$:])/.test(text)) return -1;
  const kind = /:(?:foundation-model|inference-profile)\/(?=[^${}]{1,200}$)/.exec(text);
  return kind === null ? -1 : kind.index + kind[0].length;
}

/** What surrounds the pieces' whole, in `{ "Fn::Join": ["", [...]] }` and `!Join ["", [...]]`: no list of models is meant by theirs. */
function outsideOfJoin(frames: readonly Frame[]): readonly Frame[] {
  const outer = frames.findIndex((frame) => frame.kind !== "item" && !(frame.kind === "property" && frame.key === "Fn::Join"));
  return outer < 0 ? [] : frames.slice(outer);
}

/** Names with commas or semicolons between them, and nothing else: a sentence has words that stand together. */
const nameList = /^[\w./:@+~-]{1,200}(?:[ \t]{0,9}[,;][ \t]{0,9}[\w./:@+~-]{1,200}){1,99}[ \t]{0,9}[,;]?$/;

/** Whether a text is a list of names, such as programs split at its commas or semicolons: `gpt-4o,gpt-4.1`, `gpt-4o;gpt-4.1;`. */
export function isNameList(text: string): boolean {
  return (text.includes(",") || text.includes(";")) && nameList.test(text);
}

/** Adds the value of a variable: like {@link addValue}, and `a,b,c` is taken as a list; so is `a;b;c`, of which settings may be parted. */
export function addVariableValue(out: CandidateList, value: MappedText, context: () => readonly Frame[]): void {
  const { text } = value;
  const separator = text.includes(",") ? "," : text.includes(";") && isNameList(text) ? ";" : null;
  if (separator === null || isTemplate(text) || text.length > maximumListLength) {
    addValue(out, value, context);
    return;
  }
  const frames = context();
  let previous: string | null = null;
  let index = 0;
  let from = 0;
  while (from <= text.length) {
    const next = text.indexOf(separator, from);
    const to = next < 0 ? text.length : next;
    let start = from;
    let end = to;
    while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
    while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
    const item: Frame = { kind: "item", index, previous };
    addText(out, value, start, end, () => inside(item, frames));
    previous = text.slice(start, end);
    index++;
    from = to + 1;
  }
}

function addText(out: CandidateList, value: MappedText, start: number, end: number, context: () => readonly Frame[]): void {
  if (plausibleBetween(value.text, start, end) && !addAddress(out, value, start, end, context)) addName(out, value, start, end, context);
}

/** Adds a value that is {@link lookOf} a name, and plausible. */
export function addPlainName(out: CandidateList, value: MappedText, context: () => readonly Frame[]): void {
  addName(out, value, 0, value.text.length, context);
}

function addName(out: CandidateList, value: MappedText, start: number, end: number, context: () => readonly Frame[]): void {
  const text = value.text.slice(start, end);
  if (text.includes("/") && containerImage.test(text)) return;
  const frames = context();
  if (isTagged(frames) || (out.interest !== null && !isOfInterest(text, frames, out.interest))) return;
  out.candidates.push({ text, range: documentRange(value, start, end), context: frames, cell: null });
}

/** What stands in a registry of containers is an image, save for Docker's own models (`docker.io/ai/x`). */
const containerImage =
  /^(?:docker\.io\/(?!ai\/)|ghcr\.io\/|quay\.io\/|public\.ecr\.aws\/|nvcr\.io\/|mcr\.microsoft\.com\/|registry\.k8s\.io\/|registry\.gitlab\.com\/|localhost:\d{1,5}\/|[\w.-]{1,100}(?:\bgcr\.io|\.azurecr\.io|\.pkg\.dev|\.amazonaws\.com)\/|gcr\.io\/)/;

/** Keys whose lists say what a package or a text is about. */
const tagKeys: ReadonlySet<string> = new Set(["keywords", "tags", "topics", "classifiers", "categories"]);

function isTagged(frames: readonly Frame[]): boolean {
  for (const frame of frames) {
    if (frame.kind === "property") return tagKeys.has(frame.key);
    if (frame.kind !== "item") return false;
  }
  return false;
}

/** Adds the model's part of a hub's address; false where `[start, end)` is no such address. */
function addAddress(out: CandidateList, value: MappedText, start: number, end: number, context: () => readonly Frame[]): boolean {
  if (end - start > maximumAddressLength || end - start < 8) return false;
  const text = end - start === value.text.length ? value.text : value.text.slice(start, end);
  if (!text.includes("/") || !(text.includes("://") || text.startsWith("huggingface.co/") || text.includes("/models/"))) return false;
  const address = addressOf(text);
  if (address === null) return false;
  const range = documentRange(value, start + address.start, start + address.end);
  const model = text.slice(address.start, address.end);
  out.candidates.push({ text: model, range, context: inside({ kind: "address", site: address.site }, context()), cell: null });
  return true;
}

/**
 * One more layer inside of `outer`. As large as it must be, since all contexts of a document are kept, and fast, since there are many: an
 * array that is spread has room for more, and `concat` takes several times as long.
 */
export function inside(frame: Frame, outer: readonly Frame[]): readonly Frame[] {
  const frames = new Array<Frame>(outer.length + 1);
  frames[0] = frame;
  for (let i = 0; i < outer.length; i++) frames[i + 1] = outer[i] ?? frame;
  return frames;
}

/** Several layers, the innermost first, inside of `outer`. */
export function allInside(inner: readonly Frame[], outer: readonly Frame[]): readonly Frame[] {
  return inner.reduceRight((frames, frame) => inside(frame, frames), outer);
}

/** Adds the candidates of a text that stands in the document, inside of `outer`, which is only asked where there are any. */
export function addAllInside({ candidates, interest }: CandidateList, found: readonly Candidate[], outer: () => readonly Frame[]): void {
  if (found.length === 0) return;
  const frames = outer();
  for (const candidate of found) {
    const context = allInside(candidate.context, frames);
    if (interest === null || isOfInterest(candidate.text, context, interest)) candidates.push({ ...candidate, context });
  }
}

/** The same context for many values: made when the first of them asks for it, and shared by all. */
export function shared(context: () => readonly Frame[]): () => readonly Frame[] {
  let frames: readonly Frame[] | null = null;
  return () => {
    frames ??= context();
    return frames;
  };
}

/** The same for a pass after a change, which adds to what is known. */
export function findingsOf({ candidates, modules, interest }: Trail): CommandFindings {
  return { candidates, interest, modules: { add: (name) => (name === "" ? 0 : modules.push(name)) } };
}

/** What was found in a whole document. */
export function detectionOf({ candidates, modules }: DocumentFindings): Detection {
  return { candidates: inOrder(candidates), modules: [...modules].filter((name) => name !== "") };
}

/** Sorts candidates into the order of the text, where sub-scans have left it. */
export function inOrder(candidates: Candidate[]): Candidate[] {
  for (let i = 1; i < candidates.length; i++) {
    if ((candidates[i]?.range.start ?? 0) < (candidates[i - 1]?.range.start ?? 0)) {
      return candidates.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    }
  }
  return candidates;
}
