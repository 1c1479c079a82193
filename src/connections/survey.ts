import { ConnectionLife, type Life } from "./life";
import type { End, WireSegment } from "./wireSegment";

/** One connection summed up; of pairs that of end 0 stands first. */
export interface ConnectionSum {
  readonly packets: readonly [number, number];
  /** Of payload, whatever was sent twice counted twice: the sum of `tcp.len`. */
  readonly bytes: readonly [number, number];
  readonly retransmissions: number;
  readonly life: Life;
}

/** Grows with the segments of one connection. */
class Sum {
  readonly life = new ConnectionLife();
  readonly packets: [number, number] = [0, 0];
  readonly bytes: [number, number] = [0, 0];
  retransmissions = 0;

  add(segment: WireSegment): void {
    this.life.add(segment);
    this.packets[segment.from] += 1;
    this.bytes[segment.from] += segment.length;
    if (segment.marks.has("retransmission")) this.retransmissions += 1;
  }
}

/** Sums up every connection of a capture while its segments pass by. */
export class ConnectionSurvey {
  private readonly sums: Sum[] = [];

  add(stream: number, segment: WireSegment): void {
    this.sums[stream] ??= new Sum();
    this.sums[stream].add(segment);
  }

  /** Nothing where no segment of it has passed. */
  sum(stream: number, likelyClient: End): ConnectionSum | undefined {
    const sum = this.sums[stream];
    const life = sum?.life.result(likelyClient);
    return life && { packets: sum.packets, bytes: sum.bytes, retransmissions: sum.retransmissions, life };
  }
}
