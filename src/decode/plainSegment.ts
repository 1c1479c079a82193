import { tcp } from "../protocols/tcp";
import { decodeApplication } from "./application/application";
import type { Layer, Segment } from "./packet";
import { readOptionValues } from "./plainOptions";
import { Scope } from "./scope";
import { SegmentWord } from "./segmentBatch";

/** What a list shows of a segment. */
export type ListedSegment = Pick<
  Segment,
  "srcport" | "dstport" | "seq" | "ack" | "flags" | "window" | "urgentPointer" | "length" | "options"
> &
  Partial<Pick<Segment, "headerLength" | "unbelieved">>;

const urgentAt = tcp.fields.urgent_pointer.offset;
const lengthAt = tcp.fields.hdr_len.offset;

/** What a list shows of a segment that `readPackets` put into a batch at `at`, without a tree; `view` is on the block that holds it. */
export function plainSegment(block: Uint8Array, view: DataView, words: Int32Array, at: number): ListedSegment {
  const place = words[at + SegmentWord.place];
  const ports = words[at + SegmentWord.ports];
  return {
    srcport: ports >>> 16,
    dstport: ports & 0xffff,
    seq: words[at + SegmentWord.seq] >>> 0,
    ack: words[at + SegmentWord.ack] >>> 0,
    flags: words[at + SegmentWord.flags],
    window: words[at + SegmentWord.window],
    urgentPointer: view.getUint16(place + urgentAt),
    length: words[at + SegmentWord.length],
    options: readOptionValues(new Scope(block, place + tcp.size, place + headerLength(view, place), "tcp.hdr_len", 0, view)),
  };
}

/** What a segment's payload says, as far as it was captured: `end` is where its packet ends in the block. */
export function plainApplication(
  block: Uint8Array,
  view: DataView,
  end: number,
  words: Int32Array,
  at: number,
  segment: ListedSegment,
): Layer["summary"] {
  const place = words[at + SegmentWord.place];
  const start = place + headerLength(view, place);
  const length = words[at + SegmentWord.length];
  if (length === 0 || start >= end) return undefined;
  // the bytes behind a packet that was cut belong to the next one
  const bytes = start + length > end ? block.subarray(0, end) : block;
  const body = new Scope(bytes, start, start + length, "ip.len", 0, view);
  return decodeApplication(body, { srcport: segment.srcport!, dstport: segment.dstport! }, "tcp")?.summary;
}

const headerLength = (view: DataView, place: number): number =>
  (view.getUint8(place + lengthAt) >>> tcp.fields.hdr_len.shift) * (tcp.fields.hdr_len.unit ?? 1);
