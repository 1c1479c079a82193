import type { PacketRecord } from "../capture/record";
import { destinationOf, type Layer, lastNetwork, lastSegment, type Packet } from "../decode/packet";
import type { ListedSegment } from "../decode/plainSegment";
import { formatIp } from "../text/address";
import { packetInfo } from "./packetInfo";
import { protocolColumn, segmentProtocol } from "./protocolColumn";
import { type ListedPlace, tcpInfo } from "./tcpInfo";

/** A row of the packet list. */
export interface PacketRow {
  /** Counted from 1, as in Wireshark. */
  readonly number: number;
  /** Seconds since the first packet; missing where the file tells no time. */
  readonly time?: number;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly length: number;
  readonly info: string;
  readonly flags?: number;
  readonly stream?: number;
}

export function packetRow(
  number: number,
  record: Omit<PacketRecord, "place">,
  time: number,
  packet: Packet,
  place: ListedPlace | undefined,
): PacketRow {
  const segment = lastSegment(packet);
  const network = segment?.network ?? lastNetwork(packet);
  return {
    number,
    ...(!Number.isNaN(time) && { time }),
    source: network ? formatIp(network.src) : "",
    destination: network ? formatIp(destinationOf(network)) : "",
    protocol: protocolColumn(packet),
    length: record.length,
    info: packetInfo(packet, place),
    ...(segment?.flags !== undefined && { flags: segment.flags }),
    ...(place && { stream: place.stream }),
  };
}

/** A plain segment as the list shows it. */
interface SegmentFacts {
  readonly source: string;
  readonly destination: string;
  readonly segment: ListedSegment;
  /** What its payload says, where that can be told. */
  readonly summary: Layer["summary"];
  readonly place: ListedPlace | undefined;
}

/** The row of a segment that was read without its tree. */
export function segmentRow(
  number: number,
  length: number,
  time: number,
  { source, destination, segment, summary, place }: SegmentFacts,
): PacketRow {
  const row: { -readonly [Key in keyof PacketRow]?: PacketRow[Key] } = { number };
  if (!Number.isNaN(time)) row.time = time;
  row.source = source;
  row.destination = destination;
  row.protocol = segmentProtocol(summary);
  row.length = length;
  row.info = summary ? summary.info : tcpInfo(segment, place);
  if (segment.flags !== undefined) row.flags = segment.flags;
  if (place) row.stream = place.stream;
  return row as PacketRow;
}
