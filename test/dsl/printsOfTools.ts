import { wrapped } from "./pasteDamage";
import { asciiOf, byRow, escaped, grouped, hexOf } from "./rowsOfBytes";

/** How some tools, and people who teach with them, write bytes down: each gives the lines of a text. */

const inJava = (row: Uint8Array) =>
  Array.from(row, (byte) => (byte > 0x7f ? `(byte) 0x${hexOf(byte)}` : `0x${hexOf(byte)}`)).join(", ");
const sniffed = (row: Uint8Array) => `    ${grouped(row, 1).join(" ").toUpperCase().padEnd(56)}${asciiOf(row)}`;

const numbersOf = (row: Uint8Array, radix: number, width: number, fill = "0") =>
  Array.from(row, (byte) => byte.toString(radix).padStart(width, fill)).join(" ");

/** Two bytes together, as a little-endian machine reads them. */
const wordsOf = (row: Uint8Array, radix: number, width: number, fill = "0") =>
  Array.from({ length: Math.ceil(row.length / 2) }, (_, i) =>
    (row[2 * i] | ((row[2 * i + 1] ?? 0) << 8)).toString(radix).padStart(width, fill),
  ).join(" ");

/** A sign that can be seen, one of C's escapes, or octal. */
function lettersOf(byte: number): string {
  if (byte === 0x5c) return "\\\\";
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  const at = [0, 7, 8, 9, 10, 11, 12, 13].indexOf(byte);
  return at < 0 ? byte.toString(8).padStart(3, "0") : `\\${"0abtnvfr"[at]}`;
}

const odRows = (bytes: Uint8Array, print: (row: Uint8Array) => string) => [
  ...byRow(bytes, 16, (row, at) => `${at.toString(8).padStart(7, "0")} ${print(row)}`),
  bytes.length.toString(8).padStart(7, "0"),
];

/** Rows from an address that is a multiple of sixteen, the first with fewer bytes at its end. */
function ciscoBuffer(bytes: Uint8Array, first: number): string[] {
  const print = (row: Uint8Array, address: number) => {
    const blank = 16 - (address === 0x0d98b860 ? first : 16);
    const within = (4 - (blank % 4)) % 4;
    const hex = [...grouped(row.subarray(0, within), 2), ...grouped(row.subarray(within), 4)];
    const digits = hex.join(" ").toUpperCase();
    return `${hexOf(address, 8).toUpperCase()}: ${blank > 0 ? digits.padStart(35) : digits.padEnd(35)}  ${asciiOf(row)}`;
  };
  const rest = byRow(bytes.subarray(first), 16, (row, at) => print(row, 0x0d98b870 + at));
  return [print(bytes.subarray(0, first), 0x0d98b860), ...rest];
}

/** Where IP's header ends, and TCP's. */
function headersOf(bytes: Uint8Array): { ip: Uint8Array; tcp: Uint8Array; data: Uint8Array } {
  const start = bytes[0] >> 4 === 4 || bytes[0] >> 4 === 6 ? 0 : 14;
  const ipEnd = start + (bytes[start] >> 4 === 6 ? 40 : 20);
  const tcpEnd = ipEnd + (bytes[ipEnd + 12] >> 4) * 4;
  return { ip: bytes.subarray(0, ipEnd), tcp: bytes.subarray(ipEnd, tcpEnd), data: bytes.subarray(tcpEnd) };
}

/** As xxd colours a byte, and its sign: by what it is. */
const colourOf = (byte: number) => (byte === 0 ? 37 : byte === 0xff ? 34 : byte >= 0x20 && byte < 0x7f ? 32 : 31);

const colouredXxd = (bytes: Uint8Array, begin: string): string[] => {
  const coloured = (byte: number, text: string) => `${begin}[1;${colourOf(byte)}m${text}${begin}[0m`;
  return byRow(bytes, 16, (row, at) => {
    const words = byRow(row, 2, (word) => Array.from(word, (byte) => coloured(byte, hexOf(byte))).join(""));
    return `${hexOf(at, 8)}: ${words.join(" ")}  ${Array.from(row, (byte) => coloured(byte, asciiOf(Uint8Array.of(byte)))).join("")}`;
  });
};

