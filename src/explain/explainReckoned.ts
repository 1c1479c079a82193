import { lifePart } from "../connections/completeness";
import type { Part, PartId } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";
import { formatDuration } from "../text/duration";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";
import { asSegment, hasFlag } from "./describedSegment";
import type { Placed } from "./explainPart";
import { segmentExplanations } from "./explainSegment";

/** What Wireshark works out about a segment from the others of its connection, and shows in brackets. */
export const reckonedExplanations: { readonly [Id in PartId]?: (mention: Placed) => Sentence[] } = {
  "frame.cap_len": ({ part: { value: length = 0 } }) => [sentence("tree.capturedLength", { length })],
  "tcp.stream": ({ part: { value: stream = 0 } }) => [sentence("tree.stream", { stream })],
  "tcp.stream.number": ({ part: { value: number = 0 } }) => [sentence("tree.streamNumber", { number })],
  "tcp.pdu.size": ({ part: { value: bytes = 0 } }) => [sentence("tree.pduSize", { bytes })],
  "tcp.completeness": explainCompleteness,
  "tcp.nxtseq": ({ part: { value: next = 0 } }) => [sentence("tree.nextSequence", { next })],
  "tcp.window_size": explainWindow,
  "tcp.window_size_scalefactor": ({ part: { value: factor = -1 } }) => [explainFactor(factor)],
  "tcp.option_kind": ({ part: { value: kind = 0 } }) => [sentence("tree.kind", { kind })],
  "tcp.option_len": ({ part: { value: length = 2 } }) => [sentence("tree.optionLength", { length, rest: length - 2 })],
  "tcp.options.wscale.multiplier": ({ part: { value: factor = 1 } }) => [sentence("tree.multiplier", { factor })],
  "tcp.options.sack.count": ({ part: { value: blocks = 0 } }) => [sentence("tree.sackCount", { blocks })],
  "tcp.options.timestamp": ({ segment: { timestampValue: value, timestampEcho: echo } }) =>
    value === undefined || echo === undefined ? [] : [sentence("tree.timestamps", { value, echo })],
  "tcp.time_relative": ({ part }) => [sentence("tree.sinceFirst", { span: spanIn(part.text) })],
  "tcp.time_delta": ({ part }) => [sentence("tree.sincePrevious", { span: spanIn(part.text) })],
  "tcp.analysis.acks_frame": ({ part: { value: frame = 0 } }) => [sentence("tree.acknowledges", { frame })],
  "tcp.analysis.ack_rtt": ({ part }) => [sentence("tree.roundTrip", { span: spanIn(part.text) })],
  "tcp.analysis.initial_rtt": ({ part }) => [sentence("tree.handshakeTrip", { span: spanIn(part.text) })],
  "tcp.analysis.bytes_in_flight": ({ part: { value: bytes = 0 } }) => [sentence("tree.inFlight", { bytes })],
  "tcp.analysis.push_bytes_sent": ({ part: { value: bytes = 0 } }) => [sentence("tree.sincePush", { bytes })],
  "tcp.analysis.rto": ({ part }) => [sentence("tree.timeout", { span: spanIn(part.text) })],
  "tcp.analysis.rto_frame": ({ part: { value: frame = 0 } }) => [sentence("tree.timeoutOf", { frame })],
  "tcp.analysis.duplicate_ack_num": ({ part: { value: number = 0 } }) => [sentence("tree.duplicateNumber", { number })],
  "tcp.analysis.duplicate_ack_frame": ({ part: { value: frame = 0 } }) => [sentence("tree.duplicateOf", { frame })],
};

/** The checksum of IP's header: unless Wireshark was told to check it, it only says that it did not. */
export function explainTreeChecksum({ text, value = 0 }: Part): Sentence[] {
  const expected = /should be (0x[0-9a-f]{1,4})/i.exec(text)?.[1];
  if (expected)
    return [sentence("mention.checksum.bad", { found: formatHex(value, 16), expected: formatHex(Number(expected), 16) })];
  return /correct|Good/.test(text) ? [] : [sentence("tree.checksum.unchecked", {})];
}

/** Reads a span such as `0.000012 seconds`. */
const spanIn = (text: string): string => formatDuration(Number.parseFloat(text) || 0);

function explainWindow({ part, segment }: Placed): Sentence[] {
  const { value: window = 0 } = part;
  if (hasFlag(segment, tcpFlag.RST)) return [sentence("mention.window.reset", { window })];
  if (window === 0 || hasFlag(segment, tcpFlag.SYN))
    return segmentExplanations["tcp.window_size_value"](asSegment({ ...segment, window }));
  return [sentence("tree.window.calculated", { window })];
}

/** A value below zero is no factor: it is how Wireshark says why there is none. */
function explainFactor(factor: number): Sentence {
  const noneOffered = -2;
  if (factor > 0) return sentence("tree.factor", { factor });
  return factor === noneOffered ? sentence("tree.factor.none", {}) : sentence("tree.factor.unknown", {});
}

const partNames: readonly (readonly [number, string])[] = [
  [lifePart.syn, "SYN"],
  [lifePart.synAck, "SYN,ACK"],
  [lifePart.ack, "ACK"],
  [lifePart.data, "DATA"],
  [lifePart.fin, "FIN"],
  [lifePart.reset, "RST"],
];

function explainCompleteness({ segment: { completeness = 0 } }: Placed): Sentence[] {
  const parts = partNames.filter(([bit]) => completeness & bit).map(([bit, name]) => `${name} (${bit})`);
  const seen =
    parts.length > 0
      ? sentence("tree.completeness", { parts: parts.join(" + "), value: completeness })
      : sentence("tree.completeness.none", {});
  return [seen, sentence("tree.completeness.all", {})];
}
