import type { Candidate } from "../detect/candidate.ts";
import { changeBetween } from "../detect/change.ts";
import type { Frame } from "../detect/frame.ts";
import { holdsLiteral, type Literals, literalsOf, someLiteral } from "../detect/literals.ts";
import { lazy } from "../lazy.ts";
import type { TextRange } from "../text.ts";
import { meaningOf } from "./bindingNames.ts";
import { enclosingBrackets } from "./enclosing.ts";
import type { ModelReference } from "./reference.ts";

/*
 * Servers say which model has answered: `{ "model": "gpt-4o", "choices": [...] }`. Tests and recordings keep and make such answers, and what
 * stands in them selects nothing. An answer is told by the keys beside the name that no request has.
 */

/** Words of the keys below: where none stands near, nobody looks closer. */
const keyWords: () => Literals = lazy(() =>
  literalsOf(
    "choice usage object reason fingerprint generation_id generationid response_id responseid created completed finished failed cancel embedding duration eval_count".split(
      " ",
    ),
  ),
);

/** No word is longer, in UTF-16 units. */
const longestWord = 16;

/** How far from the name such a word is looked for, in UTF-16 units. */
const nearEnough = 2000;

/** Where words of answers stand in a text, in ascending order. */
export interface AnswerWords {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Looks for words of answers, where one of `references` may be part of an answer; null where none may. With those of the document's text `before`
 * a change, only what has changed is read.
 */
export function answerWords(references: readonly ModelReference[], text: string, before: AnswerWords | null): AnswerWords | null {
  if (!references.some(mayBeAnswered)) return null;
  if (before === null) return { text, places: placesOfWords(text, 0, text.length) };
  const { start, oldEnd, newEnd } = changeBetween(before.text, text);
  const from = Math.max(start - longestWord, 0);
  const kept = before.places.filter((place) => place < from);
  const moved = before.places.filter((place) => place >= oldEnd).map((place) => place + newEnd - oldEnd);
  return { text, places: [...kept, ...placesOfWords(text, from, newEnd), ...moved] };
}

/** Where words begin in `[start, end)`. */
function placesOfWords(text: string, start: number, end: number): readonly number[] {
  const places: number[] = [];
  someLiteral(text.slice(start, end + longestWord), keyWords(), (stretch, at, word) => {
    if (start + at < end && holdsLiteral(stretch, at, word)) places.push(start + at);
    return false;
  });
  return places;
}

/**
 * A key with the beginning of its value, by the API references of OpenAI, Anthropic, Google, Mistral, Cohere and Ollama, in any case convention
 * and any language's way to write a pair. A usage that is asked for (`usage: { include: true }`) is a request's, and so are choices that are
 * words or numbers: those that a model answers with are objects. An embedding is a list of numbers, or of such lists. When something was made is said
 * of agents and their settings too: only the Unix time under `created` is an answer's, and the time at which a job has ended.
 */
const answerKey =
  /(?:^|[\s,{([])["':]?(?:(?:finish|stop|done)_?reason|system_?fingerprint|(?:generation|response)_?id["']?\s{0,9}(?:=>|[:=])|created["']?\s{0,9}(?:=>|[:=])\s{0,9}\d{9}|(?:completed|finished|failed|cancell?ed)_?at["']?\s{0,9}(?:=>|[:=])|(?:total|load|prompt_eval|eval)_duration|(?:prompt_)?eval_count|created_?at["']?\s{0,9}(?:=>|[:=])[\s\S]{0,400}?\bdone["']?\s{0,9}(?:=>|[:=])\s{0,9}(?:true|false)\b|embeddings?["']?\s{0,9}(?:=>|[:=])\s{0,9}\[[[\d-]|choices["']?\s{0,9}(?:=>|[:=])\s{0,9}(?:\[(?!\s{0,9}["'\d])|new\b|vec!|\w+[[({.])|(?:token_?)?usage(?:_?metadata)?["']?\s{0,9}(?:=>|[:=])\s{0,9}(?:\{(?!\s{0,9}["']?include)|[&\w.:]{1,80}[({])|object["']?\s{0,9}(?:=>|[:=])\s{0,9}["'](?:chat\.completion|text_completion|response|list|fine_tuning\.job|thread\.|realtime\.|model["']))/i;

/** The references that are no part of an answer. `words`: the text's {@link answerWords}. */
export function withoutAnswers(references: readonly ModelReference[], words: AnswerWords | null): readonly ModelReference[] {
  if (words === null || words.places.length === 0) return references;
  const { text, places } = words;
  return references.filter(
    (reference) => !mayBeAnswered(reference) || !isNear(places, reference.candidate.range.start) || !isAnswered(text, reference.candidate),
  );
}

/** Where a runtime is given a model it is asked, and nothing is answered. */
function mayBeAnswered({ evidence, candidate: { context } }: ModelReference): boolean {
  return evidence !== "runtime" && (isNamed(context) || isBuilt(context));
}

/** Whether one of the sorted places lies near `at`. */
function isNear(places: readonly number[], at: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at - nearEnough) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= at + nearEnough;
}

/**
 * Whether the string stands under a key or an argument's name that says what a model is, or which has answered (`response_model`): others are
 * no part of an answer.
 */
function isNamed([frame]: readonly Frame[]): boolean {
  const name = frame?.kind === "property" ? frame.key : frame?.kind === "argument" ? frame.keyword : null;
  return name !== null && /^(?:response_?)?model/i.test(name) && meaningOf(name) === "model";
}

/** Whether the string is given to a method of a builder: `.model("...")`. */
function isBuilt([frame]: readonly Frame[]): boolean {
  return frame?.kind === "argument" && frame.position === 0 && /(?:^|[.:])(?:with_?|set_?)?model(?:_?(?:name|id))?$/i.test(frame.callee);
}

function isAnswered(text: string, { range, context }: Candidate): boolean {
  const [brackets, around] = enclosingBrackets(text, range);
  if (brackets === undefined) return false;
  return isBuilt(context)
    ? answerMethod.test(chainedText(text, brackets, around ?? { start: brackets.start - nearEnough, end: brackets.end + nearEnough }))
    : answerKey.test(directText(text, brackets));
}

/** What builders of answers are told and those of requests are not: `ChatCompletion.builder().model("...").addChoice(...)`. */
const answerMethod =
  /\.(?:with_?|set_?|add_?)?(?:(?:finish|stop)_?reason|system_?fingerprint|(?:token_?)?usage|choices?|created|response_?id)\s{0,9}\(/i;

/**
 * The calls that are chained with the one that holds `brackets`, without what they are given. A statement ends at its mark, and at a line
 * behind which no call goes on.
 */
function chainedText(text: string, brackets: TextRange, around: TextRange): string {
  let chain = "";
  let depth = 0;
  const end = Math.min(around.end - 1, text.length);
  for (let i = Math.max(around.start + 1, 0); i < end; i++) {
    const code = text.charCodeAt(i);
    const isEnd = depth === 0 && (code === 59 || code === 44 || (code === 10 && !/^\s*\??\./.test(text.slice(i, i + 100))));
    if (code === doubleQuote || code === singleQuote) i = stringEnd(text, i, end);
    else if (code === roundOpen || code === squareOpen || code === curlyOpen) {
      if (depth++ === 0) chain += text.charAt(i);
    } else if (code === roundClose || code === squareClose || code === curlyClose) {
      // opened before what is read
      if (--depth < 0) {
        depth = 0;
        chain = "";
      }
    } else if (isEnd) {
      if (i > brackets.end) break;
      chain = "";
    } else if (depth === 0) chain += text.charAt(i);
  }
  return chain;
}

/**
 * What stands in brackets, without what other brackets in them hold and what texts say. Of what they hold, its beginning is kept where it
 * tells: that a usage is asked for, or that words or numbers are listed.
 */
function directText(text: string, { start, end }: TextRange): string {
  let direct = "";
  let depth = 0;
  let from = start + 1;
  for (let i = start + 1; i < end - 1; i++) {
    const code = text.charCodeAt(i);
    if (code === doubleQuote || code === singleQuote) {
      const close = stringEnd(text, i, end);
      if (depth === 0 && /\s/.test(text.slice(i, close))) {
        direct += text.slice(from, i + 1);
        from = close;
      }
      i = close;
    } else if (code === roundOpen || code === squareOpen || code === curlyOpen) {
      if (depth++ === 0) direct += text.slice(from, i + 1) + tellingBeginning(text, i);
    } else if (code === roundClose || code === squareClose || code === curlyClose) {
      if (--depth === 0) from = i + 1;
    }
  }
  return depth === 0 ? direct + text.slice(from, end) : direct;
}

/** How what stands in the bracket at `open` begins, where {@link answerKey} asks for it. */
function tellingBeginning(text: string, open: number): string {
  const begun = text.slice(open + 1, open + 20);
  if (/^\s{0,9}["']?include\b/.test(begun)) return "include";
  if (text.charCodeAt(open) !== squareOpen) return "";
  // `[name for name in ...]`: choices that come from elsewhere are names
  return /^\s{0,9}[\w.]{1,80}\s{1,9}for\b/.test(text.slice(open + 1, open + 100)) ? '"' : (/^\s{0,9}([-["'\d])/.exec(begun)?.[1] ?? "");
}

/** The closing quote of the string at `at`, or `at` where its line has none. */
function stringEnd(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === quote) return i;
    else if (code === 10) break;
  }
  return at;
}

const [doubleQuote, singleQuote, roundOpen, roundClose, squareOpen, squareClose, curlyOpen, curlyClose] = [
  34, 39, 40, 41, 91, 93, 123, 125,
] as const;
