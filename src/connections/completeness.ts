import { tcpFlag } from "../protocols/tcp";

/** Which parts of a connection's life were seen, as Wireshark's `tcp.completeness` adds them up. */
export const lifePart = { syn: 1, synAck: 2, ack: 4, data: 8, fin: 16, reset: 32 } as const;

/** The key by which `partsOfLife` is asked: the flags that count, and three bits beside them. */
export enum LifeKey {
  flags = 31,
  hasData = 32,
  isFirst = 64,
  /** Its header length cannot be. */
  isBogus = 128,
  size = 256,
}

/** The parts that a segment adds, by its key: a table, since every segment is asked. */
export const partsOfLife = Uint8Array.from({ length: LifeKey.size }, (_, key) => {
  const has = (bits: number) => (key & bits) === bits;
  const { SYN, ACK, FIN, RST } = tcpFlag;
  const data = has(LifeKey.hasData);
  if (has(LifeKey.isBogus)) return 0;
  // a SYN counts only as the first packet; whatever else comes first counts for nothing
  if (has(LifeKey.isFirst)) return has(SYN) && !has(ACK) ? lifePart.syn | (data ? lifePart.data : 0) : 0;
  const opens = has(SYN | ACK) ? lifePart.synAck : 0;
  const acknowledges = has(ACK) && !has(SYN) ? (data ? lifePart.data : lifePart.ack) : 0;
  return opens | acknowledges | (has(FIN | ACK) ? lifePart.fin : 0) | (has(RST) ? lifePart.reset : 0);
});
