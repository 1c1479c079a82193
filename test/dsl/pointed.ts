import { type Lines, linesOf } from "../../src/dump/dump";
import type { Mention } from "../../src/prose/mention";
import { mentionAt } from "../../src/prose/mentionAt";

/** A text in which ⟦brackets⟧ stand around what the pointer rests on. */
export interface Pointed {
  readonly lines: Lines;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export function pointed(marked: string): Pointed {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧");
  const before = marked.slice(0, start).split("\n");
  const text = marked.slice(start + 1, end);
  return {
    lines: linesOf(marked.replace(/[⟦⟧]/g, "")),
    line: before.length - 1,
    column: before[before.length - 1].length,
    text,
  };
}

/** The mention at the beginning, in the middle and at the last character of what is pointed at: it must be the same. */
export function mentionOf({ lines, line, column, text }: Pointed): Mention | undefined {
  const places = [column, column + (text.length >> 1), column + text.length - 1];
  const [first, ...others] = places.map((place) => mentionAt(lines, line, place));
  return others.every((each) => each?.startColumn === first?.startColumn) ? first : undefined;
}

/** What a mention is, in a word: its field, its state, its flags. */
export function nameOf(mention: Mention | undefined): string {
  switch (mention?.kind) {
    case "part":
      return mention.part.id;
    case "state":
      return mention.state;
    case "metric":
      return [mention.metric, ...mention.values].join(" ");
    case "term":
      return mention.names.join(" ");
    case "flags":
      return `flags 0x${mention.flags.toString(16)}`;
    case "formula":
      return `${mention.field} ${mention.symbol}+${mention.plus}`;
    case "filter bytes":
      return `${mention.field} in ${mention.header} ${mention.from}+${mention.size}`;
    case "display filter":
      return `filter for ${mention.fields.join(" ")}`;
    case undefined:
      return "nothing";
  }
}

/** Every place of a text at which something is recognised. */
export function* mentionsIn(lines: Lines): Generator<{ line: number; text: string; mention: Mention }> {
  for (let line = 0; line < lines.count; line += 1) {
    for (let column = 0; column < lines.at(line).length; ) {
      const mention = mentionAt(lines, line, column);
      if (mention) yield { line, text: lines.at(line).slice(mention.startColumn, mention.endColumn), mention };
      column = Math.max(column + 1, mention?.endColumn ?? 0);
    }
  }
}
