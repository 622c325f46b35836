import fc from "fast-check";
import type { Format } from "../../../src/detect/candidate.ts";
import { bicep } from "../../../src/detect/formats/bicep.ts";
import { component } from "../../../src/detect/formats/component.ts";
import { dockerfile } from "../../../src/detect/formats/dockerfile.ts";
import { hcl } from "../../../src/detect/formats/hcl.ts";
import { http } from "../../../src/detect/formats/http.ts";
import { ini } from "../../../src/detect/formats/ini.ts";
import { makefile } from "../../../src/detect/formats/makefile.ts";
import { prisma } from "../../../src/detect/formats/prisma.ts";
import { properties } from "../../../src/detect/formats/properties.ts";
import { razor } from "../../../src/detect/formats/razor.ts";
import { sql } from "../../../src/detect/formats/sql.ts";
import { systemd } from "../../../src/detect/formats/systemd.ts";
import { toml } from "../../../src/detect/formats/toml.ts";
import { xml } from "../../../src/detect/formats/xml.ts";
import { formatOf } from "../../../src/detect/formats.ts";
import { assertSound, fragments } from "../candidates.ts";
import { assertLinearWork } from "../countedText.ts";

const markdown = formatOf({ path: "x.md" });
const restructuredText = formatOf({ path: "x.rst" });
const asciiDoc = formatOf({ path: "x.adoc" });

