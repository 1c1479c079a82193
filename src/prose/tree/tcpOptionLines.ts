import { type Fields, number, only, own, type TreeField } from "./treeField";

/** Lines below `Options`. */

/** `TSval 1, TSecr 0` */
const timestamps: TreeField = {
  id: "tcp.options.timestamp",
  note: (segment, _, { value }) => {
    const [, tsval, tsecr] = /TSval (\d+), TSecr (\d+)/i.exec(value) ?? [];
    if (tsval) Object.assign(segment, { timestampValue: Number(tsval), timestampEcho: Number(tsecr) });
  },
};
/** `SACK 1-1461 2921-4381`: the second number of a block is that of the byte behind it. */
export const blocks: TreeField = {
  id: "tcp.options.sack",
  note: (segment, _, { text }) => {
    const found = [...text.matchAll(/(\d+)-(\d+)/g)].map(([, left, right]) => [Number(left), Number(right)] as const);
    if (found.length > 0) segment.sack = found;
  },
};
const tsval = number("tcp.options.timestamp.tsval", "timestampValue");
const tsecr = number("tcp.options.timestamp.tsecr", "timestampEcho");
const largestSegment = number("tcp.options.mss_val", "maximumSegmentSize");
const shift = number("tcp.options.wscale.shift", "windowShift");

/** By the letters of their labels; since Wireshark 2, `TCP Option - ` is before them. */
export const optionLines: Fields = {
  maximumsegmentsize: largestSegment,
  mssvalue: largestSegment,
  sackpermitted: only("tcp.options.sack_perm"),
  sackpermittedoption: only("tcp.options.sack_perm"),
  tcpsackpermittedoption: only("tcp.options.sack_perm"),
  timestamps,
  timestampvalue: own(tsval),
  timestampechoreply: own(tsecr),
  timestampsoption: timestamps,
  windowscale: shift,
  shiftcount: shift,
  multiplier: own(only("tcp.options.wscale.multiplier")),
  nooperationnop: only("tcp.options.nop"),
  nooperation: only("tcp.options.nop"),
  nop: only("tcp.options.nop"),
  endofoptionlisteol: only("tcp.options.eol"),
  endofoptionlist: only("tcp.options.eol"),
  eol: only("tcp.options.eol"),
  sack: blocks,
  leftedge: own(only("tcp.options.sack_le")),
  tcpsackleftedge: own(only("tcp.options.sack_le")),
  dsackleftedge: own(only("tcp.options.sack_le")),
  dsackrightedge: own(only("tcp.options.sack_re")),
  dsacksequence: own(only("tcp.options.sack")),
  rightedge: own(only("tcp.options.sack_re")),
  tcpsackrightedge: own(only("tcp.options.sack_re")),
  tcpsackcount: own(only("tcp.options.sack.count")),
  kind: only("tcp.option_kind"),
  length: only("tcp.option_len"),
  tcpfastopen: only("tcp.options.tfo"),
  fastopencookie: own(only("tcp.options.tfo.cookie")),
  fastopen: only("tcp.options.tfo"),
  fastopencookierequest: own(only("tcp.options.tfo")),
  usertimeout: only("tcp.options.user_to"),
  md5signature: only("tcp.options.md5"),
  tcpmd5signature: only("tcp.options.md5"),
  tcpauthenticationoption: only("tcp.options.ao"),
  multipathtcp: only("tcp.options.mptcp"),
  multipathtransmissioncontrolprotocol: only("tcp.options.mptcp"),
  experimental: only("tcp.options.experimental"),
  unknown: only("tcp.options.unknown"),
};
