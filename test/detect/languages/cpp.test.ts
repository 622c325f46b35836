import assert from "node:assert/strict";
import { cpp } from "../../../src/detect/languages/cpp.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(cpp, marked)), expected);
}

describe("detecting candidates in C and C++", () => {
  it("names constants, macros, arrays and members", () => {
    expect(
      `#define MODEL "«aa»"
constexpr const char* kModel = "«bb»";
static const char *models[] = {"«cc»", "«dd»"};
char buffer[20] = "«ee»";
const std::string model = u8"«ff»";
struct Params { std::string model = "«gg»"; int n = 1'000'000; };
body["«model»"] = "«hh»"; params.model.path = "«ii»";`,
      "aa: assignment MODEL",
      "bb: assignment kModel",
      "cc: item 0 < assignment models",
      "dd: item 1 after cc < assignment models",
      "ee: assignment buffer",
      "ff: assignment model",
      "gg: assignment model",
      "model: comparison",
      "hh: property model",
      "ii: assignment params.model.path",
    );
  });

  it("names what is initialised by parentheses and braces", () => {
    expect(
      `std::string m("«aa»");
std::vector<std::string> v{"«bb»", "«cc»"};
std::string s{"«dd»"};
std::string Get() { return x; } std::string f(int a);`,
      "aa: assignment m",
      "bb: item 0 < assignment v",
      "cc: item 1 after bb < assignment v",
      "dd: assignment s",
    );
  });

  it("takes designated initialisers for named arguments", () => {
    expect(
      `auto r = Run(Config{.model = "«aa»", .n = 2});
Opt o = {.model = "«bb»"};
Foo foo{.model = "«cc»"};`,
      "aa: argument Config model < argument Run 0 < assignment r",
      "bb: assignment model < assignment o",
      "cc: assignment model < assignment foo",
    );
  });

  it("reads the pairs of nlohmann::json", () => {
    expect(
      `json body = {{"«model»", "«aa»"}, {"«stream»", true}};
std::vector<std::string> m = {"«bb»", "«cc»"};`,
      "model: item 0 < item 0 < assignment body",
      "aa: property model < item 0 < assignment body",
      "stream: item 0 < item 1 < assignment body",
      "bb: item 0 < assignment m",
      "cc: item 1 after bb < assignment m",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `auto m = std::getenv("«MODEL»") ? std::getenv("«MODEL»") : "«aa»";
const char* e = getenv("«M2»");
std::string n = e ? e : "«bb»";
auto q = options.value("«model»", "«cc»");
ABSL_FLAG(std::string, model, "«dd»", "a help text");
DEFINE_string(model, "«ee»", "a help text");
auto v = o.value_or("«ff»");`,
      "MODEL: argument std::getenv 0 < assignment m",
      "MODEL: argument std::getenv 0 < fallback null < assignment m",
      "aa: fallback MODEL < assignment m",
      "M2: argument getenv 0 < assignment e",
      "bb: fallback e < assignment n",
      "model: argument options.value 0 < assignment q",
      "cc: fallback model < assignment q",
      "dd: fallback model",
      "ee: fallback model",
      "ff: fallback o < assignment v",
    );
  });

  it("marks comparisons and assertions", () => {
    expect(
      `if (strcmp(m, "«aa»") == 0 || m == "«bb»") { go("«cc»"); }
EXPECT_EQ(m, "«dd»");
if (m.find("«ee»") != npos) {}`,
      "aa: comparison < argument strcmp 1",
      "bb: comparison",
      "cc: argument go 0",
      "dd: comparison < argument EXPECT_EQ 1",
      "ee: comparison < argument m.find 0",
    );
  });

  it("leaves out comments, includes, directives, streams and parts of longer strings", () => {
    expect(
      [
        '#include "no.h"',
        "#include <string>",
        '#error "no"',
        "#define LOG(x) \\",
        '  printf("no %s", x)',
        '// "no"',
        'auto a = "no" "no"; std::cout << "no" << std::endl; char c = \'"\';',
        'auto raw = R"json(["no"])json"; auto t = R"(«aa»)"; auto w = L"«bb»";',
      ].join("\n"),
      "aa: assignment t",
      "bb: assignment w",
    );
  });

  it("knows the literals, settings and assertions of Qt, OBS and command lines", () => {
    expect(
      [
        'QString a = QLatin1String("«aa»");',
        'settings.setValue("model", "«bb»");',
        'obs_data_set_default_string(s, "«key»", "«cc»");',
        'app.add_option("--model", m)->default_val("«dd»");',
        'parser.addOption(QCommandLineOption("«model»", "«what»", "«name»", "«gg»"));',
        'QCOMPARE(reply.model(), QStringLiteral("«ee»"));',
        'FString b = FString(TEXT("«ff»"));',
      ].join("\n"),
      "aa: assignment a",
      "bb: property model < argument settings.setValue 1",
      "key: argument obs_data_set_default_string 1",
      "cc: fallback key",
      "dd: fallback --model",
      "model: argument QCommandLineOption 0 < argument parser.addOption 0",
      "what: argument QCommandLineOption 1 < argument parser.addOption 0",
      "name: argument QCommandLineOption 2 < argument parser.addOption 0",
      "gg: fallback model < argument parser.addOption 0",
      "ee: comparison < argument QCOMPARE 1",
      "ff: assignment b",
    );
  });

  it("takes what is stored under a key for its value: Unreal Engine, RapidJSON, Boost", () => {
    expect(
      [
        'object->SetStringField("«model»", "«aa»");',
        'writer->WriteValue("«model»", TEXT("«bb»"));',
        'document.AddMember("model", "«cc»", allocator);',
        'tree.put("model", "«dd»");',
        'label->SetStringField(key, "«ee»"); tree.put(path, "«ff»");',
      ].join("\n"),
      "model: argument object->SetStringField 0",
      "aa: fallback model",
      "model: argument writer->WriteValue 0",
      "bb: fallback model",
      "cc: property model < argument document.AddMember 1",
      "dd: property model < argument tree.put 1",
      "ee: fallback key",
      "ff: argument tree.put 1",
    );
  });

  it("sees keys through what marks or makes a text", () => {
    expect(
      'void f() { J->SetStringField(TEXT("«model»"), TEXT("«aa»")); tree.put(std::string("«model»"), "«bb»"); J->SetStringField(Key("«model»"), "«cc»"); }',
      "model: argument J->SetStringField 0",
      "aa: fallback model",
      "model: argument tree.put 0",
      "bb: property model < argument tree.put 1",
      "model: argument Key 0 < argument J->SetStringField 0",
      "cc: fallback null",
    );
  });

  it("gives to a loop's name what it goes over", () => {
    expect(
      'void f() { for (const auto& model : {"«aa»", "«bb»"}) { run("«cc»"); } for (std::string m : std::vector<std::string>{"«dd»"}) {} }',
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: argument run 0",
      "dd: item 0 < assignment m",
    );
  });
});
