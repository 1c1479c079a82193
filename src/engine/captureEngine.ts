import type { Block } from "../bytes/readAhead";
import { sequence } from "../bytes/sequence";
import { type ByteSource, memorySource, readRange, readShort } from "../bytes/source";
import { openCapture, scanRecords } from "../capture/readCapture";
import type { CaptureReader } from "../capture/record";
import { allMarks, type Mark, MarkBit, markNames, shiftOf } from "../connections/marks";
import { recall } from "../connections/recall";
import { factorOf } from "../connections/side";
import type { SackBlock, SegmentPlace } from "../connections/tracker";
import type { WireSegment } from "../connections/wireSegment";
import { decodePacket } from "../decode/decodePacket";
import { FragmentStore } from "../decode/fragments";
import { lastSegment, type Packet } from "../decode/packet";
import type { ListedSegment } from "../decode/plainSegment";
import { readFilter } from "../filter/filter";
import type { PacketFacts } from "../filter/packetValues";
import { tcpFlag } from "../protocols/tcp";
import { say, type Words } from "../text/words";
import { damageText, refusalHeadLength, refusalText } from "../view/captureProblems";
import { completeFilter } from "../view/filterCompletion";
import { filterProblemText } from "../view/filterProblem";
import type { FlowSegment } from "../view/flow/flowRows";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { Numbers } from "../view/flow/notation";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import type { NumberKind } from "../view/onScreen/editorState";
import { type PacketRow, packetRow } from "../view/packetRow";
import { protocolPath } from "../view/protocolColumn";
import { type ListedPlace, withRawNumbers } from "../view/tcpInfo";
import { packetTree } from "../view/tree";
import { ConnectionFlow } from "./connectionFlow";
import type { CaptureSummary, Engine, FilterAnswer, FilterCompletion, PacketDetail } from "./contract";
import { filterRows } from "./filterRows";
import { Indexer } from "./indexer";
import { PlainRows } from "./plainRows";

export interface OpenOptions {
  /** Told while a compressed file is unpacked, with the share of it that has been read. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

const mostReadTogether = 1 << 20;
const noMarks: ReadonlySet<Mark> = new Set();

/** Owns one open capture: indexes it once, then reads again only what is looked at. */
export class CaptureEngine implements Engine {
  private indexer: Indexer | undefined;
  private plain: PlainRows | undefined;
  /** The connection that was looked at last. */
  private listed: { readonly stream: number; readonly packets: Uint32Array } | undefined;
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
  /** The connection whose flow was looked at last. */
  private looked: { readonly stream: number; readonly packets: number; readonly flow: ConnectionFlow } | undefined;

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
    this.indexer = new Indexer(reader.interfaces, this.source.size);
    this.plain = new PlainRows(this.indexer, reader.interfaces, (index, segment) => this.placeOf(index, segment));
    await scanRecords(this.source, reader, {
      onRecords: this.indexer.onRecords,
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
    const last = Math.min(this.indexer?.columns.count ?? 0, first + count);
    return this.rowsOf(
      Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i),
      numbers,
    );
  }

  /** Of indexes in rising order: those of plain segments at once, the others by their decoders. */
  private async rowsOf(indexes: readonly number[], numbers: NumberKind): Promise<readonly PacketRow[]> {
    const { plain } = this;
    if (indexes.length === 0 || !plain) return [];
    const near = await this.readTogether(indexes);
    if (!near) return (await Promise.all(indexes.map((index) => this.rowsOf([index], numbers)))).flat();
    if (numbers === "raw") return Promise.all(indexes.map((index) => this.decodedRow(index, near, numbers)));
    const rows = plain.read(indexes, near);
    const isComplete = (found: typeof rows): found is PacketRow[] => !found.includes(undefined);
    return isComplete(rows) ? rows : Promise.all(rows.map((row, i) => row ?? this.decodedRow(indexes[i], near, numbers)));
  }

  private async decodedRow(index: number, near: Block, numbers: NumberKind): Promise<PacketRow> {
    const { columns } = this.indexer!;
    const packet = await this.decode(index, new FragmentStore(), near);
    const segment = lastSegment(packet);
    const relative = this.placeOf(index, segment);
    const place = numbers === "raw" ? withRawNumbers(relative, segment) : relative;
    return packetRow(index + 1, columns.record(index), columns.timeSinceFirst(index), packet, place);
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
    const { source, indexer } = this;
    if (!indexer) return { shown: 0 };
    const { columns, tracker } = indexer;
    const { connections } = tracker;
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

  async filteredRows(first: number, count: number, numbers: NumberKind = "relative"): Promise<readonly PacketRow[]> {
    if (!this.shown) return this.rows(first, count, numbers);
    return this.rowsOf(Array.from(this.shown.subarray(first, first + count)), numbers);
  }

  /** What a filter may ask of one packet, as far as its bytes and the columns tell. */
  private async factsOf(row: number): Promise<PacketFacts> {
    const { columns, tracker } = this.indexer!;
    const packet = await this.decode(row);
    const place = this.placeOf(row, lastSegment(packet));
    return {
      number: row + 1,
      record: columns.record(row),
      packet,
      place: place && { ...place, sinceFirst: Number.NaN, sincePrevious: Number.NaN },
      connection: place && tracker.connection(place.stream),
      protocols: protocolPath(packet),
      ...columns.spansBefore(row),
    };
  }

  async packet(number: number): Promise<PacketDetail> {
    const packet = await this.decode(number - 1);
    // a copy: a part of a buffer would take the whole buffer across
    return { tree: packetTree(packet, this.words), bytes: packet.sources[0].slice() };
  }

  async flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow> {
    return this.flowOf(stream).window(view, from, to);
  }

  async flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.flowOf(stream).place(view, frame);
  }

