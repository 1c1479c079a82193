import { linkTypes } from "../../protocols/next";
import {
  juniper,
  juniperExtensions,
  juniperFamilies,
  juniperFamily,
  juniperMagic,
  pktap,
  pktapPacket,
} from "../../protocols/otherLinks";
import { ppi, ppiCommon, ppiField, radiotap, radiotapFlag, radiotapPresent } from "../../protocols/wireless";
import { follow, type LayerDecoder, type Next } from "../packet";
import { adopt, reachTo, readHeader, readMore } from "../readHeader";
import type { Scope } from "../scope";
import { wlanWith } from "./wlan";

/** Headers that capturing programs put before the frame itself. */
const checksumSize = 4;

export const decodeRadiotap: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, radiotap);
  packet.add("radiotap", reading.node);
  if (!reading.complete) return undefined;
  const length = reading.number("length");
  if (length < radiotap.size) {
    reading.child("length")!.problem = { kind: "length", value: length, least: radiotap.size };
    return undefined;
  }
  reachTo(reading.node, scope, length);
  const flags = radiotapFlags(scope, reading.number("present"));
  const frame = withoutChecksum(scope.after(length), (flags & radiotapFlag.checksum) !== 0);
  return wlanWith(frame, packet, (flags & radiotapFlag.padded) !== 0);
};

/** The flags of radiotap: fields follow all bitmaps in the order of their bits, and the clock before the flags is aligned to eight bytes. */
function radiotapFlags(scope: Scope, present: number): number {
  if ((present & radiotapPresent.flags) === 0) return 0;
  let at = radiotap.size;
  for (let more = present; more & radiotapPresent.another; at += 4) {
    if (!scope.has(at + 4)) return 0;
    more = scope.view.getUint32(scope.start + at, true);
  }
  if (present & radiotapPresent.clock) at = Math.ceil(at / 8) * 8 + 8;
  return scope.has(at + 1) ? scope.bytes[scope.start + at] : 0;
}

export const decodePpi: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ppi);
  packet.add("ppi", reading.node);
  if (!reading.complete) return undefined;
  const length = reading.number("length");
  if (length < ppi.size) return undefined;
  const fields = scope.first(length, "ppi.length").after(ppi.size);
  let hasChecksum = false;
  for (let rest = fields; rest.has(ppiField.size); ) {
    const field = readHeader(rest, ppiField);
    adopt(reading.node, field.node);
    const body = rest.after(ppiField.size);
    if (field.number("field_type") === ppiCommon.type && body.has(ppiCommon.flagsOffset + 2)) {
      hasChecksum = (body.view.getUint16(body.start + ppiCommon.flagsOffset, true) & ppiCommon.checksum) !== 0;
    }
    rest = body.after(field.number("field_len"));
  }
  reachTo(reading.node, scope, length);
  const dlt = reading.number("dlt");
  return follow(linkTypes, "link", dlt, withoutChecksum(scope.after(length), hasChecksum && linkTypes[dlt] === "wlan"));
};

export const decodePktap: LayerDecoder = (scope, packet): Next | undefined => {
  const reading = readHeader(scope, pktap);
  packet.add("pktap", reading.node);
  if (!reading.complete) return undefined;
  const length = reading.number("hdrlen");
  if (length < pktap.size) {
    reading.child("hdrlen")!.problem = { kind: "length", value: length, least: pktap.size };
    return undefined;
  }
  reachTo(reading.node, scope, length);
  if (reading.number("rectype") !== pktapPacket) return undefined;
  return follow(linkTypes, "link", reading.number("dlt"), scope.after(length));
};

/** Older systems write no such header at all. Where the link header has been taken away, an address family stands in its place. */
export const decodeJuniper: LayerDecoder = (scope, packet): Next | undefined => {
  const reading = readHeader(scope, juniper);
  if (reading.complete && reading.number("magic-number") !== juniperMagic) return { protocol: "eth", scope };
  packet.add("juniper", reading.node);
  if (!reading.complete) return undefined;
  let rest = scope.after(juniper.size);
  if (reading.number("ext")) {
    const extensions = readMore(reading, rest, juniperExtensions);
    if (!extensions.complete) return undefined;
    rest = rest.after(juniperExtensions.size + extensions.number("ext_total_len"));
  }
  if (reading.number("l2hdr")) {
    const family = readMore(reading, rest, juniperFamily);
    const protocol = juniperFamilies[family.number("proto")] ?? "data";
    return family.complete ? { protocol, scope: rest.after(juniperFamily.size) } : undefined;
  }
  reachTo(reading.node, scope, rest.start - scope.start);
  return { protocol: "eth", scope: rest };
};

/** A frame check sequence at the end is no part of what the frame carries. */
function withoutChecksum(frame: Scope, isThere: boolean): Scope {
  return isThere && frame.length >= checksumSize ? frame.first(frame.length - checksumSize, frame.claimedBy) : frame;
}
