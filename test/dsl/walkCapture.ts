import type { ByteSource } from "../../src/bytes/source";
import type { CaptureReader, PacketRecord } from "../../src/capture/record";
import { ConnectionTracker, type SegmentPlace } from "../../src/connections/tracker";
import { decodePacket } from "../../src/decode/decodePacket";
import { FragmentStore } from "../../src/decode/fragments";
import { lastSegment, type Packet } from "../../src/decode/packet";
import { scanCapture } from "./scanCapture";

/** One packet on the way through a capture. All of it may be used again for the next packet: keep copies. */
export interface Visit {
  /** Counted from 1. */
  readonly number: number;
  readonly record: PacketRecord;
  readonly packet: Packet;
  /** Where the segment stands in its connection. */
  readonly place: SegmentPlace | undefined;
  /** Numbers of the packets whose fragments this one completes, its own among them. */
  readonly completedFrom: readonly number[];
}

/** Decodes every packet in order and follows every connection: what a segment means depends on those before it. */
export async function walkCapture(
  source: ByteSource,
  reader: CaptureReader,
  options: {
    readonly tracker?: ConnectionTracker;
    readonly onPacket: (visit: Visit) => void;
    readonly onBlock?: (offset: number) => void | Promise<void>;
    readonly signal?: AbortSignal;
    readonly blockSize?: number;
  },
): Promise<void> {
  const { tracker = new ConnectionTracker(), onPacket, ...scan } = options;
  const fragments = new FragmentStore();
  let number = 0;
  await scanCapture(source, reader, {
    ...scan,
    onPacket: (record, block, at) => {
      number += 1;
      fragments.beginPacket(number);
      const bytes = block.subarray(at, at + record.capturedLength);
      const packet = decodePacket(bytes, record.length, reader.interfaces[record.interface].linkType, fragments);
      const segment = lastSegment(packet);
      onPacket({
        number,
        record,
        packet,
        place: segment && tracker.add(number - 1, { seconds: record.seconds, nanoseconds: record.nanoseconds }, segment),
        completedFrom: fragments.completedFrom,
      });
    },
  });
}
