import { tcpFlag } from "../../protocols/tcp";
import { flagsOfNames } from "../flagLetters";
import { optionLines } from "./tcpOptionLines";
import { type Fields, flag, number, only, own, port, raw, type TreeField } from "./treeField";
import { numberShown } from "./treeLine";

/** Lines below `Transmission Control Protocol`, by the letters of their labels. */

const sequence = number("tcp.seq_raw", "seq");
const acknowledgment = number("tcp.ack_raw", "ack");
const window = number("tcp.window_size_value", "window");

const flags: TreeField = {
  id: "tcp.flags",
  shape: /^0x[0-9a-f]{2,4}\b|^\(/i,
  numberIn: ({ value }) => {
    const all = numberShown(value);
    return all === undefined ? undefined : all & (2 * tcpFlag.AE - 1);
  },
  note: (segment, value, { value: text }) => {
    const flags = value ?? (text.startsWith("(") ? flagsOfNames(text) : undefined);
    if (flags !== undefined) segment.flags = flags;
  },
};

const checksum: TreeField = {
  id: "tcp.checksum",
  note: (segment, found = 0, { value: text }) => {
    const expected = /should be (0x[0-9a-f]+)/i.exec(text)?.[1];
    if (expected) segment.checksum = { status: "bad", found, expected: Number(expected) };
    else segment.checksum = { status: /\bcorrect|\bGood/i.test(text) ? "good" : "unchecked" };
  },
};

/** The segment's data, whose length is in the label, `(5 bytes)`, or is the value. */
const payload: TreeField = number("tcp.payload", "length");
export const dataLine: TreeField = {
  ...payload,
  numberIn: ({ text }) => Number(/\((\d+) bytes?\)/.exec(text)?.[1] ?? Number.NaN) || undefined,
};

/** What Wireshark finds out by following the connection. */
const analysis: Fields = {
  thisisanacktothesegmentinframe: own(only("tcp.analysis.acks_frame")),
  thertttoackthesegmentwas: own(only("tcp.analysis.ack_rtt")),
  irtt: own(only("tcp.analysis.initial_rtt")),
  bytesinflight: own(only("tcp.analysis.bytes_in_flight")),
  numberofbytesinflight: own(only("tcp.analysis.bytes_in_flight")),
  bytessentsincelastpshflag: own(only("tcp.analysis.push_bytes_sent")),
  thertoforthissegmentwas: own(only("tcp.analysis.rto")),
  rtobasedondeltafromframe: own(only("tcp.analysis.rto_frame")),
  duplicateack: own(only("tcp.analysis.duplicate_ack_num")),
  duplicatetotheackinframe: own(only("tcp.analysis.duplicate_ack_frame")),
  timesincefirstframeinthistcpstream: own(only("tcp.time_relative")),
  timesincepreviousframeinthistcpstream: own(only("tcp.time_delta")),
};

export const tcpLines: Fields = {
  sourceport: port("source"),
  destinationport: port("destination"),
  streamindex: own(only("tcp.stream")),
  streampacketnumber: own(only("tcp.stream.number")),
  pdusize: own(only("tcp.pdu.size")),
  conversationcompleteness: own(number("tcp.completeness", "completeness")),
  tcpsegmentlen: own(number("tcp.payload", "length")),
  sequencenumber: sequence,
  sequencenumberraw: raw(sequence),
  nextsequencenumber: own(only("tcp.nxtseq")),
  acknowledgmentnumber: acknowledgment,
  acknowledgementnumber: acknowledgment,
  acknowledgementnumberraw: raw(acknowledgment),
  acknowledgmentnumberraw: raw(acknowledgment),
  headerlength: number("tcp.hdr_len", "headerLength"),
  dataoffset: number("tcp.hdr_len", "headerLength"),
  flags,
  tcpflags: own({ id: "tcp.flags", numberIn: () => undefined, shape: /^[·*.?A-Z]{8,12}$/ }),
  reserved: flag("tcp.flags.res"),
  nonce: flag("tcp.flags.ae"),
  accurateecn: flag("tcp.flags.ae"),
  congestionwindowreduced: flag("tcp.flags.cwr"),
  congestionwindowreducedcwr: flag("tcp.flags.cwr"),
  noecncongestionwindowreduced: flag("tcp.flags.cwr"),
  ecnecho: flag("tcp.flags.ece"),
  noecnecho: flag("tcp.flags.ece"),
  urgent: flag("tcp.flags.urg"),
  nourgentpointer: flag("tcp.flags.urg"),
  acknowledgment: flag("tcp.flags.ack"),
  acknowledgement: flag("tcp.flags.ack"),
  noacknowledgement: flag("tcp.flags.ack"),
  push: flag("tcp.flags.push"),
  nopush: flag("tcp.flags.push"),
  reset: flag("tcp.flags.reset"),
  noreset: flag("tcp.flags.reset"),
  syn: flag("tcp.flags.syn"),
  nosyn: flag("tcp.flags.syn"),
  fin: flag("tcp.flags.fin"),
  nofin: flag("tcp.flags.fin"),
  window,
  windowsizevalue: own(window),
  windowsize: window,
  calculatedwindowsize: own(only("tcp.window_size")),
  windowsizescalingfactor: own(number("tcp.window_size_scalefactor", "windowFactor")),
  checksum,
  checksumstatus: own(only("tcp.checksum")),
  goodchecksum: own(only("tcp.checksum")),
  badchecksum: own(only("tcp.checksum")),
  calculatedchecksum: own(only("tcp.checksum")),
  urgentpointer: number("tcp.urgent_pointer", "urgentPointer"),
  options: only("tcp.options"),
  ...optionLines,
  ...analysis,
};
