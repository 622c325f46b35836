import assert from "node:assert/strict";
import { component } from "../../../src/detect/formats/component.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("components of Vue, Svelte and Astro", () => {
  it("finds scripts, and neither templates nor styles", () => {
    const candidates = assertMarked(
      component,
      `<script context="module">const model = "«a-1»";</script>
<!-- <script>const model = "gpt-4";</script> -->
<template><p model="gpt-4">{{ "gpt-4" }}</p></template>
<script setup lang="ts">
const other = "«b-2»";
</script>
<style>a { content: "gpt-4" }</style>
<script>const last = "«c-3»"`,
    );
    assert.deepEqual(inContext(candidates), ["a-1: assignment model", "b-2: assignment other", "c-3: assignment last"]);
  });

  it("finds Astro's code at the top", () => {
    assertMarked(component, '---\nconst model = "«a-1»";\n---\n<p title="gpt-4">gpt-4</p>\n');
  });
});
