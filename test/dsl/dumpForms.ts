/** Bytes written down in every way that programs have, and what people do to such text afterwards. */

const printable = (byte: number) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".");
export const asciiOf = (bytes: Uint8Array) => Array.from(bytes, printable).join("");
export const hexOf = (byte: number, width = 2) => byte.toString(16).padStart(width, "0");
const digitsOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => hexOf(byte)).join("");

/** Digits in groups of some bytes each. */
export const grouped = (bytes: Uint8Array, size: number) => digitsOf(bytes).match(new RegExp(`.{1,${size * 2}}`, "g")) ?? [];

function rowsOf(bytes: Uint8Array, size: number): { at: number; row: Uint8Array }[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => ({
    at: i * size,
    row: bytes.subarray(i * size, (i + 1) * size),
  }));
}

export const byRow = (bytes: Uint8Array, size: number, print: (row: Uint8Array, at: number) => string) =>
  rowsOf(bytes, size).map(({ at, row }) => print(row, at));

const tcpdumpRow = (row: Uint8Array, at: number) =>
  `\t0x${hexOf(at, 4)}:  ${grouped(row, 2).join(" ").padEnd(39)}  ${asciiOf(row)}`;

const xxd =
  (group: number, columns = 16) =>
  (bytes: Uint8Array) => {
    const width = columns * 2 + Math.ceil(columns / group);
    return byRow(bytes, columns, (row, at) => `${hexOf(at, 8)}: ${grouped(row, group).join(" ").padEnd(width)} ${asciiOf(row)}`);
  };

/** The bytes of every word the other way round, the last filled up. */
function swappedWords(row: Uint8Array, size: number): string[] {
  return rowsOf(row, size).map(({ row: word }) => {
    const whole = new Uint8Array(size);
    whole.set(word);
    return digitsOf(whole.reverse());
  });
}

const wiresharkRows = (bytes: Uint8Array): string[] =>
  byRow(bytes, 16, (row, at) => `${hexOf(at, 4)} ${grouped(row, 1).join(" ")} ${asciiOf(row)}`);

/** Rows that were put on one line, which was wrapped again. */
const wrappedAt = (width: number, rows: readonly string[]): string[] =>
  rows.join("  ").match(new RegExp(`.{1,${width}}(?: |$)`, "g")) ?? [];

/** As `%x` prints them, without the zero before a digit. */
const unpadded = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16));

const withLength = (rows: string[], length: string) => [...rows, length];
export const arrayRow = (row: Uint8Array) => Array.from(row, (byte) => `0x${hexOf(byte)}`).join(", ");
export const escaped = (row: Uint8Array) => Array.from(row, (byte) => `\\x${hexOf(byte)}`).join("");
const inPython = (row: Uint8Array) =>
  Array.from(row, (byte) =>
    byte > 0x20 && byte < 0x7f && !"\\'\"".includes(String.fromCharCode(byte)) ? printable(byte) : `\\x${hexOf(byte)}`,
  ).join("");

/** Each gives the lines of a text. */
/** Each row is labelled with its first byte and its last: `0010-001F:`. */
export const rowsOfSpans = (bytes: Uint8Array, size: number): string[] =>
  byRow(bytes, size, (row, at) => {
    const digits = grouped(row, 1)
      .join(" ")
      .toUpperCase()
      .padEnd(size * 3);
    return `D/HEX pkt: ${hexOf(at, 4)}-${hexOf(at + size - 1, 4)}: ${digits} ${asciiOf(row)}`;
  });

