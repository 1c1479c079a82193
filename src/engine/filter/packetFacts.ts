import type { Block } from "../../bytes/blocks";
import type { SegmentPlace } from "../../connections/tracker";
import { lastSegment, type Packet } from "../../decode/packet";
import { nextNumber } from "../../filter/columnFields";
import type { PacketFacts } from "../../filter/packetValues";
import { protocolPath } from "../../view/protocolColumn";
import type { CapturedPackets } from "../capturedPackets";

/** What a filter may ask about one packet, from its bytes, the columns and its place in a connection. */
export function factsOf(
  { columns, tracker, marked }: CapturedPackets,
  index: number,
  packet: Packet,
  place: SegmentPlace | undefined,
): PacketFacts {
  return {
    number: index + 1,
    isMarked: marked.has(index),
    record: columns.record(index),
    packet,
    place,
    connection: place && tracker.connection(place.stream),
    protocols: protocolPath(packet),
    ...columns.spansBefore(index),
  };
}

/** The same from the packet's bytes and the columns alone, without following its connection. */
export async function plainFactsOf(packets: CapturedPackets, index: number, near?: Block): Promise<PacketFacts> {
  const packet = await packets.decode(index, near);
  const place = packets.placeOf(index, lastSegment(packet));
  const next = nextNumber(packets.columns, index);
  const known = place && { ...place, ...(next >= 0 && { next }), sinceFirst: Number.NaN, sincePrevious: Number.NaN };
  return factsOf(packets, index, packet, known);
}
