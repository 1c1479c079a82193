const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

const rotated = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
const round = (lane: number, value: number): number => Math.imul(rotated((lane + Math.imul(value, prime2)) | 0, 13), prime1);

/** xxHash32 with seed 0, the checksum of LZ4 frames: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export class XxHash32 {
  private readonly lanes = Int32Array.of(prime1 + prime2, prime2, 0, -prime1);
  private readonly waiting = new Uint8Array(16);
  private waitingCount = 0;
  private total = 0;

  add(bytes: Uint8Array): this {
    this.total += bytes.length;
    let at = 0;
    if (this.waitingCount > 0) {
      at = Math.min(bytes.length, 16 - this.waitingCount);
      this.waiting.set(bytes.subarray(0, at), this.waitingCount);
      this.waitingCount += at;
      if (this.waitingCount < 16) return this;
      this.addStripes(this.waiting, 0, 16);
    }
    const end = at + ((bytes.length - at) & ~15);
    this.addStripes(bytes, at, end);
    this.waiting.set(bytes.subarray(end));
    this.waitingCount = bytes.length - end;
    return this;
  }

  digest(): number {
    const [a, b, c, d] = this.lanes;
    let hash = this.total >= 16 ? rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18) : prime5;
    hash = (hash + this.total) | 0;
    const view = new DataView(this.waiting.buffer);
    let at = 0;
    for (; at + 4 <= this.waitingCount; at += 4)
      hash = Math.imul(rotated((hash + Math.imul(view.getUint32(at, true), prime3)) | 0, 17), prime4);
    for (; at < this.waitingCount; at += 1)
      hash = Math.imul(rotated((hash + Math.imul(this.waiting[at], prime5)) | 0, 11), prime1);
    hash = Math.imul(hash ^ (hash >>> 15), prime2);
    hash = Math.imul(hash ^ (hash >>> 13), prime3);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  private addStripes(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { lanes } = this;
    for (let at = start; at < end; at += 16) {
      lanes[0] = round(lanes[0], view.getUint32(at, true));
      lanes[1] = round(lanes[1], view.getUint32(at + 4, true));
      lanes[2] = round(lanes[2], view.getUint32(at + 8, true));
      lanes[3] = round(lanes[3], view.getUint32(at + 12, true));
    }
  }
}

export const xxHash32 = (bytes: Uint8Array): number => new XxHash32().add(bytes).digest();
