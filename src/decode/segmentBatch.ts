import { batchSize } from "../capture/recordBatch";

/**
 * What following a connection needs of a segment: where its numbers stand in a batch, in words of four bytes. Sequence numbers are
 * as on the wire, with a sign.
 */
export enum SegmentWord {
  /** Index of its packet in the capture, from 0. */
  packet,
  /** An IPv4 address, or the number that an IPv6 address has in the batch's store. */
  source,
  destination,
  /** Source port in the upper half, destination port in the lower. */
  ports,
  seq,
  ack,
  flags,
  window,
  /** Bytes of payload; `unknownLength` where that cannot be known. */
  length,
  nanoseconds,
  /** `SegmentFact`. */
  facts,
  /** What options say that few segments have (`SegmentOption`); 0 where there are none. */
  options,
  /** Where its header begins in the block that was read; of use only as long as that block. */
  place,
  size,
}

export enum SegmentFact {
  isIpv6 = 1 << 0,
  hasFastOpenCookie = 1 << 1,
  /** Its options could not be read. */
  lacksOptions = 1 << 2,
  /** It is followed again, and was no duplicate acknowledgment the first time. */
  isNoDuplicate = 1 << 3,
}

/** Of the window scale option the shift in the lowest eight bits, of others what they are. */
export enum SegmentOption {
  shiftMask = 0xff,
  hasShift = 1 << 8,
  hasAccurateEcn = 1 << 9,
  /** A bit for each of the first eight operations of Multipath TCP (RFC 8684 §3) that it has. */
  operationsBit = 10,
  operations = 0xff << operationsBit,
  /** There are none, since its header length cannot be: it counts for sequence numbers alone. */
  isBogus = 1 << 18,
  hasMultipath = 1 << 19,
  /** Multipath TCP is only offered, without a key (RFC 8684 §3.1). */
  offersMultipath = 1 << 20,
  /** Above what a row has of its sender's status (`statusBit`). */
  hasSack = 1 << 26,
  /** What each row keeps of it, beside its marks and that status. */
  rowMask = isBogus | hasMultipath | hasSack,
}

/** What an option of Multipath TCP is, by its subtype and its length. */
export function multipathOption(subtype: number, length: number): number {
  const operation = 1 << (subtype + SegmentOption.operationsBit);
  const isOffer = subtype === multipathCapable && length < sizeWithKey;
  return SegmentOption.hasMultipath | (operation & SegmentOption.operations) | (isOffer ? SegmentOption.offersMultipath : 0);
}

const multipathCapable = 0;
const sizeWithKey = 12;

export const unknownLength = -1;

/** Segments on their way to their connections, in the order of the capture. */
export class SegmentBatch {
  count = 0;
  readonly words: Int32Array;
  /** Whole seconds since 1970. */
  readonly seconds: Float64Array;

  constructor(size = batchSize) {
    this.words = new Int32Array(size * SegmentWord.size);
    this.seconds = new Float64Array(size);
  }
}
