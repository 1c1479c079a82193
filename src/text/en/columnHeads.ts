import type { DerivedId } from "../../protocols/derived";
import type { FieldId } from "../../protocols/registry";

/** Heads of columns with fields, where there is no room for the fields' labels. */
export const columnHeads = {
  "frame.time_relative": "Time",
  "frame.time_delta": "Delta",
  "frame.cap_len": "Captured",
  "tcp.stream": "Stream",
  "tcp.len": "Len",
  "tcp.seq": "Seq",
  "tcp.nxtseq": "Next seq",
  "tcp.ack": "Ack",
  "tcp.window_size": "Win",
  "tcp.window_size_value": "Win (raw)",
  "tcp.time_relative": "Time in conn.",
  "tcp.time_delta": "Delta in conn.",
  "tcp.analysis.flags": "Analysis",
  "tcp.analysis.acks_frame": "Acks packet",
  "tcp.analysis.ack_rtt": "RTT",
  "tcp.analysis.initial_rtt": "Initial RTT",
  "tcp.analysis.rto": "RTO",
  "tcp.analysis.bytes_in_flight": "In flight",
  "tcp.analysis.push_bytes_sent": "Since PSH",
  "tcp.analysis.duplicate_ack_num": "Dup ACK #",
  "tcp.options.timestamp.tsval": "TSval",
  "tcp.options.timestamp.tsecr": "TSecr",
  "ip.ttl": "TTL",
  "ip.id": "IP ID",
} as const satisfies { readonly [Id in FieldId | DerivedId]?: string };
