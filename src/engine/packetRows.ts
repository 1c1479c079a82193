import type { Block } from "../bytes/blocks";
import { lastSegment } from "../decode/packet";
import { type Names, namesOf, noNames } from "../view/names";
import type { RowLook } from "../view/onScreen/rowLook";
import { type PacketRow, packetRow, type RowFacts } from "../view/packetRow";
import { withRawNumbers } from "../view/tcpInfo";
import type { CapturedPackets } from "./capturedPackets";
import { FieldCells } from "./list/fieldCells";
import { RowTimes } from "./list/rowTimes";
import { PlainRows } from "./plainRows";

/** Rows of the packet list: those of plain segments are read quickly, the others by the decoders. */
export class PacketRows {
  private readonly plain: PlainRows;
  private readonly names: Names;
  readonly cells: FieldCells;
  readonly times: RowTimes;

  constructor(private readonly packets: CapturedPackets) {
    const { indexer, reader, columns } = packets;
    this.times = new RowTimes(columns, reader.interfaces);
    this.cells = new FieldCells(packets);
    this.names = namesOf(reader.notes);
    this.plain = new PlainRows(indexer, reader.interfaces, (index, segment) => packets.placeOf(index, segment));
  }

  /** Rows of packets in any order. */
  async of(indexes: readonly number[], look: RowLook): Promise<readonly PacketRow[]> {
    const rows = await this.standard(indexes, look);
    return look.fields.length === 0 ? rows : this.cells.added(rows, look.fields);
  }

  /** Rows with the columns that every list has. If the indexes rise and the packets lie close together, their bytes are read at once. */
  private async standard(indexes: readonly number[], look: RowLook): Promise<readonly PacketRow[]> {
    if (indexes.length === 0) return [];
    const near = await this.packets.readTogether(indexes);
    if (!near) return (await Promise.all(indexes.map((index) => this.standard([index], look)))).flat();
    const names = look.names ? this.names : noNames;
    const facts = (index: number): RowFacts => this.factsOf(index, look);
    const rows = this.plain.read(indexes, near, { facts, names, isRaw: look.numbers === "raw" });
    const isComplete = (found: typeof rows): found is PacketRow[] => !found.includes(undefined);
    return isComplete(rows) ? rows : Promise.all(rows.map((row, i) => row ?? this.decoded(indexes[i], near, look)));
  }

  /**
   * Calls back with the row of each of these packets, whose indexes rise, without a person's own columns; `pause` is called after each
   * group of packets that are read together.
   */
  async each(
    indexes: Uint32Array,
    look: RowLook,
    onRow: (row: PacketRow) => void,
    pause: (share: number) => Promise<void>,
  ): Promise<void> {
    for (let first = 0; first < indexes.length; ) {
      const end = this.packets.endOfNear(indexes, first);
      for (const row of await this.standard(Array.from(indexes.subarray(first, end)), look)) onRow(row);
      first = end;
      await pause(first / indexes.length);
    }
  }

  private async decoded(index: number, near: Block, look: RowLook): Promise<PacketRow> {
    const { packets } = this;
    const packet = await packets.decode(index, near);
    const segment = lastSegment(packet);
    const relative = packets.placeOf(index, segment);
    const place = look.numbers === "raw" ? withRawNumbers(relative, segment) : relative;
    return packetRow(this.factsOf(index, look), packet, place, look.names ? this.names : noNames);
  }

  private factsOf(index: number, look: RowLook): RowFacts {
    const { columns, reader, marked } = this.packets;
    return {
      number: index + 1,
      length: columns.length.get(index),
      time: this.times.of(index, look),
      isReference: this.times.isReference(index, look),
      isMarked: marked.has(index),
      comments: reader.notes.packetComments.get(index),
    };
  }
}
