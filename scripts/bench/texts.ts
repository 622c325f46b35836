/**
 * Documents as people write them, of so many lines, with a model in every hundredth: by file name. Lines of code are about as long as they were
 * in 60 public projects (with blank ones and line breaks 36 characters in Python, 34 in TypeScript, 38 in Java, 31 in Go).
 */
export function plainDocuments(lines: number): Readonly<Record<string, string>> {
  return Object.fromEntries(plainNames.map((name) => [name, plainDocument(name, lines, 0)]));
}

/** One of {@link plainDocuments}. What is numbered in it is numbered from `first` on, so that no two need be the same. */
export function plainDocument(fileName: string, lines: number, first: number): string {
  const template = templates[fileName];
  if (template === undefined) throw new Error(`There is no document of the name ${fileName}.`);
  const { plain, naming, head = "", tail = "" } = template;
  const body = Array.from({ length: lines }, (_, i) => {
    const line = i % 100 === 50 ? naming : (plain[i % plain.length] ?? "");
    return line.replaceAll("#", String(first + i));
  });
  return `${head}${body.join("\n")}\n${tail}`;
}

interface Template {
  /** lines in turn; `#` stands for the line's number */
  readonly plain: readonly string[];
  readonly naming: string;
  readonly head?: string;
  readonly tail?: string;
}

const templates: Readonly<Record<string, Template>> = {
  "app.py": {
    head: "from openai import OpenAI\nclient = OpenAI()\n",
    plain: [
      "def handler_#(request, retries=3, name='worker-#'):",
      '    """Answers one request and says how long that took."""',
      "    started = time.monotonic()",
      "    for attempt in range(retries):",
      '        logger.info("attempt %d of %d for %s", attempt, retries, request.path)',
      "        if request.headers.get('x-token') == settings['token']:",
      '            return {"status": "ok", "items": [row.id for row in query(attempt)], "took": time.monotonic() - started}',
      "    # nothing came of it",
      "    raise ValueError(f'no answer for {request.path} after {retries} attempts')",
      "",
      "class Part#:",
      "    size: int = 10",
      "    def close(self):",
      "        self.open = False",
      "",
      'limit_# = read("limit")',
      "",
    ],
    naming: '    client.chat.completions.create(model="gpt-4o", messages=[])',
  },
  "app.ts": {
    head: 'import OpenAI from "openai";\nconst client = new OpenAI();\n',
    plain: [
      "export async function handler#(request: Request, retries = 3): Promise<Response> {",
      "  const started = performance.now();",
      "  for (let attempt = 0; attempt < retries; attempt++) {",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the other program's
      "    logger.info(`attempt ${attempt} of ${retries} for ${request.url}`);",
      '    if (request.headers.get("x-token") === settings.token) return json({ status: "ok", took: performance.now() - started });',
      "  }",
      "  // nothing came of it",
      "  const pattern = /^[a-z/]+$/.test(request.url) ? 'plain' : \"other\";",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the other program's
      "  throw new Error(`no answer for ${request.url}: ${pattern}`);",
      "}",
      "",
      "interface Part# {",
      "  size: number | undefined;",
      "  open?: boolean;",
      "}",
      "",
      'const limit# = read("limit");',
      "if (limit# > 3) {",
      "  close(limit#);",
      "}",
      "",
    ],
    naming: 'await client.chat.completions.create({ model: "gpt-4o", messages: [] });',
  },
  "App.java": {
    head: "class App {\n",
    plain: [
      "    /** Answers one request. */",
      "    public Response handle#(Request request, int retries) throws IOException {",
      '        String name = "worker-#";',
      "        for (int attempt = 0; attempt < retries; attempt++) {",
      '            logger.info("attempt {} of {} for {}", attempt, retries, request.getPath());',
      '            if (settings.get("token").equals(request.getHeader("x-token"))) return Response.ok(rows(attempt));',
      "        }",
      '        throw new IOException("no answer for " + name);',
      "    }",
      "",
      "    @Override",
      "    public int size#() {",
      "        return 10;",
      "    }",
      "",
      "    private final boolean isOpen# = settings.isOpen();",
    ],
    naming: '    ChatModel chat# = OpenAiChatModel.builder().modelName("gpt-4o").build();',
    tail: "}\n",
  },
  "deploy.yaml": {
    plain: [
      "service-#:",
      "  image: registry.example/service:1.#",
      '  command: ["serve", "--port", "8080"]',
      "  environment:",
      "    LOG_LEVEL: info",
      '    TOKEN_FILE: "/run/secrets/token"',
      "  # restarted by hand only",
      "  restart: unless-stopped",
    ],
    naming: "llm-#: { provider: openai, model: gpt-4o }",
  },
  "app.go": {
    head: "package app\n",
    plain: [
      "func handle#(request *http.Request, retries int) (string, error) {",
      "\tfor attempt := 0; attempt < retries; attempt++ {",
      '\t\tlog.Printf("attempt %d of %d for %s", attempt, retries, request.URL.Path)',
      '\t\tif request.Header.Get("x-token") == settings["token"] { return `ok`, nil }',
      "\t}",
      '\treturn "", errors.New("no answer")',
      "}",
      "",
      "type part# struct {",
      "\tsize int",
      "}",
      "",
    ],
    naming: 'var request# = openai.ChatCompletionRequest{Model: "gpt-4o"}',
  },
  "settings.json": {
    head: "{\n",
    plain: [
      '  "service-#": { "port": 8080, "host": "localhost", "tags": ["a", "b"], "enabled": true },',
      '  "text-#": "restarted by hand only",',
    ],
    naming: '  "llm-#": { "provider": "openai", "model": "gpt-4o" },',
    tail: '  "end": null\n}\n',
  },
  "guide.md": {
    plain: [
      "## Part #",
      "",
      "Answers one request, and `says` how long *that* took.",
      "",
      "```python",
      "started = time.monotonic()",
      "```",
      "",
    ],
    naming: "Run `ollama run llama3` to try it.",
  },
};

