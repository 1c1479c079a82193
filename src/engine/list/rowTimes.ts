import type { PacketColumns } from "../../capture/columns";
import type { CaptureInterface } from "../../capture/record";
import type { Moment } from "../../text/moment";
import type { RowLook } from "../../view/onScreen/rowLook";
import { PreviousInConnection } from "./previousInConnection";

const billion = 1_000_000_000;
/** From this number of nanoseconds on, times are not exact in their column. */
const longestExact = 2 ** 52;

/** The parts of a list's look that say how times are shown. */
export type TimeLook = Pick<RowLook, "time" | "references">;

/** The times of rows, exact to the nanosecond: since 1970, or since an earlier packet. */
export class RowTimes {
  private readonly previous: PreviousInConnection;

  constructor(
    private readonly columns: PacketColumns,
    private readonly interfaces: readonly CaptureInterface[],
  ) {
    this.previous = new PreviousInConnection(columns);
  }

  of(index: number, look: TimeLook): Moment | undefined {
    const { columns } = this;
    if (Number.isNaN(columns.time[index])) return undefined;
    const { decimals } = this.interfaces[columns.interfaceOf(index)];
    const before = this.before(index, look);
    if (before !== undefined && before < 0) return undefined;
    const { seconds, nanoseconds } = before === undefined ? columns.moment(index) : this.span(before, index);
    return { seconds, nanoseconds, decimals };
  }

  /** Whether times count anew from this packet on. */
  isReference = (index: number, { time, references }: TimeLook): boolean =>
    time === "relative" && this.referenceBefore(index, references) === index;

  /** The packet from which the time of this one counts: -1 where there is no such packet, nothing where times count from 1970. */
  before(index: number, { time, references }: TimeLook): number | undefined {
    const { columns } = this;
    switch (time) {
      case "relative":
        return this.referenceBefore(index, references) ?? columns.firstWithTime;
      case "previous": {
        let before = index - 1;
        while (before >= 0 && Number.isNaN(columns.time[before])) before -= 1;
        return before < 0 ? index : before;
      }
      case "connection":
        return this.previous.of(index);
      default:
        return undefined;
    }
  }

  /** The last reference at or before a packet. As in Wireshark, packets before all references count from the first packet. */
  private referenceBefore(index: number, references: readonly number[]): number | undefined {
    const { time } = this.columns;
    const number = references.findLast((each) => each - 1 <= index && !Number.isNaN(time[each - 1]));
    return number === undefined ? undefined : number - 1;
  }

  private span(from: number, to: number): { seconds: number; nanoseconds: number } {
    const { columns } = this;
    const [start, end] = [columns.time[from], columns.time[to]];
    if (Math.abs(start) < longestExact && Math.abs(end) < longestExact) {
      const span = end - start;
      const seconds = Math.floor(span / billion);
      return { seconds, nanoseconds: span - seconds * billion };
    }
    const [earlier, later] = [columns.moment(from), columns.moment(to)];
    const seconds = later.seconds - earlier.seconds;
    return { seconds, nanoseconds: later.nanoseconds - earlier.nanoseconds };
  }
}
