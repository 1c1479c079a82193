import { type Layer, ownLayers, type Packet } from "../decode/packet";
import { arpName } from "./arpInfo";
import { heardSummary, segmentName } from "./segmentColumns";
import type { ListedPlace } from "./tcpInfo";

/** Names for the Protocol column, which shows the innermost layer that has one. */
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
  pflog: "PFLOG",
  enc: "ENC",
  ipnet: "IPNET",
  pktap: "PKTAP",
  juniper: "Juniper",
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
};
/** Wireshark's names, where they differ from ours. */
const pathNames: Readonly<Record<string, string>> = { "tcp.payload": "data", redis: "resp" };
/** Protocols whose header names what follows by its EtherType. */
const withEtherType = new Set(["eth", "sll", "vlan"]);

export function protocolColumn(packet: Packet, place?: ListedPlace): string {
  const layers = ownLayers(packet);
  const found = layers.map((layer) => nameOf(layer, place)).findLast(Boolean) ?? "Data";
  const isTunnelled = found !== names["gtp"] && layers.some(({ protocol }) => protocol === "gtp");
  return isTunnelled ? `${names["gtp"]} <${found}>` : found;
}

/** Whether the layer's name may stand in the column. */
export const namesItself = (layer: Layer, place: ListedPlace | undefined): boolean => Boolean(nameOf(layer, place));

function nameOf(layer: Layer, place: ListedPlace | undefined): string | undefined {
  const { protocol, summary, segment } = layer;
  if (segment) return segmentName(segment.options);
  if (protocol === "arp") return arpName(layer);
  return summary ? heardSummary(summary, place)?.protocol : names[protocol];
}

/** The layers as in Wireshark's `frame.protocols`: `eth:ethertype:ip:tcp`. */
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
