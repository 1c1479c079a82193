import type { TermName, TermWord } from "./term";

/** The arrow of bcc's tcpretrans: `192.0.2.1:22  R> 192.0.2.2:34619`. */

const arrow = /(?<=:\d{1,5} {1,24})([RL])>(?= {1,4}[\d.a-f:]{3,40}:\d)/g;
const meanings: Readonly<Record<string, TermName>> = { R: "tracer.retransmission", L: "tracer.lossProbe" };

export function* readTracerTerms(line: string): Generator<TermWord> {
  if (!line.includes("R> ") && !line.includes("L> ")) return;
  for (const { index, 0: text, 1: letter } of line.matchAll(arrow))
    yield { start: index, end: index + text.length, text, names: [meanings[letter]] };
}
