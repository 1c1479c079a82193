import { isPlainSegment, ownLayers, type Packet } from "./packet";

/** Protocols below the applications, by the names of their layers: what the column of protocols tells apart. */
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
 * A segment whose connection says all about its packet's ends, and whose row all about its header; and one in a tunnel, with a route or
 * cut short, of which they do not.
 */
export const directSegment = numberOf("tcp");
const indirectSegment = numberOf("tcp.indirect");

/** The innermost of a packet's own protocols that is no application, and not mere bytes unless there is nothing else. */
export function innermostProtocol(packet: Packet): number {
  const own = ownLayers(packet);
  // several frames in one may end with something else
  if (own.some(({ segment, protocol }) => segment || protocol === "tcp"))
    return isPlainSegment(packet) ? directSegment : indirectSegment;
  const found = own.findLast(({ protocol }) => numbers.has(protocol) && protocol !== "data");
  return found ? numbers.get(found.protocol)! : data;
}
