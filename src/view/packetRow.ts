import type { Mark } from "../connections/marks";
import { type Layer, lastSegment, type Packet } from "../decode/packet";
import { packetEnds } from "../decode/packetEnds";
import type { ListedSegment } from "../decode/plainSegment";
import { macSize } from "../protocols/header";
import { formatIp, formatMac } from "../text/address";
import type { Moment } from "../text/moment";
import { type Names, noNames } from "./names";
import { packetInfo } from "./packetInfo";
import { protocolColumn } from "./protocolColumn";
import { heardSummary, segmentName } from "./segmentColumns";
import { type ListedPlace, tcpInfo } from "./tcpInfo";

/** What the capture says about a packet besides its bytes. */
export interface RowFacts {
  /** Counted from 1, as in Wireshark. */
  readonly number: number;
  /** How many bytes it had on the wire. */
  readonly length: number;
  /** Its time, of the kind that is asked for; missing where there is none. */
  readonly time?: Moment | undefined;
  /** Whether the times of later packets count from this one. */
  readonly isReference?: boolean | undefined;
  /** Whether it is marked by hand. */
  readonly isMarked?: boolean | undefined;
  /** What people wrote beside it. */
  readonly comments?: readonly string[] | undefined;
}

/** A row of the packet list. */
export interface PacketRow extends RowFacts {
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly info: string;
  readonly flags?: number;
  readonly stream?: number;
  /** What is remarkable about the packet. */
  readonly marks?: readonly Mark[];
  /** The values of the fields for which the list has columns, by the names of the fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

type Draft = { -readonly [Key in keyof PacketRow]: PacketRow[Key] };

export function packetRow(facts: RowFacts, packet: Packet, place: ListedPlace | undefined, names: Names = noNames): PacketRow {
  const segment = lastSegment(packet);
  const ends = packetEnds(packet);
  const [source, destination] = [endText(ends.source, names), endText(ends.destination, names)];
  const said = { protocol: protocolColumn(packet, place), info: packetInfo(packet, place, names) };
  return rowOf(facts, { source, destination, ...said }, segment?.flags, place);
}

/** A plain segment as the list shows it. */
interface SegmentFacts {
  readonly source: string;
  readonly destination: string;
  readonly segment: ListedSegment;
  /** What its payload says, if that is known. */
  readonly summary: Layer["summary"];
  readonly place: ListedPlace | undefined;
}

/** The row of a segment that was read without its tree. */
export function segmentRow(
  facts: RowFacts,
  { source, destination, segment, summary, place }: SegmentFacts,
  names: Names,
): PacketRow {
  const heard = heardSummary(summary, place);
  const protocol = heard ? heard.protocol : segmentName(segment.options);
  const info = heard ? heard.info : tcpInfo(segment, place, names);
  return rowOf(facts, { source, destination, protocol, info }, segment.flags, place);
}

/** The name of a host, or of a network card if there is no IP. */
function endText(address: Uint8Array | undefined, names: Names): string {
  if (!address) return "";
  return address.length === macSize ? formatMac(address) : hostText(address, names);
}

export const hostText = (address: Uint8Array, names: Names): string => names.host(address) ?? formatIp(address);

type Said = Pick<PacketRow, "source" | "destination" | "protocol" | "info">;

/** The properties that every row has are set at once: an object that grows is copied again and again. */
function rowOf(
  { number, length, time, isReference, isMarked, comments }: RowFacts,
  { source, destination, protocol, info }: Said,
  flags: number | undefined,
  place: ListedPlace | undefined,
): PacketRow {
  const row: Draft = { number, length, source, destination, protocol, info };
  if (time) row.time = time;
  if (isReference) row.isReference = true;
  if (isMarked) row.isMarked = true;
  if (comments) row.comments = comments;
  if (flags !== undefined) row.flags = flags;
  if (place) row.stream = place.stream;
  if (place?.analysis && place.analysis.marks.size > 0) row.marks = [...place.analysis.marks];
  return row;
}
