import assert from "node:assert/strict";
import { ruby } from "../../../src/detect/languages/ruby.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(ruby, marked)), expected);
}

describe("detecting candidates in Ruby", () => {
  it("names constants, variables and what a method gives", () => {
    expect(
      `MODEL = "«aa»".freeze
class Chat
  ALL = ['«bb»', "«cc»"].freeze
  WORDS = %w[«dd» «ee»].freeze
  def initialize(model: "«ff»", name = "«gg»")
    @model = model
  end
  def default_model
    "«hh»"
  end
  def self.model = "«ii»"
  def other(x)
    return "«jj»" if x
  end
end
config.default_model = "«kk»"
q = %q(«ll»)`,
      "aa: assignment MODEL",
      "bb: item 0 < assignment ALL",
      "cc: item 1 after bb < assignment ALL",
      "dd: item 0 < assignment WORDS",
      "ee: item 1 after dd < assignment WORDS",
      "ff: assignment model",
      "gg: assignment name",
      "hh: assignment default_model",
      "ii: assignment self.model",
      "jj: assignment other",
      "kk: assignment config.default_model",
      "ll: assignment q",
    );
  });

  it("reads hashes with symbols, words and strings for keys", () => {
    expect(
      `h = { "gpt-4o" => 1, model: "«aa»", :model => "«bb»", "model": "«cc»", 'x' => { name: "«dd»" } }
h[:model] = "«ee»"
[{ model: "«ff»" }, {provider: :openai, model: "«gg»"}].each { |m| go m }`,
      "aa: property model < assignment h",
      "bb: property model < assignment h",
      "cc: property model < assignment h",
      "dd: property name < property x < assignment h",
      "ee: property model",
      "ff: property model < item 0 < assignment m",
      "gg: property model < item 1 < assignment m",
    );
  });

  it("reads a symbol in quotes as the string it is", () => {
    expect(
      `client.messages.create(model: :"«aa»")\nB = :"«bb»"\nc = { "model":"«cc»", 'name':'«dd»' }\ne = x ? 'y':'«ee»'`,
      "aa: argument client.messages.create model",
      "bb: assignment B",
      "cc: property model < assignment c",
      "dd: property name < assignment c",
      "ee: fallback null < assignment e",
    );
  });

  it("reads a brace at the beginning of a statement as a hash, and one behind a call as a block", () => {
    expect(
      `def params\n  {\n    model: "«aa»"\n  }\nend\nrun do\n  { model: "«bb»" }\nend\nlist.map { go(model: "«cc»") }`,
      "aa: property model",
      "bb: property model",
      "cc: argument go model",
    );
  });

  it("reads calls with parentheses and without", () => {
    expect(
      `chat = RubyLLM.chat(model: '«aa»', provider: :openai)
chat = RubyLLM.chat model: "«bb»", x: "«cc»"
client.chat(parameters: { model: "«dd»", n: 1 })
belongs_to :model, default: "«ee»"
model "«ff»"
chat.with_model("«gg»")
list.each do |item| use item, "«hh»" end`,
      "aa: argument RubyLLM.chat model < assignment chat",
      "bb: argument RubyLLM.chat model < assignment chat",
      "cc: argument RubyLLM.chat x < assignment chat",
      "dd: property model < argument client.chat parameters",
      "ee: argument belongs_to default",
      "ff: argument model 0",
      "gg: argument chat.with_model 0",
      "hh: argument use 1",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `m = ENV.fetch("«MODEL»", "«aa»")
m = ENV["«MODEL»"] || "«bb»"
m = opts[:model] || '«cc»'
@x ||= "«dd»"
x = y ? "«ee»" : "«ff»"
n = (Config::MODEL rescue "«gg»")
def other_model
  run
rescue KeyError => e
  go(e, "«hh»")
rescue
  "«ii»"
end`,
      "MODEL: argument ENV.fetch 0 < assignment m",
      "aa: fallback MODEL < assignment m",
      "MODEL: comparison",
      "bb: fallback MODEL < assignment m",
      "cc: fallback model < assignment m",
      "dd: fallback @x < assignment @x",
      "ee: fallback null < assignment x",
      "ff: fallback null < assignment x",
      "gg: fallback Config::MODEL < assignment n",
      "hh: argument go 1",
      "ii: ",
    );
  });

  it("names the value of a block by what its call names", () => {
    expect(
      `RSpec.describe Chat do
  let(:model) { "«aa»" }
  let(:other) do
    "«bb»"
  end
  factory :model do
    name { "«cc»" }
  end
end`,
      "aa: assignment model",
      "bb: assignment other",
      "cc: assignment name",
    );
  });

  it("marks comparisons, branches and expected values", () => {
    expect(
      `case m
when "«aa»", /no/ then "«bb»"
when '«cc»' then run "«dd»"
end
go("«ee»") if %w[«ff»].include?(m) && m.start_with?("«gg»")
expect(x).to eq("«hh»")
expect(x.model).to eq "«ii»"
allow(z).to receive(:a).with(model: "«jj»")
assert_equal "«kk»", m
expect(x).to have_key("«ll»")`,
      "aa: comparison < item 0",
      "bb: ",
      "cc: comparison",
      "dd: argument run 0",
      "ee: argument go 0",
      "ff: comparison < item 0",
      "gg: comparison < argument m.start_with 0",
      "hh: comparison < argument eq 0 < argument to 0",
      "ii: comparison < argument eq 0 < argument to 0",
      "jj: comparison < argument with model < argument to 0",
      "kk: comparison < argument assert_equal 0",
      "ll: comparison < argument have_key 0 < argument to 0",
    );
  });

  it("leaves out comments, heredocs, symbols, regular expressions and data", () => {
    expect(
      `# "no"
=begin
model: "no"
=end
text = <<~TEXT
  model: "no"
TEXT
foo(<<~SQL, model: "«aa»")
  "no"
SQL
re = /no-"no/; s = x / 2; z = :gpt; t = "no-#{f("«bb»")}"
__END__
model: "no"`,
      "aa: argument foo model",
      "bb: argument f 0",
    );
  });

  it("reads the request in a heredoc, and nothing else of it", () => {
    expect(
      `body = <<~JSON
  {"model": "«aa»", "input": "#{text}"}
JSON
post(url, <<~'JSON', model: "«bb»")
  {
    "model": "«cc»"
  }
JSON
text = <<~MD
  Use {"model": "no"}
MD
answer = <<~JSON
  {"model": "no", "choices": []}
JSON`,
      "aa: property model",
      "bb: argument post model",
      "cc: property model",
    );
  });

  it("takes gems for loaded whose constants are asked for a client", () => {
    const text =
      'require "json"\nclient = OpenAI::Client.new\nRubyLLM.configure { }\nx = Ollama.new(a: 1)\n# Gemini.new\nMyApp::Groq.new\nDate.today';
    assert.deepEqual(ruby.detect(text).modules, ["json", "openai", "open_ai", "ollama", "rubyllm", "ruby_llm"]);
  });

  it("gives to a block's name the words and elements that it is called for", () => {
    expect(
      `%w[«aa» «bb»].each do |model|
  run(model)
end
["«cc»", "«dd»"].each { |model| run("«ee»") }
for model in ["«ff»"]
  run("«gg»")
end
%w[«hh»].join(",")
["«ii»"].each do
end`,
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: item 0 < assignment model",
      "dd: item 1 after cc < assignment model",
      "ee: argument run 0",
      "ff: item 0 < assignment model",
      "gg: argument run 0",
      "hh: item 0",
      "ii: item 0",
    );
  });
});
