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
