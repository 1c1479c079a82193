import { placeOf } from "../description";
import type { TermName, TermWord } from "./term";

/** Words of bcc's tracers: the arrow of tcpretrans, `192.0.2.1:22  R> 192.0.2.2:34619`, and the last columns of tcplife. */

const arrow = /(?<=:\d{1,5} {1,24})([RL])>(?= {1,4}[\d.a-f:]{3,40}:\d)/g;
const meanings: Readonly<Record<string, TermName>> = { R: "tracer.retransmission", L: "tracer.lossProbe" };

/** Both ends, then kilobytes of each direction and milliseconds. */
const life = /^.{0,60}[\d.a-f:]{3,40} +\d{1,5} +[\d.a-f:]{3,40} +\d{1,5} +(\d+) +(\d+) +(\d+\.\d\d)\s*$/d;
const columns: readonly TermName[] = ["tcplife.sent", "tcplife.received", "tcplife.lasted"];
const lifeEnds = / \d+\.\d\d\s*$/;

export function* readTracerTerms(line: string): Generator<TermWord> {
  if (lifeEnds.test(line)) yield* readLife(line);
  if (!line.includes("R> ") && !line.includes("L> ")) return;
  for (const { index, 0: text, 1: letter } of line.matchAll(arrow))
    yield { start: index, end: index + text.length, text, names: [meanings[letter]] };
}

function* readLife(line: string): Generator<TermWord> {
  const match = life.exec(line);
  if (!match) return;
  for (const [i, name] of columns.entries()) {
    const [start, end] = placeOf(match, i + 1);
    const text = line.slice(start, end);
    yield { start, end, text, names: [name], value: Number(text) };
  }
}
