import { bits, flag, type Header, header, octets, u8, u16, u24, u32 } from "./header";
import { mptcpBreaksOff, mptcpLayout } from "./mptcp";
import { riverbedProbe, riverbedTransparency, scpsCapabilities, selectiveNegative } from "./proxyOptions";
import { atLeast, exactly, option } from "./tcpOption";

/** IANA's list, including kinds without a table here. */
const kindNames = {
  0: "End of Options",
  1: "No-Operation",
  2: "Maximum Segment Size",
  3: "Window Scale",
  4: "SACK Permitted",
  5: "SACK",
  6: "Echo",
  7: "Echo Reply",
  8: "Timestamps",
  9: "Partial Order Connection Permitted",
  10: "Partial Order Service Profile",
  11: "CC",
  12: "CC.NEW",
  13: "CC.ECHO",
  14: "Alternate Checksum Request",
  15: "Alternate Checksum Data",
  16: "Skeeter",
  17: "Bubba",
  18: "Trailer Checksum",
  19: "MD5 Signature",
  20: "SCPS Capabilities",
  21: "Selective Negative Acknowledgments",
  22: "Record Boundaries",
  23: "Corruption experienced",
  24: "SNAP",
  26: "TCP Compression Filter",
  27: "Quick-Start Response",
  28: "User Timeout",
  29: "TCP-AO",
  30: "Multipath TCP",
  34: "Fast Open",
  69: "Encryption Negotiation",
  76: "Riverbed Probe",
  78: "Riverbed Transparency",
  172: "Accurate ECN Order 0",
  174: "Accurate ECN Order 1",
  253: "Experiment 1",
  254: "Experiment 2",
};

/** What every option but EOL and NOP begins with. */
export const tcpOptionHead = header(
  "tcp.option",
  { option_kind: u8("number", { names: kindNames }), option_len: u8("bytes") },
  "tcp",
);

