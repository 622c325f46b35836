import type { Feature } from "../catalog/record.ts";
import { lazy } from "../lazy.ts";
import type { TextRange } from "../text.ts";
import { enclosingBlock, enclosingBrackets } from "./enclosing.ts";
import { createMarkFinder, type Mark, type MarkedText, mayShow, shows } from "./marks.ts";
import type { PlaceFacts } from "./reference.ts";
import { tiedMarks, tiedSettingsIn } from "./tiedSettings.ts";

interface FeatureMark extends Mark {
  readonly feature: Feature;
  /** shown by what a message holds, which may be put together far from the request */
  readonly inMessages?: true;
}

/** How programs show that they use a feature: argument names and methods of the clients and their wrappers. */
const featureMarks: readonly FeatureMark[] = [
  {
    feature: "tools",
    stems: ["tools", "tool_c", "toolC", "tool-c", "functions", "function_d"],
    mark: /\b(?:tools|functions|tool_choice|toolChoice|toolConfig|function_declarations)["']?[ \t]*[=:]|[{,]\s*(?:tools|functions)\s*[,}]|\bbind_tools\(|\bbindTools\(|--enable-auto-tool-choice/,
  },
  {
    feature: "structured-output",
    stems: "response_ responsef responsesc responsem json_schema guided_json structured output_type object( \"json 'json".split(" "),
    mark: /\b(?:response_format|responseFormat|json_schema|guided_json|structured_outputs|response_schema|responseSchema|response_model|output_type|responseMimeType|response_mime_type)["']?[ \t]*[=:]|with_?structured_?output\(|\bgenerateObject\(|\bstreamObject\(|\bformat["']?[ \t]*[=:][ \t]*["']json/i,
  },
  {
    feature: "image-input",
    stems: ["image_url", "input_image", '"image', "'image", "images"],
    mark: /\bimage_url\b|\binput_image\b|["']?type["']?[ \t]*:[ \t]*["']image["']|\bimages["']?[ \t]*[=:][ \t]*\[/,
    inMessages: true,
  },
  { feature: "audio-input", stems: ["input_audio"], mark: /\binput_audio\b/, inMessages: true },
  { feature: "fill-in-the-middle", stems: ["fim_prefix", "suffix"], mark: /<\|?fim_prefix\|?>|\bsuffix[ \t]*=/, inMessages: true },
  {
    feature: "reasoning",
    stems: ["reasoning_e", "reasoningE", "reasoning-p", "e_reasoning", "thinking_b", "thinkingB", "budget_t", "budgetT"],
    mark: /\b(?:reasoning_effort|reasoningEffort|thinking_budget|thinkingBudget|budget_tokens|budgetTokens|include_reasoning)["']?[ \t]*[=:]|--reasoning-parser\b/,
  },
];

/** Context lengths that are set for the model: keys of servers, clients and training configurations. */
const contextMark: Mark = {
  stems:
    "model_len seq_len sequence_len cutoff_len n_ctx m_ctx context_l context_w contextL contextW model-len ctx-size context-l input-tokens total-tokens".split(
      " ",
    ),
  mark: /(?:\b(?:max_model_len|max_seq_length|max_seq_len|max_sequence_length|sequence_len|cutoff_len|num_ctx|n_ctx|context_length|contextLength|context_window|contextWindow)["']?[ \t]*[=:][ \t]*|--(?:max-model-len|ctx-size|context-length|max-input-tokens|max-total-tokens)[ \t=]+|^[ \t]*PARAMETER[ \t]+num_ctx[ \t]+)(\d[\d_]{0,9})([kKmM])?\b/gm,
};

/** Lengths of answers that are asked for: the context has to hold them. */
const answerMark: Mark = {
  stems: ["max_tokens", "t_tokens", "n_tokens", "w_tokens", "maxTokens", "maxOutputTokens", "maxCompletionTokens", "num_predict"],
  mark: /(?:\b(?:max_tokens|maxTokens|max_output_tokens|maxOutputTokens|max_completion_tokens|maxCompletionTokens|max_new_tokens|num_predict)["']?[ \t]*[=:][ \t]*|^[ \t]*PARAMETER[ \t]+num_predict[ \t]+)(\d[\d_]{0,9})()\b/gm,
};

/** The length of the vectors that an index or a request states: arguments of clients, types of pgvector, Qdrant's `VectorParams(size=...)`. */
const dimensionMark: Mark = {
  stems: ["dim", "vec"],
  mark: /(?:\b(?:dimensions?|dims|embedding_?dim(?:ension)?s?|vector_?size)["']?[ \t]*[=:][ \t]*|\bVectorParams\(\s*size[ \t]*=[ \t]*|\b(?:half)?vec(?:tor)?[ \t]*\([ \t]*)(\d{2,5})()\b/gi,
};

/** A language that is asked for by its ISO 639-1 code, or English by name. */
const languageMark: Mark = {
  stems: ["lang"],
  mark: /(?:\b(?:language|lang|language_code|languageCode|src_lang|tgt_lang)["']?[ \t]*[=:][ \t]*|--language[ \t=]+)["']?(?:([a-z]{2})(?:[-_][A-Za-z]{2,4})?|(english))["'\s,)}]/gi,
};

/** All that is looked for in a document, but for {@link tiedMarks}. */
export const placeMarks: readonly Mark[] = [...featureMarks, contextMark, answerMark, dimensionMark, languageMark];

const findMarks: () => (text: string) => MarkedText = lazy(() => createMarkFinder([...placeMarks, ...tiedMarks]));

/** What a request holds: a call or object with one of these is the whole of it, but for what its messages hold. */
const requestMark = /\b(?:messages|prompt|input|contents)["']?[ \t]*[=:]|[{,]\s*(?:messages|prompt|input|contents)\s*[,}]/;

/** Arguments that come from elsewhere: then the call does not show all that it holds. */
const spreadMark = /\*\*\w|\.\.\.\w/;

/** Reads what the code around the places of one document shows. */
export type PlaceReader = (place: TextRange) => PlaceFacts;

/**
 * Makes the reader of a document; the document as a whole is read at the first place that is asked for. What stands nearest counts: the
 * call or object that holds the name where it holds the whole request, else the whole document, since doubt counts against a swap.
 * @param others text of the other cells of a notebook, which is of the document but for positions
 */
export function createPlaceReader(text: string, others = ""): PlaceReader {
  let known: DocumentFacts | undefined;
  return (place) => {
    known ??= readDocument(others === "" ? text : `${text}\n${others}`);
    if (known.isSilent) return known.facts;
    const { facts, context, answer } = known;
    const brackets = enclosingBrackets(text, place).map(({ start, end }) => text.slice(start, end));
    const near = brackets.length > 0 ? brackets : [blockAround(text, place)];
    const request = facts.uses.length === 0 ? undefined : brackets.find((layer) => requestMark.test(layer));
    const isWhole = request !== undefined && !spreadMark.test(request);
    const numberAt = (whole: number | null, { mark }: Mark): number | null => nearest(near, whole, (layer) => largest(layer, mark));
    return {
      uses: isWhole ? usesIn(request, facts) : facts.uses,
      tiedSettings: facts.tiedSettings,
      context: larger(numberAt(context, contextMark), numberAt(answer, answerMark)),
      dimension: numberAt(facts.dimension, dimensionMark),
      languages: nearest(near, nullIfEmpty(facts.languages), (layer) => nullIfEmpty(languagesIn(layer))) ?? [],
    };
  };
}

function blockAround(text: string, place: TextRange): string {
  const { start, end } = enclosingBlock(text, place);
  return text.slice(start, end);
}

/** What a document shows as a whole. */
interface DocumentFacts {
  readonly facts: PlaceFacts;
  readonly context: number | null;
  readonly answer: number | null;
  /** nothing in it could be nearer to one place than to another */
  readonly isSilent: boolean;
}

function readDocument(all: string): DocumentFacts {
  const text = findMarks()(all);
  const numberIn = (mark: Mark): number | null => (mayShow(text, mark) ? largest(all, mark.mark) : null);
  const context = numberIn(contextMark);
  const answer = numberIn(answerMark);
  const facts: PlaceFacts = {
    uses: featureMarks.filter((mark) => shows(text, mark)).map(({ feature }) => feature),
    tiedSettings: tiedSettingsIn(text),
    context: larger(context, answer),
    dimension: numberIn(dimensionMark),
    languages: mayShow(text, languageMark) ? languagesIn(all) : [],
  };
  const { uses, dimension, languages } = facts;
  return { facts, context, answer, isSilent: uses.length === 0 && facts.context === null && dimension === null && languages.length === 0 };
}

/** The features that a request uses: by its own arguments, and by the messages that the document makes. */
function usesIn(request: string, { uses }: PlaceFacts): readonly Feature[] {
  return featureMarks
    .filter(({ feature, mark, inMessages }) => uses.includes(feature) && (inMessages || mark.test(request)))
    .map(({ feature }) => feature);
}

function larger(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** What is read in the innermost layer that tells, else what the document tells as a whole: where that is nothing, no layer does. */
function nearest<T>(layers: readonly string[], whole: T | null, read: (layer: string) => T | null): T | null {
  if (whole === null) return null;
  for (const layer of layers) {
    const value = read(layer);
    if (value !== null) return value;
  }
  return whole;
}

/** The largest number that stands after the mark, with `8k` and `32_768` as people write them. */
function largest(text: string, mark: RegExp): number | null {
  let found: number | null = null;
  for (const [, digits = "", unit = ""] of text.matchAll(mark)) {
    const value = Number(digits.replaceAll("_", "")) * (unit === "" ? 1 : unit.toLowerCase() === "k" ? 1024 : 1024 * 1024);
    if (value > 0 && (found === null || value > found)) found = value;
  }
  return found;
}

function languagesIn(text: string): readonly string[] {
  const codes = new Set<string>();
  for (const [, code] of text.matchAll(languageMark.mark)) codes.add(code?.toLowerCase() ?? "en");
  return [...codes].sort();
}

function nullIfEmpty<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}
