/** Words that systems have for what they know of a connection, or for why they dropped a segment. */

/** Linux's connection tracking. */
export const conntrackTerms = [
  "conntrack.new",
  "conntrack.update",
  "conntrack.destroy",
  "conntrack.timeout",
  "conntrack.none",
  "conntrack.synSent",
  "conntrack.synSent2",
  "conntrack.synReceived",
  "conntrack.established",
  "conntrack.finWait",
  "conntrack.closeWait",
  "conntrack.lastAck",
  "conntrack.timeWait",
  "conntrack.close",
  "conntrack.unreplied",
  "conntrack.assured",
  "conntrack.offload",
] as const;

/** Cisco's firewalls: what is built, why it is torn down, and the letters of `show conn`. */
export const asaTerms = [
  "asa.outbound",
  "asa.inbound",
  "asa.noConnection",
  "asa.fins",
  "asa.resetInside",
  "asa.resetOutside",
  "asa.resetOwn",
  "asa.synTimeout",
  "asa.finTimeout",
  "asa.idleTimeout",
  "asa.synControl",
  "asa.invalidSyn",
  "asa.inspection",
  "asa.retransmission",
  "asa.flag.U",
  "asa.flag.I",
  "asa.flag.O",
  "asa.flag.B",
  "asa.flag.A",
  "asa.flag.a",
  "asa.flag.S",
  "asa.flag.s",
  "asa.flag.F",
  "asa.flag.f",
  "asa.flag.R",
  "asa.flag.r",
  "asa.flag.b",
] as const;

/** Why Linux dropped a packet (`kfree_skb_reason`). */
export const dropTerms = [
  "drop.NO_SOCKET",
  "drop.TCP_CSUM",
  "drop.IP_CSUM",
  "drop.NETFILTER_DROP",
  "drop.SOCKET_FILTER",
  "drop.SOCKET_RCVBUFF",
  "drop.SOCKET_BACKLOG",
  "drop.PROTO_MEM",
  "drop.IP_RPFILTER",
  "drop.OTHERHOST",
  "drop.QDISC_DROP",
  "drop.CPU_BACKLOG",
  "drop.NEIGH_FAILED",
  "drop.IP_OUTNOROUTES",
  "drop.PKT_TOO_BIG",
  "drop.TCP_MD5NOTFOUND",
  "drop.TCP_MD5UNEXPECTED",
  "drop.TCP_MD5FAILURE",
  "drop.TCP_FLAGS",
  "drop.TCP_ZEROWINDOW",
  "drop.TCP_OLD_DATA",
  "drop.TCP_OVERWINDOW",
  "drop.TCP_OFOMERGE",
  "drop.TCP_RFC7323_PAWS",
  "drop.TCP_OLD_SEQUENCE",
  "drop.TCP_INVALID_SEQUENCE",
  "drop.TCP_RESET",
  "drop.TCP_INVALID_SYN",
  "drop.TCP_CLOSE",
  "drop.TCP_OLD_ACK",
  "drop.TCP_TOO_OLD_ACK",
  "drop.TCP_ACK_UNSENT_DATA",
  "drop.TCP_OFO_QUEUE_PRUNE",
  "drop.TCP_OFO_DROP",
] as const;

/** What Linux counts over all its connections: `nstat`, `netstat -s`, `/proc/net/netstat`. */
export const counterTerms = [
  "counter.ActiveOpens",
  "counter.PassiveOpens",
  "counter.AttemptFails",
  "counter.EstabResets",
  "counter.CurrEstab",
  "counter.RetransSegs",
  "counter.InErrs",
  "counter.InCsumErrors",
  "counter.OutRsts",
  "counter.ListenOverflows",
  "counter.ListenDrops",
  "counter.SyncookiesSent",
  "counter.SyncookiesRecv",
  "counter.SyncookiesFailed",
  "counter.TCPReqQFullDoCookies",
  "counter.TCPReqQFullDrop",
  "counter.EmbryonicRsts",
  "counter.TCPTimeouts",
  "counter.TCPFastRetrans",
  "counter.TCPSlowStartRetrans",
  "counter.TCPLostRetransmit",
  "counter.TCPRetransFail",
  "counter.TCPSynRetrans",
  "counter.TCPLossProbes",
  "counter.TCPLossProbeRecovery",
  "counter.TCPSackRecovery",
  "counter.TCPRenoRecovery",
  "counter.TCPSACKReorder",
  "counter.TCPSpuriousRTOs",
  "counter.TCPDSACKRecv",
  "counter.TCPDSACKOldSent",
  "counter.TCPDSACKUndo",
  "counter.TCPOFOQueue",
  "counter.OfoPruned",
  "counter.TCPRcvCollapsed",
  "counter.PruneCalled",
  "counter.RcvPruned",
  "counter.TCPBacklogDrop",
  "counter.TCPRcvQDrop",
  "counter.TCPZeroWindowDrop",
  "counter.TCPToZeroWindowAdv",
  "counter.TCPFromZeroWindowAdv",
  "counter.TCPWantZeroWindowAdv",
  "counter.PAWSEstab",
  "counter.TCPTimeWaitOverflow",
  "counter.TCPChallengeACK",
  "counter.TCPSYNChallenge",
  "counter.TCPACKSkippedSeq",
  "counter.TCPAbortOnData",
  "counter.TCPAbortOnClose",
  "counter.TCPAbortOnTimeout",
  "counter.TCPAbortOnMemory",
  "counter.TCPAbortOnLinger",
  "counter.TCPKeepAlive",
  "counter.DelayedACKs",
  "counter.DelayedACKLost",
  "counter.TCPHPHits",
  "counter.TCPPureAcks",
  "counter.TCPMemoryPressures",
  "counter.TCPDeferAcceptDrop",
] as const;

