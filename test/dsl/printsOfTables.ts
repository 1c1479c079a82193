import { byRow, grouped, hexOf } from "./dumpForms";

/** Tables in one of whose columns the bytes stand, as people take headers apart in notes: each gives the lines of a text. */

const digitsOf = (row: Uint8Array) => grouped(row, 1).join("");
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
};
