import { type ColumnId, columnIds } from "../../view/onScreen/listOrder";
import type { PacketRow } from "../../view/packetRow";
import { menuContext } from "../contextMenu";

/** Columns whose cells a filter can ask for. */
const filtered: ReadonlySet<ColumnId> = new Set(["number", "source", "destination", "protocol", "length"]);

/** What VS Code's menu on a row is about: the packet, and the cell that was pointed at, which its commands get as well. */
export function rowContext({ number, stream }: PacketRow, cell: Element | null): string {
  const column = columnIds.find((id) => cell?.classList.contains(id));
  return menuContext(column && filtered.has(column) ? "cell" : "packet", {
    packet: number,
    isSegment: stream !== undefined,
    ...(column && { listColumn: column }),
  });
}
