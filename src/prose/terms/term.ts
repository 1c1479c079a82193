/** What systems say of a connection, or of a segment they drop, in a word of their own. */

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

export type TermName = (typeof conntrackTerms | typeof asaTerms | typeof dropTerms)[number];

/** A word in its place. Of letters that stand together each has a meaning of its own. */
export interface TermWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly names: readonly [TermName, ...TermName[]];
  /** A number that it says. */
  readonly value?: number;
}
