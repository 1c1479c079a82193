import { lastSegment } from "../decode/packet";
import type { FlowSegment } from "../view/flow/flowRows";
import type { CapturedPackets } from "./capturedPackets";

/** A segment with all that its arrow needs: read again and decoded. */
export async function flowSegmentAt(packets: CapturedPackets, index: number): Promise<FlowSegment> {
  const segment = lastSegment(await packets.decode(index))!;
  return { frame: index + 1, segment, place: packets.placeOf(index, segment)! };
}
