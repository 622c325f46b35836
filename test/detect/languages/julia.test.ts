import assert from "node:assert/strict";
import { julia } from "../../../src/detect/languages/julia.ts";
import { assertLinear, assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(julia, marked)), expected);
}

describe("detecting candidates in Julia", () => {
  it("names constants, fields, parameters and what functions give, with types and without", () => {
    expect(
      `const MODEL = "«aa»"
const NAME::String = "«bb»"
Base.@kwdef struct A
    model::Union{Nothing,String} = "«cc»"
    other::String = "«dd»"
end
function f(x::Int, y = "«ee»"; model::String = "«ff»", kw...)::String
    z = x > 1 ? "«gg»" : "«hh»"
    return "«ii»"
end
g(x; model::String = "«jj»") = "«kk»"
function h()
    "«ll»"
end
a, b = "«mm»", "«nn»"
ENV["MODEL"] = "«oo»"`.replace('"MODEL"', '"«MODEL»"'),
      "aa: assignment MODEL",
      "bb: assignment NAME",
      "cc: assignment model",
      "dd: assignment other",
      "ee: assignment y",
      "ff: assignment model",
      "gg: fallback null < assignment z",
      "hh: fallback null < assignment z",
      "ii: assignment f",
      "jj: assignment model < argument g 1",
      "kk: assignment g",
      "ll: assignment h",
      "mm: assignment a",
      "nn: assignment b",
      "MODEL: comparison",
      "oo: assignment MODEL",
    );
  });

  it("reads named arguments, named tuples, dictionaries and lists", () => {
    expect(
      `msg = aigenerate("«aa»"; model = "«bb»", api_kwargs = (; temperature = 0.1))
t = (model = "«cc»", n = 1)
d = Dict("model" => "«dd»", :name => "«ee»", "m" => [Dict("role" => "«ff»")])
l = ["«gg»", "«hh»"]; s = String["«ii»"]; x = d["«key»"]
push!(models, "«jj»")`,
      "aa: argument aigenerate 0 < assignment msg",
      "bb: argument aigenerate model < assignment msg",
      "cc: assignment model < item 0 < assignment t",
      "dd: property model < argument Dict 0 < assignment d",
      "ee: property name < argument Dict 1 < assignment d",
      "ff: property role < argument Dict 0 < item 0 < property m < argument Dict 2 < assignment d",
      "gg: item 0 < assignment l",
      "hh: item 1 after gg < assignment l",
      "ii: item 0 < assignment s",
      "key: comparison",
      "jj: argument push 1",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `a = get(ENV, "«MODEL»", "«aa»")
b = get(kwargs, :model, "«bb»")
c = something(model, "«cc»")
d = HTTP.get(url, "«dd»", "«ee»")`,
      "MODEL: argument get 1 < assignment a",
      "aa: fallback MODEL < assignment a",
      "bb: fallback model < assignment b",
      "cc: fallback model < assignment c",
      "dd: argument HTTP.get 1 < assignment d",
      "ee: argument HTTP.get 2 < assignment d",
    );
  });

  it("reads string macros: one that is given a text is a call", () => {
    expect(
      `a = hgf"«aa»"; b = raw"«bb»"; c = r"no"i; d = v"1.2.3"; e = b"no"; f = ai"""«cc»"""
g = raw"a\\" no"; h = "«dd»"`,
      "aa: argument hgf 0 < assignment a",
      "bb: assignment b",
      "cc: argument ai 0 < assignment f",
      "dd: assignment h",
    );
  });

  it("tells characters from transposed values, and symbols from ranges", () => {
    expect(
      `a = B' * C'; d = '"'; e = "«aa»"; f = '\\''; g = x[1:end]; h = "«bb»"; i = [y' z']; j = :sym; k = p ? :a : "«cc»"`,
      "aa: assignment e",
      "bb: assignment h",
      "cc: fallback null < assignment k",
    );
  });

  it("marks comparisons", () => {
    expect(
      `if m == "«aa»" || m in ["«bb»"] || startswith(m, "«cc»") end
for m in ["«dd»"] run(m) end
m === "«ee»" && go("«ff»")`,
      "aa: comparison",
      "bb: comparison < item 0",
      "cc: comparison < argument startswith 1",
      "dd: item 0",
      "ee: comparison",
      "ff: argument go 0",
    );
  });

  it("leaves out comments, documentation, and texts with something filled in", () => {
    expect(
      `#= "no" #= "no" =# it's "no" =# # "no"
"no"
f(x) = 1
"""
    model = "no"
"""
function g() end
a = "no-$x"; b = "no-$(h("«aa»"))"; c = "no" * d; e = \`run "no"\`; f = "«bb»"`,
      "aa: argument h 0",
      "bb: assignment f",
    );
  });

  it("lists what is imported", () => {
    assert.deepEqual(
      julia.detect("using PromptingTools, HTTP\nusing Transformers.HuggingFace: load_model, x\nimport JSON3 as J\n").modules,
      ["PromptingTools", "HTTP", "Transformers.HuggingFace", "JSON3"],
    );
  });

  it("gives to a loop's name what it goes over, where its body begins on a line of its own", () => {
    expect(
      `for model in ["«aa»", "«bb»"]\n  run("«cc»")\nend`,
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: argument run 0",
    );
  });

  it("reads loops in a time that grows with their length, however many there are in a line", () => {
    assertLinear(julia, 'for a in ["x"] ');
    assertLinear(julia, "for a, b in f(");
  });
});
