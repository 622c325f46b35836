import assert from "node:assert/strict";
import { profile as javascript } from "../../../src/detect/languages/javascript.ts";
import { profile as nix } from "../../../src/detect/languages/nix.ts";
import type { LanguageProfile } from "../../../src/detect/languages/profile.ts";
import { profile as python } from "../../../src/detect/languages/python.ts";
import { profile as ruby } from "../../../src/detect/languages/ruby.ts";
import { shapedProfile } from "../../../src/detect/scanner/shapes.ts";

const profiles: readonly LanguageProfile[] = [javascript, nix, python, ruby];

const shapesOf = (values: readonly object[]): readonly string[] => [...new Set(values.map((value) => Object.keys(value).join(" ")))];

/** What the value says, without what is not said. */
const said = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, said(each)]])));
};

describe("profiles of one shape", () => {
  const shaped = profiles.map(shapedProfile);
  const strings = shaped.flatMap((profile) => profile.strings);

  it("have the same properties in the same order in each language, with their strings and comments", () => {
    assert.ok(shapesOf(profiles).length > 1);
    assert.equal(shapesOf(shaped).length, 1);
    assert.equal(shapesOf(strings).length, 1);
    assert.equal(shapesOf(strings.flatMap(({ interpolation }) => interpolation ?? [])).length, 1);
    assert.equal(shapesOf(shaped.flatMap((profile) => profile.blockComments)).length, 1);
  });

  it("say what the languages say", () => {
    assert.deepEqual(shaped.map(said), profiles.map(said));
  });
});
