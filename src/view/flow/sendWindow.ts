import { sequence } from "../../bytes/sequence";
import { isReset } from "../../connections/segmentFlags";
import { type End, otherEnd } from "../../connections/wireSegment";
import type { NumberedSegments, SentSoFar } from "./sentSoFar";

/** The space of an end's sequence numbers when a segment has gone by, as RFC 9293 §3.3.1 (Figure 3) parts it. */
export interface SendSpace {
  /** The segment of the other end that has told the window last. */
  readonly toldBy: number;
  /** The window that it told, and the largest that its end has told so far. */
  readonly window: number;
  readonly widest: number;
  /** SND.UNA: everything before it is acknowledged. */
  readonly acked: number;
  /** SND.NXT: the next number that will be sent. */
  readonly next: number;
  /** SND.UNA + SND.WND: nothing from here on may be sent yet. */
  readonly edge: number;
  /** On its way, without what SYN and FIN count. */
  readonly inFlight: number;
}

/** The same as it is shown, with its numbers as they are written. */
export interface SendWindow {
  readonly sender: "client" | "server";
  /** Number of the packet that has told the window last. */
  readonly toldBy: number;
  readonly window: number;
  /** The largest that was told so far: beside it the window is seen to close and to open. */
  readonly widest: number;
  /** The window's scale is known, or not in use. */
  readonly isScaled: boolean;
  readonly acked: number;
  readonly next: number;
  readonly edge: number;
  /** In bytes, between these numbers; `beyond` counts what was sent behind the edge. */
  readonly inFlight: number;
  readonly usable: number;
  readonly beyond: number;
}

/** What an end may send when a segment of `segments` has gone by; nothing before the other end has acknowledged anything. */
export function sendSpace(segments: NumberedSegments, sent: SentSoFar, i: number, sender: End): SendSpace | undefined {
  const toldBy = sent.windowTold(i, otherEnd(sender));
  const flight = sent.flight(i, sender);
  const isOver = ([0, 1] as const).some((end) => isResetBy(segments, sent.latest(i, end)));
  if (toldBy === undefined || !flight || isOver) return undefined;
  const { acked, high, bytes } = flight;
  const window = segments.window(toldBy);
  const widest = sent.widestTold(i, otherEnd(sender));
  return { toldBy, window, widest, acked, next: high, edge: sequence.add(segments.ack(toldBy), window), inFlight: bytes };
}

/** What resets a connection leaves nothing to be sent. */
const isResetBy = (segments: NumberedSegments, i: number | undefined): boolean =>
  i !== undefined && isReset({ flags: segments.flags(i) });

/** In bytes: what may be sent now, and what was sent beyond the window. */
export function aheadOf({ next, edge }: SendSpace): { usable: number; beyond: number } {
  const ahead = sequence.distance(next, edge);
  return { usable: Math.max(0, ahead), beyond: Math.max(0, -ahead) };
}
