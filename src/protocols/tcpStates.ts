/** The states of one end of a connection, as RFC 9293 §3.3.2 names them. */
export const tcpStates = [
  "CLOSED",
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
] as const;
export type TcpState = (typeof tcpStates)[number];

/** How Linux's netstat and ss spell them. */
export const stateSpellings: Readonly<Record<TcpState, { readonly netstat: string; readonly ss: string }>> = {
  CLOSED: { netstat: "CLOSE", ss: "UNCONN" },
  LISTEN: { netstat: "LISTEN", ss: "LISTEN" },
  "SYN-SENT": { netstat: "SYN_SENT", ss: "SYN-SENT" },
  "SYN-RECEIVED": { netstat: "SYN_RECV", ss: "SYN-RECV" },
  ESTABLISHED: { netstat: "ESTABLISHED", ss: "ESTAB" },
  "FIN-WAIT-1": { netstat: "FIN_WAIT1", ss: "FIN-WAIT-1" },
  "FIN-WAIT-2": { netstat: "FIN_WAIT2", ss: "FIN-WAIT-2" },
  "CLOSE-WAIT": { netstat: "CLOSE_WAIT", ss: "CLOSE-WAIT" },
  CLOSING: { netstat: "CLOSING", ss: "CLOSING" },
  "LAST-ACK": { netstat: "LAST_ACK", ss: "LAST-ACK" },
  "TIME-WAIT": { netstat: "TIME_WAIT", ss: "TIME-WAIT" },
};

/** What moves an end from one state to another: what its user asks for, what it sends, what arrives, and time. */
export const tcpEvents = [
  "passive-open",
  "send-syn",
  "receive-syn",
  "receive-syn-ack",
  "receive-ack-of-syn",
  "send-fin",
  "receive-fin",
  "receive-ack-of-fin",
  "receive-fin-and-ack-of-fin",
  "close",
  "send-rst",
  "receive-rst",
  "wait-over",
] as const;
export type TcpEvent = (typeof tcpEvents)[number];

export interface Transition {
  readonly from: TcpState;
  readonly event: TcpEvent;
  readonly to: TcpState;
  /** The section of RFC 9293 that says so. */
  readonly section: string;
  /** How the end must have been opened, where that makes a difference (note 1 of the state diagram). */
  readonly opened?: "passively" | "actively";
}

/** The state diagram of RFC 9293 §3.3.2 with its notes, and what a reset does in each state. */
export const transitions: readonly Transition[] = [
  { from: "CLOSED", event: "passive-open", to: "LISTEN", section: "3.10.1" },
  { from: "CLOSED", event: "send-syn", to: "SYN-SENT", section: "3.10.1" },
  { from: "LISTEN", event: "receive-syn", to: "SYN-RECEIVED", section: "3.10.7.2" },
  { from: "LISTEN", event: "send-syn", to: "SYN-SENT", section: "3.10.1" },
  { from: "LISTEN", event: "close", to: "CLOSED", section: "3.10.4" },
  { from: "SYN-SENT", event: "receive-syn", to: "SYN-RECEIVED", section: "3.10.7.3" },
  { from: "SYN-SENT", event: "receive-syn-ack", to: "ESTABLISHED", section: "3.10.7.3" },
  { from: "SYN-SENT", event: "close", to: "CLOSED", section: "3.10.4" },
  { from: "SYN-RECEIVED", event: "receive-ack-of-syn", to: "ESTABLISHED", section: "3.10.7.4" },
  { from: "SYN-RECEIVED", event: "send-fin", to: "FIN-WAIT-1", section: "3.10.4" },
  { from: "SYN-RECEIVED", event: "receive-fin", to: "CLOSE-WAIT", section: "3.10.7.4" },
  { from: "ESTABLISHED", event: "send-fin", to: "FIN-WAIT-1", section: "3.10.4" },
  { from: "ESTABLISHED", event: "receive-fin", to: "CLOSE-WAIT", section: "3.10.7.4" },
  { from: "FIN-WAIT-1", event: "receive-ack-of-fin", to: "FIN-WAIT-2", section: "3.10.7.4" },
  { from: "FIN-WAIT-1", event: "receive-fin", to: "CLOSING", section: "3.10.7.4" },
  { from: "FIN-WAIT-1", event: "receive-fin-and-ack-of-fin", to: "TIME-WAIT", section: "3.10.7.4" },
  { from: "FIN-WAIT-2", event: "receive-fin", to: "TIME-WAIT", section: "3.10.7.4" },
  { from: "CLOSING", event: "receive-ack-of-fin", to: "TIME-WAIT", section: "3.10.7.4" },
  { from: "CLOSE-WAIT", event: "send-fin", to: "LAST-ACK", section: "3.10.4" },
  { from: "LAST-ACK", event: "receive-ack-of-fin", to: "CLOSED", section: "3.10.7.4" },
  { from: "TIME-WAIT", event: "wait-over", to: "CLOSED", section: "3.10.8" },
  { from: "SYN-SENT", event: "receive-rst", to: "CLOSED", section: "3.10.7.3" },
  { from: "SYN-RECEIVED", event: "receive-rst", to: "LISTEN", section: "3.10.7.4", opened: "passively" },
  { from: "SYN-RECEIVED", event: "receive-rst", to: "CLOSED", section: "3.10.7.4", opened: "actively" },
  ...(["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"] as const).map(
    (from) => ({ from, event: "receive-rst", to: "CLOSED", section: "3.10.7.4" }) as const,
  ),
  ...(["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT"] as const).map(
    (from) => ({ from, event: "send-rst", to: "CLOSED", section: "3.10.5" }) as const,
  ),
  // its own side is closed already: a reset from it means that it has forgotten the connection
  ...(["CLOSING", "LAST-ACK", "TIME-WAIT"] as const).map(
    (from) => ({ from, event: "send-rst", to: "CLOSED", section: "3.5.2" }) as const,
  ),
];

type ByEvent = Partial<Record<TcpEvent, readonly Transition[]>>;
const byState: Partial<Record<TcpState, ByEvent>> = {};
for (const transition of transitions) {
  const { from, event } = transition;
  const known = byState[from]?.[event] ?? [];
  byState[from] = { ...byState[from], [event]: [...known, transition] };
}

/** Where an event leads from a state; nothing where it does not change the state. */
export function transitionFrom(state: TcpState, event: TcpEvent, opened: "passively" | "actively"): Transition | undefined {
  return byState[state]?.[event]?.find((transition) => (transition.opened ?? opened) === opened);
}
