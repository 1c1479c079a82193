import { sequence } from "../bytes/sequence";
import type { DescribedSegment, PartId, PartMention } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";
import { formatDuration } from "../text/duration";
import { formatHex } from "../text/value";
import { type MessageId, type Sentence, sentence } from "../text/words";
import { answered, asSegment, hasFlag, isRelative, largestSegment, nextNumber, windowShift } from "./describedSegment";
import { bitExplanations } from "./explainBit";
import { explainAddress, explainPort } from "./explainEndpoint";
import { explainMark } from "./explainMark";
import { explainIdentification, explainService, explainSplitting } from "./explainNetwork";
import { explainTreeChecksum, reckonedExplanations } from "./explainReckoned";
import { explainFinAcknowledged, explainFlagsOf } from "./explainRole";
import { segmentExplanations } from "./explainSegment";
import { explainValue } from "./explainValue";

const { SYN, FIN, ACK, RST } = tcpFlag;

/** A mention whose surroundings have been looked at. */
export interface Placed extends Omit<PartMention, "earlier"> {
  readonly earlier: readonly DescribedSegment[];
}

/** Parts that mean the same whatever segments stand above. */
const alone = /^(?:ip|ipv6|eth|vlan)\.|^frame\.(?!time)|^tcp\.(?:options\.(?!timestamp)|mark|cut|checksum)/;

/** What a part of a description means here; nothing where only its field's general sentence applies. */
export function explainPart(mention: PartMention): Sentence[] {
  const { id, value } = mention.part;
  const placed = { ...mention, earlier: alone.test(id) ? [] : mention.earlier() };
  return explanations[id]?.(placed) ?? (value === undefined ? [] : explainValue(id, value));
}

