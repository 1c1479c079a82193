import { sequence } from "../../bytes/sequence";
import { isReset } from "../../connections/segmentFlags";
import { type End, otherEnd } from "../../connections/wireSegment";
import type { NumberedSegments, SentSoFar } from "./sentSoFar";

/** The send sequence space of an end after a segment, as RFC 9293 §3.3.1 (Figure 3) divides it. */
export interface SendSpace {
  /** The segment of the other end that announced the window last. */
  readonly toldBy: number;
  /** The window that it announced, and the largest that its end has announced so far. */
  readonly window: number;
  readonly widest: number;
  /** SND.UNA: everything before it is acknowledged. */
  readonly acked: number;
  /** SND.NXT: the next number that will be sent. */
  readonly next: number;
  /** SND.UNA + SND.WND: nothing from here on may be sent yet. */
  readonly edge: number;
  /** Bytes in flight, without the numbers of SYN and FIN. */
  readonly inFlight: number;
}

/** The same for a page, with numbers as they are written there. */
export interface SendWindow {
  readonly sender: "client" | "server";
  /** The number of the packet that announced the window last. */
  readonly toldBy: number;
  readonly window: number;
  /** The largest window that was announced so far: compared with it, the window is seen to close and to open. */
  readonly widest: number;
  /** Whether the window's scale is known, or not in use. */
  readonly isScaled: boolean;
  readonly acked: number;
  readonly next: number;
  readonly edge: number;
  /** Bytes between these numbers; `beyond` are those sent behind the edge. */
  readonly inFlight: number;
  readonly usable: number;
  readonly beyond: number;
}

/** What an end may send after segment `i`; nothing before the other end has acknowledged anything, or after a reset. */
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

/** Whether a segment resets the connection, so that nothing may be sent any more. */
const isResetBy = (segments: NumberedSegments, i: number | undefined): boolean =>
  i !== undefined && isReset({ flags: segments.flags(i) });

/** In bytes: what may be sent now, and what was sent beyond the window. */
export function aheadOf({ next, edge }: SendSpace): { usable: number; beyond: number } {
  const ahead = sequence.distance(next, edge);
  return { usable: Math.max(0, ahead), beyond: Math.max(0, -ahead) };
}
