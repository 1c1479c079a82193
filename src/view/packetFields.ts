import type { PacketRecord } from "../capture/record";
import { fastOpenMarks, type Mark, markNames } from "../connections/marks";
import { leftEdges } from "../connections/place";
import type { Analysis, Connection, SegmentPlace } from "../connections/tracker";
import { findNode } from "../decode/node";
import type { Layer, Packet, Segment } from "../decode/packet";
import { lastSegment, ownLayers } from "../decode/packet";
import { ipv4 } from "../protocols/ipv4";
import { tcp } from "../protocols/tcp";
import { formatIp } from "../text/address";
import { formatHex, formatSeconds, formatSpan } from "../text/value";
import { packetInfo } from "./packetInfo";
import { protocolColumn, protocolPath } from "./protocolColumn";
import { scaledWindow, tcpInfo } from "./tcpInfo";

/** One packet by Wireshark's display-filter names: what `wirenote packets --json` prints. A missing value is a missing key. */
export type PacketFields = Readonly<Record<string, string | number | boolean | readonly (number | string)[]>>;

export function packetFields(
  number: number,
  record: Omit<PacketRecord, "place">,
  packet: Packet,
  place: SegmentPlace | undefined,
  connection?: Connection,
): PacketFields {
  const segment = lastSegment(packet);
  return present({
    "frame.number": number,
    "frame.len": record.length,
    "frame.cap_len": record.capturedLength,
    "frame.time_epoch": Number.isNaN(record.seconds) ? undefined : formatSeconds(record.seconds, record.nanoseconds),
    "frame.protocols": protocolPath(packet),
    ...addresses(packet, segment),
    "_ws.col.Protocol": protocolColumn(packet, place),
    "_ws.col.Info": packetInfo(packet, place),
    ...(segment && segmentFields(segment)),
    ...(segment && place && placeFields(segment, place)),
    "tcp.completeness": connection?.completeness,
  });
}

/** The fields that a packet's bytes alone tell, as for a pasted dump. */
export function dumpFields(packet: Packet): PacketFields {
  const segment = lastSegment(packet);
  return present({
    "frame.protocols": protocolPath(packet),
    ...addresses(packet, segment),
    ...(segment && segmentFields(segment)),
  });
}

/** The addresses of the segment's own IP layer, else of the innermost; of a header that was cut, as many as there are. */
function addresses(packet: Packet, segment: Segment | undefined): Record<string, string> {
  const layer = ownLayers(packet).findLast(({ protocol, node, network }) =>
    segment?.network ? network === segment.network : (protocol === "ip" || protocol === "ipv6") && node.length > 0,
  );
  const problem = layer?.node.problem;
  if (!layer || (!layer.network && (problem?.kind !== "cut" || hasOddVersion(layer)))) return {};
  // options that were not captured may have a source route, so that it is not known who is to get the packet
  const hasOptions = Number(findNode([layer.node], "ip.hdr_len")?.value ?? 0) > ipv4.size;
  const knowsTarget = layer.network || !hasOptions || (problem?.kind === "cut" && problem.claimedBy !== "frame.cap_len");
  const ids = knowsTarget ? [`${layer.protocol}.src`, `${layer.protocol}.dst`] : [`${layer.protocol}.src`];
  // as in Wireshark: the end of a source route in IPv4, but the address in the header of IPv6
  const { version, finalDst } = layer.network ?? {};
  const routed = version === 4 && finalDst ? { "ip.dst": formatIp(finalDst) } : {};
  const found = ids.map((id) => [id, findNode([layer.node], id)?.value] as const);
  return {
    ...Object.fromEntries(found.flatMap(([id, value]) => (value instanceof Uint8Array ? [[id, formatIp(value)]] : []))),
    ...routed,
  };
}

const hasOddVersion = ({ protocol, node }: Layer) => findNode([node], `${protocol}.version`)?.problem !== undefined;

