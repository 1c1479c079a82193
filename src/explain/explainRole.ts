import { sequence } from "../bytes/sequence";
import { goesTheSameWay } from "../prose/earlierSegments";
import type { DescribedSegment } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";
import { type Sentence, sentence } from "../text/words";
import { answered, asSegment, hasFlag, isRelative, nextNumber } from "./describedSegment";
import { isOddCombination, oddSentence, segmentExplanations } from "./explainSegment";

const { SYN, ACK, FIN, RST, PSH, URG, ECE, CWR, AE } = tcpFlag;

/** The flags of a described segment: which they are, and what they do here. */
export function explainFlagsOf(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] {
  const withNumbers = segmentExplanations["tcp.flags"](asSegment(segment));
  const value = withNumbers.slice(0, 1);
  const role =
    explainThird(segment, earlier) ??
    explainSecondFin(segment, earlier) ??
    (tellsItsNumbers(segment) ? withNumbers.slice(1) : explainFlags(segment.flags ?? 0).slice(1));
  return [
    ...value,
    ...role,
    ...explainFinAcknowledged(segment, earlier),
    ...explainCongestion(segment.flags ?? 0),
    ...explainEarlyData(segment),
  ];
}

/** Flags without a segment: their names, and what such a segment does. */
export function explainFlags(flags: number): Sentence[] {
  const value = segmentExplanations["tcp.flags"](asSegment({ notation: "label", flags })).slice(0, 1);
  return flags === 0 ? value : [...value, ...explainRole(flags)];
}

function explainRole(flags: number): Sentence[] {
  const alone = namedAlone[flags];
  if (alone) return [alone];
  if (isOddCombination(flags)) return [sentence(oddSentence(flags), {})];
  if (flags & RST) return [sentence("mention.role.reset", {})];
  if (flags & SYN) return [flags & ACK ? sentence("mention.role.synAck", {}) : sentence("mention.role.syn", {})];
  if (flags & FIN) return [sentence("mention.role.finAck", {})];
  return flags & PSH ? [sentence("mention.role.push", {})] : [sentence("mention.role.ack", {})];
}

/** A flag that is named alone means what the flag does, not a segment that has no other. */
const namedAlone: Readonly<Record<number, Sentence>> = {
  [FIN]: sentence("mention.role.fin", {}),
  [PSH]: sentence("mention.role.push", {}),
  [URG]: sentence("mention.role.urgent", {}),
  [ECE]: sentence("mention.role.echo", {}),
  [CWR]: sentence("mention.role.reduced", {}),
  [AE]: sentence("mention.role.accurate", {}),
};

/** How a SYN negotiates ECN (RFC 3168 §6.1.1). */
export function explainCongestion(flags: number): Sentence[] {
  if ((flags & SYN) === 0) return [];
  if ((flags & (ACK | ECE | CWR)) === (ECE | CWR)) return [sentence("mention.flags.ecnSetup", {})];
  return (flags & (ACK | ECE | CWR)) === (ACK | ECE) ? [sentence("mention.flags.ecnAccept", {})] : [];
}

function explainEarlyData(segment: DescribedSegment): Sentence[] {
  return hasFlag(segment, SYN) && (segment.length ?? 0) > 0 ? [sentence("mention.flags.fastOpen", {})] : [];
}

/** Whether all numbers are known that the sentence for a segment of this kind contains. */
function tellsItsNumbers({ flags = 0, seq, ack, length }: DescribedSegment): boolean {
  if (flags & RST) return true;
  if (flags & SYN) return seq !== undefined && (ack !== undefined || (flags & ACK) === 0);
  if (flags & FIN) return seq !== undefined && length !== undefined;
  return ack !== undefined && length !== undefined;
}

/** The third segment of a handshake, if the second stands above it. */
function explainThird(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] | undefined {
  const before = answered(segment, earlier);
  const { seq } = before ?? {};
  if (!before || seq === undefined || segment.ack === undefined || segment.length || segment.flags !== ACK) return undefined;
  if (!hasFlag(before, SYN) || !hasFlag(before, ACK)) return undefined;
  if (segment.ack === sequence.add(seq, 1)) return [sentence("mention.handshake.third", { seq, ack: segment.ack })];
  return segment.ack === 1 && isRelative(segment)
    ? [sentence("mention.handshake.thirdRelative", { seq, ack: segment.ack })]
    : undefined;
}

/** The other side's FIN, if it stands above. */
function otherFin(segment: DescribedSegment, earlier: readonly DescribedSegment[]): DescribedSegment | undefined {
  return earlier.find((each) => hasFlag(each, FIN) && !goesTheSameWay(each, segment));
}

function explainSecondFin(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] | undefined {
  const next = nextNumber(segment);
  if (next === undefined || segment.length === undefined || !hasFlag(segment, FIN) || !otherFin(segment, earlier))
    return undefined;
  return [sentence("mention.close.second", { last: sequence.add(next, -1), next })];
}

/** What a segment does to the other side's FIN above it. */
export function explainFinAcknowledged(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] {
  const fin = otherFin(segment, earlier);
  const next = fin && nextNumber(fin);
  if (next === undefined || segment.ack === undefined || !hasFlag(segment, ACK) || hasFlag(segment, SYN)) return [];
  const last = sequence.add(next, -1);
  if (segment.ack === next) return [sentence("mention.close.acknowledges", { fin: last, ack: next })];
  const isAnswer = segment.ack === last && answered(segment, earlier) === fin;
  return isAnswer ? [sentence("mention.close.notYet", { fin: last, next, ack: segment.ack })] : [];
}
