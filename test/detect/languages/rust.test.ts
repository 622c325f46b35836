import assert from "node:assert/strict";
import { rust } from "../../../src/detect/languages/rust.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(rust, marked)), expected);
}

describe("detecting candidates in Rust", () => {
  it("names constants, statics and variables, whatever their type", () => {
    expect(
      `pub const GPT_4O: &str = "«gpt-4o»";
static S: &'static str = "«aa»";
pub(super) const ALL: &[&str] = &["«bb»", "«cc»"];
const PAIRS: [(&str, u32); 2] = [("«dd»", 1), ("«ee»", 2)];
lazy_static! { static ref Q: String = "«ff»".to_string(); }
self.model = "«gg»".to_owned();`,
      "gpt-4o: assignment GPT_4O",
      "aa: assignment S",
      "bb: item 0 < assignment ALL",
      "cc: item 1 after bb < assignment ALL",
      "dd: item 0 < item 0 < assignment PAIRS",
      "ee: item 0 < item 1 < assignment PAIRS",
      "ff: argument lazy_static String",
      "gg: assignment self.model",
    );
  });

  it("takes the fields of a struct for named arguments of its type, through what only wraps them", () => {
    expect(
      `let r = Request { model: "«aa»".to_string(), messages: vec![], ..Default::default() };
let r = types::Request { model: Some("«bb»".into()), stop: None };
let r = Outer { inner: Inner { model: "«cc»", }, f: |x| { "«dd»" } };
xs.iter().map(|x: &str| Foo { model: "«ee»" }).collect();`,
      "aa: argument Request model < assignment r",
      "bb: argument types::Request model < assignment r",
      "cc: argument Inner model < argument Outer inner < assignment r",
      "dd: fallback null < argument Outer f < assignment r",
      "ee: argument Foo model < argument map 0",
    );
  });

  it("reads the arms of a match: patterns are compared, values are offered", () => {
    expect(
      `fn name(&self) -> &str {
    match self {
        Self::Gpt4o => "«aa»",
        Model::B { .. } => { "«bb»" }
        Self::C | Self::D => r#"«cc»"#,
        _ => if x { "«dd»" } else { "«ee»" },
    }
}
let m = match s { "no" | "«yes»" => Ok(Self::A), x if x == "«ff»" => Err(f("«gg»")), _ => z };
let z = match p { Provider::OpenAi => "«hh»", Provider::B => "«ii»" };`,
      "aa: item 0 < assignment name",
      "bb: fallback null < item 1 < assignment name",
      "cc: item 2 < assignment name",
      "dd: fallback null < item 3 < assignment name",
      "ee: fallback null < item 3 < assignment name",
      "yes: comparison < item 0 < assignment m",
      "ff: comparison < item 1 < assignment m",
      "gg: argument f 0 < argument Err 0 < item 1 < assignment m",
      "hh: item 0 < assignment z",
      "ii: item 1 < assignment z",
    );
  });

  it("names a function for the first of several values that an arm gives, and not for a conversion", () => {
    expect(
      `fn model(&self) -> (&str, &str) { match self { A => ("«aa»", "«bb»"), _ => f("«cc»", "«dd»") } }
fn to_string(&self) -> String { match self { A => "«ee»".to_string(), _ => "«ff»".to_string() } }`,
      "aa: item 0 < item 0 < assignment model",
      "bb: item 1 after aa",
      "cc: argument f 0 < item 1 < assignment model",
      "dd: argument f 1 < item 1 < assignment model",
      "ee: item 0",
      "ff: item 1",
    );
  });

  it("compares what an arm has patterns of, and gives no function what a bound match gives", () => {
    expect(
      `fn f() { let m = match s { "aa" | "«bb»" | "«cc»" => { 1 } _ => g("«dd»" | x) }; }`,
      "bb: comparison < item 0 < assignment m",
      "cc: comparison < item 0 < assignment m",
      "dd: argument g 0 < item 1 < assignment m",
    );
  });

  it("compares an object that a macro makes of what is compared", () => {
    expect(
      `fn f() { assert_eq!(body, json!({"model": "«aa»"})); send(json!({"model": "«bb»"})); }`,
      "aa: comparison < property model < argument assert_eq 1",
      "bb: property model < argument send 0",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `let m = std::env::var("«MODEL»").unwrap_or_else(|_| "«aa»".into());
let n = args.model.unwrap_or("«bb»".to_string());
let x = if a { "«cc»" } else { "«dd»" };`,
      "MODEL: argument std::env::var 0 < assignment m",
      "aa: fallback MODEL < assignment m",
      "bb: fallback args.model < assignment n",
      "cc: fallback null < assignment x",
      "dd: fallback null < assignment x",
    );
  });

  it("gives the value of a function that is one string the function's name", () => {
    expect(
      `impl A {
    fn default_model() -> String {
        "«aa»".to_string()
    }
    pub fn other() -> &'static str { return "«bb»"; }
}`,
      "aa: assignment default_model",
      "bb: assignment other",
    );
  });

  it("reads builders, calls with type arguments, and macros", () => {
    expect(
      `let agent = client.agent("«aa»").preamble("«bb»").build();
let r = CreateArgs::default().model("«cc»").messages([x]).build()?;
let u = foo::<Vec<String>>("«dd»");
let v = vec!["«ee»", "«ff»"];
let j = json!({"model": "«gg»", "messages": [{"role": "«hh»"}]});
let f = format!("{}-x", "«ii»");`,
      "aa: argument client.agent 0 < assignment agent",
      "bb: argument preamble 0 < assignment agent",
      "cc: argument model 0 < assignment r",
      "dd: argument foo 0 < assignment u",
      "ee: item 0 < assignment v",
      "ff: item 1 after ee < assignment v",
      "gg: property model < assignment j",
      "hh: property role < item 0 < property messages < assignment j",
      "ii: argument format 1 < assignment f",
    );
  });

  it("reads attributes, and knows the members of enums", () => {
    expect(
      `#[derive(Serialize)]
#[serde(rename_all = "«kebab-case»")]
pub enum Model<'a> {
    #[serde(rename = "«gpt-4o»")]
    Gpt4o,
    D(&'a str),
}
struct Args { #[arg(long, default_value = "«aa»")] model: String }`,
      "kebab-case: argument serde rename_all",
      "gpt-4o: argument serde rename < item 0 < declaration enum",
      "aa: assignment model",
    );
  });

  it("marks comparisons and assertions", () => {
    expect(
      `assert_eq!(m.as_str(), "«aa»");
assert_eq!(m, Some("«bb»"));
assert!(matches!(m, "«cc»" | "«dd»"));
if m == "«ee»" || m.starts_with("«ff»") { run("«gg»"); }`,
      "aa: comparison < argument assert_eq 1",
      "bb: comparison < argument assert_eq 1",
      "cc: comparison < argument matches 1 < argument assert 0",
      "dd: comparison < argument matches 1 < argument assert 0",
      "ee: comparison",
      "ff: comparison < argument m.starts_with 0",
      "gg: argument run 0",
    );
    expect(
      `prop_assert_eq!(m, "«aa»");
assert_str_eq!(m.as_str(), "«bb»");
Mock::given(body_string_contains("«cc»"));
prop_compose!("«dd»");`,
      "aa: comparison < argument prop_assert_eq 1",
      "bb: comparison < argument assert_str_eq 1",
      "cc: comparison < argument body_string_contains 0 < argument Mock::given 0",
      "dd: argument prop_compose 0",
    );
  });

  it("reads JSON that a macro makes as what it is given to", () => {
    expect(
      `let body = json!({ "model": "«aa»" });
send(&serde_json::json!({ "model": "«bb»" }));
let other = toml!({ "model": "«cc»" });`,
      "aa: property model < assignment body",
      "bb: property model < argument send 0",
      "cc: property model < argument toml 0 < assignment other",
    );
  });

  it("leaves out comments, characters and lifetimes", () => {
    expect(
      [
        '//! "no"',
        '/// model: "no"',
        '/* /* nested "no" */ "no" */',
        "let c = 'c'; let d = '\\''; let q = '\"'; let b = b'b';",
        "fn f<'a>(x: &'a str) -> &'a str { g(\"«aa»\") }",
        'let raw = r##"a "# b"##; let t = r#"«bb»"#;',
      ].join("\n"),
      "aa: argument g 0",
      "bb: assignment t",
    );
  });

  it("reads the text of byte strings: bodies of requests are written so", () => {
    expect(
      `let a = br#"{"model": "«aa»"}"#;
let b = b"{\\"model\\": \\"«bb»\\"}";
let c = request.body(br"«cc»");`,
      "aa: property model < assignment a",
      "bb: property model < assignment b",
      "cc: argument request.body 0 < assignment c",
    );
  });

  it("takes what is stored under a key for its value: maps, forms", () => {
    expect(
      `let form = Form::new().text("model", "«aa»").part("«file»", part);
map.insert("model", "«bb»".into());
map.insert("model", Value::String("«cc»".into()));
list.insert(0, "«dd»");`,
      "aa: property model < argument text 1 < assignment form",
      "file: argument part 0 < assignment form",
      "bb: property model < argument map.insert 1",
      "cc: property model < argument map.insert 1",
      "dd: argument list.insert 1",
    );
  });

  it("takes the default in an attribute for what the field behind it is", () => {
    expect(
      `struct Args {
    /// The model.
    #[arg(short, long, env = "«MODEL»", default_value = "«aa»")]
    #[serde(rename = "m")]
    pub(crate) chat_model: Option<String>,
    #[clap(long, default_value_t = String::from("«bb»"))]
    // of two
    model: String,
    #[arg(long, help = "«no»")]
    other: String,
}
fn f() { command.arg(Arg::new("«no»").default_value("«cc»")); }`,
      "MODEL: argument arg env < item 0",
      "aa: assignment chat_model",
      "bb: assignment model",
      "no: argument arg help < item 0",
      "no: argument Arg::new 0 < argument command.arg 0",
      "cc: argument default_value 0 < argument command.arg 0",
    );
  });

  it("knows what a default stands in for through methods that change nothing of its name", () => {
    expect(
      `let a = config.model.as_deref().unwrap_or("«aa»");
let b = self.llm.clone().filter(|m| !m.is_empty()).unwrap_or_else(|| "«bb»".to_string());
let c = body.get("«model»").and_then(|v| v.as_str()).unwrap_or("«cc»");
let d = describe().unwrap_or("«dd»");`,
      "aa: fallback config.model < assignment a",
      "bb: fallback self.llm < assignment b",
      "model: argument body.get 0 < assignment c",
      "cc: fallback model < assignment c",
      "dd: fallback null < assignment d",
    );
  });

  it("sees keys through conversions and wrappers of a text", () => {
    expect(
      `fn f() {
map.insert("«model»".to_string(), json!("«aa»"));
map.insert("«model»".into(), "«bb»".into());
map.insert(String::from("«model»"), Value::String("«cc»".to_string()));
map.insert(name("«model»"), "«dd»".into());
map.insert(1 + "model".to_string(), "«ee»".into());
map.insert(prefix("a").join("«model»"), "«ff»".into());
}`,
      "model: argument map.insert 0",
      "aa: property model < argument map.insert 1",
      "model: argument map.insert 0",
      "bb: property model < argument map.insert 1",
      "model: argument map.insert 0",
      "cc: property model < argument map.insert 1",
      "model: argument name 0 < argument map.insert 0",
      "dd: argument map.insert 1",
      "ee: argument map.insert 1",
      "model: argument join 0 < argument map.insert 0",
      "ff: argument map.insert 1",
    );
    expect(`let a = vec!["--model".to_string(), "«org/x»".to_string()];`, "org/x: flag  --model < item 1 after --model < assignment a");
  });

  it("gives to a loop's name what it goes over, and nothing that stands in its body", () => {
    expect(
      `for model in ["«aa»", "«bb»"] { run("«cc»"); }
go("«dd»");
for (label, model) in [("«ee»", "«ff»")] { }
for model in models() { run("«gg»"); }`,
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: argument run 0",
      "dd: argument go 0",
      "ee: item 0 < assignment label < item 0",
      "ff: item 1 after ee < assignment model < item 0",
      "gg: argument run 0",
    );
  });

  it("forgets behind the head of a block what its pattern is given", () => {
    expect(
      `let model = if let Some(m) = config.get() { m } else { "«aa»".to_string() };
if let Some(m) = make("«bb»") { go("«cc»"); }
while let m = next("«dd»") { go("«ee»"); }`,
      "aa: fallback null < assignment model",
      "bb: argument make 0",
      "cc: argument go 0",
      "dd: argument next 0 < assignment m",
      "ee: argument go 0",
    );
  });

  it("reads the command that methods put together, word by word", () => {
    expect(
      `Command::new("«ollama»").arg("«run»").arg("«aa»");
Command::new("«claude»")
    .arg("-p")
    .arg("--model")
    .arg("«bb»");
Command::new("/usr/bin/vllm").args(["«serve»", "«cc»"]).current_dir(d).arg("--model").arg("«dd»");
command.arg("--model").arg("«ee»");
command.arg("-m").arg("«ff»");
Command::new("«ship»").arg("«run»").arg("«gg»");
Command::new("«ollama»").arg("«run»").arg("«hh»").arg("«ii»");
app.arg(Arg::new("«jj»")).arg("«kk»");`,
      "ollama: argument Command::new 0",
      "run: argument arg 0",
      "aa: operand ollama run 0 < argument arg 0",
      "claude: argument Command::new 0",
      "bb: flag claude --model < argument arg 0",
      "serve: item 0 < argument args 0",
      "cc: operand vllm serve 0 < item 1 after serve < argument args 0",
      "dd: flag vllm serve --model < argument arg 0",
      "ee: flag  --model < argument arg 0",
      "ff: argument arg 0",
      "ship: argument Command::new 0",
      "run: argument arg 0",
      "gg: argument arg 0",
      "ollama: argument Command::new 0",
      "run: argument arg 0",
      "hh: operand ollama run 0 < argument arg 0",
      "ii: argument arg 0",
      "jj: argument Arg::new 0 < argument app.arg 0",
      "kk: argument arg 0",
    );
  });
});
