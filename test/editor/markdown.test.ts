import assert from "node:assert/strict";
import { createRequire } from "node:module";
import fc from "fast-check";
import { codeSpan, escapeMarkdown } from "../../src/editor/markdown.ts";

interface MarkdownIt {
  render(markdown: string): string;
}

// The renderer of VS Code's Markdown preview, which vsce brings along, with all that could go wrong switched on.
const vsce = createRequire(createRequire(import.meta.url).resolve("@vscode/vsce"));
const renderer = new (vsce("markdown-it") as new (options: object) => MarkdownIt)({ html: true, linkify: true });

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] ?? "");
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Half a character, and none at all, have no place in a document. */
const isWellFormed = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

/** Text that a renderer may read as something else. */
const crafted = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r0123456789"),
      fc.constantFrom(
        "[a](command:x)",
        "![i](https://a.b/c)",
        "$(lock)",
        "<b>",
        "</span>",
        "<img src=x onerror=y>",
        "https://a.b",
        "www.a.com",
        "a@b.com",
      ),
      fc.constantFrom(
        "&lt;",
        "&#36;(x)",
        "\\$(lock)",
        "\\\\",
        "```",
        "~~~",
        "***",
        "---",
        "===",
        "- ",
        "1. ",
        "1) ",
        "# ",
        "> ",
        "    ",
        "|a|b|",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("escapeMarkdown", () => {
  it("gives text that renders as itself in one paragraph, whatever it holds", () => {
    fc.assert(
      fc.property(crafted, (text) => {
        fc.pre(isWellFormed(text) && oneLine(text) !== "");
        const shown = oneLine(renderer.render(escapeMarkdown(text)).replace(/^<p>|<\/p>\n$/g, ""));
        assert.equal(shown, html(oneLine(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves no icon: VS Code shows an escaped dollar sign as one", () => {
    fc.assert(fc.property(crafted, (text) => assert.ok(!/(?<!\\)(?:\\\\)*\$/.test(escapeMarkdown(text)))));
    assert.equal(escapeMarkdown("$(lock)"), "\\$(lock)");
  });

  it("leaves no link, image, tag or line of its own", () => {
    assert.equal(escapeMarkdown("[a](command:openRecipe.swap?x)"), "\\[a\\](command\\:openRecipe\\.swap\\?x)");
    assert.equal(escapeMarkdown("![i](u)"), "\\!\\[i\\](u)");
    assert.equal(escapeMarkdown("<img>"), "\\<img\\>");
    assert.equal(escapeMarkdown("a\r\n\r\n# b"), "a \\# b");
    assert.equal(escapeMarkdown("1) a"), "1\\) a");
  });

  it("leaves letters of every script as they are", () => {
    assert.equal(escapeMarkdown("Ωlmo 模型 é 🦙"), "Ωlmo 模型 é 🦙");
  });
});

describe("codeSpan", () => {
  it("renders as the text itself, whatever it holds", () => {
    fc.assert(
      fc.property(crafted, (text) => {
        fc.pre(isWellFormed(text) && text.trim() !== "");
        const shown = renderer.render(`a ${codeSpan(text)} b`);
        assert.match(shown, /^<p>a <code>[\s\S]*<\/code> b<\/p>\n$/);
        assert.equal(oneLine(shown.slice("<p>a <code>".length, -"</code> b</p>\n".length)), html(oneLine(text)));
      }),
      { numRuns: 2_000 },
    );
  });
});