export const printsOfTools: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "xxd -R always": (bytes) => colouredXxd(bytes, "\x1b"),
  "xxd -R always, as a pager shows it": (bytes) => colouredXxd(bytes, "^["),
  "xxd -R always, without the signs that cannot be seen": (bytes) => colouredXxd(bytes, ""),
  "an array that begins with two bytes": (bytes) => [
    `    byte[] packet = new byte[] { ${inJava(bytes.subarray(0, 2))},`,
    ...byRow(bytes.subarray(2), 9, (row) => `            ${inJava(row)},`),
    "    };",
  ],
  "an array whose first byte has a type": (bytes) => [
    `    byte[] packet = { (byte) 0x${hexOf(bytes[0])},`,
    ...byRow(bytes.subarray(1), 3, (row) => `        ${Array.from(row, (byte) => `(byte) 0x${byte.toString(16)}`).join(", ")},`),
    "    };",
  ],
  "OCaml's strings": (bytes) => {
    const rows = byRow(bytes, 14, escaped);
    return rows.map(
      (row, i) => `  ${i === 0 ? 'let p = Cstruct.of_string ("' : '  "'}${row}"${i < rows.length - 1 ? " ^" : ")"}`,
    );
  },
  "strings that begin with two bytes": (bytes) => [
    `    s = (b'${escaped(bytes.subarray(0, 2))}'`,
    ...byRow(bytes.subarray(2), 16, (row) => `         b'${escaped(row)}'`),
    "    )",
  ],
  "D's strings": (bytes) => byRow(bytes, 12, escaped).map((row) => `    "${row}" ~`),
  "a string that a page wrapped": (bytes) => {
    const rows = byRow(bytes, 15, escaped);
    return [
      ">>> str(p)",
      ...rows.map((row, i) => `${i === 0 ? "'" : "  "}${row}${i < rows.length - 1 ? "" : "'"}`),
      ">>> p.show()",
    ];
  },
  "Cisco's buffer that begins within a row": (bytes) => ciscoBuffer(bytes, 8),
  "Cisco's buffer that begins within a group": (bytes) => ciscoBuffer(bytes, 6),
  "jNetPcap's stars": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const quarters = [0, 4, 8, 12].map((from) => grouped(row.subarray(from, from + 4), 1).join(" ")).filter(Boolean);
      const hex = quarters.join("  ");
      return ` * ${hexOf(at, 4)}:${at === 0 ? "*" : " "}${hex.padEnd(54)}${asciiOf(row)}`;
    }),
  "each header below its name": (bytes) => {
    const { ip, tcp, data } = headersOf(bytes);
    const named = (name: string, part: Uint8Array) => [name, ...byRow(part, 16, sniffed)];
    return ["        DATA Dump", ...named("IP Header", ip), ...named("TCP Header", tcp), ...named("Data Payload", data)];
  },
  "each header below its name, in Chinese": (bytes) => {
    const { ip, tcp, data } = headersOf(bytes);
    const named = (name: string, part: Uint8Array) => [`${name}：`, ...byRow(part, 16, (row) => grouped(row, 1).join(" ")), ""];
    return [...named("IP首部", ip), ...named("TCP首部", tcp), ...named("数据", data)];
  },
  "rows taken apart, the words behind a bar": (bytes) =>
    byRow(bytes, 16, (row, at) =>
      byRow(row, 4, (part, within) => {
        const label = within === 0 ? `${hexOf(at, 4)}: ` : " ".repeat(6);
        return `${label}${grouped(part, 1).join(" ").padEnd(20)}|${within === 4 ? "" : "  what stands here"}`;
      }).join("\n"),
    ).flatMap((rows) => rows.split("\n")),
  "a field on each line, the words behind a sign": (bytes) =>
    byRow(bytes, 2, (row, at) => `  ${grouped(row, 1).join(" ").padEnd(14)}= the field at ${at}`),
  "a field on each line, not all with words": (bytes) =>
    byRow(bytes, 4, (row, at) => `${grouped(row, 2).join(" ")}${at % 3 === 1 ? "" : " // what stands here"}`),
  "a field on each line behind Chinese arrows": (bytes) =>
    byRow(bytes, 2, (row, at) => `${grouped(row, 1).join(" ")} ==》第${at}个字节`),
  "rows parted by bars, some with words": (bytes) =>
    byRow(bytes, 8, (row, at) => {
      const halves = [row.subarray(0, 4), row.subarray(4)].map((half) => grouped(half, 1).join(" ")).filter(Boolean);
      return `//\t${halves.join(" | ")} |${at % 16 === 0 ? "  <- the field" : ""}`;
    }),
  "kernel log in a mail whose lines flow": (bytes) => {
    const rows = byRow(
      bytes,
      16,
      (row, at) => `[  102.${350000 + at}] skb linear:   ${hexOf(at, 8)}: ${grouped(row, 1).join(" ")}`,
    );
    return wrapped([rows.join(" ")], 63).map((line) => `> ${line}`);
  },
  "QEMU's xp": (bytes) =>
    byRow(
      bytes,
      8,
      (row, at) =>
        `${hexOf(0x6fe69800 + at, 16)}: ${grouped(row, 1)
          .map((pair) => `0x${pair}`)
          .join(" ")}`,
    ),
  "percent signs before each": (bytes) => [`curl 'http://10.0.0.1/?p=%${grouped(bytes, 1).join("%")}'`],
  "a page's address": (bytes) => [`-- %${grouped(bytes, 1).join("%")}`],
  "a file of one packet, in words": (bytes) => {
    const [length] = grouped(Uint8Array.of(bytes.length, bytes.length >> 8, 0, 0), 4);
    const file = `d4c3b2a1020004000000000000000000ffff000001000000fc6b634fd0bf0b00${length}${length}${grouped(bytes, 1).join("")}`;
    return (file.match(/.{1,32}/g) ?? []).map((row) => (row.match(/.{1,4}/g) ?? []).join(" "));
  },
  "numbers of a table behind them": (bytes) => [`${grouped(bytes, 1).join(" ").toUpperCase()},2210037,2,,"alert tcp any any"`],
  od: (bytes) => odRows(bytes, (row) => wordsOf(row, 8, 6)),
  "od -b": (bytes) => odRows(bytes, (row) => numbersOf(row, 8, 3)),
  "od -d": (bytes) => odRows(bytes, (row) => wordsOf(row, 10, 5, " ")),
  "od -A d -t u1": (bytes) => byRow(bytes, 16, (row, at) => `${String(at).padStart(7, "0")}${numbersOf(row, 10, 4, " ")}`),
  "od -A x -t u1": (bytes) => byRow(bytes, 16, (row, at) => `${hexOf(at, 6)}${numbersOf(row, 10, 4, " ")}`),
  "od -A n -t u1": (bytes) => byRow(bytes, 16, (row) => ` ${numbersOf(row, 10, 3, " ")}`),
  "od with a star": (bytes) => {
    const rows = odRows(bytes, (row) => wordsOf(row, 8, 6));
    return rows.flatMap((row, i) => {
      const isSame = (other: number) => i > 0 && rows[other]?.slice(7) === rows[other - 1]?.slice(7);
      return !isSame(i) ? [row] : isSame(i - 1) ? [] : ["*"];
    });
  },
  "hexdump -b": (bytes) => [...byRow(bytes, 16, (row, at) => `${hexOf(at, 7)} ${numbersOf(row, 8, 3)}`), hexOf(bytes.length, 7)],
  "hexdump -d": (bytes) => [
    ...byRow(bytes, 16, (row, at) => `${hexOf(at, 7)}   ${wordsOf(row, 10, 5).replaceAll(" ", "   ")}`),
    hexOf(bytes.length, 7),
  ],
  "od -c": (bytes) =>
    odRows(bytes, (row) =>
      Array.from(row, (byte) => lettersOf(byte).padStart(4))
        .join("")
        .slice(1),
    ),
  "hexdump -c": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 7)}${Array.from(row, (byte) => lettersOf(byte).padStart(4)).join("")}`),
  "Python's list of strings": (bytes) => [`[${Array.from(bytes, (byte) => `'0x${byte.toString(16)}'`).join(", ")}]`],
  "bits on one line": (bytes) => [numbersOf(bytes, 2, 8)],
  "xxd -b": (bytes) => byRow(bytes, 6, (row, at) => `${hexOf(at, 8)}: ${numbersOf(row, 2, 8).padEnd(53)}  ${asciiOf(row)}`),
  "rows of bits": (bytes) => byRow(bytes, 4, (row) => numbersOf(row, 2, 8)),
  "numpy's array": (bytes) => {
    const rows = byRow(bytes, 18, (row) => numbersOf(row, 10, 3, " "));
    return rows.map((row, i) => `${i === 0 ? "[" : " "}${row}${i < rows.length - 1 ? "" : "]"}`);
  },
};
