/** Text from a packet as it is: nothing in it may become a picture that is fetched, a link or a heading. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, "\\$&");
}

/** A new line in the same paragraph: VS Code gives a hover little height before it scrolls. */
export const lineBreak = "  \n";
