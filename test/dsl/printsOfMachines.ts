import { arrayRow, asciiOf, byRow, escaped, grouped, hexOf } from "./rowsOfBytes";

/** How memories are filled, other systems dump, and programs put a packet together piece by piece: each gives the lines of a text. */

const pairs = (bytes: Uint8Array) => grouped(bytes, 1).join(" ");
const digitsOf = (bytes: Uint8Array) => grouped(bytes, 1).join("");
const sumOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + byte, 0);

function intelRecord(data: Uint8Array, address: number, type = 0): string {
  const record = Uint8Array.of(data.length, address >> 8, address, type, ...data);
  return `:${digitsOf(Uint8Array.of(...record, -sumOf(record))).toUpperCase()}`;
}

function motorolaRecord(data: Uint8Array, address: number): string {
  const record = Uint8Array.of(data.length + 3, address >> 8, address, ...data);
  return `S1${digitsOf(Uint8Array.of(...record, ~sumOf(record))).toUpperCase()}`;
}

/** RFC 4648 §6. */
function inBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const signs = (bits.match(/.{1,5}/g) ?? []).map(
    (five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)],
  );
  return signs.join("").padEnd(Math.ceil(signs.length / 8) * 8, "=");
}

/** Words of four bytes from right to left, each as a number of a little-endian machine. */
const fromTheRight = (row: Uint8Array) =>
  grouped(row, 4)
    .map((word) => (word.match(/../g) ?? []).reverse().join("").toUpperCase())
    .reverse();

/** Words of a little-endian machine behind the address of each row, as gdb prints a memory; a last one is filled up. */
const words = (bytes: Uint8Array, size: number) =>
  byRow(bytes, 16, (row, at) => {
    const numbers = grouped(row, size).map((word) =>
      (word.match(/../g) ?? [])
        .reverse()
        .join("")
        .padStart(size * 2, "0"),
    );
    return `0x${hexOf(0x7fffffffd100 + at)}:\t${numbers.map((number) => `0x${number}`).join("\t")}`;
  });

/** gdb prints what comes more than ten times in a row only once. */
function withRepeats(bytes: Uint8Array): string[] {
  const printed: string[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    while (end < bytes.length && bytes[end] === bytes[at]) end += 1;
    const number = `0x${bytes[at].toString(16)}`;
    if (end - at > 10) printed.push(`${number} <repeats ${end - at} times>`);
    else printed.push(...Array.from({ length: end - at }, () => number));
  }
  return printed;
}

/** As Ethernet's header, IP's and the rest stand in statements of their own. */
function layersOf(bytes: Uint8Array): Uint8Array[] {
  const start = bytes[0] >> 4 === 4 || bytes[0] >> 4 === 6 ? 0 : 14;
  const end = start + (bytes[start] >> 4 === 6 ? 40 : 20);
  return [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)].filter(({ length }) => length > 0);
}

/** Each header below its name and its size, with offsets of its own. */
function zosTrace(bytes: Uint8Array): string[] {
  const [link, ip, rest] =
    bytes[0] >> 4 === 4 || bytes[0] >> 4 === 6 ? [bytes.subarray(0, 0), ...layersOf(bytes)] : layersOf(bytes);
  const size = (rest[12] >> 4) * 4;
  const sections = [
    ["Ethernet Header", link],
    ["IP Header", ip],
    ["Protocol Header", rest.subarray(0, size)],
    ["Data", rest.subarray(size)],
  ] as const;
  return sections.flatMap(([name, own]) =>
    own.length === 0
      ? []
      : [
          `  ${name.padEnd(20)}: ${own.length}${name === "Data" ? `    Data Length: ${own.length}` : ""}`,
          ...byRow(own, 16, (row, at) =>
            `${hexOf(at, 6)} ${grouped(row, 4).join(" ").padEnd(35)} |${asciiOf(row)}`.toUpperCase(),
          ),
        ],
  );
}

