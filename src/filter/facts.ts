import { type Mark, marks } from "../connections/marks";
import type { Connection, SegmentPlace } from "../connections/tracker";
import { findNode } from "../decode/node";
import type { Layer, Packet, RareOption, Segment } from "../decode/packet";
import { udp } from "../protocols/control";
import { largestLength } from "../protocols/ethernet";
import { tcpFlag } from "../protocols/tcp";
import { experiment1, fastOpenExperiment, fastOpen as fastOpenOption, tcpOptionHead } from "../protocols/tcpOptions";
import type { PacketFacts } from "./packetValues";
import { binaryOf, type Value } from "./values";

/** Facts that are in no header, by the names under which filters ask for them. */

type FrameFact = (facts: PacketFacts) => Value | undefined;

const nanoseconds = 1_000_000_000n;

export const frameFacts: Readonly<Record<string, FrameFact | undefined>> = {
  frame: ({ packet: { sources } }) => ({ header: sources[0], whole: sources[0] }),
  "frame.number": ({ number }) => number,
  "frame.marked": ({ isMarked }) => (isMarked ? 1 : 0),
  "frame.len": ({ record }) => record.length,
  "frame.cap_len": ({ record }) => record.capturedLength,
  "frame.time": momentOf,
  "frame.time_epoch": momentOf,
  "frame.time_relative": ({ sinceFirst }) => sinceFirst,
  "frame.time_delta": ({ sincePrevious }) => sincePrevious,
  "frame.protocols": ({ protocols }) => binaryOf(protocols),
};

function momentOf({ record: { seconds, nanoseconds: rest } }: PacketFacts): bigint | undefined {
  return Number.isNaN(seconds) ? undefined : BigInt(seconds) * nanoseconds + BigInt(rest);
}

/** One header of a packet; the place in a connection is known for the innermost TCP header only. */
export interface LayerFacts {
  readonly layer: Layer;
  readonly packet: Packet;
  readonly place: SegmentPlace | undefined;
  readonly connection: Connection | undefined;
}

type LayerFact = (facts: LayerFacts) => readonly Value[];

const none: readonly Value[] = [];
const some = (value: Value | undefined): readonly Value[] => (value === undefined ? none : [value]);

const lengthOrType = (wantsLength: boolean): LayerFact => {
  return ({ layer }) => {
    if (layer.protocol !== "eth") return none;
    const value = findNode([layer.node], "eth.type")?.value;
    return typeof value === "number" && value <= largestLength === wantsLength ? [value] : none;
  };
};

const isData = ({ protocol }: Layer) => protocol === "data" || protocol === "tcp.payload" || protocol === "udp.payload";
const dataBytes = ({ layer }: LayerFacts) =>
  isData(layer) && layer.node.value instanceof Uint8Array && layer.node.value.length > 0 ? layer.node.value : undefined;

/** What a datagram carries, also where a protocol above UDP was read from it. */
function udpPayload({ layer: { protocol, node }, packet: { sources } }: LayerFacts): Value | undefined {
  const length = protocol === "udp" ? findNode([node], udp.fields.length.id)?.value : undefined;
  if (typeof length !== "number") return undefined;
  const bytes = sources[node.source ?? 0].subarray(node.start + udp.size, node.start + length);
  return bytes.length > 0 ? bytes : undefined;
}

const hasField =
  (id: string): LayerFact =>
  ({ layer }) =>
    layer.protocol === "http" && findNode([layer.node], id) ? [1] : none;

/** Fields that Wireshark divides otherwise than the headers' tables do. */
export const headerFacts: Readonly<Record<string, LayerFact | undefined>> = {
  "eth.type": lengthOrType(false),
  "eth.len": lengthOrType(true),
  data: (facts) => {
    const bytes = dataBytes(facts);
    return bytes ? [{ header: bytes, whole: bytes }] : none;
  },
  "data.data": (facts) => some(dataBytes(facts)),
  "data.len": (facts) => some(dataBytes(facts)?.length),
  "udp.payload": (facts) => some(udpPayload(facts)),
  "http.request": hasField("http.request.method"),
  "http.response": hasField("http.response.version"),
};

const ofSegment =
  (fact: (segment: Segment, facts: LayerFacts) => Value | undefined): LayerFact =>
  (facts) => {
    const { segment } = facts.layer;
    return segment ? some(fact(segment, facts)) : none;
  };

const checksumStatus: Readonly<Record<string, number>> = { bad: 0, partial: 0, good: 1, unverified: 2 };

/** Twelve places, with a letter for each flag that is set and a dot for each that is not. */
function flagString(flags: number): string {
  const letters = ["R", "R", "R", "A", "C", "E", "U", "A", "P", "R", "S", "F"];
  return letters.map((letter, index) => (flags & (0x800 >> index) ? letter : "·")).join("");
}

const aceMask = tcpFlag.AE | tcpFlag.CWR | tcpFlag.ECE;
const has = (flags: number, flag: number) => (flags & flag) !== 0;
const isThere = (isSo: boolean) => (isSo ? 1 : undefined);

/** Facts that follow from the flags alone. */
export const flagFacts: Readonly<Record<string, ((flags: number) => Value | undefined) | undefined>> = {
  "tcp.flags.str": (flags) => binaryOf(flagString(flags)),
  "tcp.connection.syn": (flags) => isThere(has(flags, tcpFlag.SYN) && !has(flags, tcpFlag.ACK)),
  "tcp.connection.synack": (flags) => isThere(has(flags, tcpFlag.SYN) && has(flags, tcpFlag.ACK)),
  "tcp.connection.fin": (flags) => isThere(has(flags, tcpFlag.FIN)),
  "tcp.connection.rst": (flags) => isThere(has(flags, tcpFlag.RST)),
};

