import type { Parser } from "@lezer/common";
import { parser as cpp } from "@lezer/cpp";
import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import { parser as javascript } from "@lezer/javascript";
import { parser as php } from "@lezer/php";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";
import { profile as cppProfile } from "../../src/detect/languages/cpp.ts";
import { profile as goProfile } from "../../src/detect/languages/go.ts";
import { profile as javaProfile } from "../../src/detect/languages/java.ts";
import { profile as javascriptProfile } from "../../src/detect/languages/javascript.ts";
import { profile as phpProfile } from "../../src/detect/languages/php.ts";
import type { LanguageProfile } from "../../src/detect/languages/profile.ts";
import { profile as pythonProfile } from "../../src/detect/languages/python.ts";
import { profile as rustProfile } from "../../src/detect/languages/rust.ts";
import type { Seen, SeenStretch, SeenString } from "./compare.ts";

/** A Lezer grammar, and what its nodes are. */
export interface Grammar {
  readonly id: string;
  /** how the names of its files end */
  readonly extensions: readonly string[];
  readonly profile: LanguageProfile;
  readonly parser: Parser;
  readonly strings: readonly string[];
  /** strings that the scanner may pass over, and nodes in which it may pass over all of them */
  readonly optional: readonly string[];
  /** children of a string that fill something in */
  readonly filled: readonly string[];
  readonly stretches: Readonly<Record<string, SeenStretch["kind"]>>;
}

const comments = { LineComment: "comment", BlockComment: "comment" } as const;

function javascriptGrammar(id: string, dialect: string, extensions: readonly string[]): Grammar {
  return {
    id,
    extensions,
    profile: javascriptProfile,
    parser: javascript.configure({ dialect }),
    strings: ["String", "TemplateString", "TemplateType", "JSXAttributeValue"],
    // the scanner looks over the type arguments of calls, and over the type parameters of functions
    optional: ["TypeArgList", "TypeParamList"],
    filled: ["Interpolation"],
    stretches: { ...comments, RegExp: "regular expression", JSXText: "text", Hashbang: "comment" },
  };
}

export const grammars: readonly Grammar[] = [
  {
    id: "python",
    extensions: [".py", ".pyi"],
    profile: pythonProfile,
    parser: python,
    strings: ["String", "FormatString"],
    optional: [],
    filled: ["FormatReplacement"],
    stretches: { Comment: "comment" },
  },
  javascriptGrammar("javascript", "jsx", [".js", ".jsx", ".mjs", ".cjs"]),
  javascriptGrammar("typescript", "ts", [".ts", ".mts", ".cts"]),
  javascriptGrammar("typescript with jsx", "ts jsx", [".tsx"]),
  {
    id: "java",
    extensions: [".java"],
    profile: javaProfile,
    parser: java,
    strings: ["StringLiteral", "TextBlock", "CharacterLiteral"],
    optional: ["CharacterLiteral"],
    filled: [],
    stretches: comments,
  },
  {
    id: "cpp",
    extensions: [".cpp", ".cc", ".cxx", ".hpp", ".h", ".c"],
    profile: cppProfile,
    parser: cpp,
    strings: ["String", "RawString", "CharLiteral"],
    optional: ["CharLiteral", "PreprocDirective"],
    filled: [],
    stretches: { ...comments, PreprocDirective: "directive", PreprocArg: "directive", OperatorName: "directive" },
  },
  {
    id: "rust",
    extensions: [".rs"],
    profile: rustProfile,
    parser: rust,
    strings: ["String", "RawString", "Char"],
    optional: ["Char"],
    filled: [],
    stretches: comments,
  },
  {
    id: "php",
    extensions: [".php"],
    profile: phpProfile,
    parser: php,
    strings: ["String"],
    optional: ["HeredocString"],
    filled: ["Interpolation", "VariableName", "MemberExpression", "SubscriptExpression"],
    stretches: { ...comments, Text: "text", TextInterpolation: "text", HeredocString: "text" },
  },
  {
    id: "go",
    extensions: [".go"],
    profile: goProfile,
    parser: go,
    strings: ["String", "Rune"],
    optional: ["Rune"],
    filled: [],
    stretches: comments,
  },
];

/** The grammar of a file, by its name; null where there is none. */
export function grammarOf(path: string): Grammar | null {
  return grammars.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? null;
}

/** What the grammar sees in a text. */
export function seenBy(grammar: Grammar, text: string): Seen {
  const strings: SeenString[] = [];
  const stretches: SeenStretch[] = [];
  let broken: number | null = null;
  /** the end of the optional node that is being read */
  let optionalTo = 0;
  grammar.parser.parse(text).iterate({
    enter(node): undefined {
      if (node.type.isError) broken ??= node.from;
      const { name } = node;
      const stretch = grammar.stretches[name];
      if (stretch !== undefined) stretches.push({ start: node.from, end: node.to, kind: stretch });
      if (grammar.optional.includes(name)) optionalTo = Math.max(optionalTo, node.to);
      if (!grammar.strings.includes(name)) return;
      const range = insideOf(text, node.from, node.to);
      if (range === null) return;
      let template = false;
      for (let child = node.node.firstChild; child !== null; child = child.nextSibling) {
        if (grammar.filled.includes(child.name)) template = true;
      }
      strings.push({ ...range, template, optional: node.from < optionalTo });
    },
  });
  return { strings, stretches, broken };
}

/** What stands before a string: letters, the marks of raw strings, and its quotes. */
const opening = /(?:[A-Za-z][A-Za-z0-9]?[A-Za-z]?)?(?:"([^()\s\\"]{0,16})\(|(#*)("""|'''|["'`]))/y;
const plainOpening = /([A-Za-z0-9]{0,3}?)(#*)("""|'''|["'`])/y;

/** The range between the quotes of the string at `[from, to)`; null where none open it. */
function insideOf(text: string, from: number, to: number): { readonly start: number; readonly end: number } | null {
  const raw = /^[A-Za-z0-9]*R$/.test(/^[A-Za-z0-9]*/.exec(text.slice(from, from + 4))?.[0] ?? "");
  const pattern = raw ? opening : plainOpening;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return null;
  const start = from + match[0].length;
  if (raw && match[1] !== undefined) return { start, end: to - match[1].length - 2 };
  const marks = match[2] ?? "";
  let quotes = match[3] ?? "";
  // an empty string, and no longer quote
  if (quotes.length === 3 && to - from < match[0].length + 3) quotes = quotes.slice(0, 1);
  return { start: start - (match[3]?.length ?? 0) + quotes.length, end: to - marks.length - quotes.length };
}
