import assert from "node:assert/strict";
import { messageText, shortName } from "../../src/editor/plainText.ts";

describe("a name in menus and messages", () => {
  it("stays on one line, and short enough to read", () => {
    assert.equal(shortName("allenai/Olmo-3-7B-Instruct"), "allenai/Olmo-3-7B-Instruct");
    assert.equal(shortName(" a\n\tb "), "a b");
    assert.equal(shortName("x".repeat(81)), `${"x".repeat(79)}…`);
  });

  it("never becomes a link that runs a command", () => {
    assert.equal(
      messageText("No work is known for [here](command:workbench.action.quit)."),
      "No work is known for [here] (command:workbench.action.quit).",
    );
  });
});
