import type { PacketRecord } from "../capture/record";
import { multipath, tcpOptionHead } from "../protocols/tcpOptions";
import type { AddressStore } from "./addressStore";
import { destinationOf, type Segment, type SegmentOptions, sourceOf } from "./packet";
import { multipathOption, type SegmentBatch, SegmentFact, SegmentOption, SegmentWord, unknownLength } from "./segmentBatch";

/** Adds a decoded segment to a batch; false where too little of its header is there to follow its connection. */
export function hear(
  batch: SegmentBatch,
  packet: number,
  time: Pick<PacketRecord, "seconds" | "nanoseconds">,
  segment: Segment,
  addresses: AddressStore,
): boolean {
  const { network, srcport, dstport, seq, length, options } = segment;
  const { ack, flags, window } = segment.unbelieved ?? segment;
  if (!network || srcport === undefined || dstport === undefined || seq === undefined) return false;
  if (ack === undefined || flags === undefined || window === undefined) return false;
  const { words } = batch;
  const at = batch.count * SegmentWord.size;
  words[at + SegmentWord.packet] = packet;
  words[at + SegmentWord.source] = addressWord(sourceOf(network), addresses);
  words[at + SegmentWord.destination] = addressWord(destinationOf(network), addresses);
  words[at + SegmentWord.ports] = (srcport << 16) | dstport;
  words[at + SegmentWord.seq] = seq;
  words[at + SegmentWord.ack] = ack;
  words[at + SegmentWord.flags] = flags;
  words[at + SegmentWord.window] = window;
  words[at + SegmentWord.length] = length ?? unknownLength;
  words[at + SegmentWord.nanoseconds] = time.nanoseconds;
  words[at + SegmentWord.options] = rareOptions(options) | (segment.unbelieved ? SegmentOption.isBogus : 0);
  words[at + SegmentWord.facts] =
    (network.version === 6 ? SegmentFact.isIpv6 : 0) |
    (options.fastOpenCookie ? SegmentFact.hasFastOpenCookie : 0) |
    // no options are read of a header that was cut, or is longer than its datagram
    (options.breakOff || segment.urgentPointer === undefined || (length === undefined && !network.isFragment)
      ? SegmentFact.lacksOptions
      : 0);
  batch.seconds[batch.count] = time.seconds;
  batch.count += 1;
  return true;
}

function rareOptions({ windowShift, accurateEcn, sack, rare = [] }: SegmentOptions): number {
  let found = windowShift === undefined ? 0 : SegmentOption.hasShift | windowShift;
  if (sack) found |= SegmentOption.hasSack;
  if (accurateEcn) found |= SegmentOption.hasAccurateEcn;
  for (const { kind, values } of rare)
    if (kind === multipath.kind) found |= multipathOption(values.get(subtypeId) ?? 0, values.get(lengthId) ?? 0);
  return found;
}

const subtypeId = "tcp.options.mptcp.subtype";
const lengthId = tcpOptionHead.fields.option_len.id;

function addressWord(address: Uint8Array, addresses: AddressStore): number {
  const view = new DataView(address.buffer, address.byteOffset, address.byteLength);
  if (address.length === 4) return view.getInt32(0);
  return addresses.numberOf(view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12));
}
