import type { Moment } from "../../text/moment";
import type { ChartKind, ChartLook } from "../onScreen/chartLook";
import type { TrafficKind, TrafficLook } from "../onScreen/trafficLook";

/** A span of time, in seconds since the first packet of a connection, or of the capture where all of it is drawn. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What is drawn of a chart: so much of its time, all of it where nothing is said, on an area of so many pixels. */
export interface ChartFrame {
  readonly span?: TimeSpan;
  readonly width: number;
  readonly height: number;
}
export interface ChartView extends ChartLook, ChartFrame {}
export interface TrafficView extends TrafficLook, ChartFrame {}

/** Of one connection, or of the whole capture. */
export type DrawnKind = ChartKind | TrafficKind;

/**
 * Upright strokes from one value to another, a line that keeps its value until the next, the same with all that lies below it, single
 * dots, or one value for all time.
 */
export type TrackShape = "strokes" | "steps" | "area" | "dots" | "level";

const trafficTracks = { allBehind: "area", all: "area", shown: "area", trouble: "area" } as const;

/** What a chart shows, the first ones below the others. */
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

/** One value of a track, or all from one to another, at a time; of the packet `i` of what is charted, -1 where it is of none. */
export type Mark = (track: TrackName, i: number, time: number, low: number, high: number) => void;

/** A track as far as it can be seen: what would cover what is there already is left out. */
export interface DrawnTrack {
  readonly name: TrackName;
  readonly shape: TrackShape;
  readonly times: Float64Array;
  readonly lows: Float64Array;
  /** Where a stroke ends, or up to where an area reaches; of all others the same as `lows`. */
  readonly highs: Float64Array;
}

export interface Chart {
  readonly kind: DrawnKind;
  /** Whose packets it is about. */
  readonly subject: string;
  /** From the first packet to the last, and what is shown of that. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly bottom: number;
  /** Where values begin: below it there may be a lane for what is counted otherwise. */
  readonly floor: number;
  readonly top: number;
  readonly quantity: Quantity;
  readonly tracks: readonly DrawnTrack[];
  /** What is shown, summed up in a sentence. */
  readonly about: string;
}

/** Where a packet stands in a chart. */
export interface ChartPoint {
  /** 0 where it is about no packet. */
  readonly frame: number;
  readonly time: number;
  readonly parts: readonly { readonly track: TrackName; readonly low: number; readonly high: number }[];
  /** What it is there, in a sentence. */
  readonly text: string;
  /** The span that is counted together there, and a display filter for its packets. */
  readonly within?: TimeSpan & {
    readonly filter: string;
    /** When it was, since 1970. */
    readonly begin: Moment;
    readonly end: Moment;
  };
}
