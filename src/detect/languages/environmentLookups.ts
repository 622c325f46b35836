import type { Lookup } from "./profile.ts";

/** Names that programs of all languages give to their own function for a variable of the environment, with a default. */
export const environmentLookups: readonly Lookup[] = [
  "getEnv",
  "GetEnv",
  "getenv",
  "Getenv",
  "envOr",
  "EnvOr",
  "getEnvOr",
  "GetEnvOr",
  "envOrDefault",
  "EnvOrDefault",
  "getEnvOrDefault",
  "GetEnvOrDefault",
  "getEnvWithDefault",
  "GetEnvWithDefault",
  "environmentOrDefault",
  "EnvironmentOrDefault",
  "getEnvString",
  "GetEnvString",
  "envString",
  "envDefault",
  "getEnvDefault",
].map((callee) => ({ callee, key: 0, fallback: 1 }));
