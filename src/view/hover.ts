import type { Node } from "../decode/node";
import type { Layer, Packet } from "../decode/packet";
import { explainNodeInPlace } from "../explain/explainNode";
import { nothingAround, type Surroundings } from "../explain/surroundings";
import { type Sentence, say, sayAll, type Words } from "../text/words";
import { isGroup, nameOf, optionAt, withinLine } from "./fieldNames";
import { flagTable, numbersOf, rowTable } from "./hoverTables";
import { escapeMarkdown, lineBreak } from "./markdown";
import { valueText } from "./tree";

/** A hover over a byte of a packet. */
export interface Hover {
  /** The bytes that it explains. */
  readonly start: number;
  readonly length: number;
  readonly markdown: string;
}

/**
 * Explains the field at a byte, and the fields that share bytes with it: `8010` is a length and flags. The surroundings are looked at only
 * where they may matter. `links` are what can be done with the packet: they stand so far up that they are seen even in a long hover.
 */
export function hoverAt(
  packet: Packet,
  byte: number,
  words: Words,
  around: Surroundings = nothingAround,
  links: readonly string[] = [],
): Hover | undefined {
  const layer = packet.layers.findLast(({ node }) => covers(node, byte) && node.source === undefined);
  if (!layer) return undefined;
  const option = optionAt(layer.node, byte);
  const leaves = fieldsOf(layer.node);
  const pointed = leaves.find((node) => covers(node, byte));
  if (!pointed) {
    const markdown = [headerMarkdown(layer, words), links.join(" · ")].filter(Boolean).join("\n\n");
    return { start: layer.node.start, length: layer.node.length, markdown };
  }
  const together = sharingBytes(leaves, pointed);
  const start = Math.min(...together.map((node) => node.start));
  const end = Math.max(...together.map((node) => node.start + node.length));
  const bytes = packet.sources[0];
  const name = (node: Node) => nameOf(node, layer.node, words);
  const explained = together.map((node) => ({ node, sentences: explainNodeInPlace(node, layer, around) }));
  const lines = [
    [
      title(pathOf(layer.node, option, together, words), together.map(name), words, bytes, start, end),
      numbersOf(together, start, end, bytes, words),
    ]
      .filter(Boolean)
      .join(lineBreak),
    ...explained.map((each) => meaning(each, layer, words, together.length > 1, option)),
    ...together.filter((node) => node.id === "tcp.flags").map((node) => flagTable(node.value as number)),
    [...neighbours(leaves, start, end, bytes, words, name), ...links].join(" · "),
    rowTable(layer.node, leaves, together, bytes, name),
    more(explained, words),
  ];
  return { start, length: end - start, markdown: lines.filter(Boolean).join("\n\n") };
}

const covers = ({ start, length }: Node, byte: number) => byte >= start && byte < start + length;

/** The nodes of a header at which a person may point: whole fields, and inside options the fields of each option. */
function fieldsOf(node: Node, found: Node[] = []): Node[] {
  for (const child of node.children ?? []) {
    if (!isGroup(child)) found.push(child);
    else if (child.length > 0) fieldsOf(child, found);
  }
  return found;
}

/** Fields that share bytes with one, directly or by way of another field. */
function sharingBytes(leaves: readonly Node[], pointed: Node): Node[] {
  let start = pointed.start;
  let end = start + pointed.length;
  for (let again = 0; again < 2; again += 1) {
    for (const node of leaves) {
      if (node.start >= end || node.start + node.length <= start) continue;
      start = Math.min(start, node.start);
      end = Math.max(end, node.start + node.length);
    }
  }
  return leaves.filter((node) => node.start < end && node.start + node.length > start);
}

/** The header's name, and the option's if one of its own fields is pointed at. */
function pathOf(header: Node, option: Node | undefined, pointed: readonly Node[], words: Words): string {
  const isKind = option !== undefined && option.children?.[0] === pointed[0];
  const around = option === undefined || isKind ? [header] : [header, option];
  return around.map(({ id }, index) => nameIn(words.fields[id]?.label ?? id, index)).join(" · ");
}

