import type { TcpState } from "../protocols/tcpStates";
import { readTableStates } from "./procNetTcp";

/** Spellings without hyphens and underscores: Linux, BSD, Windows, the kernel's constants and books. */
const names: Readonly<Record<string, TcpState>> = {
  LISTEN: "LISTEN",
  LISTENING: "LISTEN",
  SYNSENT: "SYN-SENT",
  // a frequent mistake
  SYNSEND: "SYN-SENT",
  SYNRECV: "SYN-RECEIVED",
  SYNRCVD: "SYN-RECEIVED",
  SYNRECEIVED: "SYN-RECEIVED",
  SYNREVD: "SYN-RECEIVED",
  ESTABLISHED: "ESTABLISHED",
  ESTAB: "ESTABLISHED",
  FINWAIT1: "FIN-WAIT-1",
  FINWAIT2: "FIN-WAIT-2",
  CLOSEWAIT: "CLOSE-WAIT",
  CLOSEDWAIT: "CLOSE-WAIT",
  CLOSING: "CLOSING",
  LASTACK: "LAST-ACK",
  TIMEWAIT: "TIME-WAIT",
  CLOSED: "CLOSED",
  CLOSE: "CLOSED",
};

const spelling =
  /(?<![A-Za-z0-9_-])(?:TCP[SF]?_)?(?:NEW_(?=SYN_RECV))?(?:LISTEN(?:ING)?|SYN[-_](?:SENT|SEND|RECV|RCVD|REVD|RECEIVED)|ESTAB(?:[-_]?LISHED)?|FIN[-_]?WAIT[-_]?[12]|CLOSED?[-_]WAIT|CLOSEWAIT|CLOSING|LAST[-_]ACK|TIME[-_]?WAIT|CLOSED?)(?![A-Za-z0-9_-])/g;

/** In small letters, as people write them too: these need words around them that speak of TCP. */
const smallSpelling =
  /(?<![A-Za-z0-9_/.#-])(?:syn[-_](?:sent|send|recv|rcvd|received)|fin[-_]?wait[-_]?[12]|close[-_]wait|last[-_]ack|time[-_]wait)(?![A-Za-z0-9_-]|\.\w)/g;

export interface StateWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly state: TcpState;
  /** It is an ordinary word too, and a state of TCP only where the words around speak of TCP. */
  readonly isOrdinary: boolean;
}

export function readStates(line: string): StateWord[] {
  return [
    ...readCapitals(line),
    ...readSmall(line),
    ...readCamels(line),
    ...[...readTableStates(line)].map((word) => ({ ...word, isOrdinary: false })),
  ];
}

/** As .NET, PowerShell's Get-NetTCPConnection, Rust and Go spell them; those that are everyday words count only in a row of connections. */
const camelSpelling =
  /(?<![A-Za-z0-9_])(?:SynSent|SynReceived|FinWait[12]|CloseWait|LastAck|TimeWait|Established|Listen)(?![A-Za-z0-9_])/g;
const everydayWords: ReadonlySet<string> = new Set(["Established", "Listen"]);

function readCamels(line: string): StateWord[] {
  return [...line.matchAll(camelSpelling)].flatMap(({ index, 0: text }) => {
    if (everydayWords.has(text) && !isSocketRow(line)) return [];
    return [{ start: index, end: index + text.length, text, state: names[text.toUpperCase()], isOrdinary: true }];
  });
}

const readSmall = (line: string): StateWord[] =>
  [...line.matchAll(smallSpelling)].map(({ index, 0: text }) => {
    const state = names[text.toUpperCase().replace(/[-_]/g, "")];
    return { start: index, end: index + text.length, text, state, isOrdinary: true };
  });

function readCapitals(line: string): StateWord[] {
  return [...line.matchAll(spelling)].map((match) => {
    const [text] = match;
    const bare = text.replace(/^(?:TCP[SF]?_)?(?:NEW_)?/, "").replace(/[-_]/g, "");
    return {
      start: match.index,
      end: match.index + text.length,
      text,
      state: names[bare],
      isOrdinary: !/[-_]/.test(text) || bare === "LASTACK",
    };
  });
}

/** Whether it is a row of netstat, of ss or of a tracer of Linux's TCP, in which such a word can only be a state. */
export function isSocketRow(line: string): boolean {
  return (
    /^\W*(?:tcp[46]?6?\s|(?:LISTEN|ESTAB|CLOSING|CLOSED)\s+\d+\s+\d+\s|\d\d:\d\d:\d\d +\d{1,7} +(?:[46] +)?(?=\S+:\d)|[\da-f.:]{2,39}\s+\d{1,5}\s+[\da-f.:]{2,39}\s+\d{1,5}\s+[A-Z][a-z])/i.test(
      line,
    ) && /[\w.\]*]:[\w*]|\.\d+\s/.test(line)
  );
}
