/** What the rules say of one segment. One object serves all segments. Times are in nanoseconds; 0 stands for nothing to tell. */
export class Outcome {
  /** Bits of `MarkBit`. */
  marks = 0;
  /** Something was found out about it, if only that it acknowledges a segment. */
  isRemarkable = false;
  /** Its sender's bytes in flight can be counted after it. */
  countsFlight = false;
  duplicateNumber = 0;
  duplicateOf = 0;
  acknowledges = 0;
  roundTrip = 0;
  retransmissionTimeout = 0;
  retransmissionOf = 0;
  /** Since the connection's segment before. */
  sincePrevious = 0;

  clear(): void {
    this.marks = 0;
    this.isRemarkable = false;
    this.countsFlight = false;
    this.duplicateNumber = 0;
    this.duplicateOf = 0;
    this.acknowledges = 0;
    this.roundTrip = 0;
    this.retransmissionTimeout = 0;
    this.retransmissionOf = 0;
  }
}
