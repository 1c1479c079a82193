/** Who follows whom: the numbers by which a layer names the one inside it. */

/** A protocol that has a decoder. */
export type ProtocolName = "eth" | "sll" | "sll2" | "null" | "loop" | "raw" | "ip" | "ipv6" | "tcp" | "data";

/** LINKTYPE_ and DLT_ numbers: https://www.tcpdump.org/linktypes.html */
export const linkTypes: Readonly<Record<number, ProtocolName>> = {
  0: "null",
  1: "eth",
  12: "raw",
  14: "raw",
  101: "raw",
  108: "loop",
  113: "sll",
  228: "ip",
  229: "ipv6",
  276: "sll2",
};

/** https://www.iana.org/assignments/ieee-802-numbers */
export const etherTypes: Readonly<Record<number, ProtocolName>> = { 2048: "ip", 34525: "ipv6" };

/** https://www.iana.org/assignments/protocol-numbers */
export const ipProtocols: Readonly<Record<number, ProtocolName>> = { 6: "tcp" };

/** Names of the same numbers, for those that have no decoder here too. */
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
};
