import { grown } from "../bytes/grown";
import { timeAt } from "./connectionTable";
import type { Outcome } from "./outcome";
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

/** The segments that nobody has acknowledged yet, of all connections: linked lists, whose places are used again. */
export class Unacknowledged {
  words = new Int32Array(0);
  times = new Float64Array(0);
  /** The free place that is used next. */
  private free = nobody;
  private used = 0;

  /** A place for one more: where its words begin. */
  take(): number {
    const place = this.free;
    if (place === nobody) return this.takeNew();
    this.free = this.words[place + WaitingWord.following];
    return place;
  }

  private giveBack(place: number): void {
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

  /**
   * Takes out which segments of a side the last acknowledgment of the other, `me`, concerns; its status after that. While the list
   * goes upwards (`listIsMixed` is not set) only its beginning can be concerned.
   */
  acknowledge(side: Int32Array, me: number, peer: number, status: number, tells: Outcome | undefined): number {
    if (status & SideStatus.listIsMixed) return this.acknowledgeAnywhere(side, me, peer, status, tells);
    const { words } = this;
    const ack = side[me + SideWord.lastAck];
    let left = status;
    let place = side[peer + SideWord.eldest];
    while (place !== nobody) {
      const ahead = (words[place + WaitingWord.end] - ack) | 0;
      if (ahead > 0) break;
      if (ahead === 0 && tells) this.tellRoundTrip(place, tells);
      const following = words[place + WaitingWord.following];
      this.giveBack(place);
      place = following;
      left -= SideStatus.listUnit;
    }
    side[peer + SideWord.eldest] = place;
    if (place === nobody) return left;
    // the list spans less than half of the circle; the acknowledgment may lie on the other half
    if (((words[side[peer + SideWord.latest] + WaitingWord.end] - ack) | 0) <= 0)
      return this.acknowledgeAnywhere(side, me, peer, left, tells);
    if (((words[place + WaitingWord.seq] - ack) | 0) < 0) words[place + WaitingWord.seq] = ack;
    return left;
  }

  /** The same where the list has segments that were sent again, or came out of order. */
  private acknowledgeAnywhere(side: Int32Array, me: number, peer: number, status: number, tells: Outcome | undefined): number {
    const { words } = this;
    const ack = side[me + SideWord.lastAck];
    let left = status & ~SideStatus.listIsMixed;
    let following = side[peer + SideWord.eldest];
    side[peer + SideWord.eldest] = nobody;
    side[peer + SideWord.latest] = nobody;
    while (following !== nobody) {
      const place = following;
      following = words[place + WaitingWord.following];
      const ahead = (words[place + WaitingWord.end] - ack) | 0;
      if (ahead > 0) {
        if (((words[place + WaitingWord.seq] - ack) | 0) < 0) words[place + WaitingWord.seq] = ack;
        left |= this.append(side, peer, place);
        continue;
      }
      if (ahead === 0 && tells) this.tellRoundTrip(place, tells);
      this.giveBack(place);
      left -= SideStatus.listUnit;
    }
    return left;
  }

  /** Puts a segment at the end of a side's list; `listIsMixed` where the list does not go upwards with it, or spans too much. */
  append(side: Int32Array, me: number, place: number): number {
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
      isRising &&= ((seq - words[latest + WaitingWord.end]) | 0) >= 0 && ((end - words[eldest + WaitingWord.end]) | 0) > 0;
    }
    return isRising ? 0 : SideStatus.listIsMixed;
  }

  /** Of several with the same end the eldest counts: they are asked in their order. */
  private tellRoundTrip(place: number, tells: Outcome): void {
    if (tells.acknowledges !== 0) return;
    tells.acknowledges = this.words[place + WaitingWord.frame];
    tells.roundTrip = tells.time - this.times[timeAt(place + WaitingWord.time)];
    tells.isRemarkable = true;
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
    return last - first;
  }
}
