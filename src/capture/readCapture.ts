import { Blocks } from "../bytes/blocks";
import type { ByteSource } from "../bytes/source";
import { readRange } from "../bytes/source";
import { pcapReader } from "./pcap";
import { pcapngReader } from "./pcapng";
import type { CaptureReader } from "./record";
import { RecordBatch } from "./recordBatch";

/** Recognises a capture by its content, never by its name; nothing when it is none. */
export async function openCapture(source: ByteSource): Promise<CaptureReader | undefined> {
  const head = await readRange(source, 0, 32);
  return pcapngReader(head) ?? (await pcapReader(head, source));
}

/** Some packets of a block, which begins at `offset` in the file. All of it is used again for the next ones. */
export type OnRecords = (records: RecordBatch, block: Uint8Array, view: DataView, offset: number) => void;

export interface ScanOptions {
  /** After each block, with how far into the file the scan is; the next block waits for it. */
  readonly onBlock?: (offset: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
  readonly blockSize?: number;
}

/** One pass over the file in large blocks, the packets in batches; the next block is read while they are worked on. */
export async function scanRecords(
  source: ByteSource,
  reader: CaptureReader,
  options: ScanOptions & { readonly onRecords: OnRecords },
): Promise<void> {
  const records = new RecordBatch();
  const blocks = new Blocks(source, reader.headerSize, options.blockSize);
  let used = 0;
  let needed = 0;
  while (!reader.damage && !options.signal?.aborted) {
    const { bytes, offset } = await blocks.take(used, needed);
    if (bytes.length === 0) break;
    const isShort = bytes.length < needed;
    used = scanBlock(reader, records, bytes, offset, options.onRecords);
    if (reader.damage) break;
    needed = used === bytes.length ? 0 : reader.needed;
    // a length that runs past the file asks for no memory
    if (isShort || offset + used + needed > source.size)
      reader.damage = { kind: "cut-in-record", offset: offset + used, value: source.size - offset - used };
    if (reader.damage) break;
    await options.onBlock?.(offset + used);
  }
  await blocks.close();
  // that the file could not be inflated to its end says more than where that leaves its last record
  if (source.damage && (!reader.damage || reader.damage.kind.startsWith("cut-"))) reader.damage = source.damage;
}

/** Reads the whole records of a block and says how many bytes they took. */
function scanBlock(reader: CaptureReader, records: RecordBatch, block: Uint8Array, offset: number, onRecords: OnRecords): number {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  let at = 0;
  do {
    records.count = 0;
    at = reader.scan(view, at, offset, records);
    onRecords(records, block, view, offset);
  } while (records.isFull && !reader.damage);
  return at;
}