export const endOfOptions = option(0, header("tcp.options.eol", {}, "tcp.options"), exactly(1));
export const noOperation = option(1, header("tcp.options.nop", {}, "tcp.options"), exactly(1));
/** RFC 9293 §3.7.1 */
export const maximumSegmentSize = option(2, header("tcp.options.mss", { mss_val: u16("bytes") }, "tcp.options"));
/** RFC 7323 §2.2 */
export const windowScale = option(3, header("tcp.options.wscale", { shift: u8() }));
/** A larger shift counts as 14 (RFC 7323 §2.3). */
export const largestWindowShift = 14;
/** RFC 2018 §2 */
export const sackPermitted = option(4, header("tcp.options.sack_perm", {}, "tcp.options"));
/** RFC 2018 §3 */
export const sack = option(
  5,
  header("tcp.options.sack", { sack_le: u32(), sack_re: u32() }, "tcp.options"),
  (length) => length >= 10 && length % 8 === 2,
  { repeats: true, isReadAnyway: atLeast(6), breaksOff: (length) => length < 10 },
);
/** RFC 1072 §3, obsolete */
export const echo = option(6, header("tcp.options.echo", { echo_value: u32() }, "tcp.options"));
export const echoReply = option(7, header("tcp.options.echoreply", { echo_value: u32() }, "tcp.options"));
/** RFC 7323 §3.2 */
export const timestamps = option(8, header("tcp.options.timestamp", { tsval: u32(), tsecr: u32() }));
/** RFC 1644 §4, historic */
export const connectionCount = option(11, header("tcp.options.cc", { cc_value: u32() }, "tcp.options"));
export const connectionCountNew = option(12, header("tcp.options.ccnew", { cc_value: u32() }, "tcp.options"));
export const connectionCountEcho = option(13, header("tcp.options.ccecho", { cc_value: u32() }, "tcp.options"));
/** RFC 2385 §3 */
export const md5Signature = option(19, header("tcp.options.md5", { digest: octets(16) }));
/** RFC 4782 §3.1 */
export const quickStart = option(
  27,
  header("tcp.options.qs", { func: bits(4), rate: bits(4), ttl_diff: u8(), nonce: u32("hex") }),
);
/** RFC 5482 §3 */
export const userTimeout = option(
  28,
  header("tcp.options.user_to", { user_to_granularity: flag(), user_to_val: bits(15) }, "tcp.options"),
);
/** RFC 5925 §2.2 */
export const authentication = option(29, header("tcp.options.ao", { keyid: u8(), rnextkeyid: u8() }), atLeast(4), {
  rest: header("tcp.options.ao.mac", {}),
});
/** RFC 8684 §3 */
export const multipath = option(30, header("tcp.options.mptcp", {}), atLeast(3), {
  layout: mptcpLayout,
  breaksOff: mptcpBreaksOff,
});
/** Without a cookie it asks for one (RFC 7413 §4.1.1). */
export const fastOpen = option(
  34,
  header("tcp.options.tfo", {}),
  (length) => length === 2 || (length >= 6 && length <= 18 && length % 2 === 0),
  {
    rest: header("tcp.options.tfo.cookie", {}),
    isReadAnyway: atLeast(2),
  },
);
/** Up to three byte counters, in one of two orders (RFC 9768 §3.2.3). */
const counter = { ee0b: u24(), eceb: u24(), ee1b: u24() };
const someCounters = (length: number) => [2, 5, 8, 11].includes(length);
export const accurateEcn0 = option(172, header("tcp.options.acc_ecn", counter), someCounters);
export const accurateEcn1 = option(
  174,
  header("tcp.options.acc_ecn", { ee1b: counter.ee1b, eceb: counter.eceb, ee0b: counter.ee0b }),
  someCounters,
);
/** Kinds that experiments share, which an identifier of 16 bits tells apart (RFC 6994 §3). */
const experiment = header("tcp.options.experimental", { exid: u16("hex") });
/** Fast Open before it had a kind of its own (RFC 7413 appendix A). */
export const fastOpenExperiment = 0xf989;
/** Accurate ECN before it had kinds of its own, in the same two orders (drafts of RFC 9768). */
export const accurateEcnExperiment0 = 0xacc0;
export const accurateEcnExperiment1 = 0xacc1;
/** Asks to acknowledge every so many segments; without a number, says that it can be asked (draft-gomez-tcpm-ack-rate-request). */
export const ackRateExperiment = 0x00ac;
export const ackRate = header("tcp.options.tarr", { rate: bits(7), reserved: bits(1) });
const identifierOf = (byte: (at: number) => number) => (byte(0) << 8) | byte(1);
function experimentLayout(length: number, byte: (at: number) => number): readonly Header[] {
  const identifier = identifierOf(byte);
  if (identifier === ackRateExperiment && length === 3) return [experiment, ackRate];
  if (!someCounters(length)) return [experiment];
  if (identifier === accurateEcnExperiment0) return [experiment, accurateEcn0.body];
  return identifier === accurateEcnExperiment1 ? [experiment, accurateEcn1.body] : [experiment];
}
const experimental = (kind: number) =>
  option(kind, experiment, atLeast(4), {
    layout: experimentLayout,
    rest: header("tcp.options.experimental.data", {}),
    restOf: (byte) => (identifierOf(byte) === fastOpenExperiment ? fastOpen.rest : undefined),
  });
export const experiment1 = experimental(253);
export const experiment2 = experimental(254);

/** Any kind without a table; its bytes have one name. */
export const unknownOption = option(-1, header("tcp.options.unknown", {}), atLeast(2), {
  rest: header("tcp.options.unknown.payload", {}),
});

export const tcpOptions = [
  endOfOptions,
  noOperation,
  maximumSegmentSize,
  windowScale,
  sackPermitted,
  sack,
  echo,
  echoReply,
  timestamps,
  connectionCount,
  connectionCountNew,
  connectionCountEcho,
  md5Signature,
  quickStart,
  userTimeout,
  authentication,
  multipath,
  fastOpen,
  accurateEcn0,
  accurateEcn1,
  scpsCapabilities,
  selectiveNegative,
  riverbedProbe,
  riverbedTransparency,
  experiment1,
  experiment2,
] as const;
