import { bits, flag, group, header, ipv4Address, u8, u16, u32 } from "./header";

/** Values of the octet that was once "type of service" (RFC 2474, RFC 3168). */
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

const classifications = { 61: "Top Secret", 90: "Secret", 150: "Confidential", 171: "Unclassified" };
const optionNames = {
  0: "End of Options List",
  1: "No-Operation",
  7: "Record Route",
  11: "MTU Probe",
  12: "MTU Reply",
  25: "Quick-Start",
  68: "Time Stamp",
  82: "Traceroute",
  130: "Security",
  131: "Loose Source Route",
  133: "Extended Security",
  134: "Commercial Security",
  136: "Stream Identifier",
  137: "Strict Source Route",
  148: "Router Alert",
};

/** A type, and for all but the first two a length that counts both (RFC 791 §3.1). */
export const ipv4OptionHead = header("ip.opt", { type: u8("number", { names: optionNames }), len: u8("bytes") });
/** Record route, loose and strict source route: a pointer, then addresses (RFC 791). */
export const ipv4Route = header("ip.opt", { ptr: u8() });
export const ipv4RouteAddress = header("ip.opt", { addr: ipv4Address() });
/** Timestamps, with addresses for flags 1 and 3 (RFC 791). */
export const ipv4Timestamp = header("ip.opt", { ptr: u8(), overflow: bits(4), flag: bits(4) });
export const ipv4TimestampValue = header("ip.opt", { time_stamp: u32() });
export const ipv4TimestampHop = header("ip.opt", { time_stamp_addr: ipv4Address(), time_stamp: u32() });
/** RFC 2113 */
export const ipv4RouterAlert = header("ip.opt", { ra: u16() });
/** Stream identifier (RFC 791). */
export const ipv4Stream = header("ip.opt", { sid: u16() });
/** RFC 1393 */
export const ipv4Traceroute = header("ip.opt", { id_number: u16("hex"), ohc: u16(), rhc: u16(), originator: ipv4Address() });
/** RFC 4782 §3.1 */
export const ipv4QuickStart = header("ip.opt", { qs_func: bits(4), qs_rate: bits(4), qs_ttl: u8(), qs_nonce: u32("hex") });
/** RFC 1063 */
export const ipv4Mtu = header("ip.opt", { mtu: u16("bytes") });
/** How secret the packet is; the rest of the option follows (RFC 1108 §2 and §3). */
export const ipv4Security = header("ip.opt", { sec_cl: u8("hex", { names: classifications }) });
export const ipv4ExtendedSecurity = header("ip.opt", { ext_sec_add_sec_info_format_code: u8() });
/** Who defines the labels in the tags behind it (draft-ietf-cipso-ipsecurity §3.2). */
export const ipv4CommercialSecurity = header("ip.opt", { "cipso.doi": u32() });
export const ipv4OptionContent = header("ip.opt.content", {});

export const ipv4Option = {
  security: 130,
  extendedSecurity: 133,
  commercialSecurity: 134,
  end: 0,
  nop: 1,
  recordRoute: 7,
  mtuProbe: 11,
  mtuReply: 12,
  quickStart: 25,
  timestamp: 68,
  traceroute: 82,
  looseRoute: 131,
  stream: 136,
  strictRoute: 137,
  routerAlert: 148,
} as const;

export const ipv4Tables = [
  ipv4,
  ipv4Options,
  ipv4OptionHead,
  ipv4Route,
  ipv4RouteAddress,
  ipv4Timestamp,
  ipv4TimestampValue,
  ipv4TimestampHop,
  ipv4RouterAlert,
  ipv4Stream,
  ipv4Traceroute,
  ipv4QuickStart,
  ipv4Mtu,
  ipv4Security,
  ipv4ExtendedSecurity,
  ipv4CommercialSecurity,
  ipv4OptionContent,
] as const;
