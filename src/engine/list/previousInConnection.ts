import { grown } from "../../bytes/grown";
import type { PacketColumns } from "../../capture/columns";

/** For every segment the one before it in its connection. Takes four bytes a packet, from the first time that it is asked for. */
export class PreviousInConnection {
  private links = new Int32Array(0);
  /** The latest packet of each connection plus one, among those that are linked; 0 where there is none yet. */
  private latest = new Int32Array(0);
  private linked = 0;

  constructor(private readonly columns: PacketColumns) {}

  /** The index of the segment before; its own for the first of a connection, and -1 where it is no segment. */
  of(index: number): number {
    if (index >= this.linked) this.link();
    return this.links[index];
  }

  /** Goes on from where the capture ended when this was last asked. */
  private link(): void {
    const { count, flow } = this.columns;
    if (this.links.length < count) this.links = grown(this.links, Math.max(count, this.links.length * 2));
    const { links } = this;
    let { latest } = this;
    for (let index = this.linked; index < count; index += 1) {
      const stream = flow[index] >> 1;
      if (stream < 0) {
        links[index] = -1;
        continue;
      }
      if (stream >= latest.length) latest = grown(latest, Math.max(1024, (stream + 1) * 2));
      // counted from 1, so that 0 means none
      links[index] = latest[stream] === 0 ? index : latest[stream] - 1;
      latest[stream] = index + 1;
    }
    this.latest = latest;
    this.linked = count;
  }
}
