import type { Connection } from "../../connections/tracker";
import { type End, otherEnd } from "../../connections/wireSegment";
import type { TimeSpan } from "../../view/charts/chart";
import type { ChartedConnection, SackRange } from "../../view/charts/chartedConnection";
import { endNames } from "../../view/flow/flowEnds";
import type { NumberedSegments, SentSoFar } from "../../view/flow/sentSoFar";
import type { ChartKind } from "../../view/onScreen/chartLook";
import type { CapturedPackets } from "../capturedPackets";
import type { ConnectionFlow } from "../connectionFlow";
import { roundTripsOf } from "./roundTrips";
import { sacksOf } from "./sacks";

const nothing = new Float64Array(0);

/** A connection with what its charts need; what takes long is found out only for the charts that need it. */
export class ConnectionInTime implements ChartedConnection {
  readonly segments: NumberedSegments;
  readonly sent: SentSoFar;
  readonly client: End;
  readonly ends: ChartedConnection["ends"];
  readonly busier: End;
  readonly times: Float64Array;
  readonly whole: TimeSpan;
  readonly initialRoundTrip?: number;
  roundTrips: Float64Array = nothing;
  sacks: readonly SackRange[] = [];
  private readonly indexes: Uint32Array;
  private readonly prepared = new Map<ChartKind, Promise<void>>();

  constructor(
    private readonly packets: CapturedPackets,
    flow: ConnectionFlow,
    connection: Connection,
  ) {
    const { segments, sent, life } = flow;
    this.segments = segments;
    this.sent = sent;
    this.client = life.client;
    this.ends = endNames(connection, life);
    this.indexes = packets.ofConnection(packets.columns.stream(segments.frame(0) - 1));
    this.times = Float64Array.from({ length: segments.count }, (_, i) => segments.seconds(i));
    this.whole = {
      from: this.times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY),
      to: this.times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY),
    };
    const bytes: [number, number] = [0, 0];
    for (let i = 0; i < segments.count; i += 1) bytes[segments.from(i)] += segments.length(i);
    this.busier = bytes[otherEnd(life.client)] > bytes[life.client] ? otherEnd(life.client) : life.client;
    if (connection.initialRoundTrip !== undefined) this.initialRoundTrip = connection.initialRoundTrip / 1e9;
  }

  marks(i: number): number {
    return this.packets.columns.marks[this.indexes[i]];
  }

  /** Finds out what a kind of chart needs, once. */
  prepare(kind: ChartKind): Promise<void> {
    const known = this.prepared.get(kind) ?? this.find(kind);
    this.prepared.set(kind, known);
    return known;
  }

  private async find(kind: ChartKind): Promise<void> {
    if (kind === "roundTrip") this.roundTrips = await roundTripsOf(this.packets, this.indexes);
    if (kind === "sequence") this.sacks = await sacksOf(this.packets, this.indexes);
  }
}
