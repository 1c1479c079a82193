import { Replay } from "../../connections/replay";
import { needsHistory } from "../../filter/columnFields";
import { kernelOf } from "../../filter/columnFilter";
import { type ColumnSource, rowsAtOnce } from "../../filter/columnSource";
import type { Decided } from "../../filter/evaluate";
import type { Filter } from "../../filter/filter";
import { HistoryJudge, partsOfHistory } from "../../filter/history";
import { fieldsOf, type Test } from "../../filter/plan";
import { countVerdicts, rowsThatFit, Verdict, Verdicts } from "../../filter/verdicts";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork, type WorkOptions } from "../longWork";
import { readOpenRows } from "./readOpenRows";
import { walkOpenRows } from "./walkOpenRows";

/**
 * The rows that fit a filter, in order; nothing for an empty filter, which all rows fit. First the columns decide as far as they can; then
 * following the connections again; and then the bytes of the rows that are still open.
 */
export async function filterRows(
  { test }: Filter,
  packets: CapturedPackets,
  options: WorkOptions = {},
): Promise<Uint32Array | undefined> {
  if (!test) return undefined;
  const known = verdictsOf(test, packets);
  const verdicts = countVerdicts(known).open === 0 ? known : await withoutOpenOnes(test, packets, known, options);
  options.onProgress?.(1);
  return rowsThatFit(verdicts);
}

/** Verdicts of which none is open any more. */
async function withoutOpenOnes(test: Test, packets: CapturedPackets, known: Verdicts, options: WorkOptions): Promise<Verdicts> {
  const replayed = await replay(test, packets, known, options);
  const verdicts = replayed.size > 0 ? verdictsOf(test, packets, replayed) : known;
  if (countVerdicts(verdicts).open > 0) {
    const decided = new Map([...replayed].filter(([, part]) => countVerdicts(part).open === 0));
    const asksForHistory = [...fieldsOf(test, decided)].some(({ field }) => needsHistory(field.name));
    await (asksForHistory ? walkOpenRows : readOpenRows)(test, decided, packets, verdicts, options);
  }
  return verdicts;
}

function verdictsOf(test: Test, source: ColumnSource, decided?: Decided): Verdicts {
  const { count } = source.columns;
  const verdicts = new Verdicts(count);
  const kernel = kernelOf(test, source, decided);
  for (let from = 0; from < count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce);
    kernel(from, to, verdicts.part(from, to));
  }
  return verdicts;
}

const rowsBetweenLooks = 1 << 12;

/** Decides the parts of a filter that only the history of a connection can, for all connections that have an open row. */
async function replay(test: Test, packets: CapturedPackets, verdicts: Verdicts, options: WorkOptions): Promise<Decided> {
  const judge = new HistoryJudge(partsOfHistory(test), packets);
  if (judge.decided.size === 0) return judge.decided;
  const { columns, tracker } = packets;
  const { flow, count } = columns;
  const wanted = new Uint8Array(tracker.count);
  for (let row = 0; row < count; row += 1) if (verdicts.bytes[row] === Verdict.open && flow[row] >= 0) wanted[flow[row] >> 1] = 1;
  const again = new Replay(tracker, columns);
  const work = new LongWork(options);
  for (let row = 0; row < count; row += 1) {
    if (flow[row] < 0) judge.judge(row, undefined);
    else if (wanted[flow[row] >> 1]) judge.judge(row, again.follow(row));
    if ((row & (rowsBetweenLooks - 1)) === 0) await work.pause(row / count);
  }
  return judge.decided;
}