const lengthId = tcpOptionHead.fields.option_len.id;
const experimentId = experiment1.body.fields.exid.id;
/** Fast Open without a cookie (RFC 7413 §4.1.1), under its own kind or under an experiment's number. */
const asksForCookie = ({ kind, values }: RareOption): boolean =>
  kind === fastOpenOption.kind
    ? values.get(lengthId) === tcpOptionHead.size
    : values.get(experimentId) === fastOpenExperiment && values.get(lengthId) === tcpOptionHead.size + experiment1.body.size;

/** Facts that follow from a TCP header and its payload alone. */
export const segmentFacts: Readonly<Record<string, LayerFact | undefined>> = {
  // what a reset carries is its cause for Wireshark, no data (RFC 9293 §3.5.3)
  "tcp.payload": ofSegment(({ payload, flags = 0 }) => {
    if (has(flags, tcpFlag.RST)) return undefined;
    const bytes = payload?.content();
    return bytes && bytes.length > 0 ? bytes : undefined;
  }),
  "tcp.len": ofSegment(({ length }) => length),
  "tcp.checksum.status": ofSegment(({ checksumStatus: status }) => (status === undefined ? undefined : checksumStatus[status])),
  "tcp.options.sack.count": ofSegment(({ options }) => options.sack?.length),
  "tcp.options.wscale.multiplier": ofSegment(({ options: { windowShift } }) =>
    windowShift === undefined ? undefined : 2 ** Math.min(windowShift, 14),
  ),
  "tcp.options.tfo.request": ofSegment(({ options: { rare = [] } }) => (rare.some(asksForCookie) ? 1 : undefined)),
  ...Object.fromEntries(
    Object.entries(flagFacts).map(([name, fact]) => [
      name,
      ofSegment(({ flags }) => (flags === undefined ? undefined : fact!(flags))),
    ]),
  ),
};

const ofPlace =
  (fact: (place: SegmentPlace, segment: Segment, facts: LayerFacts) => Value | undefined): LayerFact =>
  (facts) => {
    const { layer, place } = facts;
    return place && layer.segment ? some(fact(place, layer.segment, facts)) : none;
  };

const span = (value: number | undefined) =>
  value === undefined || !Number.isFinite(value) ? undefined : BigInt(Math.round(value));

const ofMark = (mark: Mark) => ofPlace(({ analysis }) => (analysis?.marks.has(mark) ? 1 : undefined));

/** Marks of what is remarkable, but did not go wrong. */
export const fastOpen: ReadonlySet<Mark> = new Set(["tfo_syn", "tfo_ack", "tfo_ignored"]);

/** Whether a fact is known from the connection only, not from the packet alone. */
export const isTcpFact = (name: string) => layerFacts[name] !== undefined;

/** Facts about a segment in its connection. */
export const layerFacts: Readonly<Record<string, LayerFact | undefined>> = {
  "tcp.stream": ofPlace(({ stream }) => stream),
  "tcp.seq": ofPlace(({ seq }) => seq),
  "tcp.nxtseq": ofPlace(({ next }) => next),
  "tcp.ack": ofPlace(({ ack }) => ack),
  "tcp.window_size": ofPlace(({ windowFactor }, { window, length }) =>
    window === undefined ? undefined : windowFactor > 0 && length !== undefined ? window * windowFactor : window,
  ),
  "tcp.window_size_scalefactor": ofPlace(({ windowFactor }) => (windowFactor === 0 ? undefined : windowFactor)),
  "tcp.time_relative": ofPlace(({ sinceFirst }) => span(sinceFirst)),
  "tcp.time_delta": ofPlace(({ sincePrevious }) => span(sincePrevious)),
  "tcp.completeness": ofPlace((_place, _segment, { connection }) => connection?.completeness),
  "tcp.options.sack_le": (facts) => facts.place?.sack.map(([left]) => left) ?? none,
  "tcp.options.sack_re": (facts) => facts.place?.sack.map(([, right]) => right) ?? none,
  "tcp.flags.ace": ofPlace(({ usesAce }, { flags = 0 }) =>
    usesAce && !has(flags, tcpFlag.SYN) ? (flags & aceMask) / tcpFlag.ECE : undefined,
  ),
  "tcp.analysis": ofPlace(({ analysis }) =>
    analysis && (analysis.marks.size > 0 || analysis.acknowledges !== undefined || analysis.bytesInFlight !== undefined)
      ? 1
      : undefined,
  ),
  "tcp.analysis.flags": ofPlace(({ analysis }) =>
    analysis && [...analysis.marks].some((mark) => !fastOpen.has(mark)) ? 1 : undefined,
  ),
  "tcp.analysis.acks_frame": ofPlace(({ analysis }) => analysis?.acknowledges),
  "tcp.analysis.ack_rtt": ofPlace(({ analysis }) => span(analysis?.roundTrip || undefined)),
  "tcp.analysis.initial_rtt": ofPlace(({ initialRoundTrip }) => span(initialRoundTrip)),
  "tcp.analysis.rto": ofPlace(({ analysis }) => span(analysis?.retransmissionTimeout)),
  "tcp.analysis.rto_frame": ofPlace(({ analysis }) => analysis?.retransmissionOf),
  "tcp.analysis.bytes_in_flight": ofPlace(({ analysis }) => analysis?.bytesInFlight),
  "tcp.analysis.push_bytes_sent": ofPlace(({ analysis }) => analysis?.pushedBytes),
  "tcp.analysis.duplicate_ack_num": ofPlace(({ analysis }) => analysis?.duplicateNumber),
  "tcp.analysis.duplicate_ack_frame": ofPlace(({ analysis }) => analysis?.duplicateOf),
  ...Object.fromEntries(marks.map((mark) => [`tcp.analysis.${mark}`, ofMark(mark)])),
};
