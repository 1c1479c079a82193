/** A moment of a capture: nanoseconds are kept apart, since seconds of our time and nanoseconds do not fit into one number. */
export interface Moment {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Nanoseconds from one moment to another: exact for spans of up to a hundred days. */
export function nanosecondsBetween(from: Moment, to: Moment): number {
  return (to.seconds - from.seconds) * 1e9 + (to.nanoseconds - from.nanoseconds);
}
