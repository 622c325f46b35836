/** Commands that a link in a hover may call. Their handlers take every argument as hostile and check it anew. */
export const hoverCommands = [
  "openRecipe.swap",
  "openRecipe.chooseAlternative",
  "openRecipe.showRecord",
  "openRecipe.reportFact",
  "openRecipe.openRule",
] as const;

export type HoverCommand = (typeof hoverCommands)[number];

/** The address of a command link; parentheses are encoded, since they would end a Markdown link. */
export function commandLink(command: HoverCommand, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
}
