/** A part of a file that is being saved. */
export interface FilePiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How much of the file is done with this piece, from 0 to 1. */
  readonly share: number;
}

/** Bytes of a piece: few enough that a gigabyte is never in memory, many enough that each piece is worth sending. */
export const pieceSize = 1 << 22;
/** A piece is sent once it has reached that size, so it needs room for what goes beyond. */
export const pieceRoom = pieceSize + (1 << 21);
