import type { PacketColumns } from "../capture/columns";
import { type Mark, marks } from "../connections/side";
import { fastOpen, isTcpFact } from "./facts";

/** Fields of which every packet has one value in the columns, or none. */
export interface ColumnField {
  /** Writes the values of the rows `from` to `to`, NaN where there is none. */
  readonly fill: (columns: PacketColumns, into: Float64Array, from: number, to: number) => void;
}

const always =
  (column: (columns: PacketColumns) => ArrayLike<number>): ColumnField["fill"] =>
  (columns, into, from, to) => {
    const values = column(columns);
    for (let row = from; row < to; row += 1) into[row - from] = values[row];
  };

/** Of the segments of connections alone. */
const ofSegments =
  (
    column: (columns: PacketColumns) => ArrayLike<number>,
    isNone: (value: number) => boolean = () => false,
  ): ColumnField["fill"] =>
  (columns, into, from, to) => {
    const values = column(columns);
    const { stream } = columns;
    for (let row = from; row < to; row += 1) {
      const value = values[row];
      into[row - from] = stream[row] < 0 || isNone(value) ? Number.NaN : value;
    }
  };

const isZero = (value: number) => value === 0;

/** By their names. What is added to the columns gets a line here. */
export const columnFields: Readonly<Record<string, ColumnField | undefined>> = {
  "frame.number": {
    fill: (_, into, from, to) => {
      for (let row = from; row < to; row += 1) into[row - from] = row + 1;
    },
  },
  "frame.len": { fill: always(({ length }) => length) },
  "frame.cap_len": { fill: always(({ capturedLength }) => capturedLength) },
  "frame.time_relative": {
    fill: (columns, into, from, to) => {
      const { seconds, nanoseconds } = columns;
      const first = columns.firstTimed;
      for (let row = from; row < to; row += 1)
        into[row - from] = (seconds[row] - seconds[first]) * 1e9 + (nanoseconds[row] - nanoseconds[first]);
    },
  },
  "tcp.stream": { fill: ofSegments(({ stream }) => stream) },
  "tcp.seq": { fill: ofSegments(({ seq }) => seq) },
  "tcp.ack": { fill: ofSegments(({ ack }) => ack) },
  "tcp.window_size_scalefactor": { fill: ofSegments(({ windowFactor }) => windowFactor, isZero) },
  "tcp.analysis.duplicate_ack_num": { fill: ofSegments(({ duplicateNumber }) => duplicateNumber, isZero) },
  "tcp.analysis.duplicate_ack_frame": { fill: ofSegments(({ duplicateOf }) => duplicateOf, isZero) },
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
