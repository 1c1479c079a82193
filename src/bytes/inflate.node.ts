import { ChecksumError, type Compression, findCompression, type Inflater, type Out } from "./compression";
import { GzipInflater } from "./gzip.node";
import { Lz4Inflater } from "./lz4";
import type { ByteSource, SourceDamage } from "./source";
import { Spool } from "./spool.node";
import { ZstdInflater } from "./zstd";

export interface InflateOptions {
  /** With the share of the compressed file that has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** The most bytes that may come out. */
  readonly limit?: number;
}

const inflaters: Readonly<Record<Compression, new (out: Out) => Inflater>> = {
  gzip: GzipInflater,
  zstd: ZstdInflater,
  lz4: Lz4Inflater,
};

/** Read at once. */
const blockSize = 1 << 20;
/** Inflated at once: small, since a piece can hold a thousand times its size. */
const pieceSize = 1 << 14;

/** The source itself, or where it is compressed a temporary file of what is in it: one layer, not what is compressed again. */
export async function inflated(source: ByteSource, options: InflateOptions = {}): Promise<ByteSource> {
  const compression = await findCompression(source);
  if (!compression) return source;
  const spool = new Spool(options.limit);
  try {
    const damage = await inflateInto(spool, source, inflaters[compression], options);
    return spool.source(damage);
  } catch (error) {
    spool.close();
    throw error;
  } finally {
    await source.close();
  }
}

async function inflateInto(
  spool: Spool,
  source: ByteSource,
  Kind: new (out: Out) => Inflater,
  options: InflateOptions,
): Promise<SourceDamage | undefined> {
  const damage = (kind: SourceDamage["kind"], value: number) => ({ kind, offset: spool.size, value });
  const inflater = new Kind((bytes) => spool.write(bytes));
  let good = 0;
  for await (const { piece, offset } of pieces(source, blockSize)) {
    if (options.signal?.aborted) return undefined;
    try {
      await inflater.push(piece);
    } catch (error) {
      const kind = error instanceof ChecksumError ? "compressed-checksum" : "compressed-damaged";
      const failed = await salvage(spool, source, Kind, good);
      return damage(kind, failed);
    }
    good = offset + piece.length;
    if (spool.full) return damage(spool.full, spool.full === "compressed-limit" ? spool.size : good);
    if (good % blockSize === 0 || good === source.size) options.onProgress?.(good / source.size);
  }
  const isWhole = await inflater.end();
  if (spool.full) return damage(spool.full, spool.size);
  return isWhole ? undefined : damage("compressed-cut", source.size);
}

/**
 * Some inflaters forget the last they found when they fail. So once more from the beginning, and byte by byte where it failed:
 * every byte of output that the damage left is kept. Says at which byte it failed.
 */
async function salvage(spool: Spool, source: ByteSource, Kind: new (out: Out) => Inflater, good: number): Promise<number> {
  let at = 0;
  let known = spool.size;
  const inflater = new Kind((bytes) => {
    if (bytes.length > known) spool.write(bytes.subarray(known));
    known = Math.max(0, known - bytes.length);
  });
  try {
    for await (const { piece, offset } of pieces(source, blockSize)) {
      const step = offset < good ? piece.length : 1;
      for (at = offset; at < offset + piece.length; at += step) await inflater.push(piece.slice(at - offset, at - offset + step));
    }
  } catch {
    // where it failed before
  }
  return at;
}

/** The source in small pieces, which stay as they are: a reader may keep them. */
async function* pieces(source: ByteSource, size: number): AsyncGenerator<{ piece: Uint8Array; offset: number }> {
  for (let offset = 0; offset < source.size; ) {
    const block = new Uint8Array(Math.min(size, source.size - offset));
    const count = await source.read(offset, block);
    if (count === 0) return;
    for (let at = 0; at < count; at += pieceSize)
      yield { piece: block.subarray(at, Math.min(count, at + pieceSize)), offset: offset + at };
    offset += count;
  }
}
