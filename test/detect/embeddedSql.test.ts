import assert from "node:assert/strict";
import { go } from "../../src/detect/languages/go.ts";
import { php } from "../../src/detect/languages/php.ts";
import { python } from "../../src/detect/languages/python.ts";
import { ruby } from "../../src/detect/languages/ruby.ts";
import { assertMarked, assertSound, inContext } from "./candidates.ts";

describe("SQL in strings of programs", () => {
  it("is read as a file of SQL is, inside of what surrounds the string", () => {
    const rows = `op.execute("""
    INSERT INTO backends (model_name, kind) VALUES ('«qwen3:4b»', '«ollama»')
""")
`;
    assert.deepEqual(
      inContext(assertMarked(python, rows)).map((line) => line.split(" < ")[0]),
      ["qwen3:4b: property model_name", "ollama: property kind"],
    );
    const updated = inContext(assertMarked(go, "db.Exec(\"UPDATE settings SET model = '«gpt-4o»' WHERE id = 1\")\n"));
    assert.match(updated.join(), /^gpt-4o: (?:property|assignment) model/);
    assertMarked(php, "<?php\nDB::statement(\"insert into t (model) values ('«gpt-4o»')\");\n");
    assertMarked(ruby, "execute <<~SQL\n  INSERT INTO t (model) VALUES ('«gpt-4o»')\nSQL\n");
  });

  it("may hold JSON, and calls of extensions", () => {
    assertMarked(python, `q("""INSERT INTO t (a) VALUES ('{"model": "«gpt-4o»"}')""")\n`);
    assert.match(
      inContext(assertMarked(python, `cur.execute("SELECT ai.openai_embed('«text-embedding-3-small»', %s)")\n`)).join(),
      /^text-embedding-3-small: argument ai.openai_embed 0/,
    );
  });

  it("is none in a sentence, where it is compared, and where the value is filled in", () => {
    for (const text of [
      `x = "Select the model 'gpt-4o' from the list"\n`,
      `x = "Update 'gpt-4o' to the newest"\n`,
      `x = "with 'gpt-4o' it works"\n`,
      `x = "SELECT * FROM t WHERE model = '%s'"\n`,
      `x = f"INSERT INTO t (model) VALUES ('{m}')"\n`,
    ])
      assertMarked(python, text);
  });

  it("is read wherever it is cut off", () => {
    const text = `op.execute("""INSERT INTO t (model, b) VALUES ('gpt-4o', '{"model": "x"}'); SELECT f($$a$$)""")\n`;
    for (let end = 0; end <= text.length; end++) assertSound(python, text.slice(0, end));
  });
});
