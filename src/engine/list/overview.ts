import type { LongWork } from "../longWork";
import type { ShownPackets } from "../shownPackets";

const between = 1 << 16;

/** For each of so many equal parts of a list whether it has packets that fit: 1, or 0. */
export async function overviewOf(
  shown: ShownPackets,
  fits: (index: number) => boolean,
  parts: number,
  work: LongWork,
): Promise<Uint8Array> {
  const { count } = shown;
  const found = new Uint8Array(Math.min(parts, count));
  for (let place = 0; place < count; place += 1) {
    if (place % between === 0) await work.pause(place / count);
    if (fits(shown.indexAt(place))) found[Math.floor((place / count) * found.length)] = 1;
  }
  return found;
}
