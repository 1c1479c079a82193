import { grown } from "./grown";

/** Bytes that are written one after another; room is made as it is needed. */
export class ByteWriter {
  length = 0;
  private bytes: Uint8Array<ArrayBuffer>;
  private written: DataView<ArrayBuffer>;

  constructor(private readonly room = 1 << 12) {
    this.bytes = new Uint8Array(room);
    this.written = new DataView(this.bytes.buffer);
  }

  /** The next so many bytes, all zero: where in `view` they begin. */
  take(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      this.bytes = grown(this.bytes, Math.max(this.length, 2 * this.bytes.length));
      this.written = new DataView(this.bytes.buffer);
    }
    return at;
  }

  put(bytes: Uint8Array): void {
    const at = this.take(bytes.length);
    this.bytes.set(bytes, at);
  }

  /** Into what was taken already. */
  putAt(at: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, at);
  }

  /** What has been written, until room has to be made again. */
  get view(): DataView<ArrayBuffer> {
    return this.written;
  }

  /** Gives away what has been written, and begins anew. */
  cut(): Uint8Array<ArrayBuffer> {
    const whole = this.bytes.subarray(0, this.length);
    this.bytes = new Uint8Array(this.room);
    this.written = new DataView(this.bytes.buffer);
    this.length = 0;
    return whole;
  }
}