  async sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum> {
    return this.flowOf(stream).sum(numbers, frame);
  }

  async states(stream: number): Promise<StatePath> {
    return this.flowOf(stream).statePath();
  }

  /** Kept for the connection that was looked at last, until more of it is known. */
  private flowOf(stream: number): ConnectionFlow {
    const { columns, tracker } = this.indexer!;
    const connection = tracker.connection(stream);
    const { packets } = connection;
    if (this.looked?.stream !== stream || this.looked.packets !== packets) {
      const source = {
        connection,
        packets: this.packetsOf(stream),
        wire: (index: number) => this.wireAt(index),
        seconds: (index: number) => columns.timeSinceFirst(index) || 0,
        read: (index: number) => this.flowSegment(index),
      };
      this.looked = { stream, packets, flow: new ConnectionFlow(stream, source, this.words) };
    }
    return this.looked.flow;
  }

  private wireAt(index: number): WireSegment {
    const { columns } = this.indexer!;
    const marks = columns.marks[index];
    const factor = factorOf(shiftOf(marks), (columns.flags[index] & tcpFlag.SYN) !== 0);
    return {
      frame: index + 1,
      from: columns.direction(index),
      seq: columns.seq[index],
      ack: columns.ack[index],
      flags: columns.flags[index],
      length: Math.max(0, columns.payload.get(index)),
      window: columns.window[index] * (factor > 0 ? factor : 1),
      marks: (marks & allMarks) === 0 ? noMarks : markNames(marks),
    };
  }

  private async flowSegment(index: number): Promise<FlowSegment> {
    const segment = lastSegment(await this.decode(index))!;
    return { frame: index + 1, segment, place: this.placeOf(index, segment)! };
  }

  private currentSummary(): CaptureSummary {
    return {
      packets: this.indexer?.columns.count ?? 0,
      connections: this.indexer?.tracker.count ?? 0,
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

  private placeOf(index: number, segment: ListedSegment | undefined): ListedPlace | undefined {
    const { columns, tracker } = this.indexer!;
    if (columns.flow[index] < 0) return undefined;
    const ack = columns.ack[index];
    // both are counted from the other side's first number
    const base = sequence.add(segment?.ack ?? 0, -ack);
    const marks = columns.marks[index];
    return {
      stream: columns.stream(index),
      direction: columns.direction(index),
      seq: columns.seq[index],
      ack,
      windowFactor: factorOf(shiftOf(marks), (columns.flags[index] & tcpFlag.SYN) !== 0),
      sack: segment?.options.sack?.map(([left, right]) => [sequence.add(left, -base), sequence.add(right, -base)] as const) ?? [],
      analysis: {
        marks: markNames(marks),
        ...((marks & MarkBit.duplicateAck) !== 0 && tracker.duplicateAcks.find(index)),
      },
    };
  }

  /** Everything about a segment, what is in no column too; nothing where the packet is no segment of a connection. */
  async place(number: number): Promise<SegmentPlace | undefined> {
    const { columns, tracker } = this.indexer!;
    const index = number - 1;
    if (columns.flow[index] < 0) return undefined;
    const connection = tracker.connection(columns.stream(index));
    const ofPeer = await this.sackOf(columns.before(index, columns.flow[index] ^ 1, connection.firstPacket));
    const own = await this.sackOf(index);
    return recall(
      tracker,
      columns,
      [index],
      () => own,
      () => ofPeer,
    )[0];
  }

  private async sackOf(index: number): Promise<readonly SackBlock[]> {
    return index < 0 ? [] : (lastSegment(await this.decode(index))?.options.sack ?? []);
  }

  /** The connection's packets, in order: found in the columns when they are asked for, since a list for each would be large. */
  private packetsOf(stream: number): Uint32Array {
    const { columns, tracker } = this.indexer!;
    const connection = tracker.connection(stream);
    if (this.listed?.stream === stream && this.listed.packets.length === connection.packets) return this.listed.packets;
    const packets = columns.packetsOf(stream, connection);
    this.listed = { stream, packets };
    return packets;
  }

  private async decode(index: number, fragments = new FragmentStore(), near?: Block): Promise<Packet> {
    const { columns, completedFrom } = this.indexer!;
    for (const piece of completedFrom.get(index) ?? []) await this.decode(piece, fragments);
    const record = columns.record(index);
    const { place, capturedLength, length } = record;
    const bytes = near
      ? near.bytes.subarray(place - near.offset, place - near.offset + capturedLength)
      : await readRange(this.source, place, capturedLength);
    return decodePacket(bytes, length, this.reader!.interfaces[record.interface].linkType, fragments);
  }

  /** Packets in their order, read at once; nothing where there are several that lie far apart. */
  private async readTogether(indexes: readonly number[]): Promise<Block | undefined> {
    const { columns } = this.indexer!;
    const last = indexes[indexes.length - 1];
    const offset = columns.placeOf(indexes[0]);
    const length = columns.placeOf(last) + columns.capturedLength.get(last) - offset;
    if (length > mostReadTogether && indexes.length > 1) return undefined;
    const bytes = readShort(this.source, offset, length);
    return { bytes: bytes instanceof Uint8Array ? bytes : await bytes, offset };
  }
}
