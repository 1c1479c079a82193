import type { SegmentPlace } from "../../connections/tracker";
import type { Packet } from "../../decode/packet";
import type { PacketFacts } from "../../filter/packetValues";
import { protocolPath } from "../../view/protocolColumn";
import type { CapturedPackets } from "../capturedPackets";

/** What a filter may ask of one packet, as far as its bytes, the columns and its place in a connection tell. */
export function factsOf(
  { columns, tracker }: CapturedPackets,
  index: number,
  packet: Packet,
  place: SegmentPlace | undefined,
): PacketFacts {
  return {
    number: index + 1,
    record: columns.record(index),
    packet,
    place,
    connection: place && tracker.connection(place.stream),
    protocols: protocolPath(packet),
    ...columns.spansBefore(index),
  };
}
