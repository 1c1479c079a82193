import { isPlainSegment, ownLayers, type Packet } from "./packet";

/** Protocols below the applications that the column of protocols tells apart, by the names of their layers. */
export const lowerProtocols = [
  "data",
  "eth",
  "vlan",
  "llc",
  "mpls",
  "pwethcw",
  "pppoes",
  "sll",
  "null",
  "ppp",
  "chdlc",
  "wlan",
  "wlan_aggregate",
  "radiotap",
  "ppi",
  "nflog",
  "pflog",
  "enc",
  "ipnet",
  "pktap",
  "juniper",
  "fddi",
  "ip",
  "ipv6",
  "ipv6.hopopts",
  "ipv6.dstopts",
  "ipv6.routing",
  "ipv6.fraghdr",
  "ipv6.ext",
  "ah",
  "tcp",
  "tcp.indirect",
  "udp",
  "sctp",
  "arp",
  "icmp",
  "icmpv6",
  "igmp",
  "gre",
  "erspan",
  "etherip",
  "vxlan",
  "geneve",
  "gtp",
  "teredo",
  "tr",
  "arcnet",
  "fr",
  "ipoib",
  "ieee8021ah",
  "etag",
  "vntag",
  "cmd",
  "cfp",
  "nsh",
] as const;
export type LowerProtocol = (typeof lowerProtocols)[number];

const numbers: ReadonlyMap<string, number> = new Map(lowerProtocols.map((name, index) => [name, index]));
export const numberOf = (protocol: LowerProtocol): number => numbers.get(protocol)!;

const data = numberOf("data");
/**
 * The first stands for a segment whose connection says all about its packet's ends, and whose row says all about its header. The second
 * is for those of which they do not: in a tunnel, with a route, or cut short.
 */
export const directSegment = numberOf("tcp");
const indirectSegment = numberOf("tcp.indirect");

/** The innermost of a packet's own protocols below the applications; mere bytes only if there is nothing else. */
export function innermostProtocol(packet: Packet): number {
  const own = ownLayers(packet);
  // a packet with several frames in it may end with something else
  if (own.some(({ segment, protocol }) => segment || protocol === "tcp"))
    return isPlainSegment(packet) ? directSegment : indirectSegment;
  const found = own.findLast(({ protocol }) => numbers.has(protocol) && protocol !== "data");
  return found ? numbers.get(found.protocol)! : data;
}
