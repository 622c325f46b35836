import { python } from "../../languages/python.ts";
import { dotenv } from "../dotenv.ts";
import type { EmbeddedFormat } from "../embedded.ts";
import { ini } from "../ini.ts";
import { json } from "../json.ts";
import { properties } from "../properties.ts";
import { shell } from "../shell.ts";
import { toml } from "../toml.ts";

/** How the file that a key names (`config.yaml: |`) is read; null where the key names no file of ours. YAML is read by `inner`. */
export function embeddedFormat(key: string, inner: EmbeddedFormat): EmbeddedFormat | null {
  const dot = key.lastIndexOf(".");
  switch (dot < 0 ? "" : key.slice(dot)) {
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
