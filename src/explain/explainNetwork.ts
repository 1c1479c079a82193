import { findNode, type Node } from "../decode/node";
import type { Layer } from "../decode/packet";
import { type IcmpVersion, icmpCodeName } from "../protocols/icmp";
import { dscpNames, ecnNames, ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { tcp } from "../protocols/tcp";
import { formatIp } from "../text/address";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { explainAddress } from "./explainEndpoint";

/** What a field of an IP header means together with the others of that header; nothing where its own value, or its name, says all. */
export function explainNetworkField({ id, value }: Node, layer: Layer): Sentence[] | undefined {
  if (value instanceof Uint8Array) return addresses.has(id) ? explainAddress(formatIp(value)) : undefined;
  return typeof value === "number" ? explanations[id]?.(value, layer) : undefined;
}

const addresses: ReadonlySet<string> = new Set(["ip.src", "ip.dst", "ipv6.src", "ipv6.dst"]);

/** The last two of the three flags of RFC 791 §3.1. */
const bits = { mayNotBeSplit: 2, more: 1 };

const explanations: Readonly<Record<string, (value: number, layer: Layer) => Sentence[]>> = {
  "ip.len": (total, layer) => {
    const header = numberOf(layer, "ip.hdr_len");
    return total === 0 ? [sentence("ip.len.zero", {})] : [sentence("ip.len", { total, header, data: total - header })];
  },
  "ip.dsfield": explainService,
  "ipv6.tclass": explainService,
  "ip.flags": (value) => explainSplitting((value & bits.mayNotBeSplit) !== 0, (value & bits.more) !== 0),
  "ip.id": (value, layer) => {
    const flags = numberOf(layer, "ip.flags");
    const isWhole = (flags & bits.more) === 0 && numberOf(layer, "ip.frag_offset") === 0;
    return explainIdentification(formatHex(value, 16), isWhole && (flags & bits.mayNotBeSplit) !== 0);
  },
  "icmp.code": explainCode("icmp"),
  "icmpv6.code": explainCode("icmpv6"),
  "icmp.mtu": (mtu) => [mtu === 0 ? sentence("icmp.mtu.unknown", {}) : explainMtu(mtu, ipv4.size)],
  "icmpv6.mtu": (mtu) => [explainMtu(mtu, ipv6.size)],
};

function explainCode(version: IcmpVersion) {
  return (code: number, layer: Layer): Sentence[] => {
    const name = icmpCodeName(version, numberOf(layer, `${version}.type`), code);
    return name === undefined ? [] : [sentence("icmp.code", { code, name })];
  };
}

/** RFC 1191 §3, RFC 8201 §4: what the sender of the quoted packet is to do. */
const explainMtu = (mtu: number, network: number): Sentence =>
  sentence("icmp.mtu", { mtu, segment: Math.max(0, mtu - network - tcp.size) });

export function explainSplitting(mayNotBeSplit: boolean, hasMore: boolean): Sentence[] {
  const found = [...(mayNotBeSplit ? [sentence("mention.ip.df", {})] : []), ...(hasMore ? [sentence("mention.ip.mf", {})] : [])];
  return found.length > 0 ? found : [sentence("mention.ip.noFlags", {})];
}

export function explainIdentification(id: number | string, isUnused: boolean): Sentence[] {
  return [sentence(isUnused ? "mention.ip.idUnused" : "mention.ip.id", { id })];
}

const congestionBits = 3;
const lowDelay = 0x10;

/** Six bits of class (RFC 2474 §3) and two for congestion (RFC 3168 §5); before these, RFC 1349 §4. What a router has marked comes first. */
export function explainService(value: number): Sentence[] {
  if (value === 0) return [sentence("mention.ip.tosDefault", {})];
  const ecn = value & congestionBits;
  const dscp = value >> 2;
  const name = (dscpNames as Readonly<Record<number, string>>)[dscp];
  const both = sentence("mention.ip.tos", {
    dscp: name ? `${dscp} (${name})` : dscp,
    ecn: ecnNames[ecn as keyof typeof ecnNames],
  });
  if (ecn === congestionBits) return [sentence("mention.ip.marked", {}), both];
  return [
    both,
    ...(ecn === 0 ? [] : [sentence("mention.ip.mayBeMarked", {})]),
    ...((value & ~congestionBits) === lowDelay ? [sentence("mention.ip.tosLowDelay", {})] : []),
  ];
}

function numberOf(layer: Layer, id: string): number {
  const value = findNode([layer.node], id)?.value;
  return typeof value === "number" ? value : 0;
}
