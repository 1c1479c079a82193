import type { Dump, Lines } from "./dump";
import { oncePerLine } from "./eachLine";

/**
 * Colours of a terminal that were pasted along (`xxd -R always`, pwntools, hexyl, `grep --color`): the escape of ECMA-48 §8.3.117 as it
 * is, as terminals show it (`^[[1;32m`, `␛[1;32m`), as programs write it (`\x1b[1;32m`), or without its invisible first sign.
 */
const escapeSign = "\x1b";
const colour = new RegExp(
  `(?:[${escapeSign}\\u241b\\ufffd]|\\^\\[|\\\\(?:x1b|u001b|033|e))?\\[[\\d;]{0,16}m|${escapeSign}\\[K`,
  "gi",
);

/** Lines longer than this are not searched: a row of sixteen bytes with a colour for each byte and each sign takes five hundred signs. */
const longestLine = 4000;

/** Whether a line has colours, told by what ends one: whoever colours something ends it too. */
const isColoured = (text: string): boolean =>
  text.length < longestLine &&
  text.includes("[") &&
  (text.includes("[0m") || text.includes("[39m") || text.includes(`${escapeSign}[m`));

/** A hover asks for the same few lines again and again. */
const plainLine = oncePerLine((lines, line): string => {
  const text = lines.at(line);
  return text !== undefined && isColoured(text) ? text.replace(colour, "") : text;
});

const plainLines = new WeakMap<Lines, Lines>();

/** The text without colours; the same object for the same text, so that what was read from its lines is remembered. */
export function withoutColours(lines: Lines): Lines {
  const known = plainLines.get(lines);
  if (known) return known;
  const plain: Lines = {
    get count() {
      return lines.count;
    },
    at: (line) => plainLine(lines, line),
  };
  plainLines.set(lines, plain);
  return plain;
}

/** The column in a line with its colours, for a column without them. */
export function columnWithColours(text: string, column: number): number {
  if (!isColoured(text)) return column;
  let skipped = 0;
  for (const { index, 0: code } of text.matchAll(colour)) {
    if (index - skipped > column) break;
    skipped += code.length;
  }
  return column + skipped;
}

/** The column in a line without its colours, for a column with them. */
export function columnWithoutColours(text: string, column: number): number {
  if (!isColoured(text)) return column;
  let skipped = 0;
  for (const { index, 0: code } of text.matchAll(colour)) {
    if (index >= column) break;
    skipped += Math.min(code.length, column - index);
  }
  return column - skipped;
}

/** A packet that was found in the text without colours, with the columns of the text as it is. */
export function inColouredText(lines: Lines, dump: Dump): Dump {
  const coloured = new Map(
    [...new Set(dump.lines)].map((line) => [line, lines.at(line)] as const).filter(([, text]) => isColoured(text)),
  );
  if (coloured.size === 0) return dump;
  const columns = dump.columns.map((column, i) => columnWithColours(coloured.get(dump.lines[i]) ?? "", column));
  return { ...dump, columns };
}
