import type { ProtocolName } from "../protocols/next";

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
}

/** Bytes, and for each of them the characters that spell it: mostly two digits. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly lines: Int32Array;
  readonly columns: Int32Array;
  readonly widths: Uint16Array;
}

/** The byte whose digits stand at a place, if there is one. */
export function byteAt({ lines, columns, widths }: Bytes, line: number, column: number): number | undefined {
  const index = lines.findIndex((place, i) => place === line && column >= columns[i] && column < columns[i] + widths[i]);
  return index < 0 ? undefined : index;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { count: lines.length, at: (line) => lines[line] };
}

/** Where bytes are put together: one place for all, since most of what is read turns out to be no packet. */
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

  at(index: number): number {
    return draft.bytes[index];
  }

  done(): Bytes {
    const { length } = this;
    return {
      bytes: draft.bytes.slice(0, length),
      lines: draft.lines.slice(0, length),
      columns: draft.columns.slice(0, length),
      widths: draft.widths.slice(0, length),
    };
  }
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
