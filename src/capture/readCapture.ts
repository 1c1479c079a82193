import type { ByteSource } from "../bytes/source";
import { readRange } from "../bytes/source";
import { pcapReader } from "./pcap";
import { pcapngReader } from "./pcapng";
import type { CaptureReader, OnPacket } from "./record";

/** Recognises a capture by its content, never by its name; nothing when it is none. */
export async function openCapture(source: ByteSource): Promise<CaptureReader | undefined> {
  const head = await readRange(source, 0, 32);
  return pcapngReader(head) ?? (await pcapReader(head, source));
}

export interface ScanOptions {
  readonly onPacket: OnPacket;
  /** After each block, with how far into the file the scan is; the next block waits for it. */
  readonly onBlock?: (offset: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
  readonly blockSize?: number;
}

const usualBlockSize = 1 << 20;

/** One pass over the file in large blocks; a record that a block cuts is read again with the next. */
export async function scanCapture(source: ByteSource, reader: CaptureReader, options: ScanOptions): Promise<void> {
  const usual = new Uint8Array(options.blockSize ?? usualBlockSize);
  let block = usual;
  let offset = reader.headerSize;
  while (!reader.damage && !options.signal?.aborted) {
    const count = await source.read(offset, block);
    const used = count === 0 ? 0 : reader.scan(block.subarray(0, count), offset, options.onPacket);
    if (used > 0) {
      offset += used;
      block = usual;
    } else if (reader.damage || count === 0) break;
    // a length that runs past the file asks for no memory
    else if (count < block.length || offset - used > source.size) {
      reader.damage = { kind: "cut-in-record", offset, value: source.size - offset };
      break;
    } else block = new Uint8Array(-used);
    await options.onBlock?.(offset);
  }
  // that the file could not be inflated to its end says more than where that leaves its last record
  if (source.damage && (!reader.damage || reader.damage.kind.startsWith("cut-"))) reader.damage = source.damage;
}
