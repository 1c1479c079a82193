import type { Decided } from "../../filter/evaluate";
import { PacketMatcher } from "../../filter/filter";
import type { Test } from "../../filter/plan";
import { countVerdicts, Verdict, type Verdicts } from "../../filter/verdicts";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork, type WorkOptions } from "../longWork";
import { wholePackets } from "../wholePackets";
import { factsOf } from "./packetFacts";

/** Decides the open rows by decoding their connections and following them again, including what options say. */
export async function walkOpenRows(
  test: Test,
  decided: Decided,
  packets: CapturedPackets,
  verdicts: Verdicts,
  options: WorkOptions,
): Promise<void> {
  const matcher = new PacketMatcher({ test }, decided);
  const work = new LongWork(options);
  for await (const { number, packet, place } of wholePackets(packets, openRows(verdicts), work)) {
    const row = number - 1;
    verdicts.bytes[row] = matcher.matches(factsOf(packets, row, packet, place)) ? Verdict.yes : Verdict.no;
  }
}

function openRows(verdicts: Verdicts): Uint32Array {
  const rows = new Uint32Array(countVerdicts(verdicts).open);
  let count = 0;
  for (let row = verdicts.bytes.indexOf(Verdict.open); row >= 0; row = verdicts.bytes.indexOf(Verdict.open, row + 1)) {
    rows[count] = row;
    count += 1;
  }
  return rows;
}
