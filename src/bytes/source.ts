/** Bytes that can be read in ranges: a file, a buffer, an inflated copy. */
export interface ByteSource {
  readonly size: number;
  /** Why there are fewer bytes than there were meant to be. */
  readonly damage?: SourceDamage;
  /** Fills `into` from `offset` on and says how many bytes there were; fewer than asked only at the end. */
  read(offset: number, into: Uint8Array): Promise<number>;
  /** The same at once, for the little that a screen needs, where waiting in line for it takes longer than reading it. */
  readNow?(offset: number, into: Uint8Array): number;
  /** Gives reads that have ended meanwhile the turn in which their promises settle, for one who did not wait for them. */
  nextTurn?(): Promise<void>;
  /** Where there is another thread for it: writes zeros, so that the memory is there. */
  clear?(parts: readonly Uint8Array[]): Promise<void>;
  close(): Promise<void>;
}

/** How far a compressed file could be inflated. */
export interface SourceDamage {
  readonly kind: "compressed-cut" | "compressed-damaged" | "compressed-checksum" | "compressed-limit" | "compressed-space";
  /** Bytes that were inflated. */
  readonly offset: number;
  /** Offset in the compressed file, or the limit. */
  readonly value: number;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const readNow = (offset: number, into: Uint8Array): number => {
    const part = bytes.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  };
  return {
    size: bytes.length,
    read: async (offset, into) => readNow(offset, into),
    readNow,
    close: async () => {},
  };
}

/** A copy of a short range, at once where that can be. */
export function readShort(source: ByteSource, offset: number, length: number): Uint8Array | Promise<Uint8Array> {
  if (!source.readNow) return readRange(source, offset, length);
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
  return bytes.subarray(0, source.readNow(offset, bytes));
}

/** A copy of one range; shorter only where the source ends. */
export async function readRange(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
  const count = bytes.length === 0 ? 0 : await source.read(offset, bytes);
  return bytes.subarray(0, count);
}
