import type { ChartKind, ChartLook } from "../onScreen/chartLook";

/** A span of time, in seconds since the connection's first packet. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What is drawn of a chart: so much of its time, all of it where nothing is said, on an area of so many pixels. */
export interface ChartView extends ChartLook {
  readonly span?: TimeSpan;
  readonly width: number;
  readonly height: number;
}

/** Upright strokes from one value to another, a line that keeps its value until the next, single dots, or one value for all time. */
export type TrackShape = "strokes" | "steps" | "dots" | "level";

/** What a chart shows, the first ones below the others. */
export const chartTracks = {
  sequence: {
    edge: "steps",
    acked: "steps",
    duplicate: "dots",
    sacked: "strokes",
    sent: "strokes",
    outOfOrder: "strokes",
    resent: "strokes",
  },
  throughput: { carried: "steps", delivered: "steps" },
  roundTrip: { initial: "level", roundTrip: "dots" },
  flight: { window: "steps", inFlight: "steps" },
} as const satisfies Readonly<Record<ChartKind, Readonly<Record<string, TrackShape>>>>;

type TracksOf<Kind extends ChartKind> = keyof (typeof chartTracks)[Kind];
export type TrackName = { [Kind in ChartKind]: TracksOf<Kind> }[ChartKind];

/** What a chart's values count. */
export type Quantity = "bytes" | "bits" | "seconds";
export const quantityOf: Readonly<Record<ChartKind, Quantity>> = {
  sequence: "bytes",
  throughput: "bits",
  roundTrip: "seconds",
  flight: "bytes",
};

/** One value of a track, or all from one to another, at a time; of the segment `i` of the connection. */
export type Mark = (track: TrackName, i: number, time: number, low: number, high: number) => void;

/** A track as far as it can be seen: what would cover what is there already is left out. */
export interface DrawnTrack {
  readonly name: TrackName;
  readonly shape: TrackShape;
  readonly times: Float64Array;
  readonly lows: Float64Array;
  /** Of strokes; of all others the same as `lows`. */
  readonly highs: Float64Array;
}

export interface Chart {
  readonly kind: ChartKind;
  readonly sender: "client" | "server";
  /** From the connection's first packet to its last, and what is shown of that. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly bottom: number;
  readonly top: number;
  readonly quantity: Quantity;
  readonly tracks: readonly DrawnTrack[];
  /** What is shown, summed up in a sentence. */
  readonly about: string;
}

/** Where a packet stands in a chart. */
export interface ChartPoint {
  readonly frame: number;
  readonly time: number;
  readonly parts: readonly { readonly track: TrackName; readonly low: number; readonly high: number }[];
  /** What it is there, in a sentence. */
  readonly text: string;
}
