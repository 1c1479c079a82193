import { arrayRow, asciiOf, byRow, escaped, grouped, hexOf, inPython, printable, unpadded, xxd } from "./rowsOfBytes";

/** Bytes as programs have them: arrays, strings, base64: each gives the lines of a text. */
export const bytesInPrograms: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
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
