import type { PacketColumns } from "../capture/columns";
import { type Mark, marks, shiftOf } from "../connections/marks";
import { factorOf } from "../connections/side";
import { tcpFlag } from "../protocols/tcp";
import { fastOpen, isTcpFact } from "./facts";

/** Fields of which every packet has one value in the columns, or none. */
export interface ColumnField {
  /** Writes the values of the rows `from` to `to`, NaN where there is none. */
  readonly fill: (columns: PacketColumns, into: Float64Array, from: number, to: number) => void;
}

const always =
  (read: (columns: PacketColumns, row: number) => number): ColumnField["fill"] =>
  (columns, into, from, to) => {
    for (let row = from; row < to; row += 1) into[row - from] = read(columns, row);
  };

/** Of the segments of connections alone. */
const ofSegments =
  (read: (columns: PacketColumns, row: number) => number): ColumnField["fill"] =>
  (columns, into, from, to) => {
    const { flow } = columns;
    for (let row = from; row < to; row += 1) into[row - from] = flow[row] < 0 ? Number.NaN : read(columns, row);
  };

/** A SYN has none. */
function windowFactor({ marks, flags }: PacketColumns, row: number): number {
  const isSyn = (flags[row] & tcpFlag.SYN) !== 0;
  return isSyn ? Number.NaN : factorOf(shiftOf(marks[row]), isSyn);
}

/** By their names. What is added to the columns gets a line here. */
export const columnFields: Readonly<Record<string, ColumnField | undefined>> = {
  "frame.number": { fill: always((_, row) => row + 1) },
  "frame.len": { fill: always(({ length }, row) => length.get(row)) },
  "frame.cap_len": { fill: always(({ capturedLength }, row) => capturedLength.get(row)) },
  "frame.time_relative": { fill: always(({ time }, row) => time[row]) },
  "tcp.stream": { fill: ofSegments(({ flow }, row) => flow[row] >> 1) },
  "tcp.seq": { fill: ofSegments(({ seq }, row) => seq[row]) },
  "tcp.ack": { fill: ofSegments(({ ack }, row) => ack[row]) },
  "tcp.window_size_scalefactor": { fill: ofSegments(windowFactor) },
};

const bitsOf = (wanted: (mark: Mark) => boolean) =>
  marks.reduce((bits, mark, index) => (wanted(mark) ? bits | (1 << index) : bits), 0);

/** Bits of the marks' column, by the name of the field that is there where one of them is set. */
export const markFields: ReadonlyMap<string, number> = new Map([
  ["tcp.analysis.flags", bitsOf((mark) => !fastOpen.has(mark))],
  ...marks.map((mark) => [`tcp.analysis.${mark}`, bitsOf((each) => each === mark)] as const),
]);

/** What follows from the columns and the packet's own bytes together. */
const keptWithBytes: ReadonlySet<string> = new Set(["tcp.window_size", "tcp.options.sack_le", "tcp.options.sack_re"]);

/** Facts of a connection's past that neither the columns hold nor a packet's own bytes tell. */
export function needsHistory(name: string): boolean {
  return isTcpFact(name) && !columnFields[name] && !markFields.has(name) && !keptWithBytes.has(name);
}
