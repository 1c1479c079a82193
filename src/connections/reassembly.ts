import { sequence } from "../bytes/sequence";

/** What comes out of one direction of a connection, in the order of its sequence numbers. */
export interface StreamSink {
  /** New bytes, and the packet that brought them. */
  readonly onBytes: (bytes: Uint8Array, packet: number) => void;
  /** So many bytes behind the `at`th are not in the capture. */
  readonly onGap: (count: number, at: number) => void;
}

/** A segment's payload; `length` counts what was sent, `bytes` what was captured of it. */
export interface Payload {
  /** Number of its first byte. */
  readonly seq: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** Index of its packet. */
  readonly packet: number;
}

interface Waiting extends Payload {
  /** Its place in the capture: of bytes that came twice those that came first count, as in Wireshark. */
  readonly order: number;
}

/** The largest window there is (RFC 7323 §2.3): what lies farther ahead does not belong to the stream. */
const largestWindow = 65_535 * 2 ** 14;
/** More than this is not held back for a gap that nobody's acknowledgment closes, as where one direction alone was captured. */
const mostHeldBack = 1 << 26;

/** Puts one direction of a connection together: late segments into their place, repeated bytes once, gaps where bytes are missing. */
export class StreamAssembler {
  private next: number | undefined;
  private written = 0;
  private order = 0;
  private heldBack = 0;
  /** By number. */
  private readonly waiting: Waiting[] = [];

  constructor(private readonly sink: StreamSink) {}

  /** The stream begins at `seq`; until then the first segment's number counts. */
  begin(seq: number): void {
    if (this.written === 0 && this.waiting.length === 0) this.next = seq;
  }

  add(payload: Payload): void {
    const { seq, length } = payload;
    this.next ??= seq;
    if (length === 0 || sequence.distance(this.next, seq) > largestWindow) return;
    if (!sequence.isAfter(seq, this.next)) {
      this.take(payload);
      this.takeWaiting();
    } else this.hold(payload);
  }

  /** The other side has everything before `ack`: what is missing there was lost to the capture alone. */
  acknowledge(ack: number): void {
    while (this.waiting.length > 0 && sequence.isAfter(ack, this.waiting[0].seq)) this.skipGap();
  }

  /** Gives what still waits, with the gaps before it. */
  finish(): void {
    while (this.waiting.length > 0) this.skipGap();
  }

  private skipGap(): void {
    const [{ seq }] = this.waiting;
    const missing = sequence.distance(this.next ?? seq, seq);
    if (missing > 0) this.sink.onGap(missing, this.written);
    this.written += Math.max(0, missing);
    this.next = seq;
    this.takeWaiting();
  }

  private hold(payload: Payload): void {
    const { seq, bytes } = payload;
    let index = this.waiting.length;
    while (index > 0 && sequence.isAfter(this.waiting[index - 1].seq, seq)) index -= 1;
    this.order += 1;
    this.waiting.splice(index, 0, { ...payload, bytes: bytes.slice(), order: this.order });
    this.heldBack += bytes.length;
    if (this.heldBack > mostHeldBack) this.skipGap();
  }

  private takeWaiting(): void {
    for (;;) {
      let first = -1;
      for (let i = 0; i < this.waiting.length && !sequence.isAfter(this.waiting[i].seq, this.next!); i += 1)
        if (first < 0 || this.waiting[i].order < this.waiting[first].order) first = i;
      if (first < 0) return;
      const [payload] = this.waiting.splice(first, 1);
      this.heldBack -= payload.bytes.length;
      this.take(payload);
    }
  }

  /** The part of a segment that is new; it begins at the next byte or before. */
  private take({ seq, length, bytes, packet }: Payload): void {
    const known = sequence.distance(seq, this.next!);
    if (known >= length) return;
    const fresh = bytes.subarray(known, length);
    if (fresh.length > 0) this.sink.onBytes(fresh, packet);
    this.written += fresh.length;
    const cut = length - known - fresh.length;
    if (cut > 0) this.sink.onGap(cut, this.written);
    this.written += cut;
    this.next = sequence.add(seq, length);
  }
}
