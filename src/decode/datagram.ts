import { Place } from "../bytes/place";
import type { PacketColumns } from "../capture/columns";
import { udp } from "../protocols/control";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import type { AddressStore } from "./addressStore";
import { numberOf } from "./innermost";

/** What is known of the ends of a packet that is no segment. It stands in the column in which segments have their flags. */
export enum DatagramEnds {
  /** Only its bytes can tell. */
  unknown = 0,
  /** It has no IP header. */
  none = 1,
  ipv4 = 4,
  ipv6 = 6,
}

const udpCode = numberOf("udp");

/** Notes that a packet has no IP header, and so no ends in its row. */
export function noteNoEnds(columns: PacketColumns, row: number): void {
  columns.flags[row] = DatagramEnds.none;
}

/**
 * Writes the ends of a datagram into columns that segments use for other things: its addresses into those of sequence and acknowledgment
 * numbers (for IPv6 their numbers in the store), UDP's ports into those of window and payload. The IP header begins at `ip`, what it
 * carries at `carried`.
 */
export function noteEnds(
  view: DataView,
  ip: number,
  carried: number,
  ends: DatagramEnds.ipv4 | DatagramEnds.ipv6,
  columns: PacketColumns,
  row: number,
  addresses: AddressStore,
): void {
  if (ends === DatagramEnds.ipv4) {
    columns.seq[row] = view.getUint32(ip + ipv4.fields.src.offset);
    columns.ack[row] = view.getUint32(ip + ipv4.fields.dst.offset);
  } else {
    columns.seq[row] = addressAt(view, ip + ipv6.fields.src.offset, addresses);
    columns.ack[row] = addressAt(view, ip + ipv6.fields.dst.offset, addresses);
  }
  if (columns.protocol[row] === udpCode) {
    columns.window[row] = view.getUint16((carried & Place.mask) + udp.fields.srcport.offset);
    columns.payload.values[row] = view.getUint16((carried & Place.mask) + udp.fields.dstport.offset);
  }
  columns.flags[row] = ends;
}

/** The number of an IPv6 address in the store. */
export const addressAt = (view: DataView, at: number, addresses: AddressStore): number =>
  addresses.numberOf(view.getInt32(at), view.getInt32(at + 4), view.getInt32(at + 8), view.getInt32(at + 12));
