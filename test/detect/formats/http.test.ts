import assert from "node:assert/strict";
import { http } from "../../../src/detect/formats/http.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("HTTP requests in files", () => {
  it("finds variables, headers and JSON bodies, and neither comments nor scripts nor responses", () => {
    const candidates = assertMarked(
      http,
      `# @name gpt-4
// gpt-4
@model = «gpt-4o»
@other="«a-1»"

### gpt-4
# @prompt gpt-4
POST https://api.openai.com/v1/chat/completions HTTP/1.1
# x-model: gpt-4
x-model: «b-2»

{
  "model": "«c-3»",
  "user": "{{user}}"
}

> {%
  client.global.set("model", "gpt-4")
%}

###
HTTP/1.1 200 OK

{ "model": "gpt-4" }
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: assignment model",
      "a-1: assignment other",
      "b-2: property x-model",
      "c-3: property model",
    ]);
  });

  it("finds models in addresses and their parameters, and Azure's deployments", () => {
    const candidates = assertMarked(
      http,
      `POST https://generativelanguage.googleapis.com/v1beta/models/«gemini-2.0-flash»:generateContent?key={{key}}
###
https://api-inference.huggingface.co/models/«org/name»
###
GET https://x.openai.azure.com/openai/deployments/«gpt-4o»/chat/completions?api-version=2024-06-01
###
POST {{base}}/«my-chat»/embeddings?api-version=2024-06-01 HTTP/1.1
###
GET {{base}}/openai/deployments
###
WEBSOCKET wss://api.openai.com/v1/realtime
  ?model=«a-1»
  &voice=«alloy»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gemini-2.0-flash: address google",
      "org/name: address huggingface",
      "gpt-4o: address azure",
      "my-chat: address azure",
      "a-1: property model",
      "alloy: property voice",
    ]);
  });

  it("finds the fields of forms", () => {
    const candidates = assertMarked(
      http,
      `POST https://x/a\r
\r
model=«a-1»\r
&name=«b-2»&text=c d\r
###\r
POST https://x/b\r
\r
--x\r
Content-Disposition: form-data; name="file"; filename="gpt-4"\r
\r
< ./a.wav\r
--x\r
Content-Disposition: form-data; name="model"\r
\r
«whisper-1»\r
--x--\r
`,
    );
    assert.deepEqual(inContext(candidates), ["a-1: property model", "b-2: property name", "whisper-1: property model"]);
  });
});
