import { SegmentOption } from "../../decode/segmentBatch";
import type { SackRange } from "../../view/charts/chartedConnection";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork } from "../longWork";

/** What a connection's packets acknowledge selectively. The ranges are in no column, so packets that have any are read again. */
export async function sacksOf(packets: CapturedPackets, indexes: Uint32Array): Promise<readonly SackRange[]> {
  const { marks } = packets.columns;
  const work = new LongWork({});
  const found: SackRange[] = [];
  for (let i = 0; i < indexes.length; i += 1) {
    const index = indexes[i];
    if ((marks[index] & SegmentOption.hasSack) === 0) continue;
    const { sack = [] } = packets.placeOf(index, await packets.segment(index)) ?? {};
    for (const [left, right] of sack) found.push({ i, left, right });
    await work.pause(i / indexes.length);
  }
  return found;
}
