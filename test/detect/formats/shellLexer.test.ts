import assert from "node:assert/strict";
import { documentRange } from "../../../src/detect/formats/mappedText.ts";
import type { HereDocument, SimpleCommand } from "../../../src/detect/formats/shellLexer/word.ts";
import { readCommands } from "../../../src/detect/formats/shellLexer.ts";

function commandsOf(text: string): readonly SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  readCommands(text, (command) => commands.push(command));
  return commands;
}

/** The words of each command. */
function wordsOf(text: string): readonly (readonly string[])[] {
  return commandsOf(text).map(({ words }) => words.map((word) => word.text));
}

describe("the lexer of shell text", () => {
  it("splits text into commands with positions in the document", () => {
    const commands = commandsOf(`${" ".repeat(100)}a "b c" && d e\\ f`);
    assert.deepEqual(
      commands.map(({ words }) => words.map((word) => [word.text, documentRange(word, 0, word.text.length)])),
      [
        [
          ["a", { start: 100, end: 101 }],
          ["b c", { start: 103, end: 106 }],
        ],
        [
          ["d", { start: 111, end: 112 }],
          ["e f", { start: 113, end: 117 }],
        ],
      ],
    );
  });

  it("hands out the commands of a substitution when it ends, before the one it stands in", () => {
    assert.deepEqual(wordsOf("a $(b; c `d`) e"), [["b"], ["d"], ["c", "$"], ["a", "$", "e"]]);
  });

  it("takes what a list has said for nothing in the next one of the same depth", () => {
    assert.deepEqual(wordsOf("x $(case a in b) c ;; d) e ;; esac; f) $(in g) $([[ h) $(i | j)"), [
      ["b"],
      ["c"],
      ["d"],
      ["e"],
      ["f"],
      ["in", "g"],
      ["i"],
      ["j"],
      ["[[", "h", "$"],
      ["x", "$", "$", "$"],
    ]);
  });

  it("keeps templates whole, and words behind a template that has no end", () => {
    assert.deepEqual(wordsOf('a {{ .b "c" }} {{ d'), [["a", '{{ .b "c" }}', "{{", "d"]]);
  });

  it("tells the names and elements of arrays, the patterns of cases and the targets of redirections", () => {
    const kinds = commandsOf("m=(a 'b c') ; case $x in d|e) f > g 2>&1 ;; esac").map(({ kind, name, words, target }) => [
      kind,
      name,
      words.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(" "),
      target,
    ]);
    assert.deepEqual(kinds, [
      ["array", "m", 'a "b c"', null],
      ["command", null, "m=$", null],
      ["patterns", null, "d e", null],
      ["command", null, "f", "1"],
    ]);
  });

  it("takes a placeholder in angles for a part of a word, and no redirection for one", () => {
    assert.deepEqual(wordsOf("a --model <your model> --tag <org>/<name>:7b <x>"), [["a", "--model", "$", "--tag", "$/$:7b", "$"]]);
    assert.deepEqual(wordsOf("a <in >out b <in>out c <in 2>/dev/null d >e f < g > h"), [["a", "b", "c", "d", "f"]]);
  });

  it("hands out here-documents with the line that announces them", () => {
    const text = "cat <<-A > x <<'B C'\n\tone\n\tA\ntwo\nB C\nend";
    const documents: HereDocument[] = [];
    const commands: string[] = [];
    readCommands(
      text,
      ({ words }) => commands.push(words.map((word) => word.text).join(" ")),
      (document) => documents.push(document),
    );
    assert.deepEqual(
      documents.map(({ start, end, line }) => [text.slice(start, end), line]),
      [
        ["\tone\n", "cat <<-A > x <<'B C'\n"],
        ["two\n", "cat <<-A > x <<'B C'\n"],
      ],
    );
    assert.deepEqual(commands, ["cat", "end"]);
  });
});
