import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { etherTypes, ipProtocols, type ProtocolName } from "../protocols/next";
import { tcp } from "../protocols/tcp";
import { decodeFrom } from "./decodePacket";
import { lastSegment } from "./packet";
import { readOptionValues } from "./plainOptions";
import type { ListedSegment } from "./plainSegment";
import { Scope } from "./scope";

/**
 * The segment in some bytes. A usual packet is read here, without building a tree; all others are left to their decoders. `length` is
 * how many bytes there were on the wire.
 */
export function quickSegment(protocol: ProtocolName, bytes: Uint8Array, length = bytes.length): ListedSegment | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const network = networkAt(protocol, view);
  const plain = network && segmentAt(view, bytes, network.start, network.protocol);
  return plain ?? lastSegment(decodeFrom(protocol, bytes, length));
}

interface Place {
  readonly protocol: ProtocolName;
  readonly start: number;
}

function networkAt(protocol: ProtocolName, view: DataView): Place | undefined {
  switch (protocol) {
    case "ip":
    case "ipv6":
      return { protocol, start: 0 };
    case "eth":
      return behind(view, ethernet.fields.type.offset, ethernet.size);
    case "sll":
      return behind(view, linuxCooked.fields.etype.offset, linuxCooked.size);
    case "sll2":
      return behind(view, linuxCooked2.fields.etype.offset, linuxCooked2.size);
    default:
      return undefined;
  }
}

function behind(view: DataView, type: number, start: number): Place | undefined {
  const protocol = view.byteLength > start ? etherTypes[view.getUint16(type)] : undefined;
  return protocol === "ip" || protocol === "ipv6" ? { protocol, start } : undefined;
}

const plainIpv4 = 0x45;
/** The flag for more fragments, and the fragment offset. */
const fragmentBits = 0x3fff;

/** IPv4 without options and fragments, or IPv6 without extension headers, and TCP right behind it, all of it captured. */
function segmentAt(view: DataView, bytes: Uint8Array, start: number, protocol: ProtocolName): ListedSegment | undefined {
  const isIpv4 = protocol === "ip";
  const at = start + (isIpv4 ? ipv4.size : ipv6.size);
  if (at + tcp.size > bytes.length) return undefined;
  const number = view.getUint8(start + (isIpv4 ? ipv4.fields.proto.offset : ipv6.fields.nxt.offset));
  if (ipProtocols[number] !== "tcp") return undefined;
  const isPlain = isIpv4
    ? view.getUint8(start) === plainIpv4 && (view.getUint16(start + ipv4.fields.flags.offset) & fragmentBits) === 0
    : view.getUint8(start) >> 4 === 6;
  const claimed = isIpv4
    ? view.getUint16(start + ipv4.fields.len.offset)
    : ipv6.size + view.getUint16(start + ipv6.fields.plen.offset);
  const word = view.getUint16(at + tcp.fields.hdr_len.offset);
  const headerLength = (word >> 12) * 4;
  const end = start + claimed;
  if (!isPlain || headerLength < tcp.size || at + headerLength > end || end > bytes.length) return undefined;
  return {
    srcport: view.getUint16(at + tcp.fields.srcport.offset),
    dstport: view.getUint16(at + tcp.fields.dstport.offset),
    seq: view.getUint32(at + tcp.fields.seq_raw.offset),
    ack: view.getUint32(at + tcp.fields.ack_raw.offset),
    flags: word & 0xfff,
    window: view.getUint16(at + tcp.fields.window_size_value.offset),
    urgentPointer: view.getUint16(at + tcp.fields.urgent_pointer.offset),
    length: end - at - headerLength,
    options: readOptionValues(new Scope(bytes, at + tcp.size, at + headerLength, "tcp.hdr_len", 0, view)),
  };
}
