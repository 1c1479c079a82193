import type { CapturedPackets } from "../capturedPackets";
import { LongWork } from "../longWork";
import type { ChosenPackets } from "./savedPackets";

/** What a file must be able to hold for these packets. */
export interface PacketSurvey {
  readonly linkTypes: ReadonlySet<number>;
  /** How many packets have no time. */
  readonly timeless: number;
  /** How many records are no packets: custom blocks, journal entries, system calls. */
  readonly records: number;
  /** How many packets have a time that does not fit 32 bits of seconds. */
  readonly ofOtherAges: number;
  /** Whether some time, or some clock, is finer than microseconds. */
  readonly isFine: boolean;
  /** The most that may have been kept of a packet; 0 where no limit is known. */
  readonly snapLength: number;
  /** How many packets have comments. */
  readonly commented: number;
}

const mostSeconds = 2 ** 32 - 1;

export async function surveyPackets(packets: CapturedPackets, chosen: ChosenPackets): Promise<PacketSurvey> {
  const { columns, reader } = packets;
  const { interfaces, notes } = reader;
  const work = new LongWork({});
  const hasComments = notes.packetComments.size > 0;
  const linkTypes = new Set<number>();
  let [timeless, records, ofOtherAges, commented] = [0, 0, 0, 0];
  let isFine = false;
  let [snapLength, longest, isLimited] = [0, 0, true];
  let last = -1;
  for (let place = 0; place < chosen.count; place += 1) {
    if ((place & 0xffff) === 0) await work.pause(0);
    const index = chosen.indexAt(place);
    const number = columns.interfaceOf(index);
    if (number !== last) {
      const known = interfaces[number];
      last = number;
      if (known.linkType >= 0) linkTypes.add(known.linkType);
      isFine ||= known.decimals > 6;
      isLimited &&= known.snapLength > 0;
      snapLength = Math.max(snapLength, known.snapLength);
    }
    longest = Math.max(longest, columns.capturedLength.get(index));
    if (hasComments && notes.packetComments.has(index)) commented += 1;
    if (interfaces[number].linkType < 0) records += 1;
    else if (Number.isNaN(columns.time[index])) timeless += 1;
    else {
      const { seconds, nanoseconds } = columns.moment(index);
      if (seconds < 0 || seconds > mostSeconds) ofOtherAges += 1;
      isFine ||= nanoseconds % 1000 !== 0 || nanoseconds < 0 || nanoseconds >= 1e9;
    }
  }
  snapLength = isLimited ? Math.max(snapLength, longest) : 0;
  return { linkTypes, timeless, records, ofOtherAges, isFine, snapLength, commented };
}
