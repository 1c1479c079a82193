import { readRange } from "../../bytes/source";
import type { Decided } from "../../filter/evaluate";
import { PacketMatcher } from "../../filter/filter";
import { PlainMatcher } from "../../filter/plainValues";
import type { Test } from "../../filter/plan";
import { Verdict, type Verdicts } from "../../filter/verdicts";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork, type WorkOptions } from "../longWork";
import { plainFactsOf } from "./packetFacts";
import { PlainSegments } from "./plainSegments";

/** So many bytes are read at once; a gap between open rows up to `gap` bytes is read along rather than left out. */
const blockSize = 1 << 20;
const gap = 1 << 15;

/** Decides the open rows by their bytes, which are read in large blocks and in order. */
export async function readOpenRows(
  test: Test,
  decided: Decided,
  packets: CapturedPackets,
  verdicts: Verdicts,
  options: WorkOptions,
): Promise<void> {
  const { source, columns } = packets;
  const { bytes } = verdicts;
  const matcher = new PacketMatcher({ test }, decided);
  const plain = PlainMatcher.of(test, packets, decided);
  const segments = new PlainSegments(packets);
  const work = new LongWork(options);
  const decide = (row: number, fits: boolean) => {
    bytes[row] = fits ? Verdict.yes : Verdict.no;
  };
  for (let from = nextOpen(bytes, 0); from < bytes.length; ) {
    const { rows, offset, end } = stretch(bytes, from, packets);
    const block = { bytes: await readRange(source, offset, end - offset), offset };
    await work.pause(from / columns.count);
    for (let first = 0; plain && first < rows.length; first += PlainSegments.most) {
      segments.read(rows.slice(first, first + PlainSegments.most), block, (row, place) => decide(row, plain.matches(row, place)));
      if (work.isDue) await work.pause(rows[first] / columns.count);
    }
    for (const row of rows) {
      if (bytes[row] !== Verdict.open) continue;
      decide(row, matcher.matches(await plainFactsOf(packets, row, block)));
      if (work.isDue) await work.pause(row / columns.count);
    }
    from = nextOpen(bytes, rows[rows.length - 1] + 1);
  }
}

const nextOpen = (verdicts: Uint8Array, from: number): number => {
  const at = verdicts.indexOf(Verdict.open, from);
  return at < 0 ? verdicts.length : at;
};

/** Open rows that lie close to one another in the file, and where. */
function stretch(
  verdicts: Uint8Array,
  first: number,
  { columns }: CapturedPackets,
): { readonly rows: readonly number[]; readonly offset: number; readonly end: number } {
  const rows = [first];
  const offset = columns.placeOf(first);
  let end = offset + columns.capturedLength.get(first);
  for (let row = nextOpen(verdicts, first + 1); row < verdicts.length; row = nextOpen(verdicts, row + 1)) {
    const place = columns.placeOf(row);
    const length = columns.capturedLength.get(row);
    if (place - end > gap || place + length - offset > blockSize) break;
    rows.push(row);
    end = place + length;
  }
  return { rows, offset, end };
}
