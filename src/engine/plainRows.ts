import type { Block } from "../bytes/blocks";
import { PacketColumns } from "../capture/columns";
import type { CaptureReader } from "../capture/record";
import { batchSize, RecordBatch } from "../capture/recordBatch";
import { bytesOf } from "../decode/addressStore";
import { plainLink } from "../decode/plainLinks";
import { readPackets } from "../decode/plainPackets";
import { type ListedSegment, plainApplication, plainSegment } from "../decode/plainSegment";
import { SegmentBatch, SegmentFact, SegmentWord } from "../decode/segmentBatch";
import { formatIp } from "../text/address";
import { type Names, noNames } from "../view/names";
import { hostText, type PacketRow, type RowFacts, segmentRow } from "../view/packetRow";
import { type ListedPlace, withRawNumbers } from "../view/tcpInfo";
import type { Indexer } from "./indexer";

const mostAddresses = 256;

/** What rows show beyond what the bytes say. */
export interface PlainLook {
  readonly facts: (index: number) => RowFacts;
  readonly names: Names;
  /** Whether sequence numbers are shown as on the wire. */
  readonly isRaw: boolean;
}

/**
 * Rows of the packet list for plain packets, without trees. They are read by the same code as for the index, so that there is one notion
 * of what is plain. Rows of all other packets need the decoders.
 */
export class PlainRows {
  private readonly records = new RecordBatch();
  private readonly segments = new SegmentBatch();
  /** Columns that the reading fills anew; they are not used, since the index has them already. */
  private readonly rest = new PacketColumns();
  private readonly addresses = new Map<number, string>();
  private readonly longAddresses = new Map<number, string>();
  private readonly links: number[] = [];

  constructor(
    private readonly indexer: Indexer,
    private readonly interfaces: CaptureReader["interfaces"],
    private readonly placeOf: (index: number, segment: ListedSegment) => ListedPlace | undefined,
  ) {
    this.rest.reserve(batchSize);
    this.rest.startSeconds = 0;
  }

  /** Rows of some packets, whose bytes are all in a block, in the order of `indexes`; nothing for those that are not plain. */
  read(indexes: readonly number[], block: Block, look: PlainLook): (PacketRow | undefined)[] {
    const { bytes } = block;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const rows = new Array<PacketRow | undefined>(indexes.length).fill(undefined);
    for (let first = 0; first < indexes.length; first += batchSize) {
      const count = Math.min(batchSize, indexes.length - first);
      if (this.collect(indexes, first, count, block)) this.readBatch(indexes, first, bytes, view, look, rows);
    }
    return rows;
  }

  /** Makes records of what the index knows of the packets, as if they were read from the file; false if the file has changed. */
  private collect(indexes: readonly number[], first: number, count: number, { bytes, offset }: Block): boolean {
    const { records, links, interfaces } = this;
    const { columns } = this.indexer;
    for (let i = links.length; i < interfaces.length; i += 1) links.push(plainLink(interfaces[i].linkType));
    records.count = 0;
    for (let i = first; i < first + count; i += 1) {
      const index = indexes[i];
      const place = columns.placeOf(index) - offset;
      const capturedLength = columns.capturedLength.get(index);
      if (place + capturedLength > bytes.length) return false;
      records.addUntimed(place, capturedLength, columns.length.get(index), columns.interfaceOf(index));
    }
    return true;
  }

  private readBatch(
    indexes: readonly number[],
    first: number,
    bytes: Uint8Array,
    view: DataView,
    { facts, names, isRaw }: PlainLook,
    rows: (PacketRow | undefined)[],
  ) {
    const { records, segments, links, rest } = this;
    const { tracker } = this.indexer;
    segments.count = 0;
    readPackets(records, view, 0, links, 0, rest, segments, tracker.addresses, () => {});
    const { words } = segments;
    for (let i = 0; i < segments.count; i += 1) {
      const at = i * SegmentWord.size;
      const among = words[at + SegmentWord.packet];
      const index = indexes[first + among];
      const segment = plainSegment(bytes, view, words, at);
      const summary = plainApplication(bytes, view, records.endOf(among), words, at, segment);
      const isLong = (words[at + SegmentWord.facts] & SegmentFact.isIpv6) !== 0;
      const place = this.placeOf(index, segment);
      rows[first + among] = segmentRow(
        facts(index),
        {
          source: this.host(words[at + SegmentWord.source], isLong, names),
          destination: this.host(words[at + SegmentWord.destination], isLong, names),
          segment,
          summary,
          place: isRaw ? withRawNumbers(place, segment) : place,
        },
        names,
      );
    }
  }

  private host(word: number, isLong: boolean, names: Names): string {
    return names === noNames ? this.address(word, isLong) : hostText(this.bytesOf(word, isLong), names);
  }

  private address(word: number, isLong: boolean): string {
    const known = isLong ? this.longAddresses : this.addresses;
    let text = known.get(word);
    if (text === undefined) {
      if (known.size >= mostAddresses) known.clear();
      text = formatIp(this.bytesOf(word, isLong));
      known.set(word, text);
    }
    return text;
  }

  private bytesOf(word: number, isLong: boolean): Uint8Array {
    return isLong ? this.indexer.tracker.addresses.bytesOf(word) : bytesOf([word]);
  }
}
