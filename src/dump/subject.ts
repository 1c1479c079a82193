import type { Lines } from "./dump";
import type { Region } from "./region";

/** Whether the text beside some bytes says that they begin with this header. A header for which little speaks must be named. */
export type Subject = (layer: "tcp" | "udp" | "ip" | "ipv6") => boolean;

const linesAround = 3;
/** A line that names what it shows does so in its first signs. */
const longestLine = 400;

const names: Readonly<Record<Parameters<Subject>[0], RegExp>> = {
  tcp: /tcp(?!dump)[\s_-]?(?:(?:syn|ack|fin|rst)[\s_-]?)?(?:header|segment|packet|hdr|dump|hex)|tcp\s?(?:checksum|[检檢校][验驗])|(?:header|segment) of tcp|tcp\s*[的の]?\s*(?:[报報]文|首部|[头頭]|[标標][头頭]|封?包|数据|セグメント|ヘッダ|헤더|세그먼트)|[报報]文段/i,
  udp: /udp[\s_-]?(?:header|hdr|datagram)|header of (?:an? |the )?udp|udp\s*[的の]?\s*(?:用户)?(?:[数數][据據][报報]|首部|[头頭]|[标標][头頭]|ヘッダ|헤더)/i,
  ip: /(?<![a-z0-9])ip(?:v4)?(?:header|hdr|packet|datagram)?(?![a-z0-9])/i,
  ipv6: /(?<![a-z0-9])ipv6(?![a-z0-9])/i,
};

export function subjectAround(lines: Lines, { first, last }: Region): Subject {
  const from = Math.max(0, first - linesAround);
  const to = Math.min(lines.count - 1, Math.min(last, first + linesAround) + linesAround);
  return (layer) => {
    for (let line = from; line <= to; line += 1) if (names[layer].test(lines.at(line).slice(0, longestLine))) return true;
    return false;
  };
}
