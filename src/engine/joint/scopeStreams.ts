import { betweenHostsOf, ofHostOf } from "../../connections/sameHosts";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import type { CapturedPackets } from "../capturedPackets";

/** Numbers of the connections that a flow is to show, rising; `filtered` are the packets that are shown, missing where all are. */
export function streamsOf(scope: SeveralScope, packets: CapturedPackets, filtered: Uint32Array | undefined): number[] {
  const { tracker } = packets;
  switch (scope.kind) {
    case "chosen":
      return [...new Set(scope.streams)].filter((stream) => stream < tracker.count).sort((a, b) => a - b);
    case "pair":
      return scope.like < tracker.count ? betweenHostsOf(tracker.table, scope.like) : [];
    case "host":
      return scope.like < tracker.count ? ofHostOf(tracker.table, scope.like, scope.end) : [];
    case "shown":
      return filtered ? streamsAmong(filtered, packets) : Array.from({ length: tracker.count }, (_, stream) => stream);
  }
}

function streamsAmong(indexes: Uint32Array, { columns: { flow }, tracker }: CapturedPackets): number[] {
  const isThere = new Uint8Array(tracker.count);
  for (let i = 0; i < indexes.length; i += 1) {
    const stream = flow[indexes[i]] >> 1;
    if (stream >= 0) isThere[stream] = 1;
  }
  const found: number[] = [];
  for (let stream = 0; stream < isThere.length; stream += 1) if (isThere[stream] === 1) found.push(stream);
  return found;
}
