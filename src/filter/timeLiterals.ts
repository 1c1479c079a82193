const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fraction = "(?:\\.(?<fraction>\\d{1,9})\\d*)?";
const zone = "(?:\\s*(?<zone>Z|UTC|[+-]\\d{2}:?\\d{2}))?";
/** `2020-07-04`, `2020-07-04T12:34`, `2020-07-04T12:34:56.5+02:00`: the parts after the day may be left out, the last ones first. */
const iso = new RegExp(
  `^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:[T ]\\s*(?<hour>\\d{1,2})(?::(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})${fraction})?)?${zone})?$`,
);
/** `Sep 26, 2004 23:18:04.954975`, of which only the decimals and the zone may be left out. */
const legacy = new RegExp(
  `^(?<name>[A-Za-z]{3})\\s+(?<day>\\d{1,2}),\\s*(?<year>\\d{4})\\s+(?<hour>\\d{1,2}):(?<minute>\\d{1,2}):(?<second>\\d{1,2})${fraction}${zone}$`,
);

/** A moment in nanoseconds since 1970. Without a zone it is in local time, as in Wireshark. */
export function readTime(text: string): bigint | undefined {
  const parts = (iso.exec(text) ?? legacy.exec(text))?.groups;
  if (!parts) return undefined;
  const month = parts["name"] === undefined ? Number(parts["month"]) - 1 : months.indexOf(parts["name"].toLowerCase());
  const [year, day, hour, minute, second] = ["year", "day", "hour", "minute", "second"].map((name) => Number(parts[name] ?? 0));
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const minutesAhead = offsetOf(parts["zone"]);
  const utc = Date.UTC(year, month, day, hour, minute, second);
  const milliseconds =
    minutesAhead === undefined ? new Date(year, month, day, hour, minute, second).getTime() : utc - minutesAhead * 60_000;
  return BigInt(milliseconds) * 1_000_000n + BigInt((parts["fraction"] ?? "").padEnd(9, "0"));
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const numbers = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!numbers) return 0;
  const minutes = Number(numbers[2]) * 60 + Number(numbers[3]);
  return numbers[1] === "-" ? -minutes : minutes;
}

/** Seconds with up to nine decimals, in nanoseconds. */
export function readDuration(text: string): bigint | undefined {
  const parts = /^(\d+)(?:\.(\d{1,9}))?$/.exec(text);
  return parts ? BigInt(parts[1]) * 1_000_000_000n + BigInt((parts[2] ?? "").padEnd(9, "0")) : undefined;
}
