import { header, ipv4Address, mac, u8, u16, u32 } from "./header";

/** RFC 826, for Ethernet and IPv4: the only kind in use. */
export const arp = header("arp", {
  "hw.type": u16(),
  "proto.type": u16("hex"),
  "hw.size": u8("bytes"),
  "proto.size": u8("bytes"),
  opcode: u16("number", { names: { 1: "request", 2: "reply" } }),
});
export const arpAddresses = header("arp", {
  "src.hw_mac": mac(),
  "src.proto_ipv4": ipv4Address(),
  "dst.hw_mac": mac(),
  "dst.proto_ipv4": ipv4Address(),
});

const icmpTypes = {
  0: "Echo (ping) reply",
  3: "Destination unreachable",
  4: "Source quench",
  5: "Redirect",
  8: "Echo (ping) request",
  9: "Router advertisement",
  10: "Router solicitation",
  11: "Time-to-live exceeded",
  12: "Parameter problem",
  13: "Timestamp request",
  14: "Timestamp reply",
};
/** RFC 792: an error quotes the packet that caused it, behind eight bytes. */
export const icmp = header("icmp", {
  type: u8("number", { names: icmpTypes }),
  code: u8(),
  checksum: u16("hex"),
  rest: u32("hex"),
});
export const icmpErrors: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]);

const icmpv6Types = {
  1: "Destination Unreachable",
  2: "Packet Too Big",
  3: "Time Exceeded",
  4: "Parameter Problem",
  128: "Echo (ping) request",
  129: "Echo (ping) reply",
  130: "Multicast Listener Query",
  131: "Multicast Listener Report",
  132: "Multicast Listener Done",
  133: "Router Solicitation",
  134: "Router Advertisement",
  135: "Neighbor Solicitation",
  136: "Neighbor Advertisement",
  137: "Redirect",
  143: "Multicast Listener Report v2",
};
/** RFC 4443 §2.1: types below 128 are errors. */
export const icmpv6 = header("icmpv6", {
  type: u8("number", { names: icmpv6Types }),
  code: u8(),
  checksum: u16("hex"),
  rest: u32("hex"),
});
export const icmpv6Errors: ReadonlySet<number> = new Set([1, 2, 3, 4]);

/** RFC 2236 §2 */
export const igmp = header("igmp", {
  type: u8("number", {
    names: {
      17: "Membership Query",
      18: "Membership Report v1",
      22: "Membership Report v2",
      23: "Leave Group",
      34: "Membership Report v3",
    },
  }),
  max_resp: u8(),
  checksum: u16("hex"),
  maddr: ipv4Address(),
});

/** RFC 768 */
export const udp = header("udp", { srcport: u16("port"), dstport: u16("port"), length: u16("bytes"), checksum: u16("hex") });
export const udpPayload = header("udp.payload", {});
/** RFC 9260 §3.1: by name only. */
export const sctp = header("sctp", {
  srcport: u16("port"),
  dstport: u16("port"),
  verification_tag: u32("hex"),
  checksum: u32("hex"),
});

export const controlTables = [arp, arpAddresses, icmp, icmpv6, igmp, udp, udpPayload, sctp] as const;
