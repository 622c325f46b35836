import type { SourceDocument } from "../detect/candidate.ts";
import type { Frame } from "../detect/frame.ts";
import { remembered } from "../remembered.ts";
import { wordsOf } from "./bindingNames.ts";
import { recordedReferences } from "./records.ts";
import type { ModelReference } from "./reference.ts";
import { isSetting } from "./roles.ts";

/** From so many constants on that are called what they hold, a document keeps names for others to choose from. */
const fewestSymbols = 3;
/** From so many on, what else stands by itself in the document is kept for the same purpose. */
const fewestOfRegister = 8;
/** No program runs more models than this by one key or one call: it is a table of what there is. */
const mostInUse = 20;

/**
 * The references of one document, with those that it only keeps for somebody to choose from as options: the constants of a client's register
 * (`GPT4o = "gpt-4o"`, one after the other), and the rows of price lists and capability tables. A single reference does not show
 * what a document is; many do.
 */
export function markOffers(references: readonly ModelReference[], document: SourceDocument): readonly ModelReference[] {
  const records = recordedReferences(references, document);
  if (references.length < fewestSymbols && records.size === 0) return references;
  const symbols = new Set(references.filter(isKeptSymbol));
  const tables = tablesOf(references);
  const mappings = mappingsOf(references);
  const isLargeRegister = symbols.size >= fewestOfRegister;
  const unbound = new Set(references.filter(isUnbound).map(({ candidate }) => candidate.text));
  const isKept = holdersOf(symbols).size >= fewestSymbols;
  const isOffer = (reference: ModelReference): boolean =>
    (isKept && symbols.has(reference)) ||
    records.has(reference) ||
    (isLargeRegister && (reference.evidence === "bare" || isPartOfName(reference))) ||
    (reference.evidence === "bare" && mappingKeys(reference.candidate.context).some((key) => mappings.has(key))) ||
    (unbound.size >= fewestSymbols && isUnbound(reference)) ||
    tables.has(placeKey(reference.candidate.context) ?? "");
  return references.map((reference) => (reference.role === "use" && isOffer(reference) ? { ...reference, role: "option" } : reference));
}

/** The variables that hold the references, by name; where several are given to one (`a if c else b`), they are no register. */
function holdersOf(references: Iterable<ModelReference>): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const { candidate } of references) {
    const holder = candidate.context.find(({ kind }) => kind === "assignment");
    holders.add(holder?.kind === "assignment" ? holder.name : candidate.text);
  }
  return holders;
}

/** What a branch gives and nothing holds: several of them translate one name to another (`when "claude-2" then "anthropic.claude-v2"`), or say what an enum's members are written as. */
function isUnbound({ candidate, evidence }: ModelReference): boolean {
  const [holder, outer] = candidate.context;
  const isSilent = holder === undefined || (holder.kind === "assignment" && /^(?:value|rawValue|stringValue|id)$/.test(holder.name));
  return evidence === "bare" && isSilent && outer === undefined;
}

/** Whether a document keeps a register: several constants that are called as the models that they hold. */
export function isRegister(references: readonly ModelReference[]): boolean {
  return references.length >= fewestSymbols && holdersOf(references.filter(isKeptSymbol)).size >= fewestSymbols;
}

/**
 * Whether a reference is one constant of a register. A client that is made for a model is in use, whatever it is called
 * (`gpt4 = ChatOpenAI(model="gpt-4")`), and so is what an instance keeps for itself (`self.gpt4`).
 */
function isKeptSymbol({ candidate: { context, text }, evidence }: ModelReference): boolean {
  if (!isSymbol(context, text)) return false;
  const holder = context.find(({ kind }) => kind === "assignment");
  if (holder?.kind !== "assignment") return true;
  const isMade = evidence === "runtime" && context.find(({ kind }) => kind === "argument" || kind === "assignment")?.kind === "argument";
  return !isMade && !/^(?:self|this)\b|^@/.test(holder.name);
}

/** Whether a constant is called by words of what it holds, such as say in a register which one it is: `GeminiEmbedding = "gemini-embedding-001"`. */
function isPartOfName({ candidate: { context, text } }: ModelReference): boolean {
  const [holder] = context;
  if (holder?.kind !== "assignment") return false;
  const inText = new Set(parts(text));
  const inSymbol = parts(holder.name.slice(holder.name.lastIndexOf(".") + 1));
  return inSymbol.length > 1 && inSymbol.every((part) => inText.has(part));
}

/** Mappings of a configuration that give several names of models by keys of their own: aliases, from which somebody chooses. */
function mappingsOf(references: readonly ModelReference[]): ReadonlySet<string> {
  const named = new Map<string, Set<string>>();
  for (const { candidate, evidence } of references) {
    if (evidence !== "bare") continue;
    for (const key of mappingKeys(candidate.context)) named.set(key, (named.get(key) ?? new Set()).add(candidate.text));
  }
  return new Set([...named].filter(([, names]) => names.size >= fewestSymbols).map(([key]) => key));
}

