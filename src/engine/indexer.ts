import { PacketColumns, shiftBit } from "../capture/columns";
import type { CaptureReader, OnPacket, PacketRecord } from "../capture/record";
import { SideWord, shiftOf } from "../connections/side";
import { ConnectionTracker, hear, relativeAck, relativeSeq, sideAt } from "../connections/tracker";
import { decodePacket } from "../decode/decodePacket";
import { FragmentStore } from "../decode/fragments";
import { Heard, unknownLength } from "../decode/heard";
import { innermostProtocol, numberOf } from "../decode/innermost";
import { lastSegment } from "../decode/packet";
import { notPlain, plainLink, readPlain } from "../decode/plainPacket";

const tcpCode = numberOf("tcp");

/** Fills a row of the columns for every packet, in the order of the capture, and follows every connection. */
export class Indexer {
  readonly columns = new PacketColumns();
  readonly tracker = new ConnectionTracker();
  /** Packets that complete a datagram, and those with its other fragments: indexes. */
  readonly completedFrom = new Map<number, readonly number[]>();

  private readonly heard = new Heard();
  private readonly fragments = new FragmentStore();
  private readonly links: number[] = [];
  private block: Uint8Array | undefined;
  private view: DataView = new DataView(new ArrayBuffer(0));

  constructor(private readonly interfaces: CaptureReader["interfaces"]) {}

  readonly onPacket: OnPacket = (record, block, at) => {
    if (block !== this.block) {
      this.block = block;
      this.view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    }
    const { columns, heard } = this;
    const index = columns.addRecord(record);
    if (record.interface >= this.links.length) this.noteLinks();
    const link = this.links[record.interface];
    const protocol = readPlain(this.view, at, record.capturedLength, record.length, link, heard);
    if (protocol === notPlain) this.addOther(index, record, block, at);
    else {
      columns.protocol[index] = protocol;
      if (protocol === tcpCode) this.addSegment(index, record);
    }
  };

  private addSegment(index: number, record: PacketRecord): void {
    const { heard, columns } = this;
    heard.packet = index;
    heard.seconds = record.seconds;
    heard.nanoseconds = record.nanoseconds;
    this.follow(index);
    columns.flags[index] = heard.flags;
    columns.window[index] = heard.window;
    columns.payload.set(index, heard.length);
  }

  private follow(index: number): void {
    const { heard, tracker, columns } = this;
    const flow = tracker.follow(heard);
    const { words } = tracker.table;
    const me = sideAt(flow);
    columns.flow[index] = flow;
    const isKnown = heard.length !== unknownLength;
    columns.seq[index] = isKnown ? relativeSeq(words, heard, me) : heard.seq;
    columns.ack[index] = isKnown ? relativeAck(words, heard, sideAt(flow ^ 1)) : heard.ack;
    columns.marks[index] = tracker.outcome.marks | ((shiftOf(words[me + SideWord.status]) + 2) << shiftBit);
  }

  /** What is not plain is decoded; it stands in the same columns. */
  private addOther(index: number, record: PacketRecord, block: Uint8Array, at: number): void {
    const { columns, fragments, heard } = this;
    fragments.beginPacket(index);
    const bytes = block.subarray(at, at + record.capturedLength);
    const packet = decodePacket(bytes, record.length, this.interfaces[record.interface].linkType, fragments);
    columns.protocol[index] = innermostProtocol(packet);
    const others = fragments.completedFrom.filter((piece) => piece !== index);
    if (others.length > 0) this.completedFrom.set(index, others);
    const segment = lastSegment(packet);
    if (!segment) return;
    columns.flags[index] = segment.flags ?? 0;
    columns.window[index] = segment.window ?? 0;
    columns.payload.set(index, segment.length ?? unknownLength);
    if (hear(heard, index, record, segment)) this.follow(index);
  }

  private noteLinks(): void {
    for (let i = this.links.length; i < this.interfaces.length; i += 1) this.links.push(plainLink(this.interfaces[i].linkType));
  }
}
