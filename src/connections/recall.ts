import { type PacketColumns, shiftBit } from "../capture/columns";
import { Heard, unknownLength } from "../decode/heard";
import { tcpFlag } from "../protocols/tcp";
import { type Checkpoint, restore } from "./checkpoints";
import { ConnectionWord, connectionSize } from "./connectionTable";
import { allMarks } from "./marks";
import { factorOf, SideWord } from "./side";
import { ConnectionTracker, type SackBlock, type SegmentPlace } from "./tracker";

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
  const heard = new Heard();
  const places: SegmentPlace[] = [];
  const last = packets[packets.length - 1];
  for (let index = before ? before.packet + 1 : tracker.connection(stream).firstPacket; index <= last; index += 1) {
    if (columns.flow[index] >> 1 !== stream) continue;
    while (following < checkpoints.length && checkpoints[following].packet < index) following += 1;
    hearAgain(heard, columns, index, basesOf(tracker, stream, checkpoints[following]));
    const flow = columns.flow[index] & 1;
    if (again.count === 0) again.table.begin(heard);
    again.followAgain(heard, flow);
    if (index !== packets[places.length]) continue;
    const marks = columns.marks[index];
    again.outcome.marks = marks & allMarks;
    const windowFactor = factorOf((marks >>> shiftBit) - 2, (heard.flags & tcpFlag.SYN) !== 0);
    places.push({ ...again.placeOf(heard, flow, own(index), ofPeer(index)), stream, windowFactor });
  }
  return places;
}

/** What both sides' numbers count from in the time before a checkpoint, or now: within that time no base changes once it is known. */
function basesOf({ table }: ConnectionTracker, stream: number, until: Checkpoint | undefined): readonly [number, number] {
  const words = until?.words ?? table.words;
  const at = (until ? 0 : stream * connectionSize) + ConnectionWord.sides + SideWord.base;
  return [words[at], words[at + SideWord.size]];
}

/** The segment as it was on the wire, from its row. Options are left out: what they said is in the row. */
function hearAgain(heard: Heard, columns: PacketColumns, index: number, bases: readonly [number, number]): void {
  const { seconds, nanoseconds } = columns.moment(index);
  const direction = columns.direction(index);
  heard.packet = index;
  heard.seconds = seconds;
  heard.nanoseconds = nanoseconds;
  heard.flags = columns.flags[index];
  heard.window = columns.window[index];
  heard.length = columns.payload.get(index);
  const isRelative = heard.length !== unknownLength;
  const isAck = (heard.flags & tcpFlag.ACK) !== 0;
  heard.seq = (columns.seq[index] + (isRelative ? bases[direction] : 0)) | 0;
  heard.ack = (columns.ack[index] + (isRelative && isAck ? bases[direction ^ 1] : 0)) | 0;
  heard.hasOptions = false;
}
