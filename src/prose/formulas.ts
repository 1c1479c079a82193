import type { FormulaMention } from "./mention";

export interface Formula extends Omit<FormulaMention, "kind"> {
  readonly start: number;
  readonly end: number;
}

/** `ack = x + 1`, `ACK = seq_1 + 1`, `seq = ISN`, `ACK J+1`: with a textbook's letters, not with a program's variables. */
const formula =
  /(?<![\w.])(seq|ack)(?:_\d| number)?(?:\s?[=＝]\s?|\s(?=[A-Z]\s?\+\s?1))([a-zA-Z](?:_?\d)?|(?:seq|ack)_?\d|ISN(?:_?\w)?|(?:client|server)_isn)(?:\s?\+\s?(\d))?(?![\w(.[]|\s?[+*-])/gi;

export function readFormulas(line: string): Formula[] {
  return [...line.matchAll(formula)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    field: match[1].toLowerCase() === "seq" ? "tcp.seq_raw" : "tcp.ack_raw",
    symbol: match[2],
    plus: Number(match[3] ?? 0),
  }));
}
