import type { PacketColumns } from "../capture/columns";
import { type SegmentBatch, SegmentFact, SegmentOption, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import type { Checkpoint } from "./checkpoints";
import { ConnectionFact, ConnectionWord } from "./connectionTable";
import { MarkBit } from "./marks";
import type { Outcome } from "./outcome";
import { SideWord } from "./side";
import { SingleSegment } from "./singleSegment";
import { ConnectionTracker } from "./tracker";

/** What both sides' numbers count from in the time before a checkpoint, or now: within that time no base changes once it is known. */
export function basesOf({ table }: ConnectionTracker, stream: number, until: Checkpoint | undefined): readonly [number, number] {
  const words = until?.words ?? table.words;
  const at = (until ? 0 : stream * ConnectionWord.size) + ConnectionWord.sides + SideWord.base;
  return [words[at], words[at + SideWord.size]];
}

/** The segment as it was on the wire, from its row. */
export function hearAgain(batch: SegmentBatch, columns: PacketColumns, index: number, bases: readonly [number, number]): void {
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
  const isDuplicate = (columns.marks[index] & MarkBit.duplicateAck) !== 0;
  words[SegmentWord.facts] = SegmentFact.lacksOptions | (isDuplicate ? 0 : SegmentFact.isNoDuplicate);
  words[SegmentWord.options] = columns.marks[index] & SegmentOption.isBogus;
  batch.seconds[0] = seconds;
  batch.count = 1;
}

/**
 * Follows whole connections again, from their rows alone, for what the rules say of a segment that is in no row. Segments are to be
 * given in the order of the capture, all of a connection from its first one on; connections may be left out.
 */
export class Replay {
  private readonly again = new ConnectionTracker();
  private readonly single = new SingleSegment();
  /** Of connections that have checkpoints, which one comes next. */
  private readonly following = new Map<number, number>();
  private readonly bases: [number, number] = [0, 0];

  constructor(
    private readonly tracker: ConnectionTracker,
    private readonly columns: PacketColumns,
  ) {}

  /** What the rules say of a segment; to be read before the next one is given. */
  follow(index: number): Outcome {
    const { single, columns, again } = this;
    const stream = columns.stream(index);
    hearAgain(single.batch, columns, index, this.basesAt(index, stream));
    this.addEnds(stream, columns.direction(index));
    single.follow(again);
    return single.outcome;
  }

  private basesAt(index: number, stream: number): readonly [number, number] {
    const { tracker, following, bases } = this;
    const checkpoints = tracker.checkpoints.of(stream);
    if (checkpoints.length > 0) {
      let next = following.get(stream) ?? 0;
      while (next < checkpoints.length && checkpoints[next].packet < index) next += 1;
      following.set(stream, next);
      return basesOf(tracker, stream, checkpoints[next]);
    }
    const { words } = tracker.table;
    const at = stream * ConnectionWord.size + ConnectionWord.sides + SideWord.base;
    bases[0] = words[at];
    bases[1] = words[at + SideWord.size];
    return bases;
  }

  private addEnds(stream: number, direction: 0 | 1): void {
    const { words } = this.tracker.table;
    const at = stream * ConnectionWord.size;
    const heard = this.single.batch.words;
    const ports = words[at + ConnectionWord.ports];
    const [first, second] = [words[at + ConnectionWord.firstAddress], words[at + ConnectionWord.secondAddress]];
    heard[SegmentWord.ports] = direction === 0 ? ports : (ports << 16) | (ports >>> 16);
    heard[SegmentWord.source] = direction === 0 ? first : second;
    heard[SegmentWord.destination] = direction === 0 ? second : first;
    if (words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) heard[SegmentWord.facts] |= SegmentFact.isIpv6;
  }
}
