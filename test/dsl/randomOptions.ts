import { tcpFlag } from "../../src/protocols/tcp";
import type { Random } from "../fuzz/random";
import { join, zeros } from "./bytes";
import { mss, nop, sack, sackPermitted, timestamps, windowScale } from "./headers";
import type { Side } from "./randomConversations";
import { accurateEcn0, fastOpenCookie, fastOpenExperiment, fastOpenRequest, mptcp, userTimeout } from "./tcpOptions";

/** As many bytes as a header has room for. */
const room = 40;
const inSyn = [accurateEcn0, userTimeout];
const later = [accurateEcn0, userTimeout];
/** Without those that name a connection by its key: those that never name one are not taken together. */
const multipath = [
  ...[mptcp.capable, mptcp.joinAck, mptcp.signalShort, mptcp.signalLong, mptcp.signalAck, mptcp.signalFin, mptcp.addAddress],
  ...[mptcp.removeAddress, mptcp.priority, mptcp.fail, mptcp.fastClose, mptcp.reset],
];
const shifts = [0, 1, 2, 7, 14, 15, 255];

/** Options that a segment with these flags may have; a scale is noted as its sender's. */
export function randomOptions(random: Random, flags: number, me: Side, peer: Side): Uint8Array {
  const happens = (percent: number) => random.below(100) < percent;
  const found: Uint8Array[] = [];
  const isSyn = (flags & tcpFlag.SYN) !== 0;
  if (happens(isSyn ? 70 : 1)) found.push(mss(random.pick([536, 1460])));
  if (happens(isSyn ? 70 : 1)) {
    me.shift = random.pick(shifts);
    found.push(windowScale(me.shift));
    me.shift = Math.min(me.shift, 14);
  }
  if (happens(isSyn ? 70 : 1)) found.push(sackPermitted);
  if (happens(50)) found.push(nop, nop, timestamps(random.next(), random.next()));
  if (happens(isSyn ? 30 : 1)) found.push(random.pick([fastOpenRequest, fastOpenCookie, fastOpenExperiment]));
  if ((flags & tcpFlag.ACK) !== 0 && happens(10)) found.push(sack(...edges(random, peer)));
  if (happens(15)) found.push(random.pick(isSyn ? inSyn : later));
  if (me.hasMultipath && happens(50)) found.push(random.pick(multipath));
  while (join(...found).length > room) found.splice(random.below(found.length), 1);
  return found.length > 0 ? join(...found) : zeros(0);
}

/** One range to four of what the other side sent, or beside it. */
function edges(random: Random, peer: Side): number[] {
  return Array.from({ length: random.pick([1, 1, 2, 3, 4]) }, () => {
    const { seq, length } = peer.sent.length > 0 ? random.pick(peer.sent) : { seq: peer.isn, length: 10 };
    const left = seq + random.pick([0, 0, 0, 1, -10, 100_000]);
    return [left >>> 0, (left + length) >>> 0];
  }).flat();
}
