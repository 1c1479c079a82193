import { allOfPart } from "../../view/onScreen/listOverview";
import type { LongWork } from "../longWork";
import type { ShownPackets } from "../shownPackets";

const between = 1 << 16;

/** For each of so many equal parts of a list how many of its packets fit: from 0 for none to `allOfPart`. */
export async function overviewOf(
  shown: ShownPackets,
  fits: (index: number) => boolean,
  parts: number,
  work: LongWork,
): Promise<Uint8Array> {
  const { count } = shown;
  const sizes = new Uint32Array(Math.min(parts, count));
  const fitting = new Uint32Array(sizes.length);
  for (let place = 0; place < count; place += 1) {
    if (place % between === 0) await work.pause(place / count);
    const part = Math.floor((place / count) * sizes.length);
    sizes[part] += 1;
    if (fits(shown.indexAt(place))) fitting[part] += 1;
  }
  return Uint8Array.from(fitting, (fit, part) => Math.ceil((fit / sizes[part]) * allOfPart));
}
