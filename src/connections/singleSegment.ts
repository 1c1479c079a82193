import { SegmentBatch, SegmentWord } from "../decode/segmentBatch";
import { follow, type Known } from "./follow";
import { lookBefore, type Outcome, outcomeOf } from "./outcome";
import type { SegmentRows } from "./rules";

/** A batch of one segment and its row. */
export class SingleSegment implements SegmentRows {
  readonly batch = new SegmentBatch(1);
  readonly flow = new Int32Array(1);
  readonly seq = new Uint32Array(1);
  readonly ack = new Uint32Array(1);
  readonly marks = new Uint32Array(1);

  /** `ownFlow` is that of a segment whose connection is the only one. */
  follow(known: Known, ownFlow?: number): Outcome {
    const { batch } = this;
    let before: ReturnType<typeof lookBefore> | undefined;
    follow(batch, known, this, {
      firstRow: batch.words[SegmentWord.packet],
      ownFlow,
      onKnown: (flow) => {
        before = lookBefore(known, batch, flow);
      },
    });
    return outcomeOf(before!, known, batch, this.flow[0], this.marks[0]);
  }
}
