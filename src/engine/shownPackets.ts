import { lastSegment } from "../decode/packet";
import { readFilter } from "../filter/filter";
import type { PacketFacts } from "../filter/packetValues";
import type { Words } from "../text/words";
import { filterProblemText } from "../view/filterProblem";
import { protocolPath } from "../view/protocolColumn";
import type { CapturedPackets } from "./capturedPackets";
import type { FilterAnswer } from "./contract";
import { filterRows } from "./filterRows";

/** Which packets of a capture are listed: those that the last filter shows, all of them where there is none. */
export class ShownPackets {
  private shown: Uint32Array | undefined;
  private filtering = new AbortController();

  constructor(
    private readonly packets: CapturedPackets,
    private readonly words: Words,
  ) {}

  /** Their indexes from the `first` that is shown on; fewer where there are no more. */
  indexes(first: number, count: number): readonly number[] {
    if (this.shown) return Array.from(this.shown.subarray(first, first + count));
    const length = Math.max(0, Math.min(this.packets.columns.count, first + count) - first);
    return Array.from({ length }, (_, i) => first + i);
  }

  /** Takes the place of the filter before, and stops it where it still runs. */
  async filter(expression: string): Promise<FilterAnswer> {
    this.filtering.abort();
    this.filtering = new AbortController();
    const { signal } = this.filtering;
    const reading = readFilter(expression);
    if ("problem" in reading) {
      const { start, end, instead } = reading.problem;
      const text = filterProblemText(reading.problem, this.words);
      return { problem: { start, end, text, ...(instead !== undefined && { instead }) } };
    }
    const { source, columns, tracker } = this.packets;
    const { connections } = tracker;
    const factsOf = (index: number) => this.factsOf(index);
    try {
      const shown = await filterRows(reading.filter, { source, columns, connections, factsOf }, { signal });
      // what is not filtered grows while the capture is indexed
      this.shown = reading.filter.test && shown;
      return { shown: shown.length };
    } catch (error) {
      if (signal.aborted) return { cancelled: true };
      throw error;
    }
  }

  /** What a filter may ask of one packet, as far as its bytes and the columns tell. */
  private async factsOf(index: number): Promise<PacketFacts> {
    const { packets } = this;
    const packet = await packets.decode(index);
    const place = packets.placeOf(index, lastSegment(packet));
    return {
      number: index + 1,
      record: packets.columns.record(index),
      packet,
      place: place && { ...place, sinceFirst: Number.NaN, sincePrevious: Number.NaN },
      connection: place && packets.tracker.connection(place.stream),
      protocols: protocolPath(packet),
      ...packets.columns.spansBefore(index),
    };
  }
}
