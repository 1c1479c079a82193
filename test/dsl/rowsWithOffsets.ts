import {
  asciiOf,
  byRow,
  digitsOf,
  grouped,
  hexOf,
  rowsOfSpans,
  swappedWords,
  tcpdumpRow,
  wiresharkRows,
  withLength,
  wrappedAt,
  xxd,
} from "./rowsOfBytes";

/** Rows that begin with an offset, as sniffers, debuggers and logs print them: each gives the lines of a text. */
export const rowsWithOffsets: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
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
    JSON.stringify({ packet: rowsWithOffsets["Wireshark, parted"](bytes).join("\n") }),
  ],
  "rows of hexdump in one string of JSON": (bytes) => [JSON.stringify(rowsWithOffsets["hexdump -C"](bytes).join("\r\n"))],
  "rows of tcpdump in one string of JSON": (bytes) => [JSON.stringify({ hex: rowsWithOffsets["tcpdump -x"](bytes).join("\n") })],
};
