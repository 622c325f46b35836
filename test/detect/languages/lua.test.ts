import assert from "node:assert/strict";
import { lua } from "../../../src/detect/languages/lua.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(lua, marked)), expected);
}

describe("detecting candidates in Lua", () => {
  it("reads tables: fields, keys in brackets, lists, commas and semicolons", () => {
    expect(
      `local t = { model = "«aa»", ["model"] = '«bb»', "«cc»"; "«dd»", f = { x = { "«ee»" } }, [1] = "«ff»" }`.replace(
        '"model"',
        '"«model»"',
      ),
      "aa: property model < assignment t",
      "model: comparison",
      "bb: property model < assignment t",
      "cc: item 2 < assignment t",
      "dd: item 3 after cc < assignment t",
      "ee: item 0 < property x < property f < assignment t",
      "ff: property  < assignment t",
    );
  });

  it("reads calls with parentheses, and with a table or a string alone", () => {
    expect(
      `require("gp").setup({ model = "«aa»" })
setup{ model = "«bb»", "«cc»" }
client:chat { model = "«dd»" }
use "«ee»"
local m = pick'«ff»'
local n = pick[[«gg»]]
f("«hh»", { a = "«ii»" })`,
      "aa: property model < argument setup 0",
      "bb: argument setup model",
      "cc: argument setup 1",
      "dd: argument client:chat model",
      "ee: argument use 0",
      "ff: argument pick 0 < assignment m",
      "gg: argument pick 0 < assignment n",
      "hh: argument f 0",
      "ii: property a < argument f 1",
    );
  });

  it("names locals, fields and what functions give", () => {
    expect(
      `local model <const> = "«aa»"
M.model = "«bb»"
M["model"] = "«cc»"
function M.default_model(self) return "«dd»" end
local function pick(x)
  if x then return "«ee»" end
  return f(x), "«ff»"
end
local g = function() return "«gg»" end`.replace('"model"', '"«model»"'),
      "aa: assignment model",
      "bb: assignment M.model",
      "model: comparison",
      "cc: property model",
      "dd: assignment M.default_model",
      "ee: assignment pick",
      "ff: ",
      "gg: assignment g",
    );
  });

  it("reads functions inside of tables and calls, and goes on behind them", () => {
    expect(
      `setup({
  on = function(self, a)
    local model = "«aa»"
    for _, v in ipairs({ "«bb»" }) do
      while a do repeat x = "«cc»" until b end
    end
    return "«dd»"
  end,
  model = "«ee»",
}, function() f("«ff»") end, "«gg»")`,
      "aa: assignment model",
      "bb: item 0 < argument ipairs 0",
      "cc: assignment x",
      "dd: assignment on",
      "ee: property model < argument setup 0",
      "ff: argument f 0",
      "gg: argument setup 2",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `a = os.getenv("«MODEL»") or "«aa»"
b = os.getenv"«MODEL»" or "«bb»"
c = vim.env.OPENAI_MODEL or "«cc»"
d = opts.model or "«dd»"
e = vim.F.if_nil(opts.model, "«ee»")
f = x and "«ff»" or "«gg»"`,
      "MODEL: argument os.getenv 0 < assignment a",
      "aa: fallback MODEL < assignment a",
      "MODEL: argument os.getenv 0 < assignment b",
      "bb: fallback MODEL < assignment b",
      "cc: fallback OPENAI_MODEL < assignment c",
      "dd: fallback opts.model < assignment d",
      "ee: fallback opts.model < assignment e",
      "ff: assignment f",
      "gg: fallback null < assignment f",
    );
  });

  it("marks comparisons and expected values", () => {
    expect(
      `if m == "«aa»" or m ~= "«bb»" then x = "«cc»" end
if vim.tbl_contains({ "«dd»" }, m) or m:match("«ee»") then end
assert.are.same({ model = "«ff»" }, x)`,
      "aa: comparison",
      "bb: comparison",
      "cc: assignment x",
      "dd: comparison < item 0 < argument vim.tbl_contains 0",
      "ee: comparison < argument m:match 0 < fallback null",
      "ff: comparison < property model < argument assert.are.same 0",
    );
  });

  it("reads long strings and leaves out long comments of any level", () => {
    expect(
      `--[[ "no" ]] a = [[«aa»]]
--[==[ "no" ]] "no" ]==] b = [=[«bb»]=]
--- "no"
--[ "no"
c = [==[a ]] "no" ]==]
d[t[1]] = "«cc»"
e = t[ [[«key»]] ]
f = "no" .. x .. "no"
g = "it's \\" no" h = "«dd»"`,
      "aa: assignment a",
      "bb: assignment b",
      "cc: assignment d",
      "key: comparison",
      "dd: assignment h",
    );
  });

  it("lists what is required", () => {
    assert.deepEqual(lua.detect(`local a = require("openai")\nlocal b = require 'gp.config'\nrequire[[x]].y()\n`).modules, [
      "openai",
      "gp.config",
      "x",
    ]);
  });

  it("ends what is broken at the next statement", () => {
    expect(
      `local a = f({ "«aa»", g(\nlocal model = "«bb»"\nfunction M.f(\nreturn "«cc»"\nlocal c = "no\nlocal d = "«dd»"`,
      "aa: item 0 < argument f 0 < assignment a",
      "bb: assignment model",
      "cc: assignment M.f",
      "dd: assignment d",
    );
  });
});
