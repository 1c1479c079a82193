import { type ByteSource, readRange } from "./source";

export type Compression = "gzip" | "zstd" | "lz4";

/** Magic numbers: RFC 1952 §2.3.1, RFC 8878 §3.1.1, the LZ4 frame format. Little-endian, as many bytes as are given. */
const magics: readonly (readonly [Compression, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["lz4", [0x04, 0x22, 0x4d, 0x18]],
];

/** Skippable frames are the same in zstd and LZ4; a file that begins with more of them is neither. */
const mostSkipped = 16;

/** How a file is compressed, by its first bytes; nothing when it is not. */
export async function findCompression(source: ByteSource): Promise<Compression | undefined> {
  let offset = 0;
  for (let skipped = 0; skipped <= mostSkipped; skipped += 1) {
    const head = await readRange(source, offset, 8);
    const found = magics.find(([, magic]) => magic.every((byte, index) => head[index] === byte));
    if (found) return found[0];
    if (head.length < 8 || !isSkippable(head)) return undefined;
    offset += 8 + new DataView(head.buffer, head.byteOffset, 8).getUint32(4, true);
  }
  return undefined;
}

/** 184D2A50 to 184D2A5F, with a length behind it. */
function isSkippable(head: Uint8Array): boolean {
  return (head[0] & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

/** One way of compressing: takes the file piece by piece and gives out what it held. */
export interface Inflater {
  /** Throws where the bytes make no sense; what they held before that has been given out. */
  push(piece: Uint8Array): Promise<void> | void;
  /** The file ends here: whether it may. */
  end(): Promise<boolean> | boolean;
}

/** All is unpacked, but some of it is not what was packed. */
export class ChecksumError extends Error {}

export type Out = (bytes: Uint8Array) => void;
