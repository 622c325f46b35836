/** Markdown from text that is not ours: nothing in it may become a link, an image, an icon, a tag or a block of its own. */

/**
 * Every mark of ASCII gets a backslash, as CommonMark lets it (section 2.4), which also keeps bare addresses from becoming links.
 * Parentheses stay as they are: `\$(` is what VS Code shows as a dollar sign instead of an icon, and no link can begin
 * without its bracket. What is left is a number with `)` at the beginning, which would make a list.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[!-'*-/:-@[-`{-~]/g, "\\$&")
    .replace(/^( ?\d+)\)/, "$1\\)");
}

/** An inline code span with more backticks than the text holds in a row. For documents; a hover would show icons in it. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}
