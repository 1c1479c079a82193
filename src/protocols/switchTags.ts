import { bits, flag, header, mac, u8, u16, u24 } from "./header";

/** What switches put between the addresses and the type of a frame, apart from VLAN tags. */

/** A provider's frame around a customer's, with the service that it belongs to (IEEE 802.1ah, IEEE 802.1Q §9.7). */
export const backboneTag = header("ieee8021ah", {
  priority: bits(3),
  drop: flag(),
  nca: flag(),
  res1: flag(),
  res2: bits(2),
  isid: bits(24),
  cdst: mac(),
  csrc: mac(),
  etype: u16("hex"),
});

/** A port of a bridge's extender (IEEE 802.1BR §7.5). */
export const extenderTag = header("etag", {
  pcp: bits(3),
  dei: flag(),
  iecid_base: bits(12),
  resv: bits(2),
  group: bits(2),
  ecid_base: bits(12),
  iecid_ext: u8("hex"),
  ecid_ext: u8("hex"),
  etype: u16("hex"),
});

/** Cisco's VN-Tag: a network card's virtual interfaces. */
export const interfaceTag = header("vntag", {
  dir: flag(),
  ptr: flag(),
  dst: bits(14),
  looped: flag(),
  r: flag(),
  version: bits(2),
  src: bits(12),
  etype: u16("hex"),
});

/** Cisco MetaData: the security group that the sender belongs to. */
export const metaData = header("cmd", {
  version: u8(),
  length: u8(),
  options: u16("hex"),
  sgt: u16(),
  type: u16("hex"),
});

/** Cisco FabricPath: a tree of the fabric and a number of hops, before a whole frame. */
export const fabricPath = header("cfp", { ftag: bits(10), ttl: bits(6) });

/** The path of services that a packet takes; its length counts words of four bytes (RFC 8300 §2). */
export const serviceHeader = header("nsh", {
  version: bits(2),
  Obit: flag(),
  CBit: flag(),
  ttl: bits(6),
  length: bits(6, "bytes", { unit: 4 }),
  mdtype: u8(),
  nextproto: u8(),
  spi: u24(),
  si: u8(),
});
export const serviceContext = header("nsh.contextheader", {});
export const serviceNext: Readonly<Record<number, "ip" | "ipv6" | "eth" | "nsh" | "mpls">> = {
  1: "ip",
  2: "ipv6",
  3: "eth",
  4: "nsh",
  5: "mpls",
};

export const switchTagTables = [
  backboneTag,
  extenderTag,
  interfaceTag,
  metaData,
  fabricPath,
  serviceHeader,
  serviceContext,
] as const;
