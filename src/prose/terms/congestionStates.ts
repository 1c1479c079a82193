import { congestionTerms, type TermName, type TermWord } from "./term";

/** Linux's states of congestion control: `TCP_CA_Recovery`, or without the prefix where the line names them: `ca_state: CWR → Open`. */

const terms: ReadonlyMap<string, TermName> = new Map(congestionTerms.map((term) => [term.slice("congestion.".length), term]));
const any = [...terms.keys()].join("|");
const constant = new RegExp(`(?<!\\w)TCP_CA_(${any})(?!\\w)`, "g");
const word = new RegExp(`(?<![\\w-])(${any})(?![\\w-])`, "g");
const subject = /ca_state|tcp_ca|congestion[ _](?:control )?state|拥塞(?:控制)?状态/i;

export function* readCongestionStates(line: string): Generator<TermWord> {
  if (line.includes("TCP_CA_")) yield* wordsOf(line, constant);
  if (subject.test(line)) yield* wordsOf(line, word);
}

function* wordsOf(line: string, pattern: RegExp): Generator<TermWord> {
  for (const { index, 0: text, 1: name } of line.matchAll(pattern))
    yield { start: index, end: index + text.length, text, names: [terms.get(name)!] };
}
