import type { RowLook } from "../../view/onScreen/rowLook";
import type { CapturedPackets } from "../capturedPackets";
import type { Search } from "../contract/list";
import type { PacketRows } from "../packetRows";
import { patternsOf } from "./bytePattern";

/** Tells for each of some packets whether it has what is searched for; their indexes rise, and they lie close together. */
export type PacketTest = (indexes: readonly number[]) => Promise<readonly boolean[]>;

/** The test for a search; nothing if what is searched for makes no sense. */
export function packetTest(packets: CapturedPackets, rows: PacketRows, search: Search, look: RowLook): PacketTest | undefined {
  if (search.kind === "info") {
    const wanted = search.text.toLowerCase();
    return async (indexes) => (await rows.of(indexes, look)).map(({ info }) => info.toLowerCase().includes(wanted));
  }
  const patterns = patternsOf(search);
  if (!patterns) return undefined;
  return async (indexes) => {
    const near = await packets.readTogether(indexes);
    return indexes.map((index) => {
      const { columns } = packets;
      const start = columns.placeOf(index) - near!.offset;
      const bytes = near!.bytes.subarray(start, start + columns.capturedLength.get(index));
      return patterns.some((pattern) => pattern.isIn(bytes));
    });
  };
}
