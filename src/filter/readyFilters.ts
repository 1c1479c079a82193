/** Whole filters for what people look for by a word that is no field's name. `text/` says in words what each shows. */
export const readyFilters = {
  handshake:
    "tcp.flags.syn == 1 or (tcp.seq == 1 and tcp.ack == 1 and tcp.len == 0 and tcp.flags.fin == 0 and tcp.flags.reset == 0)",
  request: "tcp.flags.syn == 1 and tcp.flags.ack == 0",
  closing: "tcp.flags.fin == 1 or tcp.flags.reset == 1",
  reset: "tcp.flags.reset == 1",
  loss: "tcp.analysis.retransmission or tcp.analysis.duplicate_ack or tcp.analysis.lost_segment",
  zeroWindow:
    "tcp.analysis.zero_window or tcp.analysis.window_full or tcp.analysis.zero_window_probe or tcp.analysis.zero_window_probe_ack",
  slow: "tcp.analysis.ack_rtt > 0.2",
  trouble: "tcp.analysis.flags and not (tcp.analysis.window_update or tcp.analysis.keep_alive or tcp.analysis.keep_alive_ack)",
  marked: "frame.marked == 1",
} as const satisfies Readonly<Record<string, string>>;

export type ReadyFilter = keyof typeof readyFilters;
