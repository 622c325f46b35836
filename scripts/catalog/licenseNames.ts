import type { LicenseRecord } from "../../src/catalog/record.ts";

/** Words that licences carry or leave out as the writer likes. */
const filler = new Set(
  "license licence licenses agreement community the a an of use terms and conditions model models meta version v ai llm open".split(" "),
);

/** The words that tell licences apart, in lower case: `Llama 3.1 Community License Agreement` and `Llama-3.1-Community` are `llama 3.1`. */
function distinctive(text: string): string {
  return text
    .toLowerCase()
    .replace(/^licenseref-/, "")
    .replace(/[^a-z0-9.]+/g, " ")
    .split(" ")
    .map((word) => word.replace(/^v(?=\d)/, ""))
    .filter((word) => word !== "" && !filler.has(word))
    .join(" ");
}

/** Words that make another licence of the same beginning. */
const limiting = new Set(["nc", "nd", "sa", "non", "noncommercial", "commercial", "research", "modified"]);

/** How people's names of licences relate to those of licenses.yaml. */
export interface LicenseReader {
  /** Ids of the licences that a text names. Empty where it names none that is known: "mixed", "unclear", or one that licenses.yaml does not have. */
  readonly idsIn: (text: string) => readonly string[];
  /** Whether a text can mean a licence, though it names it in part or with more words: "Modified MIT" for Kimi's. */
  readonly canMean: (text: string, id: string) => boolean;
}

export function createLicenseReader(licenses: readonly LicenseRecord[]): LicenseReader {
  const idsByWords = new Map<string, Set<string>>();
  const spellings = new Map<string, readonly string[]>();
  for (const { id, name, hubTags } of licenses) {
    const written = [id, name, ...(hubTags ?? [])].map(distinctive).filter((words) => words !== "");
    spellings.set(id, written);
    for (const words of written) {
      const ids = idsByWords.get(words);
      if (ids) ids.add(id);
      else idsByWords.set(words, new Set([id]));
    }
  }
  const idsOf = (text: string): readonly string[] => [...(idsByWords.get(distinctive(text)) ?? [])];
  const kinds = new Map(licenses.map(({ id, kind }) => [id, kind]));
  return {
    idsIn: (text) => {
      const whole = idsOf(text);
      if (whole.length > 0) return whole;
      const parts = text
        .replace(/\([^()]*\)/g, " ")
        .split(/ and |[+,/]/)
        .flatMap(idsOf);
      return [...new Set(parts)];
    },
    canMean: (text, id) => {
      // an approved licence's name is exact, and no part of another's
      if (idsOf(text).some((named) => kinds.get(named) === "osi")) return false;
      const theirs = distinctive(text).split(" ");
      return (spellings.get(id) ?? []).some((spelling) => {
        const ours = spelling.split(" ");
        const [fewer, more] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
        const extra = more.filter((word) => !fewer.includes(word));
        return fewer.length > 1 && fewer.every((word) => more.includes(word)) && !extra.some((word) => limiting.has(word));
      });
    },
  };
}
