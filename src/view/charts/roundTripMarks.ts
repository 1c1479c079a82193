import type { End } from "../../connections/wireSegment";
import type { Mark } from "./chart";
import type { ChartedConnection } from "./chartedConnection";

/** How long each segment of an end waited until an acknowledgment covered exactly it for the first time, at the time of that acknowledgment. */
export function roundTripMarks(
  { segments, times, roundTrips, initialRoundTrip, whole }: ChartedConnection,
  sender: End,
  mark: Mark,
): void {
  if (initialRoundTrip !== undefined) mark("initial", 0, whole.from, initialRoundTrip, initialRoundTrip);
  for (let i = 0; i < segments.count; i += 1)
    if (segments.from(i) !== sender && !Number.isNaN(roundTrips[i])) mark("roundTrip", i, times[i], roundTrips[i], roundTrips[i]);
}