/** What Linux assumes about the path to the other end (`tcp_ca_state`). */
export const congestionTerms = [
  "congestion.Open",
  "congestion.Disorder",
  "congestion.CWR",
  "congestion.Recovery",
  "congestion.Loss",
] as const;

/** Settings of Linux's TCP (ip-sysctl). */
export const settingTerms = [
  "setting.tcp_syncookies",
  "setting.tcp_max_syn_backlog",
  "setting.somaxconn",
  "setting.tcp_abort_on_overflow",
  "setting.tcp_syn_retries",
  "setting.tcp_synack_retries",
  "setting.tcp_retries1",
  "setting.tcp_retries2",
  "setting.tcp_orphan_retries",
  "setting.tcp_fin_timeout",
  "setting.tcp_tw_reuse",
  "setting.tcp_tw_recycle",
  "setting.tcp_max_tw_buckets",
  "setting.tcp_timestamps",
  "setting.tcp_window_scaling",
  "setting.tcp_sack",
  "setting.tcp_dsack",
  "setting.tcp_keepalive_time",
  "setting.tcp_keepalive_intvl",
  "setting.tcp_keepalive_probes",
  "setting.tcp_rmem",
  "setting.tcp_wmem",
  "setting.tcp_mem",
  "setting.tcp_moderate_rcvbuf",
  "setting.tcp_slow_start_after_idle",
  "setting.tcp_congestion_control",
  "setting.tcp_ecn",
  "setting.tcp_fastopen",
  "setting.tcp_mtu_probing",
  "setting.tcp_no_metrics_save",
  "setting.tcp_max_orphans",
  "setting.tcp_rfc1337",
  "setting.tcp_reordering",
  "setting.tcp_notsent_lowat",
  "setting.ip_local_port_range",
] as const;

/** Why bcc's tcpretrans reports a segment. */
export const tracerTerms = ["tracer.retransmission", "tracer.lossProbe"] as const;

/** What bcc's tcplife tells about a connection that has ended. */
export const lifeTerms = ["tcplife.sent", "tcplife.received", "tcplife.lasted"] as const;

/** Zeek's words for how a connection went. */
export const zeekTerms = [
  "zeek.S0",
  "zeek.S1",
  "zeek.SF",
  "zeek.REJ",
  "zeek.S2",
  "zeek.S3",
  "zeek.RSTOS0",
  "zeek.RSTO",
  "zeek.RSTRH",
  "zeek.RSTR",
  "zeek.SHR",
  "zeek.SH",
  "zeek.OTH",
] as const;

/** What both ends sent in a connection, a letter of Zeek's for each kind: capitals for the originator. */
export const historyTerms = [
  "history.^",
  "history.S",
  "history.s",
  "history.H",
  "history.h",
  "history.A",
  "history.a",
  "history.D",
  "history.d",
  "history.F",
  "history.f",
  "history.R",
  "history.r",
  "history.C",
  "history.c",
  "history.G",
  "history.g",
  "history.T",
  "history.t",
  "history.W",
  "history.w",
  "history.I",
  "history.i",
  "history.Q",
  "history.q",
  "history.X",
  "history.x",
] as const;

/** Which flags the segments of a flow had in all, and what follows from that. */
export const flowTerms = [
  "flow.SYN",
  "flow.ACK",
  "flow.PSH",
  "flow.URG",
  "flow.ECE",
  "flow.CWR",
  "flow.FIN",
  "flow.RST",
  "flow.onlySyn",
  "flow.noSyn",
  "flow.noEnd",
] as const;

export type TermName = (
  | typeof conntrackTerms
  | typeof asaTerms
  | typeof dropTerms
  | typeof counterTerms
  | typeof congestionTerms
  | typeof tracerTerms
  | typeof settingTerms
  | typeof lifeTerms
  | typeof zeekTerms
  | typeof historyTerms
  | typeof flowTerms
)[number];

/** A word with its place. It has several names where each of its letters has a meaning of its own. */
export interface TermWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly names: readonly [TermName, ...TermName[]];
  /** The number that the word is. */
  readonly value?: number;
}
