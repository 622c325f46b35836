import type { Catalog } from "../catalog/catalog.ts";
import type { Interest } from "../detect/interest.ts";
import { lazy } from "../lazy.ts";
import { remembered } from "../remembered.ts";
import { runtimes } from "../runtimes/runtimes.ts";
import { isConversion, statesSize } from "./bareNames.ts";
import { isAdapter } from "./bindingKinds.ts";
import { meaningOf } from "./bindingNames.ts";
import { isPlaceholderOrPath } from "./names.ts";
import { resolve } from "./resolve.ts";
import { weightsIdentity } from "./weightsFiles.ts";

/** Names that are kept with their answers; projects use few names many times. */
const mostKept = 20_000;

/** Words of names that bindings are read by beyond their meaning: functions that are given a model, records that describe one. */
const modelWord = /model|llm|deployment/i;

/** What holds none of these means no model, see {@link meaningOf}. */
const meaningfulWord = /embed|rerank|checkpoint|ckpt|engine|repo|path/i;

/** What is of interest to somebody who knows the catalog. */
export interface CatalogInterest extends Interest {
  /** Whether `text` as a whole is a name that some model is known by, or says its size. Slower than `inText`, and exact. */
  readonly isName: (text: string) => boolean;
}

/**
 * What {@link accept} can do anything with: names that the catalog's begin like, and places whose name some runtime describes or that says
 * `model`. Keeps the answers to names.
 */
export function createInterest(catalog: Catalog): CatalogInterest {
  return {
    inText: (text) => catalog.mayHold(text) || isConversion(text) || isSized(text),
    inName: remembered(
      mostKept,
      (name: string) =>
        modelWord.test(name) || isPlaceName(name) || isAdapter(name) || (meaningfulWord.test(name) && /^models?$/.test(meaningOf(name))),
    ),
    isName: remembered(
      mostKept,
      (text: string) =>
        (mayBeName(text) &&
          (statesSize(text) || isConversion(text) || (catalog.mayHold(text) && (resolve(text, catalog, [])?.match ?? null) !== null))) ||
        weightsIdentity(text, catalog) !== null,
    ),
  };
}

/** Whether `text` is an organisation's or tagged, and says a size: beside known ones such a name is a model though nobody has listed it. */
function isSized(text: string): boolean {
  return text.length < 120 && (text.includes("/") || text.includes(":")) && statesSize(text);
}

/** Whether `text` is more than words with dots between them, and no file, path, symbol of code or address of its packages. */
function mayBeName(text: string): boolean {
  return /[-/:\d]/.test(text) && !text.includes("::") && !text.startsWith("github.com/") && !isPlaceholderOrPath(text);
}

/** The parts of a path: of a function, a key, a variable. */
function partsOf(name: string): readonly string[] {
  return name.split(/[.:>]+-?/);
}

/** Names that no place which some runtime describes can do without: of each place the part that says most, unless {@link modelWord} finds it. */
const placeNames: () => ReadonlySet<string> = lazy(
  () =>
    new Set(
      runtimes.flatMap(({ contexts }) =>
        contexts.flatMap(({ pattern }) => {
          switch (pattern.kind) {
            case "argument":
              return [longest(partsOf(pattern.callee))];
            case "named":
              return modelWord.test(pattern.name) ? [] : [longest(partsOf(pattern.callee))];
            case "property":
              return pattern.path.some((key) => modelWord.test(key)) ? [] : [longest(pattern.path)];
            case "assignment":
            case "flag":
              return [pattern.name];
            default:
              return [];
          }
        }),
      ),
    ),
);

function longest(words: readonly string[]): string {
  return words.reduce((one, other) => (other.length > one.length ? other : one), "");
}

function isPlaceName(name: string): boolean {
  return placeNames().has(name) || (/[.:>]/.test(name) && partsOf(name).some((part) => placeNames().has(part)));
}
