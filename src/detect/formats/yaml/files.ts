import { javascript } from "../../languages/javascript.ts";
import { python } from "../../languages/python.ts";
import { dotenv } from "../dotenv.ts";
import type { EmbeddedFormat } from "../embedded.ts";
import { ini } from "../ini.ts";
import { json } from "../json.ts";
import { modelfile } from "../modelfile.ts";
import { properties } from "../properties.ts";
import { shell } from "../shell.ts";
import { toml } from "../toml.ts";

/**
 * Keys whose texts are YAML: Ray Serve's configuration (docs.ray.io, "RayService Quickstart"), and what Argo CD and the Helm controller of K3s take
 * as values of a chart (documentation.suse.com, "K3s: Helm").
 */
const yamlKeys: ReadonlySet<string> = new Set(["serveConfigV2", "serveConfig", "runtimeEnvYAML", "values", "valuesContent"]);

/** How the file that a key names (`config.yaml: |`) is read; null where the key names no file of ours. YAML is read by `inner`. */
export function embeddedFormat(key: string, inner: EmbeddedFormat): EmbeddedFormat | null {
  const dot = key.lastIndexOf(".");
  if (dot < 0) return yamlKeys.has(key) ? inner : /^modelfile$/i.test(key) ? modelfile : null;
  switch (key.slice(dot)) {
    case ".yaml":
    case ".yml":
      return inner;
    case ".json":
      return json;
    case ".toml":
      return toml;
    case ".properties":
      return properties;
    case ".ini":
    case ".cfg":
    case ".conf":
      return ini;
    case ".py":
      return python;
    case ".sh":
      return shell;
    case ".env":
      return dotenv;
    default:
      return null;
  }
}

/** What no line of Python begins with, and lines of a function in JavaScript do. */
const beginsJavaScript =
  /^[ \t]*(?:exports\.|module\.|(?:const|let|var) |(?:async )?function |["']use strict["']|import .{1,200}["'];?[ \t\r]*$)/m;

/** How far a function is looked into to tell its language. */
const longestBeginning = 4000;

/**
 * The language of a function that a template of CloudFormation holds under the key, Python or JavaScript (AWS::Lambda::Function, "Code"); null under
 * any other key. `[start, end)` of `text` is the function.
 */
export function inlineFunction(key: string, text: string, start: number, end: number): EmbeddedFormat | null {
  if (key !== "ZipFile") return null;
  return beginsJavaScript.test(text.slice(start, Math.min(end, start + longestBeginning))) ? javascript : python;
}
