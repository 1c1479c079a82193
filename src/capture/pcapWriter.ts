import type { ByteWriter } from "../bytes/byteWriter";
import type { PacketToWrite, PacketWriter } from "./packetToWrite";

/** What a classic file says once of all its packets. */
export interface PcapHead {
  readonly linkType: number;
  /** The frame check sequence, as the highest six bits beside the link type tell it. */
  readonly fcs?: number;
  /** The most that was kept of a packet. */
  readonly snapLength: number;
  /** The unit of the sub-second field. */
  readonly unit: "microseconds" | "nanoseconds";
}

const magics = { microseconds: 0xa1b2c3d4, nanoseconds: 0xa1b23c4d };
const headSize = 24;
const recordHeadSize = 16;

/** A capture in the classic format (draft-ietf-opsawg-pcap): little-endian, of one link type, and every packet has a time. */
export class PcapWriter implements PacketWriter {
  constructor(private readonly head: PcapHead) {}

  /** §4: version 2.4. */
  begin(into: ByteWriter): void {
    const { linkType, fcs = 0, snapLength, unit } = this.head;
    const at = into.take(headSize);
    const { view } = into;
    view.setUint32(at, magics[unit], true);
    view.setUint16(at + 4, 2, true);
    view.setUint16(at + 6, 4, true);
    view.setUint32(at + 16, snapLength, true);
    view.setUint32(at + 20, linkType | fcs, true);
  }

  /** §5 */
  packet(into: ByteWriter, { bytes, length, time }: PacketToWrite): void {
    const { seconds, nanoseconds } = time!;
    const at = into.take(recordHeadSize);
    const { view } = into;
    view.setUint32(at, seconds, true);
    view.setInt32(at + 4, this.head.unit === "nanoseconds" ? nanoseconds : nanoseconds / 1000, true);
    view.setUint32(at + 8, bytes.length, true);
    view.setUint32(at + 12, length, true);
    into.put(bytes);
  }
}
