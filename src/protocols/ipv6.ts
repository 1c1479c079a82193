import { bits, group, header, ipv6Address, u8, u16 } from "./header";
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
