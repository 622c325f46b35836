import assert from "node:assert/strict";
import { r } from "../../../src/detect/languages/r.ts";
import { assertMarked, inContext } from "../candidates.ts";

function expect(marked: string, ...expected: readonly string[]): void {
  assert.deepEqual(inContext(assertMarked(r, marked)), expected);
}

describe("detecting candidates in R", () => {
  it("names variables, parameters and members", () => {
    expect(
      [
        'f <- function(prompt = NULL, model = c("«aa»", "«bb»"), ...) {',
        "  model <- match.arg(model)",
        "}",
        'x$model <- "«cc»"',
        'x[["«model»"]] <- "«dd»"',
        'model = "«ee»"',
        '`my model` <- "«ff»"',
        'g <- \\(x) "«gg»"',
        'raw <- r"(«hh»)"; other <- r"---[«ii»]---"',
      ].join("\n"),
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: assignment x$model",
      "model: comparison",
      "dd: property model",
      "ee: assignment model",
      "ff: assignment my model",
      "gg: assignment g",
      "hh: assignment raw",
      "ii: assignment other",
    );
  });

  it("reads named arguments, lists and pipes", () => {
    expect(
      `chat <- chat_openai(model = "«aa»")
chat <- ellmer::chat_ollama(model = '«bb»', seed = 1)
body <- list(model = "«cc»", "model" = "«dd»", messages = list(list(role = "«ee»")))
req |> req_body_json(list(model = "«ff»"))
models <- c(openai = "«gg»", "«hh»")`,
      "aa: argument chat_openai model < assignment chat",
      "bb: argument ellmer::chat_ollama model < assignment chat",
      "cc: property model < assignment body",
      "dd: property model < assignment body",
      "ee: property role < item 0 < property messages < assignment body",
      "ff: property model < argument req_body_json 0",
      "gg: property openai < assignment models",
      "hh: item 1 < assignment models",
    );
  });

  it("names what a default stands in for", () => {
    expect(
      `m <- Sys.getenv("«MODEL»", "«aa»")
m <- Sys.getenv("«MODEL»", unset = "«bb»")
m <- x %||% "«cc»"
y <- if (z) "«dd»" else "«ee»"
z <- switch(x, "no" = "«ff»", b = "«gg»", "«hh»")
default_model <- function() {
  "«ii»"
}`,
      "MODEL: argument Sys.getenv 0 < assignment m",
      "aa: fallback MODEL < assignment m",
      "MODEL: argument Sys.getenv 0 < assignment m",
      "bb: fallback MODEL < assignment m",
      "cc: fallback x < assignment m",
      "dd: assignment y",
      "ee: assignment y",
      "ff: argument switch no < assignment z",
      "gg: argument switch b < assignment z",
      "hh: argument switch 3 < assignment z",
      "ii: assignment default_model",
    );
  });

  it("marks comparisons and expectations", () => {
    expect(
      `if (model == "«aa»") f()
"bb" %in% x
expect_equal(x, "«cc»")`,
      "aa: comparison",
      "cc: comparison < argument expect_equal 1",
    );
  });

  it("leaves out comments", () => {
    expect(
      `#' Chat with "no"
# "no"
x <- 1 # "no"`,
    );
  });

  it("takes packages for loaded whose functions are called with their name", () => {
    const text = `library(ellmer)\nollamar::pull("aa")\nx <- mall:::y("bb")\n# other::f()\n#' [none::g()]\nz <- a$b::c`;
    assert.deepEqual(r.detect(text).modules, ["ellmer", "ollamar", "mall"]);
    assert.deepEqual(r.detect('x <- "a"').modules, []);
  });

  it("gives to a loop's name what it goes over", () => {
    expect(
      'for (model in c("«aa»", "«bb»")) { run("«cc»") }',
      "aa: item 0 < assignment model",
      "bb: item 1 after aa < assignment model",
      "cc: argument run 0",
    );
  });
});
