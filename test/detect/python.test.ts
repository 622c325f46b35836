import assert from "node:assert/strict";
import type { Frame } from "../../src/detect/frame.ts";
import { python } from "../../src/detect/languages/python.ts";
import {
  address,
  argument,
  assignment,
  comparison,
  enumeration,
  expectCandidates,
  fallback,
  flag,
  item,
  property,
  union,
} from "./scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(python, marked, contexts);

describe("detecting candidates in Python", () => {
  describe("assignments", () => {
    it("names variables, attributes and annotated constants", () => {
      expect(`model = "«gpt-4o»"`, [assignment("model")]);
      expect(`self.model = '«gpt-4o»'`, [assignment("self.model")]);
      expect(`MODEL: Final[str] = "«gpt-4o»"`, [assignment("MODEL")]);
      expect(`a = b = "«gpt-4o»"`, [assignment("b")]);
      expect(`if (m := "«gpt-4o»"): pass`, [assignment("m")]);
    });
    it("pairs the targets and values of a tuple", () => {
      expect(`chat, embed = "«gpt-4o»", "«bge-m3»"`, [assignment("chat")], [assignment("embed")]);
      expect(`MODELS = "«gpt-4o»", "«bge-m3»"`, [item(0), assignment("MODELS")], [item(1), assignment("MODELS")]);
    });
    it("names the entry that a subscript selects", () => {
      expect(`os.environ["«MODEL»"] = "«gpt-4o»"`, [comparison], [assignment("MODEL")]);
      expect(`config["«model»"] = "«gpt-4o»"`, [comparison], [property("model")]);
    });
    it("names defaults of parameters, and no function around them", () => {
      expect(
        `def f(model: str = "«gpt-4o»", *, size="«small»") -> "Result":\n    g("«ok»")\n`,
        [assignment("model")],
        [assignment("size")],
        [argument("g", 0)],
      );
      expect(`call(key=lambda m="«gpt-4o»": m)`, [assignment("m"), argument("call", "key")]);
    });
    it("gives what a function gives its name", () => {
      expect(
        `def model(\n        p,\n) -> str:\n    if p == "«xx»":\n# a comment\n        return "«aa»"\n    return {\n"a": "«bb»"}[p] or f("«cc»")\nreturn "«dd»"\n`,
        [comparison],
        [assignment("model")],
        [property("a"), assignment("model")],
        [argument("f", 0), fallback("p"), assignment("model")],
        [],
      );
      expect(`def model(): return "«aa»"\nx = "«bb»"`, [assignment("model")], [assignment("x")]);
      expect(
        `class A:\n  async def model(self):\n    return "«aa»", 1\n  other = "«bb»"`,
        [item(0), assignment("model")],
        [assignment("other")],
      );
    });
    it("names a function for the first of several values that it gives", () => {
      expect(`def model(): return "«aa»", "«bb»"`, [item(0), assignment("model")], [item(1)]);
      expect(`def model(): return ("«aa»", "«bb»")`, [item(0), assignment("model")], [item(1, "aa")]);
      expect(`model = ("«aa»", "«bb»")`, [item(0), assignment("model")], [item(1, "aa"), assignment("model")]);
    });
    it("gives a function nothing of what one inside of it gives, and an enum no member of what its methods give", () => {
      expect(`def outer():\n  def inner():\n    return "«aa»"\n  return "«bb»"`, [assignment("inner")], []);
      expect(
        `class M(str, Enum):\n  A = "«aa»"\n  def model(self):\n    return "«bb»"\n  B = "«cc»"`,
        [assignment("A"), enumeration("M")],
        [assignment("model")],
        [assignment("B"), enumeration("M")],
      );
    });
    it("names the fields of classes", () => {
      expect(
        `class S(BaseSettings):\n    model: str = "«gpt-4o»"\n    other: str = Field(default="«bge-m3»")\n    third = Field("«phi-4»")\n`,
        [assignment("model")],
        [argument("Field", "default"), assignment("other")],
        [argument("Field", 0), assignment("third")],
      );
    });
    it("goes on over a backslash at the end of a line", () => {
      expect(`model = name \\\n  or "«gpt-4o»"`, [fallback("name"), assignment("model")]);
    });
  });

  describe("parametrized tests", () => {
    const row = argument("pytest.mark.parametrize", 1);
    it("names the parameter that each element of the list is given to", () => {
      expect(
        `@pytest.mark.parametrize("model", ["«aa»", pytest.param("«bb»", id="«x-1»")])\ndef test(model): f(model, "«cc»")`,
        [assignment("model"), row],
        [assignment("model"), row],
        [argument("pytest.param", "id"), assignment("model"), row],
        [argument("f", 1)],
      );
    });
    it("names the parameter of a row's column", () => {
      expect(
        `@pytest.mark.parametrize("backend, model", [("«aa»", "«bb»"), ["«cc»", "«dd»"], pytest.param("«ee»", "«ff»")])\n`,
        [assignment("backend"), item(0), row],
        [assignment("model"), item(0), row],
        [assignment("backend"), item(1), row],
        [assignment("model"), item(1), row],
        [assignment("backend"), item(2), row],
        [assignment("model"), item(2), row],
      );
      expect(
        `@pytest.mark.parametrize("settings,n", [({"model": "«aa»"}, 1), (f("«bb»"), 2)])\n`,
        [property("model"), assignment("settings"), item(0), row],
        [argument("f", 0), assignment("settings"), item(1), row],
      );
    });
    it("names nothing for lists in lists, for further arguments and for other calls", () => {
      expect(
        `@pytest.mark.parametrize("models", [["«aa»", "«bb»"]], ids=["«cc»"])\n`,
        [item(0), assignment("models"), row],
        [item(1, "aa"), assignment("models"), row],
        [item(0), argument("pytest.mark.parametrize", "ids")],
      );
      expect(`f("«model»", ["«aa»", "«bb»"])`, [argument("f", 0)], [item(0), argument("f", 1)], [item(1, "aa"), argument("f", 1)]);
    });
  });

  describe("calls", () => {
    it("tells keyword, position and dotted callee", () => {
      expect(`client.chat.completions.create(model="«gpt-4o»", n=1)`, [argument("client.chat.completions.create", "model")]);
      expect(
        `m = AutoModel.from_pretrained(\n    "«allenai/OLMo-2-1124-7B»",\n    revision="«main»",\n)`,
        [argument("AutoModel.from_pretrained", 0), assignment("m")],
        [argument("AutoModel.from_pretrained", "revision"), assignment("m")],
      );
      expect(`foo(*["«aa»"], **{"model": "«bb»"})`, [item(0), argument("foo", 0)], [property("model"), argument("foo", 1)]);
    });
    it("starts the callee anew after a call in a chain", () => {
      expect(`x = OpenAI().chat(model="«gpt-4o»")`, [argument("chat", "model"), assignment("x")]);
    });
    it("sees through lists and dicts to the call", () => {
      expect(
        `f(messages=[{"role": "«user»", "model": "«gpt-4o»"}])`,
        [property("role"), item(0), argument("f", "messages")],
        [property("model"), item(0), argument("f", "messages")],
      );
    });
    it("gives the flag that an argument of a command line declares", () => {
      expect(
        `p.add_argument("-m", "--model", default="«gpt-4o»", choices=["«gpt-4o»", "«o3»"])`,
        [argument("p.add_argument", "default"), flag("--model")],
        [item(0), argument("p.add_argument", "choices"), flag("--model")],
        [item(1, "gpt-4o"), argument("p.add_argument", "choices"), flag("--model")],
      );
      expect(`@click.option("--model", default="«gpt-4o»")\ndef f(): ...`, [argument("click.option", "default"), flag("--model")]);
    });
    it("takes the value of a flag that stands in the same string", () => {
      expect(
        `subprocess.run(["«vllm»", "«serve»", "--model=«Qwen/Qwen3-8B»", "--tokenizer=«a/b»"])`,
        [item(0), argument("subprocess.run", 0)],
        [item(1, "vllm"), argument("subprocess.run", 0)],
        [flag("--model"), item(2, "serve"), argument("subprocess.run", 0)],
        [flag("--tokenizer"), item(3, "--model=Qwen/Qwen3-8B"), argument("subprocess.run", 0)],
      );
      expect(`A = "-m=«gpt-4o»"`, [flag("-m"), assignment("A")]);
    });
    it("takes a command line that is run, or kept to be, by its words", () => {
      const operand = (command: string): Frame => ({ kind: "operand", command, position: 0 });
      const flagOf = (command: string, name: string): Frame => ({ kind: "flag", command, name });
      expect(`os.system("ollama pull «mistral»")`, [operand("ollama pull"), argument("os.system", 0)]);
      expect(`subprocess.run("vllm serve «a/b-7b» --port 80", shell=True)`, [operand("vllm serve"), argument("subprocess.run", 0)]);
      expect(
        `cmd = "python train.py --model_name_or_path=«a/b-7b» -m «c-8b»"`,
        [flagOf("python", "--model_name_or_path"), assignment("cmd")],
        [flagOf("python", "-m"), assignment("cmd")],
      );
      expect(
        `subprocess.run(["«ollama»", "«pull»", "«mistral»"])`,
        [item(0), argument("subprocess.run", 0)],
        [item(1, "ollama"), argument("subprocess.run", 0)],
        [operand("ollama pull"), item(2, "pull"), argument("subprocess.run", 0)],
      );
      for (const source of [
        `print("ollama pull mistral")`,
        `help = "ollama pull mistral"`,
        `run("ollama is a program")`,
        `os.system("ollama pull " + name)`,
        `if cmd == "ollama pull mistral": pass`,
      ])
        expect(source);
    });
    it("takes the names that stand in one string with commas or semicolons between them, and the values of settings", () => {
      expect(
        `MODELS = "«gpt-4o»,«o3-mini» , «a/b»"`,
        [item(0), assignment("MODELS")],
        [item(1, "gpt-4o"), assignment("MODELS")],
        [item(2, "o3-mini"), assignment("MODELS")],
      );
      expect(`m = "«gpt-4o»;«a/b»;"`, [item(0), assignment("m")], [item(1, "gpt-4o"), assignment("m")]);
      expect(`m = "«gpt-4o»,«a/b»".split(",")`, [item(0), assignment("m")], [item(1, "gpt-4o"), assignment("m")]);
      expect(
        `connect("provider=«openai»,model=«gpt-4o»")`,
        [property("provider"), argument("connect", 0)],
        [property("model"), argument("connect", 0)],
      );
      for (const source of [
        `d = "Supports gpt-4o, claude-3-opus"`,
        `d = "gpt-4o,claude-3-opus, and more"`,
        `row = "gpt-4o,2.5,10"`,
        `MODELS = f"gpt-4o,{more}"`,
        `MODELS = "gpt-4o,o3" + more`,
        `if models == "gpt-4o,o3": pass`,
        `x = {"gpt-4o,o3": 1}`,
        `m = "gpt-4o,o3".replace(",", "")`,
        `m = "gpt-4o".split("-")`,
        `MODELS = ",,"`,
      ])
        expect(source);
    });
    it("takes no value of a flag that is filled in, cut off, compared or no flag's", () => {
      for (const source of [
        `run([f"--model={name}"])`,
        `run([f"--model={org}/x"])`,
        `run(["--model={}".format(name)])`,
        `run(["--model=%s" % name])`,
        `run(["--model=" + name])`,
        `run(["--model=gpt-" + size])`,
        `run(["--model=gpt-4o" + suffix])`,
        `run(["--model"])`,
        `run(["--model="])`,
        `run(["--a=b", "--port=8000"])`,
        `run(["--model-revision=qwen2"])`,
        `run(["--model=MODEL_NAME"])`,
        `run(["- a model=gpt-4o", "-- model=gpt-4o", "--the model=gpt-4o", "-", "--", "-=gpt-4o", "---x=gpt-4o"])`,
        `run(["--model=gpt-4o and more"])`,
        `if arg == "--model=gpt-4o": pass`,
        `x = arg.startswith("--model=gpt-4o")`,
        `x = {"--model=gpt-4o": 1}`,
        `run([b"--model=gpt-4o"])`,
      ]) {
        assert.deepEqual(python.detect(source).candidates, [], source);
      }
    });
    it("keeps the element before each element of a list", () => {
      expect(
        `cmd = ["«vllm»", "«serve»", "--model", "«X1»"]`,
        [item(0), assignment("cmd")],
        [item(1, "vllm"), assignment("cmd")],
        [flag("--model"), item(3, "--model"), assignment("cmd")],
      );
    });
  });

  describe("defaults of look-ups", () => {
    it("names the variable of the environment", () => {
      expect(`m = os.getenv("«MODEL»", "«gpt-4o»")`, [argument("os.getenv", 0), assignment("m")], [fallback("MODEL"), assignment("m")]);
      expect(
        `f(model=os.environ.get("«MODEL»", "«gpt-4o»"))`,
        [argument("os.environ.get", 0), argument("f", "model")],
        [fallback("MODEL"), argument("f", "model")],
      );
      expect(
        `m = os.environ.get("«MODEL»") or "«gpt-4o»"`,
        [argument("os.environ.get", 0), assignment("m")],
        [fallback("MODEL"), assignment("m")],
      );
      expect(`m = os.environ["«MODEL»"] or "«gpt-4o»"`, [comparison], [fallback("MODEL"), assignment("m")]);
    });
    it("names what stands before `or`, and the attribute of getattr", () => {
      expect(`m = args.model or "«gpt-4o»"`, [fallback("args.model"), assignment("m")]);
      expect(`m = getattr(cfg, "«model»", "«gpt-4o»")`, [argument("getattr", 1), assignment("m")], [fallback("model"), assignment("m")]);
      expect(`m = config("«MODEL»", default="«gpt-4o»")`, [argument("config", 0), assignment("m")], [fallback("MODEL"), assignment("m")]);
    });
    it("names the setting that a test puts a value in the place of", () => {
      expect(`monkeypatch.setenv("MODEL", "«gpt-4o»")`, [property("MODEL"), argument("monkeypatch.setenv", 1)]);
      expect(`monkeypatch.setattr("app.MODEL", "«gpt-4o»")`, [property("MODEL"), property("app"), argument("monkeypatch.setattr", 1)]);
      expect(`setattr(cfg, "«model»", "«gpt-4o»")`, [argument("setattr", 1)], [fallback("model")]);
      expect(`monkeypatch.setitem(cfg, "«model»", "«gpt-4o»")`, [argument("monkeypatch.setitem", 1)], [fallback("model")]);
      expect(`with patch("«app.MODEL»", "«gpt-4o»"): pass`, [argument("patch", 0)], [fallback("app.MODEL")]);
      expect(`with mock.patch("«app.MODEL»", new="«gpt-4o»"): pass`, [argument("mock.patch", 0)], [fallback("app.MODEL")]);
      expect(`mocker.patch.object(cfg, "«model»", "«gpt-4o»")`, [argument("mocker.patch.object", 1)], [fallback("model")]);
    });
    it("names nothing by the address of an HTTP patch, nor by the attribute that a mock has its result under", () => {
      expect(`client.patch("«a/model»", "«gpt-4o»")`, [argument("client.patch", 0)], [argument("client.patch", 1)]);
      expect(`patch("«app.load»", return_value="«gpt-4o»")`, [argument("patch", 0)], [argument("patch", "return_value")]);
    });
    it("takes both results of a conditional expression", () => {
      expect(`m = "«aa»" if fast else "«bb»"`, [fallback(null), assignment("m")], [fallback(null), assignment("m")]);
      expect(`m = cfg.model if cfg.model else "«bb»"`, [fallback("cfg.model"), assignment("m")]);
    });
  });

  describe("comparisons", () => {
    it("marks operands and members", () => {
      expect(`if m == "«aa»" or "«bb»" != m or m is "«cc»": pass`, [comparison], [comparison], [comparison]);
      expect(`x = m in ("«aa»", "«bb»")`, [comparison, item(0), assignment("x")], [comparison, item(1, "aa"), assignment("x")]);
      expect(`x = "«aa»" not in m`, [comparison, assignment("x")]);
    });
    it("does not take the `in` of a loop for a comparison", () => {
      expect(`for m in ["«aa»", "«bb»"]: run(m)`, [item(0), assignment("m")], [item(1, "aa"), assignment("m")]);
      expect(`x = [m for m in names if m != "«aa»"]`, [comparison, assignment("m"), assignment("x")]);
    });
    it("marks patterns, assertions and tests of beginnings", () => {
      expect(`match m:\n    case "«aa»" | "«bb»":\n        x = "«cc»"\n`, [comparison], [comparison], [assignment("x")]);
      expect(`assert cfg == {"model": "«gpt-4o»"}`, [comparison, property("model")]);
      expect(`assert {"model": "«gpt-4o»"} == cfg`, [comparison, property("model")]);
      expect(`m.startswith("«gpt»")`, [comparison, argument("m.startswith", 0)]);
      expect(
        `self.assertEqual(run(model="«gpt-4o»"), "«gpt-4»")`,
        [argument("run", "model"), argument("self.assertEqual", 0)],
        [comparison, argument("self.assertEqual", 1)],
      );
      expect(`mock.assert_called_once_with(model="«gpt-4o»")`, [comparison, argument("mock.assert_called_once_with", "model")]);
    });
    it("marks subscripts and leaves keys out", () => {
      expect(
        `prices = {"gpt-4o": 1, "gpt-4": {"unit": "«token»"}}\ny = prices["«gpt-4o»"]`,
        [property("unit"), property("gpt-4"), assignment("prices")],
        [comparison],
      );
    });
  });

  describe("declared sets", () => {
    it("knows literal types, under the name they are declared by", () => {
      expect(`Model = Literal["«gpt-4o»", "«o3»"]`, [union("Model")], [union("Model")]);
      expect(`def f(model: typing.Literal["«gpt-4o»"] = "«gpt-4o»"): ...`, [union("model")], [assignment("model")]);
    });
    it("knows the members of enums, and where the class ends", () => {
      expect(
        `class Models(str, Enum):\n    """doc"""\n    SMALL = "«gpt-4o-mini»"\n\n    # a comment\n    LARGE = "«gpt-4o»"\nother = "«o3»"\n`,
        [assignment("SMALL"), enumeration("Models")],
        [assignment("LARGE"), enumeration("Models")],
        [assignment("other")],
      );
    });
  });

  describe("strings", () => {
    it("reads prefixes, triple quotes and escapes", () => {
      expect(
        `a = r"«gpt-4o»"; b = u'«gpt-4o»'; c = f"«gpt-4o»"; d = """«gpt-4o»"""; e = b"gpt-4o"`,
        [assignment("a")],
        [assignment("b")],
        [assignment("c")],
        [assignment("d")],
      );
      const { candidates } = python.detect(String.raw`m = "gpt\x2d4o"`);
      assert.deepEqual(candidates, [{ text: "gpt-4o", range: { start: 5, end: 14 }, context: [assignment("m")], cell: null }]);
    });
    it("leaves out comments, docstrings, and parts of longer strings", () => {
      expect(`"""gpt-4o"""\n# model = "gpt-4o"\ndef f():\n    'gpt-4o'\n`);
      expect(`a = "gpt-" + size\nb = org + "/name"\nc = "gpt" "-4o"\nd = ("gpt"  # why\n     "-4o")\ne = "aa" % x\nf = f"gpt-{x}"\n`);
    });
    it("leaves out what is put behind a path, and no string beside a division", () => {
      expect(`load(tmp_path / "aa")\nb = Path(root) / "bb" / "cc"\n`);
      expect(`f(total / 2, model="«dd»")\ndef g(a, /, model="«ee»"): pass\n`, [argument("f", "model")], [assignment("model")]);
    });
    it("scans the code inside a formatted string, and nothing around it", () => {
      expect(`x = f"{'{{'}a{run('«gpt-4o»')}b"\ny = "«o3»"`, [argument("run", 0)], [assignment("y")]);
    });
  });

  describe("functions of libraries", () => {
    it("takes the default of a flag that absl declares, by the flag's name", () => {
      expect(
        `flags.DEFINE_string("«model_name»", "«gpt-4o»", "which one")`,
        [argument("flags.DEFINE_string", 0)],
        [fallback("model_name")],
      );
      expect(`DEFINE_string("«model»", default="«gpt-4o»")`, [argument("DEFINE_string", 0)], [fallback("model")]);
      expect(`define("«model»", "«gpt-4o»")`, [argument("define", 0)], [argument("define", 1)]);
    });
    it("takes what a parameter of a study may be for a list under the parameter's name", () => {
      expect(`t.suggest_categorical("«model»", ["«gpt-4o»"])`, [argument("t.suggest_categorical", 0)], [item(0), fallback("model")]);
    });
    it("sees through what makes a collection or a text of its argument", () => {
      expect(`MODELS = frozenset(["«gpt-4o»", "«o3»"])`, [item(0), assignment("MODELS")], [item(1, "gpt-4o"), assignment("MODELS")]);
      expect(`MODELS = tuple({"«gpt-4o»"})`, [item(0), assignment("MODELS")]);
      expect(`model = str("«gpt-4o»")`, [assignment("model")]);
      expect(`model = pick(["«gpt-4o»"])`, [item(0), argument("pick", 0), assignment("model")]);
    });
  });

  it("finds the model in addresses of hubs", () => {
    expect(`u = "https://huggingface.co/«allenai/OLMo-2-1124-7B»/resolve/main/config.json"`, [address("huggingface"), assignment("u")]);
    expect(`u = f"https://huggingface.co/«allenai/OLMo-2»/resolve/{rev}"`, [address("huggingface"), assignment("u")]);
    expect(`run("curl -LO https://huggingface.co/«allenai/OLMo-2»/resolve/main/x")`, [address("huggingface"), argument("run", 0)]);
    expect(`u = "https://huggingface.co/datasets/allenai/dolma"; v = "see https://huggingface.co/allenai/OLMo-2"`);
    expect(`u = "https://huggingface.co/allenai/OLMo-" + size`);
  });

  it("collects the modules that are imported", () => {
    const { modules } = python.detect(
      `import os, google.genai as genai\nfrom transformers import (AutoModel,\n  pipeline)\nfrom . import a\nfrom .b import c\nm = importlib.import_module("vllm.entry")\ndef f():\n    from openai import OpenAI\n    yield from g\n`,
    );
    assert.deepEqual(modules, ["os", "google.genai", "transformers", "vllm.entry", "openai"]);
  });

  describe("broken code", () => {
    it("ends an open string with its line", () => {
      expect(`x = foo("gpt-4o\ny = "«o3»"\n`, [assignment("y")]);
      expect(`x = f"{foo('gpt-4o\ny = "«o3»"\n`, [assignment("y")]);
    });
    it("ends an open bracket at the next statement", () => {
      expect(`x = foo(a,\ndef f(m="«aa»"): pass\n`, [assignment("m")]);
      expect(`client = OpenAI(\nmodel = "«gpt-4o»"\n`, [assignment("model")]);
      expect(`x = [foo({"a": (\nreturn g("«aa»")\n`, [argument("g", 0)]);
    });
    it("passes over closing brackets that nothing opened", () => {
      expect(`)]} x = "«aa»"\ny = f(]"«bb»")`, [assignment("x")], [argument("f", 0), assignment("y")]);
    });
  });

  describe("loops", () => {
    it("give what they go over to their name", () => {
      expect(
        `for model_id in ("«aa»", "«bb»"):\n    run("«cc»")\n`,
        [item(0), assignment("model_id")],
        [item(1, "aa"), assignment("model_id")],
        [argument("run", 0)],
      );
      expect(
        `for model in "«aa»", "«bb»":\n    x = "«cc»"\n`,
        [item(0), assignment("model")],
        [item(1), assignment("model")],
        [assignment("x")],
      );
      expect(`for m in sorted(["«aa»"]): pass\nfor m in tqdm(["«bb»"]): pass`, [item(0), assignment("m")], [item(0), assignment("m")]);
      expect(
        `xs = [load(m) for m in ["«aa»", "«bb»"]]`,
        [item(0), assignment("m"), assignment("xs")],
        [item(1, "aa"), assignment("m"), assignment("xs")],
      );
      expect(
        `f(m for m in ["«aa»"] if m != "«bb»")`,
        [item(0), assignment("m"), argument("f", 0)],
        [comparison, assignment("m"), argument("f", 0)],
      );
    });
    it("give the columns of rows to one name each", () => {
      expect(
        `for name, model in [("«aa»", "«bb»"), ("«cc»", "«dd»")]: pass`,
        [item(0), assignment("name"), item(0)],
        [item(1, "aa"), assignment("model"), item(0)],
        [item(0), assignment("name"), item(1)],
        [item(1, "cc"), assignment("model"), item(1)],
      );
      expect(
        `for (name, model) in [["«aa»", "«bb»"]]: pass`,
        [item(0), assignment("name"), item(0)],
        [item(1, "aa"), assignment("model"), item(0)],
      );
      expect(`for name, model in {"a": "«aa»"}.items(): pass`, [property("a"), assignment("model")]);
    });
    it("do not give the arguments of a function to the name of what it makes", () => {
      expect(`for part in client.chat(model="«aa»"): pass`, [argument("client.chat", "model")]);
      expect(`for part in await stream("«aa»"): pass`, [argument("stream", 0)]);
      expect(`for model in models + ["«aa»"]: pass`, [item(0), assignment("model")]);
    });
    it("give nothing to a number, or to names in brackets of their own", () => {
      expect(`for i, x in enumerate(["«aa»", "«bb»"]): pass`, [item(0), assignment("x")], [item(1, "aa"), assignment("x")]);
      expect(`for n, (a, b) in [("«aa»", ("«bb»", 2))]: pass`, [item(0), item(0)], [item(0), item(1, "aa"), item(0)]);
      expect(`for a, b in zip(["«aa»"], ["«bb»"]): pass`, [item(0), argument("zip", 0)], [item(0), argument("zip", 1)]);
    });
  });
  it("takes an index into a table for one of its values", () => {
    expect(
      `model = {"a": "«aa»", "b": "«bb»"}[size]\nf(model={"a": "«cc»"}[size])`,
      [property("a"), assignment("model")],
      [property("b"), assignment("model")],
      [property("a"), argument("f", "model")],
    );
  });
  it("names arguments of the command line that have no dashes by the word that declares them", () => {
    expect(
      `p.add_argument("«model»", nargs="?", default="«aa»")`,
      [argument("p.add_argument", 0)],
      [argument("p.add_argument", "default"), flag("model")],
    );
    expect(
      `@click.argument("«model-id»", default="«aa»")\ndef f(model_id): pass`,
      [argument("click.argument", 0)],
      [argument("click.argument", "default"), flag("model-id")],
    );
    expect(
      `register("«model»", default="«aa»")\nadd_arguments("«model»", default="«bb»")`,
      [argument("register", 0)],
      [argument("register", "default")],
      [argument("add_arguments", 0)],
      [argument("add_arguments", "default")],
    );
  });
});
