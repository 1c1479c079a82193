/** The bytes that one layer may read: where they begin, where they end, and who said so. */
export class Scope {
  readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly start: number,
    /** Where the layer around says that this one ends; beyond the captured bytes when the packet was cut. */
    readonly end: number,
    /** The field that said so. */
    readonly claimedBy: string,
    /** Which of the packet's sources `bytes` is. */
    readonly source = 0,
    view?: DataView,
  ) {
    this.view = view ?? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** End of what can be read. */
  get captured(): number {
    return Math.min(this.end, this.bytes.length);
  }

  /** Bytes that can be read. */
  get have(): number {
    return Math.max(0, this.captured - this.start);
  }

  /** Bytes that there are said to be. */
  get length(): number {
    return Math.max(0, this.end - this.start);
  }

  get isCut(): boolean {
    return this.end > this.bytes.length;
  }

  has(count: number): boolean {
    return this.start + count <= this.captured;
  }

  /** The rest after the first `count` bytes. */
  after(count: number): Scope {
    return new Scope(
      this.bytes,
      this.start + count,
      Math.max(this.end, this.start + count),
      this.claimedBy,
      this.source,
      this.view,
    );
  }

  /** The first `count` bytes, because `claimedBy` says so; never more than the layer around has. */
  first(count: number, claimedBy: string): Scope {
    const end = this.start + Math.max(0, count);
    return end <= this.end ? new Scope(this.bytes, this.start, end, claimedBy, this.source, this.view) : this;
  }

  /** `count` bytes, because `claimedBy` says so, even beyond the layer around: what can be read stays what that layer has. */
  claimed(count: number, claimedBy: string): Scope {
    return new Scope(
      this.bytes.subarray(0, Math.max(this.start, this.captured)),
      this.start,
      this.start + count,
      claimedBy,
      this.source,
    );
  }

  /** All readable bytes. */
  content(): Uint8Array {
    return this.bytes.subarray(this.start, Math.max(this.start, this.captured));
  }
}
