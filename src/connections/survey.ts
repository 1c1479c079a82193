import type { Segment } from "../decode/packet";
import { type Moment, nanosecondsBetween } from "./clock";
import { ConnectionLife, type Life } from "./life";
import type { SegmentPlace } from "./tracker";
import type { End } from "./wireSegment";
import { wireSegmentOf } from "./wireSegmentOf";

/** One connection summed up; of pairs that of end 0 stands first. */
export interface ConnectionSum {
  readonly start: Moment;
  /** Nanoseconds from its first segment to its last. */
  readonly duration: number;
  readonly packets: readonly [number, number];
  /** Of payload, whatever was sent twice counted twice: the sum of `tcp.len`. */
  readonly bytes: readonly [number, number];
  readonly retransmissions: number;
  /** Nanoseconds. */
  readonly initialRoundTrip?: number;
  readonly life: Life;
}

/** Grows with the segments of one connection. */
class Sum {
  readonly life = new ConnectionLife();
  readonly packets: [number, number] = [0, 0];
  readonly bytes: [number, number] = [0, 0];
  retransmissions = 0;
  initialRoundTrip: number | undefined;

  constructor(
    readonly start: Moment,
    public last: Moment,
  ) {}

  add(frame: number, time: Moment, segment: Segment, place: SegmentPlace): void {
    const wire = wireSegmentOf(frame, segment, place);
    this.life.add(wire);
    this.last = time;
    this.packets[wire.from] += 1;
    this.bytes[wire.from] += wire.length;
    if (wire.marks.has("retransmission")) this.retransmissions += 1;
    this.initialRoundTrip ??= place.initialRoundTrip;
  }
}

/** Sums up every connection of a capture while its segments pass by. */
export class ConnectionSurvey {
  private readonly sums: Sum[] = [];

  add(frame: number, time: Moment, segment: Segment, place: SegmentPlace): void {
    this.sums[place.stream] ??= new Sum(time, time);
    this.sums[place.stream].add(frame, time, segment, place);
  }

  sum(stream: number, client: End): ConnectionSum | undefined {
    const sum = this.sums[stream];
    const life = sum?.life.result(client);
    if (!life) return undefined;
    const { start, last, packets, bytes, retransmissions, initialRoundTrip } = sum;
    return {
      start,
      duration: nanosecondsBetween(start, last),
      packets,
      bytes,
      retransmissions,
      ...(initialRoundTrip !== undefined && { initialRoundTrip }),
      life,
    };
  }
}
