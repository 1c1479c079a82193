import { PacketColumns } from "../capture/columns";
import type { OnRecords } from "../capture/readCapture";
import { type CaptureReader, emptyRecord } from "../capture/record";
import type { RecordBatch } from "../capture/recordBatch";
import { ConnectionTracker } from "../connections/tracker";
import { decodePacket } from "../decode/decodePacket";
import { FragmentStore } from "../decode/fragments";
import { hear } from "../decode/hear";
import { innermostProtocol } from "../decode/innermost";
import { lastSegment } from "../decode/packet";
import { plainLink } from "../decode/plainLinks";
import { readPackets } from "../decode/plainPackets";
import { SegmentBatch, unknownLength } from "../decode/segmentBatch";

const spare = 1.1;
/** Room for so many connections at most is made beforehand; for more, when they come. */
const mostReserved = 1 << 16;
/** Enough rows for the first screen, and to estimate how many there will be: making room for all of them takes its time. */
const firstRoom = 1 << 15;

/** Fills a row of the columns for every packet, in the order of the capture, and follows every connection. */
export class Indexer {
  readonly columns = new PacketColumns();
  readonly tracker = new ConnectionTracker();
  /** For each packet that completes a datagram, the packets with its other fragments, by their indexes. */
  readonly completedFrom = new Map<number, readonly number[]>();

  /** How many packets there will be if all are as long as those so far; 0 while that is not known. */
  expected = 0;

  private readonly segments = new SegmentBatch();
  private readonly fragments = new FragmentStore();
  private readonly links: number[] = [];
  private readonly record = emptyRecord();
  private reservations = 0;

  constructor(
    private readonly interfaces: CaptureReader["interfaces"],
    /** Bytes of the capture: they tell how many packets there may be. */
    private readonly size = 0,
  ) {}

  /** Writes what the file and the packets of a batch say into their rows, and follows segments through their connections. */
  readonly onRecords: OnRecords = (records, block, view, offset) => {
    const { columns, tracker, segments, links } = this;
    const first = columns.count;
    for (let i = links.length; i < this.interfaces.length; i += 1) links.push(plainLink(this.interfaces[i].linkType));
    if (first + records.count > columns.capacity && this.reservations < 2) this.reserve();
    columns.begin(records, offset);
    segments.count = 0;
    readPackets(records, view, offset, links, first, columns, segments, tracker.addresses, (i) =>
      this.addOther(records, i, first + i, block),
    );
    tracker.follow(segments, columns);
  };

  /** Makes room for as many packets as there will be if the others are like the first ones. Room that is never written takes no memory. */
  private reserve(): void {
    const { columns, tracker } = this;
    const { count } = columns;
    this.reservations += 1;
    if (count === 0) {
      columns.reserve(firstRoom);
      return;
    }
    const { place, capturedLength } = columns.record(count - 1);
    this.expected = Math.max(count, Math.ceil((count / (place + capturedLength)) * this.size));
    const packets = Math.ceil(this.expected * spare);
    columns.reserve(packets);
    tracker.table.reserve(Math.min(mostReserved, Math.ceil((tracker.count / count) * packets)));
  }

  /** Decodes a packet that is not plain, and writes it into the same columns. */
  private addOther(records: RecordBatch, i: number, index: number, block: Uint8Array): void {
    const { columns, fragments, record } = this;
    records.read(i, 0, record);
    fragments.beginPacket(index);
    const bytes = block.subarray(record.place, record.place + record.capturedLength);
    const packet = decodePacket(bytes, record.length, this.interfaces[record.interface].linkType, fragments);
    columns.protocol[index] = innermostProtocol(packet);
    const others = fragments.completedFrom.filter((piece) => piece !== index);
    if (others.length > 0) this.completedFrom.set(index, others);
    const segment = lastSegment(packet);
    if (!segment) return;
    const { flags = 0, window = 0 } = segment.unbelieved ?? segment;
    columns.flags[index] = flags;
    columns.window[index] = window;
    columns.payload.set(index, segment.length ?? unknownLength);
    hear(this.segments, index, record, segment, this.tracker.addresses);
  }
}
