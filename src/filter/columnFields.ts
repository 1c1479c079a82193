import type { PacketColumns } from "../capture/columns";
import { elsewhere, type LengthColumn } from "../capture/lengthColumn";
import { ConnectionFact, ConnectionWord } from "../connections/connectionTable";
import { type Mark, MarkBit, marks, shiftOf, usesAce } from "../connections/marks";
import { factorOf } from "../connections/side";
import { directSegment, lowerProtocols } from "../decode/innermost";
import { tcpFlag } from "../protocols/tcp";
import { untold } from "./columnLoops";
import { type ColumnSource, hasSegment } from "./columnSource";
import { fastOpen, isTcpFact } from "./facts";
import { counterFlags, type FlagBits, flagFields, flagWords, numberIn } from "./flagFields";

/**
 * Writes a field's numbers for the rows `from` to `to`: NaN where a row has none, `untold` where only bytes can tell. Each has a loop
 * of its own, so that none slows down another.
 */
export type Fill = (source: ColumnSource, into: Float64Array, from: number, to: number) => void;

const none = Number.NaN;
/** Beyond this, a number cannot hold a span in nanoseconds exactly. */
const exact = 2 ** 53;

function fillLengths({ values }: LengthColumn, column: LengthColumn, into: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) into[row - from] = values[row];
  for (let row = from; row < to; row += 1) if (values[row] === elsewhere) into[row - from] = column.get(row);
}

function fillTime({ columns: { time } }: ColumnSource, into: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) {
    const span = time[row];
    into[row - from] = Math.abs(span) >= exact ? untold : span;
  }
}

/** Time since the packet before; 0 for the first one that has a time. */
function fillSteps({ columns: { time } }: ColumnSource, into: Float64Array, from: number, to: number): void {
  let before = from - 1;
  while (before >= 0 && Number.isNaN(time[before])) before -= 1;
  // the column's times count from the first one, so that is 0
  let previous = before < 0 ? 0 : time[before];
  for (let row = from; row < to; row += 1) {
    const span = time[row];
    into[row - from] = Math.abs(span) >= exact || Math.abs(previous) >= exact ? untold : span - previous;
    if (!Number.isNaN(span)) previous = span;
  }
}

/** For columns in which every segment of a connection has its number. */
function fillNumbers(column: Uint32Array, flow: Int32Array, into: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) into[row - from] = flow[row] < 0 ? none : column[row];
}

function fillStreams({ columns: { flow } }: ColumnSource, into: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) into[row - from] = flow[row] < 0 ? none : flow[row] >> 1;
}

function fillCompleteness({ columns: { flow }, tracker }: ColumnSource, into: Float64Array, from: number, to: number): void {
  const { words } = tracker.table;
  for (let row = from; row < to; row += 1) {
    const facts = (flow[row] >> 1) * ConnectionWord.size + ConnectionWord.facts;
    into[row - from] = flow[row] < 0 ? none : words[facts] & ConnectionFact.life;
  }
}

/** The number after a segment's last byte, of which SYN and FIN take one too (RFC 9293 §3.4); NaN where its length is not known. */
export function nextNumber({ seq, flags, payload }: PacketColumns, row: number): number {
  const length = payload.values[row] === elsewhere ? payload.get(row) : payload.values[row];
  const taken = flags[row] & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0;
  return length < 0 ? none : (seq[row] + length + taken) >>> 0;
}

function fillNext({ columns }: ColumnSource, into: Float64Array, from: number, to: number): void {
  const { flow } = columns;
  for (let row = from; row < to; row += 1) into[row - from] = flow[row] < 0 ? none : nextNumber(columns, row);
}

/** The factors of windows; a SYN has none. */
function fillFactors(
  { columns: { flow, marks: bits, flags } }: ColumnSource,
  into: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1)
    into[row - from] = flow[row] < 0 || (flags[row] & tcpFlag.SYN) !== 0 ? none : factorOf(shiftOf(bits[row]), false);
}

function fillWindows({ columns }: ColumnSource, into: Float64Array, from: number, to: number): void {
  const { flow, marks: bits, flags, window, payload } = columns;
  for (let row = from; row < to; row += 1) {
    const factor = factorOf(shiftOf(bits[row]), (flags[row] & tcpFlag.SYN) !== 0);
    const number = factor > 0 ? window[row] * factor : window[row];
    into[row - from] = flow[row] < 0 ? none : payload.values[row] === elsewhere ? untold : number;
  }
}

/** By innermost protocol, for packets that are no plain segment: `untold` where they have a segment all the same, such as in a tunnel. */
const otherHeaders = Float64Array.from(lowerProtocols, (protocol) => (hasSegment(protocol) ? untold : none));

