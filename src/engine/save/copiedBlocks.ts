import type { ByteRanges } from "../../bytes/byteRanges";
import { ByteWriter } from "../../bytes/byteWriter";
import type { ByteSource } from "../../bytes/source";
import { blockType } from "../../capture/pcapngBlocks";
import { blockLength, blockOfPacket, leastBehindPacket, mostBeforePacket, type PacketBlockKind } from "../../capture/pcapngCopy";
import type { CapturedPackets } from "../capturedPackets";
import { fill, nearPackets } from "./nearPackets";
import { type FilePiece, pieceRoom, pieceSize } from "./pieces";
import type { ChosenPackets } from "./savedPackets";

/** Bytes that are enough for the options of most packets. */
const usualOptions = 64;
const mostAtOnce = 1 << 20;

/**
 * A pcapng file of some packets of another, piece by piece. Their blocks are copied as they are, with all options, and so are all blocks
 * without a packet, in their order: sections, byte orders, interfaces, names, keys and comments stay those of the file.
 */
export async function* copiedBlocks(
  packets: CapturedPackets,
  chosen: ChosenPackets,
  others: ByteRanges,
): AsyncGenerator<FilePiece> {
  const { source } = packets;
  const into = new ByteWriter(pieceRoom);
  const rest = new OtherBlocks(source, others);
  const around = { before: mostBeforePacket, behind: leastBehindPacket + usualOptions };
  for await (const near of nearPackets(packets, chosen, around)) {
    const { bytes, view, offset } = near;
    // blocks that follow one another are copied as one
    let [from, to] = [0, 0];
    for (let place = near.first; place < near.end; place += 1) {
      const index = chosen.indexAt(place);
      const block = blockOfPacket(view, packets.columns.placeOf(index) - offset, kindOf(packets, index));
      if (!block)
        throw new Error(`The capture has changed: there is no packet at byte ${packets.columns.placeOf(index)} any more.`);
      const { start } = block;
      const end = start + blockLength(view, block);
      if (place === near.first || start !== to) {
        into.put(bytes.subarray(from, to));
        for await (const part of rest.before(offset + start)) {
          into.put(part);
          if (into.length >= pieceSize) yield { bytes: into.cut(), share: place / chosen.count };
        }
        from = start;
      }
      to = end;
      if (end > bytes.length) {
        into.put(bytes.subarray(from, start));
        const whole = new Uint8Array(end - start);
        await fill(source, offset + start, whole);
        into.put(whole);
        from = to;
      }
    }
    into.put(bytes.subarray(from, to));
    if (into.length >= pieceSize) yield { bytes: into.cut(), share: near.end / chosen.count };
  }
  for await (const part of rest.before(source.size)) {
    into.put(part);
    if (into.length >= pieceSize) yield { bytes: into.cut(), share: 1 };
  }
  yield { bytes: into.cut(), share: 1 };
}

function kindOf({ columns, reader }: CapturedPackets, index: number): PacketBlockKind {
  if (reader.interfaces[columns.interfaceOf(index)].linkType < 0) return "record";
  return Number.isNaN(columns.time[index]) ? "timeless" : "timed";
}

/** The blocks without packets, which are copied as the copy gets to them. */
class OtherBlocks {
  private next = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly ranges: ByteRanges,
  ) {}

  /** The blocks that are left and begin before a place in the file. */
  async *before(place: number): AsyncGenerator<Uint8Array> {
    const { ranges, source } = this;
    while (this.next < ranges.count && ranges.startOf(this.next) < place) {
      const [start, end] = [ranges.startOf(this.next), ranges.endOf(this.next)];
      this.next += 1;
      for (let from = start; from < end; from += mostAtOnce) {
        const bytes = new Uint8Array(Math.min(mostAtOnce, end - from));
        await fill(source, from, bytes);
        if (from === start) forgetSectionLength(bytes);
        yield bytes;
      }
    }
  }
}

/** With fewer packets a section's length is another; it may be left open (draft-ietf-opsawg-pcapng §4.1). */
function forgetSectionLength(bytes: Uint8Array): void {
  const type = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (type === blockType.section) bytes.fill(0xff, 16, 24);
}
