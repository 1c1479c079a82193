import { type SegmentBatch, SegmentFact, SegmentOption, SegmentWord } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import type { Checkpoints } from "./checkpoints";
import { lifePart } from "./completeness";
import { type ConnectionTable, ConnectionWord, sideAt, timeAt } from "./connectionTable";
import type { DuplicateAcks } from "./duplicateAcks";
import { noteSyn } from "./handshake";
import { allMarks, MarkBit, statusBit } from "./marks";
import { noteOptions } from "./noteOptions";
import { applyRules, type SegmentRows, Stop } from "./rules";
import { SideStatus, SideWord } from "./side";
import type { Unacknowledged } from "./unacknowledged";

/** Everything that is known of all connections. */
export interface Known {
  readonly table: ConnectionTable;
  readonly waiting: Unacknowledged;
  readonly checkpoints: Checkpoints;
  readonly duplicateAcks: DuplicateAcks;
}

/** One object for all batches: it is needed only while one is followed. */
const progress = { segment: 0, stop: Stop.none, marks: 0, isWatched: false };

export interface FollowOptions {
  /** The packet of the first row. */
  readonly firstRow?: number;
  /** Which side speaks, where there is only one connection. */
  readonly ownFlow?: number | undefined;
  /** Hears of each segment's flow once it is known, before anything is done for the segment. */
  readonly onKnown?: (flow: number) => void;
}

/** Follows the segments of a batch through their connections; what is found goes into their rows. */
export function follow(segments: SegmentBatch, known: Known, rows: SegmentRows, options: FollowOptions = {}): void {
  const { table, waiting, duplicateAcks } = known;
  const { firstRow = 0, ownFlow = -1, onKnown } = options;
  waiting.makeRoom(segments.count);
  duplicateAcks.makeRoom(segments.count);
  progress.segment = 0;
  progress.marks = 0;
  progress.isWatched = onKnown !== undefined;
  for (;;) {
    applyRules(segments, table, waiting, duplicateAcks, rows, firstRow, ownFlow, progress);
    if (progress.stop === Stop.none) return;
    if (progress.stop === Stop.unknown) begin(segments, known);
    else if (progress.stop === Stop.otherBase) takeOther(segments, known, rows, firstRow);
    else if (progress.stop === Stop.known) {
      onKnown?.(rows.flow[segments.words[progress.segment * SegmentWord.size + SegmentWord.packet] - firstRow]);
      progress.isWatched = false;
    } else {
      conclude(segments, known, rows, firstRow);
      progress.segment += 1;
      progress.isWatched = onKnown !== undefined;
    }
  }
}

function begin({ words: heard, seconds }: SegmentBatch, { table }: Known): void {
  table.begin(heard, progress.segment * SegmentWord.size, seconds[progress.segment]);
}

/** A SYN with another number than its sender's base: it begins a new connection, or a SYN/ACK corrects the base. */
function takeOther(segments: SegmentBatch, known: Known, { flow: flowRows }: SegmentRows, firstRow: number): void {
  const { words: heard } = segments;
  const { table, waiting, checkpoints } = known;
  const at = progress.segment * SegmentWord.size;
  if (heard[at + SegmentWord.flags] & tcpFlag.ACK) {
    const flow = flowRows[heard[at + SegmentWord.packet] - firstRow];
    checkpoints.add(flow >> 1, table, waiting);
    table.words[sideAt(flow) + SideWord.base] = heard[at + SegmentWord.seq];
  } else {
    begin(segments, known);
    // as Wireshark: the SYN counts, but not the data in it
    table.words[(table.count - 1) * ConnectionWord.size + ConnectionWord.facts] |= lifePart.syn;
  }
  progress.marks = MarkBit.reusedPorts;
}

/** Wireshark gives up at options that it cannot read, and notes nothing of Multipath TCP then. */
function optionsOf(heard: Int32Array, at: number): number {
  const options = heard[at + SegmentWord.options];
  return heard[at + SegmentWord.facts] & SegmentFact.lacksOptions ? options & ~SegmentOption.hasMultipath : options;
}

/** What the rules left to do for a segment. */
function conclude(
  { words: heard, seconds }: SegmentBatch,
  { table, waiting, checkpoints }: Known,
  { flow: flowRows, marks: markRows }: SegmentRows,
  firstRow: number,
): void {
  const { segment, stop } = progress;
  const { words, times } = table;
  const at = segment * SegmentWord.size;
  const row = heard[at + SegmentWord.packet] - firstRow;
  const flow = flowRows[row];
  const me = sideAt(flow);
  if (stop & Stop.sweep) waiting.sweep(words, me, sideAt(flow ^ 1));
  if (stop & Stop.options) noteOptions(words, optionsOf(heard, at), flow);
  if (stop & Stop.syn) {
    const time = times[timeAt((flow >> 1) * ConnectionWord.size + ConnectionWord.latestTime)];
    const marks = noteSyn(table, heard, at, flow, time, seconds[segment]);
    markRows[row] =
      (markRows[row] & allMarks) |
      marks |
      ((words[me + SideWord.status] & SideStatus.rowMask) << statusBit) |
      (heard[at + SegmentWord.options] & SegmentOption.rowMask);
  }
  if (stop & Stop.checkpoint) checkpoints.consider(flow >> 1, table, waiting);
}
