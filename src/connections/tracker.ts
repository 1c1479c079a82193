import { AddressStore } from "../decode/addressStore";
import { hear } from "../decode/hear";
import type { Segment } from "../decode/packet";
import type { SegmentBatch } from "../decode/segmentBatch";
import { Checkpoints } from "./checkpoints";
import { ConnectionFact, ConnectionTable, ConnectionWord, type Endpoint, timeAt } from "./connectionTable";
import { DuplicateAcks } from "./duplicateAcks";
import { follow, type Known } from "./follow";
import type { Moment } from "./moment";
import { placeOf, type SackBlock, type SegmentPlace } from "./place";
import type { SegmentRows } from "./rules";
import { SingleSegment } from "./singleSegment";
import { Unacknowledged } from "./unacknowledged";

export type { Analysis, SackBlock, SegmentPlace } from "./place";

/** One conversation between two endpoints; `endpoints[0]` sent its first segment. */
export interface Connection {
  readonly endpoints: readonly [Endpoint, Endpoint];
  /** Which endpoint opened it, as far as its segments tell. */
  readonly client: 0 | 1;
  /** How many packets it has; indexes of the first and the last of them in the capture. */
  readonly packets: number;
  readonly firstPacket: number;
  readonly lastPacket: number;
  /** Which parts of its life were seen so far: Wireshark's `tcp.completeness`. */
  readonly completeness: number;
  /** Nanoseconds from the SYN to the first acknowledgment of the handshake, once that is known. */
  readonly initialRoundTrip?: number;
}

/**
 * Finds each segment's connection, makes its numbers relative and says what it is there, by the rules of Wireshark 4.0: a SYN
 * with another initial number on known ports begins a new connection; whoever speaks first without a SYN sets the base one below.
 * The same rules (`follow`) serve the index, which gives many segments at once and wants what is in its rows, and those who want
 * to know everything of one segment (`add`).
 */
export class ConnectionTracker implements Known {
  /** Gives IPv6 addresses the numbers by which they stand in batches and in the table. */
  readonly addresses = new AddressStore();
  readonly table = new ConnectionTable();
  readonly waiting = new Unacknowledged();
  readonly checkpoints = new Checkpoints();
  readonly duplicateAcks = new DuplicateAcks();
  /** What `add` needs: one segment, one row, and the selective acknowledgments of each flow's latest segment. */
  private readonly single = new SingleSegment();
  private readonly sackBlocks = new Map<number, readonly SackBlock[]>();

  /** How many connections there are. */
  get count(): number {
    return this.table.count;
  }

  get connections(): readonly Connection[] {
    return Array.from({ length: this.count }, (_, stream) => this.connection(stream));
  }

  connection(stream: number): Connection {
    const { words, times } = this.table;
    const at = stream * ConnectionWord.size;
    const facts = words[at + ConnectionWord.facts];
    const initialRoundTrip = times[timeAt(at + ConnectionWord.initialRoundTrip)];
    return {
      endpoints: this.table.endpoints(stream, this.addresses),
      client: facts & ConnectionFact.secondIsClient ? 1 : 0,
      packets: words[at + ConnectionWord.packets],
      firstPacket: words[at + ConnectionWord.firstPacket],
      lastPacket: words[at + ConnectionWord.latestPacket],
      completeness: facts & ConnectionFact.life,
      ...(initialRoundTrip !== 0 && { initialRoundTrip }),
    };
  }

  /** Follows segments in the order of the capture; what they are goes into their rows. */
  follow(segments: SegmentBatch, rows: SegmentRows): void {
    follow(segments, this, rows);
  }

  /** Everything about a segment, or nothing when too little of its header is there. */
  add(packet: number, time: Moment, segment: Segment): SegmentPlace | undefined {
    const { single, sackBlocks } = this;
    single.batch.count = 0;
    if (!hear(single.batch, packet, time, segment, this.addresses)) return undefined;
    single.follow(this);
    const [flow] = single.flow;
    const { sack = [] } = segment.options;
    const place = placeOf(single, this, sack, sackBlocks.get(flow ^ 1) ?? []);
    if (sack.length > 0) sackBlocks.set(flow, sack);
    else sackBlocks.delete(flow);
    return place;
  }
}
