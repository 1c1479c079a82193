import { placeOf } from "../description";
import { asaTerms, type TermName, type TermWord } from "./term";

/** Messages of Cisco's firewalls about TCP, from its guide to system messages (302013, 302014, 106015), and rows of `show conn`. */

const message = /%(?:ASA|FTD|PIX|FWSM)-/;
const phrases: readonly (readonly [phrase: string, name: TermName])[] = [
  ["Built outbound TCP connection", "asa.outbound"],
  ["Built inbound TCP connection", "asa.inbound"],
  ["Deny TCP (no connection)", "asa.noConnection"],
  ["TCP FINs", "asa.fins"],
  ["TCP Reset-I", "asa.resetInside"],
  ["TCP Reset-O", "asa.resetOutside"],
  ["TCP Reset-APPLIANCE", "asa.resetOwn"],
  ["SYN Timeout", "asa.synTimeout"],
  ["FIN Timeout", "asa.finTimeout"],
  ["Conn-timeout", "asa.idleTimeout"],
  ["Connection timeout", "asa.idleTimeout"],
  ["Idle Timeout", "asa.idleTimeout"],
  ["SYN Control", "asa.synControl"],
  ["TCP Invalid SYN", "asa.invalidSyn"],
  ["Invalid SYN", "asa.invalidSyn"],
  ["Flow closed by inspection", "asa.inspection"],
  ["TCP bad retransmission", "asa.retransmission"],
];

const connectionRow = /^\W*TCP\s+\S.*\bidle \d+:\d\d:\d\d, bytes \d+, flags ([A-Za-z]{1,16})(?![\w-])/d;
const known: ReadonlySet<string> = new Set(asaTerms);

export function* readAsaTerms(line: string): Generator<TermWord> {
  if (line.includes(", flags ")) yield* flagsOfRow(line);
  if (!message.test(line)) return;
  for (const [phrase, name] of phrases) {
    const start = line.indexOf(phrase);
    if (start >= 0) yield { start, end: start + phrase.length, text: phrase, names: [name] };
  }
}

/** The letters that are about TCP; others name the part of the firewall that inspects the connection. */
function* flagsOfRow(line: string): Generator<TermWord> {
  const match = connectionRow.exec(line);
  if (!match) return;
  const [start, end] = placeOf(match, 1);
  const [first, ...others] = [...match[1]].map((letter) => `asa.flag.${letter}`).filter(isKnown);
  if (first) yield { start, end, text: match[1], names: [first, ...others] };
}

const isKnown = (name: string): name is TermName => known.has(name);