export const dumpForms: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "tcpdump -X": (bytes) => byRow(bytes, 16, tcpdumpRow),
  "tcpdump -x": (bytes) => byRow(bytes, 16, (row, at) => `\t0x${hexOf(at, 4)}:  ${grouped(row, 2).join(" ")}`),
  "tcpdump of 2003": (bytes) =>
    byRow(bytes, 16, (row, at) => `0x${hexOf(at, 4)}\t ${grouped(row, 2).join(" ").padEnd(39)}\t${asciiOf(row)}`),
  "tcpdump of 1999": (bytes) => byRow(bytes, 16, (row) => `\t\t\t ${grouped(row, 2).join(" ")}`),
  Wireshark: (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 4)}  ${grouped(row, 1).join(" ").padEnd(47)}   ${asciiOf(row)}`),
  "Wireshark, parted": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const hex = [grouped(row.subarray(0, 8), 1).join(" "), grouped(row.subarray(8), 1).join(" ")].join("  ");
      return `${hexOf(at, 4)}  ${hex.padEnd(48)}   ${asciiOf(row.subarray(0, 8))} ${asciiOf(row.subarray(8))}`;
    }),
  "hexdump -C": (bytes) =>
    withLength(
      byRow(bytes, 16, (row, at) => {
        const hex = [grouped(row.subarray(0, 8), 1).join(" "), grouped(row.subarray(8), 1).join(" ")].join("  ");
        return `${hexOf(at, 8)}  ${hex.padEnd(48)}  |${asciiOf(row)}|`;
      }),
      hexOf(bytes.length, 8),
    ),
  hexdump: (bytes) =>
    withLength(
      byRow(bytes, 16, (row, at) => `${hexOf(at, 7)} ${swappedWords(row, 2).join(" ")}`),
      hexOf(bytes.length, 7),
    ),
  "xxd -g1": xxd(1),
  xxd: xxd(2),
  "xxd -g4": xxd(4),
  "xxd -g8": xxd(8),
  "xxd -g16": xxd(16),
  "xxd -c32": xxd(2, 32),
  "xxd -u": (bytes) => xxd(2)(bytes).map((line) => line.slice(0, 49).toUpperCase() + line.slice(49)),
  "xxd -p": (bytes) => byRow(bytes, 30, digitsOf),
  "od -A x -t x1z": (bytes) =>
    withLength(
      byRow(bytes, 16, (row, at) => `${hexOf(at, 6)} ${grouped(row, 1).join(" ").padEnd(47)}  >${asciiOf(row)}<`),
      hexOf(bytes.length, 6),
    ),
  "od -t x1": (bytes) =>
    withLength(
      byRow(bytes, 16, (row, at) => `${at.toString(8).padStart(7, "0")} ${grouped(row, 1).join(" ")}`),
      bytes.length.toString(8).padStart(7, "0"),
    ),
  "od -A d -t x1": (bytes) => byRow(bytes, 16, (row, at) => `${String(at).padStart(7, "0")} ${grouped(row, 1).join(" ")}`),
  "od -x": (bytes) =>
    withLength(
      byRow(bytes, 16, (row, at) => `${at.toString(8).padStart(7, "0")} ${swappedWords(row, 2).join(" ")}`),
      bytes.length.toString(8).padStart(7, "0"),
    ),
  "DOS debug": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const halves = [grouped(row.subarray(0, 8), 1).join(" "), grouped(row.subarray(8), 1).join(" ")];
      return `0x${hexOf(at, 4)}: ${halves.filter(Boolean).join("-").padEnd(47)}   ${asciiOf(row)}`;
    }),
  "kernel log": (bytes) =>
    byRow(bytes, 16, (row, at) => `[  102.${350000 + at}] skb linear:   ${hexOf(at, 8)}: ${grouped(row, 1).join(" ")}`),
  "decimal offsets in brackets": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) => `[${String(at).padStart(5)}] ${grouped(row, 1).join(" ").toUpperCase().padEnd(47)}  ${asciiOf(row)}`,
    ),
  "rows with a wide gap in the middle": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const halves = [grouped(row.subarray(0, 8), 1).join(" "), grouped(row.subarray(8), 1).join(" ")];
      return `${hexOf(at, 4)}   ${halves.filter(Boolean).join("     ")}`;
    }),
  "part of a file that xxd prints": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at + 0x28, 8)}: ${grouped(row, 2).join(" ").padEnd(40)} ${asciiOf(row)}`),
  "kernel log without offsets": (bytes) =>
    byRow(bytes, 16, (row, at) => `[  102.${350000 + at}] eth0: ${grouped(row, 1).join(" ")}`),
  "log with the text beside": (bytes) =>
    byRow(bytes, 16, (row, at) => `I (${900 + at}) net: ${grouped(row, 1).join(" ").padEnd(47)}  ${asciiOf(row)}`),
  "log with decimal offsets": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) => `04[NET] ${String(at).padStart(4)}: ${grouped(row, 1).join(" ").toUpperCase().padEnd(47)}  ${asciiOf(row)}`,
    ),
  "offsets in brackets behind words": (bytes) =>
    byRow(bytes, 16, (row, at) => `[eth.0]Packet[1]: data[${hexOf(at, 4)}]: ${grouped(row, 2).join(" ")}`),
  "offsets without zeros": (bytes) => byRow(bytes, 16, (row, at) => `0x${at.toString(16)}: ${grouped(row, 1).join(" ")}`),
  "columns parted by colons": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 4)} : ${grouped(row, 1).join(" ").padEnd(47)} : ${asciiOf(row)}`),
  "a number of Verilog": (bytes) => [`localparam P = ${bytes.length * 8}'h${grouped(bytes, 4).join("_")};`],
  "rows in a program's objects": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) =>
        `  { offset: '${hexOf(at, 4)}', hex: '${grouped(row, 1).join(" ")}', text: '${asciiOf(row).replace(/['\\]/g, ".")}' },`,
    ),
  "a list of quoted pairs": (bytes) =>
    byRow(
      bytes,
      8,
      (row) =>
        `  ${grouped(row, 1)
          .map((pair) => `"${pair}"`)
          .join(", ")},`,
    ),
  "rows of twenty with decimal offsets": (bytes) =>
    byRow(bytes, 20, (row, at) => `${String(at).padStart(4, "0")}: ${grouped(row, 1).join(" ")}`),
  "kernel log in an encoded mail": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const halves = [grouped(row.subarray(0, 10), 1).join(" "), grouped(row.subarray(10), 1).join(" ")];
      return `[  102.${350000 + at}] skb linear:   ${hexOf(at, 8)}: ${halves.filter(Boolean).join(" =\n")}`;
    }).flatMap((rows) => rows.split("\n")),
  "rows of EasyLogger, from which byte to which": (bytes) => rowsOfSpans(bytes, 16),
  "addresses that begin within a row": (bytes) => {
    const row = (part: Uint8Array, address: number, hex: string) =>
      `${hexOf(address, 8).toUpperCase()}: ${hex.toUpperCase()}  ${asciiOf(part)}`;
    const hexOfRow = (part: Uint8Array) => grouped(part, 2).join(" ");
    const head = bytes.subarray(0, 6);
    const rest = byRow(bytes.subarray(6), 16, (part, at) => row(part, 0x0f1a2c10 + at, hexOfRow(part).padEnd(39)));
    return [row(head, 0x0f1a2c0a, hexOfRow(head).padStart(39)), ...rest];
  },
  Cisco: (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) =>
        `${hexOf(0x0f1a2c00 + at, 8).toUpperCase()}: ${grouped(row, 4).join(" ").toUpperCase().padEnd(36)}  ${asciiOf(row)}`,
    ),
  "debugger's addresses": (bytes) =>
    byRow(bytes, 16, (row, at) => `[0x${hexOf(0x800022b0 + at, 8)}]: ${grouped(row, 1).join(" ")}`),
  "gdb's x/8xb": (bytes) =>
    byRow(
      bytes,
      8,
      (row, at) =>
        `0x${hexOf(0x7fffe3a0 + at, 12)}:\t${grouped(row, 1)
          .map((pair) => `0x${pair}`)
          .join("\t")}`,
    ),
  "WinDbg's db": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const hex = [grouped(row.subarray(0, 8), 1).join(" "), grouped(row.subarray(8), 1).join(" ")].filter(Boolean).join("-");
      return `ffffe001\`${hexOf(0x0a4c7010 + at, 8)}  ${hex.padEnd(47)}  ${asciiOf(row)}`;
    }),
  "short decimal offsets": (bytes) => byRow(bytes, 16, (row, at) => `${String(at).padStart(3)}: ${grouped(row, 1).join(" ")}`),
  "a table of Markdown": (bytes) =>
    byRow(bytes, 16, (row, at) => `| ${hexOf(at, 4)} | ${grouped(row, 1).join(" ")} | ${asciiOf(row).replaceAll("|", ".")} |`),
  "rows that begin in a program's string": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) =>
        `${at === 0 ? "      hexdump: `" : ""}${hexOf(at, 4)}   ${grouped(row, 1).join(" ").padEnd(47)}   ${asciiOf(row).replaceAll("`", ".")}`,
    ),
  "a notebook's output": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const signs = asciiOf(row).replace(/["\\]/g, ".");
      return `      "${hexOf(at, 4)}  ${grouped(row, 1).join(" ").padEnd(47)}   ${signs}\\n",`;
    }),
  "the table of Netty's logs": (bytes) => [
    `         +${"-".repeat(49)}+`,
    `         | ${Array.from({ length: 16 }, (_, i) => hexOf(i, 2).replace("0", " ")).join(" ")} |`,
    `+--------+${"-".repeat(49)}+${"-".repeat(16)}+`,
    ...byRow(bytes, 16, (row, at) => `|${hexOf(at, 8)}| ${grouped(row, 1).join(" ").padEnd(47)} |${asciiOf(row).padEnd(16)}|`),
    `+--------+${"-".repeat(49)}+${"-".repeat(16)}+`,
  ],
  hexyl: (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const [left, right] = [row.subarray(0, 8), row.subarray(8)];
      const hex = `${grouped(left, 1).join(" ").padEnd(23)} ┊ ${grouped(right, 1).join(" ").padEnd(23)}`;
      return `│${hexOf(at, 8)}│ ${hex} │${asciiOf(left).padEnd(8)}┊${asciiOf(right).padEnd(8)}│`;
    }),
  "offsets in brackets": (bytes) => byRow(bytes, 16, (row, at) => `[${hexOf(at, 4)}] ${grouped(row, 1).join(" ")}`),
  "offsets in backticks": (bytes) => byRow(bytes, 16, (row, at) => `\`${hexOf(at, 4)}\` \`${grouped(row, 1).join(" ")}\``),
  "two rows on each line": (bytes) =>
    byRow(bytes, 32, (row, at) =>
      byRow(
        row,
        16,
        (half, within) => `${hexOf(at + within, 4)}  ${grouped(half, 1).join(" ").padEnd(47)}   ${asciiOf(half)}`,
      ).join("  "),
    ),
  "all rows on one line": (bytes) => [wiresharkRows(bytes).join(" ")],
  "all rows in a sentence": (bytes) => [`以太网帧：${wiresharkRows(bytes).join(" ")}`],
  "rows without text that a page wrapped anywhere": (bytes) =>
    wrappedAt(
      80,
      byRow(bytes, 16, (row, at) => `${hexOf(at, 4)}  ${grouped(row, 1).join(" ")}`),
    ),
  "offsets behind which an h stands": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 4).toUpperCase()}h: ${grouped(row, 1).join(" ")}  ${asciiOf(row)}`),
  "offsets behind which a hyphen stands": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 4)} - ${grouped(row, 1).join(" ").padEnd(47)}   ${asciiOf(row)}`),
  "offsets behind which a wide colon stands": (bytes) =>
    byRow(bytes, 16, (row, at) => `${hexOf(at, 4)}：${grouped(row, 1).join(" ")}`),
  "a table with a cell for each byte": (bytes) =>
    byRow(bytes, 16, (row, at) => `| 0x${hexOf(at, 4)} | ${grouped(row, 1).join(" | ")} |`),
  "rows of Wireshark in one string of JSON": (bytes) => [
    JSON.stringify({ packet: dumpForms["Wireshark, parted"](bytes).join("\n") }),
  ],
  "rows of hexdump in one string of JSON": (bytes) => [JSON.stringify(dumpForms["hexdump -C"](bytes).join("\r\n"))],
  "rows of tcpdump in one string of JSON": (bytes) => [JSON.stringify({ hex: dumpForms["tcpdump -x"](bytes).join("\n") })],
  "rows of pairs in one string of JSON": (bytes) => [JSON.stringify(dumpForms["rows of pairs"](bytes).join("\n"))],
  "rows of pairs": (bytes) => byRow(bytes, 16, (row) => grouped(row, 1).join(" ")),
  "rows of words": (bytes) => byRow(bytes, 16, (row) => grouped(row, 2).join(" ")),
  "one line of pairs": (bytes) => [grouped(bytes, 1).join(" ")],
  "pairs with colons": (bytes) => [grouped(bytes, 1).join(":")],
  "hex stream": (bytes) => [digitsOf(bytes)],
  "hex stream with 0x": (bytes) => [`0x${digitsOf(bytes)}`],
  "pairs with colons in a log": (bytes) => [`2024-01-02 10:00:00.123 DEBUG eth0 rx: ${grouped(bytes, 1).join(":")}`],
  "strings put together": (bytes) => {
    const rows = byRow(bytes, 24, digitsOf);
    return rows.map(
      (row, i) => `${i === 0 ? "const packet = Buffer.from(" : "  "}'${row}'${i < rows.length - 1 ? " +" : ", 'hex');"}`,
    );
  },
  "strings with comments": (bytes) => {
    const rows = byRow(bytes, 12, digitsOf);
    return rows.map((row, i) => `    "${row}"${i < rows.length - 1 ? " + // four bytes and more of them" : ""}`);
  },
  "hex stream within a sentence": (bytes) => [`This prints \`${digitsOf(bytes)}\`, which is a frame.`],
  "hex stream, wrapped anywhere": (bytes) => digitsOf(bytes).match(/.{1,71}/g) ?? [],
  "C array": (bytes) => ["static const unsigned char packet[] = {", ...byRow(bytes, 12, (row) => `  ${arrayRow(row)},`), "};"],
  "C array with comments": (bytes) => [
    "u8 frame[] = {",
    ...byRow(bytes, 8, (row, at) => `\t/* ${at} */ ${arrayRow(row)}, // from byte ${at} on`),
    "};",
  ],
  "C array with lines of comments": (bytes) => [
    "u8 frame[] = {",
    "\t/* the first header */",
    ...byRow(bytes, 10, (row, at) => `\t${arrayRow(row)}, /* 10.0.0.${at} */\n\n\t// and then, from 0x${at} on`).flatMap((rows) =>
      rows.split("\n"),
    ),
    "};",
  ],
  "C array on one line": (bytes) => [`char p[] = { ${arrayRow(bytes)} };`],
  "array of words": (bytes) =>
    bytes.length % 2 === 0
      ? [
          "const w = [",
          ...byRow(
            bytes,
            16,
            (row) =>
              `  ${grouped(row, 2)
                .map((word) => `0x${word}`)
                .join(", ")},`,
          ),
          "]",
        ]
      : xxd(2)(bytes),
  "Erlang's binary": (bytes) => [`<<${[...bytes].join(",")}>>`],
  "Erlang's binary in hex": (bytes) => [`<<${Array.from(bytes, (byte) => `16#${hexOf(byte)}`).join(", ")}>>`],
  "SystemVerilog array": (bytes) => [`frame = '{${Array.from(bytes, (byte) => `8'h${hexOf(byte)}`).join(", ")}};`],
  "Java's print of signed bytes": (bytes) => [`[${Array.from(new Int8Array(bytes)).join(", ")}]`],
  "printf in octal": (bytes) => [`printf '${Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("")}'`],
  "Rust array": (bytes) => [
    "let frame = [",
    ...byRow(bytes, 14, (row) => `    ${Array.from(row, (byte) => `0x${hexOf(byte)}u8`).join(", ")},`),
    "];",
  ],
  "Rust's print of a slice": (bytes) => [`rx: [${grouped(bytes, 1).join(", ")}] from eth0`],
  "rows of pairs with their text": (bytes) =>
    byRow(bytes, 16, (row) => `${grouped(row, 1).join(" ").padEnd(47)}  ${asciiOf(row)}`),
  "Rust's print of a slice in hex": (bytes) => [`read ${bytes.length}, bytes [${unpadded(bytes).join(", ")}]`],
  "Rust's print of a slice in hex, wrapped": (bytes) =>
    `read ${bytes.length}: [${unpadded(bytes).join(", ")}]`.match(/.{1,70}(?: |$)/g) ?? [],
  "pairs without zeros": (bytes) => [unpadded(bytes).join(" ")],
  "rows without zeros": (bytes) => byRow(bytes, 16, (row) => unpadded(row).join(" ")),
  "rows with spaces for zeros": (bytes) =>
    byRow(bytes, 16, (row) =>
      unpadded(row)
        .map((digits) => digits.padStart(2))
        .join(" "),
    ),
  "rows of C's signed characters": (bytes) =>
    byRow(bytes, 16, (row) => Array.from(row, (byte) => (byte > 0x7f ? `ffffff${hexOf(byte)}` : hexOf(byte))).join(" ")),
  "an assembler's bytes": (bytes) => [
    "packet:",
    ...byRow(bytes, 6, (row, at) => `    db ${arrayRow(row)} ; bytes ${at} (10.0.0.1)`),
  ],
  "MASM's bytes": (bytes) =>
    byRow(bytes, 8, (row) => {
      const numbers = Array.from(row, (byte) => `${byte > 0x9f ? "0" : ""}${hexOf(byte).toUpperCase()}h`);
      return `    .byte ${numbers.join(",")}`;
    }),
  "Pascal's constants": (bytes) =>
    byRow(bytes, 8, (row) => `    ${Array.from(row, (byte) => `$${hexOf(byte).toUpperCase()}`).join(", ")},`),
  "JSON with a number on each line": (bytes) => ['"data": [', ...Array.from(bytes, (byte) => `    ${byte},`), "]"],
  "a header taken apart": (bytes) => byRow(bytes, 2, (row, at) => `${grouped(row, 1).join(" ")}   → the field at ${at}`),
  "a header taken apart, words first": (bytes) => byRow(bytes, 4, (row, at) => `Wort ${at}: ${grouped(row, 2).join(" ")} (hex)`),
  "a list of marked bytes and what they are": (bytes) =>
    byRow(bytes, 2, (row) => `**${grouped(row, 2).join(" ")}**: what this is`),
  "an array that is filled byte by byte": (bytes) => Array.from(bytes, (byte, at) => `pkt[${at}] = 0x${hexOf(byte)};`),
  "Java array": (bytes) => [
    "byte[] b = {",
    ...byRow(bytes, 10, (row) => `  ${Array.from(row, (byte) => `(byte) 0x${hexOf(byte)}`).join(", ")},`),
    "};",
  ],
  "decimal list": (bytes) => [`data = [${Array.from(bytes).join(", ")}]`],
  "Go's print of a slice": (bytes) => [`[${Array.from(bytes).join(" ")}]`],
  "Node's print of a buffer": (bytes) => [`<Buffer ${grouped(bytes, 1).join(" ")}>`],
  "escaped string": (bytes) => ["char p[] =", ...byRow(bytes, 16, (row) => `  "${escaped(row)}"`), "  ;"],
  "Python's print of bytes": (bytes) => [`b'${inPython(bytes)}'`],
  "Rust's bytes over lines": (bytes) => {
    const rows = byRow(bytes, 16, inPython);
    return rows.map(
      (row, i) => `${i === 0 ? 'let p = b"' : "    "}${row.replaceAll(" ", "\\x20")}${i < rows.length - 1 ? "\\" : '";'}`,
    );
  },
  "a string of JSON with its escapes": (bytes) => [
    `{"raw": "${Array.from(bytes, (byte) => (byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? printable(byte) : `\\u00${hexOf(byte)}`)).join("")}"}`,
  ],
  "Python's bytes over lines": (bytes) => ["p = (", ...byRow(bytes, 16, (row) => `    b"${inPython(row)}"`), ")"],
  base64: (bytes) => [
    "base64:",
    "",
    ...(Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
  ],
  "base64 within JSON": (bytes) => [`{"len":${bytes.length},"packet":"${Buffer.from(bytes).toString("base64")}","link":1}`],
  "base64 in YAML": (bytes) => [
    "- raw_packet: !!binary |",
    ...(
      Buffer.from(bytes)
        .toString("base64")
        .match(/.{1,76}/g) ?? []
    ).map((line) => `    ${line}`),
  ],
  "base64 on a command line": (bytes) => [`echo ${Buffer.from(bytes).toString("base64")} | base64 -d | xxd`],
};

/** What people and programs do to the lines of a text. */
export const dressings: Readonly<Record<string, (lines: readonly string[]) => string[]>> = {
  "in a quote": (lines) => lines.map((line) => `> ${line}`),
  "in a quote of a quote": (lines) => lines.map((line) => `>> > ${line}`),
  "in a comment": (lines) => lines.map((line) => `  // ${line}`),
  "in a block comment": (lines) => ["/*", ...lines.map((line) => ` * ${line}`), " */"],
  "in a comment with a hash": (lines) => lines.map((line) => `# ${line}`),
  "in a list": (lines) => lines.map((line, i) => (i === 0 ? `- ${line.trimStart()}` : `      ${line}`)),
  "with full-width spaces": (lines) => lines.map((line) => `\u3000${line.replaceAll("\t", "\u3000")}`),
  "with spaces for tabs": (lines) => lines.map((line) => line.replaceAll("\t", "        ")),
  "with spaces that do not break": (lines) => lines.map((line) => line.replaceAll(" ", "\u00a0")),
  "with white space at the ends": (lines) => lines.map((line) => `${line}  \t`),
};

/** What is done to dumps that have offsets in particular. */
export const changesToRows: Readonly<Record<string, (lines: readonly string[]) => string[]>> = {
  "out of order": (lines) => [lines[1], lines[0], ...lines.slice(2)].filter(Boolean),
  "with empty lines between": (lines) => lines.flatMap((line) => [line, ""]),
  "with line numbers": (lines) => lines.map((line, i) => `${String(i + 97).padStart(4)}  ${line}`),
  "in upper case": (lines) =>
    lines.map((line) => line.replace(/^.{0,49}/, (hex) => hex.replace(/(?<!0)[a-f]/g, (digit) => digit.toUpperCase()))),
  "with the first label cut off": (lines) => [lines[0].replace(/^.*?:\s+/, ""), ...lines.slice(1)],
  "out of order, the first label cut off": (lines) =>
    [lines[1], lines[0].replace(/^.*?:\s+/, ""), ...lines.slice(2)].filter(Boolean),
  "with one space before the text": (lines) => lines.map((line) => line.replace(/(?<=[0-9a-f]) {2,}(?=\S+$)/, " ")),
};

export type Mark = readonly [open: string, close: string];
export const marks: readonly Mark[] = [
  ["【", "】"],
  ["{", "}"],
  ["**", "**"],
  ["`", "`"],
  ["[", "]"],
  ["<b>", "</b>"],
  ['<span class="flags">', "</span>"],
  ["‹", ">"],
  ["==", "=="],
];

/** The group at a place among those of `tcpdump -X` with a mark around it. */
export function markGroup(lines: readonly string[], row: number, group: number, [open, close]: Mark): string[] {
  return lines.map((line, i) => {
    if (i !== row) return line;
    const column = line.indexOf(":  ") + 3 + group * 5;
    return `${line.slice(0, column)}${open}${line.slice(column, column + 4)}${close}${line.slice(column + 4)}`;
  });
}
