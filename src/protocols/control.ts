import { header, ipv4Address, mac, u8, u16, u32 } from "./header";
import { icmpTables } from "./icmp";

/** RFC 826; those of RFC 903 §3, RFC 1931 §3 and RFC 2390 §4 ask for the IP address of a known network card instead. */
export const arpOpcode = {
  request: 1,
  reply: 2,
  reverseRequest: 3,
  reverseReply: 4,
  dynamicRequest: 5,
  dynamicReply: 6,
  dynamicError: 7,
  inverseRequest: 8,
  inverseReply: 9,
} as const;

const arpOpcodeNames = {
  [arpOpcode.request]: "request",
  [arpOpcode.reply]: "reply",
  [arpOpcode.reverseRequest]: "reverse request",
  [arpOpcode.reverseReply]: "reverse reply",
  [arpOpcode.dynamicRequest]: "dynamic reverse request",
  [arpOpcode.dynamicReply]: "dynamic reverse reply",
  [arpOpcode.dynamicError]: "dynamic reverse error",
  [arpOpcode.inverseRequest]: "inverse request",
  [arpOpcode.inverseReply]: "inverse reply",
};

/** RFC 826, for Ethernet and IPv4, the only kind in use. */
export const arp = header("arp", {
  "hw.type": u16(),
  "proto.type": u16("hex"),
  "hw.size": u8("bytes"),
  "proto.size": u8("bytes"),
  opcode: u16("number", { names: arpOpcodeNames }),
});
export const arpAddresses = header("arp", {
  "src.hw_mac": mac(),
  "src.proto_ipv4": ipv4Address(),
  "dst.hw_mac": mac(),
  "dst.proto_ipv4": ipv4Address(),
});

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
/** RFC 9260 §3.1: the header alone, without its chunks. */
export const sctp = header("sctp", {
  srcport: u16("port"),
  dstport: u16("port"),
  verification_tag: u32("hex"),
  checksum: u32("hex"),
});

export const controlTables = [arp, arpAddresses, ...icmpTables, igmp, udp, udpPayload, sctp] as const;
