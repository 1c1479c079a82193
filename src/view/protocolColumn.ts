import { type Layer, ownLayers, type Packet } from "../decode/packet";

/** The Protocol column's words: the innermost layer that has a name of its own. */
const names: Readonly<Record<string, string>> = {
  eth: "Ethernet",
  vlan: "VLAN",
  llc: "LLC",
  mpls: "MPLS",
  pppoes: "PPPoES",
  ppp: "PPP",
  chdlc: "CHDLC",
  sll: "SLL",
  null: "NULL",
  wlan: "802.11",
  radiotap: "802.11",
  ppi: "PPI",
  nflog: "NFLOG",
  fddi: "FDDI",
  tr: "Token-Ring",
  arcnet: "ARCNET",
  fr: "FR",
  ipoib: "IPoIB",
  ieee8021ah: "802.1ah",
  etag: "802.1BR E-Tag",
  vntag: "VN-Tag",
  cmd: "CMD",
  cfp: "CFP",
  nsh: "NSH",
  ip: "IPv4",
  ipv6: "IPv6",
  ah: "AH",
  arp: "ARP",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  igmp: "IGMP",
  udp: "UDP",
  sctp: "SCTP",
  gre: "GRE",
  erspan: "ERSPAN",
  etherip: "EtherIP",
  vxlan: "VXLAN",
  geneve: "Geneve",
  gtp: "GTP",
  teredo: "Teredo",
  tcp: "TCP",
};
/** Wireshark's names where ours are others. */
const pathNames: Readonly<Record<string, string>> = { "tcp.payload": "data", redis: "resp" };
/** Protocols whose header names what follows by its EtherType. */
const withEtherType = new Set(["eth", "sll", "vlan"]);

export function protocolColumn(packet: Packet): string {
  const nameOf = ({ protocol, summary }: Layer) => summary?.protocol ?? names[protocol];
  return ownLayers(packet).map(nameOf).findLast(Boolean) ?? "Data";
}

/** The same of a plain segment. */
export const segmentProtocol = (summary: Layer["summary"]): string => summary?.protocol ?? names["tcp"];

/** `eth:ethertype:ip:tcp`, as Wireshark's `frame.protocols`. */
export function protocolPath(packet: Packet): string {
  return packet.layers
    .map(({ protocol }) => (withEtherType.has(protocol) ? `${protocol}:ethertype` : (pathNames[protocol] ?? protocol)))
    .join(":");
}

const layerNames: Readonly<Record<string, string>> = { eth: "ethernet", ip: "ipv4" };

/** A layer as `startLayer` of `wirenote explain` spells it. */
export function layerName(protocol: string): string {
  return layerNames[protocol] ?? protocol;
}