const explanations: { readonly [Id in PartId]?: (mention: Placed) => Sentence[] } = {
  ...bitExplanations,
  ...reckonedExplanations,
  "tcp.flags": ({ segment, earlier }) => [
    ...explainFlagsOf(segment, earlier),
    ...(hasFlag(segment, SYN) ? explainCounting(segment, earlier) : []),
  ],
  "tcp.seq_raw": explainSequence,
  "tcp.ack_raw": explainAcknowledgment,
  "tcp.window_size_value": explainWindow,
  "tcp.checksum": explainChecksum,
  "tcp.urgent_pointer": ({ segment }) => segmentExplanations["tcp.urgent_pointer"](asSegment(segment)),
  "tcp.payload": explainLength,
  "tcp.srcport": explainPort,
  "tcp.dstport": explainPort,
  "udp.srcport": explainPort,
  "udp.dstport": explainPort,
  "tcp.hdr_len": ({ segment }) => segmentExplanations["tcp.hdr_len"](asSegment(segment)),
  "tcp.options.timestamp.tsecr": explainEcho,
  "tcp.options.sack": explainSack,
  "tcp.options.sack_perm": () => [sentence("mention.sackPermitted", {})],
  "tcp.options.nop": () => [sentence("mention.nop", {})],
  "tcp.mark": ({ part, segment }) => explainMark(part.mark ?? "reassembled", segment),
  "tcp.cut": () => [sentence("mention.cut", {})],
  "ip.src": ({ part }) => explainAddress(part.name ?? part.text),
  "ip.dst": ({ part }) => explainAddress(part.name ?? part.text),
  "ipv6.src": ({ part }) => explainAddress(part.name ?? part.text),
  "ipv6.dst": ({ part }) => explainAddress(part.name ?? part.text),
  "ip.len": explainPacketLength,
  "ip.id": ({ part, segment }) => explainIdentification(part.value ?? 0, segment.mayNotBeSplit ?? false),
  "ip.flags": ({ part: { text } }) => explainSplitting(/DF|don't fragment/i.test(text), /\+|more fragments/i.test(text)),
  "ip.dsfield": ({ part }) => explainService(part.value ?? 0),
  "ip.checksum": ({ part, segment }) =>
    segment.notation === "tree" ? explainTreeChecksum(part) : [sentence("mention.ipChecksum.bad", {})],
  "frame.time": explainTime,
  "frame.len": ({ part }) => [sentence("mention.frameLength", { length: part.value ?? 0 })],
  "frame.number": ({ part }) => [sentence("mention.number", { number: part.value ?? 0 })],
  "frame.interface": ({ part, segment }) => [
    sentence(segment.notation === "tool" ? "mention.interface.passed" : "mention.interface", { name: part.name ?? part.text }),
  ],
  "frame.direction": ({ part }) => [sentence(directions[part.name ?? part.text] ?? "mention.direction.In", {})],
  "frame.protocol": ({ part }) => [
    part.text === "TCP" ? sentence("mention.protocol.tcp", {}) : sentence("mention.protocol", { name: part.text }),
  ],
};

function explainSequence({ part, segment, earlier }: Placed): Sentence[] {
  const { seq = 0, length } = segment;
  if (segment.notation === "label" && segment.flags === undefined) {
    if (length === undefined) return [sentence("mention.seq.alone", { seq })];
    const label = part.text.includes("(") ? [sentence("mention.seq.label", {})] : [];
    return length === 0
      ? [sentence("mention.seq.labelEmpty", { seq, next: sequence.add(seq, 1) }), ...label]
      : [...segmentExplanations["tcp.seq_raw"](asSegment(segment)), ...label];
  }
  if (hasFlag(segment, RST)) {
    const isRefusal = hasFlag(segment, ACK) && seq === 0;
    return [isRefusal ? sentence("mention.seq.refusal", {}) : sentence("mention.seq.reset", { seq })];
  }
  // tcpdump leaves the range out where there is no data
  const known = { ...segment, length: length ?? (segment.notation === "tcpdump" ? 0 : undefined) } as DescribedSegment;
  const range = part.text.includes(":") && length ? [sentence("mention.seq.range", {})] : [];
  return [...segmentExplanations["tcp.seq_raw"](asSegment(known)), ...range, ...explainCounting(segment, earlier)];
}

export function explainAcknowledgment({ segment, earlier }: Pick<Placed, "segment" | "earlier">): Sentence[] {
  const { ack = 0, flags = ACK } = segment;
  const before = answered(segment, earlier);
  const isAnswer = before && hasFlag(before, SYN) && ack === nextNumber(before);
  const data = segment.notation === "label" && ack > 1 && isRelative(segment);
  return [
    ...segmentExplanations["tcp.ack_raw"](asSegment({ ...segment, flags })),
    ...(isAnswer ? [sentence("mention.ack.syn", { seq: before.seq ?? 0, ack })] : []),
    ...explainFinAcknowledged(segment, earlier),
    ...(data ? [sentence("mention.ack.sinceSyn", { data: ack - 1 })] : []),
    ...explainCounting(segment, earlier),
  ];
}

/** Says that numbers are counted from the SYN: they are not found on the wire. */
function explainCounting(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] {
  if (!isRelative(segment)) return [];
  if (segment.notation === "wireshark" || segment.notation === "tree") return [sentence("mention.relative.wireshark", {})];
  if (segment.notation !== "tcpdump") return [];
  // for a SYN, and for a reset that refuses one, tcpdump prints the numbers on the wire
  const isFirst = hasFlag(segment, SYN) || (hasFlag(segment, RST) && earlier.length === 0);
  return isFirst ? [] : [sentence("mention.relative.tcpdump", {})];
}

export function explainWindow({ segment, earlier }: Pick<Placed, "segment" | "earlier">): Sentence[] {
  const { window = 0, notation, ack, windowFactor = 0 } = segment;
  if (hasFlag(segment, RST)) return [sentence("mention.window.reset", { window })];
  const general = segmentExplanations["tcp.window_size_value"](asSegment(segment));
  if (window === 0 || hasFlag(segment, SYN)) return general;
  if (notation === "label") return [sentence("mention.window.label", { window })];
  if (notation === "tree" && windowFactor > 0)
    return [sentence("tree.window.scaled", { window, factor: windowFactor, bytes: window * windowFactor })];
  if (notation === "wireshark") return ack === undefined ? general : [sentence("mention.window.wireshark", { window, ack })];
  const shift = windowShift(segment, earlier);
  if (shift === undefined) return ack === undefined ? [] : general;
  if (shift === 0) return [sentence("mention.window.unscaled", { window })];
  const factor = 2 ** shift;
  return [sentence("mention.window.scaled", { window, shift, factor, bytes: window * factor })];
}

function explainChecksum({ part, segment: { checksum } }: Placed): Sentence[] {
  if (!checksum) return [];
  if (checksum.status === "good") return [sentence("tcp.checksum.good", {})];
  if (checksum.status === "unchecked") return [sentence("tree.checksum.unchecked", {})];
  if (checksum.status === "unverified") return [sentence("tcp.checksum.unverified", {})];
  if (checksum.expected === undefined) return [sentence("mention.checksum.wrong", {})];
  return [
    sentence("mention.checksum.bad", {
      found: formatHex(checksum.found ?? part.value ?? 0, 16),
      expected: formatHex(checksum.expected, 16),
    }),
  ];
}

/** Bytes that the timestamps option takes from a segment's data: ten, and two of padding. */
const timestampsTake = 12;

function explainLength({ part, segment, earlier }: Placed): Sentence[] {
  const length = part.value ?? 0;
  if (length === 0) {
    if (hasFlag(segment, SYN)) return [sentence("mention.length.syn", {})];
    return [hasFlag(segment, FIN) ? sentence("mention.length.fin", {}) : sentence("mention.length.none", {})];
  }
  const mss = largestSegment(segment, earlier);
  const most = mss && mss - (segment.timestampValue === undefined ? 0 : timestampsTake);
  return [
    sentence("tcp.payload", { length }),
    ...(mss && length === most ? [sentence("mention.length.full", { mss })] : []),
    ...(mss && length > mss ? [sentence("mention.length.offload", { mss })] : []),
  ];
}

export function explainEcho({ part, segment, earlier }: Pick<Placed, "part" | "segment" | "earlier">): Sentence[] {
  const value = part.value ?? 0;
  if (value === 0) return explainValue(part.id, value);
  const isMatch = answered(segment, earlier)?.timestampValue === value;
  return [isMatch ? sentence("mention.tsecr.match", { value }) : sentence("mention.tsecr", { value })];
}

function explainSack({ segment: { sack = [], ack = 0 } }: Placed): Sentence[] {
  const blocks = sack.map(([left, right]) => sentence("mention.sack.block", { left, last: sequence.add(right, -1) }));
  const isDuplicate = sack.length > 0 && sequence.distance(ack, sack[0][1]) <= 0;
  return [...blocks, isDuplicate ? sentence("mention.sack.duplicate", { ack }) : sentence("mention.sack.gap", { ack })];
}

function explainPacketLength({ part, segment: { length } }: Placed): Sentence[] {
  const total = part.value ?? 0;
  if (length === undefined || length > total) return [sentence("mention.packetLength.alone", { total })];
  return [sentence("mention.packetLength", { total, headers: total - length, data: length })];
}

function explainTime({ part, segment, earlier }: Placed): Sentence[] {
  const kind: MessageId =
    segment.notation === "wireshark" && part.value !== undefined
      ? "mention.time.list"
      : part.value !== undefined
        ? "mention.time.epoch"
        : part.text.startsWith("00:00:0")
          ? "mention.time.zero"
          : "mention.time.day";
  const before = earlier[0]?.time;
  if (before === undefined || segment.time === undefined || segment.time < before) return [sentence(kind, {})];
  const span = formatDuration(Number((segment.time - before).toFixed(9)));
  const isAnswer = answered(segment, earlier) !== undefined;
  return [isAnswer ? sentence("mention.time.answer", { span }) : sentence("mention.time.since", { span }), sentence(kind, {})];
}

const directions: Readonly<
  Record<string, "mention.direction.In" | "mention.direction.Out" | "mention.direction.B" | "mention.direction.M">
> = {
  In: "mention.direction.In",
  Out: "mention.direction.Out",
  B: "mention.direction.B",
  M: "mention.direction.M",
};
