import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { scala } from "../../../src/detect/languages/scala.ts";
import { argument, assignment, comparison, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(scala, marked, contexts);

describe("detecting candidates in Scala", () => {
  it("names values, parameters and what functions give", () => {
    expect(
      `val model: String = "«gpt-4o»"\ndef f(model: String = "«o3»")(implicit x: Y): String = "«aa»"\ndef g: String = { "«bb»" }`,
      [assignment("model")],
      [assignment("model")],
      [assignment("f")],
      [assignment("g")],
    );
    expect(`case class S(model: String = "«aa»") extends Base("«bb»")`, [assignment("model")], [argument("Base", 0)]);
  });

  it("reads named arguments and type arguments", () => {
    expect(`create(Settings(model = "«gpt-4o»", n = Some(1)))`, [argument("Settings", "model"), argument("create", 0)]);
    expect(`f[Map[String, Int]]("«aa»")`, [argument("f", 0)]);
  });

  it("pairs keys and values, and makes lists", () => {
    expect(`val m = Map[String, String]("model" -> "«aa»", "gpt-4o" -> x)`, [property("model"), argument("Map", 0), assignment("m")]);
    expect(`val l = Seq("«aa»", "«bb»")`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
    for (const call of ["ListSet", "SortedSet", "ListBuffer", "ArrayBuffer"])
      expect(`val l = ${call}("«aa»", "«bb»")`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
  });

  it("goes on with a list behind what makes it longer", () => {
    expect(
      `val a = "«aa»" :: "«bb»" :: Nil\nval c = rest :+ "«cc»"\nval d = "«dd»" +: rest`,
      [assignment("a")],
      [assignment("a")],
      [assignment("c")],
      [assignment("d")],
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `val m = sys.env.getOrElse("«M1»", "«aa»")`,
      [argument("sys.env.getOrElse", 0), assignment("m")],
      [fallback("M1"), assignment("m")],
    );
    expect(`val m = sys.env.get("M").getOrElse("«aa»")`, [fallback(null), assignment("m")]);
  });

  it("takes cases for comparisons and what they give for values", () => {
    const [pattern, other, value] = scala.detect(`val m = p match {\n  case "aa" | "bb" => "cc"\n}`).candidates;
    assert.deepEqual([pattern?.context[0], other?.context[0]], [comparison, comparison]);
    assert.deepEqual(value?.context.at(-1), assignment("m"));
    expect(`if (m == "«aa»") f()\nm shouldBe Some("«bb»")`, [comparison], [comparison]);
  });

  it("leaves out interpolated strings with something filled in, nested comments and characters", () => {
    expect(
      `val a = s"gpt-$n"; val b = s"«gpt-4o»"; val c = '"'; /* /* "aa" */ "bb" */ run("""«cc»""")`,
      [assignment("b")],
      [argument("run", 0)],
    );
  });

  it("lists what is imported", () => {
    assert.deepEqual(scala.detect("import io.cequence.openaiscala.domain.{ModelId, Role}\nimport a.b._\n").modules, [
      "io.cequence.openaiscala.domain",
      "a.b._",
    ]);
  });

  it("sees a text through what makes JSON of it: kept under a key, or compared", () => {
    expect(
      `val m = Map("model" -> JsString("«aa»"))\nassert(m.get("«model»").contains(JsString("«bb»")))\nval o = Json.obj("model" -> Json.fromString("«cc»"))`,
      [property("model"), argument("Map", 0), assignment("m")],
      [argument("m.get", 0), argument("assert", 0)],
      [comparison, argument("contains", 0), argument("assert", 0)],
      [property("model"), argument("Json.obj", 0), assignment("o")],
    );
  });

  it("takes a literal that becomes JSON for what it says, and no other", () => {
    expect(`val o = Json.obj("model" -> "«aa»".asJson)\nval p = Map("model" -> "bb".hashed)`, [
      property("model"),
      argument("Json.obj", 0),
      assignment("o"),
    ]);
  });

  it("marks what Hedgehog and ScalaTest expect", () => {
    expect(`actual ==== "«aa»"\nmodels should contain ("«bb»")`, [comparison], [comparison, argument("contain", 0)]);
  });
});
