import { bits, flag, group, header, u16, u32 } from "./header";

/** RFC 9293 §3.1; the ninth flag is AE of RFC 9768, and was NS of RFC 3540 before. */
export const tcp = header("tcp", {
  srcport: u16("port"),
  dstport: u16("port"),
  seq_raw: u32(),
  ack_raw: u32(),
  hdr_len: bits(4, "bytes", { unit: 4 }),
  flags: group(
    {
      res: bits(3),
      ae: flag(),
      cwr: flag(),
      ece: flag(),
      urg: flag(),
      ack: flag(),
      push: flag(),
      reset: flag(),
      syn: flag(),
      fin: flag(),
    },
    "flags",
  ),
  window_size_value: u16("bytes"),
  checksum: u16("hex"),
  urgent_pointer: u16(),
});

/** The same bits as single values, for code that asks "is SYN set?". */
export const tcpFlag = {
  FIN: 0x001,
  SYN: 0x002,
  RST: 0x004,
  PSH: 0x008,
  ACK: 0x010,
  URG: 0x020,
  ECE: 0x040,
  CWR: 0x080,
  AE: 0x100,
} as const;
/** The bits above these flags are reserved. */
export const tcpFlagCount = 9;
export type TcpFlagName = keyof typeof tcpFlag;

/** The three flags that count congestion marks where both sides agreed on Accurate ECN (RFC 9768 §3.2); `aceOf` gives the count. */
export const aceFlags = tcpFlag.AE | tcpFlag.CWR | tcpFlag.ECE;
export const aceOf = (flags: number): number => (flags & aceFlags) / tcpFlag.ECE;
/** The number with which a SYN asks for it; a SYN/ACK that agrees has one of the answers, which tells the SYN's mark (RFC 9768 §3.1). */
export const aceRequest = 7;
export const aceAnswers: readonly number[] = [2, 3, 4, 6];

/** TCP's number in IP's protocol field, and in the pseudo-header of the checksum. */
export const tcpProtocolNumber = 6;

/** The options as a whole, between the fixed header and the payload. */
export const tcpOptionList = header("tcp.options", {});

const flagOrder = Object.keys(tcpFlag) as TcpFlagName[];

/** The flags that are set, from the lowest bit up: the order in which Wireshark lists them. */
export function flagNames(flags: number): TcpFlagName[] {
  return flagOrder.filter((name) => (flags & tcpFlag[name]) !== 0);
}
