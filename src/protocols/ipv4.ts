import { bits, flag, group, header, ipv4Address, u8, u16 } from "./header";

/** RFC 2474 and RFC 3168: the octet that was once "type of service". */
export const ecnNames = { 0: "Not-ECT", 1: "ECT(1)", 2: "ECT(0)", 3: "CE" };
export const dscpNames = {
  0: "CS0",
  8: "CS1",
  10: "AF11",
  12: "AF12",
  14: "AF13",
  16: "CS2",
  18: "AF21",
  20: "AF22",
  22: "AF23",
  24: "CS3",
  26: "AF31",
  28: "AF32",
  30: "AF33",
  32: "CS4",
  34: "AF41",
  36: "AF42",
  38: "AF43",
  40: "CS5",
  44: "VOICE-ADMIT",
  46: "EF",
  48: "CS6",
  56: "CS7",
};

/** RFC 791 §3.1 */
export const ipv4 = header("ip", {
  version: bits(4),
  hdr_len: bits(4, "bytes", { unit: 4 }),
  dsfield: group({ dscp: bits(6, "number", { names: dscpNames }), ecn: bits(2, "number", { names: ecnNames }) }),
  len: u16("bytes"),
  id: u16("hex"),
  flags: group({ rb: flag(), df: flag(), mf: flag() }),
  frag_offset: bits(13, "bytes", { unit: 8 }),
  ttl: u8(),
  proto: u8(),
  checksum: u16("hex"),
  src: ipv4Address(),
  dst: ipv4Address(),
});

/** The options as a whole, between the fixed header and the data. */
export const ipv4Options = header("ip.options", {});
