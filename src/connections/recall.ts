import type { PacketColumns } from "../capture/columns";
import { type Checkpoint, restore } from "./checkpoints";
import { placeOf, type SackBlock, type SegmentPlace } from "./place";
import { basesOf, hearAgain } from "./replay";
import { SingleSegment } from "./singleSegment";
import { ConnectionTracker } from "./tracker";

/** Selective acknowledgments of a packet's segment; they are in no column. */
export type SackOf = (packet: number) => readonly SackBlock[];

/**
 * Everything about some segments of one connection again, by the rules that the index followed: from the checkpoint before the
 * first of them on. `packets` are indexes in rising order; `ofPeer` says for each which selective acknowledgments the other side
 * had sent last, where bytes in flight are to be counted.
 */
export function recall(
  tracker: ConnectionTracker,
  columns: PacketColumns,
  packets: readonly number[],
  own: SackOf = () => [],
  ofPeer: SackOf = () => [],
): SegmentPlace[] {
  const stream = columns.stream(packets[0]);
  const checkpoints = tracker.checkpoints.of(stream);
  // the state at a checkpoint holds for what comes after its packet
  let following = checkpoints.findIndex(({ packet }) => packet >= packets[0]);
  if (following < 0) following = checkpoints.length;
  const before = checkpoints[following - 1] as Checkpoint | undefined;
  const again = new ConnectionTracker();
  if (before) restore(before, again.table, again.waiting);
  const single = new SingleSegment();
  const places: SegmentPlace[] = [];
  const last = packets[packets.length - 1];
  for (let index = before ? before.packet + 1 : tracker.connection(stream).firstPacket; index <= last; index += 1) {
    if (columns.flow[index] >> 1 !== stream) continue;
    while (following < checkpoints.length && checkpoints[following].packet < index) following += 1;
    hearAgain(single.batch, columns, index, basesOf(tracker, stream, checkpoints[following]));
    single.follow(again, columns.flow[index] & 1);
    if (index !== packets[places.length]) continue;
    // what options said is in the row only
    single.marks[0] = columns.marks[index];
    places.push({ ...placeOf(single, again, own(index), ofPeer(index)), stream });
  }
  return places;
}
