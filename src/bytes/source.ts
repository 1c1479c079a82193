/** Bytes that can be read in ranges: a file, a buffer, an inflated copy. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into` from `offset` on and says how many bytes there were; fewer than asked only at the end. */
  read(offset: number, into: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, into) => {
      const part = bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
    close: async () => {},
  };
}

/** A copy of one range; shorter only where the source ends. */
export async function readRange(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
  const count = bytes.length === 0 ? 0 : await source.read(offset, bytes);
  return bytes.subarray(0, count);
}
