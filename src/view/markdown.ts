/** Text from a packet as it is: nothing in it may become a picture that is fetched, a link or a heading. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, "\\$&");
}

/** A new line in the same paragraph: VS Code gives a hover little height before it scrolls. */
export const lineBreak = "  \n";

/** Text as it is, on one line. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s/g, " ");
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `\`${line}\``;
}