function title(path: string, names: readonly string[], words: Words, bytes: Uint8Array, start: number, end: number): string {
  const label = listOf(names, words);
  const numbers = { first: start, last: end - 1, total: bytes.length };
  const where = end - start === 1 ? say(words, "hover.byte", numbers) : say(words, "hover.bytes", numbers);
  return `**${path} · ${label}** \`${hexGroups(bytes, start, end)}\` · ${where}`;
}

const listOf = (names: readonly string[], words: Words) => names.map(withinLine).join(words.messages["list.and"]);

const nameIn = (label: string, index: number) => (index > 0 ? withinLine(label) : label);

/** A field and what it means here; empty where only its general sentence applies. */
interface Explained {
  readonly node: Node;
  readonly sentences: readonly Sentence[];
}

/** How many sentences are shown at once; the rest is folded. For flags, one says which they are, and one what they do. */
const atOnce = ({ node }: Explained) => (node.id === "tcp.flags" ? 2 : 1);

function meaning(each: Explained, layer: Layer, words: Words, named: boolean, option: Node | undefined): string {
  const { node, sentences } = each;
  if (sentences.length > 0) return sayAll(words, sentences.slice(0, atOnce(each)));
  // for an option's kind, the meaning of the option is told
  const spoken = option?.children?.[0] === node ? option : node;
  const { label = node.id, about = "" } = words.fields[spoken.id] ?? {};
  return `${named ? `${label} ` : ""}**${valueMarkdown(node, layer)}** · ${about}`;
}

/** The other sentences, and what each field is for, folded. */
function more(explained: readonly Explained[], words: Words): string | undefined {
  const paragraphs = explained.flatMap((each) => {
    const { node, sentences } = each;
    const word = words.fields[node.id];
    return [
      sayAll(words, sentences.slice(atOnce(each))),
      sentences.length > 0 && word?.about ? `**${word.label}** (\`${node.id}\`): ${word.about}` : "",
    ].filter(Boolean);
  });
  if (paragraphs.length === 0) return undefined;
  return `<details><summary>${words.messages["hover.more"]}</summary>\n\n${paragraphs.join("\n\n")}\n\n</details>`;
}

function headerMarkdown(layer: Layer, words: Words): string {
  const word = words.fields[layer.node.id];
  return `**${word?.label ?? layer.node.id}** · ${valueMarkdown(layer.node, layer)}\n\n${word?.about ?? ""}`;
}

function valueMarkdown(node: Node, layer: Layer): string {
  const text = valueText(node, layer);
  const isFromPacket = typeof node.value === "string" || (node === layer.node && layer.summary);
  return isFromPacket ? escapeMarkdown(text) : text;
}

function neighbours(
  leaves: readonly Node[],
  start: number,
  end: number,
  bytes: Uint8Array,
  words: Words,
  name: (node: Node) => string,
): string[] {
  const before = leaves.findLast((node) => node.start + node.length <= start);
  const after = leaves.find((node) => node.start >= end);
  const link = (node: Node) => {
    const together = sharingBytes(leaves, node);
    const first = Math.min(...together.map((each) => each.start));
    const last = Math.max(...together.map((each) => each.start + each.length));
    return { label: listOf(together.map(name), words), hex: hexGroups(bytes, first, last) };
  };
  return [
    ...(before ? [say(words, "hover.before", link(before))] : []),
    ...(after ? [say(words, "hover.after", link(after))] : []),
  ];
}

/** Of more bytes than these, only the first are shown. */
const mostBytes = 16;

/** Digits in groups of two bytes, as dumps print them. */
function hexGroups(bytes: Uint8Array, start: number, end: number): string {
  let digits = "";
  for (let at = start; at < Math.min(end, start + mostBytes); at += 1)
    digits += `${at > start && (at - start) % 2 === 0 ? " " : ""}${pairs[bytes[at]]}`;
  return end - start > mostBytes ? `${digits} …` : digits;
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
