import type { ByteSource } from "../../bytes/source";
import type { CapturedPackets } from "../capturedPackets";
import type { ChosenPackets } from "./savedPackets";

/** So many bytes are read at once at most; a gap between packets up to `gap` bytes is read along rather than left out. */
const mostTogether = 1 << 20;
const gap = 1 << 15;
const usualRoom = mostTogether + (1 << 10);

/** Chosen packets that lie close together in the file, and the bytes there, in memory that the next ones reuse. */
export interface NearPackets {
  /** The place of the first among the chosen packets, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  readonly view: DataView;
  readonly bytes: Uint8Array;
  /** Where the bytes begin in the file. */
  readonly offset: number;
}

/** All chosen packets, in groups that lie close together, with as many bytes around each group as are asked for. */
export async function* nearPackets(
  { columns, source }: CapturedPackets,
  chosen: ChosenPackets,
  around: { readonly before: number; readonly behind: number },
): AsyncGenerator<NearPackets> {
  let room = new Uint8Array(0);
  for (let first = 0, end = 0; first < chosen.count; first = end) {
    const index = chosen.indexAt(first);
    const place = columns.placeOf(index);
    let last = place + columns.capturedLength.get(index);
    for (end = first + 1; end < chosen.count; end += 1) {
      const next = chosen.indexAt(end);
      const start = columns.placeOf(next);
      const nextLast = start + columns.capturedLength.get(next);
      if (start - last > gap || nextLast - place > mostTogether) break;
      last = nextLast;
    }
    const offset = Math.max(0, place - around.before);
    const length = Math.min(source.size, last + around.behind) - offset;
    if (room.length < length) room = new Uint8Array(Math.max(length, usualRoom));
    const bytes = room.subarray(0, length);
    await fill(source, offset, bytes);
    yield { first, end, bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset };
  }
}

/** Reads a range of a file, which may have become shorter since it was indexed: that is an error. */
export async function fill(source: ByteSource, offset: number, bytes: Uint8Array): Promise<void> {
  const count = await source.read(offset, bytes);
  if (count < bytes.length) throw new Error(`The capture ends at byte ${offset + count}, where it went on before.`);
}
