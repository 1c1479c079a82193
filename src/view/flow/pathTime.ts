import type { Opening } from "../../connections/opening";
import type { Connection } from "../../connections/tracker";

/** How long segments travel, and where the capture was taken, as far as the handshake tells. */
export interface PathTime {
  /** Seconds: half of the handshake's round trip. Missing where there was none, or where a part of it was sent twice. */
  readonly oneWay?: number;
  /** Where the capture was taken: at both ends if they are one machine; else it is inferred from the shares that SYN,ACK and ACK took. */
  readonly captured?: "client" | "server" | "both" | "between";
}

/** An end that answers within this share of the round trip is where the capture was taken. */
const nearShare = 0.1;

export function pathTime(
  { endpoints }: Pick<Connection, "endpoints">,
  opening: Opening,
  secondsOf: (frame: number) => number,
): PathTime {
  const times = handshakeTimes(opening, secondsOf);
  const oneWay = times && (times.answer + times.reply) / 2;
  const captured = endpoints.every(({ address }) => isLoopback(address)) ? "both" : times && sideOf(times);
  return { ...(oneWay !== undefined && { oneWay }), ...(captured && { captured }) };
}

interface HandshakeTimes {
  /** From the SYN to the SYN,ACK, and from there to the ACK. */
  readonly answer: number;
  readonly reply: number;
}

function handshakeTimes(opening: Opening, secondsOf: (frame: number) => number): HandshakeTimes | undefined {
  const { id, syn, synAck, last, synCount, synAckCount } = opening;
  const isPlain = id === "handshake" || id === "handshake-with-data" || id === "fast-open";
  if (!isPlain || syn === undefined || synAck === undefined || last === undefined) return undefined;
  // if one was sent again, it is not known which of them was answered
  if (synCount !== 1 || synAckCount !== 1) return undefined;
  const [answer, reply] = [secondsOf(synAck) - secondsOf(syn), secondsOf(last) - secondsOf(synAck)];
  return answer >= 0 && reply >= 0 && answer + reply > 0 ? { answer, reply } : undefined;
}

function sideOf({ answer, reply }: HandshakeTimes): "client" | "server" | "between" {
  const share = reply / (answer + reply);
  return share <= nearShare ? "client" : share >= 1 - nearShare ? "server" : "between";
}

/** Whether an address is in 127.0.0.0/8 (RFC 1122 §3.2.1.3) or is ::1 (RFC 4291 §2.5.3). */
const isLoopback = (address: Uint8Array) =>
  address.length === 4 ? address[0] === 127 : address.every((byte, i) => byte === (i === 15 ? 1 : 0));
