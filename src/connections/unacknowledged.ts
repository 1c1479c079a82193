import { grown } from "../bytes/grown";
import { nobody, SideStatus, SideWord } from "./side";

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

/**
 * The segments that nobody has acknowledged yet, of all connections: linked lists, whose places are used again. While a list goes
 * upwards (`SideStatus.listIsMixed` is not set) an acknowledgment concerns its beginning only.
 */
export class Unacknowledged {
  words = new Int32Array(0);
  times = new Float64Array(0);
  /** The free place that is used next; `nobody` where all that were used are taken. */
  free = nobody;
  /** Places that were ever used. */
  used = 0;

  /** Makes sure that so many can be taken. */
  makeRoom(count: number): void {
    const most = this.used + count;
    if (most * WaitingWord.size <= this.words.length) return;
    this.words = grown(this.words, Math.max(1 << 10, most * 2) * WaitingWord.size);
    this.times = new Float64Array(this.words.buffer);
  }

  /** A place that was never used: where its words begin. */
  takeNew(): number {
    this.makeRoom(1);
    this.used += 1;
    return (this.used - 1) * WaitingWord.size;
  }

  /**
   * Takes out which segments of a side the last acknowledgment of the other, `me`, concerns, wherever in its list they are: where
   * the list has segments that were sent again, or came out of order.
   */
  sweep(side: Int32Array, me: number, peer: number): void {
    const { words } = this;
    const ack = side[me + SideWord.lastAck];
    let status = side[peer + SideWord.status] & ~SideStatus.listIsMixed;
    let following = side[peer + SideWord.eldest];
    side[peer + SideWord.eldest] = nobody;
    side[peer + SideWord.latest] = nobody;
    while (following !== nobody) {
      const place = following;
      following = words[place + WaitingWord.following];
      if (((ack - words[place + WaitingWord.end]) | 0) < 0) {
        if (((words[place + WaitingWord.seq] - ack) | 0) < 0) words[place + WaitingWord.seq] = ack;
        status |= this.append(side, peer, place);
      } else {
        words[place + WaitingWord.following] = this.free;
        this.free = place;
        status -= SideStatus.listUnit;
      }
    }
    side[peer + SideWord.status] = status;
  }

  /** Puts a segment at the end of a side's list; `listIsMixed` where the list does not go upwards with it, or spans too much. */
  private append(side: Int32Array, me: number, place: number): number {
    const { words } = this;
    const eldest = side[me + SideWord.eldest];
    const latest = side[me + SideWord.latest];
    const seq = words[place + WaitingWord.seq];
    const end = words[place + WaitingWord.end];
    words[place + WaitingWord.following] = nobody;
    side[me + SideWord.latest] = place;
    let isRising = ((end - seq) | 0) > 0;
    if (eldest === nobody) side[me + SideWord.eldest] = place;
    else {
      words[latest + WaitingWord.following] = place;
      const eldestEnd = words[eldest + WaitingWord.end];
      isRising &&= ((seq - eldestEnd) | 0) >= ((words[latest + WaitingWord.end] - eldestEnd) | 0) && ((end - eldestEnd) | 0) > 0;
    }
    return isRising ? 0 : SideStatus.listIsMixed;
  }

  /** The eldest segment of a side that ends with a number; `nobody` where there is none. */
  endingWith(side: Int32Array, me: number, end: number): number {
    const { words } = this;
    let place = side[me + SideWord.eldest];
    while (place !== nobody && words[place + WaitingWord.end] !== end) place = words[place + WaitingWord.following];
    return place;
  }

  /** Bytes from the first number of a side that is not acknowledged to the last. */
  span(side: Int32Array, me: number): number {
    const { words } = this;
    const base = side[me + SideWord.base];
    let first = Number.POSITIVE_INFINITY;
    let last = 0;
    for (let place = side[me + SideWord.eldest]; place !== nobody; place = words[place + WaitingWord.following]) {
      first = Math.min(first, (words[place + WaitingWord.seq] - base) >>> 0);
      last = Math.max(last, (words[place + WaitingWord.end] - base) >>> 0);
    }
    return (last - first) >>> 0;
  }
}
