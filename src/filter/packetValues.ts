import type { PacketRecord } from "../capture/record";
import type { Connection, SegmentPlace } from "../connections/tracker";
import { findNode, type Node } from "../decode/node";
import type { Layer, Packet } from "../decode/packet";
import { addressBits, bothEnds, hostNames, wlanRoles } from "../protocols/derived";
import { fieldsCalled } from "../protocols/filterNames";
import { type FilterType, filterTypeOf } from "../protocols/filterTypes";
import { ipv4 } from "../protocols/ipv4";
import { fields as headerFields } from "../protocols/registry";
import { tcp, tcpFlag } from "../protocols/tcp";
import { tcpOptionHead } from "../protocols/tcpOptions";
import type { FieldValues } from "./evaluate";
import { frameFacts, headerFacts, type LayerFacts, layerFacts, segmentFacts } from "./facts";
import { counterFlags } from "./flagFields";
import type { FieldSource } from "./plan";
import { spell } from "./spelling";
import { binaryOf, type ProtocolBytes, type Value } from "./values";

/** All that is known of one packet. */
export interface PacketFacts {
  /** Counted from 1. */
  readonly number: number;
  /** Marked by hand. */
  readonly isMarked?: boolean;
  readonly record: PacketRecord;
  readonly packet: Packet;
  readonly place?: SegmentPlace | undefined;
  readonly connection?: Connection | undefined;
  /** Nanoseconds since the first packet with a time, and since the packet before. */
  readonly sinceFirst?: bigint | undefined;
  readonly sincePrevious?: bigint | undefined;
  /** The names of its protocols, such as `eth:ethertype:ip:tcp`. */
  readonly protocols: string;
}

/** Makes a value of a node, for one name. */
type Convert = (node: Node, layer: Layer, facts: PacketFacts) => Value | undefined;
interface Collector {
  readonly slot: number;
  readonly convert: Convert;
}

/** Collects, in one walk through a packet's tree, the values of the fields that are asked for by their names. */
export class PacketValues implements FieldValues {
  row = -1;
  readonly values: Value[][] = [];
  readonly layers: number[][] = [];
  private readonly slots = new Map<string, number>();
  private readonly ofNodes = new Map<string, Collector[]>();
  private readonly ofFrame: [slot: number, fact: (facts: PacketFacts) => Value | undefined][] = [];
  private readonly ofLayers: [slot: number, fact: (facts: LayerFacts) => readonly Value[]][] = [];

  constructor(names: Iterable<string>) {
    for (const name of names) if (!this.slots.has(name)) this.ask(name);
  }

  readonly slotOf = ({ field }: FieldSource): number => this.slots.get(field.name)!;

  /** The values that the packet that was read last has under a name. */
  of(name: string): readonly Value[] {
    return this.values[this.slots.get(name)!];
  }

  private ask(name: string): void {
    const slot = this.slots.size;
    this.slots.set(name, slot);
    this.values.push([]);
    this.layers.push([]);
    const frame = frameFacts[name];
    if (frame) this.ofFrame.push([slot, frame]);
    const fact = layerFacts[name] ?? headerFacts[name] ?? segmentFacts[name];
    if (fact) this.ofLayers.push([slot, fact]);
    else for (const [id, convert] of conversions(name)) this.collect(id, { slot, convert });
  }

  private collect(id: string, collector: Collector): void {
    this.ofNodes.set(id, [...(this.ofNodes.get(id) ?? []), collector]);
  }

  /** Reads a packet; what was read before is forgotten. */
  read(facts: PacketFacts): FieldValues {
    this.row = facts.number - 1;
    for (const list of this.values) list.length = 0;
    for (const list of this.layers) list.length = 0;
    for (const [slot, fact] of this.ofFrame) this.add(slot, fact(facts), 1);
    const { packet } = facts;
    const counts = new Map<string, number>();
    const lastSegment = packet.layers.findLastIndex(({ segment, quoted, partial }) => segment && !quoted && !partial);
    for (const [index, layer] of packet.layers.entries()) {
      // headers that an ICMP error quotes, and those that wait for the rest of their datagram, are not this packet's own
      if (layer.quoted || layer.partial) continue;
      const count = (counts.get(layer.protocol) ?? 0) + 1;
      counts.set(layer.protocol, count);
      if (this.ofNodes.size > 0) this.walk(layer.node, layer, facts, count);
      if (this.ofLayers.length === 0) continue;
      const place = index === lastSegment ? facts.place : undefined;
      const known = { layer, packet, place, connection: place && facts.connection };
      for (const [slot, fact] of this.ofLayers) for (const value of fact(known)) this.add(slot, value, count);
    }
    return this;
  }

  private walk(node: Node, layer: Layer, facts: PacketFacts, count: number): void {
    if (leadsNowhere(node)) return;
    const collectors = this.ofNodes.get(node.id);
    if (collectors) for (const { slot, convert } of collectors) this.add(slot, convert(node, layer, facts), count);
    if (node.children) for (const child of node.children) this.walk(child, layer, facts, count);
  }

  private add(slot: number, value: Value | undefined, layer: number): void {
    if (value === undefined) return;
    this.values[slot].push(value);
    this.layers[slot].push(layer);
  }
}

/** An option with an impossible length counts as absent, as in Wireshark. */
function leadsNowhere({ problem, children }: Node): boolean {
  if (!problem || children?.[0]?.id !== tcpOptionHead.fields.option_kind.id) return false;
  if (problem.kind === "length") return problem.value < tcpOptionHead.size;
  return problem.kind === "cut" && problem.claimedBy === tcpOptionHead.fields.option_len.id;
}

