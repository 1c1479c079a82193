import { grown } from "../bytes/grown";

/** A segment that waits for its acknowledgment: the places of its numbers, in words of four bytes. */
export enum WaitingWord {
  seq,
  end,
  frame,
  /** The one that was sent after it, or the next free place. */
  following,
  /** Nanoseconds since the connection began, in two words. */
  time,
  size = time + 2,
}

export const nobody = -1;

/** The segments that nobody has acknowledged yet, of all connections: linked lists, whose places are used again. */
export class Unacknowledged {
  words = new Int32Array(0);
  times = new Float64Array(0);
  /** The free place that is used next. */
  private free = nobody;
  private used = 0;

  /** A place for one more; a number of words, as everything that says where a segment is. */
  take(): number {
    const place = this.free;
    if (place === nobody) return this.takeNew();
    this.free = this.words[place + WaitingWord.following];
    return place;
  }

  giveBack(place: number): void {
    this.words[place + WaitingWord.following] = this.free;
    this.free = place;
  }

  private takeNew(): number {
    const place = this.used * WaitingWord.size;
    this.used += 1;
    if (place === this.words.length) {
      this.words = grown(this.words, Math.max(1 << 10, this.used * 2) * WaitingWord.size);
      this.times = new Float64Array(this.words.buffer);
    }
    return place;
  }
}
