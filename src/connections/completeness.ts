import { tcpFlag } from "../protocols/tcp";

/** Which parts of a connection's life were seen, as Wireshark's `tcp.completeness` adds them up. */
const part = { syn: 1, synAck: 2, ack: 4, data: 8, fin: 16, reset: 32 } as const;

/** How `partsOfLife` is asked: by the flags that count, and two bits beside them. */
export enum LifeKey {
  flags = 31,
  hasData = 32,
  isFirst = 64,
  size = 128,
}

/** The parts that a segment adds, by its key: a table, since every segment is asked. */
export const partsOfLife = Uint8Array.from({ length: LifeKey.size }, (_, key) => {
  const has = (bit: number) => (key & bit) !== 0;
  const data = has(LifeKey.hasData);
  // a SYN counts only as the first packet; whatever else comes first counts for nothing
  if (has(tcpFlag.SYN) && !has(tcpFlag.ACK)) return has(LifeKey.isFirst) ? part.syn | (data ? part.data : 0) : 0;
  if (has(LifeKey.isFirst)) return 0;
  if (has(tcpFlag.SYN)) return part.synAck;
  const life = has(tcpFlag.ACK) ? (data ? part.data : part.ack) : 0;
  return life | (has(tcpFlag.FIN) && has(tcpFlag.ACK) ? part.fin : 0) | (has(tcpFlag.RST) ? part.reset : 0);
});
