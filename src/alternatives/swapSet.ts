import type { TextRange } from "../text.ts";
import type { NamedPlace, PreferredSwap } from "./preferredSwaps.ts";

/** A document with what {@link preferredSwaps} found in it. */
export interface SwapDocument<Document> {
  readonly document: Document;
  readonly places: readonly NamedPlace[];
  /** it cannot be changed, whatever would be right in it */
  readonly isFixed?: boolean;
}

export interface PlaceIn<Document> {
  readonly document: Document;
  readonly range: TextRange;
}

/** A name that has a preferred swap somewhere and is left as it is everywhere. */
export interface HeldBack<Document> {
  /** the name as written at the first of its swaps */
  readonly text: string;
  /** how many preferred swaps of documents that can be changed are not made for it */
  readonly swaps: number;
  /** `choice`: at `places` it stands too, and is not to be swapped without a choice. `differs`: `places` would get different models */
  readonly reason: "choice" | "differs";
  readonly places: readonly PlaceIn<Document>[];
}

/** The swaps that may be made together, by document. */
export interface SwapSet<Document> {
  readonly documents: readonly { readonly document: Document; readonly swaps: readonly PreferredSwap[] }[];
  readonly heldBack: readonly HeldBack<Document>[];
  /** places that are not swapped, with swaps of which somebody has to choose one */
  readonly others: number;
  /** where documentation still shows a name that is swapped */
  readonly shown: readonly { readonly text: string; readonly places: readonly PlaceIn<Document>[] }[];
}

/**
 * Of the preferred swaps of several documents those that can be made together: a name is swapped wherever it stands in them, or nowhere.
 * It is held back by each place of it that has no preferred swap: one that needs more than the name, one that only offers it (a list or
 * enumeration that its program checks against), one in a test, one that a comment silences, one in a document that cannot be changed.
 * What goes with a model (its tokenizer, its download) follows it into other documents; documentation is told of, and holds nothing back.
 *
 * Linear in the number of places. Documents and names keep their order.
 */
export function swapSet<Document>(documents: readonly SwapDocument<Document>[]): SwapSet<Document> {
  const byKey = new Map<string, { readonly of: SwapDocument<Document>; readonly place: NamedPlace }[]>();
  for (const of of documents) {
    for (const place of of.places) {
      const list = byKey.get(place.key);
      if (list) list.push({ of, place });
      else byKey.set(place.key, [{ of, place }]);
    }
  }
  const chosen = new Map<SwapDocument<Document>, PreferredSwap[]>();
  const heldBack: HeldBack<Document>[] = [];
  const followed = new Set<NamedPlace>();
  const shown: { readonly text: string; readonly places: readonly PlaceIn<Document>[] }[] = [];
  for (const all of byKey.values()) {
    const swaps = all.flatMap(({ of, place }) => (place.swap === null ? [] : [{ of, place, swap: place.swap }]));
    const [first] = swaps;
    if (first === undefined) continue;
    const { text } = first.place;
    const placesOf = (list: readonly { readonly of: SwapDocument<Document>; readonly place: NamedPlace }[]): readonly PlaceIn<Document>[] =>
      list.map(({ of, place }) => ({ document: of.document, range: place.range }));

    const byRuntime = new Map(swaps.map(({ place, swap }) => [place.runtime, swap]));
    const left = all.filter(({ of, place }) => of.isFixed === true || !place.isChanged);
    const examples = left.filter(({ place }) => place.isShown);
    const rest = left.filter(({ place }) => !place.isShown);
    const followers = rest.flatMap(({ of, place }) => {
      const model = place.follows && of.isFixed !== true ? byRuntime.get(place.runtime) : undefined;
      return model === undefined ? [] : [{ of, place, swap: alongWith(model, place) }];
    });
    const free = swaps.filter(({ of }) => of.isFixed !== true);
    // that a document cannot be changed is told of the document
    if (free.length === 0) continue;
    if (followers.length < rest.length) {
      const following = new Set(followers.map(({ place }) => place));
      const places = placesOf(rest.filter(({ place }) => !following.has(place)));
      heldBack.push({ text, swaps: free.length, reason: "choice", places });
      continue;
    }
    const others = swaps.filter(({ place }) => place.targetKey !== first.place.targetKey);
    const [other] = others;
    if (other !== undefined) {
      heldBack.push({ text, swaps: swaps.length, reason: "differs", places: placesOf([first, other]) });
      continue;
    }
    for (const { of, swap } of [...swaps, ...followers]) {
      const list = chosen.get(of);
      if (list) list.push(swap);
      else chosen.set(of, [swap]);
    }
    for (const { place } of followers) followed.add(place);
    if (examples.length > 0) shown.push({ text, places: placesOf(examples) });
  }
  return {
    documents: documents.flatMap((of) => {
      const swaps = chosen.get(of);
      return swaps === undefined ? [] : [{ document: of.document, swaps: swaps.sort((a, b) => a.range.start - b.range.start) }];
    }),
    heldBack,
    others: documents.reduce((sum, { places }) => sum + places.filter((place) => place.isChoice && !followed.has(place)).length, 0),
    shown,
  };
}

/** The swap of a place that goes with a model of another document: the same name, in the form of the same runtime. */
function alongWith({ to, title }: PreferredSwap, { range, text }: NamedPlace): PreferredSwap {
  return { range, from: text, to, title, edits: [{ range, text: to }] };
}
