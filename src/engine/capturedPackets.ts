import type { Block } from "../bytes/blocks";
import { sequence } from "../bytes/sequence";
import { type ByteSource, readRange, readShort } from "../bytes/source";
import type { PacketColumns } from "../capture/columns";
import { type ScanOptions, scanRecords } from "../capture/readCapture";
import type { CaptureReader } from "../capture/record";
import { MarkBit, markNames, shiftOf, usesAce } from "../connections/marks";
import { rehearse } from "../connections/rehearsal";
import { factorOf } from "../connections/side";
import type { ConnectionTracker, SackBlock } from "../connections/tracker";
import { decodePacket } from "../decode/decodePacket";
import { FragmentStore } from "../decode/fragments";
import { lastSegment, type Packet } from "../decode/packet";
import type { ListedSegment } from "../decode/plainSegment";
import { quickSegment } from "../decode/quickSegment";
import { linkTypes } from "../protocols/next";
import { tcpFlag } from "../protocols/tcp";
import type { ListedPlace } from "../view/tcpInfo";
import { FirstTouch } from "./firstTouch";
import { Indexer } from "./indexer";
import { MarkedPackets } from "./marking/markedPackets";

/** Bytes of a capture from which a rehearsal pays: a smaller one has been read before the code gets quick at all. */
const rehearsedFrom = 1 << 22;
const mostReadTogether = 1 << 20;
const mostListedTogether = 512;

/** The packets of an open capture, by their indexes from 0: the columns of all, and the bytes of those that are looked at. */
export class CapturedPackets {
  readonly indexer: Indexer;
  readonly columns: PacketColumns;
  readonly tracker: ConnectionTracker;
  /** The packets of the connection that was looked at last. */
  private listed: { readonly stream: number; readonly packets: Uint32Array } | undefined;

  constructor(
    readonly source: ByteSource,
    readonly reader: CaptureReader,
    readonly marked = new MarkedPackets(),
  ) {
    this.indexer = new Indexer(reader.interfaces, source.size);
    this.columns = this.indexer.columns;
    this.tracker = this.indexer.tracker;
  }

  /** Reads the whole file once. */
  async index(options: ScanOptions = {}): Promise<void> {
    if (this.source.size >= rehearsedFrom) rehearse();
    const { source, reader, columns, indexer } = this;
    const firstTouch = source.clear && new FirstTouch(columns, source.clear);
    await scanRecords(source, reader, {
      ...options,
      onRecords: indexer.onRecords,
      onBlock: async (offset) => {
        await options.onBlock?.(offset);
        await firstTouch?.goOn(indexer.expected);
      },
    });
  }

  /** Reads a packet again, unless its bytes are in a block, and decodes it. */
  async decode(index: number, near?: Block, fragments = new FragmentStore()): Promise<Packet> {
    for (const piece of this.indexer.completedFrom.get(index) ?? []) await this.decode(piece, undefined, fragments);
    const record = this.columns.record(index);
    const { place, capturedLength, length } = record;
    const bytes = near
      ? near.bytes.subarray(place - near.offset, place - near.offset + capturedLength)
      : await readRange(this.source, place, capturedLength);
    return decodePacket(bytes, length, this.reader.interfaces[record.interface].linkType, fragments);
  }

  /** The segment of a packet, which is read again by itself; without a tree if it is a usual one. */
  async segment(index: number): Promise<ListedSegment | undefined> {
    if (this.indexer.completedFrom.has(index)) return lastSegment(await this.decode(index));
    const { place, capturedLength, length, interface: number } = this.columns.record(index);
    const bytes = await readShort(this.source, place, capturedLength);
    return quickSegment(linkTypes[this.reader.interfaces[number].linkType], bytes, length);
  }

  /** Reads and decodes packets whose indexes rise, many at once. */
  async *decoded(indexes: Uint32Array): AsyncGenerator<{ readonly index: number; readonly packet: Packet }> {
    for (let first = 0, end = 0; first < indexes.length; first = end) {
      end = this.endOfNear(indexes, first);
      const some = indexes.subarray(first, end);
      const near = await this.readTogether(Array.from(some));
      for (const index of some) yield { index, packet: await this.decode(index, near) };
    }
  }

  /** Where, among rising indexes from `first` on, those end that lie close enough together to be read at once. */
  endOfNear(indexes: Uint32Array, first: number): number {
    const { columns } = this;
    const most = columns.placeOf(indexes[first]) + mostReadTogether;
    const last = Math.min(indexes.length, first + mostListedTogether);
    let end = first + 1;
    while (end < last && columns.placeOf(indexes[end]) + columns.capturedLength.get(indexes[end]) <= most) end += 1;
    return end;
  }

  /** The bytes of some packets, read at once; nothing if their indexes do not rise, or they lie far apart. */
  async readTogether(indexes: readonly number[]): Promise<Block | undefined> {
    const { columns } = this;
    if (indexes.length === 0 || !isRising(indexes)) return undefined;
    const last = indexes[indexes.length - 1];
    const offset = columns.placeOf(indexes[0]);
    const length = columns.placeOf(last) + columns.capturedLength.get(last) - offset;
    if (length > mostReadTogether && indexes.length > 1) return undefined;
    const bytes = readShort(this.source, offset, length);
    return { bytes: bytes instanceof Uint8Array ? bytes : await bytes, offset };
  }

  /** What the columns tell of where a segment stands in its connection. */
  placeOf(index: number, segment: ListedSegment | undefined): ListedPlace | undefined {
    const { columns, tracker } = this;
    if (columns.flow[index] < 0) return undefined;
    const ack = columns.ack[index];
    // the edges of blocks are counted, like the acknowledgment number, from the other side's first number
    const base = sequence.add(segment?.ack ?? 0, -ack);
    const marks = columns.marks[index];
    return {
      stream: columns.stream(index),
      direction: columns.direction(index),
      seq: columns.seq[index],
      ack,
      windowFactor: factorOf(shiftOf(marks), (columns.flags[index] & tcpFlag.SYN) !== 0),
      usesAce: usesAce(marks),
      sack: countedFrom(base, segment?.options.sack),
      analysis:
        (marks & MarkBit.duplicateAck) === 0
          ? { marks: markNames(marks) }
          : { marks: markNames(marks), ...tracker.duplicateAcks.find(index) },
    };
  }

  /** The connection's packets, in order: found in the columns when they are asked for, since a list for each would be large. */
  ofConnection(stream: number): Uint32Array {
    const connection = this.tracker.connection(stream);
    if (this.listed?.stream === stream && this.listed.packets.length === connection.packets) return this.listed.packets;
    const packets = this.columns.packetsOf(stream, connection);
    this.listed = { stream, packets };
    return packets;
  }
}

const isRising = (indexes: readonly number[]): boolean => indexes.every((index, i) => i === 0 || index > indexes[i - 1]);

const noBlocks: readonly SackBlock[] = [];

const countedFrom = (base: number, blocks: readonly SackBlock[] | undefined): readonly SackBlock[] =>
  blocks?.map(([left, right]) => [sequence.add(left, -base), sequence.add(right, -base)] as const) ?? noBlocks;