/** The mapping that the string stands in, and the one around that, by the keys that lead to them; none but in a configuration. */
function mappingKeys(context: readonly Frame[]): readonly string[] {
  if (context[0]?.kind !== "property" || !isSetting(context)) return [];
  const path = context.map((frame) => (frame.kind === "property" ? frame.key : ""));
  return [1, 2].filter((levels) => path.length >= levels).map((levels) => `${levels} ${path.slice(levels).join("\0")}`);
}

/** The keys and calls by which more models are named than any program uses. */
function tablesOf(references: readonly ModelReference[]): ReadonlySet<string> {
  const named = new Map<string, Set<string>>();
  for (const { candidate } of references) {
    const key = placeKey(candidate.context);
    if (key === null) continue;
    const names = named.get(key);
    if (names) names.add(candidate.text);
    else named.set(key, new Set([candidate.text]));
  }
  return new Set([...named].filter(([, names]) => names.size > mostInUse).map(([key]) => key));
}

/** The key, or the call with its argument, at which a name stands; null elsewhere. */
function placeKey(context: readonly Frame[]): string | null {
  const frame = context.find(({ kind }) => kind !== "fallback");
  if (frame?.kind === "property") return `key ${frame.key.slice(frame.key.lastIndexOf(".") + 1)}`;
  return frame?.kind === "argument" ? `call ${frame.callee} ${frame.keyword ?? frame.position}` : null;
}

/**
 * Whether what holds the string is called as the string is: the variable or key itself, or the variable of a record or constructor around it
 * (`val Sonnet4 = LLModel(id = "claude-sonnet-4")`).
 */
export function isSymbol(context: readonly Frame[], text: string): boolean {
  const [inner] = context;
  if (inner?.kind === "property" && isSpelledBy({ symbol: inner.key, text })) return true;
  const holder = context.find(({ kind }) => kind === "assignment");
  return holder?.kind === "assignment" && isSpelledBy({ symbol: holder.name, text });
}

/** Words that say what a thing is, or that it was chosen: not which model. */
const generic = new Set("model models name id llm chat text embedding embeddings image audio default fallback current selected".split(" "));

/** A symbol of a program, and what it may be called as. */
interface Spelling {
  readonly symbol: string;
  readonly text: string;
}

/** Whether a symbol's name is made of the words of the model's name (`Sonnet4`), or has all of them (`CreateImageModelDallE3`). */
export const isSpelledBy: (spelling: Spelling) => boolean = remembered(10_000, isSpelled, ({ symbol, text }) => `${symbol}\0${text}`);

function isSpelled({ symbol, text }: Spelling): boolean {
  // `kGpt4o`: constants of C++ and Objective-C begin so (Google C++ Style Guide, "Constant Names")
  const own = symbol.slice(Math.max(symbol.lastIndexOf("."), symbol.lastIndexOf(":")) + 1).replace(/^k(?=[A-Z])/, "");
  if (/default|fallback/i.test(own)) return false;
  if (bare(own) === bare(text) || (own.length > 5 && bare(own) === bare(text.replace(/[-_]\d{3,4}$/, "")))) return true;
  const inText = new Set(parts(text));
  const inSymbol = parts(own).filter((part) => part !== "dot" && part !== "v");
  const telling = inSymbol.filter((part) => !generic.has(part));
  if (telling.length === 0) return false;
  if (telling.every((part) => inText.has(part))) return telling.length > 1 || /\d/.test(own);
  // `Claude35Sonnet`: marks between numbers are no part of a symbol, and the name's numbers may go on with a date
  const words = telling.filter((part) => !/\d/.test(part));
  const digits = own.replace(/\D/g, "");
  if (words.length > 0 && digits !== "" && words.every((part) => inText.has(part)) && text.replace(/\D/g, "").startsWith(digits))
    return true;
  const known = new Set(inSymbol);
  return inText.size > 1 && [...inText].every((part) => known.has(part));
}

/** Letters and digits only; `Dot` stands for the mark that no symbol can have. */
function bare(name: string): string {
  return name
    .replace(/(\d)[Dd]ot(?=\d)/g, "$1")
    .replace(/[^A-Za-z\d]/g, "")
    .toLowerCase();
}

/** The words and numbers of a name: `gpt`, `4`, `o` of `GPT4o` and of `gpt-4o`. */
const parts: (name: string) => readonly string[] = remembered(10_000, (name: string) =>
  wordsOf(name).flatMap((word) => word.match(/[a-z]+|\d+/g) ?? []),
);
