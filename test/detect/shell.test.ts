import assert from "node:assert/strict";
import fc from "fast-check";
import { shell } from "../../src/detect/formats/shell.ts";
import { assertLinear, assertMarked, assertSound, contextText, fragments, inContext } from "./candidates.ts";

describe("shell scripts", () => {
  it("finds the values of variables, declared and before a command", () => {
    const candidates = assertMarked(
      shell,
      `A=«gpt-4o»\nexport B="«claude-3-opus»" C='«llama3»'\nlocal D=«phi3» # E=gpt-4\nF=«qwen3» ./run\n`,
    );
    assert.deepEqual(candidates.map(contextText), ["assignment A", "assignment B", "assignment C", "assignment D", "assignment F"]);
  });

  it("finds the default of a parameter, not the parameter", () => {
    const candidates = assertMarked(
      shell,
      `M=\${MODEL:-«gpt-4o»}\n: "\${EMBED:=«bge-m3»}"\nN=\${A:-\${B:-«phi3»}}\nO=\${1:-"«o3-mini»"}\nP=\${MODEL}\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "fallback MODEL < assignment M",
      "fallback EMBED < operand : 0",
      "fallback B < fallback A < assignment N",
      "fallback null < assignment O",
    ]);
  });

  it("finds the variables that are printed into a file of variables", () => {
    const candidates = assertMarked(
      shell,
      `echo "MODEL=«gpt-4o»" >> $GITHUB_ENV\necho model=«gpt-4o» >> "$GITHUB_OUTPUT"\nprintf 'A_MODEL=«phi3»\\n' >> .env\necho -en "B_MODEL=«phi4»" > docker_env\necho "export M=«qwen3»" >> ~/.bashrc\necho "MODEL=no" >> build.log\necho "MODEL=no"\necho "No MODEL=no" >> .env\necho 'MODEL=$M' >> .env\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "assignment MODEL",
      "assignment model",
      "assignment A_MODEL",
      "assignment B_MODEL",
      "assignment M",
    ]);
  });

  it("finds the values that commands give to settings", () => {
    const candidates = assertMarked(
      shell,
      `setx A_MODEL «gpt-4o»\nlaunchctl setenv B_MODEL «phi3»\ndotnet user-secrets set --id «app» "Chat:Model" "«gpt-4o-mini»"\nazd env set C_MODEL «gpt-4o»\ndotnet run\n`,
    );
    assert.deepEqual(candidates.filter(({ text }) => /gpt|phi/.test(text)).map(contextText), [
      "assignment A_MODEL",
      "assignment B_MODEL",
      "assignment Chat:Model",
      "assignment C_MODEL",
    ]);
  });

  it("takes the lists behind flags for models apart", () => {
    const candidates = assertMarked(shell, `chat --model «gpt-4»,«claude-3-sonnet» --models="«phi3», «qwen3»" --set a=«b1»,c=«d2»\n`);
    assert.deepEqual(candidates.map(contextText), [
      "item 0 < flag chat --model",
      "item 1 after gpt-4 < flag chat --model",
      "item 0 < flag chat --models",
      "item 1 after phi3 < flag chat --models",
      "property a < flag chat --set",
      "property c < flag chat --set",
    ]);
  });

  it("takes lists of variables apart", () => {
    const candidates = assertMarked(
      shell,
      `MODELS=(«llama3» "«mistral:7b»" $X)\nNAMES=«gpt-4o»,«gpt-4o-mini»\nfor m in «qwen3» «phi4»; do x "$m"; done\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "item 0 < assignment MODELS",
      "item 1 after llama3 < assignment MODELS",
      "item 0 < assignment NAMES",
      "item 1 after gpt-4o < assignment NAMES",
      "operand x 0 < item 0 < assignment m",
      "operand x 0 < item 1 after qwen3 < assignment m",
    ]);
  });

  it("reads commands across operators, substitutions, functions and line ends", () => {
    const candidates = assertMarked(
      shell,
      `cd /x && ollama pull «llama3»; f() { ollama run «phi3» | tee log; }\nX=$(ollama show «qwen3») Y=\`ollama show «gemma3»\`\nvllm serve \\\n  «a/b» \\\r\n  --tokenizer «c/d» 2>&1 >out.txt &\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "operand ollama pull 0",
      "operand ollama run 0",
      "operand ollama show 0",
      "operand ollama show 0",
      "operand vllm serve 0",
      "flag vllm serve --tokenizer",
    ]);
  });

  it("marks tests and case labels as comparisons", () => {
    const candidates = assertMarked(
      shell,
      `if [ "$M" = "«gpt-4»" ] || [[ $M == «gpt-4o» && x ]]; then :; fi\ncase "$M" in\n  «o1-mini»|«o1-pro») ollama run «phi3» ;;\n  *) ;;\nesac\n`,
    );
    assert.deepEqual(candidates.map(contextText), ["comparison", "comparison", "comparison", "comparison", "operand ollama run 0"]);
  });

  it("passes over what is printed, commented, or in a here-document", () => {
    assertMarked(shell, `echo gpt-4o\nprintf '%s' gpt-4\n# M=gpt-4\ncat <<'EOF' > x\nM=gpt-4o\nEOF\ncat <<-E\n\tM=gpt-4o\n\tE\nM=«phi3»\n`);
  });

  it("knows the ranges of values in parts and with escapes", () => {
    const text = `x --model="gpt-"4o --m2 gpt\\-4o`;
    assert.deepEqual(
      shell.detect(text).candidates.map(({ text: value, range }) => [value, text.slice(range.start, range.end)]),
      [
        ["gpt-4o", 'gpt-"4o'],
        ["gpt-4o", "gpt\\-4o"],
      ],
    );
  });

  it("looks into scripts and request bodies given as arguments", () => {
    const candidates = assertMarked(
      shell,
      `bash -c "ollama pull «phi3»; echo x"\nssh -i k host 'vllm serve «a/b»'\ncurl $URL -d '{"model": "«gpt-4o»", "n": [1]}'\nARGS="--model «x/y» --port 1"\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "operand ollama pull 0",
      "operand vllm serve 0",
      "property model < flag curl -d",
      "flag  --model < assignment ARGS",
    ]);
  });

  it("finds the model in a hub's address", () => {
    const candidates = assertMarked(shell, `curl -L "https://huggingface.co/«Qwen/Qwen3-4B»/resolve/main/$FILE" -o «out»\n`);
    assert.equal(contextText(candidates[0]), "address huggingface < operand curl 0");
  });

  it("lists the programs it runs", () => {
    assert.deepEqual(shell.detect("sudo ollama serve\nvllm serve $M\npython -m vllm.entrypoints.openai.api_server --model x/y").modules, [
      "ollama",
      "vllm",
    ]);
  });

  it("goes on after a parameter that is being typed", () => {
    assert.deepEqual(inContext(shell.detect('A=${B:-\nollama pull phi3\nX="gpt-4o').candidates), [
      "phi3: operand ollama pull 0",
      "gpt-4o: assignment X",
    ]);
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(shell, parts.join(""))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => assertSound(shell, text)),
      { numRuns: 200 },
    );
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of [
      '"',
      "'",
      "`",
      "$(",
      "${",
      "(",
      "a=(",
      '"`',
      "<<E\n",
      "case a in ",
      "ssh a ",
      "kubectl x -- ",
      'bash -c "',
      "a ",
      "\\",
      "((",
      "[[ ",
    ]) {
      assertLinear(shell, repeated);
    }
  });
});
