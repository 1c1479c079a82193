import type { End } from "../../connections/wireSegment";
import type { ChartKind } from "../onScreen/chartLook";
import type { Mark, TimeSpan } from "./chart";
import type { ChartedConnection } from "./chartedConnection";
import { flightMarks } from "./flightMarks";
import { roundTripMarks } from "./roundTripMarks";
import { sequenceMarks } from "./sequenceMarks";
import { throughputMarks } from "./throughputMarks";

/** Everything that a chart shows of an end's data, in the order of the capture; counts are those of a span. */
export function marksOf(connection: ChartedConnection, kind: ChartKind, sender: End, span: TimeSpan, mark: Mark): void {
  if (kind === "sequence") sequenceMarks(connection, sender, span, mark);
  else if (kind === "throughput") throughputMarks(connection, sender, span, mark);
  else if (kind === "roundTrip") roundTripMarks(connection, sender, mark);
  else flightMarks(connection, sender, mark);
}
