import type { ProtocolName } from "../protocols/next";

/** Lines of a document, so that a dump can be found in it without a copy of the text. */
export interface Lines {
  readonly count: number;
  at(line: number): string;
}

/** A packet that stands in a text as hex digits. Lines and columns count from 0, columns in UTF-16 units. */
export interface Dump {
  readonly startLine: number;
  readonly endLine: number;
  readonly bytes: Uint8Array;
  /** Where the first digit of each byte stands. */
  readonly positions: readonly BytePosition[];
  /** The layer at which the bytes begin. */
  readonly startLayer: ProtocolName;
}

export interface BytePosition {
  readonly line: number;
  readonly column: number;
}

/** The byte whose digits stand at a place, if there is one. */
export function byteAt(dump: Dump, line: number, column: number): number | undefined {
  const index = dump.positions.findIndex(
    (position) => position.line === line && column >= position.column && column <= position.column + 1,
  );
  return index < 0 ? undefined : index;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { count: lines.length, at: (line) => lines[line] };
}
