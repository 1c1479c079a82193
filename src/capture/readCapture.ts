import type { ByteSource } from "../bytes/source";
import { readRange } from "../bytes/source";
import { pcapReader } from "./pcap";
import type { CaptureReader, PacketRecord } from "./record";

/** Recognises a capture by its content, never by its name; nothing when it is none. */
export async function openCapture(source: ByteSource): Promise<CaptureReader | undefined> {
  return pcapReader(await readRange(source, 0, 32));
}

export interface ScanOptions {
  readonly onPacket: (record: PacketRecord, block: Uint8Array, at: number) => void;
  /** After each block, with how far into the file the scan is; the next block waits for it. */
  readonly onBlock?: (offset: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
  readonly blockSize?: number;
}

const usualBlockSize = 1 << 20;

/** One pass over the file in large blocks; a record that a block cuts is read again with the next. */
export async function scanCapture(source: ByteSource, reader: CaptureReader, options: ScanOptions): Promise<void> {
  let block = new Uint8Array(options.blockSize ?? usualBlockSize);
  let offset = reader.headerSize;
  while (!reader.damage && !options.signal?.aborted) {
    const count = await source.read(offset, block);
    const used = count === 0 ? 0 : reader.scan(block.subarray(0, count), offset, options.onPacket);
    if (used > 0) offset += used;
    else if (count < block.length || offset + count >= source.size) {
      reader.ended(offset, count);
      break;
    } else block = new Uint8Array(-used);
    await options.onBlock?.(offset);
  }
}
