import { SegmentBatch, SegmentWord } from "../decode/segmentBatch";
import { follow, type Known } from "./follow";
import { Outcome } from "./outcome";
import type { SegmentRows } from "./rules";

/** A batch of one segment and its row, and what else the rules say of it. */
export class SingleSegment implements SegmentRows {
  readonly batch = new SegmentBatch(1);
  readonly outcome = new Outcome();
  readonly flow = new Int32Array(1);
  readonly seq = new Uint32Array(1);
  readonly ack = new Uint32Array(1);
  readonly marks = new Uint32Array(1);

  /** `ownFlow` is the segment's flow, where its connection is the only one. */
  follow(known: Known, ownFlow?: number): void {
    const { batch, outcome } = this;
    follow(batch, known, this, {
      firstRow: batch.words[SegmentWord.packet],
      ownFlow,
      onKnown: (flow) => outcome.lookBefore(known, batch, flow),
    });
    outcome.lookAfter(known, batch, this.flow[0], this.marks[0]);
  }
}
