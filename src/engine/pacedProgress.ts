import type { EngineEvents } from "./contract/engine";
import type { CaptureSummary } from "./contract/reading";

/** Milliseconds between two reports: pages draw each one, and a file of gigabytes has thousands of blocks. */
const pace = 100;

/** Reports progress no more often than can be seen; but at once when the first packets are there, and when all has been read. */
export function pacedProgress(
  tell: EngineEvents["progress"],
  now: () => number = () => performance.now(),
): EngineEvents["progress"] {
  let last = Number.NEGATIVE_INFINITY;
  let hasPackets = false;
  return (summary: CaptureSummary) => {
    const isFirst = !hasPackets && summary.packets > 0;
    if (!isFirst && !summary.complete && now() - last < pace) return;
    hasPackets ||= isFirst;
    last = now();
    tell(summary);
  };
}
