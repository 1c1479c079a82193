import { Replay } from "../../connections/replay";
import { columnFields, type Fill, markFields, needsHistory } from "../../filter/columnFields";
import { untold } from "../../filter/columnLoops";
import { rowsAtOnce } from "../../filter/columnSource";
import type { FilterField } from "../../filter/fields";
import { numberOfHistory } from "../../filter/history";
import type { CapturedPackets } from "../capturedPackets";
import { eachFieldValue } from "../list/eachFieldValue";
import type { LongWork } from "../longWork";

/** The number in a field for each of these rows, which rise: NaN where it has none, the first one where it has several. */
export async function fieldNumbers(
  packets: CapturedPackets,
  field: FilterField,
  rows: Uint32Array,
  work: LongWork,
): Promise<Float64Array> {
  const numbers = (await knownNumbers(packets, field.name, rows, work)) ?? new Float64Array(packets.columns.count).fill(untold);
  const open = rows.filter((row) => numbers[row] === untold);
  await eachFieldValue(packets, field, open, work, (row, [value]) => {
    numbers[row] = value === undefined ? Number.NaN : Number(value);
  });
  return numbers;
}

/** The numbers, as far as they are known without the packets' bytes; nothing where only these tell. */
async function knownNumbers(
  packets: CapturedPackets,
  name: string,
  rows: Uint32Array,
  work: LongWork,
): Promise<Float64Array | undefined> {
  const fill = columnFields[name];
  if (fill) return filled(packets, fill);
  const bits = markFields.get(name);
  if (bits !== undefined) return marked(packets, bits);
  return needsHistory(name) ? replayed(packets, name, rows, work) : undefined;
}

function filled(packets: CapturedPackets, fill: Fill): Float64Array {
  const { count } = packets.columns;
  const numbers = new Float64Array(count);
  for (let from = 0; from < count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce);
    fill(packets, numbers.subarray(from, to), from, to);
  }
  return numbers;
}

function marked({ columns: { count, flow, marks } }: CapturedPackets, bits: number): Float64Array {
  const numbers = new Float64Array(count).fill(Number.NaN);
  for (let row = 0; row < count; row += 1) if (flow[row] >= 0 && (marks[row] & bits) !== 0) numbers[row] = 1;
  return numbers;
}

/** The numbers that come from following again each connection with one of the rows. */
async function replayed(
  packets: CapturedPackets,
  name: string,
  rows: Uint32Array,
  work: LongWork,
): Promise<Float64Array | undefined> {
  const { columns, tracker } = packets;
  const numberOf = numberOfHistory(name, packets);
  if (!numberOf) return undefined;
  const { flow, count } = columns;
  const isWanted = new Uint8Array(tracker.count);
  for (const row of rows) if (flow[row] >= 0) isWanted[flow[row] >> 1] = 1;
  const numbers = new Float64Array(count).fill(Number.NaN);
  const again = new Replay(tracker, columns);
  for (let row = 0; row < count; row += 1) {
    if ((row & 0xfff) === 0) await work.pause(row / count / 2);
    if (flow[row] >= 0 && isWanted[flow[row] >> 1]) numbers[row] = numberOf(row, again.follow(row));
  }
  return numbers;
}
