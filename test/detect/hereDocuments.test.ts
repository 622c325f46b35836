import assert from "node:assert/strict";
import type { Format } from "../../src/detect/candidate.ts";
import { formatOf } from "../../src/detect/formats.ts";
import { assertLinear, contextText } from "./candidates.ts";

const shell = formatOf({ path: "a.sh" }) as Format;

describe("here-documents of shell scripts", () => {
  for (const [what, source, ...contexts] of [
    ["the file they are written to", "cat > config.yaml <<EOF\nmodel: «gpt-4o»\nEOF\n", "property model"],
    ["the file behind the mark", "cat <<'EOF' > conf/.env\nMODEL=«gpt-4o»\nEOF\n", "assignment MODEL"],
    ["the file that tee writes", 'sudo tee -a "/etc/app/app.env" <<EOF >/dev/null\nMODEL=«gpt-4o»\nEOF\n', "assignment MODEL"],
    ["Ollama's file", "cat > Modelfile <<EOF\nFROM «llama3.2»\nEOF\n", "instruction FROM"],
    ["Ollama's command", "ollama create x -f - <<EOF\nFROM «llama3.2»\nEOF\n", "instruction FROM"],
    ["a profile by any name", "cat > ~/.toolrc <<EOF\n# set up\nexport MODEL=«gpt-4o»\nEOF\n", "assignment MODEL"],
    ["its own text, where a variable names the file", 'cat > "$FILE" <<EOF\n# x\nmodel: «gpt-4o»\nEOF\n', "property model"],
    ["its own text, where braces are around it", `cat > "\${FILE}" <<EOF\n{"model": "«gpt-4o»"}\nEOF\n`, "property model"],
    ["what it exports, where a variable names the file", "cat > $FILE <<EOF\nexport MODEL=«gpt-4o»\nEOF\n", "assignment MODEL"],
    ["a manifest", "cat <<EOF | kubectl apply -f -\nurl: hf://«a/b»\nEOF\n", "address huggingface < property url"],
    ["a program's own language", "python3 - <<EOF\nrun(model='«gpt-4o»')\nEOF\n", "argument run model"],
    ["a script", "cat > run.sh <<EOF\nollama run «llama3.2»\nEOF\n", "operand ollama run 0"],
    ["a shell", "bash <<EOF\nollama run «llama3.2»\nEOF\n", "operand ollama run 0"],
    ["a shell elsewhere", "cat <<EOF | ssh me@host\nollama run «llama3.2»\nEOF\n", "operand ollama run 0"],
    ["a cluster", "sbatch <<EOF\n#!/bin/bash\nMODEL=«gpt-4o»\nEOF\n", "assignment MODEL"],
    ["what keeps a command", "read -r -d '' COMMAND <<EOF\ntrain.cli \\\n  --model «a/b»\nEOF\n", "flag train.cli --model"],
    ["a request", 'curl -d @- "$URL" <<EOF\n{"model": "«gpt-4o»"}\nEOF\n', "property model"],
  ] as const) {
    it(`are read by ${what}`, () => {
      const marked = assertMarkedNames(source);
      assert.deepEqual(marked, contexts);
    });
  }

  it("are passed over where nothing tells what they are, or they are no files of ours", () => {
    for (const source of [
      "cat <<EOF\nUsage: run --model gpt-4o\nEOF\n",
      "read -r -d '' USAGE <<EOF\nUsage: run --model gpt-4o\nEOF\n",
      "read -r -d '' PROMPT <<EOF\nanswer as gpt-4o would\nEOF\n",
      "cat > notes.md <<EOF\n---\nmodel: gpt-4o\n---\nEOF\n",
      "cat > notes.txt <<EOF\nmodel: gpt-4o\nEOF\n",
      "cat > notes.txt <<EOF\nexport MODEL=gpt-4o\nEOF\n",
      "cat > NOTES <<EOF\nuse gpt-4o\nexport MODEL=gpt-4o\nEOF\n",
      'cat > "$FILE" <<EOF\nThe model: gpt-4o\nEOF\n',
      "ollama create x -f Modelfile <<EOF\nFROM llama3.2\nEOF\n",
      // nothing ends it
      "cat > config.yaml <<EOF\nmodel: gpt-4o\n",
    ]) {
      assert.deepEqual(assertMarkedNames(source), [], source);
    }
  });

  it("are followed once, so that none is read twice", () => {
    const inner = "cat > a.yaml <<B\nmodel: gpt-4o\nB\n";
    assert.deepEqual(assertMarkedNames(`cat > a.sh <<A\n${inner}A\n`), []);
    assertLinear(shell, "cat > a.sh <<A\n");
    assertLinear(shell, "cat > a.yaml <<A\nmodel: x\nA\n");
  });
});

/** The contexts of what the marks show; other words of the script are candidates as well. */
function assertMarkedNames(marked: string): readonly string[] {
  const text = marked.replaceAll("«", "").replaceAll("»", "");
  const candidates = shell.detect(text).candidates.filter((candidate) => /gpt|llama|a\/b/.test(candidate.text));
  const start = marked.indexOf("«");
  assert.deepEqual(
    candidates.map(({ range }) => range.start),
    start < 0 ? [] : [start],
  );
  return candidates.map(contextText);
}
