import type { PacketTime } from "../prose/packetTime";

type Time = Pick<PacketTime, "seconds" | "nanoseconds">;

const perSecond = 1_000_000_000;
const day = 86_400;

/**
 * When the packets of a text were seen, from what their lines say. A clock without a date goes on past midnight. With `-ttt` tcpdump
 * prints the time since the packet before instead: that is recognised by a clock that begins at zero and later goes back.
 */
export function timesOfText(told: readonly (PacketTime | undefined)[]): (Time | undefined)[] {
  const clocks = told.filter((time) => time !== undefined);
  const isClock = clocks.every(({ kind }) => kind === "clock");
  return isClock && areSpans(clocks) ? added(told) : isClock ? overMidnight(told) : [...told];
}

const isEarlier = (one: Time, other: Time) =>
  one.seconds < other.seconds || (one.seconds === other.seconds && one.nanoseconds < other.nanoseconds);

function areSpans(times: readonly Time[]): boolean {
  const beginsAtNothing = times.length > 0 && times[0].seconds === 0 && times[0].nanoseconds === 0;
  return beginsAtNothing && times.some((time, i) => i > 0 && isEarlier(time, times[i - 1]));
}

function added(spans: readonly (Time | undefined)[]): (Time | undefined)[] {
  let seconds = 0;
  let nanoseconds = 0;
  return spans.map((span) => {
    if (!span) return undefined;
    seconds += span.seconds + Math.floor((nanoseconds + span.nanoseconds) / perSecond);
    nanoseconds = (nanoseconds + span.nanoseconds) % perSecond;
    return { seconds, nanoseconds };
  });
}

/** A clock that goes back by more than half a day means the next day; less is another capture, or rows in another order. */
function overMidnight(times: readonly (Time | undefined)[]): (Time | undefined)[] {
  let days = 0;
  let before: Time | undefined;
  return times.map((time) => {
    if (!time) return undefined;
    if (before && before.seconds - time.seconds > day / 2) days += 1;
    before = time;
    return { seconds: time.seconds + days * day, nanoseconds: time.nanoseconds };
  });
}
