/** A number of 64 bits in two halves: BigInt would take ten times as long. */
class Wide {
  constructor(
    public high: number,
    public low: number,
  ) {}

  set({ high, low }: Readonly<Wide>): this {
    this.high = high;
    this.low = low;
    return this;
  }

  add(high: number, low: number): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum > 0xffff_ffff ? 1 : 0)) | 0;
    this.low = sum | 0;
    return this;
  }

  multiply(by: Readonly<Wide>): this {
    const { high, low } = this;
    const [a, b] = [low & 0xffff, low >>> 16];
    const [c, d] = [by.low & 0xffff, by.low >>> 16];
    const first = a * c;
    const middle = a * d + (first >>> 16);
    const other = b * c + (middle & 0xffff);
    this.low = (other << 16) | (first & 0xffff);
    const carried = b * d + Math.floor(middle / 0x1_0000) + Math.floor(other / 0x1_0000);
    this.high = (carried + Math.imul(high, by.low) + Math.imul(low, by.high)) | 0;
    return this;
  }

  rotate(bits: number): this {
    const { high, low } = this;
    this.high = (high << bits) | (low >>> (32 - bits));
    this.low = (low << bits) | (high >>> (32 - bits));
    return this;
  }

  xor(high: number, low: number): this {
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  /** With itself, shifted by fewer than 64 bits. */
  xorShifted(bits: number): this {
    const { high, low } = this;
    return bits < 32 ? this.xor(high >>> bits, (low >>> bits) | (high << (32 - bits))) : this.xor(0, high >>> (bits - 32));
  }
}

const prime1 = new Wide(0x9e3779b1, 0x85ebca87);
const prime2 = new Wide(0xc2b2ae3d, 0x27d4eb4f);
const prime3 = new Wide(0x165667b1, 0x9e3779f9);
const prime4 = new Wide(0x85ebca77, 0xc2b2ae63);
const prime5 = new Wide(0x27d4eb2f, 0x165667c5);

const stripe = 32;

/** xxHash64 with seed 0, the checksum of zstd frames: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export class XxHash64 {
  private readonly lanes = [
    new Wide(0, 0).set(prime1).add(prime2.high, prime2.low),
    new Wide(0, 0).set(prime2),
    new Wide(0, 0),
    new Wide(~prime1.high, ~prime1.low).add(0, 1),
  ] as const;
  private readonly waiting = new Uint8Array(stripe);
  private waitingCount = 0;
  private total = 0;
  private readonly round = new Wide(0, 0);

  add(bytes: Uint8Array): this {
    this.total += bytes.length;
    let at = 0;
    if (this.waitingCount > 0) {
      at = Math.min(bytes.length, stripe - this.waitingCount);
      this.waiting.set(bytes.subarray(0, at), this.waitingCount);
      this.waitingCount += at;
      if (this.waitingCount < stripe) return this;
      this.addStripes(this.waiting, 0, stripe);
    }
    const end = at + ((bytes.length - at) & ~(stripe - 1));
    this.addStripes(bytes, at, end);
    this.waiting.set(bytes.subarray(end));
    this.waitingCount = bytes.length - end;
    return this;
  }

  /** The lower 32 bits: all that a zstd frame keeps. */
  digestLow(): number {
    const hash = new Wide(0, 0).set(prime5);
    if (this.total >= stripe) this.mergeLanes(hash);
    hash.add(Math.floor(this.total / 0x1_0000_0000), this.total | 0);
    const view = new DataView(this.waiting.buffer);
    let at = 0;
    for (; at + 8 <= this.waitingCount; at += 8) {
      const lane = this.mixed(0, 0, view.getInt32(at + 4, true), view.getInt32(at, true));
      hash.xor(lane.high, lane.low).rotate(27).multiply(prime1).add(prime4.high, prime4.low);
    }
    if (at + 4 <= this.waitingCount) {
      const lane = this.round.set(prime1).multiply(new Wide(0, view.getInt32(at, true)));
      hash.xor(lane.high, lane.low).rotate(23).multiply(prime2).add(prime3.high, prime3.low);
      at += 4;
    }
    for (; at < this.waitingCount; at += 1) {
      const lane = this.round.set(prime5).multiply(new Wide(0, this.waiting[at]));
      hash.xor(lane.high, lane.low).rotate(11).multiply(prime1);
    }
    return hash.xorShifted(33).multiply(prime2).xorShifted(29).multiply(prime3).xorShifted(32).low >>> 0;
  }

  private addStripes(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = start; at < end; at += stripe) {
      for (let lane = 0; lane < 4; lane += 1) {
        const { high, low } = this.lanes[lane];
        const place = at + 8 * lane;
        this.lanes[lane].set(this.mixed(high, low, view.getInt32(place + 4, true), view.getInt32(place, true)));
      }
    }
  }

  /** A lane after one more input. */
  private mixed(laneHigh: number, laneLow: number, high: number, low: number): Wide {
    const { round } = this;
    round.high = high;
    round.low = low;
    return round.multiply(prime2).add(laneHigh, laneLow).rotate(31).multiply(prime1);
  }

  private mergeLanes(hash: Wide): void {
    const rotations = [1, 7, 12, 18];
    hash.high = 0;
    hash.low = 0;
    this.lanes.forEach((lane, index) => {
      const { high, low } = this.round.set(lane).rotate(rotations[index]);
      hash.add(high, low);
    });
    for (const { high, low } of this.lanes) {
      const lane = this.mixed(0, 0, high, low);
      hash.xor(lane.high, lane.low).multiply(prime1).add(prime4.high, prime4.low);
    }
  }
}
