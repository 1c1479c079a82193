import type { Node } from "../decode/node";
import type { Packet } from "../decode/packet";
import type { Dump } from "../dump/dump";
import { sayAll, sentence, type Words } from "../text/words";
import { isGroup, nameOf, withinLine } from "./fieldNames";
import { lineBreak } from "./markdown";

/** A hover over the offset that begins a row: from one column of its line up to another. */
export interface RowHover {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly markdown: string;
}

const number = /(?:0x)?[0-9a-f]{3,16}/gi;
/** If there are more fields than these, only their headers are named. */
const mostFields = 12;

/** Says which bytes a row has, if the place is on the offset before them: `0x0020:`. */
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
    const row = sentence("hover.row", { offset: match[0], first, last, total: dump.bytes.length });
    const said = sayAll(words, [row, sentence(names ? "hover.row.begins" : "hover.row.continues", {})]);
    return { startColumn: match.index, endColumn, markdown: names ? `${said}\n\n${names}` : said };
  }
  return undefined;
}

/** The fields that begin in these bytes, by header. */
function fieldsWithin(packet: Packet, from: number, to: number, words: Words): string {
  const comma = words.messages["list.comma"];
  return packet.layers
    .flatMap(({ node }) => {
      const names = node.source === undefined ? namesWithin(node, node, from, to, words) : [];
      if (names.length === 0) return [];
      const shown = names.slice(0, mostFields).join(comma);
      return [`**${labelOf(node.id, words)}**${words.messages["list.colon"]}${shown}${names.length > mostFields ? " …" : ""}`];
    })
    .join(lineBreak);
}

const labelOf = (id: string, words: Words) => words.fields[id]?.label ?? id;

/** The names of fields and options; for an option that goes on from the row above, those of its fields that begin here. */
function namesWithin(header: Node, around: Node, from: number, to: number, words: Words): string[] {
  return (around.children ?? []).flatMap((child) => {
    const beginsHere = child.start >= from && child.start < to;
    if (!isGroup(child)) return beginsHere ? [nameOf(child, header, words)] : [];
    const isOption = !child.children!.some(isGroup);
    if (isOption && beginsHere) return [labelOf(child.id, words)];
    const inside = namesWithin(header, child, from, to, words);
    return isOption && inside.length > 0 ? [`${labelOf(child.id, words)} · ${inside.map(withinLine).join(" · ")}`] : inside;
  });
}
