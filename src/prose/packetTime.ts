/** When a packet was seen, as the line above its bytes says. */
export interface PacketTime {
  /** Since 1970 where a date is told; else since midnight, or since the capture began. */
  readonly seconds: number;
  readonly nanoseconds: number;
  /** Time of day with a date or without, seconds since 1970, or seconds since the first packet, as packet lists have them. */
  readonly kind: "date" | "clock" | "epoch" | "list";
}

/** A time, with the length of the text that tells it. */
interface ReadTime extends PacketTime {
  readonly width: number;
}

const clock = /(?:(\d{4})-(\d\d)-(\d\d)[ T]+)?(\d\d):(\d\d):(\d\d)\.(\d{3,9})(?!\d)/y;
const epoch = /(\d{9,10})\.(\d{6,9})(?=\s)/y;
/** A time in a packet list, behind the packet's number. */
const listed = /\W*(?:\d+[\s|]+)?(\d{1,8})\.(\d{3,9})[\s|]+(?=[\da-f.:]+\s)/iy;

const nanosecondsOf = (digits: string) => Number(digits.padEnd(9, "0"));

/** The time at a place of a line of tcpdump, if there is one. */
export function readTimeAt(text: string, at: number): ReadTime | undefined {
  clock.lastIndex = at;
  const ofDay = clock.exec(text);
  if (ofDay) {
    const [{ length: width }, year, month, day, hours, minutes, seconds, fraction] = ofDay;
    const date = year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
    const seen = date + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { seconds: seen, nanoseconds: nanosecondsOf(fraction), kind: year === undefined ? "clock" : "date", width };
  }
  epoch.lastIndex = at;
  const sinceEpoch = epoch.exec(text);
  if (!sinceEpoch) return undefined;
  const [{ length: width }, seconds, fraction] = sinceEpoch;
  return { seconds: Number(seconds), nanoseconds: nanosecondsOf(fraction), kind: "epoch", width };
}

const beginning = /(?<![\d.])(?:\d{4}-\d\d-\d\d[ T]+)?(?:\d\d:\d\d:\d\d|\d{9,10})\.\d{3,9}(?!\d)/;

/** The first time in a summary line of tcpdump, of Wireshark's list, or of any program that begins its lines so. */
export function timeOfSummary(summary: string): PacketTime | undefined {
  const found = beginning.exec(summary);
  const told = found && readTimeAt(summary, found.index);
  if (told) return told;
  listed.lastIndex = 0;
  const row = listed.exec(summary);
  return row ? { seconds: Number(row[1]), nanoseconds: nanosecondsOf(row[2]), kind: "list" } : undefined;
}
