import type { Lines } from "../dump/dump";
import { readStates } from "./states";

/** How many lines above and below may say that a word is TCP's. */
const reach = 4;
const longestLine = 4000;

const tcpWords =
  /(?<![A-Za-z0-9_])(?:TCP|tcp|Tcp|tcpdump|wireshark|Wireshark|tshark|netstat|three-way handshake|congestion window|slow start|fast retransmit)(?![A-Za-z0-9_])|三次握手|四次挥手|三次挥手|[一二三四]次(?:握手|挥手)|报文段|滑动窗口|拥塞(?:窗口|控制|避免)|慢启动|慢开始|快速?重传|标志位|确认(?:序)?号/;
const flagName = /(?<![A-Za-z0-9_])(?:SYN|FIN|RST|PSH)(?![A-Za-z0-9])/;
const flagTalk =
  /(?<![A-Za-z])(?:[Ff]lags?|control bits?|SYN|ACK|FIN|RST|PSH|(?:syn|ack|fin|rst|psh)(?=\s*(?:位|bit|flag|=))|tcp\.flags)(?![A-Za-z])|标志|控制位/;

/** Whether the lines around a word speak of TCP; the word itself, from `start` to `end`, does not count. */
export function speaksOfTcp(lines: Lines, line: number, start: number, end: number): boolean {
  return around(lines, line, start, end, reach).some(isTcpTalk);
}

/** Whether this line, or one of so many above and below it, speaks of TCP's flags. */
export function speaksOfFlags(lines: Lines, line: number, start: number, end: number, most: number): boolean {
  return around(lines, line, start, end, most).some((text) => flagTalk.test(text)) && speaksOfTcp(lines, line, start, end);
}

function isTcpTalk(text: string): boolean {
  return (
    tcpWords.test(text) || flagName.test(text) || namesTwoFlags(text) || readStates(text).some(({ isOrdinary }) => !isOrdinary)
  );
}

/** `fin 位为 1，ack 为 1`: in small letters one such name may be any word, but two together are flags. */
function namesTwoFlags(text: string): boolean {
  return new Set(text.toLowerCase().match(/(?<![a-z_])(?:syn|fin|rst|psh|ack)(?![a-z_])/g) ?? []).size > 1;
}

/** The lines around a word. Blank lines do not end them, for notes and lists are full of blank lines. */
function around(lines: Lines, line: number, start: number, end: number, most: number): string[] {
  const texts: string[] = [];
  for (let at = Math.max(0, line - most); at <= Math.min(lines.count - 1, line + most); at += 1) {
    const text = lines.at(at);
    if (at !== line) texts.push(text.length > longestLine ? text.slice(0, longestLine) : text);
    else texts.push(text.slice(Math.max(0, start - longestLine), start), text.slice(end, end + longestLine));
  }
  return texts;
}
