import type { PacketColumns } from "../../capture/columns";
import { allMarks, MarkBit } from "../../connections/marks";
import { tcpFlag } from "../../protocols/tcp";
import type { CapturedPackets } from "../capturedPackets";
import type { RelatedPackets } from "../contract/packets";

/** So many packets before and behind one are searched: those farther away are not on the same screen. */
const farthest = 2_000_000;
/** So many packets of each kind are named. */
const most = 1000;

const repeated = MarkBit.retransmission | MarkBit.fastRetransmission | MarkBit.spuriousRetransmission;
const lengthOfOne = tcpFlag.SYN | tcpFlag.FIN;

/** Whether one sequence number is behind another, on their circle of 2^32 (RFC 9293 §3.4). */
const isBehind = (a: number, b: number): boolean => ((a - b) | 0) > 0;

/** What other packets have to do with one, as far as the columns tell. */
export function relatedPackets({ columns, tracker }: CapturedPackets, index: number): RelatedPackets {
  if (!(columns.flow[index] >= 0)) return { acknowledges: [], repeatedBy: [], duplicates: [] };
  const { firstPacket, lastPacket } = tracker.connection(columns.stream(index));
  const around = {
    columns,
    index,
    first: Math.max(firstPacket, index - farthest),
    last: Math.min(lastPacket, index + farthest),
  };
  const acknowledgedBy = acknowledgerOf(around);
  const repeats = isMarked(columns, index, repeated) ? originalOf(around) : undefined;
  const duplicateOf = tracker.duplicateAcks.find(index)?.duplicateOf;
  return {
    first: firstPacket + 1,
    last: lastPacket + 1,
    acknowledges: acknowledgedSegments(around),
    ...(acknowledgedBy !== undefined && { acknowledgedBy }),
    ...(repeats !== undefined && { repeats }),
    repeatedBy: repetitionsOf(around),
    ...(duplicateOf !== undefined && { duplicateOf }),
    duplicates: duplicatesOf(around, (later) => tracker.duplicateAcks.find(later)?.duplicateOf),
  };
}

interface Around {
  readonly columns: PacketColumns;
  readonly index: number;
  /** The first and the last index that are searched. */
  readonly first: number;
  readonly last: number;
}

const isMarked = ({ marks }: PacketColumns, index: number, wanted: number): boolean => (marks[index] & allMarks & wanted) !== 0;

/** The sequence number right behind the last one that a segment takes. */
function endOf({ seq, payload, flags }: PacketColumns, index: number): number {
  return seq[index] + Math.max(0, payload.get(index)) + (flags[index] & lengthOfOne ? 1 : 0);
}

const takesNumbers = (columns: PacketColumns, index: number): boolean => endOf(columns, index) !== columns.seq[index];

/** The segments of the other side that end between what was acknowledged before and what is now. */
function acknowledgedSegments({ columns, index, first }: Around): number[] {
  const { flow, flags, ack, seq } = columns;
  if ((flags[index] & tcpFlag.ACK) === 0) return [];
  const peer = flow[index] ^ 1;
  let before: number | undefined;
  for (let at = index - 1; at >= first && before === undefined; at -= 1)
    if (flow[at] === flow[index] && flags[at] & tcpFlag.ACK) before = ack[at];
  const found: number[] = [];
  for (let at = index - 1; at >= first && found.length < most; at -= 1) {
    if (flow[at] !== peer || !takesNumbers(columns, at)) continue;
    const end = endOf(columns, at);
    if (isBehind(end, ack[index])) continue;
    if (before !== undefined && !isBehind(end, before)) continue;
    found.push(at + 1);
    // this is the first of them: what was sent before it was acknowledged earlier
    const isInTurn = !isMarked(columns, at, repeated | MarkBit.outOfOrder);
    if (before !== undefined && isInTurn && !isBehind(seq[at], before)) break;
  }
  return found;
}

function acknowledgerOf({ columns, index, last }: Around): number | undefined {
  const { flow, flags, ack } = columns;
  if (!takesNumbers(columns, index)) return undefined;
  const end = endOf(columns, index);
  const peer = flow[index] ^ 1;
  for (let at = index + 1; at <= last; at += 1)
    if (flow[at] === peer && flags[at] & tcpFlag.ACK && !isBehind(end, ack[at])) return at + 1;
  return undefined;
}

const overlaps = (columns: PacketColumns, a: number, b: number): boolean =>
  isBehind(endOf(columns, a), columns.seq[b]) && isBehind(endOf(columns, b), columns.seq[a]);

/** The latest earlier segment of which this one sends something again. */
function originalOf({ columns, index, first }: Around): number | undefined {
  for (let at = index - 1; at >= first; at -= 1)
    if (columns.flow[at] === columns.flow[index] && takesNumbers(columns, at) && overlaps(columns, at, index)) return at + 1;
  return undefined;
}

function repetitionsOf({ columns, index, last }: Around): number[] {
  const found: number[] = [];
  if (!takesNumbers(columns, index)) return found;
  for (let at = index + 1; at <= last && found.length < most; at += 1)
    if (columns.flow[at] === columns.flow[index] && isMarked(columns, at, repeated) && overlaps(columns, at, index))
      found.push(at + 1);
  return found;
}

function duplicatesOf({ columns, index, last }: Around, originalOf: (index: number) => number | undefined): number[] {
  const { flow, ack } = columns;
  const found: number[] = [];
  for (let at = index + 1; at <= last && found.length < most; at += 1) {
    if (flow[at] !== flow[index]) continue;
    if (ack[at] !== ack[index]) break;
    if (isMarked(columns, at, MarkBit.duplicateAck) && originalOf(at) === index + 1) found.push(at + 1);
  }
  return found;
}
