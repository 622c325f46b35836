import assert from "node:assert/strict";
import fc from "fast-check";
import { formatOf, formats, matchesFileName } from "../../../src/detect/formats.ts";

/** The id of the format that a file's name alone gives. */
function formatId(path: string): string | null {
  return formatOf({ path })?.id ?? null;
}

describe("formats by file name", () => {
  it("knows configuration in all its names", () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      toml: ["pyproject.toml", "a/Cargo.toml", ".codex/config.toml", "config.toml.example"],
      ini: ["settings.ini", "setup.cfg", "application.conf", ".editorconfig"],
      properties: ["src/main/resources/application.properties"],
      dockerfile: ["Dockerfile", "Dockerfile.gpu", "api.Dockerfile", "Containerfile"],
      makefile: ["Makefile", "GNUmakefile", "rules.mk"],
      systemd: ["vllm.service", "vllm.container"],
      hcl: ["main.tf", "terraform.tfvars", "job.nomad", "terragrunt.hcl"],
      bicep: ["infra/main.bicep", "main.bicepparam"],
      sql: ["supabase/seed.sql", "V1__init.SQL", "a.psql"],
      prisma: ["prisma/schema.prisma"],
      http: ["requests.http", "chat.rest"],
      xml: ["pom.xml", "App.config", "Project.csproj", "Info.plist"],
      markdown: ["README.md", "docs/a.mdx", "report.qmd", "report.Rmd", "notes.livemd", "chat.prompt", "chat.prompty"],
      component: ["Chat.vue", "Chat.svelte", "index.astro", "index.html", "chat.htm"],
      dotenv: [".env", ".env.local", ".env.example", "env.sample", "prod.env"],
      yaml: ["values.yaml", "compose.yml", "config.yaml.example"],
      json: ["batch.jsonl", "settings.json"],
    };
    for (const [id, paths] of Object.entries(expected)) for (const path of paths) assert.equal(formatId(path), id, path);
  });

  it("takes what a file is made from for what is made of it", () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      yaml: ["config.yaml.j2", "values.yaml.gotmpl", "models.yml.erb", "config.yml.dist"],
      json: ["appsettings.json.sample", "settings.json.template"],
      toml: ["config.toml.tmpl"],
      ruby: ["initializer.rb.tt"],
      markdown: ["README.md.tt"],
      shell: ["run.sh.in"],
      hcl: ["prod.tfvars.example"],
    };
    for (const [id, paths] of Object.entries(expected)) for (const path of paths) assert.equal(formatId(path), id, path);
    for (const path of ["index.css.erb", "notes.example", ".example"]) assert.equal(formatId(path), null, path);
  });

  it("knows templates of CloudFormation by what they say of themselves", () => {
    for (const text of ["AWSTemplateFormatVersion: '2010-09-09'\n", "Description: x\nResources:\n  A:\n", '{\n  "Resources": {}\n}'])
      assert.equal(formatOf({ path: "stack.template", text })?.id, "yaml", text);
    for (const text of ["", "<p>{{ model }}</p>", "model: x\n", "# My Resources: x\n"])
      assert.equal(formatOf({ path: "stack.template", text }), null, text);
    assert.equal(formatOf({ path: "stack.tmpl", text: "Resources:\n" }), null);
    // of its name alone it may be one
    assert.equal(formatId("stack.template"), "yaml");
    assert.equal(formatId("config.json.template"), "json");
  });

  it("knows scripts without an ending by their first lines", () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      shell: ["#!/bin/sh -e", "#! /usr/bin/env bash", "#!/command/with-contenv bashio", "#!/usr/bin/zsh\r\necho"],
      python: [
        "#!/usr/bin/env python3",
        "#!/usr/local/bin/python3.12 -u",
        "#!/usr/bin/env -S uv run --script",
        "#!/usr/bin/env -S A=1 pypy3",
      ],
      javascript: ["#!/usr/bin/env node", "#!/usr/bin/env -S deno run --allow-net", "#!/usr/bin/env zx"],
      ruby: ["#!/usr/bin/env ruby", "#!/opt/ruby-3.3/bin/ruby"],
      php: ["#!/usr/bin/env php"],
      r: ["#!/usr/bin/env Rscript"],
      powershell: ["#!/usr/bin/pwsh -NoProfile"],
      lua: ["#!/usr/bin/lua5.4"],
      makefile: ["#!/usr/bin/make -f"],
    };
    for (const [id, texts] of Object.entries(expected))
      for (const text of texts) assert.equal(formatOf({ path: "bin/run", text: `${text}\n` })?.id, id, text);
    for (const text of ["", "#!", "#!/usr/bin/perl\n#!/bin/sh\n", " #!/bin/sh\n", "# /bin/sh\n", `#!${" ".repeat(300)}/bin/sh`])
      assert.equal(formatOf({ path: "bin/run", text }), null, text);
    assert.equal(formatOf({ path: "run.pl", text: "#!/bin/sh\n" }), null);
    assert.equal(formatOf({ path: "run.py", text: "#!/bin/sh\n" })?.id, "python");
    assert.equal(formatOf({ path: "run", text: "#!/bin/sh\n", languageId: "ruby" })?.id, "ruby");
  });

  it("takes a program for no configuration because of its name", () => {
    assert.equal(formatId("env.ts"), "javascript");
    assert.equal(formatId("env.py"), "python");
    assert.equal(formatId("Makefile.py"), "python");
    assert.equal(formatId("env.lua"), "lua");
    assert.equal(formatId("env.pl"), null);
    assert.equal(formatId("strings.resx"), null);
  });

  it("takes the first format of the list that has the name", () => {
    const patterns = formats.flatMap(({ fileNames }) => fileNames);
    const part = fc.oneof(
      fc.constantFrom(...patterns).map((pattern) => pattern.replace("*", "")),
      fc.constantFrom("", "x", ".", "-", "*", "app", "Makefile", "README.MD", ".env", "folder.py/"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
        const path = parts.join("");
        const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
        // what such an ending stands behind is told above
        fc.pre(!/\.(?:dist|default|template|tmpl|example|sample)$/.test(name));
        const first = formats.find(({ fileNames }) => fileNames.some((pattern) => matchesFileName(name, pattern)));
        assert.equal(formatId(path), first?.id ?? null);
      }),
      { numRuns: 2000 },
    );
  });
});
