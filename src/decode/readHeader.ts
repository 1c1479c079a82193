import type { Field, Header } from "../protocols/header";
import type { Node, Problem, Value } from "./node";
import type { Scope } from "./scope";

/** A header as it was read: its node, and the numbers by the names of its table. */
export class Reading<H extends Header> {
  constructor(
    private readonly header: H,
    readonly node: Node & { children: Node[] },
    /** All fixed fields were there. */
    readonly complete: boolean,
  ) {}

  /** The node of a field; nothing where the bytes end before it. */
  child(name: keyof H["fields"] & string): Node | undefined {
    // fields that are missing are missing at the end, so a field's place is its place in the table
    const { id, index } = this.header.fields[name];
    const node = this.node.children[index];
    return node?.id === id ? node : undefined;
  }

  /** The value of a field, in its unit; NaN where the bytes end before it. */
  number(name: keyof H["fields"] & string): number {
    const value = this.child(name)?.value;
    return typeof value === "number" ? value : Number.NaN;
  }
}

/** Reads every field that fits; what does not fit becomes a problem of the header's node. */
export function readHeader<H extends Header>(scope: Scope, header: H, littleEndian = false): Reading<H> {
  const children: Node[] = [];
  for (const field of header.order) {
    if (!scope.has(field.offset + field.length)) break;
    children.push(readField(scope, field, littleEndian));
  }
  const complete = children.length === header.order.length;
  const node = placed(scope, header.id, 0, Math.min(header.size, scope.have)) as Node & { children: Node[] };
  node.children = children;
  if (!complete) node.problem = cutProblem(scope, header.size);
  return new Reading(header, node, complete);
}

/** Reads the fields of another table behind a header as a part of it: those that a header has only sometimes. */
export function readMore<H extends Header>(whole: Reading<Header>, scope: Scope, table: H): Reading<H> {
  const part = readHeader(scope, table);
  whole.node.children.push(...part.node.children);
  if (part.node.problem) whole.node.problem ??= part.node.problem;
  growTo(whole.node, part.node.start + part.node.length);
  return part;
}

/** Puts a node inside another, which grows to its end. */
export function adopt(whole: Node & { children: Node[] }, part: Node): void {
  whole.children.push(part);
  growTo(whole, part.start + part.length);
}

/** Lets a header's node reach to the end of the scope's first `size` bytes, as far as they are there. */
export function reachTo(node: Node, scope: Scope, size: number): void {
  growTo(node, scope.start + Math.min(size, scope.have));
}

function growTo(node: Node, end: number): void {
  node.length = Math.max(node.length, end - node.start);
}

/** A node for `length` bytes from `offset` within a scope. */
export function placed(scope: Scope, id: string, offset: number, length: number): Node {
  // a layer said to begin beyond the captured bytes is shown at their end
  const start = Math.min(scope.start + offset, scope.bytes.length);
  const source = scope.source === 0 ? undefined : scope.source;
  // every property at once: a packet has dozens of nodes, which are read quickest when all have one shape
  return {
    id,
    start,
    length,
    bit: undefined,
    bits: undefined,
    value: undefined,
    source,
    problem: undefined,
    children: undefined,
  };
}

/** Bytes without a table of their own. */
export function bytesNode(scope: Scope, id: string): Node {
  const node = placed(scope, id, 0, scope.have);
  node.value = scope.content();
  return node;
}

/** The problem that `needed` bytes are not there, and who is to blame: the layer that ends too early, or the capture. */
export function cutProblem(scope: Scope, needed: number): Problem {
  const tooShort = scope.length < needed;
  return { kind: "cut", needed, have: scope.have, claimedBy: tooShort ? scope.claimedBy : "frame.cap_len", start: scope.start };
}

/** Changes the node in place: copying objects would cost more than reading the bytes. */
function readField(scope: Scope, field: Field, littleEndian: boolean): Node {
  const node = placed(scope, field.id, field.offset, field.length);
  if (field.bits !== field.length * 8) {
    node.bit = field.bit;
    node.bits = field.bits;
  }
  node.value = readValue(scope, field, littleEndian || field.littleEndian === true);
  if (field.parts.length > 0) node.children = field.parts.map((part) => readField(scope, part, littleEndian));
  return node;
}

function readValue(scope: Scope, field: Field, littleEndian: boolean): Value {
  const at = scope.start + field.offset;
  switch (field.format) {
    case "mac":
    case "ipv4":
    case "ipv6":
    case "octets":
    case "text":
      return scope.bytes.subarray(at, at + field.length);
    default:
      return field.length > 4
        ? scope.view.getBigUint64(at, littleEndian)
        : readBits(scope, field, at, littleEndian) * (field.unit ?? 1);
  }
}

function readBits(scope: Scope, field: Field, at: number, littleEndian: boolean): number {
  let value = 0;
  for (let i = 0; i < field.length; i += 1) {
    value = value * 256 + scope.bytes[littleEndian ? at + field.length - 1 - i : at + i];
  }
  return field.bits === field.length * 8 ? value : Math.floor(value / 2 ** field.shift) & field.mask;
}
