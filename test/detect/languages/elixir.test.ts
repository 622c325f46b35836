import assert from "node:assert/strict";
import { elixir } from "../../../src/detect/languages/elixir.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(elixir, marked)), expected);
}

describe("detecting candidates in Elixir", () => {
  it("names attributes of modules, variables and fields of schemas", () => {
    expect(
      `defmodule A do
  @model "«aa»"
  @models ["«bb»", "«cc»"]
  @default %{model: "«dd»"}
  field :model, :string, default: "«ee»"
  x = "«ff»"
  f(@model, "«gg»")
end`,
      "aa: assignment model",
      "bb: item 0 < assignment models",
      "cc: item 1 after bb < assignment models",
      "dd: property model < assignment default",
      "ee: fallback model",
      "ff: assignment x",
      "gg: argument f 1",
    );
  });

  it("gives what functions give their name", () => {
    expect(
      `def a, do: "«aa»"
defp b(%{x: 1} = c) when c > 1, do: "«bb»"
def d(x) do
  y = "«cc»"
  "«dd»"
end
def e do
  case x do
    :a -> "«ee»"
    _ -> "«ff»"
  end
end`,
      "aa: assignment a",
      "bb: assignment b",
      "cc: assignment y",
      "dd: assignment d",
      "ee: assignment e",
      "ff: assignment e",
    );
  });

  it("reads maps, structs, keyword lists and tuples", () => {
    expect(
      `a = %{"model" => "«aa»", model: "«bb»", :name => "«cc»", "name": "«dd»"}
b = [model: "«ee»", x: {:model, "«ff»"}]
c = %ChatOpenAI{model: "«gg»"}
d = %{c | model: "«hh»"}
e = {:hf, "«ii»", subdir: "«jj»"}
f = {1, "«kk»"}
e[:model]
%{model: "«ll»"}
["«mm»"]`,
      "aa: property model < assignment a",
      "bb: property model < assignment a",
      "cc: property name < assignment a",
      "dd: property name < assignment a",
      "ee: property model < assignment b",
      "ff: property model < property x < assignment b",
      "gg: argument ChatOpenAI model < assignment c",
      "hh: property model < assignment d",
      "ii: property hf < assignment e",
      "jj: property subdir < assignment e",
      "kk: item 1 < assignment f",
      "ll: property model",
      "mm: item 0",
    );
  });

  it("reads calls with parentheses and without, and pipes", () => {
    expect(
      `a = ChatOpenAI.new!(%{model: "«aa»"})
config :app, B, model: "«bb»"
plug "«cc»", x: "«dd»"
Bumblebee.load_model({:hf, "«ee»"}, backend: C)
x |> Map.put(:model, "«ff»") |> run("«gg»")
|> go("«hh»")
run(x, "«ii»")`,
      "aa: property model < argument ChatOpenAI.new 0 < assignment a",
      "bb: argument config model",
      "cc: argument plug 0",
      "dd: argument plug x",
      "ee: property hf < argument Bumblebee.load_model 0",
      "ff: fallback model",
      "gg: argument run 1",
      "hh: argument go 1",
      "ii: argument run 1",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `def chat(prompt, model \\\\ "«aa»", opts \\\\ [model: "«bb»"]) do
  a = System.get_env("«MODEL»", "«cc»")
  b = System.get_env("«MODEL»") || "«dd»"
  c = opts[:model] || "«ee»"
  d = Keyword.get(opts, :model, "«ff»")
  e = opts |> Keyword.get(:model, "«gg»")
  f = Application.get_env(:app, :model, "«hh»")
  g = if x, do: "«ii»", else: "«jj»"
  h = if x do "«kk»" else "«ll»" end
end
config :app, model: System.get_env("«MODEL»") || "«mm»"`,
      "aa: assignment model",
      "bb: property model < assignment opts",
      "MODEL: argument System.get_env 0 < assignment a",
      "cc: fallback MODEL < assignment a",
      "MODEL: argument System.get_env 0 < assignment b",
      "dd: fallback MODEL < assignment b",
      "ee: fallback model < assignment c",
      "ff: fallback model < assignment d",
      "gg: fallback model < assignment e",
      "hh: fallback model < assignment f",
      "ii: fallback null < assignment g",
      "jj: fallback null < assignment g",
      "kk: fallback null < assignment h",
      "ll: fallback null < assignment h",
      "MODEL: argument System.get_env 0 < argument config model",
      "mm: fallback MODEL < argument config model",
    );
  });

  it("reads functions inside of calls, and goes on behind them", () => {
    expect(
      `Enum.map(xs, fn
  {:ok, "«aa»"} -> f("«bb»")
  x -> if x do g("«cc»") end
end, "«dd»")
y = "«ee»"`,
      "aa: comparison < property ok < fallback null < argument Enum.map 1",
      "bb: argument f 0 < fallback null < argument Enum.map 1",
      "cc: argument g 0 < fallback null < fallback null < argument Enum.map 1",
      "dd: argument Enum.map 2",
      "ee: assignment y",
    );
  });

  it("marks patterns, comparisons and expected values", () => {
    expect(
      `def price("«aa»"), do: 1
def price(%Chat{model: "«bb»"} = x) when x.m in ["«cc»"], do: 2
{:ok, "«dd»"} = f()
with {:ok, %{model: "«ee»"}} <- g("«ff»"), do: :ok
if m == "«gg»" or String.starts_with?(m, "«hh»"), do: run("«ii»")
assert {:ok, %{model: "«jj»"}} = f(model: "«kk»")
for m <- ["«ll»"], do: run(m)
x == %Chat{model: "«mm»"}
assert_receive {:asked, "«nn»"}
case x do
  %Chat{model: "«oo»"} when y -> 1
end`,
      "aa: comparison",
      "bb: comparison < argument Chat model",
      "cc: comparison < item 0 < assignment price",
      "dd: comparison < property ok",
      "ee: comparison < property model < property ok",
      "ff: argument g 0",
      "gg: comparison",
      "hh: comparison < argument String.starts_with 1 < fallback null",
      "ii: argument run 0 < fallback null",
      "jj: comparison < property model < property ok < argument assert 0",
      "kk: argument f model < argument assert 0",
      "ll: item 0 < assignment m",
      "mm: comparison < argument Chat model",
      "nn: comparison < property asked < argument assert_receive 0",
      "oo: comparison < argument Chat model",
    );
  });

  it("reads sigils, heredocs and characters", () => {
    expect(
      `a = ~s(«aa»); b = ~S|«bb»|; c = ~w[«cc» «dd»]a
d = ~r/"no"/; e = ~H"""
<p model="no">
"""
f = ~S"""
"no"
"""; g = ?"; h = "«ee»"; i = ?\\"; j = [?', ?#]; k = '«ff»'
l = "no-#{go("«gg»", fn -> "«hh»" end)}" <> "no"
m = :"«ii»"; n = foo? "«jj»"`,
      "aa: assignment a",
      "bb: assignment b",
      "cc: item 0 < assignment c",
      "dd: item 1 after cc < assignment c",
      "ee: assignment h",
      "ff: assignment k",
      "gg: argument go 0",
      "hh: fallback null < argument go 1",
      "ii: assignment m",
      "jj: argument foo 0 < assignment n",
    );
  });

  it("leaves out comments and documentation", () => {
    expect(
      `@moduledoc """
Use model: "no", or %{"model" => "no"}.
"""
# model: "no"
@doc ~S"""
  iex> chat(model: "no")
"""
@spec f(String.t()) :: :ok
x = "«aa»"`,
      "aa: assignment x",
    );
  });

  it("lists what is used", () => {
    assert.deepEqual(
      elixir.detect(
        "alias LangChain.{Message, Chains.LLMChain}\nalias A.B, as: C\nuse Instructor, model: x\nimport Ecto.Query, only: [from: 2]\n",
      ).modules,
      ["LangChain", "A.B", "as", "Instructor", "Ecto.Query"],
    );
  });

  it("ends what is broken at the next function", () => {
    expect(
      `def a do\n  f(["«aa»", g(\n  def model, do: "«bb»"\nend\ndef b, do: "«cc»"`,
      "aa: item 0 < argument f 0",
      "bb: assignment model",
      "cc: assignment b",
    );
  });
});
