/** Who follows whom: the numbers by which a layer names the one inside it. */

/** A protocol that has a decoder. */
export type ProtocolName =
  | "eth"
  | "vlan"
  | "llc"
  | "mpls"
  | "pppoe"
  | "sll"
  | "sll2"
  | "null"
  | "loop"
  | "raw"
  | "ppp"
  | "ppp-with-direction"
  | "chdlc"
  | "wlan"
  | "radiotap"
  | "ppi"
  | "nflog"
  | "pflog"
  | "enc"
  | "ipnet"
  | "pktap"
  | "juniper"
  | "fddi"
  | "tr"
  | "arcnet"
  | "arcnet-linux"
  | "fr"
  | "ipoib"
  | "ieee8021ah"
  | "etag"
  | "vntag"
  | "cmd"
  | "cfp"
  | "nsh"
  | "ip"
  | "ipv6"
  | "ah"
  | "tcp"
  | "udp"
  | "sctp"
  | "arp"
  | "icmp"
  | "icmpv6"
  | "igmp"
  | "gre"
  | "erspan"
  | "erspan3"
  | "etherip"
  | "vxlan"
  | "vxlan-gpe"
  | "geneve"
  | "gtp"
  | "teredo"
  | "data";

/** LINKTYPE_ and DLT_ numbers: https://www.tcpdump.org/linktypes.html */
export const linkTypes: Readonly<Record<number, ProtocolName>> = {
  0: "null",
  1: "eth",
  6: "tr",
  7: "arcnet",
  9: "ppp",
  10: "fddi",
  11: "llc",
  12: "raw",
  14: "raw",
  19: "raw",
  50: "ppp",
  51: "pppoe",
  100: "llc",
  101: "raw",
  104: "chdlc",
  105: "wlan",
  107: "fr",
  108: "loop",
  109: "enc",
  113: "sll",
  117: "pflog",
  127: "radiotap",
  129: "arcnet-linux",
  166: "ppp-with-direction",
  178: "juniper",
  192: "ppi",
  204: "ppp-with-direction",
  226: "ipnet",
  228: "ip",
  229: "ipv6",
  239: "nflog",
  242: "ipoib",
  258: "pktap",
  276: "sll2",
};

/** The numbers that are written for some protocols, such as those that have several. */
const chosenLinkTypes: { readonly [Protocol in ProtocolName]?: number } = { llc: 100, raw: 101, ip: 228, ipv6: 229 };

/** The number by which a capture says that its packets begin with a protocol; nothing where there is none. */
export const linkTypeOf = (protocol: ProtocolName): number | undefined =>
  chosenLinkTypes[protocol] ?? firstNumberOf(linkTypes, protocol);

/** The number by which Ethernet says that a protocol follows. */
export const etherTypeOf = (protocol: ProtocolName): number | undefined => firstNumberOf(etherTypes, protocol);

function firstNumberOf(table: Readonly<Record<number, ProtocolName>>, protocol: ProtocolName): number | undefined {
  const found = Object.entries(table).find(([, name]) => name === protocol);
  return found && Number(found[0]);
}

/** https://www.iana.org/assignments/ieee-802-numbers */
export const etherTypes: Readonly<Record<number, ProtocolName>> = {
  2048: "ip",
  2054: "arp",
  25944: "eth",
  // RARP has the same packets under another number (RFC 903 §3)
  32821: "arp",
  33024: "vlan",
  34525: "ipv6",
  34887: "mpls",
  34888: "mpls",
  34916: "pppoe",
  34928: "llc",
  34827: "ppp",
  34984: "vlan",
  35047: "ieee8021ah",
  35075: "cfp",
  35081: "cmd",
  35110: "vntag",
  35135: "etag",
  35151: "nsh",
  37120: "vlan",
  37376: "vlan",
};
export const etherTypeNames: Readonly<Record<number, string>> = {
  2048: "IPv4",
  2054: "ARP",
  2114: "Wake-on-LAN",
  25944: "Ethernet",
  32821: "RARP",
  32923: "AppleTalk",
  33011: "AARP",
  33024: "802.1Q",
  33079: "IPX",
  34525: "IPv6",
  34824: "Ethernet flow control",
  34825: "Slow Protocols",
  34827: "PPP",
  34887: "MPLS",
  34888: "MPLS",
  34915: "PPPoE discovery",
  34916: "PPPoE session",
  34928: "Jumbo LLC",
  34958: "EAPOL",
  34969: "Realtek",
  34984: "802.1ad",
  35006: "ERSPAN",
  35020: "LLDP",
  35045: "MACsec",
  35063: "PTP",
  35074: "CFM",
  35078: "FCoE",
  8939: "ERSPAN III",
  36864: "Loopback test",
  37120: "802.1QinQ",
};

