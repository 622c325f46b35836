import * as vscode from "vscode";
import type { LintOptions } from "../engine.ts";
import { type RuleId, ruleIds, type Severity } from "../lint/finding.ts";

/** The settings that count for one document. */
export interface Settings {
  readonly enabled: boolean;
  /** what `source.fixAll.openRecipe` may change */
  readonly fixAll: "off" | "preferred";
  readonly lint: LintOptions;
}

const severities: readonly string[] = ["error", "warning", "information", "hint", "off"] satisfies readonly Severity[];

/** Reads the settings for a resource. Values that are not of the expected form are passed over, as VS Code marks them itself. */
export function settingsFor(uri: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration("openRecipe", uri);
  const stated = configuration.get<unknown>("severities");
  const chosen: Partial<Record<RuleId, Severity>> = {};
  if (typeof stated === "object" && stated !== null) {
    for (const [rule, severity] of Object.entries(stated)) {
      if (isRuleId(rule) && isSeverity(severity)) chosen[rule] = severity;
    }
  }
  return {
    enabled: configuration.get<unknown>("enable") !== "off",
    fixAll: configuration.get<unknown>("fixAll") === "preferred" ? "preferred" : "off",
    lint: { goal: configuration.get<unknown>("goal") === "open-weights" ? "open-weights" : "open-recipe", severities: chosen },
  };
}

function isRuleId(text: string): text is RuleId {
  return (ruleIds as readonly string[]).includes(text);
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === "string" && severities.includes(value);
}