/** The nodes that a name stands for, and how each becomes a value. */
function conversions(name: string): readonly (readonly [id: string, convert: Convert])[] {
  const derived = name as keyof typeof bothEnds;
  const ends = bothEnds[derived];
  if (ends) return ends.map((id) => [id, converterOf(id)] as const);
  const hosts = hostNames[derived];
  if (hosts) return hosts.map((id) => [id, writtenOut(id)] as const);
  const bits = addressBits[derived];
  if (bits) {
    const isSet: Convert = ({ value }) => (value instanceof Uint8Array ? (value[0] & bits.mask ? 1 : 0) : undefined);
    return bits.of.map((id) => [id, isSet] as const);
  }
  return [
    ...(otherNames[name] ?? fieldsCalled(name)).map((id) => [id, converterOf(id)] as const),
    ...conversionsByDirection(name),
  ];
}

function conversionsByDirection(name: string): readonly (readonly [id: string, convert: Convert])[] {
  const isAs = (layer: Layer, bit: string, wanted: number | undefined) =>
    wanted === undefined || findNode([layer.node], bit)?.value === wanted;
  return (wlanRoles[name] ?? []).map(({ id, toDs, fromDs }) => [
    id,
    ({ value }, layer) =>
      isAs(layer, "wlan.fc.tods", toDs) && isAs(layer, "wlan.fc.fromds", fromDs) && value instanceof Uint8Array
        ? value
        : undefined,
  ]);
}

/** Names of Wireshark's for what several tables have here, each under its own name. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "ip.version": ["ip.version", "ipv6.version"],
  sll: ["sll", "sll2"],
  "wlan.da": ["wlan.da", "wlan_aggregate.da"],
  "wlan.sa": ["wlan.sa", "wlan_aggregate.sa"],
};

const writtenOut =
  (id: string): Convert =>
  ({ value }) =>
    value instanceof Uint8Array ? binaryOf(spell(value, filterTypeOf(id, headerFields.get(id)))) : undefined;

function converterOf(id: string): Convert {
  const field = headerFields.get(id);
  const type: FilterType = filterTypeOf(id, field);
  switch (type) {
    case "label":
      return () => 1;
    case "protocol":
      return protocolBytes;
    case "bytes":
      return (node, _, { packet }) => (node.value instanceof Uint8Array ? node.value : bytesOfNode(node, packet));
    case "text":
      return ({ value }) => (typeof value === "string" ? binaryOf(value) : undefined);
    case "boolean":
      if (counterFlags.has(id))
        return ({ value }, { segment }, { place }) =>
          place?.usesAce && ((segment?.flags ?? 0) & tcpFlag.SYN) === 0 ? undefined : (value as number);
      return ({ value }) => (typeof value === "number" ? (value === 0 ? 0 : 1) : undefined);
    case "mac":
    case "ipv4":
    case "ipv6":
      return ({ value }, { network }) => {
        // with a source route, its last address counts, as in Wireshark
        if (id === "ip.dst" && network?.finalDst) return network.finalDst;
        return value instanceof Uint8Array ? value : undefined;
      };
    case "int64":
    case "uint64":
      return ({ value }) => (typeof value === "number" || typeof value === "bigint" ? BigInt(value) : undefined);
    default:
      if (id === ipv4.fields.len.id) return datagramLength;
      return ({ value }) => (typeof value === "number" ? value : undefined);
  }
}

/** A length of 0 was left to the network card to fill in; then the frame's length counts, as in Wireshark. */
function datagramLength({ value }: Node, { node: header }: Layer, { record, packet }: PacketFacts): Value | undefined {
  if (value !== 0) return typeof value === "number" ? value : undefined;
  return (header.source === undefined ? record.length : packet.sources[header.source].length) - header.start;
}

function bytesOfNode({ start, length, source }: Node, { sources }: Packet): Uint8Array {
  return sources[source ?? 0].subarray(start, start + length);
}

/** A header's bytes, and all that follow it in its source. TCP's header includes what it carries, as Wireshark has it. */
function protocolBytes(node: Node, layer: Layer, { packet }: PacketFacts): ProtocolBytes {
  const source = packet.sources[node.source ?? 0];
  const whole = source.subarray(node.start, endOf(node, layer, datagramEnd(layer, packet, source.length)));
  const isTcp = node === layer.node && layer.protocol === "tcp";
  return { header: isTcp ? whole : bytesOfNode(node, packet), whole };
}

/** Where the IPv4 datagram around a header ends; what follows is the frame's padding. */
function datagramEnd(layer: Layer, { layers }: Packet, end: number): number {
  const around = layers.slice(0, layers.indexOf(layer)).findLast(({ protocol }) => protocol === "ip" || protocol === "ipv6");
  if (around?.protocol !== "ip" || around.node.source !== layer.node.source) return end;
  const length = findNode([around.node], ipv4.fields.len.id)?.value;
  return typeof length === "number" && length > 0 ? Math.min(end, around.node.start + length) : end;
}

function endOf(node: Node, layer: Layer, end: number): number {
  const { headerLength, length } = layer.segment ?? {};
  // a header length that is impossibly small says nothing about what follows
  if (headerLength !== undefined && headerLength < tcp.size) return Math.min(end, node.start + tcp.size);
  return headerLength === undefined || length === undefined ? end : Math.min(end, node.start + headerLength + length);
}
