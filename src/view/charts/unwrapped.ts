import { sequence } from "../../bytes/sequence";

const circle = 2 ** 32;
/** A first relative number from here on is one before the connection's beginning, such as that of a keep-alive. */
const before = circle - 0x1_0000;

/** Sequence numbers of one end on a line that does not begin anew every 2³². */
export class Unwrapped {
  /** The highest number so far: as a sequence number, and on the line. */
  private latest = -1;
  private highest = 0;

  /** A number on the line: the one nearest to the highest so far. */
  of(number: number): number {
    if (this.latest < 0) {
      this.latest = number;
      this.highest = number >= before ? number - circle : number;
      return this.highest;
    }
    const ahead = sequence.distance(this.latest, number);
    if (ahead <= 0) return this.highest + ahead;
    this.latest = number;
    this.highest += ahead;
    return this.highest;
  }
}
