import { strict as assert } from "node:assert";
import { type ByteSource, memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import type { CaptureReader } from "../../src/capture/record";
import { toHex } from "./bytes";
import { scanCapture } from "./scanCapture";

export interface FoundPacket {
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly length: number;
  readonly interface: number;
  readonly bytes: string;
}

/** Everything a reader delivers of a file. */
export async function readSource(
  source: ByteSource,
  blockSize?: number,
): Promise<{ packets: FoundPacket[]; reader: CaptureReader }> {
  const reader = await openCapture(source);
  assert.ok(reader, "not recognised");
  const packets: FoundPacket[] = [];
  await scanCapture(source, reader, {
    onPacket: (record, block, at) => {
      const { seconds, nanoseconds, length } = record;
      const bytes = toHex(block.subarray(at, at + record.capturedLength));
      packets.push({ seconds, nanoseconds, length, interface: record.interface, bytes });
    },
    ...(blockSize && { blockSize }),
  });
  return { packets, reader };
}

export const readBytes = (file: Uint8Array, blockSize?: number) => readSource(memorySource(file), blockSize);
