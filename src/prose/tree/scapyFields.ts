import { flagsOfInitials } from "../flagLetters";
import { type Fields, type LayerName, number, only, port, type TreeField } from "./treeField";

/** The fields that Scapy's `show()` prints below `###[ TCP ]###`, one on each line, and its `ls()` with their types. */

/** A letter for each flag that is set, perhaps none; `ls()` may show a number. */
const flags: TreeField = {
  id: "tcp.flags",
  shape: /^(?:[FSRPAUECN]*|\d{1,3})$/,
  numberIn: ({ value }) => (/\d/.test(value) ? Number(value) : flagsOfInitials(value)),
  note: (segment, value = 0) => {
    segment.flags = value;
  },
};

/** Counted in words of four bytes, while Wireshark's tree counts bytes. */
const headerLength: TreeField = {
  ...number("tcp.hdr_len", "headerLength"),
  numberIn: ({ value }) => (/^\d+$/.test(value) ? Number(value) * 4 : undefined),
};
const internetHeaderLength: TreeField = { id: "ip.hdr_len", numberIn: headerLength.numberIn! };

export const scapyFields: { readonly [Layer in LayerName]?: Fields } = {
  tcp: {
    sport: port("source"),
    dport: port("destination"),
    seq: number("tcp.seq_raw", "seq"),
    ack: number("tcp.ack_raw", "ack"),
    dataofs: headerLength,
    reserved: only("tcp.flags.res"),
    flags,
    window: number("tcp.window_size_value", "window"),
    urgptr: number("tcp.urgent_pointer", "urgentPointer"),
  },
  ip: {
    version: only("ip.version"),
    ihl: internetHeaderLength,
    tos: only("ip.dsfield"),
    len: number("ip.len", "packetLength"),
    id: only("ip.id"),
    flags: {
      id: "ip.flags",
      note: (segment, _, { value }) => {
        segment.mayNotBeSplit = value.includes("DF");
      },
    },
    frag: only("ip.frag_offset"),
    ttl: only("ip.ttl"),
    src: only("ip.src"),
    dst: only("ip.dst"),
  },
  ipv6: {
    version: only("ipv6.version"),
    tc: only("ipv6.tclass"),
    fl: only("ipv6.flow"),
    plen: only("ipv6.plen"),
    hlim: only("ipv6.hlim"),
    src: only("ipv6.src"),
    dst: only("ipv6.dst"),
  },
  eth: { src: only("eth.src"), dst: only("eth.dst"), type: only("eth.type") },
};
