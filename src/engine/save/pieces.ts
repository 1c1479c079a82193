/** A part of a file that is being saved. */
export interface FilePiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How much of the file is done with it, from 0 to 1. */
  readonly share: number;
}

/** Bytes of a piece: few enough that a gigabyte is never in memory, many enough that each is worth its way. */
export const pieceSize = 1 << 22;
/** A piece is given away once it is that long, so the last that was put into it goes beyond. */
export const pieceRoom = pieceSize + (1 << 21);