/** The fields of a segment. As in Wireshark, it is no TCP without both ports, and nothing is shown behind an impossible header length. */
function segmentFields(segment: Segment): Record<string, unknown> {
  const { options, headerLength = tcp.size } = segment;
  if (segment.dstport === undefined) return {};
  const first = {
    "tcp.srcport": segment.srcport,
    "tcp.dstport": segment.dstport,
    "tcp.seq_raw": segment.seq,
    "tcp.len": segment.length,
    "tcp.hdr_len": segment.headerLength,
  };
  if (headerLength < tcp.size) return first;
  return {
    ...first,
    "tcp.ack_raw": segment.ack,
    "tcp.flags": segment.flags === undefined ? undefined : formatHex(segment.flags, 16),
    "tcp.window_size_value": segment.window,
    "tcp.checksum": segment.checksum === undefined ? undefined : formatHex(segment.checksum, 16),
    "tcp.checksum.status": segment.checksumStatus,
    "tcp.urgent_pointer": segment.urgentPointer,
    "tcp.options.mss_val": options.maximumSegmentSize,
    "tcp.options.wscale.shift": options.windowShift,
    "tcp.options.sack_perm": options.sackPermitted,
    "tcp.options.timestamp.tsval": options.timestampValue,
    "tcp.options.timestamp.tsecr": options.timestampEcho,
  };
}

/**
 * What Wireshark shows of the segment's connection. If the length is unknown it analyses nothing, and if its reading of the options breaks
 * off it shows nothing of the analysis.
 */
function placeFields(segment: Segment, whole: SegmentPlace): Record<string, unknown> {
  const isTold = segment.urgentPointer !== undefined && !segment.options.breakOff;
  const place = isTold ? whole : withoutAnalysis(whole);
  const { analysis, sack } = place;
  const first = {
    "tcp.info": segment.length === undefined ? undefined : tcpInfo(segment, place),
    "tcp.stream": place.stream,
    "tcp.seq": place.seq,
  };
  if (segment.unbelieved) return first;
  return {
    ...first,
    "tcp.nxtseq": place.next,
    "tcp.ack": place.ack,
    "tcp.window_size": scaledWindow(segment, place),
    "tcp.window_size_scalefactor": place.windowFactor === 0 ? undefined : place.windowFactor,
    "tcp.options.sack_le": someOf(leftEdges(segment, place)),
    "tcp.options.sack_re": someOf(sack.map(([, right]) => right)),
    ...(segment.urgentPointer !== undefined && {
      "tcp.time_relative": span(place.sinceFirst),
      "tcp.time_delta": span(place.sincePrevious),
    }),
    "tcp.analysis.initial_rtt": span(place.initialRoundTrip),
    ...(analysis && analysisFields(analysis)),
  };
}

/** Only the marks stay that Wireshark shows before it looks at options. */
function withoutAnalysis({ analysis, initialRoundTrip: _, ...place }: SegmentPlace): SegmentPlace {
  return { ...place, analysis: { marks: new Set([...(analysis?.marks ?? [])].filter(isFastOpen)) } };
}

function analysisFields(analysis: Analysis): Record<string, unknown> {
  return {
    "tcp.analysis.flags": someOf([...analysis.marks].sort()),
    "tcp.analysis.duplicate_ack_num": analysis.duplicateNumber,
    "tcp.analysis.duplicate_ack_frame": analysis.duplicateOf,
    "tcp.analysis.acks_frame": analysis.acknowledges,
    "tcp.analysis.ack_rtt": span(analysis.roundTrip || undefined),
    "tcp.analysis.rto": span(analysis.retransmissionTimeout),
    "tcp.analysis.rto_frame": analysis.retransmissionOf,
    "tcp.analysis.bytes_in_flight": analysis.bytesInFlight,
    "tcp.analysis.push_bytes_sent": analysis.pushedBytes,
  };
}

const isFastOpen = (mark: Mark) => marksOfFastOpen.has(mark);
const marksOfFastOpen = markNames(fastOpenMarks);

const someOf = <Item>(list: readonly Item[]) => (list.length > 0 ? list : undefined);
/** A span as text; nothing if the file tells no time. */
const span = (nanoseconds: number | undefined) => (Number.isFinite(nanoseconds) ? formatSpan(nanoseconds as number) : undefined);

function present(fields: Readonly<Record<string, unknown>>): PacketFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as PacketFields;
}
