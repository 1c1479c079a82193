import { widthOf } from "./table";

/** A sentence in lines of so many columns at most: a line may end at a space, and behind any Chinese character. */
export function brokenLines(sentence: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of sentence.matchAll(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*|\s+/g)) {
    if (line && widthOf(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
