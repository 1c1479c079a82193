import { asciiOf, byRow, grouped, hexOf } from "./rowsOfBytes";

/** How some languages, and programs that write other programs' files, have bytes: each gives the lines of a text. */

const digitsOf = (bytes: Uint8Array) => grouped(bytes, 1).join("");
const bitsOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0"));
const nibblesOf = (bytes: Uint8Array) => bitsOf(bytes).map((bits) => `${bits.slice(0, 4)} ${bits.slice(4)}`);
const pairsByLine = (bytes: Uint8Array) => byRow(bytes, 16, (row) => grouped(row, 1).join(" "));
const escapedForPage = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** As Haskell's `show`: what can be seen, some by names, the rest in ten; `\&` parts a number from a digit. */
const haskellNames: Readonly<Record<number, string>> = {
  0: "NUL",
  1: "SOH",
  2: "STX",
  3: "ETX",
  4: "EOT",
  5: "ENQ",
  6: "ACK",
  7: "a",
  8: "b",
  10: "n",
  13: "r",
};
function inHaskell(bytes: Uint8Array): string {
  return Array.from(bytes, (byte, i) => {
    if (byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c) return String.fromCharCode(byte);
    const next = bytes[i + 1] ?? 0;
    const isNumber = haskellNames[byte] === undefined;
    return `\\${haskellNames[byte] ?? byte}${isNumber && next >= 0x30 && next <= 0x39 ? "\\&" : ""}`;
  }).join("");
}

/** Two bytes together, as a little-endian machine reads them. */
const wordsOf = (row: Uint8Array) =>
  Array.from({ length: Math.ceil(row.length / 2) }, (_, i) => hexOf(row[2 * i] | ((row[2 * i + 1] ?? 0) << 8), 4)).join(" ");

/** As quoted-printable wraps a line: a sign of equality at its end, wherever that is. */
function softlyBroken(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 75) lines.push(`${text.slice(at, at + 75)}${at + 75 < text.length ? "=" : ""}`);
  return lines;
}

/** As Python prints bytes: letters by themselves. */
const withLetters = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 10 ? "\\n" : byte === 13 ? "\\r" : `\\x${hexOf(byte)}`,
  ).join("");

