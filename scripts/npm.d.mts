/** Runs npm in a folder, its talk on our stderr; throws an Error with npm's exit code when it fails. */
export function runNpm(parameters: readonly string[], folder: string): void;
