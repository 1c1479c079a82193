import { sequence } from "../bytes/sequence";
import { type ByteSource, memorySource, readRange } from "../bytes/source";
import { PacketColumns } from "../capture/columns";
import { openCapture } from "../capture/readCapture";
import type { CaptureReader } from "../capture/record";
import { type Mark, packMarks, unpackMarks } from "../connections/side";
import { ConnectionTracker, type SegmentPlace } from "../connections/tracker";
import { decodePacket } from "../decode/decodePacket";
import { FragmentStore } from "../decode/fragments";
import { isPlainSegment, lastSegment, type Packet, type Segment } from "../decode/packet";
import { readFilter } from "../filter/filter";
import type { KnownPlace, PacketFacts } from "../filter/packetValues";
import { say, type Words } from "../text/words";
import { damageText, refusalHeadLength, refusalText } from "../view/captureProblems";
import { completeFilter } from "../view/filterCompletion";
import { filterProblemText } from "../view/filterProblem";
import { type Ladder, ladder } from "../view/ladder";
import type { NumberKind } from "../view/onScreen/editorState";
import { type PacketRow, packetRow } from "../view/packetRow";
import { protocolPath } from "../view/protocolColumn";
import { type ListedPlace, scaledWindow, withRawNumbers } from "../view/tcpInfo";
import { packetTree } from "../view/tree";
import type { CaptureSummary, Engine, FilterAnswer, FilterCompletion, PacketDetail } from "./contract";
import { filterRows } from "./filterRows";
import { walkCapture } from "./walkCapture";

export interface OpenOptions {
  /** Told while a compressed file is unpacked, with the share of it that has been read. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Owns one open capture: indexes it once, then reads again only what is looked at. */
export class CaptureEngine implements Engine {
  private readonly columns = new PacketColumns();
  private readonly tracker = new ConnectionTracker();
  /** Packets that complete a datagram, and those with its other fragments. */
  private readonly completedFrom = new Map<number, readonly number[]>();
  private source: ByteSource = memorySource(new Uint8Array());
  private reader: CaptureReader | undefined;
  private readOffset = 0;
  /** The share of a compressed file that has been unpacked; missing where there is nothing to unpack. */
  private unpacked: number | undefined;
  private complete = false;
  private problem: string | undefined;
  /** What the filter shows; everything where there is none. */
  private shown: Uint32Array | undefined;
  private filtering = new AbortController();

  constructor(
    private readonly open: (options: OpenOptions) => Promise<ByteSource>,
    private readonly words: Words,
  ) {}

  /** Reads the whole file; rows can be asked for while it runs. */
  async index(onProgress: (summary: CaptureSummary) => void, signal?: AbortSignal): Promise<void> {
    try {
      this.source = await this.open({
        onProgress: (share) => {
          this.unpacked = share;
          onProgress(this.currentSummary());
        },
        ...(signal && { signal }),
      });
      await this.scan(onProgress, signal);
    } catch (error) {
      this.problem = say(this.words, "capture.unreadable", { reason: error instanceof Error ? error.message : String(error) });
    }
    this.complete = true;
    onProgress(this.currentSummary());
  }

  private async scan(onProgress: (summary: CaptureSummary) => void, signal?: AbortSignal): Promise<void> {
    const reader = await openCapture(this.source);
    if (!reader) {
      const { damage } = this.source;
      this.problem = damage
        ? damageText(this.words, damage)
        : refusalText(this.words, await readRange(this.source, 0, refusalHeadLength));
      return;
    }
    this.reader = reader;
    await walkCapture(this.source, reader, {
      tracker: this.tracker,
      onPacket: ({ record, packet, place, completedFrom }) => {
        const index = this.columns.addRecord(record);
        this.keepPlace(index, place);
        this.columns.plain[index] = place && isPlainSegment(packet) ? 1 : 0;
        if (completedFrom.length > 0)
          this.completedFrom.set(
            index,
            completedFrom.map((number) => number - 1).filter((piece) => piece !== index),
          );
      },
      onBlock: (offset) => {
        this.readOffset = offset;
        onProgress(this.currentSummary());
      },
      ...(signal && { signal }),
    });
    if (reader.damage) this.problem = damageText(this.words, reader.damage);
  }

  async summary(): Promise<CaptureSummary> {
    return this.currentSummary();
  }

  async rows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    const last = Math.min(this.columns.count, first + count);
    const indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    return Promise.all(
      indexes.map(async (index) => {
        const packet = await this.decode(index);
        const segment = lastSegment(packet);
        const relative = this.placeOf(index, segment);
        const place = numbers === "raw" ? withRawNumbers(relative, segment) : relative;
        return packetRow(index + 1, this.columns.record(index), this.columns.timeSinceFirst(index), packet, place);
      }),
    );
  }

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
    const { source, columns } = this;
    const { connections } = this.tracker;
    const factsOf = (row: number) => this.factsOf(row);
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

