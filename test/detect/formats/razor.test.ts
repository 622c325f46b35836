import assert from "node:assert/strict";
import { razor } from "../../../src/detect/formats/razor.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("components and pages of Razor", () => {
  it("finds blocks of code, scripts and attributes, and neither texts, comments nor styles", () => {
    const candidates = assertMarked(
      razor,
      `@page "/chat"
@* <ChatModel Name="gpt-4" /> *@
@{
    var title = "«a-1»"; // "gpt-4" }
    var brace = '}';
}
<style>a { content: "gpt-4" }</style>
<p>It's "gpt-4" {{ "gpt-4" }}</p>
@if (isOpen)
{
    <select @bind="model"><option value="«b-2»">gpt-4</option></select>
}
<ChatModel Name="«c-3»" />
<script>const last = "«d-4»";</script>
@code {
    private string model = "«e-5»";
    void F() { var other = $"{a}"; Ask("«f-6»"); }
}
<ChatModel Name="«g-7»" />
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment title",
      "b-2: argument option value",
      "c-3: argument ChatModel Name",
      "d-4: assignment last",
      "e-5: assignment model",
      "f-6: argument Ask 0",
      "g-7: argument ChatModel Name",
    ]);
  });

  it("lists what is used, and reads code that is still being typed", () => {
    const detection = razor.detect('@using OpenAI.Chat\n@using static A.B\n@code {\n  string model = "gpt-4o";\n');
    assert.deepEqual(detection.modules, ["OpenAI.Chat", "A.B"]);
    assert.deepEqual(
      detection.candidates.map(({ text }) => text),
      ["gpt-4o"],
    );
  });
});
