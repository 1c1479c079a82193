import type { Node } from "../decode/node";
import { type TcpFlagName, tcpFlag } from "../protocols/tcp";
import { say, type Words } from "../text/words";

/** Tables for hovers: unlike pictures, they read well in every theme. */

/** Headers are drawn in rows of 32 bits, as the RFCs do. */
const rowBytes = 4;
const rowBits = rowBytes * 8;
/** A value of up to so many bytes is shown as a number too. */
const mostOfNumber = 4;

const fromHighest = (Object.keys(tcpFlag) as TcpFlagName[]).reverse();
const withoutAe = fromHighest.filter((name) => name !== "AE");

/** Every flag with its bit, from the most significant, as headers are drawn. */
export function flagTable(flags: number): string {
  const names = flags & tcpFlag.AE ? fromHighest : withoutAe;
  const isSet = (name: TcpFlagName) => (flags & tcpFlag[name]) !== 0;
  return table([names.map((name) => (isSet(name) ? `**${name}**` : name)), names.map((name) => (isSet(name) ? "**1**" : "0"))]);
}

/** The 32 bits around some fields: every field there with its bits, and a mark at those that are pointed at. */
export function rowTable(
  header: Node,
  leaves: readonly Node[],
  pointed: readonly Node[],
  bytes: Uint8Array,
  name: (node: Node) => string,
): string | undefined {
  const row = header.start + Math.floor((pointed[0].start - header.start) / rowBytes) * rowBytes;
  const inRow = leaves.filter(({ start, length }) => start < row + rowBytes && start + length > row && length > 0);
  const fitsRow = inRow.every(({ start, length }) => start >= row && start + length <= row + rowBytes);
  if (inRow.length === 0 || !fitsRow) return undefined;
  // the heading of a table is all bold, so a sign tells which cells are meant
  const mark = (node: Node, text: string) => (pointed.includes(node) ? `▾ ${text}` : text);
  const strong = (node: Node, text: string) => (pointed.includes(node) ? `**${text}**` : text);
  return table([
    inRow.map((node) => mark(node, name(node))),
    inRow.map((node) => strong(node, `\`${digitsOf(node, bytes)}\``)),
    inRow.map((node) => strong(node, bitRange(node, row))),
  ]);
}

/** The bits of a node as one number; those of a row are few enough to be exact in one. */
function bitsOf(
  { start, length, bit = 0, bits = length * 8 }: Pick<Node, "start" | "length" | "bit" | "bits">,
  bytes: Uint8Array,
) {
  let value = 0;
  for (let at = start; at < start + length; at += 1) value = value * 256 + bytes[at];
  return Math.floor(value / 2 ** (length * 8 - bit - bits)) % 2 ** bits;
}

const widthOf = ({ length, bits = length * 8 }: Node) => bits;

/** A field in hex if it has whole hex digits, else in binary. */
function digitsOf(node: Node, bytes: Uint8Array): string {
  const width = widthOf(node);
  const value = bitsOf(node, bytes);
  return width % 4 === 0 ? value.toString(16).padStart(width / 4, "0") : value.toString(2).padStart(width, "0");
}

function bitRange(node: Node, row: number): string {
  const first = (node.start - row) * 8 + (node.bit ?? 0);
  const last = first + widthOf(node) - 1;
  return first === last ? String(first) : `${first}–${last % rowBits}`;
}

/** The same value in hex, binary and decimal, which people otherwise work out by hand. */
export function numbersOf(
  nodes: readonly Node[],
  start: number,
  end: number,
  bytes: Uint8Array,
  words: Words,
): string | undefined {
  if (end - start > mostOfNumber || nodes.length === 0) return undefined;
  const whole = bitsOf({ start, length: end - start }, bytes);
  const parts = nodes.length > 1 ? [...nodes].sort((a, b) => firstBit(a) - firstBit(b)) : nodes;
  const doesTile = parts.reduce((sum, node) => sum + widthOf(node), 0) === (end - start) * 8;
  const binary = (doesTile ? parts : [{ id: "", start, length: end - start }]).map((node) =>
    bitsOf(node, bytes).toString(2).padStart(widthOf(node), "0"),
  );
  return say(words, "hover.numbers", {
    hex: `0x${whole.toString(16).padStart((end - start) * 2, "0")}`,
    binary: binary.map(inFours).join(" · "),
    decimal: whole.toString(),
  });
}

const firstBit = ({ start, bit = 0 }: Node) => start * 8 + bit;

/** Digits in groups of four, counted from the end, as numbers are read. */
function inFours(digits: string): string {
  let text = digits.slice(-4);
  for (let end = digits.length - 4; end > 0; end -= 4) text = `${digits.slice(Math.max(0, end - 4), end)} ${text}`;
  return text;
}

/** VS Code leaves hardly any room between columns and draws no lines: spaces in the headings keep them apart. */
function table([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const spaced = head.map((cell) => `&nbsp;${cell}&nbsp;`);
  return [line(spaced), line(head.map(() => ":-:")), ...rows.map(line)].join("\n");
}
