import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { java } from "../../../src/detect/languages/java.ts";
import { argument, assignment, comparison, enumeration, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(java, marked, contexts);

describe("detecting candidates in Java", () => {
  it("names constants, fields, lists and arrays", () => {
    expect(`class A { private static final String MODEL = "«gpt-4o»", OTHER = "«o3»"; }`, [assignment("MODEL")], [assignment("OTHER")]);
    expect(
      `class A { static List<String> MODELS = List.of("«aa»", "«bb»"); }`,
      [item(0), assignment("MODELS")],
      [item(1, "aa"), assignment("MODELS")],
    );
    expect(
      `class A { String[] a = { "«aa»" }; String[] b = new String[] { "«bb»" }; }`,
      [item(0), assignment("a")],
      [item(0), assignment("b")],
    );
  });

  it("takes builder methods, constructors and type arguments as calls", () => {
    expect(`var m = OpenAiChatModel.builder().apiKey(k)\n  .modelName("«gpt-4o»").build();`, [argument("modelName", 0), assignment("m")]);
    expect(`run(new Model<Map<String, Integer>>("«aa»"));`, [argument("Model", 0), argument("run", 0)]);
  });

  it("reads the named values of annotations", () => {
    expect(`@RegisterAiService(modelName = "«aa»") interface A {}`, [argument("RegisterAiService", "modelName")]);
  });

  it("finds the default in a placeholder, and the value of a property", () => {
    expect(`class A { @Value("\${spring.ai.openai.chat.options.model:«gpt-4o»}") String m; }`, [
      fallback("spring.ai.openai.chat.options.model"),
      argument("Value", 0),
    ]);
    expect(`@Value("\${a.model:\${b.model:«o3»}}") String m;`, [fallback("b.model"), argument("Value", 0)]);
    expect(`@Value("\${a.model}") String m;`);
    expect(`@SpringBootTest(properties = "spring.ai.ollama.chat.options.model=«qwen3:8b»") class A {}`, [
      property("model"),
      property("options"),
      property("chat"),
      property("ollama"),
      property("ai"),
      property("spring"),
      argument("SpringBootTest", "properties"),
    ]);
  });

  it("names what a default stands in for", () => {
    expect(`String m = System.getenv().getOrDefault("M", "«aa»");`, [fallback("M"), assignment("m")]);
    expect(`String m = x != null ? x : "«aa»";`, [fallback("x"), assignment("m")]);
    expect(
      `String m = settings.model().orElseGet(() -> "«aa»");\nString n = settings.orElseThrow("«bb»");`,
      [fallback(null), assignment("m")],
      [argument("settings.orElseThrow", 0), assignment("n")],
    );
    expect(
      `@ConfigProperty(name = "«app.model»", defaultValue = "«aa»") String m;`,
      [argument("ConfigProperty", "name")],
      [fallback("app.model")],
    );
  });

  it("gives what a method returns the method's name", () => {
    expect(
      `class A { String modelName() { if (fast) { return "«aa»"; } return "«bb»"; } }`,
      [assignment("modelName")],
      [assignment("modelName")],
    );
    expect(`class A { A() { this("«aa»"); } }`, [argument("this", 0)]);
    // what a lambda gives is not what the method gives
    expect(`class A { void model() { run(x -> { return "«aa»"; }); } }`, []);
  });

  it("takes the members of an enum for a set, and what follows them for its body", () => {
    expect(
      `enum Model { GPT_4O("«gpt-4o»"), @Deprecated O3("«o3»"); static String best = "«aa»"; Model(String id) { this.id = id; } }`,
      [argument("GPT_4O", 0), enumeration("Model")],
      [argument("O3", 0), enumeration("Model")],
      [assignment("best")],
    );
  });

  it("pairs keys and values of mappings, and leaves the keys out", () => {
    expect(
      `Map<String, String> m = Map.of("model", "«aa»", "other", "«bb»");`,
      [property("model"), assignment("m")],
      [property("other"), assignment("m")],
    );
    expect(`body.put("model", "«aa»"); prices.put("gpt-4o", 2.5);`, [property("model"), argument("body.put", 1)]);
  });

  it("marks comparisons, labels and expected values", () => {
    expect(`if (m.equals("«aa»") || "«bb»".equals(m)) {}`, [comparison, argument("m.equals", 0)], [comparison]);
    expect(`switch (m) { case "«aa»": x = "«bb»"; break; }`, [comparison], [assignment("x")]);
    expect(
      `String x = switch (m) { case "«aa»", "bb" -> "«cc»"; default -> "«dd»"; };`,
      [comparison, assignment("x")],
      [item(1), assignment("x")],
      [item(1), assignment("x")],
    );
    expect(
      `assertEquals("«aa»", m); assertThat(m).isEqualTo("«bb»");`,
      [comparison, argument("assertEquals", 0)],
      [comparison, argument("isEqualTo", 0)],
    );
    expect(
      `assertThatThrownBy(() -> f("«aa»")).hasMessageContaining("«bb»");`,
      [argument("f", 0), argument("assertThatThrownBy", 0)],
      [comparison, argument("hasMessageContaining", 0)],
    );
    expect(`if (List.of("«aa»").contains(m)) {}`, [comparison, item(0)]);
  });

  it("reads text blocks, characters and escapes as they are written", () => {
    expect(`char q = '"'; String t = """\n  gpt-4o\n  and "more" \\"""\n  """; run("«aa»");`, [argument("run", 0)]);
    const [escaped] = java.detect('String m = "gpt\\u002d4o";').candidates;
    assert.deepEqual([escaped?.text, escaped?.range], ["gpt-4o", { start: 12, end: 23 }]);
  });

  it("leaves out comments, concatenation and names of other things", () => {
    expect(`/** {@code "gpt-4o"} */ // "gpt-4o"\n/* "gpt-4o" */ String m = "gpt-" + size; String n = "a b";`);
    expect(`prompt = "gpt-4o" + suffix; label = "Model:" + "gpt-4o";`);
  });

  it("lists what is imported", () => {
    assert.deepEqual(java.detect(`package a.b;\nimport dev.langchain4j.model.openai.OpenAiChatModel;\nimport static x.y.Z.*;\n`).modules, [
      "dev.langchain4j.model.openai.OpenAiChatModel",
      "x.y.Z",
    ]);
  });

  it("takes the default in an annotation for what the parameter or field behind it is", () => {
    expect(
      `record A(@DefaultValue("«aa»") String model, @DefaultValue("«bb»") @NotNull List<String> rest) {}\n@DefaultValue("«cc»")\nprivate String chatModel;`,
      [assignment("model")],
      [assignment("rest")],
      [assignment("chatModel")],
    );
  });

  it("pairs the fields of forms and queries, which lists and sets have none of", () => {
    expect(
      `b.addFormDataPart("model", "«aa»").addFormDataPart("file", name, part); form.add("model", "«bb»"); models.add("«cc»"); models.add(0, "«dd»");`,
      [property("model"), argument("b.addFormDataPart", 1)],
      [property("model"), argument("form.add", 1)],
      [argument("models.add", 0)],
      [argument("models.add", 1)],
    );
  });

  it("takes collections that are made of others for these", () => {
    expect(
      `class A { Set<String> a = Sets.newHashSet("«aa»"), b = new LinkedHashSet<>(List.of("«bb»")), c = Collections.unmodifiableList(Arrays.asList("«cc»")), d = wrap(List.of("«dd»")); }`,
      [item(0), assignment("a")],
      [item(0), assignment("b")],
      [item(0), assignment("c")],
      [item(0), argument("wrap", 0), assignment("d")],
    );
  });

  it("sees a text through what a client's builder takes it in", () => {
    expect(
      `a.model(Output.of("«aa»")).name(Property.ofValue("«bb»")).id(Other.ofValue("«cc»"));`,
      [argument("a.model", 0)],
      [argument("name", 0)],
      [argument("Other.ofValue", 0), argument("id", 0)],
    );
  });

  it("sees a text through what makes JSON of it", () => {
    expect(
      `body.add("model", new JsonPrimitive("«aa»")); node.set("model", TextNode.valueOf("«bb»")); node.set("model", Other.valueOf("«cc»"));`,
      [property("model"), argument("body.add", 1)],
      [property("model"), argument("node.set", 1)],
      [argument("Other.valueOf", 0), property("model"), argument("node.set", 1)],
    );
  });

  it("takes what a component is asked for by for compared, and what annotations state of fields for given", () => {
    expect(
      `class A { @Named("«aa»") EmbeddingModel m; A(@Qualifier("«bb»") ChatModel n, @DefaultValue("«cc»") String model) {} }`,
      [comparison, argument("Named", 0)],
      [comparison, argument("Qualifier", 0)],
      [assignment("model")],
    );
  });

  it("takes what an assertion says of a value in another for compared", () => {
    expect(
      `assertThat(r.model()).hasValue("«aa»"); assertThat(m).isNotIn("«bb»"); map.putIfAbsent("model", "«cc»");`,
      [comparison, argument("hasValue", 0)],
      [comparison, argument("isNotIn", 0)],
      [property("model"), argument("map.putIfAbsent", 1)],
    );
  });

  it("takes the default of an option for the field or parameter behind it, whatever its names are", () => {
    expect(
      `class A { @Option(names = {"-m", "--model"}, defaultValue = "«aa»") String model; void f(@RequestParam(defaultValue = "«bb»") String chat, @Labelled(defaultValue = "«cc»") String x) {} }`,
      [assignment("model")],
      [assignment("chat")],
      [argument("Labelled", "defaultValue")],
    );
  });

  it("gives to a loop's name what it goes over", () => {
    expect(
      `class A { void f() { for (String model : List.of("«aa»", "«bb»")) { go("«cc»"); } for (int i = 0; i < 2; i++) { go(i == 1 ? "«dd»" : "«ee»"); } for (var e : map(get("«ff»"))) go(e); for (var m : new String[] {"«gg»"}) go(m); } }`,
      [item(0), assignment("model")],
      [item(1, "aa"), assignment("model")],
      [argument("go", 0)],
      [fallback(null), argument("go", 0)],
      [fallback(null), argument("go", 0)],
      [argument("get", 0), argument("map", 0)],
      [item(0), assignment("m")],
    );
  });

  it("takes the default of a mapping's method for the method, which has no body", () => {
    expect(
      `interface C { @WithDefault("«aa»") String modelName(); @WithDefault("«bb»") Optional<String> chat( ) ; }
class D { @WithDefault("«cc»") String f() { return g(); } @WithDefault("«dd»") void set(String x); }`,
      [assignment("modelName")],
      [assignment("chat")],
      [argument("WithDefault", 0)],
      [argument("WithDefault", 0)],
    );
  });

  it("finds the key of what may be missing", () => {
    expect(
      `class A { String m = Optional.ofNullable(System.getenv("«M-1»")).orElse("«aa»"), n = Optional.ofNullable(find("«b»")).orElse("«cc»"); }`.replace(
        '"«b»"',
        '"b"',
      ),
      [argument("System.getenv", 0), argument("Optional.ofNullable", 0), assignment("m")],
      [fallback("M-1"), assignment("m")],
      [fallback(null), assignment("n")],
    );
  });
});
