import type { Moment } from "../../text/moment";
import type { ChartKind, ChartLook } from "../onScreen/chartLook";
import type { TrafficKind, TrafficLook } from "../onScreen/trafficLook";

/** A span of time, in seconds since the first packet of the connection, or of the capture if all of that is drawn. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** Which part of a chart's time is drawn (all of it by default), and on how many pixels. */
export interface ChartFrame {
  readonly span?: TimeSpan;
  readonly width: number;
  readonly height: number;
}
export interface ChartView extends ChartLook, ChartFrame {}
export interface TrafficView extends TrafficLook, ChartFrame {}

/** The kinds of charts: of one connection, and of the whole capture. */
export type DrawnKind = ChartKind | TrafficKind;

/**
 * Vertical strokes from one value to another, a line that keeps its value until the next, the same with the area below it filled, single
 * dots, or one value for all time.
 */
export type TrackShape = "strokes" | "steps" | "area" | "dots" | "level";

const trafficTracks = { allBehind: "area", all: "area", shown: "area", trouble: "area" } as const;

/** The tracks of each chart; the first ones are drawn below the others. */
export const chartTracks = {
  sequence: {
    edge: "steps",
    acked: "steps",
    duplicate: "dots",
    sacked: "strokes",
    outOfOrder: "strokes",
    resent: "strokes",
    sent: "strokes",
    disorder: "area",
  },
  throughput: { carried: "steps", delivered: "steps" },
  roundTrip: { roundTrip: "dots", initial: "level" },
  flight: { window: "steps", inFlight: "steps" },
  bitRate: trafficTracks,
  packetRate: trafficTracks,
} as const satisfies Readonly<Record<DrawnKind, Readonly<Record<string, TrackShape>>>>;

type TracksOf<Kind extends DrawnKind> = keyof (typeof chartTracks)[Kind];
export type TrackName = { [Kind in DrawnKind]: TracksOf<Kind> }[DrawnKind];

/** What a chart's values count. */
export type Quantity = "bytes" | "bits" | "packets" | "seconds";
export const quantityOf: Readonly<Record<DrawnKind, Quantity>> = {
  sequence: "bytes",
  throughput: "bits",
  roundTrip: "seconds",
  flight: "bytes",
  bitRate: "bits",
  packetRate: "packets",
};

/** A value of a track at a time, or a range of values; it comes from the packet `i` of what is charted, or from none (-1). */
export type Mark = (track: TrackName, i: number, time: number, low: number, high: number) => void;

/** A track as far as it can be seen: values that fall on what is drawn already are left out. */
export interface DrawnTrack {
  readonly name: TrackName;
  readonly shape: TrackShape;
  readonly times: Float64Array;
  readonly lows: Float64Array;
  /** Where a stroke ends, or up to where an area reaches; for all other shapes the same as `lows`. */
  readonly highs: Float64Array;
}

export interface Chart {
  readonly kind: DrawnKind;
  /** Whose packets it is about. */
  readonly subject: string;
  /** The time from the first packet to the last, and the part of it that is shown. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly bottom: number;
  /** Where values begin: below it there may be a lane for other counts. */
  readonly floor: number;
  readonly top: number;
  readonly quantity: Quantity;
  readonly tracks: readonly DrawnTrack[];
  /** What is shown, summed up in a sentence. */
  readonly about: string;
}

/** Where a packet stands in a chart. */
export interface ChartPoint {
  /** The packet's number; 0 if the point is about none. */
  readonly frame: number;
  readonly time: number;
  readonly parts: readonly { readonly track: TrackName; readonly low: number; readonly high: number }[];
  /** What the chart says there, in sentences. */
  readonly text: string;
  /** The interval that is counted together there, with a display filter for its packets. */
  readonly within?: TimeSpan & {
    readonly filter: string;
    /** When the interval began and ended, since 1970. */
    readonly begin: Moment;
    readonly end: Moment;
  };
}
