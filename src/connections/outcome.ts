/** What the rules say of one segment beside what is in its row. Times are in nanoseconds; 0 stands for nothing to tell. */
export class Outcome {
  /** Since the connection's first segment, and since its segment before. */
  time = 0;
  sincePrevious = 0;
  /** Something was found out about it that is no mark. */
  isRemarkable = false;
  /** Its sender's bytes in flight can be counted after it. */
  countsFlight = false;
  duplicateNumber = 0;
  duplicateOf = 0;
  acknowledges = 0;
  roundTrip = 0;
  retransmissionTimeout = 0;
  retransmissionOf = 0;

  clear(): void {
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