/** What the TCP header itself says, which the columns know of plain segments only. */
function fillHeaders(
  column: Uint16Array,
  { columns: { protocol } }: ColumnSource,
  into: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const inner = protocol[row];
    into[row - from] = inner === directSegment ? column[row] : otherHeaders[inner];
  }
}

const fillFlagPart =
  (name: string, bits: FlagBits): Fill =>
  (source, into, from, to) => {
    const { flags, marks } = source.columns;
    fillHeaders(flags, source, into, from, to);
    for (let i = 0; i < to - from; i += 1) if (into[i] < flagWords) into[i] = numberIn(into[i], bits);
    if (!counterFlags.has(name)) return;
    for (let row = from; row < to; row += 1) if (usesAce(marks[row])) into[row - from] = untold;
  };

const fillDuplicates =
  (key: "duplicateNumber" | "duplicateOf"): Fill =>
  ({ columns: { flow, marks: bits }, tracker }, into, from, to) => {
    for (let row = from; row < to; row += 1) {
      const isDuplicate = flow[row] >= 0 && (bits[row] & MarkBit.duplicateAck) !== 0;
      into[row - from] = isDuplicate ? (tracker.duplicateAcks.find(row)?.[key] ?? none) : none;
    }
  };

/** By the names of fields. Whatever is added to the columns gets a line here. */
export const columnFields: Readonly<Record<string, Fill | undefined>> = {
  "frame.number": (_, into, from, to) => {
    for (let row = from; row < to; row += 1) into[row - from] = row + 1;
  },
  "frame.marked": ({ marked }, into, from, to) => {
    for (let row = from; row < to; row += 1) into[row - from] = marked.has(row) ? 1 : 0;
  },
  "frame.len": ({ columns: { length } }, into, from, to) => fillLengths(length, length, into, from, to),
  "frame.cap_len": ({ columns: { capturedLength } }, into, from, to) =>
    fillLengths(capturedLength, capturedLength, into, from, to),
  "frame.time_relative": fillTime,
  "frame.time": fillTime,
  "frame.time_epoch": fillTime,
  "frame.time_delta": fillSteps,
  "tcp.stream": fillStreams,
  "tcp.completeness": fillCompleteness,
  "tcp.seq": ({ columns: { seq, flow } }, into, from, to) => fillNumbers(seq, flow, into, from, to),
  "tcp.ack": ({ columns: { ack, flow } }, into, from, to) => fillNumbers(ack, flow, into, from, to),
  "tcp.nxtseq": fillNext,
  "tcp.window_size_scalefactor": fillFactors,
  "tcp.window_size": fillWindows,
  "tcp.window_size_value": (source, into, from, to) => fillHeaders(source.columns.window, source, into, from, to),
  "tcp.len": (source, into, from, to) => fillHeaders(source.columns.payload.values, source, into, from, to),
  "tcp.analysis.duplicate_ack_num": fillDuplicates("duplicateNumber"),
  "tcp.analysis.duplicate_ack_frame": fillDuplicates("duplicateOf"),
  ...Object.fromEntries([...flagFields].map(([name, bits]) => [name, fillFlagPart(name, bits)])),
};

/** Columns of two bytes; for numbers that every packet has, with a segment or not, also the column of those that need more bytes. */
export const shortFields: Readonly<
  Record<string, ((columns: PacketColumns) => { readonly column: Uint16Array; readonly long?: LengthColumn }) | undefined>
> = {
  "frame.len": ({ length }) => ({ column: length.values, long: length }),
  "frame.cap_len": ({ capturedLength }) => ({ column: capturedLength.values, long: capturedLength }),
  "tcp.len": ({ payload }) => ({ column: payload.values }),
  "tcp.window_size_value": ({ window }) => ({ column: window }),
};

/** Fields whose values are times since 1970, while their column counts from the capture's first packet that has a time. */
export const countsFromFirst: ReadonlySet<string> = new Set(["frame.time", "frame.time_epoch"]);

const bitsOf = (wanted: (mark: Mark) => boolean) =>
  marks.reduce((bits, mark, index) => (wanted(mark) ? bits | (1 << index) : bits), 0);

/** By the name of a field: the bits in the column of marks one of which has to be set for the field to be there. */
export const markFields: ReadonlyMap<string, number> = new Map([
  ["tcp.analysis.flags", bitsOf((mark) => !fastOpen.has(mark))],
  ...marks.map((mark) => [`tcp.analysis.${mark}`, bitsOf((each) => each === mark)] as const),
]);

/** Facts that follow from the columns and the packet's own bytes together. */
const keptWithBytes: ReadonlySet<string> = new Set(["tcp.options.sack_le", "tcp.options.sack_re", "tcp.flags.ace"]);

/** Whether a field is a fact of a connection's past that neither the columns nor the packet's own bytes tell. */
export function needsHistory(name: string): boolean {
  return isTcpFact(name) && !columnFields[name] && !markFields.has(name) && !keptWithBytes.has(name);
}
