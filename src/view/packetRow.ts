import type { PacketRecord } from "../capture/record";
import { destinationOf, lastNetwork, lastSegment, type Packet } from "../decode/packet";
import { formatIp } from "../text/address";
import { packetInfo } from "./packetInfo";
import { protocolColumn } from "./protocolColumn";
import type { ListedPlace } from "./tcpInfo";

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
