import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hoverCommands } from "../../src/editor/commandLinks.ts";
import { ruleIds } from "../../src/lint/finding.ts";
import { rules } from "../../src/lint/rules.ts";

interface SeveritySetting {
  readonly enum: readonly string[];
  readonly default: string;
  readonly markdownDescription: string;
}

interface Manifest {
  readonly version: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly properties?: Record<string, SeveritySetting> }>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

const root = join(import.meta.dirname, "..", "..");
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const { contributes } = manifest;

describe("The manifest", () => {
  const severities = contributes.configuration.properties["openRecipe.severities"]?.properties ?? {};

  it("has a severity setting for each rule and for nothing else", () => {
    assert.deepEqual(Object.keys(severities).sort(), [...ruleIds].sort());
    assert.deepEqual(rules.map(({ id }) => id).sort(), [...ruleIds].sort());
  });

  for (const { id, severity } of rules) {
    it(`states the default of ${id} as the rule does, and its page too`, () => {
      assert.equal(severities[id]?.default, severity);
      assert.deepEqual(severities[id]?.enum, ["error", "warning", "information", "hint", "off"]);
      assert.match(severities[id]?.markdownDescription ?? "", /^[A-Z].*\.$/);
      const page = read("docs", "rules", `${id}.md`);
      assert.match(page, new RegExp(`^# .+ \\(\`${id}\`\\)\n`));
      assert.ok(page.includes(`Default severity: **${severity}**`), "the page states another default");
    });
  }

  it("lets no folder that nobody trusts decide that saving changes a file", () => {
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ["openRecipe.fixAll"]);
  });

  it("has no page for what is no rule", () => {
    const pages = readdirSync(join(root, "docs", "rules")).map((name) => name.replace(/\.md$/, ""));
    assert.deepEqual(pages.sort(), [...ruleIds].sort());
  });

  it("has the version that the changelog has last", () => {
    const [, newest] = /^## \[(\d+\.\d+\.\d+)\]/m.exec(read("CHANGELOG.md")) ?? [];
    assert.equal(newest, manifest.version);
  });

  it("keeps commands that need arguments out of the palette", () => {
    const offered = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      offered.filter((command) => (hoverCommands as readonly string[]).includes(command)),
      [],
    );
    for (const { title, category } of contributes.commands) {
      assert.equal(category, "Open Recipe");
      assert.match(title, /^[A-Z]/);
    }
  });

  it("has our own documents opened as a preview", () => {
    const scheme = (file: string, name: string): string => {
      const [, value] = new RegExp(`${name} = "([^"]+)"`).exec(read("src", "editor", file)) ?? [];
      return `${value}:/**`;
    };
    assert.deepEqual(contributes.configurationDefaults["workbench.editorAssociations"], {
      [scheme("ruleDocument.ts", "ruleScheme")]: "vscode.markdown.preview.editor",
      [scheme("recordDocument.ts", "recordScheme")]: "vscode.markdown.preview.editor",
    });
  });
});
