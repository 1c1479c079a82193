import { openCapture } from "../../capture/readCapture";
import type { Decided } from "../../filter/evaluate";
import { PacketMatcher } from "../../filter/filter";
import type { Test } from "../../filter/plan";
import { Verdict, type Verdicts } from "../../filter/verdicts";
import type { CapturedPackets } from "../capturedPackets";
import type { WorkOptions } from "../longWork";
import { FactsAlongTheWay } from "../packetFacts";
import { walkCapture } from "../walkCapture";

/** Decides the open rows by decoding every packet and following every connection again, with all that options say. */
export async function walkOpenRows(
  test: Test,
  decided: Decided,
  { source, tracker }: CapturedPackets,
  { bytes: verdicts }: Verdicts,
  { onProgress, signal }: WorkOptions,
): Promise<void> {
  const reader = await openCapture(source);
  if (!reader) return;
  const matcher = new PacketMatcher({ test }, decided);
  const facts = new FactsAlongTheWay(tracker.connections);
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      const known = facts.of(visit);
      const row = visit.number - 1;
      if (row < verdicts.length && verdicts[row] === Verdict.open)
        verdicts[row] = matcher.matches(known) ? Verdict.yes : Verdict.no;
    },
    onBlock: async (offset) => {
      onProgress?.(offset / source.size);
      // messages that came in meanwhile, such as one that cancels
      await new Promise((resolve) => setTimeout(resolve));
    },
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
}
