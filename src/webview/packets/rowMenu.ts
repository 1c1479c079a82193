import { type ColumnId, columnIds, isFieldColumn, readColumnId } from "../../view/onScreen/columnId";
import type { PacketRow } from "../../view/packetRow";
import { menuContext } from "../contextMenu";

/** Columns by whose cells a person can filter. */
const filtered: ReadonlySet<ColumnId> = new Set(["number", "source", "destination", "protocol", "length"]);

/** What VS Code's menu on a row is about, which its commands get too: the packet, and the cell that was pointed at. */
export function rowContext({ number, stream }: PacketRow, cell: Element | null): string {
  const field = cell instanceof HTMLElement ? readColumnId(cell.dataset["column"]) : undefined;
  const column = field ?? columnIds.find((id) => cell?.classList.contains(id));
  return menuContext(column && (isFieldColumn(column) || filtered.has(column)) ? "cell" : "packet", {
    packet: number,
    isSegment: stream !== undefined,
    ...(column && { listColumn: column }),
  });
}
