import { sequence } from "../bytes/sequence";
import type { Node } from "../decode/node";
import { goesTheSameWay } from "../prose/earlierSegments";
import type { DescribedSegment, Part } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";
import { type Sentence, sentence } from "../text/words";
import { asSegment, hasFlag, nextNumber } from "./describedSegment";
import { explainPort } from "./explainEndpoint";
import { explainAcknowledgment, explainEcho, explainWindow } from "./explainPart";
import { explainFlagsOf } from "./explainRole";
import { segmentExplanations } from "./explainSegment";

/** What a field of a segment means after the segments that stand above it in the same text. */
export type Explain = (segment: DescribedSegment, earlier: readonly DescribedSegment[], node: Node) => Sentence[];

const { SYN, FIN, ACK, RST } = tcpFlag;

/** Fields that mean more, or something else, where it is known what came before. */
export const explanationsInPlace: Readonly<Record<string, Explain>> = {
  "tcp.flags": (segment, earlier) => {
    const [value, ...role] = explainFlagsOf(segment, earlier);
    return [value, ...(explainRepeated(segment, earlier) ?? role), ...explainReset(segment, earlier)];
  },
  "tcp.seq_raw": (segment, earlier) => [
    ...segmentExplanations["tcp.seq_raw"](asSegment(segment)),
    ...(explainRepeated(segment, earlier) ?? []),
    ...explainRelative(segment.seq, firstNumber(segment, earlier, "sender")),
  ],
  "tcp.ack_raw": (segment, earlier) => [
    ...explainAcknowledgment({ segment, earlier }),
    ...explainAcknowledged(segment, earlier),
    ...(hasFlag(segment, ACK) ? explainRelative(segment.ack, firstNumber(segment, earlier, "receiver")) : []),
  ],
  "tcp.window_size_value": (segment, earlier) => explainWindow({ segment, earlier }),
  "tcp.options.timestamp.tsecr": (segment, earlier, node) => explainEcho({ part: asPart(node), segment, earlier }),
  "tcp.srcport": (segment, earlier, node) => explainPort({ part: asPart(node), segment, earlier }),
  "tcp.dstport": (segment, earlier, node) => explainPort({ part: asPart(node), segment, earlier }),
};

const asPart = ({ id, value }: Node): Part => ({
  id: id as Part["id"],
  value: Number(value),
  text: String(value),
  start: 0,
  end: 0,
});

/** Whether a segment takes sequence numbers: one that takes none is not sent again when it is lost. */
const takesNumbers = (segment: DescribedSegment) => (segment.length ?? 0) > 0 || hasFlag(segment, SYN) || hasFlag(segment, FIN);

/** A segment that is sent again with the same number (RFC 9293 §3.8.1), or an acknowledgment that says the same as one above. */
function explainRepeated(segment: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] | undefined {
  const { seq, length = 0 } = segment;
  if (seq === undefined) return undefined;
  const sameWay = earlier.filter((each) => goesTheSameWay(each, segment) && each.seq !== undefined);
  const isRepeated = sameWay.some(
    (each) => each.seq === seq && takesNumbers(each) && takesNumbers(segment) && hasFlag(each, SYN) === hasFlag(segment, SYN),
  );
  if (isRepeated) return [sentence("place.repeated", { seq })];
  const acks = earlier.filter((each) => each.flags === ACK && each.length === 0 && each.ack === segment.ack);
  const isSameAck = segment.flags === ACK && length === 0 && acks.some((each) => isDuplicate(each, segment));
  return isSameAck && segment.ack !== undefined ? [sentence("place.sameAck", { ack: segment.ack })] : undefined;
}

/** A duplicate acknowledgment (RFC 5681 §2): nothing else has changed in it either. */
const isDuplicate = (one: DescribedSegment, other: DescribedSegment) =>
  goesTheSameWay(one, other) && one.window === other.window && one.seq === other.seq;

/** A reset that answers a SYN: nobody listens on that port. */
function explainReset(segment: DescribedSegment, [before]: readonly DescribedSegment[]): Sentence[] {
  if (!hasFlag(segment, RST) || !before || goesTheSameWay(before, segment)) return [];
  const isRefusal = hasFlag(before, SYN) && !hasFlag(before, ACK) && segment.ack === nextNumber(before);
  return isRefusal ? [sentence("place.refused", { port: segment.source?.port ?? "" })] : [];
}

/** Which data above this segment acknowledges up to their last byte. */
function explainAcknowledged({ ack, ...segment }: DescribedSegment, earlier: readonly DescribedSegment[]): Sentence[] {
  if (ack === undefined || !hasFlag(segment, ACK)) return [];
  const data = earlier.find(
    (each) => !goesTheSameWay(each, segment) && (each.length ?? 0) > 0 && !hasFlag(each, FIN) && nextNumber(each) === ack,
  );
  return data ? [sentence("place.acknowledged", { length: data.length ?? 0 })] : [];
}

/** The number of the sender's SYN, or of the receiver's, from which that side's numbers are counted. */
function firstNumber(
  segment: DescribedSegment,
  earlier: readonly DescribedSegment[],
  of: "sender" | "receiver",
): number | undefined {
  return earlier.find((each) => hasFlag(each, SYN) && goesTheSameWay(each, segment) === (of === "sender"))?.seq;
}

function explainRelative(number: number | undefined, first: number | undefined): Sentence[] {
  if (number === undefined || first === undefined || number === first) return [];
  const relative = sequence.distance(first, number);
  return relative > 0 ? [sentence("place.relative", { relative, first })] : [];
}
