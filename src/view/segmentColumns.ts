import type { Layer, SegmentOptions } from "../decode/packet";
import { multipath } from "../protocols/tcpOptions";
import { type ListedPlace, markText } from "./tcpInfo";

/** What a segment's payload says counts when it is heard for the first time; a segment that comes again or late is listed as TCP, as in Wireshark. */
export function heardSummary(summary: Layer["summary"], place: ListedPlace | undefined): Layer["summary"] {
  const marks = place?.analysis?.marks;
  if (!summary || !marks || marks.size === 0) return summary;
  const isPlainAgain = marks.has("retransmission") && !marks.has("fast_retransmission") && !marks.has("spurious_retransmission");
  if (isPlainAgain || marks.has("out_of_order")) return undefined;
  return { ...summary, info: `${markText(place.analysis)}${summary.info}` };
}

/** The protocol of a segment whose payload says nothing. */
export const segmentName = ({ kinds }: SegmentOptions): string => (kinds?.includes(multipath.kind) ? multipathName : tcpName);
export const tcpName = "TCP";
export const multipathName = "MPTCP";
