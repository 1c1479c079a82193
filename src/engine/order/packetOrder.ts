import { numberOf } from "../../decode/innermost";
import { SegmentOption } from "../../decode/segmentBatch";
import { countsFromFirst } from "../../filter/columnFields";
import { filterFields } from "../../filter/fields";
import { fieldText, isNumber } from "../../view/fieldCell";
import { fieldOf } from "../../view/onScreen/columnId";
import type { ListOrder } from "../../view/onScreen/listOrder";
import type { RowLook } from "../../view/onScreen/rowLook";
import { multipathName, tcpName } from "../../view/segmentColumns";
import type { CapturedPackets } from "../capturedPackets";
import { eachFieldValue } from "../list/eachFieldValue";
import type { LongWork } from "../longWork";
import type { PacketRows } from "../packetRows";
import { addressKeys } from "./addressKeys";
import { lengthKeys, numberKeys, type SortKeys, timeKeys } from "./columnKeys";
import { fieldNumbers } from "./fieldNumbers";
import { StableOrder } from "./stableOrder";
import { type EachText, orderByText } from "./textOrder";

/** What of a capture sorting needs. */
interface Sorted {
  readonly packets: CapturedPackets;
  readonly rows: PacketRows;
  /** Rising indexes of the packets to sort. */
  readonly shown: Uint32Array;
}

/** The packets in the order of one column; equal ones stay in the order of the capture, whether it rises or falls. */
export async function packetOrder(
  sorted: Sorted,
  { column, descending }: ListOrder,
  look: RowLook,
  work: LongWork,
): Promise<Uint32Array> {
  const { packets, rows, shown } = sorted;
  const { columns } = packets;
  switch (column) {
    case "number":
      return descending ? shown.slice().reverse() : shown.slice();
    case "time":
      return byKeys(shown, timeKeys(columns, rows.times, look, shown), descending, work);
    case "length":
      return byKeys(shown, lengthKeys(columns, shown), descending, work);
    case "source":
    case "destination":
      return byKeys(shown, await addressKeys(packets, shown, column, work), descending, work);
    case "protocol":
    case "info":
      return orderByText(shown, columns.count, eachText(sorted, column, look, work), descending);
    default:
      return fieldOrder(sorted, fieldOf(column), descending, work);
  }
}

/** The packets in the order of a field: numbers by their value, all else as it is written. An unknown field changes nothing. */
async function fieldOrder(
  { packets, rows, shown }: Sorted,
  name: string,
  isDescending: boolean,
  work: LongWork,
): Promise<Uint32Array> {
  const { columns } = packets;
  const { count } = columns;
  const field = filterFields.get(name);
  if (!field) return shown.slice();
  // times since 1970 would not be exact in a double
  if (countsFromFirst.has(name))
    return byKeys(shown, timeKeys(columns, rows.times, { time: "epoch", references: [] }, shown), isDescending, work);
  if (isNumber(field) || field.type === "label") {
    const numbers = await fieldNumbers(packets, field, shown, work);
    return byKeys(
      shown,
      numberKeys(count, shown, (row) => numbers[row]),
      isDescending,
      work,
    );
  }
  const eachText: EachText = (wanted, onText) =>
    eachFieldValue(packets, field, wanted, work, (row, values) => onText(row, fieldText(field, values, 0)));
  return orderByText(shown, count, eachText, isDescending);
}

async function byKeys(shown: Uint32Array, keys: SortKeys, isDescending: boolean, work: LongWork): Promise<Uint32Array> {
  const order = new StableOrder(shown.slice());
  for (const [i, each] of keys.entries()) {
    order.by(each, isDescending);
    await work.pause((i + 1) / (keys.length + 1));
  }
  return order.rows;
}

const tcp = numberOf("tcp");

/** The texts of a column. How often they will be asked for is not known beforehand, so each time half of what is left counts as done. */
function eachText({ packets: { columns }, rows }: Sorted, column: "protocol" | "info", look: RowLook, work: LongWork): EachText {
  let rest = 1;
  return async (wanted, onText) => {
    const known = column === "protocol" ? columnProtocols() : undefined;
    const unknown = known ? wanted.filter((row) => !known(row, onText)) : wanted;
    await rows.each(
      unknown,
      look,
      (row) => onText(row.number - 1, row[column]),
      (share) => work.pause(1 - rest * (1 - share / 2)),
    );
    rest /= 2;
  };

  /** The protocol as far as the columns tell: a segment without data is listed as TCP. */
  function columnProtocols(): (row: number, onText: (row: number, text: string) => void) => boolean {
    return (row, onText) => {
      const isBare = columns.protocol[row] === tcp && columns.flow[row] >= 0 && columns.payload.get(row) === 0;
      if (isBare) onText(row, columns.marks[row] & SegmentOption.hasMultipath ? multipathName : tcpName);
      return isBare;
    };
  }
}
