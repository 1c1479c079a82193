import type { FilterType } from "./filterTypes";
import type { FieldId } from "./registry";

/** The filter's name for a header's number as it counts in its connection: relative to the first one, or scaled. */
export const inConnection: { readonly [Id in FieldId]?: string } = {
  "tcp.seq_raw": "tcp.seq",
  "tcp.ack_raw": "tcp.ack",
  "tcp.window_size_value": "tcp.window_size",
};

/**
 * Display-filter names that come from no header's table: those that stand for several fields, and those of facts about a packet that
 * are in no header.
 */
export const derived = {
  frame: "protocol",
  "frame.number": "uint32",
  "frame.marked": "boolean",
  "frame.len": "uint32",
  "frame.cap_len": "uint32",
  "frame.time": "time",
  "frame.time_epoch": "duration",
  "frame.time_relative": "duration",
  "frame.time_delta": "duration",
  "frame.protocols": "text",

  "eth.addr": "mac",
  "eth.len": "uint16",
  "eth.ig": "boolean",
  "eth.lg": "boolean",
  "eth.src.ig": "boolean",
  "eth.src.lg": "boolean",
  "eth.dst.ig": "boolean",
  "eth.dst.lg": "boolean",
  "ip.addr": "ipv4",
  "ip.host": "text",
  "ip.src_host": "text",
  "ip.dst_host": "text",
  "ipv6.addr": "ipv6",
  "ipv6.host": "text",
  "ipv6.src_host": "text",
  "ipv6.dst_host": "text",
  "wlan.addr": "mac",
  "udp.port": "uint16",
  "sctp.port": "uint16",
  "data.data": "bytes",
  "data.len": "int32",
  "http.request": "boolean",
  "http.response": "boolean",

  "tcp.port": "uint16",
  "tcp.flags.ace": "uint8",
  "tcp.flags.str": "text",
  "tcp.checksum.status": "uint8",
  "tcp.options.wscale.multiplier": "uint16",
  "tcp.options.sack.count": "uint8",
  "tcp.options.tfo.request": "label",
  "tcp.stream": "uint32",
  "tcp.len": "uint32",
  "tcp.seq": "uint32",
  "tcp.nxtseq": "uint32",
  "tcp.ack": "uint32",
  "tcp.window_size": "uint32",
  "tcp.window_size_scalefactor": "int32",
  "tcp.time_relative": "duration",
  "tcp.time_delta": "duration",
  "tcp.completeness": "uint8",
  "tcp.connection.syn": "label",
  "tcp.connection.synack": "label",
  "tcp.connection.fin": "label",
  "tcp.connection.rst": "label",

  "tcp.analysis": "label",
  "tcp.analysis.flags": "label",
  "tcp.analysis.acks_frame": "frame-number",
  "tcp.analysis.ack_rtt": "duration",
  "tcp.analysis.initial_rtt": "duration",
  "tcp.analysis.rto": "duration",
  "tcp.analysis.rto_frame": "frame-number",
  "tcp.analysis.bytes_in_flight": "uint32",
  "tcp.analysis.push_bytes_sent": "uint32",
  "tcp.analysis.duplicate_ack_num": "uint32",
  "tcp.analysis.duplicate_ack_frame": "frame-number",
  "tcp.analysis.ack_lost_segment": "label",
  "tcp.analysis.duplicate_ack": "label",
  "tcp.analysis.fast_retransmission": "label",
  "tcp.analysis.keep_alive": "label",
  "tcp.analysis.keep_alive_ack": "label",
  "tcp.analysis.lost_segment": "label",
  "tcp.analysis.out_of_order": "label",
  "tcp.analysis.retransmission": "label",
  "tcp.analysis.reused_ports": "label",
  "tcp.analysis.spurious_retransmission": "label",
  "tcp.analysis.tfo_ack": "label",
  "tcp.analysis.tfo_ignored": "label",
  "tcp.analysis.tfo_syn": "label",
  "tcp.analysis.window_full": "label",
  "tcp.analysis.window_update": "label",
  "tcp.analysis.zero_window": "label",
  "tcp.analysis.zero_window_probe": "label",
  "tcp.analysis.zero_window_probe_ack": "label",
} as const satisfies Readonly<Record<string, FilterType>>;

export type DerivedId = keyof typeof derived;

/** Names that stand for both ends. */
export const bothEnds: { readonly [Id in DerivedId]?: readonly FieldId[] } = {
  "eth.addr": ["eth.dst", "eth.src"],
  "ip.addr": ["ip.src", "ip.dst"],
  "ipv6.addr": ["ipv6.src", "ipv6.dst"],
  "wlan.addr": ["wlan.ra", "wlan.ta", "wlan.da", "wlan.sa", "wlan.bssid"],
  "tcp.port": ["tcp.srcport", "tcp.dstport"],
  "udp.port": ["udp.srcport", "udp.dstport"],
  "sctp.port": ["sctp.srcport", "sctp.dstport"],
};

/** Names of hosts; as in Wireshark, an address whose name is not known is written out. */
export const hostNames: { readonly [Id in DerivedId]?: readonly FieldId[] } = {
  "ip.host": ["ip.src", "ip.dst"],
  "ip.src_host": ["ip.src"],
  "ip.dst_host": ["ip.dst"],
  "ipv6.host": ["ipv6.src", "ipv6.dst"],
  "ipv6.src_host": ["ipv6.src"],
  "ipv6.dst_host": ["ipv6.dst"],
};

/**
 * By the bits of direction, the receiver's or transmitter's address is another one too (IEEE 802.11 §9.3.2.1). Each entry says which
 * address a name stands for where these bits are as given.
 */
export const wlanRoles: Readonly<
  Record<string, readonly { readonly id: FieldId; readonly toDs?: 0 | 1; readonly fromDs?: 0 | 1 }[]>
> = {
  "wlan.da": [{ id: "wlan.ra", toDs: 0 }],
  "wlan.sa": [{ id: "wlan.ta", fromDs: 0 }],
  "wlan.bssid": [
    { id: "wlan.ra", toDs: 1, fromDs: 0 },
    { id: "wlan.ta", toDs: 0, fromDs: 1 },
  ],
};

/** The lowest bit of a MAC address's first byte says that it is a group's, the next one that nobody assigned it (IEEE 802 §8). */
export const addressBits: { readonly [Id in DerivedId]?: { readonly of: readonly FieldId[]; readonly mask: number } } = {
  "eth.ig": { of: ["eth.dst", "eth.src"], mask: 1 },
  "eth.lg": { of: ["eth.dst", "eth.src"], mask: 2 },
  "eth.dst.ig": { of: ["eth.dst"], mask: 1 },
  "eth.dst.lg": { of: ["eth.dst"], mask: 2 },
  "eth.src.ig": { of: ["eth.src"], mask: 1 },
  "eth.src.lg": { of: ["eth.src"], mask: 2 },
};

/** Names of the values of `tcp.checksum.status`. */
export const checksumStatusNames = { 0: "Bad", 1: "Good", 2: "Unverified", 3: "Not present" } as const;
