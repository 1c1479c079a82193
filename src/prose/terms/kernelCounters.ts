import { counterTerms, type TermName, type TermWord } from "./term";

/**
 * Linux's counters: by the names that `nstat` and Prometheus print (`TcpExtListenOverflows`), and in the words of `netstat -s`. The
 * kernel's documentation (networking/snmp_counter) says what each one counts.
 */

const names: ReadonlyMap<string, TermName> = new Map(counterTerms.map((term) => [term.slice("counter.".length), term]));

/** The words of `netstat -s` behind the number. */
const phrases: Readonly<Record<string, TermName>> = {
  "active connection openings": "counter.ActiveOpens",
  "active connections openings": "counter.ActiveOpens",
  "passive connection openings": "counter.PassiveOpens",
  "failed connection attempts": "counter.AttemptFails",
  "connection resets received": "counter.EstabResets",
  "connections established": "counter.CurrEstab",
  "segments retransmitted": "counter.RetransSegs",
  "segments retransmited": "counter.RetransSegs",
  "bad segments received": "counter.InErrs",
  "resets sent": "counter.OutRsts",
  "SYN cookies sent": "counter.SyncookiesSent",
  "SYN cookies received": "counter.SyncookiesRecv",
  "invalid SYN cookies received": "counter.SyncookiesFailed",
  "resets received for embryonic SYN_RECV sockets": "counter.EmbryonicRsts",
  "packets pruned from receive queue because of socket buffer overrun": "counter.PruneCalled",
  "packets pruned from receive queue": "counter.RcvPruned",
  "packets dropped from out-of-order queue because of socket buffer overrun": "counter.OfoPruned",
  "packets rejected in established connections because of timestamp": "counter.PAWSEstab",
  "packetes rejected in established connections because of timestamp": "counter.PAWSEstab",
  "delayed acks sent": "counter.DelayedACKs",
  "times the listen queue of a socket overflowed": "counter.ListenOverflows",
  "SYNs to LISTEN sockets dropped": "counter.ListenDrops",
  "packet headers predicted": "counter.TCPHPHits",
  "acknowledgments not containing data payload received": "counter.TCPPureAcks",
  "acknowledgments not containing data received": "counter.TCPPureAcks",
  "times recovered from packet loss by selective acknowledgements": "counter.TCPSackRecovery",
  "times recovered from packet loss due to fast retransmit": "counter.TCPRenoRecovery",
  "congestion windows recovered without slow start by DSACK": "counter.TCPDSACKUndo",
  "fast retransmits": "counter.TCPFastRetrans",
  "retransmits in slow start": "counter.TCPSlowStartRetrans",
  "other TCP timeouts": "counter.TCPTimeouts",
  "packets collapsed in receive queue due to low socket buffer": "counter.TCPRcvCollapsed",
  "DSACKs sent for old packets": "counter.TCPDSACKOldSent",
  "DSACKs received": "counter.TCPDSACKRecv",
  "connections reset due to unexpected data": "counter.TCPAbortOnData",
  "connections reset due to early user close": "counter.TCPAbortOnClose",
  "connections aborted due to memory pressure": "counter.TCPAbortOnMemory",
  "connections aborted due to timeout": "counter.TCPAbortOnTimeout",
  "connections aborted after user close in linger timeout": "counter.TCPAbortOnLinger",
};

const name = /(?<![\w.])(?:node_netstat_)?(?:Tcp(?:Ext)?_?)?([A-Z][A-Za-z]{5,24})(?!\w)/g;
const row = /^\s*\d+\s(?=[A-Za-z])/;

export function* readKernelCounters(line: string): Generator<TermWord> {
  const number = row.exec(line);
  if (number) {
    const start = number[0].length;
    const text = line.slice(start).trimEnd();
    if (Object.hasOwn(phrases, text)) yield { start, end: start + text.length, text, names: [phrases[text]] };
  }
  for (const { index, 0: text, 1: bare } of line.matchAll(name)) {
    const term = names.get(bare);
    if (term) yield { start: index, end: index + text.length, text, names: [term] };
  }
}
