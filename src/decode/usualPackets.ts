import { Place } from "../bytes/place";
import { longestSpan as longestTime, mostInterfaces as manyInterfaces, type PacketColumns } from "../capture/columns";
import { elsewhere } from "../capture/lengthColumn";
import { type RecordBatch, RecordWord } from "../capture/recordBatch";
import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { tcp } from "../protocols/tcp";
import { numberOf } from "./innermost";
import { Link } from "./plainLinks";
import {
  fragmentMask,
  ipType as ipEtherType,
  onlyTimestamps,
  plainVersionAndSize,
  sizeWithTimestamps,
  tcpNumber as tcpProtocol,
} from "./plainNumbers";
import { type SegmentBatch, SegmentWord } from "./segmentBatch";

/**
 * Reads the most usual packets of a batch, from a place in it on: Ethernet, IPv4 without options or fragments, TCP without options or
 * with timestamps alone. Their numbers go into their rows, of which `firstRow` is the batch's first, and into a batch of segments.
 * Returns the place of the first packet in the batch that is no such packet, or the batch's end.
 *
 * It calls no function of ours, for the reason given at `applyRules`. All headers stand at the same places, which the JavaScript engine can
 * take as constants, since they are those of an outer function that runs once.
 */
export const readUsualPackets = makeReader();

function makeReader() {
  const etherTypeAt = ethernet.fields.type.offset;
  const ipAt = ethernet.size;
  const ipLengthAt = ipAt + ipv4.fields.len.offset;
  const fragmentAt = ipAt + ipv4.fields.flags.offset;
  const protocolAt = ipAt + ipv4.fields.proto.offset;
  const sourceAt = ipAt + ipv4.fields.src.offset;
  const destinationAt = ipAt + ipv4.fields.dst.offset;
  const tcpAt = ipAt + ipv4.size;
  const portsAt = tcpAt + tcp.fields.srcport.offset;
  const seqAt = tcpAt + tcp.fields.seq_raw.offset;
  const ackAt = tcpAt + tcp.fields.ack_raw.offset;
  const lengthAndFlagsAt = tcpAt + tcp.fields.hdr_len.offset;
  const windowAt = tcpAt + tcp.fields.window_size_value.offset;
  const optionsAt = tcpAt + tcp.size;
  const bitsOfFlags = tcp.fields.flags.bits;
  const flagsMask = tcp.fields.flags.mask;
  const tcpUnit = tcp.fields.hdr_len.unit ?? 1;
  const plainSize = tcp.size;
  const timedSize = sizeWithTimestamps;
  const times = onlyTimestamps;
  const ipType = ipEtherType;
  const versionAndSize = plainVersionAndSize;
  const fragments = fragmentMask;
  const tcpNumber = tcpProtocol;
  const longestSpan = longestTime;
  const mostInterfaces = manyInterfaces;
  const most = elsewhere;
  const tcpCode = numberOf("tcp");

  return function readUsual(
    { words: packets, seconds, count }: RecordBatch,
    from: number,
    view: DataView,
    offset: number,
    links: readonly number[],
    firstRow: number,
    columns: PacketColumns,
    segments: SegmentBatch,
  ): number {
    const { words: heard, seconds: heardSeconds } = segments;
    const { place: placeRows, time: timeRows, interface: interfaceRows, protocol: protocolRows, flags: flagsRows } = columns;
    const { window: windowRows, startSeconds, startNanoseconds } = columns;
    const { values: capturedRows } = columns.capturedLength;
    const { values: lengthRows } = columns.length;
    const { values: payloadRows } = columns.payload;
    // times count from the first packet, which has not been read yet
    if (Number.isNaN(startSeconds)) return from;
    let { count: segment } = segments;
    let ethernetInterface = -1;
    let i = from;
    for (; i < count; i += 1) {
      const record = Math.imul(i, RecordWord.size) & Place.mask;
      const start = packets[record + RecordWord.at] & Place.mask;
      const captured = packets[record + RecordWord.capturedLength];
      const length = packets[record + RecordWord.length];
      const nanoseconds = packets[record + RecordWord.nanoseconds];
      const number = packets[record + RecordWord.interface];
      // not usual: too short for the headers, or a length that its column does not hold exactly
      if (captured < optionsAt || captured >= most || length >= most || length < 0) break;
      if (number !== ethernetInterface) {
        if (number >= mostInterfaces || links[number] !== Link.ethernet) break;
        ethernetInterface = number;
      }
      const time = (seconds[i] - startSeconds) * 1e9 + (nanoseconds - startNanoseconds);
      if (time >= longestSpan || time <= -longestSpan || nanoseconds >>> 0 >= 1e9) break;
      if (view.getUint16(start + etherTypeAt) !== ipType || view.getUint8(start + ipAt) !== versionAndSize) break;
      if ((view.getUint16(start + fragmentAt) & fragments) !== 0 || view.getUint8(start + protocolAt) !== tcpNumber) break;
      const ipEnd = ipAt + view.getUint16(start + ipLengthAt);
      const claimed = length > captured ? length : captured;
      const lengthAndFlags = view.getUint16(start + lengthAndFlagsAt);
      const headerLength = (lengthAndFlags >>> bitsOfFlags) * tcpUnit;
      const payload = (ipEnd < claimed ? ipEnd : claimed) - tcpAt - headerLength;
      if (payload < 0) break;
      if (headerLength !== plainSize) {
        if (headerLength !== timedSize || captured < tcpAt + timedSize || view.getInt32(start + optionsAt) !== times) break;
      }
      const row = firstRow + i;
      const flags = lengthAndFlags & flagsMask;
      const window = view.getUint16(start + windowAt);
      placeRows[row] = offset + start;
      timeRows[row] = time;
      capturedRows[row] = captured;
      lengthRows[row] = length;
      interfaceRows[row] = number;
      protocolRows[row] = tcpCode;
      flagsRows[row] = flags;
      windowRows[row] = window;
      payloadRows[row] = payload;
      const to = Math.imul(segment, SegmentWord.size) & Place.mask;
      heard[to + SegmentWord.packet] = row;
      heard[to + SegmentWord.source] = view.getInt32(start + sourceAt);
      heard[to + SegmentWord.destination] = view.getInt32(start + destinationAt);
      heard[to + SegmentWord.ports] = view.getInt32(start + portsAt);
      heard[to + SegmentWord.seq] = view.getInt32(start + seqAt);
      heard[to + SegmentWord.ack] = view.getInt32(start + ackAt);
      heard[to + SegmentWord.flags] = flags;
      heard[to + SegmentWord.window] = window;
      heard[to + SegmentWord.length] = payload;
      heard[to + SegmentWord.nanoseconds] = nanoseconds;
      heard[to + SegmentWord.facts] = 0;
      heard[to + SegmentWord.options] = 0;
      heard[to + SegmentWord.place] = start + tcpAt;
      heardSeconds[segment] = seconds[i];
      segment = (segment + 1) | 0;
    }
    segments.count = segment;
    return i;
  };
}
