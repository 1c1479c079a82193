import { type ChartLook, freshChartLook, readChartLook } from "./chartLook";
import { freshStreamLook, readStreamLook, type StreamLook } from "./streamLook";

/** How a segment's numbers are written on its arrow. */
export const flowNotations = ["wireshark", "tcpdump", "stevens"] as const;
export const flowTimes = ["even", "proportional"] as const;
export const flowTabs = ["ladder", "diagram", "window", "charts", "stream"] as const;
/** By what the height of a step may be multiplied. */
export const flowZooms: readonly number[] = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** How a person looks at flows, of whatever connection. */
export interface FlowLook extends ChartLook, StreamLook {
  readonly notation: (typeof flowNotations)[number];
  readonly time: (typeof flowTimes)[number];
  readonly folds: boolean;
  readonly zoom: number;
  readonly tab: (typeof flowTabs)[number];
}

export const freshFlowLook: FlowLook = {
  notation: "wireshark",
  time: "even",
  folds: true,
  zoom: 1,
  tab: "ladder",
  ...freshChartLook,
  ...freshStreamLook,
};

/** Reads what was kept; the fresh look stands in for whatever is missing or makes no sense. */
export function readFlowLook(kept: unknown, fresh: FlowLook): FlowLook {
  if (typeof kept !== "object" || kept === null) return fresh;
  const { notation, time, folds, zoom, tab } = kept as Record<keyof FlowLook, unknown>;
  return {
    notation: flowNotations.find((each) => each === notation) ?? fresh.notation,
    time: flowTimes.find((each) => each === time) ?? fresh.time,
    folds: typeof folds === "boolean" ? folds : fresh.folds,
    zoom: flowZooms.find((each) => each === zoom) ?? fresh.zoom,
    tab: flowTabs.find((each) => each === tab) ?? fresh.tab,
    ...readChartLook(kept, fresh),
    ...readStreamLook(kept, fresh),
  };
}
