import { batchSize } from "../capture/recordBatch";

/**
 * What is kept of a segment to follow its connection: where each number stands in a batch, in words of four bytes. Sequence numbers are
 * those on the wire, as signed numbers.
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
  /** What less common options say (`SegmentOption`); 0 where there are none. */
  options,
  /** Where its header begins in the block that was read; of use only while that block is in memory. */
  place,
  size,
}

export enum SegmentFact {
  isIpv6 = 1 << 0,
  hasFastOpenCookie = 1 << 1,
  /** Its options could not be read. */
  lacksOptions = 1 << 2,
  /** The segment is being followed again, and was no duplicate acknowledgment the first time. */
  isNoDuplicate = 1 << 3,
}

/** The shift of the window scale option in the lowest eight bits, and a bit for each thing that other options say. */
export enum SegmentOption {
  shiftMask = 0xff,
  hasShift = 1 << 8,
  hasAccurateEcn = 1 << 9,
  /** A bit for each of the first eight operations of Multipath TCP (RFC 8684 §3) among its options. */
  operationsBit = 10,
  operations = 0xff << operationsBit,
  /** No options, since its header length is impossible: the segment counts for sequence numbers alone. */
  isBogus = 1 << 18,
  hasMultipath = 1 << 19,
  /** It offers Multipath TCP, without a key yet (RFC 8684 §3.1). */
  offersMultipath = 1 << 20,
  /** This bit is above those in which a row keeps its sender's status (`statusBit`). */
  hasSack = 1 << 26,
  /** The bits that each row keeps, besides its marks and that status. */
  rowMask = isBogus | hasMultipath | hasSack,
}

/** The bits for an option of Multipath TCP, by its subtype and its length. */
export function multipathOption(subtype: number, length: number): number {
  const operation = 1 << (subtype + SegmentOption.operationsBit);
  const isOffer = subtype === multipathCapable && length < sizeWithKey;
  return SegmentOption.hasMultipath | (operation & SegmentOption.operations) | (isOffer ? SegmentOption.offersMultipath : 0);
}

const multipathCapable = 0;
const sizeWithKey = 12;

export const unknownLength = -1;

/** Segments that are to be followed in their connections, in the order of the capture. */
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
