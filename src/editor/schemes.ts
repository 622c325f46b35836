/** Where documents of the user's own lie. Diffs, git's views, output channels and our own records are none. */
export const schemes: readonly string[] = [
  "file",
  "untitled",
  "vscode-vfs",
  "vscode-remote",
  "vscode-notebook-cell",
  "vscode-test-web",
  "vscode-userdata",
];

export function isOwnScheme(scheme: string): boolean {
  return schemes.includes(scheme);
}
