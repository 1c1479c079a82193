import { SegmentBatch, SegmentWord } from "../decode/segmentBatch";
import { follow, type Known, type SegmentRows } from "./follow";
import { Outcome } from "./outcome";

/** A batch of one segment and its row. */
export class SingleSegment implements SegmentRows {
  readonly batch = new SegmentBatch(1);
  readonly outcome = new Outcome();
  readonly flow = new Int32Array(1);
  readonly seq = new Uint32Array(1);
  readonly ack = new Uint32Array(1);
  readonly marks = new Uint32Array(1);

  /** `ownFlow` is that of a segment whose connection is the only one. */
  follow(known: Known, ownFlow?: number): void {
    follow(this.batch, known, this, this.batch.words[SegmentWord.packet], this.outcome, ownFlow);
  }
}
