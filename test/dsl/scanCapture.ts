import type { ByteSource } from "../../src/bytes/source";
import { type ScanOptions, scanRecords } from "../../src/capture/readCapture";
import { type CaptureReader, emptyRecord, type PacketRecord } from "../../src/capture/record";

/** One packet of a scan, whose first captured byte stands at a place of the block. All of it is used again for the next one. */
export type OnPacket = (record: PacketRecord, block: Uint8Array, at: number) => void;

/** One pass over a file, one packet after another. */
export async function scanCapture(
  source: ByteSource,
  reader: CaptureReader,
  options: ScanOptions & { readonly onPacket: OnPacket },
): Promise<void> {
  const record = emptyRecord();
  await scanRecords(source, reader, {
    ...options,
    onRecords: (records, block, _view, offset) => {
      for (let i = 0; i < records.count; i += 1) {
        records.read(i, offset, record);
        options.onPacket(record, block, record.place - offset);
      }
    },
  });
}
