import { parseArgs } from "node:util";
import { type Namespace, namespaces } from "../identify/identity.ts";

export const commandNames = ["scan", "show", "alternatives", "fix"] as const;

export type CommandName = (typeof commandNames)[number];

export const failLevels = ["error", "warning", "information", "hint", "never"] as const;

export type FailLevel = (typeof failLevels)[number];

export interface ScanCommand {
  readonly kind: "scan";
  readonly paths: readonly string[];
  readonly format: "pretty" | "json";
  readonly failOn: FailLevel;
  /** the name that standard input is scanned under, instead of `paths` */
  readonly stdinName: string | null;
}

export interface ShowCommand {
  readonly kind: "show";
  readonly models: readonly string[];
  readonly namespace: Namespace | null;
  readonly format: "pretty" | "json" | "jsonl";
  readonly stdin: boolean;
}

export interface AlternativesCommand {
  readonly kind: "alternatives";
  readonly model: string;
  readonly namespace: Namespace | null;
  readonly runtime: string | null;
  readonly format: "pretty" | "json";
}

export interface FixCommand {
  readonly kind: "fix";
  readonly paths: readonly string[];
  readonly write: boolean;
}

export type Command = ScanCommand | ShowCommand | AlternativesCommand | FixCommand;

export type CommandLine =
  | { readonly kind: "run"; readonly command: Command; readonly color: boolean; readonly projectRecords: boolean }
  | { readonly kind: "help"; readonly topic: CommandName | null }
  | { readonly kind: "version" }
  | { readonly kind: "wrong-usage"; readonly message: string };

const common = {
  help: { type: "boolean", short: "h" },
  "no-color": { type: "boolean" },
  "no-project-records": { type: "boolean" },
} as const;

class WrongUsage extends Error {}

/** Understands the arguments after the program's name. Pure: looks at nothing but them. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const start = args.findIndex((arg) => arg !== "--no-color");
  const [first, ...rest] = args.slice(start < 0 ? args.length : start);
  if (first === undefined) return { kind: "wrong-usage", message: "no command given" };
  if (first === "--help" || first === "-h") return { kind: "help", topic: null };
  if (first === "--version" || first === "-V") return { kind: "version" };
  const name = commandNames.find((candidate) => candidate === first);
  if (name === undefined) return { kind: "wrong-usage", message: `unknown ${first.startsWith("-") ? "option" : "command"} '${first}'` };
  try {
    const { command, help, noColor, projectRecords } = parsers[name](rest);
    if (help || command === null) return { kind: "help", topic: name };
    return { kind: "run", command, color: !(noColor || start > 0), projectRecords };
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: "wrong-usage", message: error.message };
    // parseArgs explains at length; its first sentence names the argument and what is wrong with it.
    const message = error instanceof Error ? (error.message.split(/\.\s|\n/)[0] ?? "") : String(error);
    return { kind: "wrong-usage", message: message.charAt(0).toLowerCase() + message.slice(1) };
  }
}

interface Parsed {
  /** null where help was asked for */
  readonly command: Command | null;
  readonly help: boolean;
  readonly noColor: boolean;
  readonly projectRecords: boolean;
}

const parsers: Readonly<Record<CommandName, (args: string[]) => Parsed>> = {
  scan(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...common,
        format: { type: "string" },
        "fail-on": { type: "string" },
        stdin: { type: "boolean" },
        "stdin-filename": { type: "string" },
      },
    });
    return parsed(values, () => {
      const stdinName = values["stdin-filename"] ?? null;
      if (values.stdin && !stdinName) throw new WrongUsage("--stdin needs --stdin-filename: the name tells the format");
      if (!values.stdin && stdinName !== null) throw new WrongUsage("--stdin-filename goes with --stdin");
      if (values.stdin && positionals.length > 0) throw new WrongUsage("--stdin takes no paths");
      return {
        kind: "scan",
        paths: pathsOf(positionals),
        format: oneOf("--format", values.format, ["pretty", "json"]) ?? "pretty",
        failOn: oneOf("--fail-on", values["fail-on"], failLevels) ?? "error",
        stdinName,
      };
    });
  },
  show(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...common, format: { type: "string" }, namespace: { type: "string" }, stdin: { type: "boolean" } },
    });
    return parsed(values, () => {
      const stdin = values.stdin ?? false;
      if (stdin && positionals.length > 0) throw new WrongUsage("--stdin takes no model names");
      if (!stdin && positionals.length === 0) throw new WrongUsage("show needs a model's name");
      return {
        kind: "show",
        models: positionals,
        namespace: oneOf("--namespace", values.namespace, namespaces),
        format: oneOf("--format", values.format, ["pretty", "json", "jsonl"]) ?? (stdin ? "jsonl" : "pretty"),
        stdin,
      };
    });
  },
  alternatives(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...common, format: { type: "string" }, namespace: { type: "string" }, runtime: { type: "string" } },
    });
    return parsed(values, () => {
      const [model, extra] = positionals;
      if (model === undefined) throw new WrongUsage("alternatives needs a model's name");
      if (extra !== undefined) throw new WrongUsage(`alternatives takes one model's name, and was given '${extra}' too`);
      return {
        kind: "alternatives",
        model,
        namespace: oneOf("--namespace", values.namespace, namespaces),
        runtime: values.runtime ?? null,
        format: oneOf("--format", values.format, ["pretty", "json"]) ?? "pretty",
      };
    });
  },
  fix(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...common, write: { type: "boolean" } } });
    return parsed(values, () => ({ kind: "fix", paths: pathsOf(positionals), write: values.write ?? false }));
  },
};

interface CommonValues {
  readonly help?: boolean;
  readonly "no-color"?: boolean;
  readonly "no-project-records"?: boolean;
}

function parsed(values: CommonValues, command: () => Command): Parsed {
  const help = values.help ?? false;
  return {
    command: help ? null : command(),
    help,
    noColor: values["no-color"] ?? false,
    projectRecords: !(values["no-project-records"] ?? false),
  };
}

function pathsOf(positionals: readonly string[]): readonly string[] {
  // An unset variable in a script would otherwise silently mean the working directory.
  if (positionals.includes("")) throw new WrongUsage("a path is empty");
  return positionals.length === 0 ? ["."] : positionals;
}

function oneOf<Value extends string>(option: string, value: string | undefined, values: readonly Value[]): Value | null {
  if (value === undefined) return null;
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new WrongUsage(`${option} is one of ${values.join(", ")}, not '${value}'`);
  return found;
}
