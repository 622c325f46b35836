import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { kotlin } from "../../../src/detect/languages/kotlin.ts";
import {
  argument,
  assignment,
  comparison,
  enumeration,
  expectCandidates,
  fallback,
  item,
  property,
  register,
} from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(kotlin, marked, contexts);

describe("detecting candidates in Kotlin", () => {
  it("names values, properties and parameters, with types and without", () => {
    expect(`const val MODEL = "«gpt-4o»"\nval m: String? = "«o3»"\n`, [assignment("MODEL")], [assignment("m")]);
    expect(
      `data class R(@SerialName("«model»") val model: String = "«aa»", val n: Int = 1) : Base("«bb»") {\n  override val name: String get() = "«cc»"\n}`,
      [argument("SerialName", 0)],
      [assignment("model")],
      [argument("Base", 0)],
      [assignment("name")],
    );
    expect(`fun f(model: String = "«aa»") {}`, [assignment("model")]);
  });

  it("takes a literal in quotes for what it says", () => {
    expect(
      `buildConfigField("«String»", "«MODEL»", "\\"«aa»\\"")`,
      [argument("buildConfigField", 0)],
      [argument("buildConfigField", 1)],
      [fallback("MODEL")],
    );
    expect(`val a = "\\"gpt-4o"; val b = "\\"\\"" + "\\"gpt-4o\\" or so"`);
  });

  it("names the class of constants that is called as a set of models is", () => {
    expect(
      `object AcmeModels {\n  const val A = "«aa»"\n  object Chat { val B = Model("«bb»") }\n  fun f() { val c = "«cc»" }\n}\nobject ModelTest { val D = "«dd»" }`,
      [assignment("A"), register("AcmeModels")],
      [argument("Model", 0), assignment("B"), register("AcmeModels")],
      [assignment("c")],
      [assignment("D")],
    );
  });

  it("gives what a function gives its name", () => {
    expect(
      `fun model() = "«aa»"\nfun other(): String = "«bb»"\nfun third(): String { return "«cc»" }`,
      [assignment("model")],
      [assignment("other")],
      [assignment("third")],
    );
  });

  it("reads named arguments, trailing lambdas and scopes", () => {
    expect(
      `val r = Request(\n  model = ModelId("«gpt-4o»"),\n  n = 1,\n)\nrun("«aa»", model = "«bb»") { x -> send(x, "«cc»") }`,
      [argument("ModelId", 0), argument("Request", "model"), assignment("r")],
      [argument("run", 0)],
      [argument("run", "model")],
      [argument("send", 1)],
    );
    expect(`request {\n  model = "«aa»"\n  n = 2\n}`, [assignment("model")]);
  });

  it("takes enum classes for sets", () => {
    expect(
      `enum class Model(val id: String) {\n  GPT("«gpt-4o»"),\n  O3("«o3»");\n  companion object { val best = "«aa»" }\n}`,
      [argument("GPT", 0), enumeration("Model")],
      [argument("O3", 0), enumeration("Model")],
      [assignment("best")],
    );
  });

  it("pairs keys and values, and leaves the keys out", () => {
    expect(`val m = mapOf("model" to "«aa»", "gpt-4o" to 2.5)`, [property("model"), assignment("m")]);
    expect(`val l = listOf("«aa»", "«bb»")`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
    for (const call of ["linkedSetOf", "hashSetOf", "sortedSetOf", "persistentListOf", "persistentSetOf"])
      expect(`val l = ${call}("«aa»", "«bb»")`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
  });

  it("names what a default stands in for", () => {
    expect(`val m = System.getenv("M") ?: "«aa»"`, [fallback("M"), assignment("m")]);
    expect(`@Value("\\\${a.model:«gpt-4o»}") lateinit var m: String`, [fallback("a.model"), argument("Value", 0)]);
    expect(`val m = if (fast) "«aa»" else "«bb»"`, [assignment("m")], [fallback(null), assignment("m")]);
  });

  it("takes the arms of when for values, and their conditions for comparisons", () => {
    expect(`val m = when (p) {\n  "aa", "bb" -> "«cc»"\n  is X -> "«dd»"\n}`, [item(1), assignment("m")], [item(1), assignment("m")]);
    expect(`if (m == "«aa»" || m in listOf("«bb»")) f()`, [comparison], [comparison, item(0)]);
    expect(`m shouldBe "«aa»"\nassertEquals("«bb»", m)`, [comparison], [comparison, argument("assertEquals", 0)]);
  });

  it("leaves out templates with something filled in, and takes raw strings", () => {
    expect(
      `val a = "gpt-$size"; val b = "\${x}-mini"; val c = """«gpt-4o»"""; val d = """gpt-$x"""; val e = 'a'; run("«aa»")`,
      [assignment("c")],
      [argument("run", 0)],
    );
  });

  it("nests comments", () => {
    expect(`/* "aa" /* "bb" */ "cc" */ run("«dd»") // "ee"`, [argument("run", 0)]);
  });

  it("lists what is imported", () => {
    assert.deepEqual(kotlin.detect("package a\nimport com.aallam.openai.client.OpenAI as Client\nimport a.b.*\n").modules, [
      "com.aallam.openai.client.OpenAI",
      "a.b",
    ]);
  });

  it("gives properties what their delegates and state holders keep", () => {
    expect(
      `class A(b: B) : B by b {\n  val a by lazy { "«aa»" }\n  var b: String by mutableStateOf("«bb»")\n  var c by remember(key) { mutableStateOf("«cc»") }\n  val d = MutableStateFlow("«dd»")\n}`,
      [fallback(null), assignment("a")],
      [assignment("b")],
      [fallback(null), assignment("c")],
      [assignment("d")],
    );
    expect(`val by = "«aa»"\nval b = launch { send("«bb»") }`, [assignment("by")], [argument("send", 0)]);
  });

  it("knows settings with a default", () => {
    expect(
      `val m = prefs.getString(KEY_MODEL, "«aa»")\nval n = getEnvOr("MODEL", "«bb»")\nval o = envelope("MODEL", "«cc»")`.replaceAll(
        '"MODEL"',
        '"«MODEL»"',
      ),
      [fallback("KEY_MODEL"), assignment("m")],
      [argument("getEnvOr", 0), assignment("n")],
      [fallback("MODEL"), assignment("n")],
      [argument("envelope", 0), assignment("o")],
      [argument("envelope", 1), assignment("o")],
    );
  });

  it("names the settings of Gradle and Android that a default stands in for, and a default alone", () => {
    expect(
      `val a = findProperty("«chatModel»") ?: "«aa»"\nval b = intent.getStringExtra("«model»") ?: "«bb»"\nval model = runCatching { load() }.getOrDefault("«cc»")\nval model by extra("«dd»")\nval n = extras("«ee»")`,
      [argument("findProperty", 0), assignment("a")],
      [fallback("chatModel"), assignment("a")],
      [argument("intent.getStringExtra", 0), assignment("b")],
      [fallback("model"), assignment("b")],
      [fallback(null), assignment("model")],
      [assignment("model")],
      [argument("extras", 0), assignment("n")],
    );
  });

  it("pairs the fields of forms, and sees a text through what makes JSON of it", () => {
    expect(
      `formData { append("model", "«aa»") }\nval t = buildString { append("«bb»") }\nval m = mapOf("model" to JsonPrimitive("«cc»"), "b" to Other("«dd»"))`,
      [property("model"), argument("append", 1)],
      [argument("append", 0)],
      [property("model"), assignment("m")],
      [argument("Other", 0), property("b"), assignment("m")],
    );
  });

  it("marks what Kotest expects and does not expect", () => {
    expect(
      `r.model shouldNotBe "«aa»"\nr.models.shouldContainExactly("«bb»")`,
      [comparison],
      [comparison, argument("r.models.shouldContainExactly", 0)],
    );
    expect(
      `r.model shouldStartWith "«aa»"\nr.models.shouldContainAll("«bb»")`,
      [comparison],
      [comparison, argument("r.models.shouldContainAll", 0)],
    );
  });

  it("knows the constants that Gradle's plugin for Android makes", () => {
    expect(
      `resValue(type, "«default_model»", "«aa»")\nother(type, "«default_model»", "«bb»")`,
      [argument("resValue", 1)],
      [fallback("default_model")],
      [argument("other", 1)],
      [argument("other", 2)],
    );
  });

  it("takes the value of a block that stands in for what is missing", () => {
    expect(
      `class A {\n  val model = config.model.ifBlank { "«aa»" }\n  val b: String = x?.ifEmpty { "«bb»" } ?: "«cc»"\n}`,
      [fallback("config.model"), assignment("model")],
      [fallback("x"), assignment("b")],
      [fallback(null), assignment("b")],
    );
    expect(`val model = x ?: run { "«aa»" }`, [fallback(null), fallback("x"), assignment("model")]);
    expect(
      `val m = System.getenv("«MODEL»").orEmpty().ifBlank { "«aa»" }`,
      [argument("System.getenv", 0), assignment("m")],
      [fallback("MODEL"), assignment("m")],
    );
    expect(
      `val m = map.getOrElse("«model»") { "«aa»" }`,
      [argument("map.getOrElse", 0), assignment("m")],
      [fallback("model"), assignment("m")],
    );
    expect(`fun model(): String {\n  return name.ifBlank { "«aa»" }\n}`, [fallback("name"), assignment("model")]);
    expect(`chat(model = x.ifBlank { "«aa»" })`, [fallback("x"), argument("chat", "model")]);
  });

  it("gives nothing of other blocks to what stands around their call", () => {
    expect(`val model = names.forEach { "no" }\nval b = x.also { log("«aa»") }`, [argument("log", 0)]);
    expect(`list.ifEmpty { go("«aa»") }\nrun { go("«bb»") }`, [argument("go", 0)], [argument("go", 0)]);
  });

  it("gives to a loop's name what it goes over", () => {
    expect(
      `for (model in listOf("«aa»", "«bb»")) { go("«cc»") }\nfor (m: String in setOf("«dd»")) go(m)\nif (x in listOf("«ee»")) go(x)`,
      [item(0), assignment("model")],
      [item(1, "aa"), assignment("model")],
      [argument("go", 0)],
      [item(0), assignment("m")],
      [comparison, item(0)],
    );
  });

  it("finds the key of what may be missing, and the method of a mapping behind its default", () => {
    expect(
      `val m = Optional.ofNullable(System.getenv("«M-1»")).orElse("«aa»")`,
      [argument("System.getenv", 0), argument("Optional.ofNullable", 0), assignment("m")],
      [fallback("M-1"), assignment("m")],
    );
    expect(`interface C { @WithDefault("«aa»") fun modelName(): String }`, [assignment("modelName")]);
  });
});
