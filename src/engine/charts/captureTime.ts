import type { CapturedPackets } from "../capturedPackets";
import type { LongWork } from "../longWork";

const between = 1 << 16;

/** From when to when the packets of a capture were captured, in whatever order. Only packets that came since the last look are looked at. */
export class CaptureTime {
  /** In nanoseconds since the first packet that has a time. */
  from = Number.POSITIVE_INFINITY;
  to = Number.NEGATIVE_INFINITY;
  /** How many packets have no time. */
  timeless = 0;
  private looked = 0;

  constructor(private readonly packets: CapturedPackets) {}

  async learn(work: LongWork): Promise<void> {
    const { columns } = this.packets;
    while (this.looked < columns.count) {
      this.look(Math.min(columns.count, this.looked + between));
      await work.pause(this.looked / columns.count);
    }
  }

  private look(end: number): void {
    const { time } = this.packets.columns;
    let { from, to, timeless } = this;
    for (let index = this.looked; index < end; index += 1) {
      const at = time[index];
      if (at < from) from = at;
      if (at > to) to = at;
      if (Number.isNaN(at)) timeless += 1;
    }
    this.from = from;
    this.to = to;
    this.timeless = timeless;
    this.looked = end;
  }
}