const etherwatchRow = (row: Uint8Array, at: number) =>
  `  [${asciiOf(row).padEnd(16)}]-${String(at).padStart(5)}-[${pairs(row).toUpperCase()}]`;

export const printsOfMachines: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "Intel's HEX": (bytes) => [...byRow(bytes, 16, intelRecord), ":00000001FF"],
  "Intel's HEX from an address in a segment": (bytes) => [
    intelRecord(Uint8Array.of(0x08, 0x00), 0, 4),
    ...byRow(bytes, 32, (row, at) => intelRecord(row, 0xffe0 + at)),
    ":00000001FF",
  ],
  "Motorola's S-records": (bytes) => ["S00600004844521B", ...byRow(bytes, 16, motorolaRecord), "S9030000FC"],
  "Verilog's memory with numbered bytes": (bytes) => ["@00000000", ...byRow(bytes, 1, (row, at) => `${pairs(row)} // ${at}`)],
  "Verilog's memory with numbered rows": (bytes) => ["@0", ...byRow(bytes, 8, (row, at) => `${pairs(row)} // [${at}]`)],
  "Verilog's memory with an address before each row": (bytes) =>
    byRow(bytes, 16, (row, at) => `@${hexOf(at, 4)} ${pairs(row).toUpperCase()}`),
  "z/OS's trace": zosTrace,
  base32: (bytes) => ["In base32:", "", ...(inBase32(bytes).match(/.{1,64}/g) ?? [])],
  "base32 on a command line": (bytes) => [`echo ${inBase32(bytes)} | base32 -d > packet`],
  "R's print of raw values": (bytes) => byRow(bytes, 16, (row, at) => `${`[${at + 1}]`.padStart(6)} ${pairs(row)}`),
  "R's print of raw values in a report": (bytes) =>
    byRow(bytes, 25, (row, at) => `## ${`[${at + 1}]`.padStart(6)} ${pairs(row)}`),
  "offsets in two bytes": (bytes) =>
    byRow(bytes, 16, (row, at) => `0x${hexOf(at >> 8)} ${hexOf(at & 0xff)}  ${pairs(row).padEnd(47)}  ${asciiOf(row)}`),
  "offsets in two bytes, with a colon": (bytes) =>
    byRow(bytes, 16, (row, at) => `0x${hexOf(at >> 8)} ${hexOf(at & 0xff)}: ${pairs(row)}`),
  Etherwatch: (bytes) => byRow(bytes, 16, etherwatchRow),
  "Etherwatch without the text": (bytes) =>
    byRow(bytes, 20, (row, at) => `${String(at).padStart(6)}-[${pairs(row).toUpperCase()}]`),
  "gdb's x/8xh": (bytes) => words(bytes, 2),
  "gdb's x/4xw": (bytes) => words(bytes, 4),
  "gdb's x/2xg": (bytes) => words(bytes, 8),
  "gdb's print of an array": (bytes) => [`$1 = {${withRepeats(bytes).join(", ")}}`],
  "lldb's print of an array": (bytes) => [
    `(unsigned char [${bytes.length}]) $1 = (${Array.from(bytes, (byte, at) => `[${at}] = 0x${hexOf(byte)}`).join(", ")})`,
  ],
  "J-Link's mem": (bytes) => {
    const row = (part: Uint8Array) => `${pairs(part.subarray(0, 8))}  ${pairs(part.subarray(8))}`.toUpperCase();
    return byRow(bytes, 16, (part, at) => `${hexOf(0x20001000 + at, 8)} = ${row(part).padEnd(48)}  ${asciiOf(part)}`);
  },
  "Verilog's bytes one by one": (bytes) => Array.from(bytes, (byte, at) => `    pkt[${at}] = 8'h${hexOf(byte)};`),
  "OpenVMS's TCPIPtrace": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const bar = at % 32 === 16 ? " | " : "   ";
      return `   ${fromTheRight(row).join(bar).padStart(41)}    ${hexOf(at, 4)}    ${asciiOf(row)}`;
    }),
  "OpenVMS's DUMP": (bytes) =>
    byRow(
      bytes,
      32,
      (row, at) => ` ${fromTheRight(row).join(" ").padStart(71)} ${asciiOf(row).padEnd(32)} ${hexOf(at, 6).toUpperCase()}`,
    ),
  "digits that a statement of its own adds": (bytes) =>
    layersOf(bytes).map((layer, i) => `pkt ${i === 0 ? "=" : "+="} unhexlify("${digitsOf(layer)}")`),
  "digits read in one expression": (bytes) =>
    [
      "frame = (",
      layersOf(bytes)
        .map((layer) => `    binascii.unhexlify('${digitsOf(layer)}')`)
        .join(" +\n"),
      ")",
    ].flatMap((lines) => lines.split("\n")),
  "digits read on one line": (bytes) => [
    `raw = ${layersOf(bytes)
      .map((layer) => `bytes.fromhex("${pairs(layer)}")`)
      .join(" + ")}`,
  ],
  "a list that is joined": (bytes) => [
    'raw = b"".join([',
    ...layersOf(bytes).map((layer) => `    bytes.fromhex("${pairs(layer)}"),  # a header`),
    "])",
  ],
  "a name for each header": (bytes) => [
    ...layersOf(bytes).flatMap((layer, i) => [`# layer ${i}`, `const layer${i} = "${digitsOf(layer)}";`]),
    "send(layer0 + layer1)",
  ],
  "rows of eight in a program's list": (bytes) =>
    byRow(bytes, 8, (row, at) => `        { "${hexOf(at, 4)}", "${pairs(row)}", "${asciiOf(row).replace(/["\\]/g, "\\$&")}" },`),
  "a question with its line breaks written": (bytes) => [
    `    "What is it?\\n\\nPacket bytes: \\n${grouped(bytes, 2).join(" ")}\\nA. 30\\nB. 26\\nAnswer:",`,
  ],
  "lists that are added one by one": (bytes) => [
    "let mut v = Vec::new();",
    ...layersOf(bytes).flatMap((layer) => byRow(layer, 8, (row) => `v.extend_from_slice(&[${arrayRow(row)}]);`)),
  ],
  "bytes that are added one by one to a list": (bytes) => [
    `        pkt.insert( pkt.end(), { ${arrayRow(bytes.subarray(0, 12))} } );`,
    ...byRow(bytes.subarray(12, 14), 1, (row) => `        pkt.push_back( ${arrayRow(row)} );`),
    "",
    "        // the header of IP",
    `        pkt.insert( pkt.end(), { ${arrayRow(bytes.subarray(14))} } );`,
  ],
  "a list on one line whose first number has a type": (bytes) => [
    `let p = [${arrayRow(bytes).replace(",", "u8,").replaceAll(" ", "")}];`,
  ],
  "a string of six bytes and more below it, with comments behind": (bytes) => {
    const rows = [pairs(bytes.subarray(0, 6)), ...byRow(bytes.subarray(6), 16, pairs)];
    return rows.map(
      (row, i) => `${i === 0 ? "    static char packet[] = " : " ".repeat(27)}"${row} "${i === 0 ? " // our address" : ""}`,
    );
  },
  "Python's bytes over lines with comments behind": (bytes) => {
    const rows = byRow(bytes, 12, escaped);
    return ["p = Ether(", ...rows.map((row, i) => `    b'${row}'${i < rows.length - 1 ? " +" : ""}  # what stands here`), ")"];
  },
  "strings that are added four bytes at a time": (bytes) =>
    byRow(bytes, 4, (row, at) => `header ${at === 0 ? " =" : "+="} b'${escaped(row)}'  # what stands here | and here`),
};
