import type { Segment } from "../decode/packet";
import type { SegmentPlace } from "./tracker";
import type { WireSegment } from "./wireSegment";

const noMarks: WireSegment["marks"] = new Set();

/** What the wire tells of a decoded segment whose connection is known. */
export function wireSegmentOf(frame: number, segment: Segment, place: SegmentPlace): WireSegment {
  const { seq = 0, ack = 0, flags = 0, length = 0, window = 0 } = segment;
  return {
    frame,
    from: place.direction,
    seq,
    ack,
    flags,
    length,
    window: place.windowFactor > 0 ? window * place.windowFactor : window,
    marks: place.analysis?.marks ?? noMarks,
  };
}
