import type { SegmentPlace } from "../connections/tracker";
import type { Segment, SegmentOptions } from "../decode/packet";
import { flagNames, tcpFlag } from "../protocols/tcp";

/** TCP's line in the packet list, as Wireshark writes it, so that screenshots and books match. */
export function tcpInfo(segment: Segment, place: SegmentPlace | undefined): string {
  const { srcport = 0, dstport = 0, flags = 0, length } = segment;
  const parts = [`${srcport} → ${dstport}`, `[${flagsText(flags)}]`, `Seq=${place?.seq ?? segment.seq ?? 0}`];
  if (flags & tcpFlag.ACK) parts.push(`Ack=${place?.ack ?? segment.ack ?? 0}`);
  parts.push(`Win=${scaledWindow(segment, place)}`);
  if (flags & tcpFlag.URG) parts.push(`Urg=${segment.urgentPointer ?? 0}`);
  if (length !== undefined) parts.push(`Len=${length}`);
  return [...parts, ...optionParts(segment.options)].join(" ");
}

export function flagsText(flags: number): string {
  return flagNames(flags).join(", ") || "<None>";
}

export function scaledWindow({ window = 0 }: Segment, place: SegmentPlace | undefined): number {
  return place && place.windowFactor > 0 ? window * place.windowFactor : window;
}

function optionParts(options: SegmentOptions): string[] {
  const parts: string[] = [];
  if (options.maximumSegmentSize !== undefined) parts.push(`MSS=${options.maximumSegmentSize}`);
  if (options.sackPermitted) parts.push("SACK_PERM");
  if (options.timestampValue !== undefined) parts.push(`TSval=${options.timestampValue} TSecr=${options.timestampEcho}`);
  if (options.windowShift !== undefined) parts.push(`WS=${2 ** options.windowShift}`);
  for (const [left, right] of options.sack ?? []) parts.push(`SLE=${left} SRE=${right}`);
  return parts;
}
