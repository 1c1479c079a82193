import { hex, join, u8, u16, u32 } from "./bytes";

/** TCP options that few segments have; the usual ones are in `headers.ts`. */
const option = (kind: number, ...body: readonly Uint8Array[]) => join(u8(kind), u8(2 + join(...body).length), ...body);
const digits = (from: number, count: number) => Uint8Array.from({ length: count }, (_, index) => from + index);

export const echo = option(6, u32(7));
export const echoReply = option(7, u32(8));
/** RFC 1644 §4 */
export const connectionCounts = join(option(11, u32(1)), option(12, u32(2)), option(13, u32(3)));
/** RFC 2385 §3 */
export const md5Signature = option(19, digits(0xa0, 16));
/** RFC 4782 §3.1 */
export const quickStart = option(27, hex("07 40"), u32(0x12345678));
/** RFC 5482 §3: 90 seconds, then 5 minutes. */
export const userTimeout = join(option(28, u16(90)), option(28, u16(0x8005)));
/** RFC 5925 §2.2 */
export const tcpAo = option(29, hex("3d 54"), digits(0xb0, 12));
/** RFC 7413 §4.1.1 */
export const fastOpenRequest = option(34);
export const fastOpenCookie = option(34, digits(0xc0, 8));
/** Appendix A: before it had a kind of its own. */
export const fastOpenExperiment = option(254, hex("f9 89"), digits(0xc0, 8));
/** RFC 9768 §3.2.3: three counters of 24 bits. */
export const accurateEcn0 = option(172, hex("000001 000002 000003"));
export const accurateEcn1 = option(174, hex("000004 000005"));
/** Drafts of RFC 9768, before it had kinds of its own. */
export const accurateEcnExperiment = option(254, hex("ac c1"), hex("000004 000005"));
export const otherExperiment = option(253, hex("12 34 de ad"));
export const unknownKind = option(200, hex("de ad"));

/** RFC 8684 §3: kind 30. */
export const mptcp = {
  /** §3.1: in a SYN, then with both keys, then with data. */
  capable: option(30, hex("01 81")),
  capableKeys: option(30, hex("01 81"), digits(1, 8), digits(0x11, 8)),
  capableData: option(30, hex("01 81"), digits(1, 8), digits(0x11, 8), u16(100), u16(0xabcd)),
  /** RFC 6824 §3.1: version 0 has its key in the SYN. */
  capableVersion0: option(30, hex("00 81"), digits(1, 8)),
  /** §3.2 */
  joinSyn: option(30, hex("11 02"), u32(0x11111111), u32(0x22222222)),
  joinSynAck: option(30, hex("10 02"), digits(0x31, 8), u32(0x22222222)),
  joinAck: option(30, hex("10 00"), digits(0x41, 20)),
  /** §3.3: acknowledgment and mapping, short and long. */
  signalShort: option(30, hex("20 05"), u32(5), u32(6), u32(1), u16(1400), u16(0xbeef)),
  signalLong: option(30, hex("20 0f"), u32(0), u32(5), u32(0), u32(6), u32(1), u16(1400)),
  signalAck: option(30, hex("20 01"), u32(5)),
  signalFin: option(30, hex("20 15"), u32(5), u32(6), u32(0), u16(1)),
  /** §3.4 */
  addAddress: option(30, hex("30 03"), hex("0a 09 00 01"), u16(8080), digits(0x51, 8)),
  addAddressEcho: option(30, hex("31 03"), hex("0a 09 00 01")),
  addAddress6: option(30, hex("30 04"), hex("20010db8 00000000 00000000 00000009"), digits(0x51, 8)),
  removeAddress: option(30, hex("40 03 04")),
  /** §3.3.8, §3.7, §3.5, §3.6 */
  priority: option(30, hex("51")),
  fail: option(30, hex("60 00"), u32(0), u32(9)),
  fastClose: option(30, hex("70 00"), digits(0x61, 8)),
  reset: option(30, hex("81 02")),
} as const;
