import { placeOf } from "../description";
import type { TermName, TermWord } from "./term";

/**
 * Rows of Linux's connection tracking (`conntrack -L` and `-E`, `/proc/net/nf_conntrack`). The kernel's `nf_conntrack_proto_tcp.c`
 * says what leads to each of its states.
 */

const row =
  /(?<![\w.-])(?:(\[(?:NEW|UPDATE|DESTROY)\])\s+)?(?:ipv[46]\s+\d+\s+)?tcp\s+6\s+(?:(\d+)\s+)?(?:([A-Z][A-Z_\d]+)\s+)?src=/d;
const status = /\[(?:UNREPLIED|ASSURED|OFFLOAD|HW_OFFLOAD)\]/g;

const names: Readonly<Record<string, TermName>> = {
  "[NEW]": "conntrack.new",
  "[UPDATE]": "conntrack.update",
  "[DESTROY]": "conntrack.destroy",
  NONE: "conntrack.none",
  SYN_SENT: "conntrack.synSent",
  SYN_SENT2: "conntrack.synSent2",
  SYN_RECV: "conntrack.synReceived",
  ESTABLISHED: "conntrack.established",
  FIN_WAIT: "conntrack.finWait",
  CLOSE_WAIT: "conntrack.closeWait",
  LAST_ACK: "conntrack.lastAck",
  TIME_WAIT: "conntrack.timeWait",
  CLOSE: "conntrack.close",
  "[UNREPLIED]": "conntrack.unreplied",
  "[ASSURED]": "conntrack.assured",
  "[OFFLOAD]": "conntrack.offload",
  "[HW_OFFLOAD]": "conntrack.offload",
};

export function* readConntrackTerms(line: string): Generator<TermWord> {
  if (!line.includes("src=")) return;
  const match = row.exec(line);
  if (!match) return;
  const [, event, seconds, state] = match;
  if (event) yield termAt(line, placeOf(match, 1));
  if (seconds) yield { ...termAt(line, placeOf(match, 2)), names: ["conntrack.timeout"], value: Number(seconds) };
  if (state && Object.hasOwn(names, state)) yield termAt(line, placeOf(match, 3));
  for (const { index, 0: text } of line.matchAll(status)) yield termAt(line, [index, index + text.length]);
}

function termAt(line: string, [start, end]: readonly [number, number]): TermWord {
  const text = line.slice(start, end);
  return { start, end, text, names: [names[text]] };
}
