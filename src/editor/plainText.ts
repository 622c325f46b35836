/** Names that others chose, as they stand in menus and messages of the editor. */

const longestName = 80;

/** A name on one line, cut where it is too long to read. */
export function shortName(name: string): string {
  const line = name.replace(/\s+/g, " ").trim();
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1)}…`;
}

/**
 * A text for a notification. VS Code makes links of `[text](address)` in it, and runs the command that such an address names: no name out of
 * a file may become one.
 */
export function messageText(text: string): string {
  return text.replaceAll("](", "] (");
}

/** A text for the entry of a list. VS Code draws an icon for `$(name)` in it, which a screen reader passes over: no text has one. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "$ (");
}
