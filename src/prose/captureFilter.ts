import type { Field, Header } from "../protocols/header";
import { ipv4 } from "../protocols/ipv4";
import type { FieldId } from "../protocols/registry";
import { tcp } from "../protocols/tcp";
import { flagsOfNames } from "./flagLetters";
import type { FilterBytesMention } from "./mention";

/** Bytes of a header that a capture filter asks for: `tcp[13] & 2 != 0`, `tcp[tcpflags] == tcp-syn|tcp-ack` (pcap-filter(7)). */
export interface FilterBytes extends Omit<FilterBytesMention, "kind"> {
  readonly start: number;
  readonly end: number;
  /** What the words around must speak of, since somebody's array may be called `ip` too. */
  readonly needs: "nothing" | "tcp";
}

const flagName = "tcp-(?:fin|syn|rst|push|ack|urg|ece|cwr)";
const flagNames = `${flagName}(?:\\s?[|+]\\s?${flagName})*`;
const operand = `0x[0-9a-f]{1,8}|\\d{1,10}|\\(${flagNames}\\)|${flagNames}`;
const access = new RegExp(
  `(?<![\\w.])(tcp|ip)\\[\\s?(\\d{1,2}|tcpflags)\\s?(?::\\s?([124]))?\\s?\\](?:\\s?&\\s?(${operand}))?\\)?(?:\\s?(==?|!=)\\s?(${operand})(?![\\w.]))?`,
  "gi",
);

const headers = { tcp, ip: ipv4 } as const;
/** The byte that pcap-filter(7) calls `tcpflags`. */
const flagsAt = tcp.fields.flags.offset + tcp.fields.flags.length - 1;

export function readFilterBytes(line: string): FilterBytes[] {
  if (!line.includes("[")) return [];
  return [...line.matchAll(access)].flatMap((match) => {
    const name = match[1].toLowerCase() as keyof typeof headers;
    const isNamed = Number.isNaN(Number(match[2]));
    const from = isNamed ? flagsAt : Number(match[2]);
    const size = Number(match[3] ?? 1);
    const mask = match[4] === undefined ? undefined : numberOf(match[4]);
    const field = fieldWithin(headers[name], from, size, mask);
    if (!field) return [];
    const text =
      match[0].endsWith(")") && !match[4]?.endsWith(")") && !match[6]?.endsWith(")") ? match[0].slice(0, -1) : match[0];
    return [
      {
        start: match.index,
        end: match.index + text.length,
        text,
        field: field.id as FieldId,
        header: name,
        from,
        size,
        mask,
        ...(match[6] !== undefined && { comparison: { isEqual: match[5] !== "!=", value: numberOf(match[6]) } }),
        needs: match[4] !== undefined || match[6] !== undefined || isNamed ? "nothing" : "tcp",
      },
    ];
  });
}

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : flagsOfNames(text.toUpperCase()));

/** The field that has most of the bits that are asked for. */
function fieldWithin({ order }: Header, from: number, size: number, mask = 2 ** (size * 8) - 1): Field | undefined {
  const shares = order.map((field) => bitsWithin(field, from, size, mask));
  const most = Math.max(...shares);
  return most > 0 ? order[shares.indexOf(most)] : undefined;
}

function bitsWithin({ offset, bit, bits }: Field, from: number, size: number, mask: number): number {
  let count = 0;
  for (let at = offset * 8 + bit; at < offset * 8 + bit + bits; at += 1) {
    const place = at - from * 8;
    if (place >= 0 && place < size * 8 && Math.floor(mask / 2 ** (size * 8 - 1 - place)) % 2 === 1) count += 1;
  }
  return count;
}
