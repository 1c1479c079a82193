import { recall } from "../connections/recall";
import type { SackBlock, SegmentPlace } from "../connections/tracker";
import { lastSegment } from "../decode/packet";
import type { CapturedPackets } from "./capturedPackets";

/** Segments of a connection that lie farther apart than this are followed again from a checkpoint each. */
const farApart = 1 << 14;

/** Where segments stand in their connections, with what is in no column; nothing for a packet that is no segment of one. */
export async function wholePlacesOf(
  packets: CapturedPackets,
  indexes: readonly number[],
): Promise<readonly (SegmentPlace | undefined)[]> {
  const found = new Map<number, SegmentPlace>();
  for (const near of stretches(packets, indexes)) {
    const [own, ofPeer] = await selectiveAcknowledgments(packets, near);
    const places = recall(
      packets.tracker,
      packets.columns,
      near,
      (index) => own.get(index) ?? [],
      (index) => ofPeer.get(index) ?? [],
    );
    for (const [i, place] of places.entries()) found.set(near[i], place);
  }
  return indexes.map((index) => found.get(index));
}

/** Groups of segments that are followed again together: each of one connection, rising. */
function stretches({ columns }: CapturedPackets, indexes: readonly number[]): readonly number[][] {
  const rising = [...new Set(indexes)].filter((index) => columns.flow[index] >= 0).sort((a, b) => a - b);
  const ofStream = new Map<number, number[][]>();
  for (const index of rising) {
    const stream = columns.stream(index);
    const known = ofStream.get(stream) ?? [];
    const last = known.at(-1);
    if (last && index - last[last.length - 1] <= farApart) last.push(index);
    else known.push([index]);
    ofStream.set(stream, known);
  }
  return [...ofStream.values()].flat();
}

/** The blocks that the segments acknowledge selectively themselves, and those that the other side had sent last. */
async function selectiveAcknowledgments(
  packets: CapturedPackets,
  indexes: readonly number[],
): Promise<readonly [own: ReadonlyMap<number, readonly SackBlock[]>, ofPeer: ReadonlyMap<number, readonly SackBlock[]>]> {
  const { columns, tracker } = packets;
  const own = new Map<number, readonly SackBlock[]>();
  const ofPeer = new Map<number, readonly SackBlock[]>();
  const sackOf = async (index: number) =>
    index < 0 ? [] : (own.get(index) ?? lastSegment(await packets.decode(index))?.options.sack ?? []);
  const { firstPacket } = tracker.connection(columns.stream(indexes[0]));
  for (const index of indexes) {
    own.set(index, await sackOf(index));
    ofPeer.set(index, await sackOf(columns.before(index, columns.flow[index] ^ 1, firstPacket)));
  }
  return [own, ofPeer];
}
