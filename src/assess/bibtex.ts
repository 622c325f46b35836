import type { Citation } from "../catalog/record.ts";

/** Words that begin many titles and tell none of them from another. */
const leadingWords = new Set(["a", "an", "the", "on", "towards", "toward"]);

/**
 * A BibTeX entry of the work. `@article` where an arXiv number or DOI is known, else `@misc`. Its key is made as scholars do:
 * first author's family name, year, first word of the title.
 */
export function bibtexOf({ title, authors, year, arxiv, doi, url }: Citation): string {
  const fields: readonly (readonly [string, string])[] = [
    // a second pair of braces keeps the capitals of names: OLMo, Pythia
    ["title", `{${escapeTex(title)}}`],
    ["author", authors.map(authorOf).join(" and ")],
    ["year", String(year)],
    ...(arxiv === undefined
      ? []
      : ([
          ["journal", `arXiv preprint arXiv:${arxiv}`],
          ["eprint", arxiv],
          ["archivePrefix", "arXiv"],
        ] as const)),
    ...(doi === undefined ? [] : ([["doi", addressOf(doi)]] as const)),
    ...(url === undefined && arxiv === undefined ? [] : ([["url", addressOf(url ?? `https://arxiv.org/abs/${arxiv}`)]] as const)),
  ];
  const kind = arxiv === undefined && doi === undefined ? "misc" : "article";
  return `@${kind}{${keyOf(authors, year, title)},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;
}

/** Words that no person is called by. A name of a single word is an organisation's too. */
const organisationWord = /\b(?:AI|Face|Foundation|Group|Institute|Labs?|Project|Research|Team|University|Workshop)\b/;

/** Organisations are kept whole by braces; `others` is BibTeX's own word for those who are not named. */
function authorOf(author: string): string {
  if (author === "others") return author;
  const isPerson = author.includes(" ") && !author.includes(" and ") && !organisationWord.test(author);
  return isPerson ? escapeTex(author) : `{${escapeTex(author)}}`;
}

/** Addresses are set as they are; a brace in one would end the field. */
function addressOf(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent);
}

function keyOf(authors: readonly string[], year: number, title: string): string {
  const family = plain(authors[0]?.split(" ").at(-1) ?? "");
  const word = title.split(/[\s:–—-]+/).find((each) => plain(each) !== "" && !leadingWords.has(plain(each)));
  return `${family}${year}${plain(word ?? "")}`;
}

function plain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[^a-zA-Z0-9]/g, "")
    .toLowerCase();
}

/**
 * TeX's own characters as text, on one line. BibTeX counts a brace even behind a backslash, so that braces go by their names. Letters beyond
 * ASCII stay: today's BibTeX programs read UTF-8.
 */
function escapeTex(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\{}$&#%_^~]/g, (character) => {
    switch (character) {
      case "{":
        return "\\textbraceleft{}";
      case "}":
        return "\\textbraceright{}";
      case "\\":
        return "\\textbackslash{}";
      case "^":
        return "\\^{}";
      case "~":
        return "\\~{}";
      default:
        return `\\${character}`;
    }
  });
}