/** The numbers that Aruba's access points give to their tunnels of 802.11 frames. */
const arubaTunnels = Array.from({ length: 24 }, (_, tunnel) => 0x8200 + tunnel * 0x10);

/** EtherTypes (RFC 1701), and numbers that are used in GRE alone: ERSPAN, MikroTik's Ethernet over IP, frame relay, Aruba's 802.11. */
export const greProtocols: Readonly<Record<number, ProtocolName>> = {
  ...etherTypes,
  35006: "erspan",
  8939: "erspan3",
  25600: "eth",
  25945: "fr",
  ...Object.fromEntries(arubaTunnels.map((type) => [type, "wlan" as const])),
};

/** https://www.iana.org/assignments/ppp-numbers */
export const pppProtocols: Readonly<Record<number, ProtocolName>> = { 33: "ip", 87: "ipv6", 641: "mpls", 643: "mpls" };
export const pppProtocolNames: Readonly<Record<number, string>> = {
  33: "IPv4",
  45: "VJ compressed TCP",
  47: "VJ uncompressed TCP",
  61: "Multilink",
  87: "IPv6",
  253: "CCP",
  32801: "IPCP",
  32855: "IPv6CP",
  33021: "CCP",
  49185: "LCP",
  49187: "PAP",
  49189: "LQR",
  49699: "CHAP",
};

/** https://www.iana.org/assignments/protocol-numbers */
export const ipProtocols: Readonly<Record<number, ProtocolName>> = {
  1: "icmp",
  2: "igmp",
  4: "ip",
  6: "tcp",
  17: "udp",
  41: "ipv6",
  47: "gre",
  51: "ah",
  58: "icmpv6",
  97: "etherip",
  132: "sctp",
  137: "mpls",
  143: "eth",
};
/** Headers of IPv6 that name another header after them (RFC 8200 §4). */
export const ipv6Extension = {
  hopByHop: 0,
  routing: 43,
  fragment: 44,
  noNext: 59,
  destination: 60,
  mobility: 135,
  hip: 139,
  shim6: 140,
} as const;

/** Names of the same numbers, including those that have no decoder here. */
export const ipProtocolNames: Readonly<Record<number, string>> = {
  0: "Hop-by-Hop Options",
  1: "ICMP",
  2: "IGMP",
  4: "IPv4",
  6: "TCP",
  8: "EGP",
  9: "IGP",
  17: "UDP",
  27: "RDP",
  33: "DCCP",
  41: "IPv6",
  43: "IPv6 Routing",
  44: "IPv6 Fragment",
  46: "RSVP",
  47: "GRE",
  50: "ESP",
  51: "AH",
  58: "ICMPv6",
  59: "No Next Header",
  60: "IPv6 Destination Options",
  88: "EIGRP",
  89: "OSPF",
  94: "IPIP",
  97: "EtherIP",
  103: "PIM",
  108: "IPComp",
  112: "VRRP",
  115: "L2TP",
  124: "IS-IS",
  132: "SCTP",
  133: "FC",
  135: "Mobility",
  136: "UDP-Lite",
  137: "MPLS in IP",
  139: "HIP",
  140: "Shim6",
  143: "Ethernet",
};

/** Tunnels over UDP, by their ports. */
export const udpPorts: Readonly<Record<number, ProtocolName>> = {
  2152: "gtp",
  3544: "teredo",
  4754: "gre",
  4789: "vxlan",
  4790: "vxlan-gpe",
  6081: "geneve",
  6635: "mpls",
};