export const printsOfLanguages: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "Lua's string, which counts in ten": (bytes) => [
    `local p = "${Array.from(bytes, (byte) => `\\${String(byte).padStart(3, "0")}`).join("")}"`,
  ],
  "Haskell's string": (bytes) => [`packet = B.pack "${inHaskell(bytes)}"`],
  "VHDL's strings with comments behind": (bytes) => {
    const rows = byRow(bytes, 4, digitsOf);
    return rows.map((row, i) => `    x"${row}"${i < rows.length - 1 ? " &" : ";"} -- word ${i}`);
  },
  "VHDL's strings with comments between": (bytes) => {
    const rows = byRow(bytes, 8, digitsOf);
    return rows.flatMap((row, i) => [`    -- part ${i} of the frame`, `    x"${row}"${i < rows.length - 1 ? " &" : ";"}`]);
  },
  "VHDL's array": (bytes) => [
    `constant P : bytes := (${grouped(bytes, 1)
      .map((pair) => `X"${pair.toUpperCase()}"`)
      .join(", ")});`,
  ],
  "VHDL's words one by one": (bytes) => byRow(bytes, 4, (row) => `      pkt(3) <= x"${digitsOf(row)}"; -- next`),
  "one run of bits": (bytes) => [bitsOf(bytes).join("")],
  "halves of bytes in bits": (bytes) => [nibblesOf(bytes).join(" ")],
  "rows of bits as RFCs draw headers": (bytes) => byRow(bytes, 4, (row) => bitsOf(row).join("")),
  "rows of halves in bits": (bytes) => byRow(bytes, 4, (row) => nibblesOf(row).join("  ")),
  "a list of binary numbers": (bytes) => [
    `[${bitsOf(bytes)
      .map((bits) => `0b${bits}`)
      .join(", ")}]`,
  ],
  "JSON of a JavaScript array": (bytes) => [`{${Array.from(bytes, (byte, i) => `"${i}":${byte}`).join(",")}}`],
  "Pascal's array on one line": (bytes) => [
    `p: array[0..99] of Byte = (${Array.from(bytes, (byte) => `$${hexOf(byte).toUpperCase()}`).join(", ")});`,
  ],
  "Lisp's vector in hex": (bytes) => [`#(${Array.from(bytes, (byte) => `#x${hexOf(byte)}`).join(" ")})`],
  "Erlang's binary over lines": (bytes) => {
    const rows = byRow(bytes, 19, (row) => Array.from(row).join(","));
    return rows.map((row, i) => `    ${i === 0 ? "<<" : "  "}${row}${i < rows.length - 1 ? "," : ">>."}`);
  },
  "JavaScript's print of a typed array": (bytes) => [
    `Uint8Array(${bytes.length}) [`,
    ...byRow(bytes, 12, (row) => `  ${Array.from(row, (byte) => String(byte).padStart(3)).join(", ")},`),
    "]",
  ],
  "numbers in rows of seventeen": (bytes) => [
    "var p = [",
    ...byRow(bytes, 17, (row) => `  ${Array.from(row).join(", ")},`),
    "];",
  ],
  "numbers parted by dots": (bytes) => [Array.from(bytes).join(".")],
  "numbers parted by dots in a sentence": (bytes) => [`It received ${Array.from(bytes).join(".")} and no more.`],
  "Wireshark's XML": (bytes) => [`<field name="frame" show="x" pos="0" size="${bytes.length}" value="${digitsOf(bytes)}"/>`],
  "Wireshark's JSON with raw bytes": (bytes) => [
    '"frame_raw": [',
    `  "${digitsOf(bytes)}",`,
    "  0,",
    `  ${bytes.length},`,
    "  0,",
    "  1",
    "],",
  ],
  "Wireshark's K12 text": (bytes) => [
    "+---------+---------------+----------+",
    "10:11:12,123,456   ETHER",
    `|0   |${grouped(bytes, 1).join("|")}|`,
  ],
  "a row of a table with commas": (bytes) => [`17,0.123,"${grouped(bytes, 1).join(" ")}",TCP`],
  "a table of a page": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) =>
        `<tr><td>${hexOf(at, 4)}</td><td>${grouped(row, 1).join(" ")}</td><td>${escapedForPage(asciiOf(row))}</td></tr>`,
    ),
  "a page's block behind a sentence": (bytes) => {
    const rows = byRow(bytes, 16, (row, at) => `${hexOf(at, 4)}    ${grouped(row, 1).join(" ")}`);
    return `<p>What is wrong here?</p><pre class="x"><code>${rows.join("\n")}</code></pre><p>Thanks.</p>`.split("\n");
  },
  "Python's print of bytes in a notebook's file": (bytes) => [
    `      "${JSON.stringify(`b'${withLetters(bytes)}'\n`).slice(1, -1)}",`,
  ],
  "a string that goes on behind a backslash": (bytes) => {
    const rows = [bytes.subarray(0, 20), bytes.subarray(20, 40), bytes.subarray(40)].filter(({ length }) => length > 0);
    return ["    hex::decode(", `        "${rows.map((row) => grouped(row, 1).join("")).join("\\\n")}",`, "    )?"]
      .join("\n")
      .split("\n");
  },
  "Kotlin's bytes": (bytes) => [
    `val p = byteArrayOf(${Array.from(bytes, (byte) => `0x${hexOf(byte)}${byte > 0x7f ? ".toByte()" : ""}`).join(", ")})`,
  ],
  "Kotlin's unsigned bytes": (bytes) => [`val p = ubyteArrayOf(${Array.from(bytes, (byte) => `0x${hexOf(byte)}u`).join(", ")})`],
  "Perl's string with braces": (bytes) => [`my $p = "${Array.from(bytes, (byte) => `\\x{${hexOf(byte)}}`).join("")}";`],
  "Swift's string with braces": (bytes) => [`let p = "${Array.from(bytes, (byte) => `\\u{${byte.toString(16)}}`).join("")}"`],
  "Scala's bytes": (bytes) => [`val p = Array(${Array.from(bytes, (byte) => `0x${hexOf(byte)}.toByte`).join(", ")})`],
  "Basic's bytes over lines": (bytes) =>
    byRow(bytes, 8, (row) => `    ${Array.from(row, (byte) => `&H${byte.toString(16).toUpperCase()}`).join(", ")}, _`),
  "F#'s bytes": (bytes) => [`let p = [| ${Array.from(bytes, (byte) => `0x${hexOf(byte)}uy`).join("; ")} |]`],
  "base64 in pieces": (bytes) => [
    "base64:",
    "",
    (
      Buffer.from(bytes)
        .toString("base64")
        .match(/.{1,16}/g) ?? []
    ).join(" "),
  ],
  "hexdump without its last line": (bytes) => byRow(bytes, 16, (row, at) => `${hexOf(at, 7)} ${wordsOf(row)}`),
  "od -x without its last line": (bytes) => byRow(bytes, 16, (row, at) => `${at.toString(8).padStart(7, "0")} ${wordsOf(row)}`),
  "a shell's string over lines, piped": (bytes) => `echo "${pairsByLine(bytes).join("\n")}" | xxd -r -p > p`.split("\n"),
  "a string over lines among other arguments": (bytes) =>
    `send("${pairsByLine(bytes).join(" \\\n")}", ${bytes.length}, 0);`.split("\n"),
  "a string over lines, split": (bytes) => `const p = \`${pairsByLine(bytes).join("\n")}\`.split(/\\s+/);`.split("\n"),
  "strings of pairs with comments behind": (bytes) => {
    const rows = byRow(bytes, 14, (row) => grouped(row, 1).join(" "));
    return ["const p =", ...rows.map((row, i) => `  '${row}${i < rows.length - 1 ? " ' + " : "'; "}// part ${i}`)];
  },
  "a hex stream in an encoded mail": (bytes) => softlyBroken(digitsOf(bytes)),
};
