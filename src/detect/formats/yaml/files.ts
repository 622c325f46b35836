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
