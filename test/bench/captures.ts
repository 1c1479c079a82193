import { tcpFlag } from "../../src/protocols/tcp";
import { Random } from "../fuzz/random";
import { CaptureWriter, type Format, type Frame } from "./captureWriter";

/**
 * Captures of three shapes, as large as wanted: *web* has many short connections, *bulk* a few long ones that lose one segment in a
 * hundred, *tiny* keystrokes; *single* is one connection as in bulk. The same numbers make the same capture.
 */
export const shapes = ["web", "bulk", "tiny"] as const;
export type Shape = (typeof shapes)[number] | "single";

const { SYN, ACK, PSH, FIN } = tcpFlag;
const none = new Uint8Array(0);
const mss = 1448;
/** MSS, SACK permitted, timestamps, window scale. */
const synOptions = Uint8Array.of(2, 4, 5, 180, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7);
const timestamps = Uint8Array.of(1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 1);

/** One connection that is asked for a segment at a time. */
interface Talk {
  next(): Omit<Frame, "time"> | undefined;
}

export function writeCapture(
  path: string,
  shape: Shape,
  packets: number,
  format: Format = "pcap",
): { packets: number; bytes: number } {
  const writer = new CaptureWriter(path, format);
  const random = new Random(packets);
  const { talks, together, spacing } = scenes[shape](random);
  const active = Array.from({ length: together }, () => talks());
  for (let time = 0; writer.packets < packets; ) {
    const index = random.below(together);
    const frame = active[index].next();
    if (!frame) active[index] = talks();
    else {
      writer.add({ ...frame, time });
      time += random.below(spacing);
    }
  }
  writer.close();
  return { packets: writer.packets, bytes: writer.bytes };
}

const scenes: Readonly<Record<Shape, (random: Random) => Scene>> = {
  web: webTalks,
  bulk: bulkTalks,
  tiny: tinyTalks,
  single: (random) => ({ ...bulkTalks(random), together: 1 }),
};

interface Scene {
  readonly talks: () => Talk;
  /** Connections at the same time. */
  readonly together: number;
  /** Microseconds between packets are below this. */
  readonly spacing: number;
}

/** What both ends of a connection count. */
class Ends {
  private readonly sent = [0, 0];
  constructor(
    private readonly number: number,
    private readonly isn: number,
  ) {}

  /** A segment of one side, which acknowledges all the other has sent. */
  say(side: 0 | 1, flags: number, payload = 0, options = timestamps): Omit<Frame, "time"> {
    const frame = this.frame(side, this.sent[side], this.sent[side ^ 1], flags, payload, options);
    this.sent[side] += payload + (flags & (SYN | FIN) ? 1 : 0);
    return frame;
  }

  /** One with numbers of its own, counted from the SYN as 0. */
  frame(side: 0 | 1, seq: number, ack: number, flags: number, payload: number, options: Uint8Array): Omit<Frame, "time"> {
    const client = { address: 0x0a000000 + Math.floor(this.number / 40_000), port: 20_000 + (this.number % 40_000) };
    const server = { address: 0xc0a80001, port: 443 };
    const [from, to] = side === 0 ? [client, server] : [server, client];
    return {
      source: from.address,
      destination: to.address,
      srcport: from.port,
      dstport: to.port,
      seq: (this.isn + seq) >>> 0,
      ack: (this.isn + ack) >>> 0,
      flags,
      window: 502,
      options,
      payload,
    };
  }

  handshake(step: number): Omit<Frame, "time"> {
    if (step === 0) return this.say(0, SYN, 0, synOptions);
    return step === 1 ? this.say(1, SYN | ACK, 0, synOptions) : this.say(0, ACK);
  }
}

/** A handshake, a request, an answer, a close: a dozen packets. */
function webTalks(random: Random): Scene {
  let count = 0;
  const talks = (): Talk => {
    const ends = new Ends(count++, random.next());
    const request = 300 + random.below(900);
    const parts = 4 + random.below(10);
    const steps = [
      ...[0, 1, 2].map((step) => () => ends.handshake(step)),
      () => ends.say(0, PSH | ACK, request),
      ...Array.from({ length: parts }, (_, i) =>
        i % 3 === 2 ? () => ends.say(0, ACK) : () => ends.say(1, i === parts - 1 ? PSH | ACK : ACK, mss),
      ),
      () => ends.say(0, FIN | ACK),
      () => ends.say(1, FIN | ACK),
      () => ends.say(0, ACK),
    ];
    let step = 0;
    return { next: () => steps[step++]?.() };
  };
  return { talks, together: 64, spacing: 40 };
}

const lossOneIn = 100;
const resendAfter = 3;

/** Data one way, an acknowledgment for every other segment; a lost one is told by SACK and sent again. */
function bulkTalks(random: Random): Scene {
  let count = 0;
  const talks = (): Talk => {
    const ends = new Ends(count++, random.next());
    let step = 0;
    let sent = 1;
    let arrived = 1;
    /** Where the hole begins that the receiver waits for; what came after it ends at `arrived`. */
    let hole: number | undefined;
    let duplicates = 0;
    return {
      next: () => {
        step += 1;
        if (step <= 3) return ends.handshake(step - 1);
        if (hole !== undefined && duplicates === resendAfter) {
          const again = ends.frame(0, hole, 1, ACK, mss, timestamps);
          hole = undefined;
          duplicates = 0;
          return again;
        }
        if (step % 3 === 0 && arrived > 1) {
          if (hole === undefined) return ends.frame(1, 1, arrived, ACK, 0, timestamps);
          if (arrived > hole + mss) {
            duplicates += 1;
            return ends.frame(1, 1, hole, ACK, 0, withSack(ends.frame(0, hole + mss, 0, 0, 0, none).seq, arrived - hole - mss));
          }
        }
        if (hole === undefined && random.below(lossOneIn) === 0) hole = sent;
        sent += mss;
        arrived = sent;
        return ends.frame(0, sent - mss, 1, ACK, mss, timestamps);
      },
    };
  };
  return { talks, together: 13, spacing: 20 };
}

function withSack(left: number, size: number): Uint8Array {
  const options = new Uint8Array(timestamps.length + 12);
  options.set(timestamps);
  options.set([1, 1, 5, 10], timestamps.length);
  const view = new DataView(options.buffer);
  view.setUint32(timestamps.length + 4, left);
  view.setUint32(timestamps.length + 8, left + size);
  return options;
}

/** Somebody types and is answered. */
function tinyTalks(random: Random): Scene {
  let count = 0;
  const talks = (): Talk => {
    const ends = new Ends(count++, random.next());
    const length = 100 + random.below(10_000);
    let step = 0;
    return {
      next: () => {
        step += 1;
        if (step <= 3) return ends.handshake(step - 1);
        if (step > length) return undefined;
        return step % 3 === 0 ? ends.say(0, ACK) : ends.say((step % 2) as 0 | 1, PSH | ACK, 1 + random.below(32));
      },
    };
  };
  return { talks, together: 200, spacing: 200 };
}