  async completeFilter(expression: string, cursor: number): Promise<FilterCompletion> {
    return completeFilter(expression, cursor, this.words);
  }

  async filteredRows(first: number, count: number, numbers?: NumberKind): Promise<readonly PacketRow[]> {
    if (!this.shown) return this.rows(first, count, numbers);
    const rows = await Promise.all(Array.from(this.shown.subarray(first, first + count), (row) => this.rows(row, 1, numbers)));
    return rows.flat();
  }

  /** What a filter may ask of one packet, as far as its bytes and the columns tell. */
  private async factsOf(row: number): Promise<PacketFacts> {
    const packet = await this.decode(row);
    const place = this.placeOf(row, lastSegment(packet));
    return {
      number: row + 1,
      record: this.columns.record(row),
      packet,
      place: place && withoutHistory(place),
      connection: place && this.tracker.connections[place.stream],
      protocols: protocolPath(packet),
      ...this.columns.spansBefore(row),
    };
  }

  async packet(number: number): Promise<PacketDetail> {
    const packet = await this.decode(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    return { tree: packetTree(packet, this.words), bytes: packet.sources[0].slice() };
  }

  async ladder(stream: number, first: number, count: number): Promise<Ladder> {
    const connection = this.tracker.connections[stream];
    const segments = await Promise.all(
      connection.packets.slice(first, first + count).map(async (index) => {
        const segment = lastSegment(await this.decode(index))!;
        const place = this.placeOf(index, segment)!;
        const { seq, ack, direction } = place;
        // where the file tells no time the segments stand side by side
        const time = this.columns.timeSinceFirst(index) || 0;
        return {
          number: index + 1,
          time,
          direction,
          seq,
          ack,
          flags: segment.flags ?? 0,
          length: segment.length ?? 0,
          window: scaledWindow(segment, place),
        };
      }),
    );
    return ladder(stream, connection, segments);
  }

  private currentSummary(): CaptureSummary {
    return {
      packets: this.columns.count,
      connections: this.tracker.connections.length,
      ...(this.reader && { format: this.reader.format }),
      read: this.complete ? 1 : this.readShare(),
      complete: this.complete,
      ...(this.problem !== undefined && { problem: this.problem }),
    };
  }

  /** Unpacking counts for one half, where there is any, and indexing for the other. */
  private readShare(): number {
    const indexed = this.source.size === 0 ? 0 : this.readOffset / this.source.size;
    return this.unpacked === undefined ? indexed : (this.unpacked + indexed) / 2;
  }

  private keepPlace(index: number, place: SegmentPlace | undefined): void {
    if (!place) return;
    this.columns.stream[index] = place.stream;
    this.columns.direction[index] = place.direction;
    this.columns.seq[index] = place.seq;
    this.columns.ack[index] = place.ack;
    this.columns.windowFactor[index] = place.windowFactor;
    const { analysis } = place;
    if (!analysis) return;
    this.columns.marks[index] = packMarks(analysis.marks);
    this.columns.duplicateNumber[index] = analysis.duplicateNumber ?? 0;
    this.columns.duplicateOf[index] = analysis.duplicateOf ?? 0;
  }

  private placeOf(index: number, segment: Segment | undefined): ListedPlace | undefined {
    const { stream, direction, seq, ack, windowFactor, marks, duplicateNumber, duplicateOf } = this.columns;
    if (stream[index] < 0) return undefined;
    // both are counted from the other side's first number
    const base = sequence.add(segment?.ack ?? 0, -ack[index]);
    return {
      stream: stream[index],
      direction: direction[index] === 0 ? 0 : 1,
      seq: seq[index],
      ack: ack[index],
      windowFactor: windowFactor[index],
      sack: (segment?.options.sack ?? []).map(
        ([left, right]) => [sequence.add(left, -base), sequence.add(right, -base)] as const,
      ),
      analysis: { marks: unpackMarks(marks[index]), duplicateNumber: duplicateNumber[index], duplicateOf: duplicateOf[index] },
    };
  }

  private async decode(index: number, fragments = new FragmentStore()): Promise<Packet> {
    for (const piece of this.completedFrom.get(index) ?? []) await this.decode(piece, fragments);
    const { place, capturedLength, length, interface: interfaces } = this.columns;
    const bytes = await readRange(this.source, place[index], capturedLength[index]);
    return decodePacket(bytes, length[index], this.reader!.interfaces[interfaces[index]].linkType, fragments);
  }
}

/** A place from the columns, in which zero says that there is none, for those that ask nothing else. */
function withoutHistory(place: ListedPlace): KnownPlace {
  const { marks = new Set<Mark>(), duplicateNumber, duplicateOf } = place.analysis ?? {};
  const analysis = { marks, ...(duplicateNumber && { duplicateNumber }), ...(duplicateOf && { duplicateOf }) };
  return { ...place, analysis, sinceFirst: Number.NaN, sincePrevious: Number.NaN };
}
