import { ByteRanges } from "../bytes/byteRanges";
import { blockType, leastLength, leastLengths, longestBlock, padded, sectionOrder, type Wrong } from "./pcapngBlocks";
import { readNames } from "./pcapngNames";
import { lengthRules, readOptions } from "./pcapngOptions";
import { PcapngPackets } from "./pcapngPackets";
import { PcapngSection } from "./pcapngSection";
import type { CaptureReader, Damage } from "./record";
import type { RecordBatch } from "./recordBatch";

/** A reader for pcapng (draft-ietf-opsawg-pcapng), or nothing when these first bytes are not its. */
export function pcapngReader(head: Uint8Array): CaptureReader | undefined {
  if (head.length < 4) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  // what stands behind it may be damaged: then that is what there is to say
  return view.getUint32(0) === blockType.section ? new PcapngReader() : undefined;
}

const leastPacketLength = leastLengths.get(blockType.packet)!;

class PcapngReader implements CaptureReader {
  readonly format = "pcapng";
  readonly headerSize = 0;
  damage: Damage | undefined;
  needed = 0;

  private readonly section = new PcapngSection();
  private readonly packets = new PcapngPackets(this.section);
  readonly interfaces = this.section.interfaces;
  readonly notes = this.section.notes;
  readonly otherBlocks = new ByteRanges();

  scan(view: DataView, from: number, offset: number, into: RecordBatch): number {
    const { record } = this.packets;
    const end = view.byteLength;
    let at = from;
    this.needed = leastLength;
    for (;;) {
      at = this.packets.readUsual(view, at, into);
      if (into.isFull || at + leastLength > end) break;
      const type = this.typeAt(view, at);
      if (type === undefined) return this.stop(offset, at, { kind: "byte-order", value: view.getUint32(at + 8) });
      // some programs leave the padding out of the length; as Wireshark does, they are taken as they are meant
      const length = padded(view.getUint32(at + 4, this.section.littleEndian));
      if (length < (type === blockType.packet ? leastPacketLength : (leastLengths.get(type) ?? leastLength)))
        return this.stop(offset, at, { kind: "block-too-short", value: length });
      if (length > longestBlock) return this.stop(offset, at, { kind: "block-too-long", value: length });
      const next = at + length;
      if (next > end) {
        this.needed = length;
        return at;
      }
      record.place = 0;
      const wrong = this.readBlock(view, type, at, next - 4) ?? this.trailerProblem(view, next - 4, length);
      if (wrong) return this.stop(offset, at, wrong);
      if (record.place > 0) {
        into.add(record);
        this.packets.count += 1;
      } else this.otherBlocks.add(offset + at, offset + next, type === blockType.section);
      at = next;
    }
    return at;
  }

  private stop(offset: number, at: number, wrong: Wrong): number {
    this.damage = { ...wrong, offset: offset + at };
    return at;
  }

  /** A section header says which way round it and all that follows are. */
  private typeAt(view: DataView, at: number): number | undefined {
    if (view.getUint32(at) !== blockType.section) return view.getUint32(at, this.section.littleEndian);
    const order = sectionOrder(view, at);
    if (order !== undefined) this.section.littleEndian = order;
    return order === undefined ? undefined : blockType.section;
  }

  private trailerProblem(view: DataView, at: number, length: number): Wrong | undefined {
    const again = view.getUint32(at, this.section.littleEndian);
    return padded(again) === length ? undefined : { kind: "block-lengths-differ", value: again };
  }

  /** Reads the block that begins at `at` and whose second length stands at `end`. Unknown ones are passed over. */
  private readBlock(view: DataView, type: number, at: number, end: number): Wrong | undefined {
    const { packets, section } = this;
    const { littleEndian } = section;
    switch (type) {
      case blockType.packet:
        return packets.readPacket(view, at, end, view.getUint32(at + 8, littleEndian));
      case blockType.oldPacket:
        return packets.readPacket(view, at, end, view.getUint16(at + 8, littleEndian));
      case blockType.simplePacket:
        return packets.readSimplePacket(view, at, end);
      case blockType.section:
        return section.begin(view, at, end);
      case blockType.interface:
        return section.addInterface(view, at, end);
      case blockType.names:
        return readNames(view, at + 8, end, littleEndian, section.notes);
      case blockType.statistics:
        return readOptions(view, at + 20, end, littleEndian, lengthRules.other);
      case blockType.secrets: {
        const length = view.getUint32(at + 12, littleEndian);
        return at + 16 + length > end ? { kind: "secrets-beyond-block", value: length } : undefined;
      }
      case blockType.custom:
      case blockType.customNotToCopy:
        return packets.readCustom(at, end);
      case blockType.journal:
        return packets.readJournal(view, at, end);
      case blockType.sysdigEvent:
        return packets.readSystemCall(view, at, at + 32, end);
      case blockType.sysdigEvent2:
      case blockType.sysdigEvent2Large:
        return packets.readSystemCall(view, at, at + 36, end);
      default:
        return undefined;
    }
  }
}
