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

/** Bytes put together piece by piece. */
export class BytesInProgress {
  length = 0;
  bytes: Uint8Array;
  lines: Int32Array;
  columns: Int32Array;
  widths: Uint16Array;

  constructor(expected = 128) {
    this.bytes = new Uint8Array(expected);
    this.lines = new Int32Array(expected);
    this.columns = new Int32Array(expected);
    this.widths = new Uint16Array(expected);
  }

  add(value: number, line: number, column: number, width: number): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length] = value;
    this.lines[this.length] = line;
    this.columns[this.length] = column;
    this.widths[this.length] = width;
    this.length += 1;
  }

  at(index: number): number {
    return this.bytes[index];
  }

  done(): Bytes {
    return part(this, 0, this.length);
  }

  private grow(): void {
    const capacity = Math.max(128, this.bytes.length * 4);
    const widened = <Column extends Int32Array | Uint16Array | Uint8Array>(from: Column, into: Column): Column => {
      into.set(from);
      return into;
    };
    this.bytes = widened(this.bytes, new Uint8Array(capacity));
    this.lines = widened(this.lines, new Int32Array(capacity));
    this.columns = widened(this.columns, new Int32Array(capacity));
    this.widths = widened(this.widths, new Uint16Array(capacity));
  }
}

/** Some of these bytes, without a copy. */
export function part(whole: Bytes, start: number, end = whole.bytes.length): Bytes {
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
