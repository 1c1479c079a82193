import { sequence } from "../bytes/sequence";
import type { Segment } from "../decode/packet";
import { flagNames, tcp, tcpFlag } from "../protocols/tcp";
import { formatHex } from "../text/value";
import { type Sentence, sentence } from "../text/words";

/** What a field of the TCP header means in this segment. */
export const segmentExplanations: Readonly<Record<string, (segment: Segment) => Sentence[]>> = {
  "tcp.hdr_len": explainHeaderLength,
  "tcp.flags": (segment) => [...explainFlagBits(segment), ...explainRole(segment)],
  "tcp.seq_raw": explainSequence,
  "tcp.ack_raw": explainAcknowledgment,
  "tcp.window_size_value": explainWindow,
  "tcp.checksum": explainChecksum,
  "tcp.urgent_pointer": ({ flags = 0, urgentPointer = 0 }) =>
    flags & tcpFlag.URG ? [sentence("tcp.urgent.on", { offset: urgentPointer })] : [sentence("tcp.urgent.off", {})],
};

function explainHeaderLength({ headerLength }: Segment): Sentence[] {
  if (headerLength === undefined) return [];
  const words = headerLength / 4;
  if (headerLength < tcp.size) return [sentence("tcp.hdr_len.short", { words, bytes: headerLength })];
  if (headerLength === tcp.size) return [sentence("tcp.hdr_len.plain", {})];
  return [sentence("tcp.hdr_len.options", { words, bytes: headerLength, options: headerLength - tcp.size })];
}

function explainFlagBits({ flags = 0 }: Segment): Sentence[] {
  const { hex, names } = flagsInWords(flags);
  return [names === "" ? sentence("tcp.flags.none", { hex }) : sentence("tcp.flags.value", { hex, names })];
}

export const flagsInWords = (flags: number) => ({
  hex: formatHex(flags, tcp.fields.flags.bits),
  names: flagNames(flags).join(", "),
});

/** What this combination of flags does in the life of a connection. */
export function explainRole(segment: Segment): Sentence[] {
  const { flags = 0, seq = 0, ack = 0, length = 0 } = segment;
  const has = (bit: number) => (flags & bit) !== 0;
  if (flags === 0) return [];
  if (isOddCombination(flags)) return [sentence(oddSentence(flags), {})];
  if (has(tcpFlag.RST)) return [has(tcpFlag.ACK) ? sentence("tcp.flags.resetRefused", {}) : sentence("tcp.flags.reset", {})];
  if (has(tcpFlag.SYN))
    return [has(tcpFlag.ACK) ? sentence("tcp.flags.synAck", { seq, ack }) : sentence("tcp.flags.syn", { seq })];
  if (has(tcpFlag.FIN)) {
    const last = sequence.add(seq, length);
    return [sentence("tcp.flags.fin", { last, next: sequence.add(last, 1) })];
  }
  if (length === 0) return [sentence("tcp.flags.ack", { ack })];
  return [has(tcpFlag.PSH) ? sentence("tcp.flags.push", { length, ack }) : sentence("tcp.flags.data", { length, ack })];
}

/** Whether no working TCP sends this combination: RFC 9293 §3.1 demands ACK in all but a first SYN and a reset. */
export function isOddCombination(flags: number): boolean {
  return openers(flags) > 1 || (flags & (tcpFlag.ACK | tcpFlag.SYN | tcpFlag.RST)) === 0;
}

/** What is wrong with such a combination. */
export const oddSentence = (flags: number) => (openers(flags) > 1 ? "tcp.flags.odd" : "tcp.flags.withoutAck");

const openers = (flags: number) => [tcpFlag.SYN, tcpFlag.FIN, tcpFlag.RST].filter((bit) => flags & bit).length;

function explainSequence({ flags = 0, seq, length }: Segment): Sentence[] {
  if (seq === undefined) return [];
  if (flags & tcpFlag.SYN) return [sentence("tcp.seq.syn", { seq, next: sequence.add(seq, 1) })];
  if (length === undefined) return [sentence("tcp.seq.unknown", { seq })];
  const end = sequence.add(seq, length);
  if (flags & tcpFlag.FIN) return [sentence("tcp.seq.fin", { last: end, next: sequence.add(end, 1) })];
  if (length === 0) return [sentence("tcp.seq.empty", { seq })];
  return [sentence("tcp.seq.data", { seq, length, last: sequence.add(end, -1), next: end })];
}

function explainAcknowledgment({ flags = 0, ack }: Segment): Sentence[] {
  if (ack === undefined) return [];
  if ((flags & tcpFlag.ACK) === 0) return [sentence("tcp.ack.invalid", { ack })];
  return [sentence("tcp.ack", { ack, last: sequence.add(ack, -1) })];
}

function explainWindow({ flags = 0, window, ack = 0 }: Segment): Sentence[] {
  if (window === undefined) return [];
  if (flags & tcpFlag.SYN) return [sentence("tcp.window.syn", { window })];
  if (window === 0 && (flags & tcpFlag.RST) === 0) return [sentence("tcp.window.zero", {})];
  return [sentence("tcp.window", { window, ack })];
}

function explainChecksum({ checksumStatus }: Segment): Sentence[] {
  switch (checksumStatus) {
    case "good":
      return [sentence("tcp.checksum.good", {})];
    case "partial":
      return [sentence("tcp.checksum.partial", {})];
    case "unverified":
      return [sentence("tcp.checksum.unverified", {})];
    default:
      return [];
  }
}
