import { bits, flag, group, header, ipv6Address, u8, u16, u32 } from "./header";
import { dscpNames, ecnNames } from "./ipv4";

/** RFC 8200 §3 */
export const ipv6 = header("ipv6", {
  version: bits(4),
  tclass: group({ dscp: bits(6, "number", { names: dscpNames }), ecn: bits(2, "number", { names: ecnNames }) }),
  flow: bits(20, "hex"),
  plen: u16("bytes"),
  nxt: u8(),
  hlim: u8(),
  src: ipv6Address(),
  dst: ipv6Address(),
});

/** Hop-by-hop and destination options; below, padding and the options that are read (RFC 8200 §4.2). */
export const ipv6HopByHop = header("ipv6.hopopts", { nxt: u8(), len: u8("bytes") });
export const ipv6Destination = header("ipv6.dstopts", { nxt: u8(), len: u8("bytes") });
/** The header of mobility (RFC 6275), HIP (RFC 7401) and Shim6 (RFC 5533), which begin like those. */
export const ipv6OtherExtension = header("ipv6.ext", { nxt: u8(), len: u8("bytes") });
export const ipv6Option = header("ipv6.opt", { type: u8("hex"), length: u8("bytes") });
export const ipv6OptionPad1 = header("ipv6.opt.pad1", {});
export const ipv6OptionContent = header("ipv6.opt.content", {});
/** RFC 2675 */
export const ipv6Jumbo = header("ipv6.opt", { jumbo: u32("bytes") });
/** RFC 2711 */
export const ipv6RouterAlert = header("ipv6.opt", { router_alert: u16() });
/** RFC 6275 §6.3 */
export const ipv6HomeAddress = header("ipv6.opt", { "mipv6.home_address": ipv6Address() });
export const ipv6OptionType = { pad1: 0, padN: 1, routerAlert: 0x05, jumbo: 0xc2, homeAddress: 0xc9 } as const;
/** RFC 8200 §4.4; type 4 is RFC 8754, type 2 RFC 6275. */
export const ipv6Routing = header("ipv6.routing", {
  nxt: u8(),
  len: u8("bytes"),
  type: u8(),
  segleft: u8(),
  reserved: u32("hex"),
});
export const ipv6RoutingAddress = header("ipv6.routing", { addr: ipv6Address() });
export const ipv6RoutingType = { source: 0, mobile: 2, segments: 4 } as const;
/** RFC 8200 §4.5 */
export const ipv6Fragment = header("ipv6.fraghdr", {
  nxt: u8(),
  reserved_octet: u8(),
  offset: bits(13, "bytes", { unit: 8 }),
  reserved_bits: bits(2),
  more: flag(),
  ident: u32("hex"),
});
/** Its length counts words of four bytes, minus two (RFC 4302 §2). */
export const authenticationHeader = header("ah", {
  next_header: u8(),
  length: u8(),
  reserved: u16(),
  spi: u32("hex"),
  sequence: u32(),
});
export const authenticationCheck = header("ah.icv", {});

export const ipv6Tables = [
  ipv6,
  ipv6HopByHop,
  ipv6Destination,
  ipv6OtherExtension,
  ipv6Option,
  ipv6OptionPad1,
  ipv6OptionContent,
  ipv6Jumbo,
  ipv6RouterAlert,
  ipv6HomeAddress,
  ipv6Routing,
  ipv6RoutingAddress,
  ipv6Fragment,
  authenticationHeader,
  authenticationCheck,
] as const;
