import type { PacketColumns } from "../capture/columns";
import { noShift, type SegmentBatch, SegmentFact, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { type Checkpoint, restore } from "./checkpoints";
import { ConnectionWord } from "./connectionTable";
import { placeOf, type SackBlock, type SegmentPlace } from "./place";
import { SideWord } from "./side";
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

/** What both sides' numbers count from in the time before a checkpoint, or now: within that time no base changes once it is known. */
function basesOf({ table }: ConnectionTracker, stream: number, until: Checkpoint | undefined): readonly [number, number] {
  const words = until?.words ?? table.words;
  const at = (until ? 0 : stream * ConnectionWord.size) + ConnectionWord.sides + SideWord.base;
  return [words[at], words[at + SideWord.size]];
}

/** The segment as it was on the wire, from its row. */
function hearAgain(batch: SegmentBatch, columns: PacketColumns, index: number, bases: readonly [number, number]): void {
  const { seconds, nanoseconds } = columns.moment(index);
  const direction = columns.direction(index);
  const flags = columns.flags[index];
  const length = columns.payload.get(index);
  const isRelative = length !== unknownLength;
  const { words } = batch;
  words[SegmentWord.packet] = index;
  words[SegmentWord.seq] = columns.seq[index] + (isRelative ? bases[direction] : 0);
  words[SegmentWord.ack] = columns.ack[index] + (isRelative && flags & tcpFlag.ACK ? bases[direction ^ 1] : 0);
  words[SegmentWord.flags] = flags;
  words[SegmentWord.window] = columns.window[index];
  words[SegmentWord.length] = length;
  words[SegmentWord.nanoseconds] = nanoseconds;
  words[SegmentWord.facts] = SegmentFact.lacksOptions;
  words[SegmentWord.shift] = noShift;
  batch.seconds[0] = seconds;
  batch.count = 1;
}
