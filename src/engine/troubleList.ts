import type { TroubleRow } from "../view/troubleRow";
import type { CapturedPackets } from "./capturedPackets";
import { CountedOnce } from "./countedOnce";
import { LongWork } from "./longWork";
import type { ShownPackets } from "./shownPackets";
import { kindsOfTrouble, troubleIn } from "./trouble";

const between = 1 << 14;

/** What went wrong among the packets that one page lists, by kind. */
export class TroubleList {
  private readonly counted: CountedOnce<readonly TroubleRow[]>;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly shown: ShownPackets,
  ) {
    this.counted = new CountedOnce(packets, shown, () => this.count());
  }

  /** A row for each kind, the most frequent first. */
  rows(): Promise<readonly TroubleRow[]> {
    return this.counted.get();
  }

  private async count(): Promise<readonly TroubleRow[]> {
    const { packets, shown } = this;
    const { columns, tracker } = packets;
    const troubleOf = troubleIn(packets);
    /** The sum for each kind, by its bit. */
    const sums = new Map<number, KindSum>();
    const sumOf = (bit: number): KindSum => {
      const sum = sums.get(bit) ?? new KindSum(bit, tracker.count);
      sums.set(bit, sum);
      return sum;
    };
    const work = new LongWork({});
    const { count } = shown;
    for (let place = 0; place < count; place += 1) {
      if (place % between === 0) await work.pause(place / count);
      const index = shown.indexAt(place);
      // takes the lowest bit, and goes on without it
      for (let bits = troubleOf(index); bits !== 0; bits &= bits - 1) sumOf(bits & -bits).add(index, columns.flow[index] >> 1);
    }
    return [...sums.values()].map((sum) => sum.row()).sort((a, b) => b.packets - a.packets || a.first - b.first);
  }
}

/** The packets that one kind of trouble has. */
class KindSum {
  private packets = 0;
  private first = Number.POSITIVE_INFINITY;
  private readonly byConnection: Uint32Array;

  constructor(
    private readonly bit: number,
    connections: number,
  ) {
    this.byConnection = new Uint32Array(connections);
  }

  add(index: number, stream: number): void {
    this.packets += 1;
    // a sorted list may have later packets first
    if (index < this.first) this.first = index;
    // a connection that has begun since the counting started is left out
    if (stream < this.byConnection.length) this.byConnection[stream] += 1;
  }

  row(): TroubleRow {
    const { bit, packets, first, byConnection } = this;
    let connections = 0;
    let stream = 0;
    for (const [each, own] of byConnection.entries()) {
      if (own > 0) connections += 1;
      if (own > byConnection[stream]) stream = each;
    }
    const [kind] = kindsOfTrouble(bit);
    return { kind, packets, connections, first: first + 1, most: { stream, packets: byConnection[stream] } };
  }
}
