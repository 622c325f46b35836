import type { Command } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";

/** Runs one command. What it needs is loaded when it is needed, so that none pays for the others. */
export async function runCommand(command: Command, environment: Environment): Promise<ExitCode> {
  switch (command.kind) {
    case "scan": {
      const { scan } = await import("./scan.ts");
      return scan(command, environment);
    }
    case "show": {
      const { show } = await import("./show.ts");
      return show(command, environment);
    }
    case "alternatives": {
      const { alternatives } = await import("./alternatives.ts");
      return alternatives(command, environment);
    }
    case "fix": {
      const { fix } = await import("./fix.ts");
      return fix(command, environment);
    }
  }
}
