import { byRow, grouped, hexOf } from "./rowsOfBytes";

/** Tables in one of whose columns the bytes stand, as people take headers apart in notes: each gives the lines of a text. */

const digitsOf = (row: Uint8Array) => grouped(row, 1).join("");
const bitsOf = (row: Uint8Array) => Array.from(row, (byte) => byte.toString(2).padStart(8, "0"));

/** IPv4's first fields, and then words. */
const fieldWidths = [4, 4, 8, 16, 16, 3, 13, 8, 8];

function fieldsInBits(bytes: Uint8Array): string[] {
  const bits = bitsOf(bytes).join("");
  const fields: string[] = [];
  for (let at = 0; at < bits.length; at += fields[fields.length - 1].length)
    fields.push(bits.slice(at, at + (fieldWidths[fields.length] ?? 16)));
  return fields;
}

const pairs = (row: Uint8Array) => grouped(row, 1).join(" ");

export const printsOfTables: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "a Markdown table with bytes in its first column": (bytes) => [
    "| Bytes | Field |",
    "|---|---|",
    ...byRow(bytes, 2, (row, at) => `| \`${pairs(row)}\` | the field at ${at} |`),
  ],
  "a Markdown table with bytes in its second column": (bytes) => [
    "| 字段 | 十六进制 | 含义 |",
    "|:--|:-:|--:|",
    ...byRow(bytes, 2, (row, at) => `| 字段 ${at} | 0x${digitsOf(row)} | ${at} |`),
  ],
  "a Markdown table without bars at its ends": (bytes) => [
    "offset | bytes",
    "--- | ---",
    ...byRow(bytes, 4, (row, at) => `${at} | ${pairs(row)}`),
  ],
  "a Markdown table that says what each number is": (bytes) => [
    "| field | value |",
    "| ----- | ----- |",
    ...byRow(bytes, 4, (row, at) => `| no. ${at} | **${grouped(row, 2).join(" ")}** (${row.length} bytes) |`),
  ],
  "a table in a frame of signs": (bytes) => [
    "+------+-------------+",
    "| at   | bytes       |",
    "+------+-------------+",
    ...byRow(bytes, 4, (row, at) => `| ${String(at).padEnd(4)} | ${pairs(row).padEnd(11)} |`),
    "+------+-------------+",
  ],
  "a table with a rule between each two rows": (bytes) => [
    "┌──────┬─────────────────────────┐",
    ...byRow(bytes, 8, (row, at) => `│ ${hexOf(at)}   │ ${pairs(row).padEnd(23)} │`).flatMap((row) => [
      row,
      "├──────┼─────────────────────────┤",
    ]),
  ],
  "a Markdown table with the bits of a byte in each cell": (bytes) => [
    "| 0-7 | 8-15 | 16-23 | 24-31 |",
    "|---|---|---|---|",
    ...byRow(bytes, 4, (row) => `| ${bitsOf(row).join(" | ")} |`),
  ],
  "a Markdown table with the bits of a field in each row": (bytes) => [
    "| 字段 | 二进制 |",
    "|---|---|",
    ...fieldsInBits(bytes).map((bits, i) => `| no. ${i} | \`${bits}\` |`),
  ],
};
