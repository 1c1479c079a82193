import type { Mark } from "../connections/marks";
import type { Analysis, SegmentPlace } from "../connections/tracker";
import type { Segment, SegmentOptions } from "../decode/packet";
import type { ListedSegment } from "../decode/plainSegment";
import { wiresharkMarks } from "../prose/wiresharkMarks";
import { aceFlags, aceOf, flagNames, tcp, tcpFlag, tcpFlagCount } from "../protocols/tcp";
import {
  largestWindowShift,
  maximumSegmentSize,
  md5Signature,
  sack,
  sackPermitted,
  timestamps,
  windowScale,
} from "../protocols/tcpOptions";
import { type Names, noNames, portText } from "./names";
import { rareOptionText } from "./rareOptions";
import { riverbedText } from "./riverbedText";

/** What the list needs to know of a segment's place; the numbers are relative. */
export type ListedPlace = Pick<SegmentPlace, "stream" | "direction" | "seq" | "ack" | "windowFactor" | "usesAce" | "sack"> & {
  readonly analysis?: Pick<Analysis, "duplicateNumber" | "duplicateOf"> & { readonly marks: ReadonlySet<Mark> };
};

/** TCP's text in the Info column as Wireshark writes it, so that it matches screenshots and books. */
export function tcpInfo(segment: ListedSegment, place: ListedPlace | undefined, names: Names = noNames): string {
  const { srcport = 0, dstport = 0, length, options, unbelieved } = segment;
  const { flags = 0, ack, window = 0 } = unbelieved ?? segment;
  const before = options.rare ? riverbedText(options.rare, flags, options.breakOff === true) : "";
  const ports = `${before}${portText(srcport, "tcp", names)} → ${portText(dstport, "tcp", names)}`;
  let line = `${markText(place?.analysis)}${ports} [${flagsText(flags, place?.usesAce)}] Seq=${place?.seq ?? segment.seq ?? 0}`;
  if (flags & tcpFlag.ACK) line += ` Ack=${place?.ack ?? ack ?? 0}`;
  line += ` Win=${scaledWindow({ window, length }, place)}`;
  if (unbelieved) return `${line}, bogus TCP header length (${segment.headerLength}, must be at least ${tcp.size})`;
  // a header that was cut off before its end has no more to show
  if (segment.urgentPointer === undefined) return line;
  if (flags & tcpFlag.URG) line += ` Urg=${segment.urgentPointer}`;
  if (length !== undefined) line += ` Len=${length}`;
  if (options.kinds) line += optionsText(options, place);
  return options.malformed ? `${line}[Malformed Packet]` : line;
}

/** The same place with the numbers that are on the wire. */
export function withRawNumbers(place: ListedPlace | undefined, segment: ListedSegment | undefined): ListedPlace | undefined {
  if (!place || !segment) return place;
  return { ...place, seq: segment.seq ?? place.seq, ack: segment.ack ?? place.ack, sack: segment.options.sack ?? [] };
}

/** What is remarkable about a segment, as it stands before the rest of its text. */
export function markText(analysis: ListedPlace["analysis"]): string {
  if (!analysis || analysis.marks.size === 0) return "";
  const { duplicateNumber, duplicateOf } = analysis;
  return marksToTell(analysis.marks)
    .map(([mark, text]) => (mark === "duplicate_ack" ? `[TCP ${text} ${duplicateOf}#${duplicateNumber}] ` : `[TCP ${text}] `))
    .join("");
}

/** The marks to show, in Wireshark's order; a fast or spurious retransmission is not called a retransmission besides. */
export function marksToTell(marks: ReadonlySet<Mark>): (typeof wiresharkMarks)[number][] {
  const isSpecial = marks.has("fast_retransmission") || marks.has("spurious_retransmission");
  return wiresharkMarks.filter(([mark]) => marks.has(mark) && !(mark === "retransmission" && isSpecial));
}

const knownFlags = new Map<number, string>();
/** A bit above all flags, for the key of a text. */
const aceKey = 1 << 12;

/** Few of the combinations of flags ever occur, so the text of each is made once. `usesAce`: three flags are a counter, but not in a SYN. */
function flagsText(flags: number, usesAce = false): string {
  const hasAce = usesAce && (flags & tcpFlag.SYN) === 0;
  const key = hasAce ? flags | aceKey : flags;
  const known = knownFlags.get(key);
  if (known !== undefined) return known;
  const names: string[] = flagNames(hasAce ? flags & ~aceFlags : flags);
  if (hasAce) names.push(`ACE=${aceOf(flags)}`);
  if (flags >> tcpFlagCount) names.push("Reserved");
  const text = names.join(", ") || "<None>";
  knownFlags.set(key, text);
  return text;
}

/** The window as Wireshark shows it: it does not analyse a segment of unknown length, and so does not scale its window either. */
export function scaledWindow(
  { window = 0, length }: Pick<Segment, "window" | "length">,
  place: Pick<SegmentPlace, "windowFactor"> | undefined,
): number {
  return place && place.windowFactor > 0 && length !== undefined ? window * place.windowFactor : window;
}

/** What each option adds to the text; there they stand in the order of the header. */
const optionText: Readonly<Record<number, (options: SegmentOptions, place: ListedPlace | undefined) => string>> = {
  [maximumSegmentSize.kind]: ({ maximumSegmentSize: size }) => (size === undefined ? "" : `MSS=${size}`),
  [windowScale.kind]: ({ windowShift }) =>
    windowShift === undefined ? "" : `WS=${2 ** Math.min(windowShift, largestWindowShift)}`,
  [sackPermitted.kind]: () => "SACK_PERM",
  [sack.kind]: (options, place) =>
    (place?.sack ?? options.sack ?? []).map(([left, right]) => `SLE=${left} SRE=${right}`).join(" "),
  [timestamps.kind]: ({ timestampValue, timestampEcho }) =>
    timestampValue === undefined ? "" : `TSval=${timestampValue} TSecr=${timestampEcho ?? 0}`,
  [md5Signature.kind]: () => "MD5",
};

function optionsText(options: SegmentOptions, place: ListedPlace | undefined): string {
  let line = "";
  let rare = 0;
  for (const [index, kind] of (options.kinds ?? []).entries()) {
    // all ranges are written at the first option with ranges
    if (kind === sack.kind && options.kinds!.indexOf(kind) < index) continue;
    const option = options.rare?.[rare]?.kind === kind ? options.rare[rare] : undefined;
    const text = optionText[kind]?.(option?.own ?? options, place);
    if (text) line += ` ${text}`;
    if (!option) continue;
    line += rareOptionText(option);
    rare += 1;
  }
  return line;
}
