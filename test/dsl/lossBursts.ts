import { Random } from "../fuzz/random";
import { conversation } from "./conversation";
import { pcapFile } from "./pcapFile";

const mss = 1000;
/** Seconds in which much of what is sent is lost. */
const bursts = [
  [41, 46],
  [118, 121],
  [206, 227],
] as const;
/** A time of day, as captures have: here 22:13:20 in UTC. */
const begin = 1_700_000_000;
const open = (at: number) => [`C>S SYN @${at}`, `S>C SYN,ACK @${at + 0.02}`, `C>S ACK @${at + 0.04}`];

/** Some connections over five minutes, quiet but for three bursts of retransmissions. */
export function lossBursts(): Uint8Array {
  const random = new Random(7);
  const talks = Array.from({ length: 6 }, (_, i) =>
    conversation(talk(random, 2 + i * 11).join(" | "), { client: { port: 41_000 + i } }),
  );
  const timed = talks.flat().map((packet) => ({ ...packet, time: begin + (packet.time ?? 0) }));
  return pcapFile(timed.sort((a, b) => a.time - b.time));
}

function talk(random: Random, from: number): string[] {
  const sent = open(from);
  let next = 0;
  for (let time = from + 1; time < 300; time += 0.2 + random.below(100) / 100) {
    const isBusy = Math.sin(time / 19 + from) > 0.3;
    const first = next;
    next += mss * (isBusy ? 2 + random.below(5) : 1);
    for (let at = first; at < next; at += mss) sent.push(`C>S ${at}:${at + mss} @${time.toFixed(3)}`);
    const isLost = bursts.some(([from, to]) => time >= from && time < to) && random.below(3) > 0;
    if (isLost) sent.push(`C>S ${first}:${first + mss} @${(time + 0.3).toFixed(3)}`);
    sent.push(`S>C ACK ack ${next + 1} @${(time + 0.35).toFixed(3)}`);
    time += 0.35;
  }
  return sent;
}
