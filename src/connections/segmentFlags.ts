import { sequence } from "../bytes/sequence";
import { tcpFlag } from "../protocols/tcp";
import type { WireSegment } from "./wireSegment";

type Flagged = Pick<WireSegment, "flags">;

export const isSyn = ({ flags }: Flagged) => (flags & tcpFlag.SYN) !== 0;
export const isAck = ({ flags }: Flagged) => (flags & tcpFlag.ACK) !== 0;
export const isReset = ({ flags }: Flagged) => (flags & tcpFlag.RST) !== 0;
/** A FIN beside a SYN or a reset does not count (RFC 9293 §3.10.7). */
export const isFin = ({ flags }: Flagged) => (flags & tcpFlag.FIN) !== 0 && (flags & (tcpFlag.SYN | tcpFlag.RST)) === 0;
/** The first segment of an opening: SYN without ACK. */
export const isOpener = (segment: Flagged) => isSyn(segment) && !isAck(segment) && !isReset(segment);
export const isSynAck = (segment: Flagged) => isSyn(segment) && isAck(segment) && !isReset(segment);

/** Neither opens nor closes anything: data, an acknowledgment, or both. */
export const isPlain = ({ flags }: Flagged) => (flags & (tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST)) === 0;

/** The number after a segment: SYN and FIN take one each (RFC 9293 §3.4). */
export function endOf({ seq, length, flags }: Pick<WireSegment, "seq" | "length" | "flags">): number {
  return sequence.add(seq, length + (isSyn({ flags }) ? 1 : 0) + (isFin({ flags }) ? 1 : 0));
}

/** `ack` covers everything before `end`. */
export const covers = (ack: number, end: number): boolean => !sequence.isBefore(ack, end);
