import { sequence } from "../../bytes/sequence";

const circle = 2 ** 32;
/** A first number so close below the circle's end lies before the connection's beginning: a keep-alive's. */
const before = circle - 0x1_0000;

/** Sequence numbers of one end as one line that does not begin anew every 2³². */
export class Unwrapped {
  /** The highest so far: on the circle, and on the line. */
  private latest = -1;
  private highest = 0;

  /** Each is looked for around the highest before it. */
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
