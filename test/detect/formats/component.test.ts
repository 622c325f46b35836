import assert from "node:assert/strict";
import { component } from "../../../src/detect/formats/component.ts";
import { javascript } from "../../../src/detect/languages/javascript.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("components of Vue, Svelte and Astro", () => {
  it("finds scripts, and neither texts, comments nor styles", () => {
    const candidates = assertMarked(
      component,
      `<script context="module">const model = "«a-1»";</script>
<!-- <script>const model = "gpt-4";</script> <A model="gpt-4"/> -->
<template><p>it's "gpt-4" {{ "gpt-4" }} {{ ok ? "gpt-4" : "gpt-5" }}</p></template>
<script setup lang="ts">
const other = "«b-2»";
</script>
<style>a { content: "gpt-4" }</style>
<script>const last = "«c-3»"`,
    );
    assert.deepEqual(inContext(candidates), ["a-1: assignment model", "b-2: assignment other", "c-3: assignment last"]);
  });

  it("finds Astro's code at the top, and its markup behind it", () => {
    const candidates = assertMarked(
      component,
      `---
const model = "«a-1»";
---
<ChatModel model="«b-2»" client:load />
{models.map((m) => <option value="«c-3»">{m}</option>)}
{"gpt-4"}
<a href="https://huggingface.co/org/name">gpt-4</a>
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: assignment model",
      "b-2: argument ChatModel model",
      "c-3: argument option value < argument models.map 0",
    ]);
  });

  it("finds attributes of Vue's templates, plain and bound", () => {
    const candidates = assertMarked(
      component,
      `<template>
  <ChatModel model="«a-1»" :fallback="'«b-2»'" v-bind:other='\`«c-3»\`' @click="ask('«d-4»')" :n="3" disabled/>
  <p v-if="model === '«gpt-4»'" v-text="x">{{ ask("«e-5»") }}</p>
  <option v-for="m in ['«f-6»']" :key="m" value="«g-7»">gpt-4</option>
</template>
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: argument ChatModel model",
      "b-2: argument ChatModel fallback",
      "c-3: argument ChatModel other",
      "d-4: argument ask 0",
      "gpt-4: comparison",
      "e-5: argument ask 0",
      "f-6: item 0",
      "g-7: argument option value",
    ]);
  });

  it("finds attributes and blocks of Svelte", () => {
    const candidates = assertMarked(
      component,
      `<ChatModel model="«a-1»" fallback={'«b-2»'} {...rest} on:click={() => ask('«c-3»')} size=«d-4» />
{#if model === '«gpt-4»'}<p>it's {model}</p>{/if}
{#each ['«e-5»', '«f-6»'] as m}<option value="«g-7»">{m}</option>{/each}
{@const chosen = '«h-8»'}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: argument ChatModel model",
      "b-2: argument ChatModel fallback",
      "c-3: argument ask 0 < argument ChatModel on:click",
      "d-4: argument ChatModel size",
      "gpt-4: comparison",
      "e-5: item 0",
      "f-6: item 1 after e-5",
      "g-7: argument option value",
      "h-8: assignment chosen",
    ]);
  });

  it("finds in a template what is found in the same as JSX", () => {
    const markup = `<div title="a-1"><ChatModel model="b-2" other={ok ? "c-3" : 'd-4'} size={{ x: "e-5" }} />
{['f-6'].map((m) => <option value="g-7">{m}</option>)}
<p>{ask("h-8")} {ok ? "i-9" : "j-10"}</p></div>`;
    const inTemplate = component.detect(`${markup}\n`).candidates;
    const inCode = javascript.detect(`const a = ${markup};\n`).candidates;
    const names = (candidates: typeof inCode): readonly string[] => candidates.map(({ text }) => text);
    assert.deepEqual(names(inTemplate), names(inCode));
  });
});
