import type { PacketColumns } from "../../capture/columns";
import type { CaptureInterface } from "../../capture/record";
import type { Moment } from "../../text/moment";
import type { TimeKind } from "../../view/onScreen/rowLook";
import { PreviousInConnection } from "./previousInConnection";

const billion = 1_000_000_000;
/** Larger numbers of nanoseconds are not exact in their column. */
const longestExact = 2 ** 52;

/** The times of rows, to the nanosecond: since 1970, or since what comes before. */
export class RowTimes {
  private readonly previous: PreviousInConnection;

  constructor(
    private readonly columns: PacketColumns,
    private readonly interfaces: readonly CaptureInterface[],
  ) {
    this.previous = new PreviousInConnection(columns);
  }

  of(index: number, kind: TimeKind): Moment | undefined {
    const { columns } = this;
    if (Number.isNaN(columns.time[index])) return undefined;
    const { decimals } = this.interfaces[columns.interfaceOf(index)];
    const isAbsolute = kind === "local" || kind === "utc" || kind === "epoch";
    const before = isAbsolute ? index : this.before(index, kind);
    if (before < 0) return undefined;
    const { seconds, nanoseconds } = isAbsolute ? columns.moment(index) : this.span(before, index);
    return { seconds, nanoseconds, decimals };
  }

  /** From what packet the time of another one counts; -1 where there is no such packet. */
  before(index: number, kind: "relative" | "previous" | "connection"): number {
    const { columns } = this;
    switch (kind) {
      case "relative":
        return columns.firstWithTime;
      case "previous": {
        let before = index - 1;
        while (before >= 0 && Number.isNaN(columns.time[before])) before -= 1;
        return before < 0 ? index : before;
      }
      case "connection":
        return this.previous.of(index);
    }
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
