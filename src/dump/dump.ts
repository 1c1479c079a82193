import type { ProtocolName } from "../protocols/next";
import { columnOf, digitValue, type Group, isHex, marksBefore, marksBehind } from "./digits";

/** Lines of a document, so that a dump can be found in it without a copy of the text. */
export interface Lines {
  readonly count: number;
  at(line: number): string;
}

/** A packet that stands in a text. Lines and columns count from 0, columns in UTF-16 units. */
export interface Dump extends Bytes {
  readonly startLine: number;
  readonly endLine: number;
  /** The layer at which the bytes begin. */
  readonly startLayer: ProtocolName;
  /** How it is written down. */
  readonly form: DumpForm;
}

/**
 * In this order: rows with offsets; the same with words from right to left; records to fill a memory with; strings of several
 * statements; a program's numbers; a program's string; a few bytes a line with words beside them; a table's column; rows of a log; rows
 * of each header below its name; digits alone; with empty lines between; in a sentence that names the header; without leading zeros;
 * numbers in another base; base32; base64.
 */
export type DumpForm =
  | "offsets"
  | "reversed"
  | "memory"
  | "pieces"
  | "list"
  | "string"
  | "annotated"
  | "table"
  | "logged"
  | "sectioned"
  | "bare"
  | "spaced"
  | "named"
  | "unpadded"
  | "other base"
  | "base32"
  | "base64";

/** Bytes, and for each of them the characters that spell it: mostly two digits. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly lines: Int32Array;
  readonly columns: Int32Array;
  readonly widths: Uint16Array;
}

/** Bytes in rows, and where each of these ends: a packet may end with any of them. */
export interface BytesInRows {
  readonly whole: Bytes;
  readonly ends: readonly number[];
}

/** The byte whose digits stand at a place, if there is one. */
export function byteAt({ lines, columns, widths }: Bytes, line: number, column: number): number | undefined {
  const index = lines.findIndex((place, i) => place === line && column >= columns[i] && column < columns[i] + widths[i]);
  return index < 0 ? undefined : index;
}

/** The byte that belongs to a mark at a place, which somebody put around it: `【8010】`, `<b>8010</b>`. */
export function byteAtMark({ lines, columns, widths }: Bytes, text: string, line: number, column: number): number | undefined {
  const first = lines.indexOf(line);
  if (first < 0) return undefined;
  for (let i = first, end = 0; lines[i] === line; i += 1) {
    const before = text.slice(end, columns[i]);
    if (column < columns[i]) {
      if (i > first && column < end + marksBehind(before)) return i - 1;
      return column >= columns[i] - marksBefore(before) ? i : undefined;
    }
    end = columns[i] + widths[i];
    if (lines[i + 1] !== line && column >= end && column < end + marksBehind(text.slice(end))) return i;
  }
  return undefined;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { count: lines.length, at: (line) => lines[line] };
}

/** Where bytes are put together. One place is reused for all, since most of what is read turns out to be no packet. */
const draft = {
  bytes: new Uint8Array(4096),
  lines: new Int32Array(4096),
  columns: new Int32Array(4096),
  widths: new Uint16Array(4096),
};

function widenDraft(): void {
  const capacity = draft.bytes.length * 4;
  const widened = <Column extends Int32Array | Uint16Array | Uint8Array>(from: Column, into: Column): Column => {
    into.set(from);
    return into;
  };
  draft.bytes = widened(draft.bytes, new Uint8Array(capacity));
  draft.lines = widened(draft.lines, new Int32Array(capacity));
  draft.columns = widened(draft.columns, new Int32Array(capacity));
  draft.widths = widened(draft.widths, new Uint16Array(capacity));
}

/** Bytes put together piece by piece. Only one may be in progress: `done` before the next begins. */
export class BytesInProgress {
  length = 0;

  add(value: number, line: number, column: number, width: number): void {
    if (this.length === draft.bytes.length) widenDraft();
    draft.bytes[this.length] = value;
    draft.lines[this.length] = line;
    draft.columns[this.length] = column;
    draft.widths[this.length] = width;
    this.length += 1;
  }

  /** Adds the pairs of digits that stand together from a column on, `wanted` at most, and returns how many there were. */
  addPairs(text: string, from: number, line: number, wanted: number): number {
    const most = Math.min(wanted, text.length - from);
    while (this.length + most > draft.bytes.length) widenDraft();
    const { bytes, lines, columns, widths } = draft;
    let to = this.length;
    for (let at = from, left = most; left > 0; left -= 1) {
      const high = text.charCodeAt(at);
      const low = text.charCodeAt(at + 1);
      if (!isHex(high) || !isHex(low)) break;
      bytes[to] = (digitValue(high) << 4) | digitValue(low);
      lines[to] = line;
      columns[to] = at;
      widths[to] = 2;
      to += 1;
      at += 2;
    }
    const added = to - this.length;
    this.length = to;
    return added;
  }

  addGroup(group: Group, line: number): void {
    const { digits } = group;
    for (let i = 0; i + 1 < digits.length; i += 2) {
      const column = columnOf(group, i);
      const value = (digitValue(digits.charCodeAt(i)) << 4) | digitValue(digits.charCodeAt(i + 1));
      this.add(value, line, column, columnOf(group, i + 1) + 1 - column);
    }
  }

  at(index: number): number {
    return draft.bytes[index];
  }

  done(): Bytes {
    const { length } = this;
    const room = takeRoom(length);
    const { bytes, lines, columns, widths } = room;
    for (let i = 0; i < length; i += 1) {
      bytes[i] = draft.bytes[i];
      lines[i] = draft.lines[i];
      columns[i] = draft.columns[i];
      widths[i] = draft.widths[i];
    }
    return room;
  }
}

/** Many small arrays share one buffer: a buffer of its own for each would cost more than what is done with it. */
const sizeOfShared = 0x10000;
let shared = new ArrayBuffer(sizeOfShared);
let used = 0;

function takeRoom(length: number): Bytes {
  const size = length * (4 + 4 + 2 + 1);
  const isLarge = size > sizeOfShared / 4;
  if (!isLarge && used + size > sizeOfShared) {
    shared = new ArrayBuffer(sizeOfShared);
    used = 0;
  }
  const buffer = isLarge ? new ArrayBuffer(size) : shared;
  const start = isLarge ? 0 : used;
  if (!isLarge) used += Math.ceil(size / 4) * 4;
  return {
    lines: new Int32Array(buffer, start, length),
    columns: new Int32Array(buffer, start + length * 4, length),
    widths: new Uint16Array(buffer, start + length * 8, length),
    bytes: new Uint8Array(buffer, start + length * 10, length),
  };
}

/** Some of these bytes, without a copy. */
export function part(whole: Bytes, start: number, end = whole.bytes.length): Bytes {
  if (start === 0 && end === whole.bytes.length) return whole;
  return {
    bytes: whole.bytes.subarray(start, end),
    lines: whole.lines.subarray(start, end),
    columns: whole.columns.subarray(start, end),
    widths: whole.widths.subarray(start, end),
  };
}

/** The same bytes in another order. */
export function reordered(whole: Bytes, from: (index: number) => number): Bytes {
  return {
    bytes: whole.bytes.map((_, i) => whole.bytes[from(i)]),
    lines: whole.lines.map((_, i) => whole.lines[from(i)]),
    columns: whole.columns.map((_, i) => whole.columns[from(i)]),
    widths: whole.widths.map((_, i) => whole.widths[from(i)]),
  };
}