/** Each format with the beginnings and pieces that are its own, and with what would hurt when it is repeated. */
const hostile: readonly { readonly format: Format | null; readonly pieces: readonly string[]; readonly repeated: readonly string[] }[] = [
  {
    format: toml,
    pieces: ['"""', "'''", "[[a]]\n", "[a.b]\n", "a = ", "a = [", "{ a = ", '"""\n', "\\\n"],
    repeated: ["[", 'a="""', "a=[", "a={b=", '"', "a.", "[[a]]\n", 'a="\\', "a=[\n", '"""\\"""'],
  },
  {
    format: ini,
    pieces: ["[a]\n", "a = b\n", "  c\n", "{\n", "}\n", "commands =\n", 'environment=A="', "; ", "// "],
    repeated: ["[", "a=", "a{\n", " x\n", "a=[", 'a="', "[a.b c]\n", "environment=A=", "commands=\n a b\n"],
  },
  {
    format: properties,
    pieces: ["a.b=", "\\\n", "\\u00", "a\\=", "a[0]=", "! "],
    repeated: ["a=b\\\n", "\\", "a.", "a[0].", "a=\\u00", "a=b,", "=", "a=${b:"],
  },
  {
    format: systemd,
    pieces: ["ExecStart=", "Environment=", "Exec=-", "\\\n", "Image=", "# \n"],
    repeated: ["ExecStart=\\\n", "Environment=A=b ", "\\\n# a\n", "a=", "ExecStart=$(", "#\n"],
  },
  {
    format: dockerfile,
    pieces: ["RUN ", "ENV ", "ARG ", "CMD [", "COPY <<E ", "\nE\n", "\\\n", "# \n", "RUN <<E\n", '["', "ENTRYPOINT "],
    repeated: ["RUN \\\n", "RUN <<E\n", "RUN <<A <<B ", "ENV a=b \\\n#\n", 'CMD ["', "RUN $(", "FROM x\n", "RUN [", "ENV a ", "ADD a://b "],
  },
  {
    format: makefile,
    pieces: ["a:\n", "\ta\n", "A = ", "A := $(", "define X\n", "endef\n", "$$", "$(or $(A),", "ifeq (", "a: B = "],
    repeated: ["$(", "A=$(", "a:\n\tb\n", "\t$(", "define a\n", "a:", "A=b \\\n", "$", "a: b=", "A=$(or $(B),", ":="],
  },
  {
    format: hcl,
    pieces: ['a "b" {\n', "}\n", "a = ", "a = [", "f(", "<<E\n", "\nE\n", "${", "/*", "*/", "== ", 'variable "v" { default = ', "? ", ": "],
    repeated: ["[", "{", "a{", "f(", "a=<<E\n", '"${', '"', "/*", 'a "b" {\n', "a=", "f(a,", '"a"==', "a=[\n", '"\\', "contains(["],
  },
  {
    format: bicep,
    pieces: [
      "param a string = ",
      "@allowed([",
      "var b = {\n",
      "}\n",
      "'${",
      "'''",
      "resource r 'T@1' = {\n",
      "? ",
      ": ",
      "?? ",
      "== ",
      "f(",
      "//",
      "/*",
    ],
    repeated: [
      "[",
      "{",
      "(",
      "'",
      "'''",
      "'${",
      "@allowed(",
      "@allowed(['a'])\n",
      "param a = 'b'\n",
      "a: 'b'\n",
      "\n",
      "a ? ",
      "'a' == ",
      "/*",
      "a.",
      "...a\n",
      "\\u{",
      "'${'",
      "{a:[\n",
    ],
  },
  {
    format: xml,
    pieces: [
      "<a>",
      "</a>",
      '<a b="',
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "&amp;",
      "&#",
      "<!DOCTYPE a [",
      '<p name="n" value="',
      "<key>",
      "</",
    ],
    repeated: [
      "<a>",
      "</a",
      "<",
      "<a b=",
      '<a b="',
      "<!--",
      "<![CDATA[",
      "&",
      "<?",
      "<!",
      "<a><b/>",
      "</a>",
      "<a b='c' ",
      "<key>a</key>",
      "<a></b>",
    ],
  },
  {
    format: markdown,
    pieces: ["```", "```yaml\n", "~~~\n", "---\n", "<!--", "-->", "- ```sh\n", "$ ", "+++\n", "````\n", "```{python}\n"],
    repeated: [
      "```\n",
      "```yaml\n",
      "`",
      "<!--",
      "---\n",
      "```sh\n$ \\\n",
      "- ",
      "1.",
      "~",
      "```yaml\na: [\n```\n",
      "<!-- -->",
      "- ```yaml\n",
    ],
  },
  {
    format: restructuredText,
    pieces: [".. code-block:: yaml\n", "   :a:\n", "   ", "::\n\n", ".. highlight:: sh\n", ".. \n", "..\n", ".. [1] ", "\n\n", "\t"],
    repeated: [
      "::\n",
      "..\n",
      ".. code::\n",
      ".. code:: sh\n a\n",
      " ::\n",
      "a::\n\n $ a \\\n",
      ":",
      ".",
      ".. a\n b\n",
      ":a:\n",
      ".. a::\n",
    ],
  },
  {
    format: asciiDoc,
    pieces: ["[source,yaml]\n", "----\n", "....\n", "////\n", ".a\n", "[,sh]\n", ":source-language: sh\n", "```sh\n", "[source]\n", "$ "],
    repeated: ["----\n", "-", "[", "[source,sh]\n----\n", "////\n", "....\n-----\n", "[a]\n", ".a\n", "```\n", "----\n$ a \\\n----\n"],
  },
  {
    format: razor,
    pieces: ["@code {", "@{", "}", "@*", "*@", "{", '"', "'", '"""', "//", "/*", "*/", "<a b=", "@using A\n", "\n"],
    repeated: ["@{", "@*", "@code", "{", '"', "'", '@{"', "@{'", '@{"""', "@{//", "@{/*", "@using ", "@{}", "<", '<a b="'],
  },
  {
    format: component,
    pieces: [
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "---\n",
      "<script",
      "<template>",
      "</template>",
      '<a b="',
      ":b='",
      "={",
      "{{",
      "}}",
      "{#if ",
      " v-for=",
    ],
    repeated: [
      ...[
        "<script>",
        "<script",
        "<!--",
        "---\n",
        "<script></script>",
        "<",
        "<a ",
        '<a b="',
        "<a b={",
        "{",
        "{{",
        "<a b='c'>",
        "{'a'}",
        "<style>",
      ],
      ...["<a b=c ", "<a {", "<template>", "{`", "<a/>"],
    ],
  },
  {
    format: sql,
    pieces: [
      ...[
        "SELECT ",
        "INSERT INTO t (a, b) VALUES (",
        "CREATE TABLE t (",
        " DEFAULT ",
        " AS ENUM (",
        "CHECK (a IN (",
        "$$",
        "$a$",
        " AS $$ ",
        "--",
        "/*",
      ],
      ...["::text", ":=", "=>", "->>", "E'", "COPY t FROM stdin;", "\\.", "WHERE a = ", "SET a = ", "[a].", "{%", ";", "'a'", '"a".'],
    ],
    repeated: [
      ...[
        "(",
        "[",
        "{",
        "'",
        '"',
        "''",
        "\\'a",
        "$$",
        "$a$",
        "AS $$",
        "$a",
        "{{",
        "{%",
        "/*",
        "--",
        "a.",
        'a."',
        "[a].",
        "::",
        "'a'",
        "'a' ",
        "(1,'a'),",
      ],
      ...[
        "INSERT INTO t (a) VALUES ('a');\n",
        "INSERT INTO t (a,",
        "f(a => ",
        "CHECK (a IN (",
        "COPY t FROM stdin;\n",
        "\\set a b\n",
        "a\n",
        '\'{"a":',
        "<",
      ],
    ],
  },
  {
    format: prisma,
    pieces: ["model A {\n", "enum A {\n", "}\n", "a String @default(", '@map("', "@@map(", "[", "// ", '"{\\"a\\":'],
    repeated: ["{", "model A {\n", 'a @default("b")\n', '@default(["', '"\\', "@", "a = ", "[", "\n"],
  },
  {
    format: http,
    pieces: [
      "###\n",
      "POST https://a/b?c=d\n",
      "@a = b\n",
      "a: b\n",
      "\n\n",
      '{"model":"',
      "> {%\n",
      "%}\n",
      "--x\n",
      "/deployments/a/embeddings\n",
    ],
    repeated: [
      ...[
        "###\n",
        "POST a\n\n",
        "@a=b\n",
        "> {%\n",
        "GET /deployments/a\n",
        "a=b&",
        "GET a?a=b&",
        "\n",
        "--x\nContent-Disposition: form-data; name=a\n\nb\n",
      ],
      ...["POST a\n\n{\n", "GET {{", "x: y\n"],
    ],
  },
];

describe("hostile text in configuration formats", () => {
  for (const { format, pieces, repeated } of hostile) {
    if (format === null) throw new Error("a format is not registered");
    it(`${format.id}: survives any text and stays inside of it`, () => {
      const piece = fc.constantFrom(...fragments, ...pieces, ...pieces);
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (parts) => assertSound(format, parts.join(""))),
        { numRuns: 400 },
      );
    });

    it(`${format.id}: looks at each character as often in longer texts`, () => {
      for (const text of repeated) assertLinearWork(format, text, (length) => text.repeat(length / text.length));
    }).timeout(60_000);
  }
});
