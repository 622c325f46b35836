import assert from "node:assert/strict";
import fc from "fast-check";
import { createScanner, type ScanError, type SyntaxKind } from "jsonc-parser";
import { readJsonStrings } from "../../../../src/detect/formats/json/reader.ts";
import { jsonText } from "../../../../src/detect/formats/json/strings.ts";

// The values of jsonc-parser's const enums, which isolated modules cannot use.
const endOfFile = 17 as SyntaxKind.EOF;
const string = 10 as SyntaxKind.StringLiteral;
const literals: ReadonlySet<SyntaxKind> = new Set([7, 8, 9, 11]);
const unexpectedEndOfString = 2 as ScanError.UnexpectedEndOfString;

/** The strings and literals of an array that is never closed, so that no string in it is a key. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  readJsonStrings(`[${text}`, {
    string(start, end, escaped) {
      tokens.push(`${start}-${end} ${jsonText(`[${text}`, start, end, escaped)}`);
    },
    literal(start, end) {
      tokens.push(`${start}-${end}`);
    },
  });
  return tokens;
}

/** The same as jsonc-parser sees them. */
function expectedTokensOf(text: string): readonly string[] {
  const scanner = createScanner(`[${text}`, true);
  const tokens: string[] = [];
  for (let token = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (literals.has(token)) tokens.push(`${start}-${end}`);
    if (token !== string) continue;
    const isClosed = scanner.getTokenError() !== unexpectedEndOfString;
    tokens.push(`${start + 1}-${isClosed ? end - 1 : end} ${scanner.getTokenValue()}`);
  }
  return tokens;
}

/** What texts of JSON are made of, but for the brackets and braces by which a string becomes a key. */
const pieces =
  '"|"|\\|\\"|\\\\|\\n|\\u0041|\\u00|\\x|,|:| |\n|\r\n|\t|//|/*|*/|/|0|12|-|-1|.|.5|1.5|e|e+|E-3|1e5|true|false|null|nul|trues|a|é|\u2028|[|]'.split(
    "|",
  );

describe("strings of JSON", () => {
  it("begin and end where those of jsonc-parser do, in broken text too", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        assert.deepEqual(tokensOf(parts.join("")), expectedTokensOf(parts.join("")));
      }),
      { numRuns: 3000 },
    );
  });

  it("are known with their key, or with the string before", () => {
    const seen: string[] = [];
    readJsonStrings(`{"a": "1", "b\\u0063": ["2", "3", 4, "5", {"d": "6"}, "7"], "8", "e" "9"}`, {
      string(start, end, _escaped, stack) {
        seen.push(`${start}-${end} ${stack.map(({ array, index, text }) => (array ? `${index} after ${text}` : text)).join("/")}`);
      },
    });
    assert.deepEqual(seen, [
      "7-8 a",
      "24-25 bc/0 after null",
      "29-30 bc/1 after 2",
      "37-38 bc/3 after null",
      "48-49 bc/4 after 5/d",
      "54-55 bc/5 after null",
      "69-70 e",
    ]);
  });
});
