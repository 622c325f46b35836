import assert from "node:assert/strict";
import { nix } from "../../../src/detect/languages/nix.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(nix, marked)), expected);
}

describe("detecting candidates in Nix", () => {
  it("reads sets, with paths and strings for keys, and what functions are given", () => {
    expect(
      `{ pkgs, model ? "«aa»", ... }:
{
  services.open-webui.model = "«bb»";
  services = { ollama = { "model" = "«cc»"; }; };
  options.model = lib.mkOption { type = str; default = "«dd»"; };
  settings = rec { name = lib.mkDefault "«ee»"; };
}`,
      "aa: property model",
      "bb: property services.open-webui.model",
      "cc: property model < property ollama < property services",
      "dd: property default < property options.model",
      "ee: property name < property settings",
    );
  });

  it("reads lists without commas", () => {
    expect(
      `{ loadModels = [ "«aa»" "«bb»" ]; l = [ { model = "«cc»"; } (f "«dd»") x.y "«ee»" ]; m = f x [ "«ff»" ]; }`,
      "aa: item 0 < property loadModels",
      "bb: item 1 after aa < property loadModels",
      "cc: property model < item 0 < property l",
      "dd: item 0 < property l",
      "ee: item 1 < property l",
      "ff: item 0 < property m",
    );
  });

  it("reads definitions, branches and defaults", () => {
    expect(
      `let model = "«aa»"; other = cfg.model or "«bb»"; x = if a == "«cc»" then "«dd»" else "«ee»"; in { inherit model; y = "«ff»"; }`,
      "aa: assignment model",
      "bb: fallback cfg.model < assignment other",
      "cc: comparison < assignment x",
      "dd: assignment x",
      "ee: assignment x",
      "ff: property y",
    );
  });

  it("reads indented strings with their escapes", () => {
    expect(
      `{ a = ''«aa»''; b = ''it's ''' "no" ''\${no} ''\\n \${f "«bb»"} no''; c = "no \\\${x} \${g "«cc»"}"; d = foldl' f "«dd»" x''; }`.replace(
        " x''",
        "",
      ),
      "aa: property a",
      "bb: ",
      "cc: ",
      "dd: property d",
    );
  });

  it("leaves out comments, paths and texts with something filled in", () => {
    expect(`# "no"\n/* "no" */ { imports = [ ./gpt-4o.nix <nixpkgs> ]; a = "no-\${x}"; b = "no" + x; c = "«aa»"; }`, "aa: property c");
  });
});
