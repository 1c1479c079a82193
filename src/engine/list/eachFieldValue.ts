import { needsHistory } from "../../filter/columnFields";
import type { FilterField } from "../../filter/fields";
import { PacketValues } from "../../filter/packetValues";
import { plainReader } from "../../filter/plainValues";
import type { Value } from "../../filter/values";
import type { CapturedPackets } from "../capturedPackets";
import { factsOf, plainFactsOf } from "../filter/packetFacts";
import { PlainSegments } from "../filter/plainSegments";
import type { LongWork } from "../longWork";
import { wholePackets } from "../wholePackets";

/** Calls back with the values of a field in each of these rows, which rise: from its bytes, and from its connection's past if needed. */
export async function eachFieldValue(
  packets: CapturedPackets,
  { name }: FilterField,
  rows: Uint32Array,
  work: LongWork,
  onValues: (row: number, values: readonly Value[]) => void,
): Promise<void> {
  const values = new PacketValues([name]);
  if (needsHistory(name)) {
    for await (const { number, packet, place } of wholePackets(packets, rows, work)) {
      values.read(factsOf(packets, number - 1, packet, place));
      onValues(number - 1, values.of(name));
    }
    return;
  }
  const plain = plainReader(name, packets);
  const segments = new PlainSegments(packets);
  for (let first = 0, end = 0; first < rows.length; first = end) {
    end = packets.endOfNear(rows, first);
    const some = Array.from(rows.subarray(first, end));
    const near = await packets.readTogether(some);
    const read = new Set<number>();
    if (plain && near)
      segments.read(some, near, (row, place) => {
        const value = plain(place, row);
        onValues(row, value === undefined ? [] : [value]);
        read.add(row);
      });
    for (const row of some) {
      if (work.isDue) await work.pause(first / rows.length);
      if (read.has(row)) continue;
      values.read(await plainFactsOf(packets, row, near));
      onValues(row, values.of(name));
    }
  }
}
