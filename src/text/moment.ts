const billion = 1_000_000_000;

/** A time since 1970, or a span of time: whole seconds, and nanoseconds that count forward from them. */
export interface Moment {
  readonly seconds: number;
  readonly nanoseconds: number;
  /** How many decimals of a second the capture tells. */
  readonly decimals: number;
}

/** A span in seconds: `-0.000120`. */
export function formatElapsed(moment: Moment): string {
  const { seconds, nanoseconds } = carried(moment);
  const isBefore = seconds < 0;
  const rest = isBefore && nanoseconds > 0 ? billion - nanoseconds : nanoseconds;
  const whole = isBefore ? -seconds - (nanoseconds > 0 ? 1 : 0) : seconds;
  return `${isBefore ? "-" : ""}${whole}${decimalsText(rest, moment.decimals)}`;
}

/** `2023-11-14 22:13:20.000120`, in local time or UTC; in seconds where no calendar goes that far. */
export function formatDate(moment: Moment, where: "local" | "utc"): string {
  const { seconds, nanoseconds } = carried(moment);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return formatElapsed(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  const [year, month, day, hour, minute, second] =
    where === "utc"
      ? [
          date.getUTCFullYear(),
          date.getUTCMonth(),
          date.getUTCDate(),
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
        ]
      : [date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds()];
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${year}-${two(month + 1)}-${two(day)} ${clock}${decimalsText(nanoseconds, moment.decimals)}`;
}

/** tcpdump dates from 1988: earlier times do not count from 1970, but from the first packet or a machine's start. */
const firstCaptures = Date.UTC(1988, 0) / 1000;

/** Whether it is a time of a real day, as far as that can be told. */
export const isTimeOfDay = ({ seconds }: Moment): boolean => seconds >= firstCaptures;

/** Two times; where both are on the same day, the second is without it. */
export function formatDates(from: Moment, to: Moment, where: "local" | "utc"): readonly [from: string, to: string] {
  const [begin, end] = [formatDate(from, where), formatDate(to, where)];
  const [day, clock] = end.split(" ");
  return [begin, clock !== undefined && begin.startsWith(`${day} `) ? clock : end];
}

/** The time so many nanoseconds after another one, with as many decimals as are wanted. */
export function later({ seconds, nanoseconds }: Moment, by: number, decimals: number): Moment {
  const whole = Math.floor(by / billion);
  return { ...carried({ seconds: seconds + whole, nanoseconds: nanoseconds + by - whole * billion, decimals }), decimals };
}

/** The same time with less than a second of nanoseconds; a damaged file may hold more. */
function carried({ seconds, nanoseconds }: Moment): Pick<Moment, "seconds" | "nanoseconds"> {
  const carry = Math.floor(nanoseconds / billion);
  return { seconds: seconds + carry, nanoseconds: nanoseconds - carry * billion };
}

const decimalsText = (nanoseconds: number, decimals: number): string =>
  decimals === 0 ? "" : `.${String(nanoseconds).padStart(9, "0").slice(0, decimals)}`;
