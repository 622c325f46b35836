import type { Detection, Format } from "../candidate.ts";
import { type CommandFindings, scanScript } from "../commandLine.ts";
import { sliceOf } from "./mappedText.ts";
import { detectionOf } from "./values.ts";

function detectShell(text: string): Detection {
  const findings: CommandFindings = { candidates: [], modules: new Set() };
  scanScript(sliceOf(text, 0, text.length), findings, () => []);
  return detectionOf(findings);
}

/** Scripts for sh, bash, zsh and ksh. */
export const shell: Format = {
  id: "shell",
  languageIds: ["shellscript"],
  fileNames: [
    "*.sh",
    "*.bash",
    "*.zsh",
    "*.ksh",
    ".bashrc",
    ".bash_profile",
    ".bash_aliases",
    ".profile",
    ".zshrc",
    ".zshenv",
    ".zprofile",
    ".envrc",
  ],
  detect: detectShell,
};
