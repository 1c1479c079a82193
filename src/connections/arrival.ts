import type { Endpoint } from "./endpoint";
import { covers, endOf, isAck, isFin, isOpener, isReset, isSyn } from "./segmentFlags";
import type { WireSegment } from "./wireSegment";

export type Verdict = "arrived" | "not-yet" | "lost" | "unknown";

/**
 * What an endpoint's own segment says about one that was sent to it before: every segment carries the number that its sender expects
 * next (RFC 9293 §3.4), so it tells whether a SYN or a FIN had been taken when it was sent.
 */
export function verdictOn(arriving: WireSegment, sent: WireSegment, endpoint: Endpoint, peer: Endpoint): Verdict {
  // only one that opens anew has obeyed the reset
  if (isReset(arriving)) return isOpener(sent) ? "arrived" : isReset(sent) ? "unknown" : "not-yet";
  if (isReset(sent) && !isAck(sent)) return "unknown";
  if (isSyn(arriving)) return verdictOnSyn(arriving, sent, peer);
  if (isFin(arriving))
    return covers(sent.ack, endOf(arriving)) ? "arrived" : isAck(sent) && !isReset(sent) ? "not-yet" : "unknown";
  return repeatsWhatWasAcknowledged(arriving, sent, endpoint) ? "lost" : "arrived";
}

function verdictOnSyn(arriving: WireSegment, sent: WireSegment, peer: Endpoint): Verdict {
  if (isOpener(sent)) return "not-yet";
  // a reset may come from one who has no connection and wants none
  if (isReset(sent) && isOpener(arriving)) return "unknown";
  return isAck(sent) && peer.synIsAcknowledgedBy(sent.ack) ? "arrived" : "unknown";
}

/** A SYN or a FIN that is sent again although it was acknowledged: the acknowledgment was lost. */
function repeatsWhatWasAcknowledged(arriving: WireSegment, sent: WireSegment, { synEnd, finEnd }: Endpoint): boolean {
  const acknowledged = (end: number | undefined) => end !== undefined && covers(arriving.ack, end);
  if (isSyn(sent)) return acknowledged(synEnd);
  return isFin(sent) && endOf(sent) === finEnd && acknowledged(finEnd);
}
