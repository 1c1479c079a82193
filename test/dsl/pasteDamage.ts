import type { Random } from "../fuzz/random";
import { marks } from "./dressings";

/** What people do to rows of bytes with offsets before others see them. */
export type Damage = (lines: readonly string[], random: Random) => string[];

const labelled = /^(.*?(?:0x)?[0-9a-f]{4,8}(?::\s+|\s{2}|\t\s*))(.*)$/;

interface Columns {
  readonly start: number;
  readonly end: number;
}

/** Where a row's digits stand. */
function digitsOf(line: string): Columns | undefined {
  const [, head, rest] = labelled.exec(line) ?? [];
  const digits = rest && /^(?:[0-9a-f]{2,4}\s{1,2}|[0-9a-f]{2,4}$)+/i.exec(rest)?.[0].trimEnd();
  return digits ? { start: head.length, end: head.length + digits.length } : undefined;
}

const overDigits =
  (change: (digits: string, random: Random) => string): Damage =>
  (lines, random) =>
    lines.map((line) => {
      const at = digitsOf(line);
      return at ? line.slice(0, at.start) + change(line.slice(at.start, at.end), random) + line.slice(at.end) : line;
    });

/** What stands behind the digits, and the gap before it. */
const overText =
  (change: (text: string) => string): Damage =>
  (lines) =>
    lines.map((line) => {
      const at = digitsOf(line);
      return at ? line.slice(0, at.end) + change(line.slice(at.end)) : line;
    });

/** Puts a mark around one to three groups; one that was put in by hand may have taken the gap beside it. */
function marked(digits: string, random: Random, takesGap: boolean): string {
  const groups = [...digits.matchAll(/[0-9a-f]{2,4}/gi)];
  const first = random.below(groups.length);
  const last = Math.min(groups.length - 1, first + random.below(3));
  const [open, close] = random.pick(marks);
  const from = groups[first].index;
  const to = groups[last].index + groups[last][0].length;
  const behind = digits.slice(to);
  return digits.slice(0, from) + open + digits.slice(from, to) + close + (takesGap ? behind.trimStart() : behind);
}

const inOneRow =
  (damage: Damage): Damage =>
  (lines, random) => {
    const row = random.below(lines.length);
    return lines.map((line, i) => (i === row ? damage([line], random)[0] : line));
  };

/** As programs wrap long lines, at spaces where there are any. */
export function wrapped(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const pieces: string[] = [];
    let rest = line.replaceAll("\t", "        ");
    while (rest.length > width) {
      const space = rest.lastIndexOf(" ", width);
      const at = space < width / 2 ? width : space;
      pieces.push(rest.slice(0, at));
      rest = rest.slice(at).trimStart();
    }
    return [...pieces, rest];
  });
}

const escaped = (line: string) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const damages: Readonly<Record<string, Damage>> = {
  "in upper case": overDigits((digits) => digits.toUpperCase()),
  "without text": overText(() => ""),
  "with one space before the text": overText((text) => text.replace(/^\s+/, " ")),
  "with dots of another kind": overText((text) => text.replaceAll(".", "·")),
  "with a mark": inOneRow(overDigits((digits, random) => marked(digits, random, false))),
  "with a mark that took the gap": inOneRow(overDigits((digits, random) => marked(digits, random, true))),
  "with tabs between": overDigits((digits) => digits.replaceAll(" ", "\t")),
  "with full-width gaps": overDigits((digits) => digits.replaceAll(" ", "\u3000")),
  "with double gaps": overDigits((digits) => digits.replaceAll(" ", "  ")),
  "with mixed indents": (lines, random) =>
    lines.map((line) => line.replace(/^[\t ]*/, random.pick(["\t", "    ", " \t", "", "\t\t"]))),
  "with two rows swapped": (lines, random) => {
    const at = random.below(lines.length - 1);
    return lines.map((line, i) => (i === at ? lines[at + 1] : i === at + 1 ? lines[at] : line));
  },
  "with empty lines between": (lines) => lines.flatMap((line) => [line, ""]),
  "with line numbers": (lines, random) => {
    const first = 1 + random.below(200);
    return lines.map((line, i) => `${String(first + i).padStart(4)}  ${line}`);
  },
  "without the first label": ([first, ...others]) => [first.slice(digitsOf(first)?.start ?? 0), ...others],
  "wrapped at 60": (lines) => wrapped(lines, 60),
  "wrapped at 52": (lines) => wrapped(lines, 52),
  "as a page shows it": (lines) => lines.map(escaped),
};

/** What the surroundings do to all lines. */
export const surroundings: Readonly<Record<string, (lines: readonly string[]) => string[]>> = {
  none: (lines) => [...lines],
  "a fence": (lines) => ["```go", ...lines, "```"],
  "a chat": (lines) => ["[10:24] ann: look at this", ...lines, "[10:25] ben: hm"],
  "a diff": (lines) => lines.map((line) => `+${line}`),
  "a quote in a list": (lines) => lines.map((line, i) => `${i === 0 ? "-" : " "} > ${line}`),
  bullets: (lines) => lines.map((line) => `* ${line}`),
  "three quotes": (lines) => lines.map((line) => `> > > ${line}`),
  "a block of a page": (lines) => [`<pre><code>${lines[0]}`, ...lines.slice(1, -1), `${lines.at(-1)}</code></pre>`],
  "SQL's comment": (lines) => lines.map((line) => `-- ${line}`),
  "an assembler's comment": (lines) => lines.map((line) => `; ${line}`),
  "TeX's comment": (lines) => lines.map((line) => `% ${line}`),
};

/** What programs say of a packet above its bytes. */
export const heads: readonly (readonly string[])[] = [
  [],
  ["12:00:00.000100 IP 10.1.2.3.40000 > 10.1.2.4.80: Flags [S], seq 1000, win 64240, options [mss 1460,nop,wscale 7], length 0"],
  ["IP (tos 0x0, ttl 64, id 1, flags [DF], proto TCP (6), length 60)", "    10.1.2.3.40000 > 10.1.2.4.80: Flags [S], seq 1000"],
  ["1700000000.123456 00:11:22:33:44:55 > 66:77:88:99:aa:bb, ethertype IPv4 (0x0800), length 74: 10.1.2.3.40000 > 10.1.2.4.80:"],
  ["Frame 12: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)"],
  ["  3   0.000123 10.0.0.1 → 10.0.0.2 TCP 74 80 → 40000 [SYN, ACK] Seq=0"],
];
