import type { Packet } from "../decode/packet";
import type { Dump } from "../dump/dump";
import { fields } from "../protocols/registry";
import { say, type Words } from "../text/words";
import { lineBreak } from "./markdown";

/** A hover over the offset that begins a row: columns of its line, half open. */
export interface RowHover {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly markdown: string;
}

const number = /(?:0x)?[0-9a-f]{3,16}/gi;
/** More fields than these are named by their headers alone. */
const mostFields = 8;

/** Says which bytes a row has, when the place is on what stands before them: `0x0020:`. */
export function rowHoverAt(
  dump: Dump,
  packet: Packet,
  line: number,
  column: number,
  text: string,
  words: Words,
): RowHover | undefined {
  const first = dump.lines.indexOf(line);
  if (first < 0 || column >= dump.columns[first]) return undefined;
  const last = dump.lines.lastIndexOf(line);
  for (const match of text.slice(0, dump.columns[first]).matchAll(number)) {
    const endColumn = match.index + match[0].length;
    if (column < match.index || column >= endColumn) continue;
    const names = fieldsWithin(packet, first, last + 1, words);
    const row = say(words, "hover.row", { offset: match[0], first, last, total: dump.bytes.length });
    return { startColumn: match.index, endColumn, markdown: [row, names].filter(Boolean).join("\n\n") };
  }
  return undefined;
}

/** What begins in these bytes, by header. */
function fieldsWithin(packet: Packet, from: number, to: number, words: Words): string {
  const labelOf = (id: string) => words.fields[id]?.label ?? id;
  return packet.layers
    .flatMap(({ node }) => {
      const inside = (node.children ?? []).filter(({ start, id }) => start >= from && start < to && fields.has(id));
      if (node.source !== undefined || inside.length === 0) return [];
      const shown = inside.slice(0, mostFields).map(({ id }) => labelOf(id));
      return [`**${labelOf(node.id)}**: ${shown.join(", ")}${inside.length > mostFields ? " …" : ""}`];
    })
    .join(lineBreak);
}
