import type { Block } from "../bytes/readAhead";
import { lastSegment } from "../decode/packet";
import type { NumberKind } from "../view/onScreen/editorState";
import { type PacketRow, packetRow } from "../view/packetRow";
import { withRawNumbers } from "../view/tcpInfo";
import type { CapturedPackets } from "./capturedPackets";
import { PlainRows } from "./plainRows";

/** Rows of the packet list: those of plain segments at once, the others by their decoders. */
export class PacketRows {
  private readonly plain: PlainRows;

  constructor(private readonly packets: CapturedPackets) {
    const { indexer, reader } = packets;
    this.plain = new PlainRows(indexer, reader.interfaces, (index, segment) => packets.placeOf(index, segment));
  }

  /** Of indexes in rising order. */
  async of(indexes: readonly number[], numbers: NumberKind): Promise<readonly PacketRow[]> {
    if (indexes.length === 0) return [];
    const near = await this.packets.readTogether(indexes);
    if (!near) return (await Promise.all(indexes.map((index) => this.of([index], numbers)))).flat();
    if (numbers === "raw") return Promise.all(indexes.map((index) => this.decoded(index, near, numbers)));
    const rows = this.plain.read(indexes, near);
    const isComplete = (found: typeof rows): found is PacketRow[] => !found.includes(undefined);
    return isComplete(rows) ? rows : Promise.all(rows.map((row, i) => row ?? this.decoded(indexes[i], near, numbers)));
  }

  private async decoded(index: number, near: Block, numbers: NumberKind): Promise<PacketRow> {
    const { packets } = this;
    const packet = await packets.decode(index, near);
    const segment = lastSegment(packet);
    const relative = packets.placeOf(index, segment);
    const place = numbers === "raw" ? withRawNumbers(relative, segment) : relative;
    return packetRow(index + 1, packets.columns.record(index), packets.columns.timeSinceFirst(index), packet, place);
  }
}
