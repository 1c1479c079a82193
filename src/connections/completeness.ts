import { tcpFlag } from "../protocols/tcp";

/** Which parts of a connection's life were seen, as Wireshark's `tcp.completeness` adds them up. */
const part = { syn: 1, synAck: 2, ack: 4, data: 8, fin: 16, reset: 32 } as const;

/** The parts seen so far and those that a segment adds. */
export function lifeWith(life: number, flags: number, length: number, isFirst: boolean): number {
  const isPlain = (flags & (tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST)) === 0;
  // most segments of a connection
  if (isPlain && !isFirst && flags & tcpFlag.ACK) return life | (length > 0 ? part.data : part.ack);
  return life | partOfLife(flags, length, isFirst);
}

/** A SYN counts only as the first packet; whatever else comes first counts for nothing. */
function partOfLife(flags: number, length: number, isFirst: boolean): number {
  const has = (bit: number) => (flags & bit) !== 0;
  if (has(tcpFlag.SYN) && !has(tcpFlag.ACK)) return isFirst ? part.syn | (length > 0 ? part.data : 0) : 0;
  if (isFirst) return 0;
  if (has(tcpFlag.SYN)) return part.synAck;
  const life = has(tcpFlag.ACK) ? (length > 0 ? part.data : part.ack) : 0;
  return life | (has(tcpFlag.FIN) && has(tcpFlag.ACK) ? part.fin : 0) | (has(tcpFlag.RST) ? part.reset : 0);
}