/** The file names of {@link plainDocuments}. */
export const plainNames: readonly string[] = Object.keys(templates);

/** Texts that nobody writes, of about so many characters each. All hold the word `model`. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  "open brackets": (length) => `model ${"([{".repeat(length / 3)}`,
  "deep nesting": (length) => `model = ${"[".repeat(length / 2)}${"]".repeat(length / 2)}`,
  "nested calls": (length) => `model ${"f(a=".repeat(length / 4)}`,
  "nested keys": (length) => `${'{"model":'.repeat(length / 9)}`,
  "double quotes": (length) => `model ${'"'.repeat(length)}`,
  "single quotes": (length) => `model ${"'".repeat(length)}`,
  "quotes of both kinds": (length) => `model ${"\"'`".repeat(length / 3)}`,
  backslashes: (length) => `model = "${"\\".repeat(length)}`,
  "one long string": (length) => `model = "${"gpt-4 ".repeat(length / 6)}"`,
  "one line of strings": (length) => `model = [${'"gpt-4o", '.repeat(length / 10)}]`,
  interpolations: (length) => `model = \`${"${`".repeat(length / 3)}`,
  "dollars and braces": (length) => `model: ${"${A:-".repeat(length / 5)}`,
  "template marks": (length) => `model: ${"{{ ".repeat(length / 3)}`,
  indentation: (length) => `model:\n${Array.from({ length: Math.sqrt(length) | 0 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}`,
  "many lines": (length) => "model:\n".repeat(length / 7),
  "block marks": (length) => `model: |\n${"- - - ? : ".repeat(length / 10)}`,
  "comment starts": (length) => `model ${"/* // # <!-- ".repeat(length / 13)}`,
  tags: (length) => `<model>${"<a b='".repeat(length / 6)}`,
  "here documents": (length) => `model\n${"cat <<A\n".repeat(length / 8)}`,
  substitutions: (length) => `model $(${"$(echo ".repeat(length / 7)}`,
  fences: (length) => `model\n${"```sh\n".repeat(length / 6)}`,
  "equals signs": (length) => `model${"=a".repeat(length / 2)}`,
  dots: (length) => `model${".a".repeat(length / 2)} = "x"`,
  spaces: (length) => `model =${" ".repeat(length)}"gpt-4o"`,
  "line ends": (length) => `model =${"\r\n".repeat(length / 2)}"gpt-4o"`,
  anything: (length) => {
    let seed = 1;
    const next = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed >> 8;
    };
    return `model ${Array.from({ length }, () => String.fromCharCode(next() % 5 === 0 ? next() % 65536 : 9 + (next() % 118))).join("")}`;
  },
};
