import { SegmentOption } from "../decode/segmentBatch";
import { largestWindowShift } from "../protocols/tcpOptions";
import { ConnectionFact, ConnectionWord, sideAt } from "./connectionTable";
import { SideStatus, SideWord, withShift } from "./side";

/** What a segment's options say for those after it: its window's scale, in a SYN or not, and that counters are in use. */
export function noteOptions(words: Int32Array, options: number, flow: number): void {
  const status = sideAt(flow) + SideWord.status;
  const shift = Math.min(options & SegmentOption.shiftMask, largestWindowShift);
  if (options & SegmentOption.hasShift) words[status] = withShift(words[status], shift);
  if (options & SegmentOption.hasAccurateEcn) noteAce(words, flow, ConnectionFact.countsCongestion);
  if (options & SegmentOption.hasSack) words[(flow >> 1) * ConnectionWord.size + ConnectionWord.facts] |= ConnectionFact.usesSack;
  if (options & SegmentOption.hasMultipath) noteMultipath(words, options, flow);
}

/** Multipath TCP repeats acknowledgments to tell something new (RFC 8684 §4). An offer alone is no use of it. */
function noteMultipath(words: Int32Array, options: number, flow: number): void {
  const facts = (flow >> 1) * ConnectionWord.size + ConnectionWord.facts;
  if (options & SegmentOption.offersMultipath && (words[facts] & ConnectionFact.usesMultipath) === 0) return;
  const operations = (options & SegmentOption.operations) >> SegmentOption.operationsBit;
  const known = words[facts];
  words[facts] |= ConnectionFact.usesMultipath | (operations << ConnectionFact.operationsBit);
  if (((known >> ConnectionFact.operationsBit) & operations) === operations) return;
  for (const side of [sideAt(flow), sideAt(flow ^ 1)]) words[side + SideWord.status] |= SideStatus.operationsChanged;
}

/** Accurate ECN holds once the SYN asked for it and the SYN/ACK agreed, whichever came first, or an option of it was seen. */
export function noteAce(words: Int32Array, flow: number, is: number, instead: number = is): void {
  const facts = (flow >> 1) * ConnectionWord.size + ConnectionWord.facts;
  words[facts] = (words[facts] & ~instead) | is;
  const both = ConnectionFact.offeredAce | ConnectionFact.acceptedAce;
  const isUsed = (words[facts] & both) === both || (words[facts] & ConnectionFact.countsCongestion) !== 0;
  for (const side of [sideAt(flow), sideAt(flow ^ 1)]) {
    const status = words[side + SideWord.status];
    words[side + SideWord.status] = isUsed ? status | SideStatus.usesAce : status & ~SideStatus.usesAce;
  }
}
