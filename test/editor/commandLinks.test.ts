import assert from "node:assert/strict";
import fc from "fast-check";
import { commandLink, hoverCommands } from "../../src/editor/commandLinks.ts";

describe("commandLink", () => {
  it("names the command, and its arguments as encoded JSON", () => {
    assert.equal(
      commandLink("openRecipe.swap", ["file:///a.py", 3, 9]),
      "command:openRecipe.swap?%5B%22file%3A%2F%2F%2Fa.py%22%2C3%2C9%5D",
    );
  });

  it("carries any arguments, and holds nothing that would end a link of Markdown", () => {
    fc.assert(
      fc.property(fc.constantFrom(...hoverCommands), fc.array(fc.jsonValue()), (command, args) => {
        const link = commandLink(command, args);
        assert.match(link, /^command:openRecipe\.[a-zA-Z]+\?[\w%!*.~-]*$/);
        assert.deepEqual(JSON.parse(decodeURIComponent(link.slice(link.indexOf("?") + 1))), JSON.parse(JSON.stringify(args)));
      }),
    );
  });
});
