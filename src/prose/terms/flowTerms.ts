import { type TcpFlagName, tcpFlag } from "../../protocols/tcp";
import { placeOf } from "../description";
import { flagInitials, flagsOfInitials } from "../flagLetters";
import type { TermName, TermWord } from "./term";

/** All flags that the segments of a flow had, as NetFlow counts them: in nfdump's rows, and in Suricata's events about flows. */

/** A letter for each flag in its place, or a dot where no segment had it; old versions have six of them. */
const nfdump =
  /^\W*\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\.\d{3}\s+[\d:.]+\s+(?:TCP|6)\s+\S{3,40}[:.]\d{1,5}\s+<?->\s+\S{3,40}[:.]\d{1,5}\s+([CEUAPRSF.]{6,8})(?=\s+\d)/d;
/** The flags of both directions, of that to the server (`ts`) or of that to the client (`tc`). */
const suricata = /"tcp_flags(?:_t[sc])?"\s?:\s?"([0-9a-f]{2})"/dg;

export function* readFlowTerms(line: string): Generator<TermWord> {
  if (line.includes("-> ")) {
    const match = nfdump.exec(line);
    if (match) yield* termOf(line, placeOf(match, 1), flagsOfInitials(lettersIn(match[1])));
  }
  if (line.includes('"tcp_flags'))
    for (const match of line.matchAll(suricata)) yield* termOf(line, placeOf(match, 0), Number.parseInt(match[1], 16));
}

const lettersIn = (text: string): string => [...text].filter((letter) => Object.hasOwn(flagInitials, letter)).join("");

function* termOf(line: string, [start, end]: readonly [number, number], flags: number): Generator<TermWord> {
  const { SYN, ACK, FIN, RST } = tcpFlag;
  const set = named.filter((flag) => flags & tcpFlag[flag]).map((flag): TermName => `flow.${flag}`);
  const whole: TermName[] = flags === SYN ? ["flow.onlySyn"] : (flags & (SYN | ACK)) === ACK ? ["flow.noSyn"] : [];
  const open: TermName[] = flags & ACK && (flags & (FIN | RST)) === 0 ? ["flow.noEnd"] : [];
  const [first, ...others] = [...set, ...whole, ...open];
  if (first) yield { start, end, text: line.slice(start, end), names: [first, ...others] };
}

const named = ["SYN", "ACK", "PSH", "URG", "ECE", "CWR", "FIN", "RST"] as const satisfies readonly TcpFlagName[];
