import { sequence } from "../../bytes/sequence";
import { MarkBit, sentAgain } from "../../connections/marks";
import { isAck, isReset } from "../../connections/segmentFlags";
import type { End } from "../../connections/wireSegment";
import { endOfSegment } from "../flow/sentSoFar";
import type { Mark, TimeSpan, TrackName } from "./chart";
import type { ChartedConnection, SackRange } from "./chartedConnection";
import { DisorderCounts } from "./disorderCounts";
import { Unwrapped } from "./unwrapped";

/**
 * An end's sequence numbers over time: what each of its segments takes, and what the other end acknowledges, lacks and lets it send. Such
 * charts were first drawn by tcptrace, and then by Wireshark's time–sequence graph. A lane below counts segments that are sent again or
 * out of order, since from afar their strokes cover each other.
 */
export function sequenceMarks(connection: ChartedConnection, sender: End, span: TimeSpan, mark: Mark): void {
  const disorder = new DisorderCounts(span);
  numberMarks(connection, sender, (track, i, time, low, high) => {
    mark(track, i, time, low, high);
    if (track === "resent" || track === "outOfOrder") disorder.add(i, time);
  });
  disorder.mark(mark);
}

function numberMarks(connection: ChartedConnection, sender: End, mark: Mark): void {
  const { segments, sent, times, sacks } = connection;
  const numbers = new Unwrapped();
  let acked: number | undefined;
  let nextSack = 0;
  for (let i = 0; i < segments.count; i += 1) {
    const time = times[i];
    const flagged = { flags: segments.flags(i) };
    // a reset takes no number, and its own may be anything
    if (isReset(flagged)) continue;
    if (segments.from(i) === sender) {
      const low = numbers.of(segments.seq(i));
      const length = sequence.distance(segments.seq(i), endOfSegment(segments, i));
      if (length > 0) mark(trackOf(connection.marks(i)), i, time, low, low + length);
      continue;
    }
    if (!isAck(flagged)) continue;
    const ack = numbers.of(segments.ack(i));
    // an acknowledgment that comes late says nothing new
    if (acked === undefined || ack > acked) acked = ack;
    mark("acked", i, time, acked, acked);
    if (connection.marks(i) & MarkBit.duplicateAck) mark("duplicate", i, time, ack, ack);
    if (sent.windowTold(i, segments.from(i)) === i) {
      const edge = ack + segments.window(i);
      mark("edge", i, time, edge, edge);
    }
    for (; nextSack < sacks.length && sacks[nextSack].i <= i; nextSack += 1) markSack(sacks[nextSack], i);
  }

  function markSack({ i: of, left, right }: SackRange, i: number): void {
    if (of !== i) return;
    const low = numbers.of(left);
    mark("sacked", i, times[i], low, low + sequence.distance(left, right));
  }
}

function trackOf(marks: number): TrackName {
  if (marks & sentAgain) return "resent";
  return marks & MarkBit.outOfOrder ? "outOfOrder" : "sent";
}
