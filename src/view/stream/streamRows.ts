import { grown } from "../../bytes/grown";
import type { End } from "../../connections/wireSegment";
import { asAscii, asHex } from "../onScreen/copiedBytes";
import type { StreamDirection, StreamLook } from "../onScreen/streamLook";
import type { StreamContent, StreamPiece } from "./streamContent";
import { endOfRow, printed } from "./streamText";

/** What is shown, and how many columns a row has room for: letters of text, or bytes in hex. */
export interface StreamView extends StreamLook {
  readonly columns: number;
}

/** A row of what was sent. */
export interface StreamRow {
  readonly from: Exclude<StreamDirection, "both">;
  /** The packets whose bytes it shows, counted from 1; none if bytes are missing. */
  readonly packets: readonly number[];
  readonly text: string;
  /** Its bytes in hex, and how many its end had sent before them. */
  readonly hex?: { readonly digits: string; readonly offset: string };
  /** How many bytes were sent that are not in the capture; such a row has nothing else. */
  readonly missing?: number;
}

/** The numbers that the table has for a row. */
enum RowWord {
  /** The piece in which it begins. */
  piece,
  /** Where its bytes begin and end among those of its end. */
  start,
  end,
  size,
}

/** What both ends sent, in rows. Where each row begins is worked out once, what it says only when it is shown. */
export class StreamRows {
  count = 0;
  private table = new Uint32Array(64 * RowWord.size);
  /** The pieces that are shown. */
  private readonly pieces: readonly StreamPiece[];

  constructor(
    private readonly content: StreamContent,
    /** Which end is the client. */
    private readonly client: End,
    private readonly view: StreamView,
  ) {
    const { direction } = view;
    this.pieces = content.pieces.filter(({ from }) => direction === "both" || direction === this.roleOf(from));
    for (let first = 0; first < this.pieces.length; ) first = this.addTurn(first);
  }

  row(index: number): StreamRow {
    const [first, start, end] = this.words(index);
    const { pieces, view } = this;
    const { from, missing, sent, start: startOfPiece, packet } = pieces[first];
    const of = { from: this.roleOf(from), packets: [packet + 1] };
    if (missing > 0) return { ...of, packets: [], text: "", missing };
    const bytes = this.content.bytes[from].subarray(start, end);
    if (view.format === "hex") {
      const digits = asHex(bytes).padEnd(view.columns * 3 - 1);
      const offset = (sent + start - startOfPiece).toString(16).padStart(8, "0");
      return { ...of, text: asAscii(bytes), hex: { digits, offset } };
    }
    const packets: number[] = [];
    for (let at = first; at < pieces.length && pieces[at].from === from && pieces[at].start < end; at += 1)
      packets.push(pieces[at].packet + 1);
    return { ...of, packets, text: printed(bytes) };
  }

  /** Whose bytes a row has, and where they are among all of that end. */
  extent(index: number): { readonly from: End; readonly start: number; readonly end: number } {
    const [piece, start, end] = this.words(index);
    return { from: this.pieces[piece].from, start, end };
  }

  /** The first row with bytes of a packet, which is given by its index; -1 where there is none. */
  placeOf(packet: number): number {
    const wanted = this.pieces.findIndex((piece) => piece.packet === packet);
    if (wanted < 0) return -1;
    const { from, start } = this.pieces[wanted];
    // of the rows that begin in the packet's piece or before it, the last that has its first byte
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words(middle)[RowWord.piece] <= wanted) low = middle + 1;
      else high = middle;
    }
    for (let row = low - 1; row >= 0; row -= 1) {
      const [piece, first, end] = this.words(row);
      if (this.pieces[piece].from === from && first <= start && start < end) return row;
    }
    return -1;
  }

  /** Adds rows up to where the other end speaks, bytes are missing, or, in hex, the piece ends; returns the piece behind them. */
  private addTurn(first: number): number {
    const { pieces, view } = this;
    const { from, missing } = pieces[first];
    let next = first + 1;
    if (missing === 0 && view.format === "text")
      while (next < pieces.length && pieces[next].from === from && pieces[next].missing === 0) next += 1;
    if (missing > 0) this.addRow(first, pieces[first].start, pieces[first].start);
    else if (view.format === "text") this.addLines(first, next);
    else this.addHex(first);
    return next;
  }

  private addLines(first: number, next: number): void {
    const { pieces, view } = this;
    const bytes = this.content.bytes[pieces[first].from];
    const { end } = pieces[next - 1];
    let piece = first;
    for (let at = pieces[first].start; at < end; ) {
      while (pieces[piece].end <= at) piece += 1;
      const behind = endOfRow(bytes, at, end, view.columns);
      this.addRow(piece, at, behind);
      at = behind;
    }
  }

  private addHex(piece: number): void {
    const { start, end } = this.pieces[piece];
    for (let at = start; at < end; at += this.view.columns) this.addRow(piece, at, Math.min(end, at + this.view.columns));
  }

  private addRow(piece: number, start: number, end: number): void {
    const at = this.count * RowWord.size;
    if (at === this.table.length) this.table = grown(this.table, at * 2);
    this.table[at + RowWord.piece] = piece;
    this.table[at + RowWord.start] = start;
    this.table[at + RowWord.end] = end;
    this.count += 1;
  }

  private words(row: number): Uint32Array {
    return this.table.subarray(row * RowWord.size, (row + 1) * RowWord.size);
  }

  private roleOf(from: End): Exclude<StreamDirection, "both"> {
    return from === this.client ? "client" : "server";
  }
}
