import type { CapturedPackets } from "../capturedPackets";
import type { Step } from "../contract/list";
import type { LongWork } from "../longWork";
import type { ShownPackets } from "../shownPackets";
import type { PacketTest } from "./packetTest";

const placesAtOnce = 512;

export interface FoundPlace {
  readonly place: number;
  readonly wrapped: boolean;
}

/** The places of a list in the order in which they are searched: from one on to the end, then from the other end up to it. */
function* ways(count: number, after: number, step: Step): Generator<{ from: number; to: number; wrapped: boolean }> {
  const [start, end] = step > 0 ? [0, count] : [count - 1, -1];
  yield { from: after, to: end, wrapped: false };
  yield { from: start, to: after, wrapped: true };
}

/**
 * Searches packet by packet, a few hundred at a time, from the place `after` on. For a list in the order of the capture, in which
 * neighbours are neighbours in the file too.
 */
export async function findOnTheWay(
  packets: CapturedPackets,
  list: ShownPackets,
  test: PacketTest,
  after: number,
  step: Step,
  work: LongWork,
): Promise<FoundPlace | undefined> {
  let looked = 0;
  for (const { from, to, wrapped } of ways(list.count, after, step)) {
    for (let at = from; at !== to; ) {
      const length = Math.min(placesAtOnce, Math.abs(to - at));
      const first = step > 0 ? at : at - length + 1;
      const indexes = Uint32Array.from(list.indexes(first, length));
      const fits: boolean[] = [];
      await eachNear(packets, indexes, async (near) => fits.push(...(await test(near))));
      const among = step > 0 ? fits.indexOf(true) : fits.lastIndexOf(true);
      if (among >= 0) return { place: first + among, wrapped };
      at += step * length;
      looked += length;
      await work.pause(looked / list.count);
    }
  }
  return undefined;
}

/** Searches all packets in the order of the capture, for a list in another order: a byte for each says whether it fits. */
export async function fittingPackets(
  packets: CapturedPackets,
  shown: Uint32Array,
  test: PacketTest,
  work: LongWork,
): Promise<Uint8Array> {
  const fits = new Uint8Array(packets.columns.count);
  let looked = 0;
  await eachNear(packets, shown, async (near) => {
    const found = await test(near);
    for (const [i, index] of near.entries()) if (found[i]) fits[index] = 1;
    looked += near.length;
    await work.pause(looked / shown.length);
  });
  return fits;
}

/** The next place whose packet fits. */
export function findAmong(
  list: ShownPackets,
  fits: (index: number) => boolean,
  after: number,
  step: Step,
): FoundPlace | undefined {
  for (const { from, to, wrapped } of ways(list.count, after, step))
    for (let place = from; place !== to; place += step) if (fits(list.indexAt(place))) return { place, wrapped };
  return undefined;
}

async function eachNear(
  packets: CapturedPackets,
  indexes: Uint32Array,
  look: (near: readonly number[]) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < indexes.length; ) {
    const end = packets.endOfNear(indexes, first);
    await look(Array.from(indexes.subarray(first, end)));
    first = end;
  }
}
