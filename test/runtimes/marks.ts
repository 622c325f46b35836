import assert from "node:assert/strict";
import { parser as go } from "@lezer/go";
import { parser as java } from "@lezer/java";
import { parser as javascript } from "@lezer/javascript";
import { parser as php } from "@lezer/php";
import { parser as python } from "@lezer/python";
import { parser as rust } from "@lezer/rust";
import { parse as parseToml } from "smol-toml";
import { parseAllDocuments } from "yaml";
import type { TextRange } from "../../src/text.ts";

/** Takes the marks out of a source in which one stretch stands between `«` and `»`. */
export function unmark(marked: string): { readonly text: string; readonly range: TextRange } {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  assert.ok(start >= 0 && end > start, `no mark in ${marked}`);
  return { text: marked.replace("«", "").replace("»", ""), range: { start, end } };
}

const grammars = {
  py: python,
  ts: javascript.configure({ dialect: "ts" }),
  js: javascript,
  java,
  go,
  rs: rust,
  php,
} as const;

/** Asserts that the format's own parser takes the text, where there is one among the development packages. */
export function assertParses(path: string, text: string): void {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  if (extension in grammars) {
    const tree = grammars[extension as keyof typeof grammars].parse(text);
    tree.iterate({ enter: (node) => assert.ok(!node.type.isError, `${path}: syntax error at ${node.from} of ${text}`) });
  } else if (extension === "json") JSON.parse(text);
  else if (extension === "toml") parseToml(text);
  else if (extension === "yaml" || extension === "yml") {
    for (const document of parseAllDocuments(text)) assert.deepEqual(document.errors, [], path);
  }
}
