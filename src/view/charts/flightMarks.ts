import { isReset } from "../../connections/segmentFlags";
import type { End } from "../../connections/wireSegment";
import type { Mark } from "./chart";
import type { ChartedConnection } from "./chartedConnection";

/** What an end has in flight after each segment of either end, and the window that the other end gives it. */
export function flightMarks({ segments, sent, times }: ChartedConnection, sender: End, mark: Mark): void {
  for (let i = 0; i < segments.count; i += 1) {
    if (isReset({ flags: segments.flags(i) })) continue;
    const from = segments.from(i);
    const flight = sent.flight(i, sender);
    if (flight) mark("inFlight", i, times[i], flight.bytes, flight.bytes);
    if (from !== sender && sent.windowTold(i, from) === i) mark("window", i, times[i], segments.window(i), segments.window(i));
  }
}
