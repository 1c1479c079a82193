import type { Block } from "../../bytes/blocks";
import { PacketColumns } from "../../capture/columns";
import { batchSize, RecordBatch } from "../../capture/recordBatch";
import { plainLink } from "../../decode/plainLinks";
import { readPackets } from "../../decode/plainPackets";
import { SegmentBatch, SegmentFact, SegmentWord } from "../../decode/segmentBatch";
import type { PlainPlace } from "../../filter/plainValues";
import type { CapturedPackets } from "../capturedPackets";

/** Finds the headers of plain segments in bytes that have been read: those that the index reads without decoding them. */
export class PlainSegments {
  static readonly most = batchSize;
  private readonly records = new RecordBatch();
  private readonly segments = new SegmentBatch();
  /** Columns that the reading fills anew; they are not used, since the index has them already. */
  private readonly rest = new PacketColumns();
  private readonly links: readonly number[];

  constructor(private readonly packets: CapturedPackets) {
    this.rest.reserve(batchSize);
    this.rest.startSeconds = 0;
    this.links = packets.reader.interfaces.map(({ linkType }) => plainLink(linkType));
  }

  /** Calls back for each of these rows, at most `most`, that is a plain segment. */
  read(rows: readonly number[], { bytes, offset }: Block, onPlain: (row: number, place: PlainPlace) => void): void {
    const { records, segments, packets } = this;
    const { columns } = packets;
    records.count = 0;
    for (const row of rows) {
      const place = columns.placeOf(row) - offset;
      const capturedLength = columns.capturedLength.get(row);
      // the file has changed
      if (place + capturedLength > bytes.length) return;
      records.addUntimed(place, capturedLength, columns.length.get(row), columns.interfaceOf(row));
    }
    segments.count = 0;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    readPackets(records, view, 0, this.links, 0, this.rest, segments, packets.tracker.addresses, () => {});
    const { words } = segments;
    for (let i = 0; i < segments.count; i += 1) {
      const at = i * SegmentWord.size;
      const among = words[at + SegmentWord.packet];
      const row = rows[among];
      onPlain(row, {
        bytes,
        view,
        start: columns.placeOf(row) - offset,
        end: records.endOf(among),
        isIpv6: (words[at + SegmentWord.facts] & SegmentFact.isIpv6) !== 0,
        tcp: words[at + SegmentWord.place],
        payload: words[at + SegmentWord.length],
      });
    }
  }
}
